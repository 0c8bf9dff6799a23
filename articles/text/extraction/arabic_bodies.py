"""Bodies that an Arabic text names, each cut where its name ends."""

from __future__ import annotations

import re

from ..vocabulary import ARABIC_COURTESIES, ARABIC_TITLES, ARABIC_TRADES, WEEKDAYS
from .arabic_places import BARE_PLACES
from .arabic_words import NO_ARTICLE, STOP, ArabicWord, is_definite_title, tokens
from .given_names import plain
from .people import tidy

MARKED = re.compile(
    r"(?<![\u0621-\u0652])[وبلف]{0,2}(?:ال)?(?P<noun>منظمة|شركة|مجموعة|جمعية|مؤسسة|صندوق|مبادرة|شبكة|حركة|حزب|نادي|مصرف|بنك|وكالة)\s*[«“\"](?P<name>[\u0621-\u0652][\u0621-\u0652 -]{2,40})[»”\"]"
)
"""« شركة "النيل كابيتال" »: the name is in the marks."""
COMPANY = re.compile(r"^(?:شركة|منظمة)\s+(?=(?!ال)[\u0621-\u064a]+\s)")

ARABIC_NOUNS = (
    "وزارة منظمة جامعة وكالة هيئة لجنة اتحاد مجلس بنك صندوق معهد مركز مؤسسة جمعية شبكة مفوضية برنامج رابطة "
    "مستشفى فرقة شركة نادي دار إدارة أمانة قيادة مديرية جهاز كتلة تعاونية مصحة عمادة مصلحة هيأة مجموعة "
    "تنسيقية عصبة جبهة ائتلاف تحالف كشافة بورصة ديوان دائرة نظارة مشفى مخبز مدرسة ثانوية إذاعة تلفزيون قناة شرطة مفتشية "
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
        "العمومي العمومية الابتدائي الابتدائية الاستئناف الإداري الإدارية الدستوري الدستورية المحلي المحلية الآسيوي الآسيوية "
        "الفلاحية الرياضي السامي السامية الأعلام المهنية الوزاري الحكومي الإنساني الإنسانية المارونية المدني المدنية الأورومتوسطي "
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
        "حقوق شؤون أمن تنمية ترقية رعاية حماية مكافحة رقابة دعم تعاون علوم فنون الأمم مجلس الوزراء تنسيق إحصاء "
        "أبحاث بحوث دراسات رصد خدمات مراقبة شباب رجال أصحاب صناعة تجارة طب هندسة آداب لغات كرة ألعاب تشغيل تكوين تعليم "
        "مقاومة محاربة تسيير تدبير إدارة دعم عمال بلديات نقابات جمعيات غرف منظمات جامعات وكالات محامي مهندسي أطباء صحافيي معلمي "
        "إعلام تقييس ضمان تقاعد سلامة نقل سكك سدود مياه كهرباء طاقة بيئة تراث سياحة شرطة جمارك حرس قوات تمويل استثمار "
        "سلاح حدود أسرة طفولة مرأة شؤون".split(),
    )
)


UNFINISHED = (AFTER_HEAD | {"ل" + word for word in AFTER_HEAD}) - {"الوزراء", "الامم"}
LONGEST_NAME = 8
"""Words of a body's name."""


def arabic_bodies(text: str) -> list[tuple[int, int, str]]:
    found = tokens(text)
    spans = [
        (one.start("name"), one.end("name"), tidy(one["name"])) for one in MARKED.finditer(text)
    ]
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
    if is_any(found, at, noun, definite=definite):
        return None
    end = at + 1
    while end < len(found) and end - at < LONGEST_NAME and found[end].beside:
        word = found[end].word
        first = end == at + 1
        if is_place_of(found, at, end) and not definite_noun_alone(found, at, end):
            end += 1
            break
        if (
            word in STOPS
            or word in NO_ARTICLE
            or is_definite_title(word)
            or begins_another(word)
            or not (goes_on(word, first, definite=definite) or (first and begins_freely(found, at)))
            or (definite and not first and is_no_quality(found, at, end))
        ):
            if is_of_another_noun(found, end):
                end += 2
                continue
            break
        end += 1
    own = [one.word for one in found[at + 1 : end]]
    while own and own[-1] in UNFINISHED:
        own.pop()
        end -= 1
    if not own or (definite and len(own) == 1 and own[0] not in OF_A_BODY):
        return None
    if f"{noun}+{own[0]}" in NO_BODIES | OF_ANY:
        return None
    if len(own) == 1 and not definite and not own[0].startswith("ال"):
        # « بلدية فريانة », « بنك المغرب », but « شبكة أوهمت », « مجلس إدارة ».
        bare = noun.removeprefix("ال")
        return end if bare in OF_PLACES or own[0] in PLACES | BARE_PLACES else None
    named = own[0].startswith("ال") or own[0] in AFTER_HEAD or is_named_freely(found, at, end)
    return end if definite or named else None


