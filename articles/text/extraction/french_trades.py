"""People as French names them by any trade, by where they are from, as kin, or by a given name alone.

What somebody is has no end: a noun that ends as those of who does something do, beside a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..agencies import agency_named
from ..analysis.demonyms import GROUPS
from ..patterns import late
from ..vocabulary import FRENCH_EVENTS, either
from .french_names import NAME, bare_name, begins_at, is_name, tidy_name
from .french_persons import FRENCH_PERSONS
from .french_phrases import NO_TRADES, begins_a_clause, is_an_office
from .latin_given_names import begins_as_a_name
from .people import FEMALE, MALE, ORGANIZATION_NOUNS, Person, tidy
from .speech import NO_VERBS as _NO_VERBS

_OWN = r"(?:[Ll]e|[Ll]a|[Uu]ne?|[Ss]on|[Ss]a|[Mm]on|[Mm]a|[Nn]otre|[Ll]eur|[Cc]et(?:te)?|[Dd]u|[Aa]u|[Dd]e\s+la|[Pp]ar\s+la|[Dd]eux)\s|(?:[Dd]e\s+)?[Ll][’']"
DOER = (
    r"[a-zà-ÿœ-]{2,}(?:eur|euse|trice|ien|ienne|iste|logue|iatre|nome|graphe|pathe|ologiste|ète|cien|cienne|onnier|onnière|"
    r"arde?|essin|andier|andière|ager|agère|cher|chère|teur|aste)s?"
)
DOES = late(
    rf"(?<![\w’'-])(?P<determiner>{_OWN})(?:(?:autre|seconde?)\s)?(?P<position>(?:(?:jeune|vieux|vieil|vieille|ancien|ancienne|ex-?)\s?)?"
    rf"(?P<noun>(?i:{either(FRENCH_PERSONS)})(?![\w-])|(?:co-)?{DOER}(?![\w-])|[a-zà-ÿœ]{{3,}}(?:ante?|i(?:er|ère))(?![\w-]))(?:[\s-](?!et\s|de\s|du\s|des\s|qui\s|que\s|a\s)[a-zà-ÿœ-]{{3,}}|\s(?:en\s|de\s|d[’']|à\s|des\s)[a-zà-ÿœ-]{{3,}}){{0,3}}?)"
    r"(?P<comma>,)?\s+(?=[A-ZÀ-ÞŒ])"
)
KIN = late(
    rf"(?<![\w’'-])(?:{_OWN})(?P<position>(?:homologue|collègue|confrère|consœur|prédécesseure?|successeure?|adjointe?|frère|sœur|fils|fille|père|mère|"
    r"épouse|époux|mari|femme|co-?accusée?s?|avocate?|conseil)(?:\s[a-zà-ÿ-]{4,}){0,2}?)(?P<comma>,)?\s+(?=[A-ZÀ-Þ])"
)
FROM = late(
    r"(?<![\w’'-])(?P<determiner>[Ll]e|[Ll]a|[Uu]ne?|[Dd]u|[Aa]u|[Ll][’'])\s?(?P<position>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)?)\s+(?=[A-ZÀ-Þ])"
)
PARTISAN = late(
    r"(?<![\w’'-])(?<!\bde\s)(?<!\bà\s)(?P<determiner>[Ll]e|[Ll]a)\s(?P<position>[A-Z]{2,5})\s+(?=[A-ZÀ-Þ])"
)
COURTEOUS = late(
    r"(?<!\w)(?P<courtesy>M\.|Mme|Mlle|Madame|Monsieur|Dre?|Pre?|Me|Maître|[Dd]octeure?|[Pp]rofesseure?|Mgr|(?:Sa|Son)\s(?:Majesté|Excellence|Altesse|Éminence))\s+(?=[A-ZÀ-Þ])"
)
CALLED = late(r"(?:M\.|Mme|Me|Dr|Pr)\s+")
DEMONYMS = frozenset(re.sub("e?s?$", "", one) for group in GROUPS for one in group[1:]) | {"suiss"}
GENDERS = {"M.": MALE, "Monsieur": MALE, "Mme": FEMALE, "Mlle": FEMALE, "Madame": FEMALE}
SAID_GENDERS = {"le": MALE, "un": MALE, "du": MALE, "au": MALE, "la": FEMALE, "une": FEMALE}
NO_DOERS = frozenset(
    "moteur secteur ordinateur tracteur valeur couleur hauteur largeur longueur vigueur ampleur faveur honneur lueur odeur "
    "chaleur saveur rumeur terreur erreur horreur peur sueur fleur coeur cœur ascenseur compteur capteur vecteur facteur "
    "indicateur accélérateur réacteur conteneur porteur extérieur intérieur supérieur antérieur ultérieur majeur mineur "
    "bonheur malheur heure mesure ingénieur quotidien lien bien rien combien soutien entretien maintien chien mien tien sien "
    "liste piste touriste artiste trilogie catalogue dialogue monologue prologue épilogue photographe paragraphe autobiographe "
    "planète diète comète enquête fête tête conquête requête dette matrice directrice usine base phase "
    "quartier chantier dossier papier courrier escalier métier cahier clavier collier grenier janvier calendrier sentier atelier acier panier palier "
    "bouclier frontière rivière lumière matière manière carrière bannière barrière poussière prière bière première dernière pétrolier "
    "premier dernier entier particulier régulier immobilier mobilier foncier financier fier hier cimetière olivier levier évier pallier gravier "
    "restaurant instant montant courant volant versant carburant gant chant croissant avant devant durant pendant suivant auparavant cependant maintenant élan diamant aimant constante variante soixante quarante cinquante trente tante plante dante "
    "marche marché recherche cher archer dimanche danger étranger passager boulanger arde garde barde"
    .split()
) - frozenset("ingénieur touriste artiste photographe directrice étranger passager boulanger porteur archer".split())  # fmt: skip
NO_PLACE_FOR_A_NAME = late(
    r"(?:(?<!\w)(?:rue|avenue|boulevard|place|lycée|collège|école|université|stade|hôpital|prix|coupe|fondation|association|institut|"
    r"salle|auditorium|amphithéâtre|esplanade|allée|impasse|ruelle|faculté|clinique|gare|cité|hippodrome|galerie|squares?|caserne|palais|centre|aéroport|barrage|pont|port|parc|jardin|bibliothèque|musée|théâtre|mosquée|quartier|tournoi|mémorial|complexe|"
    rf"{either([*ORGANIZATION_NOUNS, *FRENCH_EVENTS])})\s+(?:(?!a\s|ont\s|est\s|que\s|qui\s)[a-zà-ÿ’']{{2,14}}\s+){{0,3}}|[«“\"]\s?|[’'(/@#])$",
    re.IGNORECASE,
)
ENDS_A_NAME = late(r"\s*(?:[,.;:!?…()»”\"]|$)|\s+[a-zà-ÿ]")


def by_trade(text: str) -> Iterator[Person]:
    """« l'océanographe Samia Jouini », « son prédécesseur, Hédi Ben Slama »."""
    yield from by_courtesy(text)
    for pattern in (KIN, DOES):
        for found in pattern.finditer(text):
            noun = found.groupdict().get("noun") or found["position"].split()[0]
            if noun.lower() in NO_DOERS | NO_TRADES:
                continue
            rest = found["position"].partition(noun)[2]
            person = person_at(text, found.end(), found) if is_an_office(rest, noun) else None
            if person is None or (
                found["comma"] and begins_a_clause(text, found.start(), person.end)
            ):
                continue
            if not found["comma"] or ENDS_A_NAME.match(text, person.end):
                yield person


