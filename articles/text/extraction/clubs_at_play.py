"""Clubs by the place of their names: in a result, in a fixture, beside whom they meet.

A club is called by any word, a town's or a virtue's: « النصر », « كاظمة », « Kazma ». What tells it is the
match, in a text that is of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..vocabulary import ARABIC
from .arabic_places import BARE_PLACES, NATIONS
from .arabic_towns import TOWNS
from .arabic_words import COMMON, COURTESIES, STOP, VERBS, bare_verb, title_of
from .given_names import is_given_name, plain
from .latin_given_names import begins_as_a_name

_LETTER = "\u0621-\u0652"
_WORD = rf"[{_LETTER}]{{3,}}"
_ONE = rf"{_WORD}(?:\s(?!و|مع|على|في|من|أمام|ضد|بعد|قبل)ال{_WORD})?"
_TWO = rf"{_WORD}(?:\s(?!و|مع|على|في|من|أمام|ضد|بعد|قبل){_WORD})?"
ARABIC_SPORT = re.compile(
    rf"(?<![{_LETTER}])[وفبل]?(?:ال)?(?:مباراة|مباريات|دوري|كأس|شوط|أهداف|هدفين|ركلة|نهائي|أشواط|بطولة|ملعب|استاد|كرة)(?![{_LETTER}])"
)
_SCORE = r"(?:\d{1,3}\s?[-–]\s?\d{1,3})"
FIXTURE = re.compile(
    rf"(?:^|[:：\n]|\d[.)]|[-–•]\s)\s*(?P<one>{_TWO})\s+(?:[-–]|ضد|×)\s+(?P<other>{_TWO})\s*(?:\(|{_SCORE}|$)",
    re.MULTILINE,
)
"""« النادي الإفريقي - مستقبل سليمان (الجولة 9) »."""
RESULT = re.compile(rf"(?P<one>{_ONE})\s+{_SCORE}\s+(?P<other>{_ONE})")
MEET = re.compile(
    rf"(?:(?:و|ف)?[يت](?:لتقي|واجه|ستضيف)\s+(?:فريق\s+)?|(?<=\sو))(?P<one>{_TWO})\s+(?:مع|أمام|ضد)\s+(?:فريق\s+)?(?P<other>{_TWO})"
)
"""« فيلتقي كاظمة مع النصر والسالمية مع الفحيحيل »."""
BEATS = re.compile(
    rf"(?P<one>{_ONE})\s+(?:يهزم|يفوز\s+على|يتغلب\s+على|يتعادل\s+مع|يسقط\s+أمام|يكتسح|يتخطى|هزم|فاز\s+على|تغلب\s+على|تعادل\s+مع)\s+(?:فريق\s+|ضيفه\s+|مضيفه\s+|جاره\s+)?(?P<other>{_ONE})"
)
A_TEAM = re.compile(
    rf"(?:فريق|لفريق|بفريق|وفريق|فريقي)\s+(?P<one>{_ONE})(?=\s+(?:فوز|على|في|من|أمام|إلى|مع|ب|تعادل|خسار|لقب|صدارة|بفارق)|\s*[،,.)])"
)
OVER = re.compile(
    rf"(?:فوز(?:ا|ه|ها)?(?:\s{_WORD}){{0,2}}\s+على|تغلب\s+على|على\s+حساب|(?:ال)?خسارة\s+أمام|تعادله?\s+مع)\s+(?:فريق\s+|ضيفه\s+|مضيفه\s+)?(?P<one>{_TWO})"
)
ARABIC_PATTERNS = (RESULT, MEET, BEATS, A_TEAM, OVER)
NO_CLUBS = frozenset(
    map(
        plain,
        "المنتخب الفريق الفريقين الفريقان النادي المركز الصدارة اللقب الكأس الدوري الملعب الجمهور الجماهير الضيوف الحكم المدرب اللاعبين اللاعبون النتيجة المباراة البطولة "
        "الشوط الجولة النهائي الترتيب التعادل الفوز الخسارة الهدف الأهداف المرمى الحارس الجميع الكرة الأرض الضيف المضيف الخصم المنافس المنافسين نفسه ملعبه أرضه ضيفه مضيفه "
        "جاره غريمه منافسه ضيفها مضيفها جارتها غريمتها أرضها ملعبها الملقب الملقبة حساب نظيره الوسط الدفاع الهجوم الوقت الدقيقة النقطة النقاط العمل التدريب البحث الإنقاذ الأطباء الخبراء الدولة الحكومة المدينة".split(),
    )
)

COUNTRIES = frozenset(
    map(
        plain,
        "تونس مصر لبنان سوريا سورية فلسطين ليبيا قطر عمان فرنسا إسبانيا إيطاليا ألمانيا تركيا إيران روسيا مالي النيجر تشاد موريتانيا البحرين السودان العراق اليمن "
        "الأردن المغرب الجزائر السعودية الإمارات الصومال السنغال الكاميرون نيجيريا غانا البرازيل الأرجنتين البرتغال هولندا بلجيكا كندا اليابان الصين إنجلترا".split(),
    )
)
"""Whose national teams play."""

_CAPITAL = r"[A-ZÀ-ÞŒ][\w’'-]+"
_CLUB = rf"(?:{_CAPITAL}|[A-Z]{{2,4}})(?:\s(?:de\s|du\s|d[’'])?(?:{_CAPITAL}|[A-Z]{{2,4}})){{0,3}}"
FRENCH_RESULT = re.compile(
    rf"(?:^|[:;\n]\s?|[-–•]\s)(?P<one>{_CLUB})\s[-–]\s(?P<other>{_CLUB})\s{_SCORE}|(?:^|[;\n]\s?)(?P<first>{_CLUB})\s{_SCORE}\s(?P<second>{_CLUB})",
    re.MULTILINE,
)
"""« Kazma - FUS Rabat 85-83 »."""
FRENCH_FIXTURE = re.compile(
    rf"(?i:football|basket[\w-]*|handball|volley[\w-]*|rugby|hockey|journée|finale|match|coupe)[^:\n]{{0,60}}\s?:\s(?P<one>{_CLUB})\s[-–]\s(?P<other>{_CLUB})(?=\s*(?:$|[(,.;]))",
    re.MULTILINE,
)
OPPOSED = re.compile(
    rf"(?:opposant|oppose|opposera)\s(?:l[ea]s?\s|l[’'])?(?P<one>{_CLUB})(?:\s(?:d[’']|de\s|du\s){_CAPITAL})?\s(?:à\s(?:la\s|l[’'])?|au\s)(?P<other>{_CLUB})"
)
FRENCH_PATTERNS = (FRENCH_RESULT, FRENCH_FIXTURE, OPPOSED)
TWICE = 2


def clubs_in(text: str, language: str) -> list[str]:
    """The clubs that a text has at play, each once."""
    if language != ARABIC:
        found = [one.strip() for one in named_in(text, FRENCH_PATTERNS)]
        once = [one for one in dict.fromkeys(found) if not begins_as_a_name(one)]
        return [
            one
            for one in once
            if not any(re.match(rf"{re.escape(own)}\sd[’'eu]", one) for own in once)
        ]
    if len(ARABIC_SPORT.findall(text)) < TWICE:
        return []
    listed = [tidy(one, is_whole=True) for one in named_in(text, (FIXTURE,))]
    met = [tidy(one, is_whole=False) for one in named_in(text, ARABIC_PATTERNS)]
    whole = [one for one in listed if one]
    return [*dict.fromkeys([*whole, *(one for one in met if one and not is_begun(one, whole))])]


def is_begun(name: str, whole: list[str]) -> bool:
    """Whether a name is the first word of one that a fixture has in full."""
    return any(one.startswith(f"{name} ") for one in whole)


def named_in(text: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield from (one for one in found.groupdict().values() if one)


def tidy(name: str, *, is_whole: bool) -> str:
    """An Arabic name without what joins it; nothing where it can be no club's."""
    words = [plain(one) for one in name.split()]
    first = name.split(maxsplit=1)[0]
    if first[0] == "و" and (len(first) > 4 and words[0][1:3] == "ال"):
        name, words = name[1:], [words[0][1:], *words[1:]]
    if (
        not is_whole
        and len(words) > 1
        and not (words[1].startswith("ال") or words[1] in TOWNS | BARE_PLACES)
    ):
        name, words = name.split()[0], words[:1]
    known = (
        words[0] in NO_CLUBS | STOP | COUNTRIES | COURTESIES | NATIONS
        or title_of(words[0]) is not None
    )
    known = known or bare_verb(words[0]) in VERBS or words[0].removeprefix("ال") in COMMON
    person = is_given_name(words[0]) and len(words) > 1
    if known or person or (len(words) > 1 and (words[1] in NO_CLUBS or title_of(words[1]))):
        return ""
    return name
