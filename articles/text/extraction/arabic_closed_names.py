"""Whether nothing but a name can stand between its first word and what follows it, in Arabic."""

from __future__ import annotations

from .arabic_name_words import is_family
from .arabic_places import NATIONS
from .arabic_shapes import is_accusative
from .arabic_words import (
    CLAUSE,
    CONNECTED,
    COURTESIES,
    LONGEST_POSITION,
    OF_SOMEBODY,
    RANKS,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    both_genders,
    is_definite_title,
    title_of,
)
from .given_names import is_given_name


def is_closed(found: list[ArabicWord], start: int, end: int, text: str) -> bool:
    """Whether nothing but a name can stand between its first word and what follows."""
    before = start - 1 if start and found[start - 1].word in COURTESIES else start
    apposed = found[before].gap.strip() in {"،", ","} or found[start].gap.strip() in {"،", ","}
    after = found[end] if end < len(found) else None
    sign = text[found[end - 1].end :].lstrip()[:1]
    last, comma = found[end - 1].word, bool(sign) and sign in "،,"
    if (comma or sign in {":", ".", "("}) and last.startswith("ال") and last.endswith("ي"):
        # « قالت الناشطة هادية الفالحي السعداوي، », « القاضية هند العلوي المدغري. »
        titled = start > 0 and found[start].beside and is_definite_title(found[start - 1].word)
        own = titled and is_given_name(found[start].word) and last not in NATIONS
        if apposed or own or is_of_a_plain_verb(found, start):
            return True
    polite = comma and is_surely_no_noun(found, start, end)
    polite = polite or (
        is_courteous(found, start) and ends_with_two_families(found, start, end, sign, after)
    )
    if polite or (apposed and comma) or (comma and is_who(found, start, end)):
        return True
    if end - start == LONG and ends_with_a_family(found, start, end, sign, after):
        return True
    if is_accusative(last) or not is_of_a_plain_verb(found, start):
        return False
    if after is not None and after.beside:
        return after.word in CLAUSE or is_of_nobody_else(found, start, end)
    return after is not None and sign in {"،", ","} and title_of(after.word) is not None


def is_surely_no_noun(found: list[ArabicWord], start: int, end: int) -> bool:
    """« بحسب الطبيبة سمر الخوري مسعد، فإن »: a word without its article ends a name at a comma."""
    last, before = found[end - 1], found[start - 1] if start and found[start].beside else None
    if last.definite or last.word[0] in "وفبلك" or is_accusative(last.word):
        return False
    if last.word.endswith(("ات", "ين", "ون", "ه", "ي")) or len(last.word) < LONG:
        return False
    titled = before is not None and (before.definite or bare_verb(before.word) in VERBS)
    return titled and is_given_name(found[start].word) and end - start <= LONG


def is_who(found: list[ArabicWord], start: int, end: int) -> bool:
    """« صديقي عبد القادر ميغا، وهو مزارع »: what goes on so is of somebody with a name."""
    first, last = found[start].word, found[end - 1].word
    who = end < len(found) and found[end].word in {"وهو", "وهي", "التي", "الذي"}
    act = last[0] in "تي" and not is_given_name(last)
    return who and not act and (is_given_name(first) or first in CONNECTED)


def is_courteous(found: list[ArabicWord], start: int) -> bool:
    """Whether a courtesy stands before a name, and nobody is spoken to in it."""
    at = start
    while at and found[at].beside and found[at - 1].word in COURTESIES | RANKS:
        at -= 1
    spoken_to = at > 0 and bare_verb(found[at - 1].word) in OF_SOMEBODY
    return at < start and not spoken_to


def ends_with_two_families(
    found: list[ArabicWord], start: int, end: int, sign: str, after: ArabicWord | None
) -> bool:
    """« السيد زهير العلوي المدغري والحاجب », « السيد عبد الحفيظ بنجلون التويمي، »."""
    last = found[end - 1].word
    if not (last.startswith("ال") and last.endswith("ي")) or end - start < LONG:
        return False
    if after is None or not after.beside or after.word in STOP | CLAUSE:
        return True
    return after.word.startswith("و") or bool(sign and sign in "،,.:")


LONG = 3
"""Words of a name with the surname of a family behind another."""


def ends_with_a_family(
    found: list[ArabicWord], start: int, end: int, sign: str, after: ArabicWord | None
) -> bool:
    """« الدكتورة ميسون العتوم النهار أن », « جاسم الهيدوس الكعبي. »: a third word before an end.

    Nothing that is done to somebody may stand there: a title or a courtesy comes before the name.
    """
    before, last = found[start - 1] if start else None, found[end - 1].word
    if before is None or not found[start].beside:
        return False
    plain_verb = bare_verb(before.word) in VERBS and bare_verb(before.word) not in OF_SOMEBODY
    if not before.definite and not (plain_verb and sign in {"،", ","} and is_given_name(last)):
        return False
    ended = after is None or not after.beside or after.word in CLAUSE | {"ل"}
    known = last.startswith("ال") or is_given_name(last) or before.word in COURTESIES
    quoted = bool(sign) and sign in '"«“' and found[end - 1].definite and not last.endswith("ي")
    if quoted or is_behind_a_family(found, end - 1):
        return False  # « اعتبر النائب رحيم الدراجي الأمر "سابقة" »
    return ended and (not sign or sign in "،,.:«" or after is not None) and known


WITHOUT_OBJECT = both_genders(
    "قال يقول صرح يصرح أشار يشير لفت يلفت نبه ينبه تحدث يتحدث أعرب يعرب عبر يعبر".split()
)
"""Verbs behind which nobody stands but who speaks."""


def is_of_nobody_else(found: list[ArabicWord], start: int, end: int) -> bool:
    """« وقال الدكتور عبدالله رجب المطيري الحمد في تصريح »: nothing but who speaks, to a preposition."""
    if found[end].word not in PREPOSITIONS:
        return False
    for at in range(start - 1, max(start - LONGEST_POSITION, 0) - 1, -1):
        if bare_verb(found[at].word) in VERBS:
            only = bare_verb(found[at].word) in WITHOUT_OBJECT
            last = found[end - 1].word
            return only and (last.startswith("ال") or is_given_name(last))
    return False


PREPOSITIONS = frozenset("في خلال على لدى امام عقب بعد قبل عبر عن".split())


def is_of_a_plain_verb(found: list[ArabicWord], start: int) -> bool:
    """Whether the verb of speech before a name takes nobody else beside who speaks."""
    for at in range(start - 1, max(start - LONGEST_POSITION, 0) - 1, -1):
        if bare_verb(found[at].word) in VERBS:
            return bare_verb(found[at].word) not in OF_SOMEBODY
    return False


def is_behind_a_family(found: list[ArabicWord], at: int) -> bool:
    word, family = found[at].word, found[at - 1].word
    known = is_given_name(word) or word.endswith(("ي", "يه")) or is_given_name(family)
    return is_family(family) and found[at].definite and not known
