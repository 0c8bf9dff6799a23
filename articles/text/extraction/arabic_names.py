"""Where a name can begin and end among the words of an Arabic paragraph.

No capital says it: a name begins with a given name, or after a courtesy or a comma; what it cannot
go on with is told by the words that are never of one.
"""

from __future__ import annotations

from .arabic_closed_names import (
    LONG,
    is_behind_a_family,
    is_closed,
    is_courteous,
    is_of_a_plain_verb,
)
from .arabic_enclosed_names import KNOWN_AS, end_of_enclosed
from .arabic_name_parts import end_of_sure_parts
from .arabic_name_words import (
    end_of_connected,
    goes_on,
    is_a_thing,
    is_before_a_name,
    is_compound,
    is_descended,
    is_family,
    is_family_of,
    is_hadrami,
    is_joined,
    is_of_a_phrase,
    is_perhaps_of_a_foreign_name,
    may_be_of_a_name,
    may_begin_a_name,
    may_stand_in_marks,
    opens_a_name,
)
from .arabic_places import NATIONS
from .arabic_shapes import ACT, NO_GIVEN_NAME, PREFIXED, is_accusative
from .arabic_words import (
    CLAUSE,
    COMMON,
    COMPLETED,
    CONNECTED,
    LONGEST_NAME,
    OF_NO_NAME,
    OF_SOMEBODY,
    RANK_BEHIND,
    SAYING,
    STOP,
    SURNAMES,
    VERBS,
    ArabicWord,
    bare_verb,
    ends_before,
    title_of,
)
from .given_names import is_given_name, plain
from .given_names_by_region import MEN_BY_REGION, WOMEN_BY_REGION


def name_end(found: list[ArabicWord], start: int, text: str) -> int | None:
    """Where a name that begins at a token ends; nothing where it is one word, or nobody can tell."""
    end = end_by_shape(found, start, text)
    sure = end_of_sure_parts(found, start, text) or 0
    enclosed = end_of_enclosed(found, start, text) or 0
    return max(end or 0, sure, enclosed) or None


def end_by_shape(found: list[ArabicWord], start: int, text: str) -> int | None:
    at, units, halves = start, 0, 0
    while at < len(found) and at - start < LONGEST_NAME:
        word = found[at].word
        if at > start and is_past_a_name(found, start, at):
            break
        if word.endswith(".") or (at > start and found[at].gap == "-"):
            at, halves = at + 1, halves + 1
            continue
        if (last := end_of_part(found, start, at, units, text)) is not None:
            at, units = last, units + (at == start or word not in COMPLETED)
            continue
        behind_half = halves == at - start - 1 > 0 and is_of_elsewhere(word)
        foreign = at == start + 1 and found[start].word in WESTERN and is_of_elsewhere(word)
        behind_half = behind_half or foreign  # « لوك فانديرلاين »
        ended = not behind_half and ends_a_name(found, start, at, units)
        if at > start and (ended or (halves and is_a_thing(word))):
            break
        at, units = at + 1, units + 1
        if is_family_of(found, start, at - 1):
            break
        ends = (word.startswith("ال") and not is_half_of_two(found, at - 1)) or is_hadrami(word)
        if ends and at - 1 > start and not goes_on(found, at):
            break
    if units < 2 and (not halves or units + halves < 2):
        # « ، علاء الشيخ راضي، »
        return whole(found, start, at, text) if opens_a_name(found, start) else None
    end = whole(found, start, at, text) or extended(found, start, at, text)
    if end == at and is_doubtful(found, start, end, text):
        return None
    return end


def is_half_of_two(found: list[ArabicWord], at: int) -> bool:
    """« محمد الهادي الجزيري »: the second given name has an article, and a family follows."""
    before, after = found[at - 1].word, found[at + 1] if at + 1 < len(found) else None
    second = before in OF_THE_PROPHET and found[at].word in WITH_ARTICLE
    return (
        second
        and after is not None
        and after.beside
        and after.definite
        and after.word.endswith("ي")
    )


WESTERN = frozenset(
    map(
        plain,
        f"{MEN_BY_REGION['Elsewhere']} {WOMEN_BY_REGION['Elsewhere']}".split(),
    )
)
OF_THE_PROPHET = frozenset(map(plain, "محمد أحمد محمود مصطفى علي".split()))
WITH_ARTICLE = frozenset(
    map(
        plain,
        "الهادي الصادق الأمين المختار الطيب العربي الطاهر البشير الحبيب المنصف الصغير الصالح الناصر المهدي الفاضل الشريف الأخضر السعيد الصديق الحسن الحسين الكبير الزين المنير".split(),
    )
)


