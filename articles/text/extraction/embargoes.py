"""Lines that ask not to publish before a moment, and the moment, where it is said for sure."""

from __future__ import annotations

import re
import zoneinfo
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

from ..folding import VOWEL_MARKS, latin_digits
from .dates import NoSuchDateError, first_date

# At the beginning of a line: « Embargo sur les armes » is news, « embargo : » and « jusqu'au » are not.
ASKED = re.compile(
    r"^[^\w\u0600-\u06ff]*(?:"
    r"(?:(?:(?:informations?|documents?|textes?|communiqué|dépêche|étude|article|contenus?|rapport|note|données)\s+)?(?:strictement\s+)?sous\s+)?embargo\s*(?:absolu|strict|total)?\s*"
    r"(?:[:–—-]|jusqu|levé|(?:au|le|ce|à|avant|fin)\s|du\s+\d|\d|$)"
    r"|(?:à\s+)?ne\s+(?:pas|point)\s+(?:publier|diffuser)\s+avant"
    r"|(?:(?:ce|le|cette|la)\s+(?:présente?\s+)?(?:texte|communiqué|document|discours|rapport|dépêche|information|note)\s+)?"
    r"ne\s+(?:peut|peuvent|doit|doivent|pourra|devra|saurait)\s+(?:pas\s+)?être\s+"
    r"(?:publiée?s?|diffusée?s?|reprise?s?|rendue?s?\s+publi(?:c|que)s?)"
    r"(?:\s+(?:et|ou|ni)\s+\w+)?\s+avant"
    r"|(?:publication|diffusion)(?:\s+(?:et|ou)\s+\w+)?\s+interdites?\s+avant"
    r"|(?:ال)?(?:محظور|حظر|ممنوع|يحظر|يمنع|لا\s+يسمح\s+ب)\s*(?:ال)?نشر\S*\s*(?:(?:أو|و)\s?\S+\s+)?(?:حتى|إلى|الى|لغاية|قبل|[:–—-]|$)"
    r"|(?:لا\s+ينشر|لا\s+تنشر|ليس\s+للنشر|غير\s+(?:قابل|صالح)\s+للنشر|للنشر)\s+(?:قبل|بعد|ابتداء)"
    r"|(?:لا\s+يجوز|لا\s+يمكن|يرجى\s+عدم|الرجاء\s+عدم)\s+نشر(?:ه|ها|\s+هذ[اه]\s+\S+|\s+ال\S+)?\s+(?:قبل|حتى|إلا\s+بعد|إلا\s+ابتداء)"
    r")",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"\d|jusqu|avant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|midi|minuit|heure|"
    r"حتى|غاية|قبل|بعد|غدا|الساعة|صباح|مساء|إشعار|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    re.IGNORECASE,
)
LONGEST = 200
"""Characters: a longer line is a sentence of the text."""
HOUR = re.compile(
    r"(?<![\d/.-])(?P<hour>\d{1,2})\s*(?:h(?:eures?)?(?!\w)|h(?=\d)|:)\s*(?P<minute>\d{2})?(?!\d)",
    re.IGNORECASE,
)
ARABIC_HOUR = re.compile(r"الساعة\s+(?P<hour>\d{1,2})(?:\s*[:.]\s*(?P<minute>\d{2}))?(?!\d)")
HOURS_IN_WORDS = (
    "الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة",
    "التاسعة", "العاشرة", "الحادية عشرة", "الثانية عشرة",
)  # fmt: skip
HOUR_IN_WORDS = re.compile(
    rf"الساعة\s+(?P<words>{'|'.join(sorted(HOURS_IN_WORDS, key=len, reverse=True))})"
    r"(?:\s+(?P<more>والنصف|والربع))?(?!\w)(?!\s+(?:و\S+\s+دقيقة|إلا|الا))"
)
MORE = {"والنصف": "30", "والربع": "15", None: "00"}
NOON = re.compile(r"(?<!\w)midi(?!\w)|(?<!\w)12\s+ظهرا", re.IGNORECASE)
AFTERNOON = re.compile(
    r"مساء|بعد\s+(?:الظهر|الزوال)|ظهرا|ليلا|(?<!\w)pm(?!\w)|p\.m\.|عصرا", re.IGNORECASE
)
MORNING = re.compile(r"صباحا|(?<!\w)am(?!\w)|a\.m\.", re.IGNORECASE)
UNIVERSAL = re.compile(
    r"(?<!\w)(?:G\.?M\.?T|U\.?T\.?C|T\.?U)(?!\w)|(?<!\w)ت\.?\s?غ(?!\w)|غرينتش|غرينيتش|جرينتش|العالمي",
    re.IGNORECASE,
)
OFFSET = re.compile(
    r"(?:GMT|UTC|غرينتش|غرينيتش|جرينتش)\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"\([^()]{4,40}\)")
LOCAL = re.compile(r"heure\s+locale|التوقيت\s+المحلي|بتوقيت\s+المحلي", re.IGNORECASE)
NAMED = re.compile(r"heure\s+(?:de\s+|d[’'])(?P<of>\w[\w’' -]{1,25})|heure\s+(?P<adjective>\w+enne|\w+aine|française|turque)|(?:ب?توقيت)\s+(?P<arabic>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)|\((?P<city>[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)\)", re.IGNORECASE)  # fmt: skip
ZONES = {
    "Africa/Casablanca": "rabat casablanca maroc marocaine الرباط المغرب الدار",
    "Africa/Algiers": "alger algérie algérienne الجزائر",
    "Africa/Tunis": "tunis tunisie tunisienne تونس",
    "Africa/Tripoli": "tripoli libye libyenne طرابلس ليبيا",
    "Africa/Cairo": "caire égypte égyptienne القاهرة مصر",
    "Africa/Nouakchott": "nouakchott mauritanie mauritanienne نواكشوط موريتانيا",
    "Africa/Dakar": "dakar sénégal sénégalaise داكار",
    "Africa/Abidjan": "abidjan ivoirienne أبيدجان",
    "Africa/Bamako": "bamako malienne باماكو",
    "Africa/Ouagadougou": "ouagadougou burkinabè",
    "Africa/Niamey": "niamey نيامي",
    "Africa/Ndjamena": "n'djamena n’djamena ndjamena djamena نجامينا",
    "Africa/Douala": "yaoundé douala camerounaise",
    "Africa/Kinshasa": "kinshasa",
    "Africa/Khartoum": "khartoum الخرطوم السودان",
    "Africa/Nairobi": "nairobi نيروبي",
    "Africa/Addis_Ababa": "addis abeba أديس",
    "Asia/Beirut": "beyrouth liban libanaise بيروت لبنان",
    "Asia/Amman": "amman jordanie jordanienne عمان الأردن",
    "Asia/Jerusalem": "jérusalem القدس فلسطين",
    "Asia/Damascus": "damas دمشق سوريا",
    "Asia/Baghdad": "bagdad بغداد العراق",
    "Asia/Riyadh": "riyad saoudienne الرياض السعودية مكة",
    "Asia/Kuwait": "koweït الكويت",
    "Asia/Qatar": "doha qatar الدوحة قطر",
    "Asia/Dubai": "dubaï émirats أبوظبي الإمارات دبي",
    "Asia/Muscat": "mascate oman مسقط",
    "Asia/Bahrain": "manama bahreïn المنامة البحرين",
    "Asia/Aden": "sanaa aden صنعاء عدن",
    "Europe/Istanbul": "ankara istanbul turquie أنقرة إسطنبول تركيا",
    "Europe/Madrid": "madrid espagne مدريد",
    "Europe/Rome": "rome italie روما",
    "Europe/Berlin": "berlin allemagne برلين",
    "Europe/Paris": "paris france française باريس فرنسا",
    "Europe/Brussels": "bruxelles بروكسل",
    "Europe/Zurich": "genève berne جنيف",
    "Europe/London": "londres لندن",
    "America/New_York": "york نيويورك واشنطن washington",
    "America/Toronto": "montréal québec ottawa toronto مونتريال أوتاوا",
}
ZONE_OF = {word: zone for zone, words in ZONES.items() for word in words.split()}


def asks_for_embargo(line: str) -> bool:
    """Whether a line asks not to publish yet, and is no sentence of the text.

    « # Embargo : rapport annuel », marked as a headline, is one: it says of no moment.
    """
    line = VOWEL_MARKS.sub("", line)
    bare = line.removeprefix("# ")
    if len(bare) > LONGEST or (found := ASKED.match(bare)) is None:
        return False
    return bare == line or not bare[found.end() :].strip() or bool(WHEN.search(bare))


def says_when(line: str) -> bool:
    """Whether a line speaks of a moment, understood or not."""
    return bool(WHEN.search(VOWEL_MARKS.sub("", line)))


def embargo_end(line: str, home: tzinfo) -> datetime | None:
    """When an embargo ends; nothing where the line does not say day, year, hour and zone for sure.

    An hour without a zone is one of the newsroom's own.
    """
    words = without_second_hour(latin_digits(VOWEL_MARKS.sub("", line)))
    try:
        found = first_date(words)
    except NoSuchDateError:
        return None
    if found is None:
        return None
    day, match = found
    rest = words[: match.start()] + " " + words[match.end() :]
    if has_another_day(rest):
        return None
    at, zone = hour(rest), zone_of(rest, home)
    if at is None or zone is None:
        return None
    return datetime.combine(day, time(0), tzinfo=zone) + at


def without_second_hour(words: str) -> str:
    """« 19:30 بتوقيت الدوحة (16:30 ت غ) »: the same moment by two clocks, of which one is known."""
    found = IN_BRACKETS.search(words)
    rest = words[: found.start()] + words[found.end() :] if found else words
    if found is None or not UNIVERSAL.search(found[0]) or not HOUR.search(found[0]):
        return words
    outside = re.sub(r"[\u0621-\u064a]*الساعة", "", rest)
    is_known = NAMED.search(outside) is not None and zone_of(outside, UTC) is not None
    return rest if is_known else HOUR.sub("", NAMED.sub("", outside)) + found[0]


def has_another_day(words: str) -> bool:
    try:
        return first_date(words) is not None
    except NoSuchDateError:
        return True


def hour(words: str) -> timedelta | None:
    """The time of day; nothing where there are none or several."""
    hours = {(one["hour"], one["minute"] or "00") for one in HOUR.finditer(words)}
    hours |= {(one["hour"], one["minute"] or "00") for one in ARABIC_HOUR.finditer(words)}
    if not hours and (said := HOUR_IN_WORDS.search(words)):
        # Words count to twelve: they need the half of the day.
        if not (AFTERNOON.search(words) or MORNING.search(words)):
            return None
        hours = {(str(HOURS_IN_WORDS.index(said["words"]) + 1), MORE[said["more"]])}
    if not hours and NOON.search(words):
        hours = {("12", "00")}
    if len(hours) != 1:
        return None
    first = hours.pop()
    hour, minute = int(first[0]), int(first[1])
    if AFTERNOON.search(words) and hour < 12:
        hour += 12
    elif MORNING.search(words) and hour > 12:
        return None
    return timedelta(hours=hour, minutes=minute) if hour <= 24 and minute < 60 else None


def names_zone(line: str) -> bool:
    """Whether a line says of which zone its hour is."""
    words = latin_digits(line)
    return any(one.search(words) for one in (OFFSET, UNIVERSAL, LOCAL, NAMED))


def zone_of(words: str, home: tzinfo) -> tzinfo | None:
    """The zone a line names; the newsroom's where it names none; nothing where it is not known."""
    if offset := OFFSET.search(words):
        hours = int(offset["hours"])
        return (
            timezone(timedelta(hours=hours if offset["sign"] == "+" else -hours))
            if hours < 15
            else None
        )
    if UNIVERSAL.search(words):
        return UTC
    if LOCAL.search(words):
        # Local is where the sender is, and nobody knows where.
        return None
    named = NAMED.search(words)
    if named is None:
        return home
    said = next(value for value in named.groupdict().values() if value).lower()
    zones = {ZONE_OF[word] for word in re.findall(r"\w+", said) if word in ZONE_OF}
    return zoneinfo.ZoneInfo(zones.pop()) if len(zones) == 1 else None
