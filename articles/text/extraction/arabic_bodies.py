"""Bodies that an Arabic text names, each cut where its name ends."""

from __future__ import annotations

from ..vocabulary import ARABIC_COURTESIES, ARABIC_TITLES, ARABIC_TRADES, WEEKDAYS
from .arabic_names import ArabicWord, tokens
from .given_names import plain
from .people import tidy

ARABIC_NOUNS = (
    "وزارة منظمة جامعة وكالة هيئة لجنة اتحاد مجلس بنك صندوق معهد مركز مؤسسة جمعية شبكة مفوضية برنامج رابطة "
    "غرفة حزب مرصد كلية أكاديمية نقابة محكمة بلدية مندوبية بعثة سفارة قنصلية مصرف فيدرالية كونفدرالية نيابة هلال صليب درك"
).split()
# What a body with an article is: « البنك الدولي », but « اللجنة المنظمة » is any.
OF_A_BODY = frozenset(
    map(
        plain,
        "الدولي الدولية الوطني الوطنية العام العامة الأعلى العليا المركزي المركزية العالمي العالمية العربي العربية "
        "الأفريقي الإفريقي الأفريقية الإفريقية الأوروبي الأوروبية الإسلامي الإسلامية الأحمر الملكي الملكية الاقتصادي "
        "الاقتصادية الأمريكي الأمريكية الفرنسي الفرنسية المغربي المغربية الجزائري الجزائرية التونسي التونسية المصري المصرية "
        "الليبي الليبية الموريتاني الموريتانية القطري القطرية السعودي السعودية الأردني الأردنية الفلسطيني الفلسطينية اللبناني "
        "اللبنانية العراقي العراقية السوري السورية السوداني السودانية اليمني اليمنية الخليجي الجهوي الجهوية الإقليمي الإقليمية".split(),
    )
)
STOPS = frozenset(
    map(
        plain,
        [
            *ARABIC_COURTESIES, *ARABIC_TITLES, *ARABIC_TRADES, *WEEKDAYS,
            *"اليوم أمس غدا الماضي الماضية المقبل المقبلة الجاري الجارية الذي التي الذين اللذين الآن أيضا الثلاثاء الحالي الحالية السابق السابقة "
            "الأسبوع الشهر العام السنة المذكور المذكورة المعني المعنية نفسه نفسها ذاته ذاتها".split(),
        ],
    )
) - {plain("الوزراء"), plain("النواب"), plain("العام"), plain("العامة")}  # fmt: skip
AFTER_HEAD = frozenset(
    map(
        plain,
        "حقوق شؤون أمن تنمية ترقية رعاية حماية مكافحة رقابة دعم تعاون علوم فنون الأمم مجلس الوزراء تنسيق إحصاء".split(),
    )
)


UNFINISHED = (AFTER_HEAD | {"ل" + word for word in AFTER_HEAD}) - {"الوزراء", "الامم"}
LONGEST_NAME = 8
"""Words of a body's name."""


def arabic_bodies(text: str) -> list[tuple[int, int, str]]:
    found = tokens(text)
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(found):
        head = head_of(found[at].word)
        if head is None:
            at += 1
            continue
        noun, before, definite = head
        end = arabic_end(found, at, noun, definite=definite)
        if end is None:
            at += 1
            continue
        start, stop = found[at].start + before, found[end - 1].end
        name = text[start:stop]
        if definite:
            name = "ال" + name.removeprefix("ل")
        spans.append((start, stop, tidy(name.replace("\u0640", ""))))
        at = end
    return spans


def head_of(word: str) -> tuple[str, int, bool] | None:
    """The noun of a word, how many letters stand before its name, and whether « لل » does."""
    for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if prefix.endswith("ل") and rest.startswith("ل") and rest[1:] in HEADS:
            return rest[1:], len(prefix), True
        if rest in HEADS or rest.removeprefix("ال") in HEADS:
            return rest, len(prefix), False
    return None


HEADS = frozenset(map(plain, ARABIC_NOUNS))


def arabic_end(found: list[ArabicWord], at: int, noun: str, *, definite: bool) -> int | None:
    """Where the name ends that a noun begins; nothing where it begins none."""
    definite = definite or noun.startswith("ال")
    end = at + 1
    while end < len(found) and end - at < LONGEST_NAME and found[end].beside:
        word = found[end].word
        if (
            word in STOPS
            or begins_another(word)
            or not goes_on(word, end == at + 1, definite=definite)
        ):
            break
        end += 1
    own = [one.word for one in found[at + 1 : end]]
    while own and own[-1] in UNFINISHED:
        own.pop()
        end -= 1
    if not own or (definite and len(own) == 1 and own[0] not in OF_A_BODY):
        return None
    return (
        end
        if definite or own[0].startswith("ال") or own[0] in AFTER_HEAD or len(own) == 1
        else None
    )


def begins_another(word: str) -> bool:
    """« المرصد الاتحادَ », « النيابة المدعي »: another body, or somebody."""
    bare = word.removeprefix("ال")
    return word.startswith("ال") and (bare in HEADS or word in {"المدعي", "المدعيه"})


def goes_on(word: str, first: bool, *, definite: bool) -> bool:
    """Whether a word is of the name of a body that has begun."""
    if word.startswith(("ال", "لل")):
        return True
    if word in AFTER_HEAD or (word.startswith("ل") and word[1:] in AFTER_HEAD):
        return True
    if first:
        return not definite and is_perhaps_a_place(word)
    return word.startswith(("وال", "ولل")) and head_of(word) is None


def is_perhaps_a_place(word: str) -> bool:
    """« جامعة أسيوط », « بلدية فريانة », but « جمعية دولية », « لجنة كانت »."""
    if len(word) < 3 or word.endswith(("يه", "ي", "ات", "ين", "ون", "ا")):
        return word in {"سوريا", "ليبيا", "طبرقه", "الاسكندريه"}
    return (
        not word.startswith(("ب", "و", "ف", "ت", "ي", "س", "ل", "ك", "ان", "م")) or word in PLACES
    )


PLACES = frozenset(
    map(plain, "تونس بيروت بغداد باريس سوسة فاس سوريا فلسطين تلمسان بجاية تطوان سطيف سبها تعز مراكش مكناس ميسان مدنين "
        "مسقط مصراتة منوبة بنزرت بنغازي باتنة بسكرة ورقلة لندن كركوك موريتانيا مصر ماليزيا وهران".split())
)  # fmt: skip
