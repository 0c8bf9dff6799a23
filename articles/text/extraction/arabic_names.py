"""Where a name can begin and end among the words of an Arabic paragraph.

No capital says it: a name begins with a given name, or after a courtesy or a comma; what it cannot
go on with is told by the words that are never of one.
"""

from __future__ import annotations

import re

from .arabic_shapes import DONE, NO_GIVEN_NAME, PREFIXED, is_accusative
from .arabic_words import (
    ADDRESSED,
    CALENDAR,
    CLAUSE,
    COMMON,
    COMPLETED,
    CONNECTED,
    COURTESIES,
    LONGEST_NAME,
    LONGEST_POSITION,
    OF_NO_NAME,
    OF_SOMEBODY,
    RANKS,
    SAYING,
    STOP,
    SURNAMES,
    TITLES,
    VERBS,
    ArabicWord,
    bare_verb,
    title_of,
)
from .given_names import is_given_name


def may_be_of_a_name(word: str) -> bool:
    """Whether a word can go on with a name that has begun."""
    if word in OF_NO_NAME or SOMEBODY_S.fullmatch(word) or is_of_several(word):
        return False
    if (title_of(word) and not is_given_name(word)) or PREFIXED.match(word):
        return False
    rest = word[1:]
    if word[0] in "وف" and not is_given_name(word):
        return False
    if re.sub("(?:ه|ها|هم)$", "", word) in VERBS and not is_given_name(word):
        return False  # « الرئيس دونالد ترامب أبلغه بأنه »
    return not (
        word[0] in "بلك"
        and (rest in COMMON | STOP | SAYING or is_given_name(rest))
        and not is_given_name(word)
    )


SOMEBODY_S = re.compile("(?!الطه|طه).{3,}(?:ها|هما|كما)")
"""« لخصت خديجة شعورها »: what is hers bears no name."""


def is_of_several(word: str) -> bool:
    """« أبلغ ياسر الجوهري الصحفيين »: many are no surname."""
    if not word.startswith("ال") or not word.endswith(("ين", "ون")):
        return False
    one = word[2:-2]
    return (one in TITLES or one.endswith("ي")) and not is_given_name(word)


def may_begin_a_name(word: str) -> bool:
    """Whether a word that is no given name of ours can be one: a foreigner's."""
    return (
        may_be_of_a_name(word)
        and not word.startswith(("ال", "و", "ف", "ب", "ل", "ك"))
        and word not in RANKS
        and NO_GIVEN_NAME.fullmatch(word) is None
        and len(word) > 2
    )


def name_end(found: list[ArabicWord], start: int, text: str) -> int | None:
    """Where a name that begins at a token ends; nothing where it is one word."""
    at, units = start, 0
    while at < len(found) and at - start < LONGEST_NAME:
        word = found[at].word
        if at > start and not found[at].beside:
            break
        if (last := end_of_connected(found, at)) is not None:
            at, units = last, units + 1
            continue
        if at > start and word in COMPLETED:
            at += 1
            continue
        if at > start and word in SURNAMES and is_surname(found, at, text):
            at, units = at + 1, units + 1
            continue
        if at > start and ends_a_name(found, start, at, units):
            break
        at, units = at + 1, units + 1
        ends = word.startswith("ال") or is_hadrami(word)
        if ends and at - 1 > start and not goes_on(found, at):
            break
    if units < 2:
        return None
    end = extended(found, start, at, text)
    if end == at and is_doubtful(found, start, end, text):
        return None
    return behind_hyphens(found, start, end)


def behind_hyphens(found: list[ArabicWord], start: int, end: int) -> int:
    """« عايدة مبودج-فال » is one name."""
    while end < len(found) and found[end].gap == "-" and end - start < LONGEST_NAME:
        end += 1
    return end


def end_of_connected(found: list[ArabicWord], at: int) -> int | None:
    """Where a part of a name ends that is of several words: « ولد عبد العزيز », no « أم أنها »."""
    last = at
    while last + 1 < len(found) and found[last + 1].beside:
        if found[last].word not in CONNECTED and found[last].word[1:] != "عبد":
            break
        last += 1
    if last == at or found[last].word in CONNECTED:
        return None
    return None if found[last].word in STOP | CLAUSE else last + 1


