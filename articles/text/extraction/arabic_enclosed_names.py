"""Arabic names that what stands on both sides of them encloses, whatever their words are.

Behind a courtesy, an office or a verb of speech and before « that », a colon or who somebody is, there is
room for nothing but a name. Within one, an initial or a byname in marks says that it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_free_bodies import head_of
from .arabic_name_words import (
    FAMILY,
    end_of_connected,
    is_a_thing,
    is_family,
    is_hadrami,
    is_joined,
    may_be_of_a_name,
    opens_a_name,
)
from .arabic_places import BARE_PLACES, NATIONS
from .arabic_shapes import PREFIXED, SAHEL, is_accusative
from .arabic_words import (
    CALENDAR,
    CLAUSE,
    COMMON,
    COMPLETED,
    CONNECTED,
    COURTESIES,
    OF_NO_NAME,
    OF_SOMEBODY,
    RANK_BEHIND,
    RANKS,
    STOP,
    SURNAMES,
    VERBS,
    ArabicWord,
    bare_verb,
    given_gender,
    is_definite_title,
    is_perhaps_a_verb,
    title_of,
)
from .given_names import is_given_name, plain
from .people import FEMALE, MALE, Person, tidy

NOBODY = frozenset(
    map(
        plain,
        "مصدر مصادر مسؤول مسؤولة مسؤولون شاهد شاهدة شهود سكان أهالي خبراء محللون نشطاء ناشطون أطباء نواب وزراء جيران تجار "
        "مزارعون عمال سائقون ركاب نقابات أحزاب جمعيات منظمات وسائل صحف مواقع قناة صحيفة إذاعة محطة تقارير مراقبون محامون أحدهم "
        "إحداهن بعضهم كثيرون آخرون بيانات أرقام مذيع مقدم جار جارة رجل امرأة سيدة شاب شابة طفل طفلة أستاذ عجوز قروي قروية".split(),
    )
)
"""Who speaks without a name."""
UNNAMED = NOBODY | frozenset(
    map(
        plain,
        "زوجة زوج والدة والد شقيقة شقيق ابنة ابن أخت أخ جدة جد عم عمة خال خالة صديق صديقة زميل زميلة بائع بائعة حارس حارسة سائق سائقة صياد "
        "عامل عاملة موظف موظفة متطوع متطوعة ناج ناجية نازح نازحة لاجئ لاجئة مواطن مواطنة مصاب مصابة مهاجر مهاجرة متظاهر متظاهرة شخص "
        "أشخاص جماعة أسرة عائلة شركاء أم أب صاحب صاحبة كبير كبيرة أحد إحدى نفسه نفسها جميعا معا أمس اليوم مساء صباح غدا".split(),
    )
)
WHO_IS = frozenset(
    map(
        plain,
        "وهو وهي الذي التي أحد إحدى كبير كبيرة صاحب صاحبة والد والدة أول أولى البالغ البالغة".split(),
    )
)
"""Behind a comma after a name: who that is."""
KNOWN_AS = frozenset(
    map(
        plain,
        "الشهير الشهيرة الملقب الملقبة المعروف المعروفة المكنى المكناة المدعو المدعوة".split(),
    )
)
"""What ends a name: by what else somebody is called follows."""
OPENED, CLOSED = frozenset('«"“'), frozenset('»"”')
BEHIND_A_NAME = frozenset(
    "في على الي الى عن من مع خلال بعد قبل عقب لدى عند امام الذي التي ان انه انها".split()
)
NO_PART = STOP | CLAUSE | CALENDAR | KNOWN_AS
NO_FIRST = OF_NO_NAME | UNNAMED | RANKS | BARE_PLACES
NOT_OF_ONE = OF_NO_NAME | UNNAMED | KNOWN_AS
ALWAYS = COMPLETED | SURNAMES | RANK_BEHIND
GOVERNED = COMMON | STOP
MOST = 7
"""Words of the longest name."""


def end_of_enclosed(found: list[ArabicWord], start: int, text: str) -> int | None:
    """Where a name ends that begins at a token, by an initial, a byname, or what is around it."""
    return (
        end_by_initial(found, start)
        or end_behind_byname(found, start)
        or end_between(found, start, text)
    )


def end_by_initial(found: list[ArabicWord], start: int) -> int | None:
    """« نزار ح. الصغبيني », « عبدالله صالح ع. بن بريك »: behind the letter stands one part, and the last."""
    near = found[start + 1 : start + 4]
    if not any(one.word.endswith(".") for one in near):
        return None
    at = start + 1
    while not found[at].word.endswith("."):
        if not found[at].beside or not is_of_a_name(found, at, start):
            return None
        at += 1
    while at < len(found) and found[at].beside and found[at].word.endswith("."):
        at += 1
    last = end_of_last_part(found, at)
    return last or (None if found[start].word.endswith(".") else at)


def end_of_last_part(found: list[ArabicWord], at: int) -> int | None:
    """Where a surname ends, of one word, of two halves, or with « son of »."""
    if at >= len(found) or found[at].gap.strip() not in {"", *CLOSED}:
        return None
    if (last := end_of_connected(found, at)) is not None:
        return last
    word = found[at].word
    joined = word[0] == "و" and not is_given_name(word) and len(word) > 4  # « وفريقه »
    acts = word[0] in "يت" and len(word) > 3 and not is_given_name(word)
    if joined or acts or word[1:] in VERBS or word in NO_PART or bare_verb(word) in VERBS:
        return None
    return end_of_halves(found, at + 1)


def end_of_halves(found: list[ArabicWord], at: int) -> int:
    while at < len(found) and found[at].gap == "-":
        at += 1
    return at


def end_behind_byname(found: list[ArabicWord], start: int) -> int | None:
    """« إبراهيم "دولار" جمت », « محمد الطاهر المدعو "حمة" فرقانيس »: behind the byname, the family."""
    near = found[start + 1 : start + 4]
    if not start or not any(one.gap.strip() in OPENED for one in near):
        return None
    if not found[start].beside or not is_given_name(found[start].word):
        return None
    before = found[start - 1]
    somebody = before.definite or before.word in COURTESIES or title_of(before.word)
    if not (somebody or before.word.endswith(("ها", "ه")) or bare_verb(before.word) in VERBS):
        return None
    for at in range(start + 1, min(start + 4, len(found) - 1)):
        if found[at].gap.strip() in OPENED:
            closed = next((n for n in (at + 1, at + 2) if is_behind_closed(found, n)), None)
            return end_of_last_part(found, closed) if closed is not None else None
        called = found[at].word in KNOWN_AS and found[at].beside
        if not called and not (found[at].beside and is_of_a_name(found, at, start)):
            return None
    return None


def is_behind_closed(found: list[ArabicWord], at: int) -> bool:
    return at < len(found) and found[at].gap.strip() in CLOSED and found[at].gap[-1:].isspace()


def end_between(found: list[ArabicWord], start: int, text: str) -> int | None:
    """« السيدة كمبا عالي ديالو صار، رئيسة », « وروت كدرة روبله وعيس، وهي »."""
    opened = opener(found, start)
    if not opened or not may_be_first(found, start) or is_an_office(found, start):
        return None
    at = start
    while at < len(found) and at - start < MOST and (at == start or is_joined(found, at)):
        if (part := end_of_connected(found, at)) is not None:
            at = part
        elif is_of_a_name(found, at, start) or is_last_for_sure(found, at, start, text):
            at += 1
        else:
            break
    listed = any(is_given_name(one.word) or one.gap == "-" for one in found[start:at])
    return at if at - start > 1 and is_shut(found, at, text, opened, listed=listed) else None


def is_last_for_sure(found: list[ArabicWord], at: int, start: int, text: str) -> bool:
    """« تسفاي غبري مدهين، 44 عاما », « محمد حسن القرالة إن »: no object stands there, whatever its shape."""
    word, end = found[at].word, found[at].end
    if at == start or word in NOT_OF_ONE or title_of(word):
        return False
    if AGE.match(text, end):
        return not word.startswith("ال")
    said = (
        at + 1 < len(found) and found[at + 1].beside and text.startswith("إن", found[at + 1].start)
    )
    return (
        said and word.startswith("ال") and word not in NATIONS and is_given_name(found[at - 1].word)
    )


AGE = re.compile(r"\s?[،,(]\s?\d{1,3}\s")
COURTEOUS, SPEAKING, TITLED, ACTING = "courtesy", "verb", "title", "act"


def opener(found: list[ArabicWord], start: int) -> str:
    """What stands before a name, so that one must begin."""
    if start == 0 or not found[start].beside:
        return ""
    word = found[start - 1].word
    if word in COURTESIES:
        return COURTEOUS
    if bare_verb(word) in VERBS and bare_verb(word) not in OF_SOMEBODY:
        return SPEAKING
    if is_definite_title(word) and word.startswith("ال"):
        return TITLED
    for at in range(start - 2, max(start - 4, -1), -1):  # « خبيرة السموم »
        title = title_of(found[at].word)
        if title and not title[2] and not found[at].definite and found[start - 1].definite:
            return TITLED
        if not found[at + 1].beside:
            break
    first = start == 1 or not found[start - 1].beside
    return ACTING if first and word.endswith("ت") and is_perhaps_a_verb(word) else ""


def may_be_first(found: list[ArabicWord], at: int) -> bool:
    word = found[at].word
    if opens_a_name(found, at) or is_a_mother(found, at):
        return True
    if word.startswith("ال") or word in NO_FIRST:
        return False
    if word[0] in "بل" and head_of(word) is not None:
        return False  # « الأستاذ بجامعة محمد الأول »
    many = word.endswith(("ون", "ين", "ات", "يه")) or PREFIXED.match(word)
    return len(word) > 2 and not many and title_of(word) is None


def is_an_office(found: list[ArabicWord], at: int) -> bool:
    """« مالك النادي كارل سكاو »: what could be a name, and is what somebody is."""
    role = found[at].word in OF_SOMETHING and at + 1 < len(found)
    return role and found[at + 1].beside and found[at + 1].definite


OF_SOMETHING = frozenset(
    map(plain, "مالك رائد أمين حافظ شريف سلطان خليفة راعي كامل جابر حامد".split())
)


def is_a_mother(found: list[ArabicWord], at: int) -> bool:
    """« قالت أم عدي الحباشنة، عضو التعاونية »."""
    after = found[at + 1] if at + 1 < len(found) else None
    return (
        found[at].word == "ام" and after is not None and after.beside and is_given_name(after.word)
    )


def is_of_a_name(found: list[ArabicWord], at: int, start: int) -> bool:
    """Whether a word can be of a name: none that is done, or of a thing, or that tells how."""
    word = found[at].word
    his = word.endswith("ه") and not found[at].tied and word not in {"طه", "عبده"}  # « نظيره »
    given = is_given_name(word) and word not in VERBS and not his
    if word in ALWAYS or given or (word in SAHEL and at > start):
        return True
    if word in NOT_OF_ONE or word.endswith(".") or title_of(word):
        return False
    if word.startswith("ال"):
        return is_a_definite_part(found, at, start)
    if is_hadrami(word) or is_family(word):
        return True
    return at == start or is_a_later_part(found, at, start)


def is_a_definite_part(found: list[ArabicWord], at: int, start: int) -> bool:
    """« العلوي », « بنت … المختارية », and not « الوزارة »."""
    word = found[at].word
    hers = word.endswith("يه") and any(one.word in {"بنت", "منت"} for one in found[start:at])
    family = word.endswith("ي") or hers or FAMILY.fullmatch(word) is not None
    return family and not is_a_thing_but(word, hers=hers) and word not in NATIONS


def is_a_later_part(found: list[ArabicWord], at: int, start: int) -> bool:
    """Whether a word that no list has goes on with a name."""
    word = found[at].word
    if found[at].tied or is_accusative(word) or word.endswith(("ات", "ين", "ون", "ها")):
        return False
    known = any(is_given_name(one.word) for one in found[start:at])
    if word.endswith("ه") and known:
        return False  # « أبلغ الوزير محمد العلوي نظيره أن »
    if word[0] in "وف":
        # « كدرة روبله وعيس », where nobody is named to whom « and » may join
        return not known and not word.endswith("ه") and word[1:] not in NOT_OF_ONE
    governed = word[0] in "بلكف" and len(word) > 4 and word[1:] in GOVERNED
    done = word[0] == "ي" and len(word) > 3
    return not governed and not done and may_be_of_a_name(word)


def is_a_thing_but(word: str, *, hers: bool) -> bool:
    return not hers and is_a_thing(word)


def is_shut(found: list[ArabicWord], at: int, text: str, opened: str, *, listed: bool) -> bool:
    """Whether a name must have ended at a token."""
    after = found[at] if at < len(found) else None
    if after is not None and after.beside:
        return ends_beside(after, opened, listed=listed)
    sign = text[found[at - 1].end :].lstrip()[:1]
    behind = text[found[at - 1].end :].lstrip()[1:].lstrip()[:1]
    if opened == ACTING and not (listed and sign and sign in "،,"):
        return False
    if sign and sign in "،,(" and behind.isdigit():
        return True
    if sign and sign in "،,":
        title = title_of(after.word) if after else None
        who = after is not None and (after.word in WHO_IS or bool(title and not title[1]))
        return who or opened == COURTEOUS
    if sign == ":":
        return opened != SPEAKING or listed
    return opened == COURTEOUS and (not sign or sign in ".(؛")


def ends_beside(after: ArabicWord, opened: str, *, listed: bool) -> bool:
    """« … أنها استقبلت », « … الملقب بـ », « … وقائد الفرقة »."""
    word = after.word
    if opened == ACTING:
        return False
    if word in KNOWN_AS:
        return True
    if word in CLAUSE:
        return opened != SPEAKING or listed
    if opened != COURTEOUS:
        return False
    if word in BEHIND_A_NAME or bare_verb(word) in VERBS:
        return True
    return word == "ب" or (word[0] in "وب" and len(word) > 4 and not is_given_name(word))


def enclosed(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """Everybody whose name is known by nothing but its place, or by a letter within it."""
    for at in range(1, len(found) - 1):
        start, opened = at, opener(found, at)
        # « إلمار » has no article
        own = may_be_first(found, start) or text.startswith("إل", found[start].start)
        if found[start + 1].word.endswith(".") and own:
            start = first_of_initial(found, start)
            end = end_by_initial(found, start)
        else:
            end = (
                end_between(found, start, text) if opened in {COURTEOUS, SPEAKING, ACTING} else None
            )
        if end is None or end - start < 2:
            continue
        before, first = found[start - 1], found[start]
        name = tidy(text[first.start : found[end - 1].end].replace("#", ""))
        begins = before.start if opened == COURTEOUS else first.start
        yield Person(
            name, None, None, begins, found[end - 1].end, gender(before, first), bool(opened)
        )


def first_of_initial(found: list[ArabicWord], at: int) -> int:
    """« عبدالله صالح ع. بن بريك »: given names before the one with the letter."""
    while at > 1 and found[at].beside and is_given_name(found[at - 1].word):
        at -= 1
    if at > 1 and found[at].beside and found[at - 1].word in CONNECTED:
        at -= 1
    return at


def gender(before: ArabicWord, first: ArabicWord) -> str:
    if before.word in COURTESIES:
        return FEMALE if before.word.endswith("ه") else MALE
    return VERBS.get(bare_verb(before.word), "") or given_gender(first.word)
