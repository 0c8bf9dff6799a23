"""Where a name stands in an alphabetical list, by the customs of its script.

The order of letters is that of the Unicode collation algorithm's first level (UTS 10) with
CLDR's two changes for Arabic (taa marbuta with taa, alef maqsura with yaa): accents and
hamzas do not part names, they only order those that are otherwise the same.
"""

from __future__ import annotations

import re
import unicodedata

from ..folding import without_accents

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
ARABIC = str.maketrans({"ة": "ت", "ى": "ي", "ـ": None})
OTHER = "#"
"""The letter of names that begin with none: numbers and signs."""

# What a family name keeps before it, and so is listed under.
KEPT = frozenset(
    "el al ben ibn bin bint mint aït ait ould abou abu bou oum van von mc mac le la "
    "du des di della "
    "بن ابن بنت منت أبو ابو أبي ابي آل ال عبد أم ام ولد بو أولاد آيت ايت".split()
)
GIVEN = frozenset("al ben van".split())
"""Of these, what is a given name too: « Ben Okri »."""
BOUND = frozenset("الله الدين".split())
"""What makes one name with the word before it: « نصر الله »."""
TITLES = frozenset(
    "majesté altesse royale impériale excellence sainteté éminence "
    "sm s.m s.m. sar s.a.r. se s.e. roi reine prince princesse sultan émir pape empereur mgr "
    "monseigneur cardinal m m. mm mme mlle dr dr. pr pr. maître monsieur madame "
    "الجلالة جلالة السمو سمو الملكي الملك الملكة الأمير الأميرة السلطان البابا الإمبراطور "
    "معالي سعادة فخامة قداسة الدكتور الدكتورة د د. السيد السيدة".split()
)
BEFORE_TITLES = frozenset("le la les sa son leurs صاحب صاحبة".split())
ROMAN = r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})"
ORDINAL = re.compile(
    rf"{ROMAN}(?:er|re|ᵉʳ)?|\d{{1,2}}(?:er|re|e)?"
    r"|ال(?:[أا]ول|[أا]ولى|ثانية?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادي|حادية)"
)
GENERATION = frozenset("jr jr. sr sr. fils père".split())
OF = re.compile(r"^d['’](?=\w)")
ARABIC_ARTICLE = re.compile(r"^\W*ال(?=\w\w)")
FRENCH_ARTICLE = re.compile(r"^(?:l[ae]s? |l['’])(?=\w\w)", re.IGNORECASE)


def letters(name: str) -> str:
    """A name as the list compares it: no accents, no hamzas, no case, no signs."""
    plain = without_accents(name.casefold().translate(LIGATURES))
    words = re.sub(r"[^\w\s]", " ", plain.translate(ARABIC))
    return " ".join(words.split())


def without_article(name: str) -> str:
    """« L’Union africaine » as a list of organizations has it: under U. People keep theirs."""
    return FRENCH_ARTICLE.sub("", name.strip(), count=1)


def family_name_first(name: str) -> str:
    """« Chekkouri Ismail »: a person's name turned so that its last part leads.

    Particles that belong to a family name stay with it (« El Othmani », « أبو الغيط »);
    the French « de » does not. Titles are no part of a name; who has a number instead of a
    family name is known by the first (« Mohammed VI », « محمد السادس »).
    """
    words = name.split()
    titles = count_titles(words)
    words = words[titles:]
    if len(words) < 2 or is_numbered(words, is_titled=titles > 0):
        return " ".join(words)
    start = len(words) - 1
    while start > 1 and is_suffix(words[start]):
        start -= 1
    while start > 0 and belongs_before(words, start, is_given=not titles):
        start -= 1
    words[start] = OF.sub("", words[start])
    return " ".join([*words[start:], *words[:start]])


def count_titles(words: list[str]) -> int:
    """How many words before a name are none of it; a title alone is a name."""
    titles = 0
    for at, word in enumerate(words[:-1], 1):
        folded = word.casefold()
        if folded in TITLES:
            titles = at
        elif folded not in BEFORE_TITLES:
            break
    return titles


def is_numbered(words: list[str], *, is_titled: bool) -> bool:
    """Whether a number follows the first name, or ends the name of somebody with a title."""
    first = 2 if words[0].casefold() in KEPT or words[1] in BOUND else 1
    ends = words[-1] if is_titled else ""
    return any(ORDINAL.fullmatch(word) for word in [*words[first : first + 1], ends])


def is_suffix(word: str) -> bool:
    """Whether it tells people of one family name from each other: « Gates III », « King Jr »."""
    return word.casefold() in GENERATION or bool(ORDINAL.fullmatch(word))


def belongs_before(words: list[str], start: int, *, is_given: bool) -> bool:
    """Whether the word before belongs to the family name that begins at ``start``."""
    before = words[start - 1].casefold()
    if words[start] in BOUND:
        return True
    return before in KEPT and not (start == 1 and is_given and before in GIVEN)


def sort_key(name: str) -> tuple[str, str]:
    """What to sort names by: their letters without the Arabic article, then accents and hamzas."""
    bare = ARABIC_ARTICLE.sub("", name, count=1)
    return letters(bare), unicodedata.normalize("NFC", bare.casefold())


def initial(name: str) -> str:
    """The letter of the list that a name stands under; ``"#"`` for numbers and signs."""
    first = sort_key(name)[0][:1]
    return first.upper() if first.isalpha() else OTHER
