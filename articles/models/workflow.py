"""The states of an article in one language, and the moves between them.

``MOVES`` is the rule; the buttons of the admin, the rights and the messages are read
from it. What each state promises the reader is kept by the database. A published state is read
by the clock: what it is at a moment is its ``Phase``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .date_fields import MomentField
from .declarations import ARTICLE
from .permissions import CHANGE_ARTICLE, PUBLISH_ARTICLE, WITHDRAW_ARTICLE
from .phases import LanguageState, Phase, Status
from .record import Record, RecordQuerySet
from .text_fields import OneLineField


class Condition(models.TextChoices):
    """What must hold of a text before a move, beside the right to make it."""

    TITLED = "titled", _("It has a headline.")
    COMPLETE = "complete", _("Nothing that a published text needs is missing.")


@dataclass(frozen=True)
class Move:
    """A change of state that somebody may make, who may edit the text in that language."""

    verb: str
    label: Promise | str
    permission: str
    condition: Condition | None = None
    reason: bool = False
    """Whether the person must say why."""
    later: Promise | str = ""
    """What it is called where its moment is to come."""
    outcome: Promise | str = ""
    """What becomes of the text for its readers, where that is not plain."""


RIGHTS = {
    CHANGE_ARTICLE: _("everybody"),
    PUBLISH_ARTICLE: _("who may publish"),
    WITHDRAW_ARTICLE: _("who may take back what is published"),
}
"""What each permission says of a person, in a table for people."""

SUBMIT = Move(
    "submit", pgettext_lazy("button", "Submit for review"), CHANGE_ARTICLE, Condition.TITLED
)
SEND_BACK = Move("send_back", pgettext_lazy("button", "Send back"), PUBLISH_ARTICLE, reason=True)
APPROVE = Move(
    "approve", pgettext_lazy("button", "Mark as ready"), PUBLISH_ARTICLE, Condition.COMPLETE
)
PUBLISH = Move(
    "publish",
    pgettext_lazy("button", "Publish"),
    PUBLISH_ARTICLE,
    Condition.COMPLETE,
    later=pgettext_lazy("button", "Schedule"),
)
UNSCHEDULE = Move("unschedule", pgettext_lazy("button", "Take off the schedule"), PUBLISH_ARTICLE)
WITHDRAW = Move(
    "withdraw",
    pgettext_lazy("button", "Withdraw"),
    WITHDRAW_ARTICLE,
    reason=True,
    outcome=_("Its page says that it was withdrawn (410)."),
)
REPUBLISH = Move(
    "publish",
    pgettext_lazy("button", "Publish again"),
    WITHDRAW_ARTICLE,
    Condition.COMPLETE,
    later=pgettext_lazy("button", "Schedule again"),
    outcome=_("It gets a new date; readers are shown the first one beside it."),
)
REWORK = Move("rework", pgettext_lazy("button", "Send back"), WITHDRAW_ARTICLE, reason=True)

MOVES: dict[tuple[str, str], Move] = {
    (Phase.DRAFT, Status.IN_REVIEW): SUBMIT,
    (Phase.IN_REVIEW, Status.DRAFT): SEND_BACK,
    (Phase.IN_REVIEW, Status.READY): APPROVE,
    (Phase.READY, Status.DRAFT): SEND_BACK,
    (Phase.DRAFT, Status.PUBLISHED): PUBLISH,
    (Phase.IN_REVIEW, Status.PUBLISHED): PUBLISH,
    (Phase.READY, Status.PUBLISHED): PUBLISH,
    (Phase.SCHEDULED, Status.READY): UNSCHEDULE,
    (Phase.EMBARGOED, Status.READY): UNSCHEDULE,
    (Phase.PUBLISHED, Status.WITHDRAWN): WITHDRAW,
    (Phase.EXPIRED, Status.PUBLISHED): REPUBLISH,
    (Phase.EXPIRED, Status.DRAFT): REWORK,
    (Phase.WITHDRAWN, Status.PUBLISHED): REPUBLISH,
    (Phase.WITHDRAWN, Status.DRAFT): REWORK,
}
"""The buttons: from what a text is now, to the state that it is given."""

WITHDRAW_LATER = Move(
    "withdraw_later",
    _("the date “live until”"),
    WITHDRAW_ARTICLE,
    reason=True,
    outcome=_("From then on its page says that it was withdrawn (410)."),
)
KEEP = Move("keep", _("the date “live until”, later or empty"), WITHDRAW_ARTICLE, reason=True)
RESCHEDULE = Move("reschedule", _("the dates of publication and of the embargo"), PUBLISH_ARTICLE)

DATED: dict[tuple[str, str], Move] = {
    (Phase.SCHEDULED, Phase.SCHEDULED): RESCHEDULE,
    (Phase.PUBLISHED, Phase.EXPIRED): WITHDRAW_LATER,
    (Phase.PUBLISHED, Phase.PUBLISHED): KEEP,
}
"""The moves that a date makes, from the moment that it says on."""

_first, *_others = ARTICLE.having("required").names
REQUIRED_TO_PUBLISH = (_first, "slug", *_others)


class UnchangeableError(Exception):
    """Somebody tried to rewrite what the newsroom has on record."""


class TransitionQuerySet(RecordQuerySet):
    def delete(self) -> NoReturn:
        """Refused: what was done, was done. It goes with its article only."""
        raise UnchangeableError


class Transition(Record):
    """One move that was made. It is written once; a trigger keeps it as it was written.

    What it says is what it was when it was made: scheduled for a moment, not published.
    """

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="transitions", verbose_name=_("article")
    )
    language = OneLineField(_("language"), max_length=10, choices=settings.LANGUAGES)
    from_status = OneLineField(_("from"), max_length=20, choices=Phase)
    to_status = OneLineField(_("to"), max_length=20, choices=Phase)
    effective_at = MomentField(_("takes effect"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="transitions",
        verbose_name=_("by"),
    )
    made_at = MomentField(_("at"), default=timezone.now)
    note = OneLineField(_("note"), max_length=500, blank=True)

    objects = TransitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("transition")
        verbose_name_plural = _("transitions")
        ordering = ["-made_at", "-pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise UnchangeableError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise UnchangeableError

    def __str__(self) -> str:
        """As a history keeps it."""
        return f"{self.language}: {self.get_from_status_display()} → {self.outcome}"

    @property
    def told(self) -> str:
        """As a page tells it."""
        return move_told(self.language, self.get_from_status_display(), self.outcome)

    @property
    def outcome(self) -> str:
        to = LanguageState(Language(self.language), Phase(self.to_status), self.effective_at).label
        if self.from_status == self.to_status == Phase.PUBLISHED:
            to = gettext("published, without an end")
        return f"{to}"


def move_told(code: str, before: str, after: str) -> str:
    """A move, by the name of its language; its arrow points where that of the reader goes."""
    return gettext("%(language)s: %(before)s → %(after)s") % {
        "language": Language.active().name_of(Language(code)),
        "before": before,
        "after": after,
    }


def publication_constraints() -> list[models.BaseConstraint]:
    """What must hold of a published article, for each language."""
    promises: list[models.BaseConstraint] = []
    for language in Language.all():
        published = Q(**{language.field("status"): Status.PUBLISHED})
        filled = Q(**{f"{language.field(name)}__gt": "" for name in REQUIRED_TO_PUBLISH})
        # A check that comes out as NULL passes, so NULL is refused by name.
        known = Q(
            **{
                f"{language.field(name)}__isnull": False
                for name in (*REQUIRED_TO_PUBLISH, "published_at")
            }
        )
        promises += [
            models.UniqueConstraint(
                fields=[language.field("slug")],
                condition=published,
                name=f"live_slug_is_unique_in_{language.code}",
                violation_error_message=_("A published article already has this slug."),
            ),
            models.CheckConstraint(
                condition=~published | (known & filled),
                name=f"published_is_complete_in_{language.code}",
                violation_error_message=_(
                    "A published article needs a headline, a slug, a body and a date."
                ),
            ),
            models.CheckConstraint(
                condition=~published
                | Q(**{language.field("live_until"): None})
                | Q(
                    **{
                        f"{language.field('live_until')}__gt": models.F(
                            language.field("published_at")
                        )
                    }
                ),
                name=f"it_appears_before_it_leaves_in_{language.code}",
                violation_error_message=_("It would be withdrawn before it appears."),
            ),
        ]
    return promises


def publication_indexes() -> list[models.Index]:
    """What is published in a language, the newest first; what is to come or go; what waits,
    and what readers of another language have.

    The first is behind every public list. The others are small: few articles are in them.
    """
    newest = [
        models.Index(
            fields=[f"-{language.field('published_at')}", "-id"],
            condition=Q(**{language.field("status"): Status.PUBLISHED}),
            name=f"published_{language.code}",
        )
        for language in Language.all()
    ]
    leaving = [
        models.Index(
            fields=[language.field("live_until")],
            condition=Q(**{f"{language.field('live_until')}__isnull": False}),
            name=f"leaves_{language.code}",
        )
        for language in Language.all()
    ]
    embargoed = models.Index(
        fields=["embargoed_until"], condition=Q(embargoed_until__isnull=False), name="embargoed"
    )
    waiting = [
        models.Index(
            fields=["updated_at"],
            condition=Q(**{language.field("status"): status}),
            name=f"{status}_{language.code}",
        )
        for language in Language.all()
        for status in (Status.IN_REVIEW, Status.READY)
    ]
    wanted = [
        models.Index(
            fields=[f"-{other.field('published_at')}", "-id"],
            condition=Q(
                **{language.field("status"): Status.DRAFT, other.field("status"): Status.PUBLISHED}
            ),
            name=f"{language.code}_lacks_{other.code}",
        )
        for language in Language.all()
        for other in language.others
    ]
    return [*newest, *leaving, embargoed, *waiting, *wanted]
