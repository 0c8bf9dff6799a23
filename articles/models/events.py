"""Events, their sessions, who held them and who appeared."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.languages import Language

from .clocks import is_time_zone
from .date_fields import DayField, MomentField
from .event_times import Timed, last_day, on_or_after, over_before
from .named_records import NamedQuerySet, NamedRecord
from .pages import one_slug_per_language
from .parts import PartOfAnother
from .record import Record
from .text_fields import ManyLinesField, OneLineField


def default_time_zone() -> str:
    """The newsroom's own."""
    return settings.TIME_ZONE


# What has no hour comes first, as all-day entries do in calendars.
BY_HOUR: list[Any] = ["starts_on", F("starts_at").asc(nulls_first=True), "pk"]


class EventQuerySet(NamedQuerySet):  # type: ignore[override]
    def with_parents(self, at: datetime | None = None) -> Self:
        """Each with the event it is part of, and whether readers know of that one too."""
        known = type(self)(self.model).public(at=at).order_by().filter(pk=OuterRef("parent"))
        return self.select_related("parent").annotate(parent_is_known=Exists(known))

    def upcoming(self, on: date | None = None) -> Self:
        """Not over on a day, today by default; the next one first."""
        on = on or timezone.localdate()
        dated = self.filter(starts_on__isnull=False)
        return dated.exclude(over_before(on)).order_by(*BY_HOUR)

    def past(self, on: date | None = None) -> Self:
        """Over on a day, today by default; the latest one first."""
        return self.filter(over_before(on or timezone.localdate())).order_by("-starts_on", "-pk")

    def with_last_ended(self, on: date | None = None) -> Self:
        """Each with the last day, of any event of these, that is over: ``last_ended``.

        With the midnight after it, a list of what is to come and what is past was another.
        """
        ended = self.past(on).order_by(last_day().desc()).values_list(last_day())[:1]
        return self.annotate(last_ended=Subquery(ended))

    def between(self, first: date, last: date) -> Self:
        """Those that take place, in part at least, on these days, in their order."""
        return self.filter(on_or_after(first), starts_on__lte=last).order_by(*BY_HOUR)


