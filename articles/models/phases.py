"""Where a language of an article stands at a moment: its state, as the clock and its dates have it.

Everything that shows a state, or goes by one, reads it from ``Timetable.phase``; the queries
of ``articles_in`` say the same to a database.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.languages import Language


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    READY = "ready", _("ready")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Phase(models.TextChoices):
    """What a state is at a moment: one that is published comes, is there, and may go by its dates.

    The values of ``Status`` are among these.
    """

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    READY = "ready", _("ready")
    SCHEDULED = "scheduled", _("scheduled")
    EMBARGOED = "embargoed", _("under embargo")
    PUBLISHED = "published", _("published")
    EXPIRED = "expired", _("withdrawn at its date")
    WITHDRAWN = "withdrawn", _("withdrawn")


WITH_MOMENT: dict[Phase, Promise] = {
    Phase.SCHEDULED: _("scheduled for %(moment)s"),
    Phase.EMBARGOED: _("under embargo until %(moment)s"),
    Phase.PUBLISHED: _("published, until %(moment)s"),
    Phase.EXPIRED: _("withdrawn at its date, %(moment)s"),
}
"""What a phase is called with the moment that it waits for, or began at."""


def by_the_clock(moment: datetime) -> str:
    """« 29 novembre 2026 à 10:00 (heure de Casablanca) », in the active language."""
    language = Language.active()
    said = gettext("%(day)s at %(time)s (%(city)s time)") % {
        "day": language.date(moment),
        "time": language.time(moment),
        "city": language.clock,
    }
    return language.contracted(said)


def in_words(language: Language, sentence: str) -> str:
    """« En français : les lecteurs le voient maintenant. »"""
    return gettext("%(language)s: %(sentence)s") % {
        "language": Language.active().name_of(language).capitalize(),
        "sentence": sentence,
    }


@dataclass(frozen=True)
class LanguageState:
    """A phase of one language, and the moment that it is about, if there is one."""

    language: Language
    phase: Phase
    moment: datetime | None = None

    @property
    def label(self) -> str:
        """« programmé, 29 novembre 2026 à 10:00 (heure de Casablanca) »."""
        said = WITH_MOMENT.get(self.phase)
        if said is None or self.moment is None:
            return str(self.phase.label)
        return str(said) % {"moment": by_the_clock(self.moment)}


@dataclass(frozen=True)
class Timetable:
    """The state and the dates of one language of an article."""

    status: str
    published_at: datetime | None
    embargoed_until: datetime | None = None
    live_until: datetime | None = None

    @property
    def appears_at(self) -> datetime | None:
        """When readers first have it: at its publication, or at its embargo's end."""
        if self.published_at is None or self.embargoed_until is None:
            return self.published_at
        return max(self.published_at, self.embargoed_until)

    def phase(self, at: datetime | None = None) -> Phase:
        at, appears = at or timezone.now(), self.appears_at
        if self.status != Status.PUBLISHED:
            return Phase(self.status or Status.DRAFT)
        if self.live_until and self.live_until <= at:
            return Phase.EXPIRED
        if appears and appears <= at:
            return Phase.PUBLISHED
        if self.embargoed_until and appears == self.embargoed_until:
            return Phase.EMBARGOED
        return Phase.SCHEDULED

    def moment(self, at: datetime | None = None) -> datetime | None:
        """The moment that the phase waits for, or began at."""
        phase = self.phase(at)
        if phase in {Phase.SCHEDULED, Phase.EMBARGOED}:
            return self.appears_at
        return self.live_until if phase in {Phase.PUBLISHED, Phase.EXPIRED} else None

    def was_read(self, at: datetime | None = None) -> bool:
        """Whether readers have it by these dates, or had it until they took it away."""
        at, appears = at or timezone.now(), self.appears_at
        kept = self.status in {Status.PUBLISHED, Status.WITHDRAWN}
        never = appears is not None and self.live_until is not None and self.live_until <= appears
        return kept and appears is not None and appears <= at and not never

    def waits(self, at: datetime | None = None) -> bool:
        """Whether it is published, and no reader has had it by these dates.

        It comes at its moment, or was to leave before that.
        """
        return self.status == Status.PUBLISHED and not self.was_read(at)

    def appears_by(self, dates: Timetable, at: datetime) -> bool:
        """Whether it waits at a moment at which readers would have it by other dates."""
        return self.waits(at) and dates.dated_by_embargo(self, at).phase(at) == Phase.PUBLISHED

    def dated_by_embargo(self, before: Timetable | None, at: datetime) -> Timetable:
        """The same, dated of the end of its embargo, where readers do not have it before.

        Lists, feeds and archives go by the date of publication: it is never one on which no
        reader had it. A date that was the end of an embargo goes with it to another.
        """
        date, until = self.published_at, self.embargoed_until
        if before and date == before.published_at == before.embargoed_until != until:
            date = max(until or at, at) if date else None
        leaves_before = self.live_until and until and self.live_until <= until
        if date and until and until > date and not leaves_before:
            date = until
        return replace(self, published_at=date)


def articles_in(phase: Phase, language: Language, at: datetime, of: str = "") -> Q:
    """The condition on an article to be in a phase in a language at a moment.

    Args:
        of: the way to the article from what is asked for, as ``article__``.
    """
    status, until = f"{of}{language.field('status')}", f"{of}{language.field('live_until')}"
    published_at, embargo = f"{of}{language.field('published_at')}", f"{of}embargoed_until"
    if phase == Phase.DRAFT:
        return Q(**{status: phase}) | Q(**{status: None})
    if phase not in OF_PUBLISHED:
        return Q(**{status: phase})
    published = Q(**{status: Status.PUBLISHED})
    if phase == Phase.EXPIRED:
        return published & Q(**{f"{until}__lte": at})
    published &= Q(**{until: None}) | Q(**{f"{until}__gt": at})
    if phase == Phase.PUBLISHED:
        return published & appeared(language, at, of)
    if phase == Phase.EMBARGOED:
        decides = Q(**{f"{published_at}__lte": F(embargo)})
        return published & Q(**{f"{embargo}__gt": at}) & decides
    free = Q(**{embargo: None}) | Q(**{f"{embargo}__lt": F(published_at)})
    return published & Q(**{f"{published_at}__gt": at}) & free


OF_PUBLISHED = (Phase.SCHEDULED, Phase.EMBARGOED, Phase.PUBLISHED, Phase.EXPIRED)
"""What becomes of a published state, as time goes by."""


def appeared(language: Language, at: datetime, of: str = "") -> Q:
    """Whose moment of publication in a language has come, and whose embargo is over."""
    embargo, published_at = f"{of}embargoed_until", f"{of}{language.field('published_at')}"
    return (Q(**{embargo: None}) | Q(**{f"{embargo}__lte": at})) & Q(**{f"{published_at}__lte": at})


def had_by_readers(language: Language, at: datetime) -> Q:
    """What readers of a language have, or had once: the rule of ``Article.was_read_in``."""
    status, until = language.field("status"), language.field("live_until")
    never = Q(**{f"{until}__lte": F(language.field("published_at"))}) | Q(
        **{f"{until}__lte": F("embargoed_until")}
    )
    by_its_dates = Q(**{f"{status}__in": [Status.PUBLISHED, Status.WITHDRAWN]})
    by_its_dates &= appeared(language, at) & ~never
    return Q(**{f"{language.field('first_published_at')}__isnull": False}) | by_its_dates
