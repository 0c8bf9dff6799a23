"""Bodies that French names without a capital noun of a body: by what they are said to be, as public
services written small, or as firms of a trade.
"""

from __future__ import annotations

import re

from ..analysis.demonyms import GROUPS
from ..vocabulary import either
from .french_phrases import NO_PERSONS
from .latin_given_names import begins_as_a_name
from .people import tidy

_CAPITAL = r"[A-ZÀ-ÞŒ][\w’'-]*"
PROPER = rf"{_CAPITAL}(?:\s&\s{_CAPITAL}|[\s-](?:(?:et|de|du|des|la|le|sans|pour|of|for)\s|d[’']|l[’'])?{_CAPITAL}){{0,5}}"
TAIL = r"(?:(?<=s)\s(?!(?:dans|sans|sous|vers|hors|lors|dès|plus|moins|pas|nous|vous|ils|elles|leurs|les|des|ses|ces|aux|depuis|mais|alors|jours|mois|ans|toujours)(?!\w))[a-zà-ÿ]{3,}s(?!\w))?(?:\s\d{1,3}(?!\w))?"
"""« Voisins sûrs 13 », « Eaux arides »: what many are like is of their name."""
OF_FIRMS = r"(?:\s(?:éditions|productions|films|communication|conseil|consulting|assurances|énergies?|logistique|immobilier|textile|industries?)(?!\w))?"
KINDS = (
    "association ong coopérative société entreprise start-up fondation collectif syndicat groupe cabinet éditeur club fabricant "
    "filiale compagnie agence plateforme fédération mutuelle concurrent concurrente exploitant distributeur transporteur laboratoire"
).split()
APPOSED = re.compile(
    rf"(?:(?:^|(?<=[.!?»]\s))(?P<article>(?:Le|La|Les)\s)|(?:(?<=\sde\s)|(?<=\sdu\s)|(?<=\sà\s)|(?<=\spar\s)|(?<=,\s)|(?<=\savec\s)|^))?"
    rf"(?P<name>{PROPER}(?:\s[a-zà-ÿ]+(?:aire|ique|al|ale|ien|ienne|verte?|libre))?),\s+(?:une?\s|la\s|le\s|l[’'])?(?:{either(KINDS)})(?![\w-])"
)
"""« Mains de Sfax, une association née en 2020 »."""
DEMONYMS = sorted(
    {
        form
        for group in GROUPS
        for one in group[1:]
        for form in (one, f"{one}e")
        if one.isascii() or re.fullmatch("[a-zà-ÿ]+", one)
    }
)
OF_A_COUNTRY = re.compile(
    rf"(?<![\w’'-])(?:[Ll]e\s|[Dd]u\s|[Aa]u\s|[LlDd][’'])(?:{either(DEMONYMS)})\s(?P<name>{_CAPITAL})(?!\s+[A-ZÀ-Þ]|[\w-])"
)
"""« du marocain Fertimag »; two words with a capital may be somebody."""
INDUSTRIAL = re.compile(
    r"(?<![\w-])(?:industriel|équipementier|exploitant|fabricant|opérateur|constructeur|géant|brasseur|armateur|distributeur|transporteur|"
    rf"éditeur|assureur|producteur|sidérurgiste|cimentier|minotier|laboratoire|ONG|association)(?:\s[a-zà-ÿ-]{{4,}}){{0,2}},?\s(?:[«“\"]\s?)?(?P<name>{PROPER}{TAIL}{OF_FIRMS})"
)
FIRM = re.compile(
    r"(?:(?<=[ldLD][’'])|(?<![\w’'-]))(?P<name>(?:Fonderie|Verrerie|Minoterie|Cimenterie|Laiterie|Conserverie|Raffinerie|Manufacture|Papeterie|Imprimerie|Huilerie|"
    r"Brasserie|Sucrerie|Tannerie|Scierie|Filature|Savonnerie|Faïencerie|Aciérie|Confiserie|Distillerie|Biscuiterie|Confrérie|Maison|Ateliers?|Forge|Chantier|"
    r"Établissement|Moulin|Docks?|Messagerie|Transport|Autoroute|Chemin)s?"
    rf"\s(?:de\s+fer\s)?(?:de\sl[’']|de\sla\s|du\s|des\s|de\s|d[’'])(?:[a-zà-ÿ]+\s(?:de\sl[’']|de\sla\s|du\s|des\s|de\s|d[’']))?{_CAPITAL}(?:\s{_CAPITAL})?)"
)
_REGIONAL = r"(?:départementales?|régionales?|provinciales?|nationales?|centrales?|générales?|interrégionales?|territoriales?|départemental|régional|provincial|national|central|général|local|locale|urbaine)"
_OF = r"(?:de\sl[’']|de\sla\s|du\s|des\s|de\s|d[’'])"
_WORD = r"[a-zà-ÿ]{4,}(?:\s(?:agricoles?|sociale?s?|civile?|maritimes?|publique?s?|familiales?|forestiers?|vétérinaires?|éducatifs?))?"
PUBLIC = re.compile(
    r"(?:(?<=[ldLD][’'])|(?<![\w’'-]))(?P<name>"
    rf"(?:direction|délégation|comité|office|agence|inspection|service|fédération|union|observatoire|commissariat|caisse)\s{_REGIONAL}\s(?:aux?\s|à\sl[’']|{_OF}){_WORD}(?:\s{_OF}{_WORD})?"
    rf"|direction\s{_OF}(?:action\ssociale|santé|éducation|environnement|commerce|culture|jeunesse|tourisme|transports?|équipement|agriculture|pêche|protection\scivile|hydraulique)(?:\s{_OF}(?:wilaya|province|région|ville))?"
    r"|inspection\s(?:du\stravail|académique|générale\sdes\sfinances)|(?:section|brigade)\sde\srecherches|brigade\s(?:criminelle|financière|maritime|des\smineurs|anti-?\w+)"
    r"|gendarmerie\s(?:maritime|nationale|royale)|police\s(?:judiciaire|municipale|cantonale|fédérale|provinciale|aux\sfrontières)(?:\s(?:fédérale|nationale|régionale|militaire|[a-zà-ÿ]+(?:aise|oise|anne|ienne|ique)))?"
    r"|\d{1,2}e\schambre\s(?:correctionnelle|civile|pénale|criminelle|commerciale|sociale)"
    rf"|chambre\s(?:d[’']agriculture|de\scommerce(?:\set\sd[’']industrie)?|des\smétiers|des\snotaires)(?:\s{_OF}(?:wilaya|province|région))?"
    r"|communauté\s(?:d[’']agglomération|urbaine|de\scommunes)|cour\s(?:d[’']appel|de\scassation|des\scomptes|suprême)|parquet\s(?:militaire|général|antiterroriste|financier|fédéral)"
    r")(?![\w’'-])(?!\s(?:de\s|d[’']|du\s|des\s|de\sla\s)?[A-ZÀ-Þ])"
)
"""« l'inspection du travail », « le comité régional des pêches »: written small, and one all the same."""