def is_past_a_name(found: list[ArabicWord], start: int, at: int) -> bool:
    """Whether a name has ended before a token, whatever it is: « … الملقب », « يوفانوفيتش-بتروف الفوز »."""
    halved = at > start + 2 and found[at - 1].gap == "-" and found[at].definite
    return not is_joined(found, at) or found[at].word in KNOWN_AS or halved


def is_of_elsewhere(word: str) -> bool:
    """« بيتر-يان فاندنبروك »: behind a first name of two halves, a surname with any letter first."""
    return (
        word[0] in "فوبلك"
        and len(word) > LONG + 1
        and word not in OF_NO_NAME
        and (
            word[1:] not in OF_NO_NAME and PREFIXED.match(word) is None and bare_verb(word) == word
        )
    )


def end_of_part(found: list[ArabicWord], start: int, at: int, units: int, text: str) -> int | None:
    """Where a part ends that is of a name whatever follows; nothing where that is to be seen."""
    if at == start:
        return at + 1 if is_compound(found, at) else end_of_connected(found, at)
    word = found[at].word
    if is_compound(found, at) or is_descended(found, at, units):
        return at + 1
    if (last := end_of_connected(found, at)) is not None:
        return last
    surname = word in SURNAMES and is_surname(found, start, at, text)
    return at + 1 if surname or word in COMPLETED | RANK_BEHIND else None


def whole(found: list[ArabicWord], start: int, end: int, text: str) -> int | None:
    """« ، الدكتورة سناء الأسمر شاهد، »: between two commas nothing stands but a name."""
    first = start
    while first and found[first].beside and is_before_a_name(found[first - 1].word):
        first -= 1
    if not first or found[first].gap.strip() not in {"،", ","}:
        return None
    last = end
    while last < len(found) and last - start < LONGEST_NAME and is_joined(found, last):
        if not is_perhaps_of_a_foreigner(found, last) and not may_stand_in_marks(found, last):
            return None
        last += 1
    sign = text[found[last - 1].end :].lstrip()[:1]
    return last if last > end and sign and sign in "،," else None


def is_nation(word: str) -> bool:
    """« السريلانكي », « السريلانكية »."""
    return word.startswith("ال") and word.removesuffix("ه").removesuffix("ي") + "ي" in NATIONS


def is_perhaps_of_a_foreigner(found: list[ArabicWord], at: int) -> bool:
    """« ، الهندي براديب كومار شارما، »: the last word may end as an adverb does."""
    word = found[at].word
    last = at + 1 >= len(found) or not found[at + 1].beside
    known = word[:-1] in OF_NO_NAME or title_of(word[:-1]) is not None
    return last and is_accusative(word) and not known and word not in OF_NO_NAME


def ends_a_name(found: list[ArabicWord], start: int, at: int, units: int) -> bool:
    """Whether a name has ended before a token."""
    word = found[at].word
    if not may_be_of_a_name(word):
        return True
    if is_a_thing(word) and not opens_a_name(found, start):
        return True
    if units >= 2 and is_family_of(found, start, at):
        return False
    if units >= 2:
        return is_a_thing(word) or not may_end_a_name(found, at)
    apposed = found[start].gap.strip() in {"،", ","} or is_courteous(found, start)
    return units == 1 and not apposed and is_of_a_phrase(found, at)


def is_surname(found: list[ArabicWord], start: int, at: int, text: str) -> bool:
    """« ريمون الحاج إن », « أعل الشيخ ولد الديه »: no title of who is named after it."""
    if at + 1 < len(found) and found[at + 1].beside and ends_before(found, at + 1):
        return True  # « بولس الحاج في بكركي », « بنعجيبة الخطيب بـ12 سنة »
    named = is_named_by_verb(found, start) or is_courteous(found, start)
    after = found[at + 1] if at + 1 < len(found) and found[at + 1].beside else None
    only = at == start + 1 and is_given_name(found[start].word)
    if only and after and is_accusative(after.word):
        return True  # « قال سامي الحداد ضاحكا »
    if (
        named
        and at + 1 < len(found)
        and found[at + 1].beside
        and may_be_of_a_name(found[at + 1].word)
    ):
        if at == start + 1 and is_bounded(found, at + 2, text):
            return True
        # « شيخة فهد الصانع البدر في »
        return found[at + 1].definite and ends_before(found, at + 2)
    if text[found[at].end :].lstrip()[:1] == ".":
        return True
    ended = text[found[at].end :].lstrip()[:1] == "("
    return ended or is_bounded(found, at + 1, text) or goes_on(found, at + 1)


