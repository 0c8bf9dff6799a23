"""Bodies that a French text names, each cut where its name ends."""

from __future__ import annotations

import re

from ..patterns import late
from ..vocabulary import either
from .french_clubs import clubs_at_play
from .french_named_bodies import DEMONYMS, OF_FIRMS, PROPER, TAIL, firms, public_services
from .french_phrases import NO_QUALITIES
from .latin_given_names import begins_as_a_name
from .people import tidy
from .well_known_bodies import CLUB_LETTERS

_CAPITAL = r"(?!(?:Mme|Mlle|Me|Mgr|Dr|Pr|MM?\.)\s)[A-ZÀ-ÞŒ][\w’'-]*"
# With a capital, or of those that are one by their name alone.
FRENCH_NOUNS = (
    "agence organisation office ligue union commission fonds banque institut conseil association fédération "
    "observatoire croissant-rouge croix-rouge centre fondation programme haut-commissariat chambre réseau comité "
    "parti société confédération autorité direction secrétariat syndicat coalition mission cour parlement "
    "assemblée sénat école collège faculté académie musée bibliothèque théâtre caisse compagnie "
    "coordination collectif mouvement ordre instance inspection délégation présidence primature "
    "phonothèque cinémathèque archives groupement mutuelle coopérative chefferie diocèse ministère université "
    "tribunal parquet mairie wilaya préfecture municipalité commune ambassade consulat hôpital radio institution "
    "barreau conservatoire sûreté hôtel-dieu brigade gendarmerie rectorat académie clinique maternité lycée chu cellule laboratoire orchestre groupe régie antenne pôle cluster "
    "haute-cour sous-préfecture bourse service bureau police garde éditions internationale croix-verte croix-bleue croix-blanche groupement"
).split()
PLAINLY = frozenset(
    "ministère université tribunal parquet mairie wilaya préfecture municipalité ambassade consulat hôpital cour "
    "faculté chambre fédération syndicat office banque association commune consulat brigade institut clinique rectorat "
    "orchestre lycée chu barreau bibliothèque conservatoire hôtel-dieu confédération ligue fondation observatoire laboratoire".split()
)
NAMED_BESIDE = frozenset(
    "syndicat groupe compagnie société association groupement collectif coopérative".split()
)
OWN_NAME = late(r"\s(?:[a-zà-ÿ-]{4,}\s)?(?=[A-ZÀ-ÞŒ])")
OF_SEVERAL = frozenset(
    "ministère commission direction conseil office secrétariat chambre fédération comité délégation confédération "
    "syndicat agence bureau union institut faculté école caisse tribunal fonds association centre".split()
)
"""What may be of several things: « ministère de l'Agriculture, de la Pêche et des Eaux »."""
ANOTHER = late(r"(?:,\s|\set\s)(?:de\s|du\s|des\s|d[’']|à\s|aux?\s).*$")
LIKE_A_BODY = sorted(
    {*DEMONYMS, *(f"{one}s" for one in DEMONYMS)}
    | set(
        "suisse suisses belge belges publics publiques autonome autonomes indépendant indépendante indépendants indépendantes solidaire solidaires socialiste communiste écologiste "
        "centriste nationaliste progressiste travailliste maghrébin maghrébine marin marine féminin féminine masculin masculine "
        "entrepreneuses olympiques rurales rural".split()
    )
)
"""What bodies are like, and whose they are, that ends as no other such word does."""
ADJECTIVE = (
    rf"(?!(?:hier|mercredi|mardi|{either([*NO_QUALITIES])})(?![\w-]))"
    rf"(?:(?:{either(LIKE_A_BODY)})(?!\w)|[a-zà-ÿ-]{{2,}}(?:al|ale|aux|ales|ien|ienne|iens|iennes|ique|iques|if|ive|ifs|ives|aire|aires|ais|aise|"
    r"aises|ain|aine|ains|el|elle|els|elles|ois|oise|oises|éen|éenne|aines|oines|antes|ée|ées|é|és|eur|eure|eures|ère|ères|eux|euse|euses|rouge|rouges|"
    r"(?<!vic)times?|coles?|[a-zà-ÿ]ables?|[a-zà-ÿ]ibles|istes|(?<!déc)(?<!rés)(?<!gu)(?<!prés)ides?|tiles?|yens?|yennes?|onnes?|annes?|"
    r"ier|ière|iers|ières|uni|unis|libre|suprême|mondial|mixte|public|publique|militaire|islamique|arabe))"
)
NO_ADJECTIVE = r"(?!(?:régional\s+a|principal\s+|quel|aussi|été|lequel|laquelle|mardi|selon)\b)"
_OF = r"(?:d[’']|de\s+l[’']|de\s+la\s+|du\s+|des\s+|de\s+|à\s+l[’']|à\s+la\s+|aux?\s+|pour\s+(?:l[’']|la\s+|le\s+|les\s+)|contre\s+(?:l[’']|la\s+|le\s+|les\s+)|en\s+)"
_SIZE = r"(?:(?:petits?|petites?|grands?|grandes?|jeunes|nouveaux|nouvelles|hautes|hauts|anciens|anciennes)\s)?"
_TRADES = r"(?:\set\s(?:d[’'])?[a-zà-ÿ-]+(?:iers|ières|eurs|rices|iens|iennes|istes|femmes)(?!\w))?"
"""« Ordre des infirmières et infirmiers »."""
_NOUN = r"(?:[A-ZÀ-ÞŒ][\w’-]*|(?!lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|cette|son|sa|ses|leur|un|une|nombreu|plusieurs)[a-zà-ÿ][a-zà-ÿ-]{2,})"
_WORDS = rf"{_SIZE}{_NOUN}{_TRADES}(?:\s(?:{_CAPITAL}|{NO_ADJECTIVE}{ADJECTIVE}(?!\w)))*"
_NOT_ANOTHER = rf"(?!(?:{either([one.capitalize() for one in FRENCH_NOUNS])})(?![\w-]))"
FRENCH_BODY = late(
    rf"(?:(?<=[ldLD][’'])|(?<![\w’'-]))(?P<noun>(?:(?:Grande?|Haute?)\s)?(?i:{either(FRENCH_NOUNS)}))(?![\w-])"
    rf"(?P<own>(?:\sde\s(?:première|grande)\sinstance)?(?:\s(?:&\s)?(?:{_CAPITAL}|{NO_ADJECTIVE}{ADJECTIVE}(?!\w)))*{TAIL})"
    rf"(?P<of>(?:\s{_OF}{_WORDS}(?:(?:,\s|\set\s){_OF}{_NOT_ANOTHER}{_WORDS})*(?:\set\s{_NOT_ANOTHER}{_CAPITAL}\s{ADJECTIVE}(?!\w))?)*)"
    r"(?:\s\((?P<acronym>[A-Z][A-Za-z-]{1,9})\))?"
)
TOLD = late(
    r"(?<![\w-])(?:[Ll][’']ONG|(?:[Ll]a|[Uu]ne)\s+(?:société|start-up|jeune\s+pousse|compagnie|firme|plateforme|chaîne|marque|filiale|centrale(?:\s[a-zà-ÿ]{4,15}){0,2})|"
    r"[Ll][’'](?:entreprise|opérateur|équipementier|enseigne|organisation|agence(?:\s+de\s+[a-zà-ÿ]+)?)|(?:[Ll]e|[Uu]n|[Dd]u|[Aa]u)\s+(?:groupe|géant|constructeur|collectif|club|cabinet|"
    rf"sous-traitant|transporteur|promoteur|think\s+tank|syndicat)(?:\s(?!(?:{either([*NO_QUALITIES])})(?!\w))[a-zà-ÿ]{{4,15}}){{0,2}}|[Cc]hez)\s+"
    rf"(?:[«“\"]\s?(?P<marked>[A-ZÀ-Þ][^«»“”\"]{{2,40}}?)\s?[»”\"]|(?:[«“\"]\s?)?(?P<name>{PROPER}{TAIL}{OF_FIRMS}))"
)
"""« l'ONG Rives Communes », « la société Camrail », « chez Mecalys »: what follows is a body's name."""
CLUB = late(
    rf"(?<![\w-])(?:(?:{either(list(CLUB_LETTERS))})\s(?:d[’']|de\s|du\s)?{_CAPITAL}(?:\s{_CAPITAL})?(?:\sde\s(?:l[’']|la\s){_CAPITAL}(?:\s{_CAPITAL})?)?|(?:Stade|Racing|Olympique|Sporting|Union\s+sportive)\s[A-ZÀ-Þ]\w+(?:ois|ais|ien|éen|ain|ard)(?:\s\d{{2}})?"
    rf"|{_CAPITAL}\s(?:FC|AC|SC|BC|HBC)|{_CAPITAL}\sClub\s(?:de\sla\s|de\sl[’']|des\s|du\s|de\s|d[’'])\s?{_CAPITAL})(?![\w-])"
)
IN_BRACKETS = late(r"\s\((?P<acronym>[A-ZÀ-Þ][A-Za-zÀ-ÿ]*[A-ZÀ-Þ])\)")
WORD = late(r"[\w-]+")
LONGEST_FULL_NAME = 14
"""Words of a name that an acronym stands for."""
SMALL = frozenset("de du des la le les l d et à au aux en pour sur par".split())
NO_BODY = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche moi lui eux nous vous elle elles lui-même europe afrique".split()
)
TO_DO = late(
    r"\s(?:de\s|pour\s|à\s|d[’'])(?![A-ZÀ-Þ])(?!(?:mer|atelier|métier|premier|janvier|quartier|chantier)(?!\w))\w+(?:[^i\W]er|[^o\W]ir|endre|mettre|faire)(?!\w).*$"
)
"""« demande à l'Union africaine de nommer »: what it is to do is not of its name."""
ELIDED = late(r"(?<=[ldLD][’'])")
# No name of a body ends with these, or goes on behind them.
ENDS_FRENCH = late(
    r"\s(?:de|du|des|à|aux?|en|pour|contre|et)\s+(?:l[’']|la\s+|le\s+|les\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?<=du\s)(?:procès|projet|dossier|vote|litige|match|scrutin|film|livre|trafic)|cette|ce|hier|demain|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"(?<=de\s)presse|nouveau|nouvelle|son|sa|ses|leurs?|tou(?:s|tes?)|plusieurs|nombreux|nombreuses)(?!\w).*$|\sen\s(?![A-ZÀ-Þ]|(?:sciences|droit|langues|études|ingénierie|santé|psychologie|eau|énergies?|habitat|développement|architecture|urbanisme|agronomie|économie|gestion|management|environnement|recherche|formation|sociologie|histoire|arts?|informatique|mathématiques|physique|chimie|biologie|médecine|agriculture|éducation|communication|journalisme|travail|matière|sécurité)(?!\w)).*$"
)


