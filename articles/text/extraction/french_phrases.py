"""What can stand in French between an office and the name of who has it."""

from __future__ import annotations

import re

from ..analysis.demonyms import GROUPS
from ..vocabulary import FRENCH_TITLES, WEEKDAYS, either
from .french_persons import FRENCH_PERSONS
from .people import ORGANIZATION_NOUNS
from .speech import FRENCH_SAYS

# Words that end what somebody is: a verb, a relative, a circumstance.
NOT_OF_A_POSITION = re.compile(
    r"(?<![\w’'-])(?:a|ont|est|sont|était|étaient|sera|seront|avait|avaient|aura|auront|vient|viennent|va|vont|doit|doivent|peut|peuvent|veut|veulent|fait|dit|juge|estime|qui|que|dont|"
    r"où|se|ne|lors|avec|contre|sans|afin|depuis|hier|puis|mais|ainsi|pas|avant|après)(?![\w-])"
    r"|(?<![\w’'-])(?:s|n|qu|lorsqu)[’']|(?<!\w)en\s+\w+ant(?!\w)"
    r"|(?<!\w)(?:(?:de|pour|à)\s+|d[’'])(?![A-ZÀ-Þ])\w+(?:[^i\W]er|[^o\W]ir|endre|mettre|faire)(?!\w)"
)
LINK = re.compile(
    r"(?:^|[\s’'])(?:de|du|des|la|le|les|l|d|à|au|aux|et|en|sur|pour|par|un|une|son|sa)[’'\s]*$"
)
GOES_ON = re.compile(r",\s+(?:de|du|des|d[’']|et|à|au|aux|en)[\s’']?")
# A word after a name with a capital that is no verb: « de la Santé publique Karim Lahlou ».
ADJECTIVE = re.compile(r"(?:al|ale|aux|ales|if|ive|ives|ain|aine|ien|ienne|iennes|ais|aise|aises|ois|oise|"
                       r"ique|iques|aire|aires|é|ée|és|ées|ère|ères|el|elle|elles|eur|eure|euse)$")  # fmt: skip
# Whom an office is often of: « l'avocat de la victime, X ».
PERSONS = frozenset(FRENCH_PERSONS) | frozenset(
    "défunt défunte otage star héros héroïne famille parents".split()
)
AGENT = re.compile(r"(?:eur|euse|trice|ien|ienne|iste)$")
OF = frozenset("de du des d".split())
LINKS = OF | frozenset(
    "la le les l à au aux en et entre parmi vers chez sur pour par un une son sa leur leurs ses chargé chargée auprès près sous ès".split()
)
# Between a preposition and its noun.
BEFORE_NOUNS = frozenset(
    "jeune jeunes nouveau nouvelle nouvelles nouvel nouveaux ancien ancienne anciens grand grande grands grandes petit "
    "petite petits petites haut haute hauts hautes premier première deux trois quatre cinq dix bon bonne même ex futur "
    "future vieux vieille célèbre seul seule moyenne basse libre double tout toute tous toutes plus très vice".split()
)
# What a noun is, right after it.
QUALITY = re.compile(
    r"(?:al|ale|aux|if|ive|ain|aine|ien|ienne|éen|éenne|ais|aise|ois|oise|ique|aire|é|ée|ier|ière|el|elle|eur|eure|"
    r"euse|eux|iste|logue|tion)s?$"
)
QUALITIES = frozenset(
    "adjoint adjointe chef intérim sortant sortante suppléant suppléante permanent permanente résident résidente "
    "étrangère étrangères élu élue élus déchu reconnu connu belge suisse russe turc turque grec grecque tchèque slovaque "
    "serbe croate arabe arabes corse basque kurde druze sunnite chiite maronite copte juif émirati qatari saoudienne "
    "breton wallon slave démocrate féminin féminine masculin masculine argentin argentine voisin voisine marine pilote "
    "jeunesse enfance famille senior seniors carolo climat santé logement emploi transport transports énergie "
    "justice défense environnement légiste vedette interne externe suprême émérite junior senior marketing presse public publique publics publiques "
    "exécutif adverse rebelle local mixte mobile durable civil civile civils civiles maritime sud nord unies unis "
    "rap folk rock pop jazz raï culte phare assistant associé gérant dirigeant".split()
) | frozenset(FRENCH_TITLES)
DEMONYMS = frozenset(re.sub("e?s?$", "", one) for group in GROUPS for one in group[1:])
# Verbs that end as adjectives do.
NO_QUALITIES = frozenset(FRENCH_SAYS) | frozenset(
    "critique explique indique réplique applique communique revendique pratique complique fabrique appelle rappelle "
    "interpelle renouvelle arrive prive dérive suive motive active cultive éclaire demeure creuse assiste insiste existe "
    "résiste persiste consiste".split()
)
# What a name between commas is followed by, or one at the end.
CLOSED = re.compile(
    r"\s*(?:[,.;:!?…()»”\"]|$)|\s+(?:lors|dans|devant|sur|au|aux|à|en|et|hier|ce|cette|après|"
    rf"{either(WEEKDAYS[:7])})(?!\w)"
)
ABSOLUTE = re.compile(r"\s+(?:(?:se|ne)\s+|[sn][’'])?(?:étant|ayant|\w+ant)(?!\w)")
AFTER_A_SOURCE = re.compile(
    r"(?:(?<!\w)(?:[Ss]elon|[Dd][’']après|[Pp]our)\s+|[»”\"]\s*,?\s*(?:[\w’'-]+\s+){1,6})$"
)
# What stands before the name of a company, and of a person as well.
COMPANY_TRADES = frozenset(
    "opérateur constructeur transporteur fournisseur distributeur éditeur exploitant".split()
)
# Who speaks by a spokesperson: what stands before such a name is no trade.
NO_PERSONS = frozenset(
    "géant quotidien hebdomadaire mensuel journal site portail magazine revue chaîne radio télévision station entreprise "
    "compagnie firme marque filiale club équipe formation ville commune région province île capitale "
    "association collectif ong fonds film roman livre festival parti mouvement front camp clan pays "
    "texte rapport communiqué document mairie préfecture ambassade source presse rédaction maison "
    "start-up plateforme application enseigne cabinet bibliothèque auditorium lycée collège stade boulevard avenue rue place".split()
) | frozenset(ORGANIZATION_NOUNS)
NO_TRADES = NO_PERSONS | COMPANY_TRADES