def is_named_by_verb(found: list[ArabicWord], start: int) -> bool:
    """« روت هدى الحاج سليم، »: whoever stands right behind the verb."""
    verb = bare_verb(found[start - 1].word) if start and found[start].beside else ""
    return verb in VERBS and verb not in OF_SOMEBODY


def extended(found: list[ArabicWord], start: int, end: int, text: str) -> int:
    """Where a name ends for sure: « المنصف الوهايبي الصغير إن », « ، كمال حمدي باشا، »."""
    last, most = end, 2
    while last < len(found) and last - end < most and found[last].beside:
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
    if found[end - 2].word == "ال":
        return False  # « العنود بنت حمد آل ثاني جهود المتطوعين »
    if after.beside and after.word not in STOP | CLAUSE:
        # « استقبل يوسف خليل ناصيف الوفد »
        return is_given_name(found[end - 1].word) and may_begin_a_name(word)
    if word[0] in "بلك":
        known = PREFIXED.match(word) or word[1:] in COMMON | STOP | SAYING
        return not known and len(word) > 4 and is_given_name(found[end - 1].word)
    name = may_be_of_a_name(word) and not is_a_thing(word) and word.startswith("ال")
    return name and is_of_a_plain_verb(found, start)


def may_end_a_name(found: list[ArabicWord], at: int) -> bool:
    """Whether a third word is of the name: the last before a sign, « أن » or a preposition."""
    word = found[at].word
    if is_hadrami(word) or is_family(word):
        return True
    governed = word[0] in "بلك" and not is_given_name(word)
    if is_accusative(word) or governed or is_behind_a_family(found, at):
        return False  # « يختصر الطيب بوزيان المشهد »
    if ends_before(found, at + 1) or is_of_a_chain(found, at) or is_long(word):
        return True
    after, family = found[at + 1], word.startswith("ال")
    if family and is_given_name(found[at - 1].word) and is_given_name(found[at - 2].word):
        return True  # « راشد سالم العويس »
    acts = is_given_name(word) and bare_verb(after.word) in VERBS
    if acts or (family and title_of(after.word) and not title_of(word)):
        # « عبدالله محفوظ أبوبكر ناشد », « لولوة بنت راشد الخاطر وزيرة التربية »
        return True
    return is_before_an_act(found, at)


def is_long(word: str) -> bool:
    """« غيبريسوس »: as long as no noun without its article is, but a foreigner's name."""
    own = word[0] not in "وفبلكتي" and NO_GIVEN_NAME.fullmatch(word) is None
    return own and len(word) >= LONGEST_NOUN and word not in OF_NO_NAME


LONGEST_NOUN = 7


def is_of_a_chain(found: list[ArabicWord], at: int) -> bool:
    """« تقية علي صالح القحيط », « ديمة قره علي ونجلها »: a given name behind those before it."""
    after = found[at + 1]
    if not is_given_name(found[at].word) or found[at - 1].definite:
        return False
    if after.word.startswith("و") and not is_given_name(after.word):
        return True
    more = after.definite or is_given_name(after.word) or after.word in CONNECTED
    return more and is_given_name(found[at - 1].word) and title_of(after.word) is None


def is_before_an_act(found: list[ArabicWord], at: int) -> bool:
    """« عيسى عمرو عسكر تعليق الدراسة »: who announced it, and what."""
    act, of = found[at + 1], found[at + 2] if at + 2 < len(found) else None
    if ACT.fullmatch(found[at].word) or is_given_name(act.word) or found[at].definite:
        return False
    return bool(ACT.fullmatch(act.word)) and of is not None and of.beside and of.definite


def is_bounded(found: list[ArabicWord], end: int, text: str) -> bool:
    """Whether a comma, a colon, a quotation or « أن » follows, as after who speaks."""
    if end < len(found) and found[end].beside:
        return found[end].word in CLAUSE or found[end].word in {"الى", "الي"}
    sign = text[found[end - 1].end :].lstrip()[:1]
    return sign in '،,:«“"'
