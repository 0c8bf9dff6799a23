"""Bodies that a text names: ministries, universities, unions, agencies, each cut where its name ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..agencies import agency_named, full_names
from ..analysis.known_names import AMBIGUOUS, bodies
from ..analysis.names import fold
from ..gazetteer import gazetteer
from ..vocabulary import ARABIC, either
from .arabic_bodies import COMPANY, arabic_bodies
from .arabic_body_words import AFTER_HEAD
from .arabic_free_bodies import head_of
from .clubs_at_play import clubs_in
from .french_bodies import french_bodies
from .given_names import plain
from .latin_given_names import begins_as_a_name
from .well_known_bodies import ARABIC_BODIES, FRENCH_BODIES


def named_bodies(paragraphs: list[str], language: str, known: Iterable[str] = ()) -> list[str]:
    """The bodies that paragraphs name, in their order, each once.

    What is only called « la commission » is none; nor is a name that everybody knows left out for
    having no such noun: « UNICEF », « Union africaine ».

    Args:
        paragraphs: of the body.
        language: in which it is written.
        known: names that were found already; what is a part of one is not named again.
    """
    found: dict[str, str] = {}
    longer = [fold(one) for one in known]
    read = arabic_bodies if language == ARABIC else french_bodies
    text = "\n".join(paragraphs)
    stands_for = aliases([*known, text])
    for paragraph in paragraphs:
        spans = sorted(
            [
                *read(paragraph),
                *known_bodies(paragraph, language),
                *acronyms(paragraph, stands_for),
                *gazetteer().institutions_in(paragraph),
            ],
            key=lambda one: (one[0], -one[1]),
        )
        end = -1
        for start, stop, name in spans:
            bare = fold(name.split(" (")[0])
            is_part = any(bare in one or bare.replace(" ", "") in one.split() for one in longer)
            if start >= end and len(bare) > 2 and not is_part and agency_named(name) is None:
                found.setdefault(bare, name)
                end = stop
    for name in clubs_in(text, language):
        bare = fold(name)
        if not any(bare in one.split() or bare == one or bare in one for one in (*longer, *found)):
            found.setdefault(bare, name)
    return list(found.values())


ALIAS = re.compile(r"\(\s*(?:ex-)?(?P<acronym>[A-ZÀ-Þ][\w-]{1,11})\s*\)")
ACRONYM = re.compile(
    r"(?:(?<![\w-])(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u|[Pp]ar\s+le|[Pp]ar\s+la)\s|(?<!\w)[LlDd][’']|[Ss]elon\s+|\()(?P<acronym>[A-ZÀ-Þ]{3,8})(?![\w’'-])(?P<more>\s[A-ZÀ-Þ][A-ZÀ-Þa-zà-ÿ]{2,})?"
)
NO_BODIES = frozenset(
    "PIB PNB TVA RNB TGV LGV VIH SIDA IST ADN ARN IRM OGM GNL GPL GES COP CAN CHAN CDM JO JMJ BAC BTS CAP CDD CDI RSA SMIC SMIG PME PMI TPE "
    "ETI ONG OPA IPO SMS GPS PDF USB TNT HLM ZEP ZUP RER TER SUV VTC BTP IDE IVG PMA QHSE RSE CV CP PDG DG SG RH NDLR FAQ ISO URL IBAN "
    "URSS USA RDC RCA UAE EAU RSS WC CFA FCFA MAD DZD TND EUR USD GMT UTC TU AOC IGP DOM TOM IDH LED IA TIC NTIC CHSLD AVC BPCO EPO "
    "LA LE LES DU DES ET EN UN UNE AU AUX SUR PAR QUI QUE VAR PAP ADSL ZLECAF COVID CAF MOOC".split()
)
"""Capitals that no body has for its letters."""


def aliases(texts: Iterable[str]) -> set[str]:
    """The acronyms that stand in brackets behind what they are the letters of."""
    return {
        fold(found["acronym"]) for text in texts for found in ALIAS.finditer(text)
        if not STANDS_BEHIND_A_NAME.search(text[max(0, found.start() - 60) : found.start()])
    }  # fmt: skip


STANDS_BEHIND_A_NAME = re.compile(
    r"(?<![\w’'-])(?:sociologue|économiste|historien(?:ne)?|politologue|chercheu(?:r|se)|député(?:e)?|sénat(?:eur|rice)|professeure?|M\.|Mme|Dr|Pr|Me|avocate?|candidate?|élue?|conseill(?:er|ère)|joueu(?:r|se)|docteure?)\s"
    r"(?:[a-zà-ÿ]+\s)?[A-ZÀ-Þ][\w’-]+(?:\s(?:[a-z]{2,3}\s)?[A-ZÀ-Þ][\w’-]+){1,3}\s?$"
)
"""« le sociologue Yannick de Brouwer (VUB) »: where somebody works, and no other name."""


IN_A_PLACE = re.compile(
    r"^(?P<name>[A-ZÀ-Þ]{2,9}|[Uu]n\w+)\s+(?:à|au|aux|en|dans|pour)\s.*$|^(?P<arabic>.{4,60}?)\s+(?:في|لدى)\s.*$"
)


def without_place(name: str) -> str:
    """« FAO au Maroc », « اليونيسف في الشرق الأوسط »: the body without where it works."""
    words = name.split()
    if len(words) < 2 or plain(words[1]) not in AFTER_HEAD:  # « شركة تطوير المفرق »
        name = COMPANY.sub("", name)
    found = IN_A_PLACE.match(name)
    return (found["name"] or found["arabic"]) if found else name


def is_any_body(name: str) -> bool:
    """« المنظمة »: whichever the text has named before."""
    word = plain(name)
    return " " not in name and word.startswith("ال") and head_of(word) is not None


def without_aliases(names: Iterable[str], texts: list[str]) -> list[str]:
    """The names without acronyms that stand for one which the text has in full."""
    stands_for = aliases(texts)
    return [name for name in names if fold(name) not in stands_for]


def acronyms(text: str, stands_for: set[str]) -> list[tuple[int, int, str]]:
    """« le HCP », « selon la DGSN »: letters alone, which stand for no name of the text."""
    letters = [one for one in text if one.isalpha()]
    if sum(one.isupper() for one in letters) > len(letters) / 3:
        return []
    return [
        (found.start("acronym"), found.end(), text[found.start("acronym") : found.end()])
        for found in ACRONYM.finditer(text)
        if found["acronym"] not in NO_BODIES
        and fold(found["acronym"]) not in stands_for
        and found[0][0] != "("
        and not begins_as_a_name(found["more"] or "")
    ]


def known_bodies(text: str, language: str) -> list[tuple[int, int, str]]:
    """The bodies that everybody knows, by any of their names in the language of the text."""
    spans = []
    for pattern in known_patterns(language == ARABIC):
        for one in pattern.finditer(text):
            end = one.end(1)
            if one[1] in OF_A_NATION and (nation := NATION.match(text, end)):
                end = nation.end()
            spans.append((one.start(1), end, text[one.start(1) : end]))
    return spans


OF_A_NATION = frozenset(("Croix-Rouge", "Croissant-Rouge", "Garde-côtes", "Coopération"))
NATION = re.compile(
    r"\s[a-zà-ÿ]{3,}(?:ienne?|aise?|oise?|aine?|éenne?|ique|inbè|nabè|ote|[eè]que|nienne?|dane?|sénégalaise?)(?![\w-])"
)
"""« Croix-Rouge burkinabè »."""


@cache
def known_patterns(is_arabic: bool) -> list[re.Pattern[str]]:
    agencies = {name for names in full_names().values() for name in names}
    names = {
        name
        for each in bodies()
        for name in each
        if name not in AMBIGUOUS | agencies
        and bool(re.search("[\u0600-\u06ff]", name)) == is_arabic
        and len(name) > 2
    } | set(ARABIC_BODIES if is_arabic else FRENCH_BODIES)
    if is_arabic:
        before = r"(?<![\u0621-\u064a])(?:[وبل]|ول|وب)?"
        return [re.compile(rf"{before}({either([*names])})(?![\w-])")]
    of_words = [name for name in names - set(FRENCH_BODIES) if " " in name]
    return [
        re.compile(rf"(?<![\w-])({either([*names])})(?![\w-])"),
        re.compile(rf"(?<![\w-])({either(of_words)})(?![\w-])", re.IGNORECASE),
    ]
