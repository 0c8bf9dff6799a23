"""The words of an Arabic paragraph, and what each of them can be: a verb of speech, an office, a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..vocabulary import (
    ARABIC_COMMON,
    ARABIC_COURTESIES,
    ARABIC_EVENTS,
    ARABIC_NO_NAMES,
    ARABIC_TITLES,
    ARABIC_TRADES,
    MONTHS,
    WEEKDAYS,
)
from .given_names import MEN, WOMEN, is_given_name, is_servant, plain
from .people import (
    ARABIC_ACRONYMS,
    ARABIC_ORGANIZATION_NOUNS,
    FEMALE,
    MALE,
)
from .speech import (
    ARABIC_DENIALS,
    ARABIC_DENYING,
    ARABIC_DOUBTFUL,
    ARABIC_GOES_ON,
    ARABIC_SAYING,
    ARABIC_SAYING_OF,
    arabic_verbs,
    feminine,
)

LETTERS = "\u0621-\u064a\u064b-\u0652\u0671\u067e\u0686\u06a4\u06a8\u06ad\u06af"
"""Those of names of elsewhere among them: پ چ ڤ ڨ ڭ گ."""
TOKEN = re.compile(rf"[{LETTERS}]+")
VERBS = {plain(form): gender for form, gender in arabic_verbs().items()}
DOUBTFUL = frozenset(map(plain, ARABIC_DOUBTFUL))


def both_genders(verbs: list[str]) -> frozenset[str]:
    """He said, she said; he says, she says."""
    hers = ("ت" + one[1:] if one[0] == "ي" else feminine(one) for one in verbs)
    return frozenset(map(plain, (*verbs, *hers)))


DENIALS, GOES_ON = both_genders(ARABIC_DENIALS), both_genders(ARABIC_GOES_ON)
DENYING = frozenset(plain(one[:-1] + end) for one in ARABIC_DENYING for end in "اة")
SAYING = frozenset(
    plain(form[:-1] + end) for form in (*ARABIC_SAYING, *ARABIC_DENYING) for end in "اة"
) | frozenset(map(plain, ARABIC_SAYING_OF))
TITLES = frozenset(plain(word).removeprefix("ال") for word in (*ARABIC_TITLES, *ARABIC_TRADES))
COURTESIES = frozenset(map(plain, ARABIC_COURTESIES))
BODIES = frozenset(plain(word).removeprefix("ال") for word in ARABIC_ORGANIZATION_NOUNS)
ACRONYMS = frozenset(map(plain, ARABIC_ACRONYMS))
STOP = frozenset(map(plain, ARABIC_NO_NAMES)) | frozenset(
    "باسم باسمه باسمها باسمهم الي علي".split()
) - {"علي"}
STOP |= {
    of + whom
    for of in "ل ب في من عن علي الي مع عند لدي".split()
    for whom in "ه ها هم هما هن نا".split()
}
COMMON = frozenset(map(plain, (*ARABIC_COMMON, *ARABIC_EVENTS))) | BODIES
CALENDAR = frozenset(plain(part) for name in (*MONTHS, *WEEKDAYS) for part in name.split())
CITED = frozenset("بحسب حسب وفق وفقا حسبما وفقما".split())
SAYING_OF = frozenset(map(plain, ARABIC_SAYING_OF))
OF_SOMEBODY = frozenset(
    plain(one + end)
    for one in "وصف اتهم انتقد ناشد طالب حذر دعا أبلغ أخبر خاطب سأل هدد نصح نبه وعد".split()
    for end in ("", "ت")
)
"""Verbs that are said of somebody: « وصف النائب الوزير »."""
SURNAMES = frozenset(
    map(
        plain,
        "الوزير الشاهد الحارس الحداد الخياط النجار العطار الجزار الطباخ الصياد الخباز الفلاح الخطاط العامل "
        "الصانع الصائغ البناء الدباغ الحلاق القصاب النقاش الملاح السقا المعلم الكاتب الطالب الفقيه الحاج الشيخ الوالي القاضي الأمير الراعي الخطيب الإمام المفتي العميد الأمين أديب نجم أمير فقيه خطيب نجار حداد خياط صباغ".split(),
    )
)
"""Of what one is, that which is borne as a surname too."""
CLAUSE = frozenset("ان بان انه انها انهم بانه بانها".split())
"""« That »: what is said begins."""
CONNECTED = frozenset(
    "بن بنت ابن ولد اولاد ال ايت ابو ابي بو عبد ام با ود اق اغ والت اولت منت مينت نايت ايث اد فون فان دي دا دير دن دو دوس".split()
)
"""Of a name, with the word after it."""
ARTICLES = frozenset(("لا", "لاس", "لوس", "دن", "دير"))
"""Of a name, behind « دي » or « فان », and something else everywhere else."""
DESCENT = frozenset("بن بنت ولد منت مينت ود اق اغ والت اولت".split())
"""Whose son or daughter somebody is."""
COMPLETED = frozenset("الدين الله الرحمن الزهراء".split())
RANK_BEHIND = frozenset(map(plain, "آغا باشا بك بيك أفندي خان هانم".split()))
"""Honours of old, behind a name and of it: « حسن آغا », « إبراهيم باشا القوتلي »."""
# Of the words that are no name's, those that do not stand within what somebody is either.
POSITION_END = (
    STOP - frozenset(map(plain, "العام العامة السنة الشهر على في عن لدى".split())) | CLAUSE
)
LONGEST_NAME = 6
"""Words of a name."""
LONGEST_POSITION = 12
"""Words among which a name follows a title."""
RANKS = frozenset(map(plain, ("أول", "ثان", "ركن", "الركن", "طيار")))
"""Of a rank, after its first word: « الفريق أول ركن »."""
ADDRESSED = frozenset("هم هما هن كم نا ذلك هذا".split())
"""To whom: « لهم »."""
DEFINITE = ("ال", "لل", "بال", "وال")
NO_ARTICLE = frozenset("ال الى الي الا الان الذي التي الذين اللذين اللتين".split())


@dataclass(frozen=True)
class ArabicWord:
    word: str
    """As it is compared."""
    start: int
    end: int
    gap: str
    """What stands between the token before and this one."""
    tied: bool = False
    """Whether it ends with ة: « والدة » is no « والده »."""

    @property
    def beside(self) -> bool:
        """Whether nothing stands between, or the sign that makes a link of a word: #سكاو."""
        return not self.gap.strip(" \t\n\u00a0#")

    @property
    def definite(self) -> bool:
        return self.word.startswith(DEFINITE) and self.word not in NO_ARTICLE


