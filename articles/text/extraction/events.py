"""The event a text covers, and the bodies that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ..analysis.names import fold
from ..folding import latin_digits
from ..gazetteer import gazetteer
from ..vocabulary import (
    ARABIC,
    ARABIC_COMMON,
    ARABIC_EVENTS,
    ARABIC_NO_NAMES,
    FRENCH_EVENTS,
    either,
)
from .dates import MONTH, NoSuchDateError, calendar_date, default_year, first_period
from .dates import WRITTEN as WRITTEN_DATE
from .french_names import NEVER_IN_NAMES
from .given_names import plain
from .people import tidy

_ORDINAL = r"(?:\d{1,3}\s?(?:es|e|èmes|ème|er|ère|ᵉ)|premi(?:er|ère)|deuxième|second[e]?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|\w+ième)"


@lru_cache(8)
def french_event(own: tuple[str, ...]) -> re.Pattern[str]:
    """An event by its noun, the newsroom's own among them."""
    # Looked ahead at, so that an event named inside the stretch of another is found too.
    return re.compile(
        rf"(?<![\w’'])(?=(?P<name>(?:{_ORDINAL}\s+(?:édition\s+(?:du|de\s+la|de\s+l[’'])\s*)?)?(?:[Ss]ommet|(?i:{either([*FRENCH_EVENTS, *own])}))"
        r"(?![\w-])[^.;:«»“”\"()–—\n]{0,180}))"
    )


@lru_cache(8)
def arabic_event(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\u0621-\u064a])(?:[وفبل]{{1,2}})?(?P<name>(?:ال)?(?:{either([*ARABIC_EVENTS, *own])})"
        r"(?![\u0621-\u064a])[^.؛:،«»“”\"()–—\-\n]{0,160})"
    )


