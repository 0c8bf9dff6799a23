"""Languages as values: what each one is called, how it is written, how it says a date.

The configured ones are ``settings.LANGUAGES``; ``settings.LOCALES`` names the CLDR
locale of each. Everything else is asked of CLDR (through Babel), so that no other
module needs to compare language codes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal

from babel import Locale, dates
from babel.core import get_global, parse_locale
from babel.lists import format_list
from django.conf import settings
from django.utils import timezone, translation

Width = Literal["full", "long", "medium", "short"]
DAY_OF_MONTH = re.compile(r"(?<!d)d(?!d)")
"""Where a pattern of CLDR has the day, without a naught before it."""


@dataclass(frozen=True)
class Language:
    """One language of the newsroom, by its BCP 47 code."""

    code: str

    def __str__(self) -> str:
        return self.code

    @classmethod
    def active(cls) -> Language:
        """The language this thread speaks now; the default one where that is not ours."""
        return editions().get(translation.get_language() or "") or cls(settings.LANGUAGE_CODE)

    @classmethod
    def get(cls, language: Language | str | None = None) -> Language:
        """The language of this code; the active one for ``None``.

        Raises:
            LookupError: the newsroom does not publish in it.
        """
        if language is None:
            return cls.active()
        found = editions().get(str(language))
        if found is None:
            raise LookupError(f"The newsroom has no language {language!s}.")
        return found

    @classmethod
    def find(cls, code: str) -> Language | None:
        """The language of a code that somebody sent; ``None`` where it is none of ours."""
        return editions().get(code)

    @classmethod
    def all(cls) -> list[Language]:
        """Every configured language, in the order of the settings."""
        return [*editions().values()]

    @property
    def others(self) -> list[Language]:
        """Every configured language but this one."""
        return [language for language in Language.all() if language.code != self.code]

    @property
    def then_others(self) -> list[Language]:
        """This language, then the others: the order in which to look for a name."""
        return [self, *self.others]

    def field(self, name: str) -> str:
        """The name of a translated field's column in this language: ``headline_fr``."""
        return f"{name}_{self.code.replace('-', '_')}"

    @property
    def name(self) -> str:
        """What the language calls itself; one that was given up is still called something."""
        return dict(settings.LANGUAGES).get(self.code) or self.name_of(self)

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale: whose names of months and countries are used."""
        return Locale.parse(settings.LOCALES.get(self.code, self.code.replace("-", "_")))

    @property
    def direction(self) -> str:
        """``"rtl"`` or ``"ltr"``, the value of HTML's ``dir``."""
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    @cached_property
    def script(self) -> str:
        """The ISO 15924 code of its usual script: ``"Latn"``, ``"Arab"``, ``"Tfng"``."""
        likely = get_global("likely_subtags")[self.locale.language]
        return self.locale.script or parse_locale(likely)[2] or "Latn"

    @property
    def comma(self) -> str:
        """What stands between things that are counted up, with its space."""
        return "، " if self.script == "Arab" else ", "

    @property
    def digits(self) -> str:
        """The digits the newsroom writes in it: ``"western"`` (3) or ``"arabic-indic"`` (٣)."""
        return settings.DIGITS.get(self.code, "western")

    def name_of(self, other: Language) -> str:
        """What this language calls another: « arabe » in French."""
        return self.locale.languages.get(other.locale.language, other.code)

    @property
    def in_all(self) -> str:
        """In which languages there is something: « en français et en arabe »."""
        with translation.override(self.code):
            return self.listed(
                translation.gettext("in %(language)s") % {"language": self.name_of(one)}
                for one in Language.all()
            )

    def names_of(self, languages: Iterable[Language]) -> str:
        """What it calls some languages, as one list."""
        return self.listed(self.name_of(one) for one in languages)

    def listed(self, words: Iterable[object]) -> str:
        """Words as one list, with the commas and the « et » of this language."""
        return format_list([str(one) for one in words], locale=self.locale)

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166 code."""
        return self.locale.territories.get(code, code)

    @property
    def clock(self) -> str:
        """The city whose time the newsroom goes by: « Casablanca », « الدار البيضاء »."""
        return self.city_of(timezone.get_default_timezone_name())

    def city_of(self, zone: str) -> str:
        """The city of a time zone, by any name the zone has: « Le Caire » of Africa/Cairo."""
        aliases = get_global("zone_aliases")
        current = aliases.get(zone, zone)
        names = [current, *(old for old, new in aliases.items() if new == current)]
        if current.startswith("Etc/"):
            return current.removeprefix("Etc/")
        cities = (self.locale.time_zones.get(name, {}).get("city") for name in names)
        return next(filter(None, cities), current.rpartition("/")[2].replace("_", " "))

    def contracted(self, sentence: str) -> str:
        """A sentence as the language joins the words of « heure de » and « Le Caire »."""
        for pattern, joined in settings.CONTRACTIONS.get(self.code, ()):
            sentence = re.sub(pattern, joined, sentence)
        return sentence

    def date(self, day: dt.date, width: Width = "long") -> str:
        """``3 juillet 2024``, ``3 يوليوز 2024``; a moment is taken in the newsroom's zone."""
        if isinstance(day, dt.datetime):
            day = timezone.localtime(day).date()
        return self.written(day, dates.get_date_format(width, locale=self.locale).pattern)

    def written(self, day: dt.date, pattern: str) -> str:
        """A day by a pattern of CLDR; its first of the month as the language says it."""
        return written_day(self.code, day, pattern)

    def day_of_the_week(self, day: dt.date) -> str:
        """``mar. 24 nov.``, ``الثلاثاء، 24 نونبر``."""
        return self.written(day, self.pattern_of("EEEEMMMMd"))

    def short_date(self, day: dt.date, *, with_year: bool = False) -> str:
        """``24 nov.``, ``24 نونبر``; ``24 nov. 2026``, ``24 نونبر 2026``."""
        return self.written(day, self.pattern_of("yMMMd" if with_year else "MMMd"))

    def pattern_of(self, skeleton: str) -> str:
        """How the language arranges some parts of a date."""
        known = self.locale.datetime_skeletons
        return known[dates.match_skeleton(skeleton, known) or ""].pattern

    def time(self, moment: dt.datetime | dt.time) -> str:
        """``14:30``; a moment is taken in the newsroom's zone."""
        if isinstance(moment, dt.datetime):
            moment = timezone.localtime(moment).time()
        return dates.format_time(moment, "short", locale=self.locale)

    def month(self, day: dt.date) -> str:
        """``juillet 2024``, ``يوليوز 2024``."""
        return dates.format_skeleton("yMMMM", day, locale=self.locale)

    def weekday(self, day: dt.date) -> str:
        """« mercredi », « الأربعاء »."""
        return dates.format_date(day, "EEEE", locale=self.locale)

    @property
    def first_weekday(self) -> int:
        """The day a week begins with where it is read: 0 for Monday."""
        return self.locale.first_week_day

    def period(self, start: dt.date, end: dt.date | None = None) -> str:
        """``3–4 juillet 2024``: two days said as one period, as CLDR says it."""
        if end is None or end == start:
            return self.date(start)
        patterns = self.locale.interval_formats["yMMMd"]
        differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
        # CLDR gives intervals for short month names; the long ones take the same places.
        first, last = (pattern.replace("MMM", "MMMM") for pattern in patterns[differs])
        return self.written(start, first) + self.written(end, last)


def named_with_language(called: object, code: str) -> str:
    """« titre (français) »: a column of one language, in the words of who reads."""
    return translation.gettext("%(field)s (%(language)s)") % {
        "field": called,
        "language": Language.active().name_of(Language(code)),
    }


@cache
def editions() -> dict[str, Language]:
    """The configured languages by their codes: pages ask for them hundreds of times."""
    return {code: Language(code) for code, _name in settings.LANGUAGES}


@lru_cache(5_000)
def written_day(code: str, day: dt.date, pattern: str) -> str:
    """A day as ``Language.written`` has it: pages say the same few again and again."""
    first = settings.FIRST_OF_MONTH.get(code)
    if first and day.day == 1:
        pattern = DAY_OF_MONTH.sub(f"'{first}'", pattern)
    return dates.format_date(day, pattern, locale=Language(code).locale)
