"""What goes on with the name of a body, in Arabic, where no word of its own does."""

from __future__ import annotations

from .arabic_body_words import (
    AFTER_HEAD,
    FIELDS,
    MANIFOLD,
    OF_A_BODY,
    OF_UNITS,
    PURPOSES,
    STOPS,
    WORKING_IN,
)
from .arabic_free_bodies import head_of
from .arabic_places import BARE_PLACES
from .arabic_words import (
    OF_NO_NAME,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    is_definite_title,
    title_of,
)


def count_continuing_words(found: list[ArabicWord], at: int, end: int) -> int:
    """How many words that go on with no name go on with this one."""
    more = behind_a_father(found, at, end) or behind_a_court(found, at, end)
    more = (
        more
        or of_a_force(found, at, end)
        or in_a_unit(found, at, end)
        or of_a_unit(found, at, end)
        or working_in(found, at, end)
        or and_of_a_field(found, at, end)
        or of_two(found, at, end)
    )
    return more or (2 if is_of_another_noun(found, end) else 0)


def of_a_force(found: list[ArabicWord], at: int, end: int) -> int:
    """« قيادة شرطة ميسان », « إدارة مرفأ اللاذقية »: of which town."""
    if end != at + 2 or found[at + 1].word not in FORCES or found[end].word in STOP | STOPS:
        return 0
    return 1 if bare_verb(found[end].word) not in VERBS and found[end].word not in OF_NO_NAME else 0


FORCES = frozenset(("شرطه", "مرفا", "ميناء", "مطار"))


def in_a_unit(found: list[ArabicWord], at: int, end: int) -> int:
    """« مديرية الصحة بولاية سطيف », « مكتب التعليم بمحافظة جدة »: of which part of the country it is."""
    if end < at + 2 or end + 1 >= len(found) or not found[end + 1].beside:
        return 0
    noun = head_of(found[at].word)
    word, place = found[end].word, found[end + 1].word
    local = noun is not None and noun[0].removeprefix("ال") in OF_PARTS
    unit = word[0] == "ب" and word[1:] in OF_UNITS | {"مديريه", "منطقه"}
    return 2 if local and unit and place not in STOP | OF_NO_NAME else 0


OF_PARTS = frozenset(
    (
        "مديريه",
        "اكاديميه",
        "مكتب",
        "مندوبيه",
        "مصلحه",
        "اداره",
        "مفتشيه",
        "نيابه",
        "قياده",
        "دايره",
        "رابطه",
    )
)


def of_a_unit(found: list[ArabicWord], at: int, end: int) -> int:
    """« مجلس محافظة البصرة »: of a part of the country, and its name."""
    if end != at + 1 or end + 1 >= len(found) or not found[end + 1].beside:
        return 0
    is_council = found[at].word.removeprefix("و").removeprefix("ب").removeprefix("ل") == "مجلس"
    place = found[end + 1].word
    return 2 if is_council and found[end].word in OF_UNITS and place not in STOP | OF_NO_NAME else 0


def working_in(found: list[ArabicWord], at: int, end: int) -> int:
    """« للعاملين في الغزل والنسيج », « لخدمات الماء في الوسط الريفي »: in what, is of the name."""
    if end + 1 >= len(found) or not found[end + 1].beside:
        return 0
    if found[end].word == "عن" and found[end - 1].word in {"للدفاع", "الدفاع"}:
        return 2 if found[end + 1].word.startswith("ال") else 0
    if found[end].word != "في":
        return 0
    before, of = found[end - 1], found[end + 1].word
    if not of.startswith("ال") or of in STOPS or of in BARE_PLACES:
        return 0
    rural = of.startswith("الوسط") and end + 2 < len(found) and found[end + 2].definite
    return 2 if before.word in WORKING_IN or rural else 0


def and_of_a_field(found: list[ArabicWord], at: int, end: int) -> int:
    """« وزارة الثروة الزراعية وموارد المياه »: a ministry is of two things."""
    if end + 1 >= len(found) or not found[end + 1].beside or end < at + 2:
        return 0
    noun, word, of = head_of(found[at].word), found[end].word, found[end + 1]
    ministry = noun is not None and noun[0].removeprefix("ال") == "وزاره"
    field = word[0] == "و" and word[1:] in FIELDS
    return 2 if ministry and field and of.word.startswith("ال") and of.word not in STOPS else 0


