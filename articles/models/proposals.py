"""What became of records, and what is proposed: who changed, proposed, merged what, and when.

A record here is a person, a body, an event, a source, a place, a topic or a picture. It is named
by its kind and key, so that what is known of one outlives it.
"""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .date_fields import MomentField
from .record import Record, RecordQuerySet
from .text_fields import OneLineField, PlainDataField

BY = _("by")


def by_whom(verb: Any = BY) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=verb,
    )


class OfRecord(models.Model):
    """Something that is known of one record, and when and by whom it came about."""

    kind = OneLineField(_("kind"), max_length=30)
    record_key = OneLineField(_("record"), max_length=100)
    made_by = by_whom()
    made_at = MomentField(_("at"), default=timezone.now)
    note = OneLineField(_("note"), max_length=500, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kind} {self.record_key}"


class OfRecordQuerySet(RecordQuerySet):
    def of(self, record: Record) -> Self:
        """What is known of one record."""
        return self.filter(kind=record._meta.model_name, record_key=record.key)

    def naming(self, name: str) -> Self:
        """Those in which a picture has this file."""
        raise NotImplementedError


class RecordRevisionQuerySet(OfRecordQuerySet):
    def naming(self, name: str) -> Self:
        return self.filter(content__fields__file=name)


class RecordRevision(OfRecord, Record):
    """A record with its rows, whole, as one change left it. Written once."""

    number = models.PositiveIntegerField(_("version"))
    content = PlainDataField()

    objects = RecordRevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision of a record")
        verbose_name_plural = _("revisions of records")
        ordering = ["-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_key", "number"],
                name="a_version_of_a_record_has_one_revision",
            )
        ]

    @property
    def fields(self) -> dict[str, Any]:
        return self.content["fields"]


class ProposalQuerySet(OfRecordQuerySet):
    def waiting(self) -> Self:
        return self.filter(state=Proposal.State.WAITING)

    def naming(self, name: str) -> Self:
        here = Q(before__fields__file=name) | Q(after__fields__file=name)
        return self.waiting().filter(here)


class Proposal(OfRecord, Record):
    """A change of what readers have, by somebody who may not publish: it waits for who may.

    ``before`` and ``after`` hold what differs, and nothing else.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("proposal", "waiting")
        ACCEPTED = "accepted", pgettext_lazy("proposal", "accepted")
        REFUSED = "refused", pgettext_lazy("proposal", "refused")
        TAKEN_BACK = "taken_back", pgettext_lazy("proposal", "taken back")

    before = PlainDataField()
    after = PlainDataField()
    state = OneLineField(_("state"), max_length=12, choices=State, default=State.WAITING)
    decided_by = by_whom(_("decided by"))
    decided_at = MomentField(_("decided"), null=True, blank=True)
    reason = OneLineField(_("reason"), max_length=500, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["kind", "record_key"], name="proposals_of_a_record"),
            models.Index(
                fields=["made_at"], condition=Q(state="waiting"), name="proposals_that_wait"
            ),
        ]

    @property
    def is_waiting(self) -> bool:
        return self.state == Proposal.State.WAITING


class Merge(OfRecord, Record):
    """Two records that became one: all that is needed to tell them apart again."""

    gone_key = OneLineField(max_length=100)
    """The key of the record that went into the other."""
    content = PlainDataField()
    undone_by = by_whom(_("undone by"))
    undone_at = MomentField(_("undone"), null=True, blank=True)

    objects = OfRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["kind", "gone_key"], name="merges_by_what_went"),
            models.Index(fields=["kind", "record_key"], name="merges_of_a_record"),
        ]


def is_on_record(key: str, name: str, kind: str = "image") -> bool:
    """Whether a revision of a picture, or a change that is proposed of it, names a file."""
    about = {"kind": kind, "record_key": key}
    return (
        RecordRevision.objects.filter(**about).naming(name).exists()
        or Proposal.objects.filter(**about).naming(name).exists()
    )


def files_on_record(key: str, kind: str = "image") -> set[str]:
    """Every file that a picture, or a document, had, or was to have."""
    about = {"kind": kind, "record_key": key}
    revisions, proposals = RecordRevision.objects.filter(**about), Proposal.objects.filter(**about)
    names = {
        *revisions.values_list("content__fields__file", flat=True),
        *proposals.values_list("after__fields__file", flat=True),
    }
    return {name for name in names if name}