def has_foreign_comma(words: str) -> bool:
    """Whether a comma ends what somebody is, before the name comes."""
    return any(not GOES_ON.match(words, comma.start()) for comma in re.finditer(",", words))


def stands_beside(words: str) -> bool:
    """Whether a name right after a title is of who has it, and not of what is done or led."""
    last = words.split()
    noun = re.split("[’']", last[-1].lower())[-1]
    joined = last[-2:-1] == ["et"]
    if LINK.search(words) or noun in NO_PERSONS or (noun in COMPANY_TRADES and not joined):
        # « Le directeur de l'opérateur Atlas Mobile », but « le romancier et éditeur X ».
        return False
    earlier = last[1:-1]
    capital = any(word[:1].isupper() for word in earlier)
    return not (capital and last[-1][:1].islower() and not ADJECTIVE.search(last[-1]))


NO_VERB = re.compile(r".*(?:[^eatdsr]|[^nai]t)")
"""As no French verb ends that has a subject of one: « innu », « wolof »."""


def is_an_office(words: str, title: str) -> bool:
    """Whether what stands between an office and a name says only of what it is an office.

    After the noun come what it is like, « de » and another noun: a verb is neither. « Chef de »
    ends with its « de ».
    """
    after_link, tokens = title.endswith(("de", "du", "des")), re.findall(r"[\w-]+", words)
    for at, token in enumerate(tokens):
        word = token.lower()
        if word in LINKS:
            after_link = True
        elif token[0].isupper() or token[0].isdigit():
            after_link = False
        elif after_link:
            after_link = word in BEFORE_NOUNS
        elif word.endswith(("ant", "ants")) and at + 1 < len(tokens):
            continue  # « des Marocains résidant à l'étranger »
        elif word in NO_QUALITIES or not (is_quality(word) or NO_VERB.fullmatch(word)):
            return False
    return True


PARTICIPLES = (
    "ssi",
    "isi",
    "rti",
    "uni",
    "ini",
    "ivi",
    "bli",
    "rri",
    "nti",
    "lli",
    "chi",
    "gi",
    "rmi",
    "vi",
    "ami",
    "fini",
)
"""As participles end, and what is nothing that somebody is like."""


def is_quality(word: str) -> bool:
    if word.endswith("i") and len(word) > 4 and not word.endswith(PARTICIPLES):
        return True  # « berkani », « gadiri »
    known = word in QUALITIES or re.sub("e?s?$", "", word) in DEMONYMS
    return known or word.startswith(("vice-", "ex-")) or bool(QUALITY.search(word))


def begins_a_clause(text: str, start: int, end: int) -> bool:
    """Whether a name after a comma does not say who has the office, but does what follows.

    « Selon le ministre, X a refusé », but « Le directeur des ports, X a refusé » is written too.
    """
    if CLOSED.match(text, end):
        return False
    source = AFTER_A_SOURCE.search(text[max(0, start - 80) : start])
    return bool(source or ABSOLUTE.match(text, end))


def is_of_a_person(words: str, apposed: bool, is_title: bool) -> bool:
    """« L'avocat de la victime, X », « la mère du chanteur X »: which has the name, nobody can tell."""
    tokens = [token.lower() for token in re.findall(r"[\w-]+", words)]
    last = tokens[-1] if len(tokens) > 1 else ""
    linked = next((token for token in reversed(tokens[1:-1]) if token in LINKS), None)
    after_link = tokens[-2:-1] != [] and tokens[-2] in LINKS and linked != "et"
    if not after_link:
        return False
    if apposed or is_title:
        return last in PERSONS or (not apposed and bool(AGENT.search(last)))
    return words.rsplit(maxsplit=1)[-1][:1].islower()