NAMED_FREELY = frozenset(
    map(
        plain,
        "جمعية منظمة شركة مؤسسة بنك مصرف شبكة تعاونية صندوق مجموعة نادي حزب حركة مبادرة دار إذاعة تلفزيون قناة مدرسة ثانوية مستشفى مشفى "
        "مخبز معهد مركز مرصد فرقة رابطة اتحاد".split(),
    )
)
"""What is called by any words: « جمعية عناقيد للتنمية », « شبكة سواعد البحر »."""
AN_ACT = re.compile(r"[تي].{2,4}|س[تي].+|.+ت|.+وا|ا?ن?.?ا.{0,2}ت|.{1,3}ت.?")
"""Shapes of what somebody does: « شركة تدعم الفلاحين », « جمعية ساعدت الأهالي »."""
NO_BODIES = frozenset(
    map(
        plain,
        "برنامج+العمل شبكة+الكهرباء شبكة+المياه شبكة+الطرق شبكة+الري شبكة+النقل شبكة+الإنترنت لجنة+التحكيم دار+المناسبات دار+الضيافة دار+النشر "
        "دار+العرض مدرسة+الحي مدرسة+القرية مجلس+الإدارة مجلس+العزاء شركة+التأمين قناة+السويس قناة+الري دائرة+الضوء دائرة+الاهتمام دائرة+الاتهام حركة+المرور "
        "حركة+السير حركة+الملاحة حركة+النقل حركة+القطارات مبادرة+السلام مركز+المدينة مركز+القرية مركز+الاهتمام مركز+الصدارة مركز+الاقتراع مركز+الإيواء".split(),
    )
)
"""Nouns of bodies with a word that make none: « شبكة الكهرباء »."""
OF_ANY = frozenset(
    map(
        plain,
        "الجمعية+العامة اللجنة+المنظمة المجلس+العام الدائرة+الأولى القناة+العامة الحركة+العامة".split(),
    )
)
OF_THE_STATE = frozenset(map(plain, "شؤون أرصاد إحصاء إحصاءات ضرائب جمارك أراضي سجون".split()))
GENERIC = frozenset(map(plain, ("إدارة", "قيادة", "دائرة")))
"""With the article alone: « الإدارة العامة للمرور », but « إدارة المستشفى » is any."""
OF_PLACES = frozenset(
    map(plain, "جامعة بلدية مستشفى غرفة سفارة قنصلية نادي ولاية جماعة محكمة".split())
)
"""What is mostly of a place, or of somebody, whose name may be any word."""


def is_any(found: list[ArabicWord], at: int, noun: str, *, definite: bool) -> bool:
    """« إدارة المستشفى », but « الإدارة العامة للمرور », « دائرة الأرصاد الجوية »."""
    following = found[at + 1].word.removeprefix("ال") if at + 1 < len(found) else ""
    return noun in GENERIC and not definite and following not in OF_THE_STATE


def begins_freely(found: list[ArabicWord], at: int) -> bool:
    """« جمعية عناقيد للتنمية »: whatever word stands there, before one with the article."""
    if found[at].word.startswith("ال") or at + 2 >= len(found):
        return False
    noun = head_of(found[at].word)
    word, after = found[at + 1].word, found[at + 2]
    if noun is None or noun[0] not in NAMED_FREELY or noun[2]:
        return False
    is_noun = len(word) > 2 and word[0] not in "وف" and not AN_ACT.fullmatch(word)
    known = word in STOP or word in STOPS or word.endswith(("يه", "ا", "ين", "ون"))
    return is_noun and not known and after.beside and after.word.startswith(("ال", "لل"))


def is_named_freely(found: list[ArabicWord], at: int, end: int) -> bool:
    return end > at + 2 and begins_freely(found, at)


def is_place_of(found: list[ArabicWord], at: int, end: int) -> bool:
    """« وكالة الحوض المائي لسبو », « المحكمة الابتدائية بسوسة »: where it is, at the end of all."""
    word = found[end].word
    known = word[1:] in PLACES | BARE_PLACES
    last = end + 1 >= len(found) or not found[end + 1].beside or found[end + 1].word in STOP
    if end == at + 1 or len(word) < 4 or word[0] not in "بل" or word.startswith(("بال", "لل")):
        return False
    return known if word[0] == "ب" else known or last


def definite_noun_alone(found: list[ArabicWord], at: int, end: int) -> bool:
    """« اللجنة بسوسة » is any."""
    own = [one.word for one in found[at + 1 : end]]
    return len(own) == 1 and found[at].definite and own[0] not in OF_A_BODY


def is_no_quality(found: list[ArabicWord], at: int, end: int) -> bool:
    """« النيابة العامة التحقيق »: behind a noun with its article stands what it is like, and no thing."""
    word = found[end].word
    governed = any(one.word.startswith("ل") for one in found[at + 1 : end + 1])
    quality = word in OF_A_BODY or word.endswith(("ي", "يه", "يا")) or word.startswith("وال")
    return word.startswith("ال") and not governed and not quality


def is_of_another_noun(found: list[ArabicWord], end: int) -> bool:
    """« الاتحاد القطري لكرة القدم », « الغرفة الفلاحية لجهة درعة »: of what, in two words."""
    if end + 1 >= len(found):
        return False
    word, after = found[end].word, found[end + 1]
    bare = word[1:]
    if found[end - 1].word.startswith("ال") and is_of_many(found, end):
        return True
    noun = (
        word[0] == "ل"
        and len(word) > 3
        and not word.startswith("لل")
        and not is_definite_title(word)
    )
    known = bare in AFTER_HEAD or bare in {
        "جهه",
        "منطقه",
        "ولايه",
        "محافظه",
        "اقليم",
        "مدينه",
        "دول",
    }
    return noun and known and after.beside and after.word not in STOPS


def is_of_many(found: list[ArabicWord], end: int) -> bool:
    """« التنسيقية الوطنية لعمال الموانئ »: behind what a body is like, of what, in two words."""
    word, after = found[end].word, found[end + 1]
    of = word[0] == "ل" and len(word) > 3 and not word.startswith("لل") and word not in STOPS
    plainly = found[end - 1].word in OF_A_BODY or found[end - 1].word.endswith(("يه", "ي"))
    return (
        of and plainly and after.beside and after.word.startswith("ال") and after.word not in STOPS
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