def tokens(text: str) -> list[ArabicWord]:
    found: list[ArabicWord] = []
    end = 0
    for match in TOKEN.finditer(text):
        word = plain(match[0])
        if not word:  # a vowel mark alone
            continue
        gap = text[end : match.start()]
        if found and found[-1].word.endswith("."):
            gap = gap[1:]
        if is_initial(text, match):
            word = f"{word}."
        found.append(ArabicWord(word, match.start(), match.end(), gap, match[0][-1] == "ة"))
        end = match.end()
    return found


def is_initial(text: str, word: re.Match[str]) -> bool:
    """« س. الحموي », but « 300 م. »: one letter and a full stop, behind no number."""
    if word.end() - word.start() > 1 or not text.startswith(".", word.end()):
        return False
    before = text[max(word.start() - 2, 0) : word.start()]
    return not any(one.isdigit() for one in before)


@lru_cache(maxsize=8192)
def title_of(word: str) -> tuple[str, int, bool] | None:
    """A title in a word: bare, how many letters stand before it, and whether one of them governs."""
    if word == "للملك":  # « الوكيل العام للملك » is one office
        return None
    for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        governed = prefix.endswith(("ب", "ل", "ك"))
        if prefix.endswith("ل") and rest.startswith("ل"):
            rest = "ا" + rest
        bare = rest.removeprefix("ال")
        bare = bare if bare in TITLES else OF_THEM.sub("", OF_HERS.sub("ه", bare))
        if bare in TITLES and (rest != bare or bare not in CRAFTS):
            return bare, len(prefix), governed
    return None


CRAFTS = frozenset(map(plain, "حداد خياط عطار جزار طباخ خطاط".split()))
"""With the article what one does; without it a surname: « سفيان حداد »."""
OF_THEM = re.compile("(?<=..)(?:ها|هم)$")
"""« مديرها », « رئيسهم »."""
OF_HERS = re.compile("(?<=..)ت(?:ها|هم|هما)$")
"""« رئيستها »."""


def is_definite_title(word: str) -> bool:
    return word.startswith(("ال", "وال", "بال", "لل")) and title_of(word) is not None


OF_NO_NAME = STOP | COMMON | CALENDAR | VERBS.keys() | SAYING | COURTESIES | CLAUSE


def given_gender(word: str) -> str:
    if word in WOMEN:
        return "" if word in MEN else FEMALE
    return MALE if word in MEN or is_servant(word) else ""


def bare_verb(word: str) -> str:
    """A word without the conjunction before it, where that is one of our verbs."""
    if word not in VERBS and word[:1] in "وف" and word[1:] in VERBS:
        return word[1:]
    return word


AUXILIARIES = frozenset(
    plain(prefix + one)
    for one in "كان كانت يكون تكون ليس ليست بات باتت ظل ظلت أصبح أصبحت بدا بدت صار صارت عاد عادت جاء جاءت".split()
    for prefix in ("", "و", "ف")
)
"""Behind a name, these begin what is told of who bears it."""


LONG = 4
"""Letters of a word with « to » before it, at least."""
WITH_HIS = frozenset(
    plain(prefix + one + end)
    for one in "كلمت حديث تصريح خطاب رسالت مداخلت موقف حوار مقال شهادت روايت بيان تعليق قلق أسف حزن سعادت فرح غضب رضا استعداد دعم رفض تقدير شكر"
    " صوت رأس يد عين وجه دموع ضحك".split()
    for end in ("ه", "ها", "هم")
    for prefix in ("", "ب", "عن")
)
"""« ختم النائب سامي الحداد حديثه »: what is somebody's own is no part of a name."""


def ends_before(found: list[ArabicWord], at: int) -> bool:
    """Whether what stands at a place is of no name that ends before it, whatever the name is."""
    if at >= len(found) or not found[at].beside:
        return True
    word = found[at].word
    if word in STOP | CLAUSE | CALENDAR | AUXILIARIES | SAYING or len(word) == 1:
        return True
    if bare_verb(word) in VERBS or word in WITH_HIS:
        return True
    if word[0] == "ل" and len(word) > LONG and not is_given_name(word):
        return True  # « ليومية », « لصحراء ميديا »
    # « لفتح », « بقرار »
    return word[0] in "بل" and len(word) > 3 and word[1:] in COMMON | STOP


MEETS = frozenset(map(plain, "التقى التقت التحق التحقت التمس التمست التزم التزمت".split()))
"""Verbs that begin as nouns with an article do."""


def is_perhaps_a_verb(word: str) -> bool:
    bare = word[1:] if word[:1] in "وف" else word
    return bare in MEETS or (
        not word.startswith(("ال", "وال", "بال", "لل"))
        and not {word, bare} & STOP
        and bare not in COMMON
        and not bare.endswith("ه")
        and (bare[:1] not in {"ب", "ل"} or bare in VERBS)
    )