def by_courtesy(text: str) -> Iterator[Person]:
    for found in COURTEOUS.finditer(text):
        if name := name_at(text, found.end()):
            gender = GENDERS.get(found["courtesy"], "")
            end = found.end() + len(name)
            yield Person(tidy_name(name), None, None, found.start(), end, gender)


def by_origin(text: str) -> Iterator[Person]:
    """« la Suissesse Nora Imhof », « le PLR Quentin Favre »."""
    for pattern in (FROM, PARTISAN):
        for found in pattern.finditer(text):
            bare = re.sub("e?s?$", "", found["position"].lower().split("-")[-1])
            bare = bare.removesuffix("ess") if bare.endswith("ess") else bare
            known = bare in DEMONYMS or re.sub("nn?$", "n", bare) in DEMONYMS
            known = known or (pattern is PARTISAN and agency_named(found["position"]) is None)
            if known and (person := person_at(text, found.end(), found)):
                yield person


def person_at(text: str, start: int, found: re.Match[str]) -> Person | None:
    courtesy = CALLED.match(text, start)
    at = courtesy.end() if courtesy else start
    name = name_at(text, at)
    if name is None:
        return None
    determiner = (found.groupdict().get("determiner") or "").strip().lower().split(" ")[-1]
    gender = SAID_GENDERS.get(determiner, "")
    end = at + len(name)
    return Person(tidy_name(name), tidy(found["position"]), None, found.start(), end, gender)


def name_at(text: str, start: int) -> str | None:
    found = NAME.match(text, start)
    if (
        found is None
        or bare_name(found[0]) != tidy_name(found[0])
        or not is_name(tidy_name(found[0]))
    ):
        return None
    return found[0]


OF = late(r"(?<!\w)[Dd][’']$")


def by_given_name(text: str) -> Iterator[Person]:
    """« grâce à un doublé de Youssef El Mrini »: whoever is named, without a word of who that is."""
    for found in NAME.finditer(text):
        name = bare_name(found[0])
        start = begins_at(found, name)
        before = OF.sub("de ", text[max(0, start - 40) : start])
        if not is_name(name) or not begins_as_a_name(name) or NO_PLACE_FOR_A_NAME.search(before):
            continue
        if is_subject(text, start, found.end()):
            yield Person(name, None, None, start, found.end())
            continue
        if re.search(
            r"(?<!\w)(?:[Ll]e|[Ll]a|[Dd]u|[Aa]ux?|[Dd]es|[Ee]n)\s$|(?<!\w)[Ll][’']$", before
        ):
            continue
        yield Person(name, None, None, start, found.end(), surely=False)


IS = late(
    r"(?:,\s+(?:elle|lui)(?:\s+aussi)?,)?\s+(?:n[’']|ne\s|se\s|s[’']|y\s|en\s|lui\s|leur\s)?"
    r"(?:(?:est|était|a|avait|sera|aura)(?:\s+(?:déjà|toujours|encore|aussi|pas|longtemps))?\s+[a-zà-ÿ]"
    rf"|(?!(?:{either(_NO_VERBS)})(?!\w))[a-zà-ÿ]{{3,}}(?:e|it|end|ait|oit|eut|ent)\s+(?!\w+,)[a-zà-ÿ])"
)
BEGINS = late(r"(?:^|[.!?…»”]\s|[,;:]\s+(?:(?:et|mais)\s)?)\s*$")


def is_subject(text: str, start: int, end: int) -> bool:
    """« Il est six heures, et Khira Zoghlami est déjà assise »."""
    return bool(BEGINS.search(text[max(0, start - 8) : start]) and IS.match(text, end))
