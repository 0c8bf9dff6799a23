"""What the dates of an article say at a moment, and which of them nobody may change any more.

What readers have had stays what they have had: the day it was published on, and that there was
no embargo. Taking it away is a move, whether by a button or by a date; ``save`` refuses to make
one, whoever asks.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .declarations import EDITED_OF_A_LANGUAGE
from .phases import LanguageState, Phase, Status, Timetable, by_the_clock

if TYPE_CHECKING:
    from .articles import Article

EMBARGO = "embargoed_until"
STAYS = _("Readers have it since %(moment)s: this date stays. Withdraw it to give it another.")
TOO_LATE = _("Readers have it in %(language)s: it is too late for another embargo.")
LEAVES = _("Readers have it: who may withdraw it says until when, and why, in its working copy.")
GONE = _(
    "It was withdrawn at its date, %(moment)s. Publish it again, or send it back, to give it "
    "other dates."
)
WAITS = _("It is published and waits for its moment: who may publish it says when.")


def date_columns() -> set[str]:
    """The columns that say from when, and until when, readers have an article."""
    return {
        EMBARGO,
        *(one.field(name) for one in Language.all() for name in EDITED_OF_A_LANGUAGE),
    }


class Dated(models.Model):
    """What an article knows of its dates."""

    class Meta:
        abstract = True

    def timetable_in(self: Article, language: Language | str | None = None) -> Timetable:
        return Timetable(
            self.status_in(language),
            self.published_at_in(language),
            self.embargoed_until,
            self.live_until_in(language),
        )

    def phase_in(
        self: Article, language: Language | str | None = None, at: datetime | None = None
    ) -> Phase:
        """What the state of a language is at a moment: by default the active one, and now."""
        return self.timetable_in(language).phase(at)

    def state_in(
        self: Article, language: Language | str | None = None, at: datetime | None = None
    ) -> LanguageState:
        """The phase, with the moment that it is about."""
        language, times = Language.get(language), self.timetable_in(language)
        return LanguageState(language, times.phase(at), times.moment(at))

    def first_published_at_in(
        self: Article, language: Language | str | None = None
    ) -> datetime | None:
        """When readers first had a language that was taken back since."""
        return getattr(self, Language.get(language).field("first_published_at"))

    def was_read_in(self: Article, language: Language | str) -> bool:
        """Whether readers of a language see it, or saw it once."""
        if self.working_copy_of_id:
            return False
        times = self.timetable_in(language)
        return self.first_published_at_in(language) is not None or times.was_read()

    def frozen_dates(self: Article) -> dict[str, Promise | str]:
        """The dates that ``save`` does not change, with the reason, by column."""
        frozen: dict[str, Promise | str] = {}
        for language in Language.all():
            times = self.timetable_in(language)
            if times.status != Status.PUBLISHED or not times.was_read():
                continue
            appeared = by_the_clock(times.appears_at) if times.appears_at else ""
            name = Language.active().name_of(language)
            frozen[language.field("published_at")] = str(STAYS) % {"moment": appeared}
            frozen[EMBARGO] = str(TOO_LATE) % {"language": name}
            frozen[language.field("live_until")] = LEAVES
            if times.phase() == Phase.EXPIRED and times.live_until:
                moment = by_the_clock(times.live_until)
                for column in EDITED_OF_A_LANGUAGE:
                    frozen[language.field(column)] = str(GONE) % {"moment": moment}
        return frozen

    def settle_dates(self: Article, columns: set[str]) -> set[str]:
        """Refuse to change a date of what readers have had, and date what waits by its embargo.

        Args:
            columns: those that are about to be saved.

        Returns:
            The columns that were given another date.

        Raises:
            ValidationError: by field.
        """
        if not columns or self.working_copy_of_id:
            return set()
        stored = None
        if not self._state.adding:
            stored = type(self)._base_manager.filter(pk=self.pk).first()
        self.refuse_redating(columns, stored)
        return self.date_by_embargo(stored)

    def date_by_embargo(self: Article, stored: Article | None) -> set[str]:
        """Give what is published and waits under an embargo the date of its end."""
        changed, now = set(), timezone.now()
        for language in Language.all():
            before = stored.timetable_in(language) if stored else None
            times, column = self.timetable_in(language), language.field("published_at")
            if times.status != Status.PUBLISHED or (before and before.was_read(now)):
                continue
            date = times.dated_by_embargo(before, now).published_at
            if date != times.published_at:
                setattr(self, column, date)
                changed.add(column)
        return changed

    def refuse_redating(self: Article, columns: set[str], stored: Article | None) -> None:
        """Raise what ``settle_dates`` does."""
        wrong = {
            column: why
            for column, why in (stored.frozen_dates() if stored else {}).items()
            if column in columns and getattr(self, column) != getattr(stored, column)
        }
        if wrong:
            raise ValidationError(wrong)