_PLACE = rf"{_CAPITAL}(?:[\s-](?:(?:et|de|du|des|la|le|sur|en)[\s-]|d[’']|l[’'])?{_CAPITAL}){{0,3}}"
LOCAL = re.compile(
    r"(?:(?<=[ldLD][’'])|(?<![\w’'-]))(?P<name>(?:(?:[Pp]ort\s(?:autonome|maritime|fluvial)|[Cc]entre\shospitalier(?:\s(?:universitaire|régional|national|intercommunal)){0,2}"
    r"|[Cc]onseil\s(?:régional|départemental|communal|provincial|municipal|général)|[Cc]entre\s(?:culturel|pénitentiaire|de\ssanté)|[Mm]aison\sd[’']arrêt"
    r"|CIUSSS|CISSS|SMUR|SAMU|CHU|CHR|CHRU|CHUV|SDIS|CPAS|CROUS|DRAAF|DREAL|CCI|MJC)\s"
    rf"(?:de\sla\s|de\sl[’']|du\s|des\s|de\s|d[’'])\s?|(?:SIS|SDIS|SMUR)\s){_PLACE})(?![\w’'-])"
)
"""« le port autonome de Fort-Royal », « le SMUR du Haut-Plateau »: one of many, which its place tells."""


def firms(text: str) -> list[tuple[int, int, str]]:
    """« Un industriel belge, Walcourt Steel », « la Verrerie du Bassin », « le concurrent du tunisien Ferphos »."""
    spans = []
    for pattern in (INDUSTRIAL, OF_A_COUNTRY, APPOSED):
        for found in pattern.finditer(text):
            start, name = found.start("name"), tidy(found["name"])
            if pattern is APPOSED and found["article"]:
                start, name = found.start("article"), tidy(found["article"] + name)
            alone = pattern is APPOSED and not found["article"] and " " not in found["name"]
            if is_a_firm(found["name"]) and not (alone and is_said_of(found["name"])):
                spans.append((start, found.end("name"), name))
    spans += [
        (one.start("name"), one.end("name"), tidy(one["name"])) for one in FIRM.finditer(text)
    ]
    return spans


def is_said_of(word: str) -> bool:
    """« Sollicitée, l'association »: what one word at the start says of what follows."""
    return word.endswith(("é", "ée", "és", "ées", "ie", "ue", "te", "ent", "ant"))


def is_a_firm(name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    return not begins_as_a_name(name) and first.lower() not in NO_PERSONS and len(first) > 2


def public_services(text: str) -> list[tuple[int, int, str]]:
    return [
        (one.start("name"), one.end("name"), tidy(one["name"]))
        for pattern in (PUBLIC, LOCAL)
        for one in pattern.finditer(text)
    ]