def ends_a_name(found: list[ArabicWord], start: int, at: int, units: int) -> bool:
    """Whether a name has ended before a token."""
    word = found[at].word
    if not may_be_of_a_name(word):
        return True
    if is_a_thing(word) and not is_given_name(found[start].word):
        return True
    if units >= 2:
        return is_a_thing(word) or not may_end_a_name(found, at)
    apposed = found[start].gap.strip() in {"،", ","}
    return units == 1 and not apposed and is_of_a_phrase(found, at)


def is_surname(found: list[ArabicWord], at: int, text: str) -> bool:
    """« ريمون الحاج إن », « أعل الشيخ ولد الديه »: no title of who is named after it."""
    if at + 1 < len(found) and found[at + 1].beside and found[at + 1].word in STOP:
        return True  # « بولس الحاج في بكركي »
    return is_bounded(found, at + 1, text) or goes_on(found, at + 1)


def extended(found: list[ArabicWord], start: int, end: int, text: str) -> int:
    """Where a name ends for sure: « المنصف الوهايبي الصغير إن », « ، كمال حمدي باشا، »."""
    last = end
    while last < len(found) and last - end < 2 and found[last].beside:
        word = found[last].word
        if not may_be_of_a_name(word) or is_a_thing(word):
            break
        last += 1
    return last if last > end and is_closed(found, start, last, text) else end


def is_doubtful(found: list[ArabicWord], start: int, end: int, text: str) -> bool:
    """« فارس سعيد باسيل على », « خميس الخياطي الصغير في »: part of a name, or of the sentence?"""
    if end >= len(found) or not found[end].beside:
        return False
    word = found[end].word
    if may_be_of_a_name(word) and word.startswith("ال") and word.endswith("ي"):
        # « أبلغ أسعد الشيباني الحلبي أن »
        return True
    if end + 1 >= len(found):
        return False
    if is_bounded(found, end + 1, text) and is_perhaps_of_a_foreign_name(word):
        return True
    return is_doubtful_before(found, start, end)


def is_doubtful_before(found: list[ArabicWord], start: int, end: int) -> bool:
    """Whether a name may go on with a word, by the word after that."""
    word, after = found[end].word, found[end + 1]
    if after.beside and after.word not in STOP | CLAUSE:
        # « استقبل يوسف خليل ناصيف الوفد »
        return is_given_name(found[end - 1].word) and may_begin_a_name(word)
    if word[0] in "بلك":
        known = PREFIXED.match(word) or word[1:] in COMMON | STOP | SAYING
        return not known and len(word) > 4 and is_given_name(found[end - 1].word)
    name = may_be_of_a_name(word) and not is_a_thing(word) and word.startswith("ال")
    return name and is_of_a_plain_verb(found, start)


def is_perhaps_of_a_foreign_name(word: str) -> bool:
    """« دانيال هاغاري ليفي: », but « دانيال هاغاري لقناة: », « بحرقة: », « لهم: »."""
    known = PREFIXED.match(word) or word[1:] in COMMON | STOP | SAYING | ADDRESSED
    ends = word.endswith(("ه", "ا", "هم"))
    return word[0] in "بلك" and len(word) in {4, 5} and not known and not ends


def is_closed(found: list[ArabicWord], start: int, end: int, text: str) -> bool:
    """Whether nothing but a name can stand between its first word and what follows."""
    before = start - 1 if start and found[start - 1].word in COURTESIES else start
    apposed = found[before].gap.strip() in {"،", ","} or found[start].gap.strip() in {"،", ","}
    after = found[end] if end < len(found) else None
    sign = text[found[end - 1].end :].lstrip()[:1]
    if (
        sign
        and sign in "،,:"
        and found[end - 1].word.startswith("ال")
        and found[end - 1].word.endswith("ي")
    ):
        # « قالت الناشطة هادية الفالحي السعداوي، »
        return apposed or is_of_a_plain_verb(found, start)
    polite = is_courteous(found, start) and ends_with_two_families(found, start, end, sign, after)
    if polite or (apposed and sign and sign in "،,"):
        return True
    if end - start == LONG and ends_with_a_family(found, start, end, sign, after):
        return True
    if is_accusative(found[end - 1].word) or not is_of_a_plain_verb(found, start):
        return False
    if after is not None and after.beside:
        return after.word in CLAUSE
    return after is not None and sign in {"،", ","} and title_of(after.word) is not None


