"""Revisions: the article as each save left it, and who is in it now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .date_fields import MomentField
from .record import Record, RecordQuerySet
from .text_fields import OneLineField, PlainDataField

# How long somebody who gives no sign of life still counts as being in an article.
PRESENT_FOR = timedelta(minutes=10)


class RevisionQuerySet(RecordQuerySet):
    def last_of_deleted(self) -> Self:
        """The last revision of each article that is no more."""
        last = Revision.objects.filter(article_key=OuterRef("article_key")).order_by("-pk")
        return self.filter(article=None, pk=Subquery(last.values("pk")[:1]))


class Revision(Record):
    """An article and what hangs on it, whole, as one save left it. Written once."""

    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        related_name="revisions",
        verbose_name=_("article"),
    )
    article_key = OneLineField(max_length=100, db_index=True, editable=False)
    version = models.PositiveIntegerField(_("version"))
    content = PlainDataField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="revisions",
        verbose_name=_("by"),
    )
    made_at = MomentField(_("at"), default=timezone.now)
    note = OneLineField(_("note"), max_length=500, blank=True)
    # The number of the row that was saved: of a working copy it leads on when that is gone.
    written_in = models.BigIntegerField(null=True, editable=False, db_index=True)
    # Of a working copy that was thrown away: it may be restored, and nobody has it as the text.
    discarded_at = MomentField(_("discarded"), null=True, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-version", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "version"], name="a_version_has_one_revision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_key} {self.version}"

    @property
    def title(self) -> str:
        """What the article was called, in the active language or another."""
        columns = (language.field("headline") for language in Language.active().then_others)
        return next((self.fields[one] for one in columns if self.fields.get(one)), str(self))

    @property
    def fields(self) -> dict[str, Any]:
        return self.content["fields"]


class PresenceQuerySet(RecordQuerySet):
    def now(self, at: datetime | None = None) -> Self:
        return self.filter(seen_at__gte=(at or timezone.now()) - PRESENT_FOR)


class Presence(Record):
    """Somebody who has an article open."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = MomentField(default=timezone.now)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["-seen_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "user"], name="somebody_is_in_an_article_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.article}"


def working_copy_constraints(states: list[str]) -> list[models.BaseConstraint]:
    """The promise that readers never meet a working copy, whatever a query forgets."""
    drafts = Q(**dict.fromkeys(states, "draft"))
    return [
        models.CheckConstraint(
            condition=Q(working_copy_of=None) | drafts,
            name="a_working_copy_is_never_published",
            violation_error_message=_("A working copy is published onto its article."),
        )
    ]