class Event(Timed, PartOfAnother, NamedRecord):
    class Kind(models.TextChoices):
        CONFERENCE = "conference", _("conference")
        REGIONAL_REVIEW = "regional_review", _("regional review")
        PLENARY_SESSION = "plenary_session", _("plenary session")
        SUMMIT = "summit", _("summit")
        BRIEFING = "briefing", _("press briefing")
        PROCESS = "process", _("process")
        OTHER = "other", _("other")

    class Visibility(models.TextChoices):
        AUTOMATIC = "automatic", _("public with what covers it")
        PUBLIC = "public", _("public")
        HIDDEN = "hidden", _("not public")

    class State(models.TextChoices):
        SCHEDULED = "scheduled", pgettext_lazy("event", "as planned")
        POSTPONED = "postponed", pgettext_lazy("event", "postponed")
        CANCELLED = "cancelled", pgettext_lazy("event", "cancelled")
        MOVED_ONLINE = "moved_online", pgettext_lazy("event", "moved online")
        MOVED = "moved", pgettext_lazy("event", "moved elsewhere")

    page = "event"
    has_parts = True
    contains_itself = _("This event is already a part of the one chosen.")
    needed_by = (("Article", ("event", "event__parent", "quotes__spoken_at")),)

    kind = OneLineField(_("kind"), max_length=20, choices=Kind, default=Kind.CONFERENCE)
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("part of"),
        help_text=_("The event this one is a session of, or the process it belongs to."),
    )
    starts_on = DayField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("As long as it is not known, no reader hears of the event."),
    )
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    ends_on = DayField(_("last day"), null=True, blank=True)
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    state = OneLineField(
        _("state"),
        max_length=20,
        choices=State,
        default=State.SCHEDULED,
        db_default=State.SCHEDULED,
        help_text=_("Readers see it at its name; calendars tell those who subscribed."),
    )
    planned_on = DayField(
        _("first day, as it was planned"),
        null=True,
        blank=True,
        help_text=_("Of what was postponed to a new day. Left empty, the day it had before."),
    )
    state_note = OneLineField(
        _("note on the state"),
        max_length=300,
        blank=True,
        db_default="",
        help_text=_("Why, and what becomes of it: one sentence for readers."),
    )
    time_zone = OneLineField(
        _("time zone"), max_length=50, default=default_time_zone, validators=[is_time_zone]
    )
    place = models.ForeignKey(
        "articles.Place",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("place"),
    )
    venue = OneLineField(_("venue"), max_length=200, blank=True)
    description = ManyLinesField(_("description"), blank=True)
    aliases = ManyLinesField(
        _("other names"), blank=True, help_text=_("One per line: names other texts give it.")
    )

    # One value per language: who may know of it, beside what covers it.
    visibility = OneLineField(
        _("visibility"),
        max_length=10,
        choices=Visibility,
        default=Visibility.AUTOMATIC,
        db_default=Visibility.AUTOMATIC,
        help_text=_("Readers find its page, or only while a published article is about it."),
    )
    embargoed_until = MomentField(
        _("embargoed until"), null=True, blank=True, help_text=_("No reader hears of it before.")
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = [F("starts_on").desc(nulls_last=True), "-pk"]
        indexes = [models.Index(fields=["starts_on", "ends_on"], name="event_by_day")]
        constraints = [
            *one_slug_per_language("event"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("The event ends before it starts."),
            ),
            models.CheckConstraint(
                # Without a last day it ends on the first.
                condition=Q(ends_at__gte=F("starts_at"))
                | Q(ends_on__isnull=False, ends_on__gt=F("starts_on")),
                name="event_ends_after_it_starts_on_its_day",
                violation_error_message=_("The event ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=False)
                | Q(starts_at=None, ends_on=None, ends_at=None),
                name="event_without_a_first_day_has_no_other",
                violation_error_message=_("Say on which day the event begins."),
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")),
                name="event_is_not_its_own_parent",
                violation_error_message=_("An event cannot be part of itself."),
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what is postponed or cancelled keeps the day it was planned for."""
        columns = kwargs.get("update_fields")
        if columns is None or "starts_on" in columns:
            given = self.keep_the_day_it_was_planned_for()
            if columns is not None:
                kwargs["update_fields"] = {*columns, *given}
        super().save(*args, **kwargs)

    @property
    def is_changed(self) -> bool:
        """Whether it takes place otherwise than it was planned, or not at all."""
        return self.state != self.State.SCHEDULED

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        """Not held back, and public by itself or through what covers it."""
        visibility = language.field("visibility")
        shown = Q(**{visibility: cls.Visibility.PUBLIC})
        return cls.told_when(language, at) & (shown | cls.needed_when(language, at))

    @classmethod
    def told_when(cls, language: Language, at: datetime, relation: str = "") -> Q:
        """Nobody holds it back; of what has such an event, by the name of its ``relation__``."""
        embargo, visibility = f"{relation}embargoed_until", relation + language.field("visibility")
        free = Q(**{embargo: None}) | Q(**{f"{embargo}__lte": at})
        hidden = Q(**{visibility: cls.Visibility.HIDDEN})
        return free & ~hidden & Q(**{f"{relation}starts_on__isnull": False})

    @classmethod
    def public_by_itself(cls) -> Q:
        shown = Q()
        for language in Language.all():
            shown |= Q(**{language.field("visibility"): cls.Visibility.PUBLIC})
        return shown

    @classmethod
    def published_or_due_when(cls, at: datetime) -> Q:
        """The end of an embargo comes by itself; what is hidden in every language stays so."""
        names = [language.field("visibility") for language in Language.all()]
        hidden = Q(**dict.fromkeys(names, cls.Visibility.HIDDEN))
        return ~hidden & super().published_or_due_when(at)

    def without_held_back(self) -> Event | None:
        """This event for a page that shows it; nothing of what no reader may hear of."""
        if self.is_held_back():
            return None
        # What covers an event makes the one known that it is part of.
        self.__dict__["parent_is_known"] = self.parent and not self.parent.is_held_back()
        return self

    @property
    def known_parent(self) -> Event | None:
        """The event it is part of, where readers of the active language know of that one."""
        if self.parent is None:
            return None
        known = self.__dict__.get("parent_is_known")
        return self.parent if (self.parent.has_page_in() if known is None else known) else None

    def is_public_by_itself(self, language: Language | str | None = None) -> bool:
        shown = self.said("visibility", language) == self.Visibility.PUBLIC
        return shown and not self.is_held_back(language)

    def is_hidden(self, language: Language | str | None = None) -> bool:
        """Whether an editor keeps it from readers of a language."""
        return self.said("visibility", language) == self.Visibility.HIDDEN

    def is_held_back(self, language: Language | str | None = None) -> bool:
        """Whether no reader of a language may hear of it now, whatever covers it."""
        undated = self.starts_on is None
        return (
            self.is_hidden(language)
            or undated
            or bool(self.embargoed_until and self.embargoed_until > timezone.now())
        )

    @property
    def is_session(self) -> bool:
        """Whether it is a session of an event, and not an event of its own in a process."""
        return self.parent is not None and self.parent.kind != Event.Kind.PROCESS


class Participation(Record):
    """What an organization does at an event."""

    class Role(models.TextChoices):
        ORGANIZER = "organizer", _("organizer")
        HOST = "host", _("host")
        PARTNER = "partner", _("partner")
        PARTICIPANT = "participant", _("participant")

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="participations", verbose_name=_("event")
    )
    organization = models.ForeignKey(
        "articles.Organization",
        models.CASCADE,
        related_name="participations",
        verbose_name=_("organization"),
    )
    role = OneLineField(_("role"), max_length=20, choices=Role, default=Role.ORGANIZER)
    order = models.PositiveSmallIntegerField(_("order"), default=0, db_default=0)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organization", "role"],
                name="organization_has_a_role_at_an_event_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization} ({self.get_role_display()})"


class Appearance(Record):
    """What a speaker does at an event."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("chair")
        SPEAKER = "speaker", _("speaker")
        PANELIST = "panelist", _("panelist")

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="appearances", verbose_name=_("event")
    )
    speaker = models.ForeignKey(
        "articles.Speaker",
        models.CASCADE,
        related_name="appearances",
        verbose_name=_("speaker"),
    )
    role = OneLineField(_("role"), max_length=20, choices=Role, default=Role.SPEAKER)
    order = models.PositiveSmallIntegerField(_("order"), default=0, db_default=0)

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "speaker", "role"], name="speaker_has_a_role_at_an_event_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.speaker} ({self.get_role_display()})"