def is_courteous(found: list[ArabicWord], start: int) -> bool:
    """Whether a courtesy stands before a name, and nobody is spoken to in it."""
    at = start
    while at and found[at].beside and found[at - 1].word in COURTESIES:
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
    return ended and (not sign or sign in "،,.:«" or after is not None) and known


def is_of_a_plain_verb(found: list[ArabicWord], start: int) -> bool:
    """Whether the verb of speech before a name takes nobody else beside who speaks."""
    for at in range(start - 1, max(start - LONGEST_POSITION, 0) - 1, -1):
        if bare_verb(found[at].word) in VERBS:
            return bare_verb(found[at].word) not in OF_SOMEBODY
    return False


def is_a_thing(word: str) -> bool:
    """« ووصف الجنرال دانفورد العملية بأنها »: a noun, after a name that is a foreigner's."""
    if not word.startswith("ال"):
        return False
    # « السلايمة », « المعايطة » are borne as surnames.
    ends = word.endswith("ه") and FAMILY.fullmatch(word) is None
    return ends or DONE.fullmatch(word) is not None or word.removeprefix("ال") in COMMON


FAMILY = re.compile(r"ال..ا..ه|ال...ا..?ه")


def is_of_a_phrase(found: list[ArabicWord], at: int) -> bool:
    """« وأكد الطيب حرص الدولة »: a noun and what it is of, not the rest of a name."""
    if found[at].definite or is_given_name(found[at].word) or at + 1 >= len(found):
        return False
    after = found[at + 1]
    if after.word in COMPLETED or is_family(found[at].word):
        return False
    # « فيليبو غراندي اليوم إنه »
    known = after.word in STOP | CALENDAR or not after.word.startswith("ال")
    return after.beside and after.definite and not known


def is_family(word: str) -> bool:
    """« بوشناف », « بنجلون »: written as one word, in the Maghreb."""
    return word.startswith(("بو", "بن")) and len(word) > 4 and word not in COMMON


def is_hadrami(word: str) -> bool:
    """« باوزير », « باخشب »: families of Hadramaut, and no « ب » before a word."""
    is_family = word.startswith("با") and not word.startswith("بال") and len(word) > 4
    return is_family and not word.endswith(("ت", "وا")) and word not in OF_NO_NAME


def goes_on(found: list[ArabicWord], at: int) -> bool:
    return at < len(found) and found[at].beside and found[at].word in CONNECTED


def may_end_a_name(found: list[ArabicWord], at: int) -> bool:
    """Whether a third word is of the name: the last before a sign, « أن » or a preposition."""
    word = found[at].word
    if is_hadrami(word):
        return True
    if is_accusative(word) or (word[0] in "بلك" and not is_given_name(word)):
        return False
    if at + 1 >= len(found):
        return True
    after = found[at + 1]
    if (
        word.startswith("ال")
        and is_given_name(found[at - 1].word)
        and is_given_name(found[at - 2].word)
    ):
        return True  # « راشد سالم العويس »
    if word.startswith("ال") and title_of(after.word) and not title_of(word):
        return True  # « لولوة بنت راشد الخاطر وزيرة التربية »
    return not after.beside or after.word in STOP | CLAUSE | CALENDAR


def is_bounded(found: list[ArabicWord], end: int, text: str) -> bool:
    """Whether a comma, a colon, a quotation or « أن » follows, as after who speaks."""
    if end < len(found) and found[end].beside:
        return found[end].word in CLAUSE or found[end].word in {"الى", "الي"}
    sign = text[found[end - 1].end :].lstrip()[:1]
    return sign in '،,:«“"'
