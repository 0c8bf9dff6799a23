"""Whom an Arabic text names without an office: by where they are from, as kin, or by a name alone.

A given name that is a word of other things as well tells nothing by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_name_words import is_family, may_begin_a_name
from .arabic_names import name_end
from .arabic_namings import FATHERS, KIN, NAMED_AFTER, is_an_apposed_role, may_go_on, tidy_name
from .arabic_places import BARE_PLACES, NATIONS
from .arabic_words import (
    CALENDAR,
    COURTESIES,
    DESCENT,
    STOP,
    SURNAMES,
    VERBS,
    ArabicWord,
    bare_verb,
    given_gender,
    is_perhaps_a_verb,
    title_of,
)
from .given_names import is_given_name, plain
from .people import FEMALE, Person

AMBIGUOUS = frozenset(
    map(
        plain,
        "أمل أسماء سلام نور إيمان جمال صباح رائد أمين كريم سعيد صالح عادل ناصر فتح نصر سلطان مالك شريف رمضان رجب شعبان ربيع جميل صادق ثامر "
        "فاضل كامل حافظ سالم عامر منير مبارك بشير نذير راشد وفاء هدى شروق رجاء سماح حنان أحلام هناء صفاء إسلام إخلاص ضياء شمس بدر هلال "
        "فجر بلال وليد سعد حسن محسن مختار منصور مسعود فرح دعاء زهرة وردة ياسمين عزيز أنور ماجد خالد طارق ملاك سيف أسد شهد حياة جهاد عز "
        "نجاح فلاح صلاح سيد سناء غادة ندى عبير بهاء علاء جلال كمال نهاد مها آية جنان رياض رضا شوقي نهى سحر نجم لؤي زين مراد "
        "رفعت يسري علي رحمة نعيم عيد طاهر باقر زاهر ظافر قاسم حاتم حازم خليفة عطية هيثم أيوب "
        "بابا أنوار آيات أزهار أفراح جنى جني جود راتب راضي صائب عابد فكري مجاهد مفيد وجيه نبراس صقر سراج ملهم مخلص معين سائد ثائر مفتاح نمر ديمة "
        "لين نوري مساعد نغم تقية فردوس ياقوت يسار خيري مطاوع نديم شهاب عطا بندر نوف خير ميثاق "
        "وسام سهام إكرام مرام آدم هادي مهدي رشيد شهيد حميد مجيد فريد وحيد نبيل جليل خليل فضيل كنزة مؤيد معز منتصر ناجي راجي".split(),
    )
)


def by_origin(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« المهاجم الغاني كوفي أمانكوا », « نظيره الإسباني ألفارو نوفال »."""
    for at in range(1, len(found) - 2):
        named = behind_origin(found, at)
        nation = found[at].word.removesuffix("ه").removesuffix("ي") + "ي"
        if named is None:
            continue
        before, own = found[at - 1], found[named]
        if nation not in NATIONS or own.definite or not (found[at].beside and own.beside):
            continue
        kin = not before.tied and {before.word, before.word.removeprefix("و")} & KIN
        is_somebody = before.definite or bool(kin) or before.word in OF_WHOM
        known = is_given_name(own.word) or may_begin_a_foreign_name(found, named)
        end = name_end(found, named, text) if is_somebody and known else None
        if end is None or (before.word.startswith("ال") and is_a_body(before.word)):
            continue
        name = tidy_name(text[own.start : found[end - 1].end])
        gender = given_gender(own.word)
        first = found[at] if before.word in OF_WHOM else before
        position = text[first.start : found[at].end].removeprefix("و")
        yield Person(name, position, None, first.start, found[end - 1].end, gender)


OF_WHOM = frozenset("الى الي من مع عن على بين ضم ضمت منح منحت فاز فازت".split())
"""« ذهبت الجائزة إلى التونسية مريم »: where somebody is from stands for who that is."""