ORGAN_OF = late(
    r"(?:assemblée\s+générale|conseil\s+d[’']administration|bureau\s+exécutif(?:\s+national)?|bureau\s+politique|comité\s+exécutif|conseil\s+national|secrétariat\s+exécutif)"
    r"\s+(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+)(?!Nations)(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""« Assemblée générale de la Fédération des maraîchers »: what meets is an organ of it."""
HEADED = late(
    r"(?:présidente?|membres?|rapporteure?|vice-présidente?)\s(?:de\sla\s|du\s)(?P<name>(?:commission|comité)\s(?:du\s|de\sla\s|des\s|de\sl[’'])[a-zà-ÿ]{4,}(?:\s(?:et\sd[eu]s?\s|et\s)?[a-zà-ÿ]{4,}){0,3})(?=\s*[,.;)])"
)
"""« président de la commission du développement rural », small as it is written."""


def headed(text: str) -> list[tuple[int, int, str]]:
    return [
        (one.start("name"), one.end("name"), tidy(one["name"])) for one in HEADED.finditer(text)
    ]


def french_bodies(text: str) -> list[tuple[int, int, str]]:
    kinds = by_kind(text)
    spans = [
        *with_initials(text), *told_to_be(text), *clubs(text), *clubs_at_play(text), *kinds, *firms(text), *public_services(text), *headed(text)
    ]  # fmt: skip
    for match in FRENCH_BODY.finditer(text):
        own, of = match["own"], TO_DO.sub("", ENDS_FRENCH.sub("", match["of"]))
        noun = match["noun"]
        if (
            noun.lower() in NAMED_BESIDE
            and noun[0].islower()
            and any(match.start() < start <= match.end() for start, _end, _name in kinds)
        ):
            continue
        if noun.split()[-1].lower() not in OF_SEVERAL:
            of = ANOTHER.sub("", of)
        if noun.lower() in NAMED_BESIDE and noun[0].islower() and (not of or OWN_NAME.match(own)):
            # « le syndicat IG BCE », « la société qatarie Barwa Énergies »
            begins = OWN_NAME.match(own)
            if begins:
                start = match.start("own") + begins.end()
                # « l'association Racines d'Eau »: what the noun is of goes on with a capital.
                rest = (
                    of
                    if re.match(r"\s(?:d[’']|de\sla\s|de\sl[’']|du\s|des\s|de\s)[A-ZÀ-Þ]", of)
                    else ""
                )
                name = own[begins.end() :] + rest
                spans.append((start, start + len(name), tidy(name)))
                continue
        is_name = noun[0].isupper() or noun.lower() in PLAINLY
        has_name = re.search("[A-ZÀ-Þ]", own + of) or (noun[0].isupper() and (own or of))
        has_name = has_name or (" " in noun and noun[0].isupper())  # « le Grand Conseil »
        at_start = match.start() == 0 or text[: match.start()].rstrip()[-1:] in {".", "«", '"', "“"}
        if not is_name or not has_name or (at_start and not re.search("[A-ZÀ-Þ]", own + of)):
            continue
        if organ := ORGAN_OF.match(noun + own + of):
            first, name = match.start() + organ.end(), (noun + own + of)[organ.end() :]
            spans.append((first, first + len(name), tidy(name)))
            continue
        name = tidy(noun + own + of)
        end = match.start() + len(noun + own + of)
        if match["acronym"] and end == match.end() - len(match["acronym"]) - 3:
            name, end = f"{name} ({match['acronym']})", match.end()
        spans.append((match.start(), end, name))
    return spans


def with_initials(text: str) -> list[tuple[int, int, str]]:
    """« l'Algérienne des eaux (ADE) »: whatever has the letters of the acronym behind it."""
    spans = []
    for found in IN_BRACKETS.finditer(text):
        words = list(WORD.finditer(text, max(0, found.start() - 160), found.start()))
        letters = [letter for letter in found["acronym"].upper() if letter.isalpha()]
        for first in words[-LONGEST_FULL_NAME:]:
            name = text[first.start() : found.start()]
            is_first = first[0][0].isupper() and first[0].lower() not in SMALL
            if is_first and len(name.split()) > 1 and has_initials(name, letters):
                spans.append((first.start(), found.end(), f"{tidy(name)} ({found['acronym']})"))
                break
    return spans


def has_initials(name: str, letters: list[str]) -> bool:
    """Whether words begin with letters, in their order; small words may be left out."""
    if re.search(r"[.;:«»()]", name):
        return False
    left = list(letters)
    for word in re.findall(r"\w+", name):
        if left and plain_letter(word[0]) == plain_letter(left[0]):
            left.pop(0)
        elif word.lower() not in SMALL:
            return False
    return not left


def plain_letter(letter: str) -> str:
    return {"É": "E", "È": "E", "À": "A", "Ê": "E", "Î": "I", "Ô": "O"}.get(
        letter.upper(), letter.upper()
    )


LIKE_A_NOUN = rf"(?!(?:{either([*NO_QUALITIES])})(?!\w))[a-zà-ÿ]{{3,}}(?:anne|ienne|yenne|onne|ique|ale|aire|ive|elle|ouvrière|verte|libre|unie|bleue|rouge)(?!\w)"
"""« Force paysanne », « Action citoyenne »."""
_KINDS = (
    r"ensemble|troupe|orchestre|chorale|quatuor|coopérative|association|collectif|ONG|syndicat|entreprise|société|start-up|cabinet|chaîne|quotidien|"
    r"hebdomadaire|mensuel|magazine|parti|mouvement|compagnie|plateforme|opérateur|fédération|mutuelle|filiale|groupe|agence|radio|éditeur|coalition|alliance"
)
BY_KIND = late(
    rf"(?<![\w-])(?:[Ll][’']|[Ll]e\s|[Ll]a\s|[Uu]ne?\s|[Dd]u\s|[Aa]u\s|[Cc]ette\s|[Dd][’'])(?:{_KINDS})"
    rf"(?:\s{ADJECTIVE}(?!\w)|\s(?:de\s|d[’'])[a-zà-ÿ-]{{4,}}){{0,3}}\s(?P<name>(?:{_CAPITAL}\s{LIKE_A_NOUN}|{PROPER}{TAIL}{OF_FIRMS})(?:\s(?:dans|avec|sans|pour)\s(?:la|le|les|l[’'])\s?{_CAPITAL})?)(?![\w-])"
)
"""« la coopérative laitière Lait de Bresse », « le parti Al-Karama »."""
OF_TRADE = late(
    rf"(?<![\w’'-])(?P<name>{_CAPITAL}(?:\s{_CAPITAL})?\s(?:Tourisme|Holding|Group|Telecom|Télécom|Airlines|Airways|Bank|Finance|Invest|Partners|Technologies|Université|Métropole|Habitat|"
    r"Énergies?|Industries|Logistics|Pharma|Motors|Médias?|Productions|Éditions|Assurances|Immobilier|Foundation|Watch|Consulting))(?![\w-])|"
    rf"(?<![\w’'-])(?P<state>(?:Environnement|Statistique|Santé|Transports?|Postes?|Radio)\s(?:Canada|Québec|Suisse|Maroc|France))(?![\w-])"
)
"""« Anniviers Tourisme », « Environnement Canada »."""


def by_kind(text: str) -> list[tuple[int, int, str]]:
    spans = []
    for found in BY_KIND.finditer(text):
        name = found["name"]
        if not begins_as_a_name(name) and name.split()[0].lower() not in NO_BODY and len(name) > 2:
            spans.append((found.start("name"), found.end("name"), tidy(name)))
    for found in OF_TRADE.finditer(text):
        if not begins_as_a_name(found[0]):
            spans.append((found.start(), found.end(), tidy(found[0])))
    return spans


def told_to_be(text: str) -> list[tuple[int, int, str]]:
    """What a noun before it says to be a company, an NGO, a club."""
    spans = []
    for found in TOLD.finditer(text):
        group = "marked" if found["marked"] else "name"
        name = found[group]
        if (
            not begins_as_a_name(name)
            and name.split()[0].lower() not in NO_BODY
            and not FRENCH_BODY.match(name)
        ):
            spans.append((found.start(group), found.end(group), tidy(name)))
    return spans


def clubs(text: str) -> list[tuple[int, int, str]]:
    return [(found.start(), found.end(), tidy(found[0])) for found in CLUB.finditer(text)]