def of_two(found: list[ArabicWord], at: int, end: int) -> int:
    """« لعلوم وتكنولوجيا البحار »: two nouns, and of what they are."""
    if end + 1 >= len(found) or not found[end + 1].beside:
        return 0
    first, second, of = (one.word for one in found[end - 1 : end + 2])
    noun = first in AFTER_HEAD or (first[0] == "ل" and first[1:] in AFTER_HEAD)
    joined = second[0] == "و" and len(second) > SHORT_ACT and not second.startswith("وال")
    return 2 if noun and joined and of.startswith("ال") and of not in STOPS else 0


def behind_a_father(found: list[ArabicWord], at: int, end: int) -> int:
    """« جامعة الحسين بن طلال », « شركة متعددة الخدمات »: how many words of a name go on so."""
    if end + 1 >= len(found) or end < at + 2 or not found[end + 1].beside:
        return 0
    word, after = found[end].word, found[end + 1]
    son = word in {"بن", "ابن"} and after.word not in STOP
    return 2 if son or (word in MANIFOLD and after.word.startswith("ال")) else 0


def behind_a_court(found: list[ArabicWord], at: int, end: int) -> int:
    """« محكمة الجنايات بمجلس قضاء عنابة », as Algeria calls its courts."""
    words = [one.word for one in found[end : end + 3]]
    is_court = found[at].word.endswith("محكمه") and len(words) == LENGTH_OF_COURT
    beside = all(one.beside for one in found[end : end + 3])
    return LENGTH_OF_COURT if is_court and beside and words[:2] == ["بمجلس", "قضاء"] else 0


LENGTH_OF_COURT = 3


SHORT_ACT = 4
"""Letters of « قامت », « باتت »; « سقالات » has more and is done by nobody."""


def is_of_another_noun(found: list[ArabicWord], end: int) -> bool:
    """« الاتحاد القطري لكرة القدم », « الغرفة الفلاحية لجهة درعة »: of what, in two words."""
    if end + 1 >= len(found):
        return False
    word, after = found[end].word, found[end + 1]
    bare = word[1:]
    if found[end - 1].word.startswith("ال") and is_of_many(found, end):
        return True
    if is_for_whom(found, end):
        return True
    noun = (
        word[0] == "ل"
        and len(word) > 3
        and not word.startswith("لل")
        and not is_definite_title(word)
    )
    known = bare in AFTER_HEAD - PURPOSES or bare in {
        "جهه",
        "منطقه",
        "ولايه",
        "محافظه",
        "اقليم",
        "مدينه",
        "دول",
    }
    return noun and known and after.beside and after.word not in STOPS


def is_for_whom(found: list[ArabicWord], end: int) -> bool:
    """« جمعية الأمل لمرضى السرطان »: behind a name of one word, for whom."""
    noun, word, after = head_of(found[end - 2].word), found[end].word, found[end + 1]
    if end < OF_TWO or noun is None or noun[0] not in FOR_SOMEBODY or not found[end - 1].definite:
        return False
    of = word[0] == "ل" and len(word) > 4 and not word.startswith("لل")
    known = (
        word in STOPS or word[1:] in STOP | OF_NO_NAME - AFTER_HEAD or title_of(word) is not None
    )
    return of and not known and after.beside and after.definite and after.word not in STOPS


def is_of_many(found: list[ArabicWord], end: int) -> bool:
    """« التنسيقية الوطنية لعمال الموانئ »: behind what a body is like, of what, in two words."""
    word, after = found[end].word, found[end + 1]
    of = word[0] == "ل" and len(word) > 3 and not word.startswith("لل") and word not in STOPS
    plainly = found[end - 1].word in OF_A_BODY or found[end - 1].word.endswith(("يه", "ي"))
    return (
        of
        and plainly
        and after.beside
        and after.word.startswith("ال")
        and (after.word not in STOPS or word == "لحريه")
    )


OF_TWO = 2
"""Words by which a body is called at least, where a nation stands behind them."""


FOR_SOMEBODY = frozenset(("جمعيه", "موسسه", "مركز", "معهد", "رابطه", "شبكه", "صندوق"))
