"""Days and hours of the demo, said from the day on which it is made: « -1 17:20 »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from articles.languages import Language

DAY = re.compile(r"[+-]?\d+")
PLACED = re.compile(r"\{(weekday|day|date)([+-]\d+)\}")
PATTERNS = {"weekday": "EEEE", "day": "d", "date": "d MMMM"}
MORNING, EVENING = time(9, 30), time(21, 40)


@dataclass(frozen=True)
class Calendar:
    """The days around the moment at which the demo is made."""

    now: datetime

    @classmethod
    def of_today(cls) -> Calendar:
        return cls(timezone.localtime())

    def day(self, said: str) -> date:
        """``-2`` is the day before yesterday; a full date is itself."""
        if DAY.fullmatch(said):
            return self.now.date() + timedelta(days=int(said))
        return date.fromisoformat(said)

    def moment(self, said: str) -> datetime:
        """``-1 17:20`` is yesterday at that hour; ``2h15`` is so long before now.

        In the morning nothing of today has been written: what is new is of last night. At night
        nobody writes.
        """
        if "h" in said:
            hours, minutes = said.split("h")
            return self.latest - timedelta(hours=int(hours), minutes=int(minutes or 0))
        day, hour = said.split()
        zone = timezone.get_default_timezone()
        return datetime.combine(self.day(day), time.fromisoformat(hour), tzinfo=zone)

    @property
    def latest(self) -> datetime:
        """The moment up to which there is news."""
        if MORNING <= self.now.time() <= EVENING:
            return self.now
        day = self.now.date() - timedelta(days=self.now.time() < MORNING)
        return datetime.combine(day, EVENING, tzinfo=self.now.tzinfo)

    def written(self, text: str, language: Language) -> str:
        """A text with its days: ``{weekday-1}`` is « mardi », ``{date+5}`` « 3 décembre ».

        ``{weekday+0}`` is when what is new was written, in the morning the day before.
        """

        def said(found: re.Match[str]) -> str:
            day = self.latest.date() if found[2] == "+0" else self.day(found[2])
            return language.written(day, PATTERNS[found[1]])

        return PLACED.sub(said, text)
