"""Where and when a text says that it was sent: its dateline, lines that say only when, its end."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext as _

from articles.text.extraction.datelines import Dateline, says_only_when
from articles.text.extraction.dates import FUTURE, NoSuchDateError, first_date
from articles.text.extraction.hijri import DAY, hijri_day

from .first_lines import DATE_LINE, ESTABLISHED, TODAY
from .layout.closing import DONE_AT, as_written
from .layout.parts import PartKind, UnwrappedText
from .markup import without_markup
from .origin import closing_lines
from .sending_day import day_at_the_end, day_of_the_week

HIJRI_BESIDE = re.compile(
    rf"(?:الموافق\s*(?:ل\w*)?\s*)?(?:{DAY.pattern.replace('?P<', '?P<_')})\s*(?:هـ|ه)?"
)
"""The same day by the other calendar."""


class SaidDays:
    """What a text says of where and when it was sent, and by whom, line by line."""

    def __init__(self, layout: UnwrappedText, warnings: list[str]) -> None:
        self.layout = layout
        self.warnings = warnings
        self.blocks = [line for line in layout.lines if line]
        self.byline: str | None = None
        self.place: str | None = None
        self.agency: str | None = None
        self.published_on: date | None = None
        self.is_reckoned = False
        """Whether the day is that of the Hijri calendar."""
        self.when = ""
        """A day without a year, as the dateline has it."""
        self.year_from = False
        """Whether the year is that in which the day was such a day of the week."""

    def read_dateline(self, found: Dateline, block: str) -> None:
        self.place = self.place or found.place
        self.byline = self.byline or found.byline
        self.agency = self.agency or found.agency
        if found.when and self.published_on is None:
            self.published_on = self.day(found.when) or self.reckoned(found.when)
            self.when = found.when

    def reckoned(self, words: str) -> date | None:
        day = hijri_day(words)
        self.is_reckoned = self.is_reckoned or day is not None
        return day

    def day(self, words: str) -> date | None:
        try:
            found = first_date(words)
        except NoSuchDateError as wrong:
            self.warnings.append(_("There is no such date: %s.") % wrong)
            return None
        return found[0] if found else None

    def leading_date(self, block: str) -> tuple[date | None, str]:
        """A date at the start of a line, and the line without it; a line of date alone is empty."""
        try:
            found = first_date(block[:DATE_LINE])
        except NoSuchDateError as wrong:
            self.warnings.append(_("There is no such date: %s.") % wrong)
            numbers = re.match(r"\W*[\d./-]+\s*", block)
            return None, block[numbers.end() :] if numbers else block
        if found is None:
            return None, block
        day, match = found
        without = HIJRI_BESIDE.sub("", block[: match.start()] + block[match.end() :])
        if says_only_when(without):
            return day, ""
        if match.start() == 0:
            return day, block[match.end() :].strip(" -–—:|")
        return None, block

    def take_last_date(self) -> None:
        """A line at the end that says only when."""
        if self.published_on is None and self.blocks:
            day, rest = self.leading_date(self.blocks[-1])
            if day and not rest:
                self.published_on, self.blocks = day, self.blocks[:-1]

    def ask_the_end(self, today: date) -> None:
        """When it was sent, where its first lines do not say so: its end, its mail, its words."""
        self.published_on = self.published_on or self.layout.said_on
        self.take_last_lines()
        for line in closing_lines(self.layout):
            day, told = day_at_the_end(line)
            self.published_on = self.published_on or day
            if told and self.place is None:
                self.place = told.place
            if (done := DONE_AT.match(line)) and self.place is None:
                self.place = done["place"] or done["arabic"]
        if self.published_on is None and (slugs := self.parts(PartKind.SLUG)):
            self.published_on = self.day("\n".join(map(as_written, slugs)))
        if self.published_on is None and self.blocks:
            self.ask_the_words(self.layout.sent_on or today)
        self.published_on = self.published_on or self.layout.sent_on

    def ask_the_words(self, today: date) -> None:
        """« Ce mercredi 7 janvier 2026 », or a day of the week beside a day without a year."""
        first = self.blocks[0][:400]
        found = TODAY.search(first)
        if found and not FUTURE.search(first[: found.start()]):
            self.published_on = self.day(first[found.end() : found.end() + 40])
        if self.published_on is None:
            notes = [note for note in self.parts(PartKind.NOTE) if ESTABLISHED.match(note)]
            days = (day_of_the_week(when, first, today) for when in (self.when, *notes) if when)
            self.published_on = next((day for day in days if day), None)
            self.year_from = self.published_on is not None

    def parts(self, kind: PartKind) -> list[str]:
        return [part.text for part in self.layout.parts if part.kind is kind]

    def take_last_lines(self) -> None:
        """The last lines that only say where and when: « Alger, le 25.11.2026 »."""
        while len(self.blocks) > 2:
            line = without_markup(self.blocks[-1])
            day, told = day_at_the_end(line)
            if day is None or not (told or says_only_when(line)):
                return
            self.published_on = self.published_on or day
            self.place = self.place or (told.place if told else None)
            self.layout.take(PartKind.CLOSING, [line])
            self.blocks = self.blocks[:-1]