def behind_origin(found: list[ArabicWord], at: int) -> int | None:
    """Where a name stands behind where somebody is from: « الكندي من أصل أردني إيلي »."""
    words = [one.word for one in found[at + 1 : at + 3]]
    named = at + 4 if words in (["من", "اصل"], ["من", "اصول"]) else at + 1
    return named if named + 1 < len(found) else None


def is_a_body(word: str) -> bool:
    """« الاتحاد الغاني », « المنتخب البرتغالي »: no person."""
    bare = word.removeprefix("ال")
    return bare in NO_PERSONS or (bare.endswith(("ه", "ات")) and title_of(word) is None)


NO_PERSONS = frozenset(
    map(
        plain,
        "اتحاد منتخب فريق نادي بنك مجلس جيش شعب دوري كأس اقتصاد دينار درهم جنيه ريال جانب طرف تراث شارع صحفي سوق قطاع دوري قانون "
        "برلمان دستور مغرب مشرق وطن علم نشيد تاريخ مطبخ فيلم مسرح شعر أدب تلفزيون موقع جنوب شمال شرق غرب ساحل".split(),
    )
)


def may_begin_a_foreign_name(found: list[ArabicWord], at: int) -> bool:
    """Whether two words that no list has are a foreigner's, and not what is done next."""
    first = found[at].word
    second = found[at + 1] if at + 1 < len(found) else None
    if second is None or not second.beside or second.definite:
        return False
    common = {first, second.word} & (STOP | CALENDAR | COURTESIES)
    verb = bare_verb(first) in VERBS or bare_verb(second.word) in VERBS
    return not (common or verb) and may_begin_a_name(first) and may_begin_a_name(second.word)