FRENCH_END = re.compile(
    r"\s*(?:[-–—]\s|\s(?:autour|dans\s+le\s+cadre|en\s+marge|sur\s+le\s+thème|avec|pendant|lors)\s|,\s*(?:qui|dont|où|tenu|organisé|prévu|le\s|les\s|à\s|au\s|du\s\d|sous|a\s|en\s)"
    r"|\s(?:prépare|préparent|réunit|réunira|rassemble|rassemblera|ouvre|ouvrira|débute|débutera|commence|attire|attend|"
    r"accueille|accueillera|examine|examinera|porte|portera|vise|marque|fait|va|doit|peut|permet|aborde|traite|revient)(?=\s)"
    r"|\s(?:qui|dont|où|tenue?s?|organisée?s?|prévue?s?|se\s|s[’']|a\s|ont\s|sera|aura|est\s|était|ouvert|placé|et\s(?:a|ont)\s)"
    r"|\s(?:les|du|le)\s+\d{1,2}\b|\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
    r"|\sà\s(?=[A-ZÀ-Þ])|\sau\s(?=[A-ZÀ-Þ][a-zà-ÿ]+(?:,|\s|$))|,(?!\s[a-zà-ÿ]+\set\s[a-zà-ÿ]+))"
)
ARABIC_END = re.compile(
    r"\s(?:الذي|التي|المنعقدة?|المقامة?|المنظمة?|يومي|أيام|يوم|من\s\d|بمدينة|بالقاهرة|بالرباط|بمراكش|بتونس|بالجزائر"
    r"|خلال|تحت|في\s(?:العاصمة|مدينة)|بمشاركة|بحضور|بمبادرة|بتنظيم|في\s+\d)(?=\s|$)|\s(?:في|ب)(?=ال(?:قاهرة|رباط))"
)
MATCHDAY = re.compile(
    r"\d\s?(?:e|ème)\s+journée(?!s?\s+(?:national|international|mondial|d[’']étude))"
)
"""« la 14e journée »: of a championship."""
MARKED = re.compile(r"[«“\"]\s?(?P<name>[^«»“”\"]{4,90}?)\s?[»”\"]")
FEW = 4
"""Words of what an event is, before its name in marks."""
# What makes an event of an event noun: a name of its own, or an ordinal.
PROPER = re.compile(
    rf"{_ORDINAL}|\s(?:[A-ZÀ-Þ]\w{{2,}}|mondiale?|international|régional|arabe|africain|national)",
    re.UNICODE,
)
ARABIC_PROPER = re.compile(
    r"\s(?:ال)?(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|دولي|عالمي|إقليمي|عربي|وطني|إفريقي|سنوي|وزاري|حكومي)"
)
GENERIC = re.compile(
    r"^(?:session|réunion|rencontre|atelier|dialogue|table|consultation)\b", re.IGNORECASE
)
FRENCH_PLACE = re.compile(
    r"\b(?:tenue?|tient|tenait|organisée?|tiendra|déroule|déroulera|prévue?|ouvert[e]?|réunie?s?|accueille)\b[^.]{0,60}?\s"
    r"(?P<link>à|au|en)\s+(?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,2})"
)
ARABIC_PLACE = re.compile(
    r"(?:المنعقدة?|المقامة?|المنظمة?|ينعقد|تنعقد|انعقد|انعقدت|تحتضنه?|احتضنت|يعقد|تعقد|عقد|تستضيفه?|المنعقد)"
    r"[^.]{0,40}?\s(?:ب|في\s+)(?:مدينة\s+|العاصمة\s+|ولاية\s+|محافظة\s+|إقليم\s+)?(?P<place>(?:ال)?[\u0621-\u064a]{3,15})"
    r"|\s(?:في\s+|ب)(?:مدينة|العاصمة)\s+(?P<city>(?:ال)?[\u0621-\u064a]{3,15})"
)
# What is denied is no event; what is put off is not held on the days that are said first.
DENIED = re.compile(
    r"(?<!\w)(?:dément|démenti|démentent|nie|nié|nient|infirmé?|réfuté?)(?!\w)"
    r"|(?<![\u0621-\u064a])و?(?:نفى|نفت|ينفي|تنفي|فند|فندت|كذب|كذبت)(?![\u0621-\u064a])|لا\s+صحة"
)
PUT_OFF = re.compile(
    r"(?<!\w)(?:report(?:é|ée|és|ées)|le\s+report|repouss(?:é|ée|és|ées)|décal(?:é|ée|és|ées)|"
    r"ajourn(?:é|ée|és|ées)|différ(?:é|ée|és|ées)|annul(?:é|ée|és|ées)|l[’']annulation|suspendue?s?)(?!\w)"
    r"|(?<![\u0621-\u064a])و?(?:ب?تأجيل|تأجل|تأجلت|أجلت?|أرجئ|أرجأت?|إرجاء|ألغي|ألغيت|ألغت|إلغاء|تأخير)(?![\u0621-\u064a])"
)
PUT_OFF_TO = re.compile(
    r"\s(?:au|aux|pour\s+les?)\s+(?=\d)|\sإلى\s+(?:غاية\s+|الفترة\s+(?:من\s+)?|موعد\s+\S+\s+)?(?=(?:يومي|يوم|أيام|من)\s|\d)"
)
# A single day is the event's where the sentence says that it is held then.
HELD = re.compile(
    r"(?<!\w)(?:tiendra|tient|tiennent|tenue?s?|aura\s+lieu|a\s+lieu|prévue?s?|organisée?s?|ouvrira|ouvre|s[’']ouvre|débute|"
    r"débutera|déroule|déroulera|accueille|accueillera|abrite|abritera)(?!\w)"
    r"|(?:ينعقد|تنعقد|سينعقد|ستنعقد|يعقد|تعقد|عقد|انعقد|انعقدت|ينظم|تنظم|تحتضن|يحتضن|تستضيف|يستضيف|ينطلق|تنطلق|"
    r"سينطلق|ستنطلق|افتتح|يفتتح|تفتتح|المقرر|مقررا|تحتضنه|المنعقدة?)"
)
UNTIL = re.compile(
    r"(?:jusqu[’']au|حتى|إلى\s+غاية|الى\s+غاية|لغاية)\s+(?:(?:يوم|le|تاريخ|مساء)\s+)?$",
    re.IGNORECASE,
)
OPENS_TODAY = re.compile(
    r"(?:s[’']ouvre|ouvre|débute|démarre|commence|a\s+ouvert)[^.]{0,40}(?:aujourd[’']hui|ce\s+\w+di)|"
    r"(?:تنطلق|ينطلق|انطلقت?|افتتحت?|يفتتح|تفتتح|بدأت?|تبدأ)[^.]{0,60}اليوم"
)
SAME_MONTH = re.compile(
    r"(?:حتى|لغاية|[إا]لى\s+غاية)\s+(?:يوم\s+)?(?:\w+\s+)?(?P<last>\d{1,2})\s+من\s+(?:نفس\s+الشهر|الشهر\s+(?:نفسه|ذاته))"
)
"""« تنطلق في 10 ديسمبر وتستمر حتى 13 من الشهر نفسه »."""
DAYS_LONG = ("يومين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
LASTS = re.compile(
    r"(?:على\s+(?:مدى|مدار|امتداد)|لمدة|طيلة|يستمر|تستمر|تتواصل|يتواصل|يدوم|تدوم)\s+"
    rf"(?P<long>{either(list(DAYS_LONG))}|\d{{1,2}})(?:\s+[أا]يام)?(?!\w)"
)
"""« على مدى ثلاثة أيام »."""
AGAIN = re.compile(
    r"\s*(?:Cette\s+(?:manifestation|édition|rencontre|fête)|Cet\s+événement|Ce\s+(?:rendez-vous|festival|salon|colloque)|La\s+manifestation|L[’']événement|"
    r"و?(?:هذه\s+(?:التظاهرة|الفعالية|الدورة|النسخة)|هذا\s+(?:الحدث|الموعد|الملتقى)|التظاهرة|الفعالية)\s)"
)
"""« Cette manifestation se tient du 4 au 8 décembre »: what the sentence before names."""
SENTENCE = re.compile(r"(?<=[.!?؟])\s")
WITH_AGENCY = re.compile(r"^[^.«»\"]{2,90}\)\s*(?:--?|[–—:])\s*")
WITH_DATE = re.compile(
    rf"^[^.«»\"\d]{{2,40}}?\d{{1,2}}(?:er)?\s+(?:{MONTH})(?:\s*/\s*(?:{MONTH}))?(?:\s+\d{{4}})?\s*(?:--?|[–—:])\s+",
    re.IGNORECASE,
)
NO_PLACES = frozenset(plain(word) for word in (*ARABIC_COMMON, *ARABIC_NO_NAMES)) | frozenset(
    "رئاسه رعايه شراكه تعاون هدف عنوان شعار مقتضي اشراف مبادره تنسيق تاطير تمويل استضافه نسخته".split()
)


@dataclass(frozen=True)
class HeldEvent:
    name: str
    starts_on: date | None
    ends_on: date | None
    place: str | None
    put_off: bool = False
    """Whether the text says that it was put off or cancelled."""


def without_dateline(paragraph: str) -> str:
    """A paragraph without the day on which it was sent, which is not an event's."""
    return WITH_DATE.sub("", WITH_AGENCY.sub("", paragraph, count=1), count=1)


type Candidate = tuple[int, str, str, int]
"""Whether it is a session of another, its name, the paragraph and where in it."""


def event(paragraphs: list[str], language: str, published: date | None) -> HeldEvent | None:
    """The first event with a name of its own; its days and place only where the text gives them.

    Days without a year are of the year that a text published on a day means.
    """
    paragraphs = [without_dateline(paragraph) for paragraph in paragraphs]
    candidates: list[Candidate] = []
    for paragraph in paragraphs:
        candidates += named_events(paragraph, language)
        if candidates and min(candidates)[0] == 0:
            break
    if not candidates:
        return None
    _, name, paragraph, start = min(candidates, key=lambda one: one[0])
    sentence = sentence_at(paragraph, start)
    where = place(sentence, language)
    of_it = [sentence, *sentences_about(name, paragraphs)]
    put_off = [one for one in of_it if PUT_OFF.search(one)]
    if put_off:
        return HeldEvent(name, *new_days(put_off, published), where, put_off=True)
    starts_on, ends_on = days(sentence, published)
    if starts_on is None:
        found = [period for one in of_it if (period := first_period(one, published))]
        starts_on, ends_on = found[0] if found else (None, None)
    return HeldEvent(name, starts_on, ends_on, where)


LONG_SENTENCE = 600
"""Letters on either side: what has more without a full stop is no sentence."""


def named_events(paragraph: str, language: str) -> Iterator[Candidate]:
    """What a paragraph names that is held; a conference outranks the session of one."""
    pattern, end, proper = (
        (arabic_event(gazetteer().events_in(arabic=True)), ARABIC_END, ARABIC_PROPER)
        if language == ARABIC
        else (french_event(gazetteer().events_in(arabic=False)), FRENCH_END, PROPER)
    )
    for match in pattern.finditer(latin_digits(paragraph)):
        cut = end.search(match["name"])
        name = tidy(match["name"][: cut.start()] if cut else match["name"])
        marked = MARKED.match(paragraph, match.start("name") + len(match["name"]))
        if marked and cut is None and len(match["name"].split()) <= FEW:
            # « le colloque international "Traduire la Méditerranée" »
            name = f"{name} « {marked['name'].strip()} »"
        denied = DENIED.search(sentence_at(paragraph, match.start()))
        if denied or MATCHDAY.search(name):
            continue
        if SEASONAL.search(name) and not DATED.search(sentence_at(paragraph, match.start())):
            continue
        acronym = LETTERS.match(paragraph, match.start("name") + len(name))
        if acronym and is_a_body(acronym[1], paragraph):
            continue
        if proper.search(" " + name) and len(name.split()) >= 3:
            yield int(bool(GENERIC.match(name))), name, paragraph, match.start()


SEASONAL = re.compile(
    rf"^(?:{_ORDINAL}\s+(?:édition\s+(?:du|de\s+la)\s+)?)?(?:championnat|tournoi|coupe|foire|fête|marathon|rallye|gala|carnaval|triennale|trophée|régate)s?(?!\w)",
    re.IGNORECASE,
)
"""What is named often without being told of: only where its days stand beside it."""
DATED = re.compile(
    r"(?<!\w)(?:du|les?|le\s\w+di)\s\d{1,2}(?:er)?\s(?:au\s|et\s|[a-zà-ÿ]{3,9}(?!\w))"
)
SPEAKS = re.compile(
    r"\((?P<acronym>[A-ZÀ-Þ]{3,9})\)(?=\s(?:et\s[^.;()]{3,80}\([A-Z]{3,9}\)\s)?"
    r"(?:exprim|demand|rappel|appel|condamn|dénonc|salu|exig|réclam|invit|annonc))"
)
LETTERS = re.compile(r"\s?\(([A-ZÀ-Þ]{3,9})\)")


def is_a_body(acronym: str, paragraph: str) -> bool:
    """« La Conférence francophone des conseils (CFCP) expriment leur »: what speaks is not held."""
    return any(found["acronym"] == acronym for found in SPEAKS.finditer(paragraph))


def sentence_at(paragraph: str, start: int) -> str:
    """The sentence around a place, as far as sentences go."""
    first = max(start - LONG_SENTENCE, 0)
    begins = max(first, *(paragraph.rfind(stop, first, start) + 1 for stop in ".!?؟"))
    return SENTENCE.split(paragraph[begins : start + LONG_SENTENCE].strip(), maxsplit=1)[0]


def sentences_about(name: str, paragraphs: list[str]) -> list[str]:
    """The sentences that speak of « le Forum »."""
    own = gazetteer()
    known = {*FRENCH_EVENTS, *ARABIC_EVENTS, *own.events_in(arabic=True)}
    known |= {one.lower() for one in own.events_in(arabic=False)}
    nouns = [one for one in name.split() if {one.lower(), one.removeprefix("ال")} & known]
    found, about = [], False
    for sentence in (one for paragraph in paragraphs for one in SENTENCE.split(paragraph)):
        named = bool(nouns) and nouns[0].lower() in sentence.lower()
        if named or (about and AGAIN.match(sentence)):
            found.append(sentence)
        about = named or (about and bool(AGAIN.match(sentence)))
    return found


def new_days(sentences: list[str], published: date | None) -> tuple[date | None, date | None]:
    """The days to which it is put off, where a sentence says them after the old ones."""
    for sentence in sentences:
        after = sentence[PUT_OFF.search(sentence).start() :]  # type: ignore[union-attr]
        to = list(PUT_OFF_TO.finditer(after))
        if to:
            # « Sera », so that days without a year are days to come.
            found = first_period(" sera " + after[to[-1].start() :], published)
            if found:
                return found
    return None, None


def days(sentence: str, published: date | None) -> tuple[date | None, date | None]:
    if period := first_period(sentence, published):
        return period
    single = WRITTEN_DATE.search(latin_digits(sentence))
    if single is None and published and OPENS_TODAY.search(sentence):
        last = last_day(sentence, published)
        return (published, last) if last else (None, None)
    if single is None or HELD.search(sentence) is None:
        return None, None
    if UNTIL.search(sentence[: single.start()]):
        # Of « jusqu'au 23 mai » only the end is known, unless it opens on the day of publication.
        opens = published if OPENS_TODAY.search(sentence) else None
        last = calendar_date(single, default_year(single, published, sentence))
        return (opens, last) if opens and last and opens <= last else (None, None)
    try:
        day = calendar_date(single, default_year(single, published, sentence))
    except NoSuchDateError:
        return None, None
    return day, (last_day(sentence, day) or day) if day else None


def last_day(sentence: str, first: date) -> date | None:
    """The day on which it ends, where the sentence says of the month or for how many days."""
    plainly = latin_digits(sentence)
    if found := SAME_MONTH.search(plainly):
        try:
            last = first.replace(day=int(found["last"]))
        except ValueError:
            return None
        return last if last >= first else None
    found = LASTS.search(plainly)
    if found is None:
        return None
    long = found["long"]
    number = int(long) if long.isdigit() else DAYS_LONG.index(long) + 2
    return first + timedelta(days=number - 1) if number else None


def place(sentence: str, language: str) -> str | None:
    """Where it is held, in the form a map has: « au Caire » is Le Caire."""
    found = (ARABIC_PLACE if language == ARABIC else FRENCH_PLACE).search(sentence)
    if found is None:
        return None
    name = tidy(found["place"] or found.groupdict().get("city") or "")
    if language == ARABIC:
        return None if plain(name).removeprefix("ال") in NO_PLACES else name
    if any(fold(word) in NEVER_IN_NAMES for word in name.split()):
        return None
    return f"Le {name}" if found["link"] == "au" else name