def by_given_name(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« بعد ركنية نفذها بلال الماجري », « برئاسة جورج حنضل »: named, and no more is said."""
    for at in range(len(found) - 1):
        word = found[at].word
        start = found[at].start
        if word[:1] == "و" and not is_given_name(word) and is_given_name(word[1:]):
            word, start = word[1:], start + 1
        if not begins_alone(found, at, word):
            continue
        end = name_end(found, at, text)
        if end is None or (
            at > 1 and found[at - 1].word in HONOURED and found[at - 2].word in NAMED_AFTER
        ):
            continue
        surname = found[at + 1].word
        if len(surname) < SHORTEST or word in KIN or (at and found[at - 1].word in FATHERS):
            continue
        if surname.endswith("ه") and not (surname.startswith("ال") or is_given_name(surname)):
            continue  # « ليث ضاحكة »
        if (
            word[0] == "ب"
            and surname.startswith("ال")
            and surname not in SURNAMES
            and not surname.endswith("ي")
        ):
            continue  # « مشيدا بدور الجماهير »
        if word.startswith("ال") and surname.startswith("ال"):
            continue  # « الملتقى العربي الثالث »
        sure = word not in AMBIGUOUS or is_given_name(surname) or is_family(surname)
        sure = sure or surname in DESCENT | SURNAMES
        hers = ("ي", "يه") if given_gender(word) == FEMALE else ("ي",)
        # « كامل المسؤولية » is nobody.
        surname_like = (
            surname.startswith("ال") and surname.endswith(hers) and surname not in NATIONS
        )
        if not (sure or (surname_like and found[at].gap.strip() in {"", "،"})):
            continue
        name = tidy_name(text[start : found[end - 1].end])
        yield Person(name, None, None, start, found[end - 1].end, given_gender(word), surely=False)


def begins_alone(found: list[ArabicWord], at: int, word: str) -> bool:
    """Whether a name may begin with a word, of which nothing else tells."""
    if word.endswith(".") or is_an_apposed_role(found, at) or found[at + 1].word in BARE_PLACES:
        return False  # « الحسين إربد » is a club.
    if word == "عبد":
        return found[at + 1].definite  # « عبد القادر حيدرة »
    return is_given_name(word) and (not may_go_on(found, at) or is_after_a_verb(found, at))


def by_kunya(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« جامع الخردة أبو علي شمص »: one is called by one's child, and by a family."""
    for at in range(1, len(found) - 1):
        father, child = found[at], found[at + 1]
        known = father.word in FATHERS and child.beside and is_given_name(child.word)
        is_said = found[at - 1].definite or not father.beside
        end = name_end(found, at, text) if known and is_said else None
        if end is None or end - at < SHORTEST:
            alone = father.word in FATHERS and child.beside and is_apposed(found, at, text)
            end = at + 2 if alone else None
        if end is None:
            continue
        name = tidy_name(text[father.start : found[end - 1].end])
        yield Person(
            name, None, None, father.start, found[end - 1].end, FATHERS[father.word], surely=False
        )


def is_apposed(found: list[ArabicWord], at: int, text: str) -> bool:
    """« صاحب المقهى، أبو زاهر، »: a name by one's child alone, between two commas."""
    behind = text[found[at + 1].end :].lstrip()[:1]
    return found[at].gap.strip() in {"،", ","} and bool(behind) and behind in "،,"


SHORTEST = 3
"""Letters of a surname, and words of a name that begins with whose father somebody is."""
HONOURED = frozenset(map(plain, "الملك الأمير الشيخ الشهيد السلطان الرئيس الإمام الحاج".split()))
"""« مركز الملك فهد »."""


def is_after_a_verb(found: list[ArabicWord], at: int) -> bool:
    """« نفذها بلال », « يعادل أمقران »: what stands before is done, and no part of the name."""
    before = found[at - 1].word
    return is_perhaps_a_verb(before) and (before[:1] in "يتن" or before.endswith(("ها", "ه", "ت")))


def by_first_name(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« تقول سعاد (43 عاما): », « يقول الشاب أيمن: »: witnesses who give no more than that."""
    for at in range(len(found) - 1):
        if bare_verb(found[at].word) not in VERBS or not found[at + 1].beside:
            continue
        called = at + 2 if found[at + 1].word in WITNESSES and at + 2 < len(found) else at + 1
        name = found[called]
        if not name.beside or not is_given_name(name.word) or name.word in AMBIGUOUS:
            continue
        if FIRST_NAME_ENDS.match(text, name.end):
            gender = given_gender(name.word) or (FEMALE if found[at + 1].tied else "")
            start = found[at + 1].start
            yield Person(text[name.start : name.end], None, None, start, name.end, gender)


WITNESSES = frozenset(
    map(
        plain,
        "الشاب الشابة السيدة الطفل الطفلة الفتى الفتاة المواطن المواطنة النازح النازحة اللاجئ اللاجئة الأم الأب العم العمة الخالة الحاج الحاجة "
        "الطالب الطالبة البائع البائعة السائق المزارع المزارعة الصياد العامل العاملة".split(),
    )
)
"""Behind these, whom the text calls by a first name alone."""
FIRST_NAME_ENDS = re.compile(
    r"\s?:\s*[«\"“]|\s?\(\s?[\d\u0660-\u0669]{1,3}\s+(?:عاما|سنة|ربيعا|عام)|[،,]\s?(?:وهو|وهي|الذي|التي|البالغ|ذو|ذات)\s"
)


def answering(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« كريم الحلو: «…» »: who answers, at the beginning of a line."""
    end = name_end(found, 0, text) if found and is_given_name(found[0].word) else None
    if (
        end
        and not text[: found[0].start].strip(" \t-–—*•")
        and ANSWERS.match(text, found[end - 1].end)
    ):
        name = tidy_name(text[found[0].start : found[end - 1].end])
        yield Person(
            name, None, None, found[0].start, found[end - 1].end, given_gender(found[0].word)
        )


ANSWERS = re.compile(r"\s?:\s*[«\"“]")
