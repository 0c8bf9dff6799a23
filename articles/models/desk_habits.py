"""What each person of the desk keeps for themselves: lists under a name, columns, what they saw."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .alphabet import in_alphabet
from .date_fields import MomentField
from .permissions import PUBLISH_ARTICLE
from .record import Record, RecordQuerySet
from .text_fields import OneLineField, PlainDataField
from .users import User

LONGEST_QUESTION = 2_000


class SavedListQuerySet(RecordQuerySet):
    def for_person(self, user: User) -> Self:
        """Their own first, then what colleagues share; each by its name."""
        return self.filter(Q(owner=user) | Q(is_shared=True)).order_by(
            models.Case(models.When(owner=user, then=0), default=1),
            *in_alphabet(self.model, ["name"]),
            "pk",
        )


class SavedList(Record):
    """The words and filters of the list of articles, kept under a name."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="saved_lists",
        verbose_name=_("saved by"),
    )
    name = OneLineField(_("name"), max_length=60)
    question = OneLineField(max_length=LONGEST_QUESTION)
    """The words and filters, as an address asks for them."""
    is_shared = models.BooleanField(_("for the whole desk"), default=False)

    objects = SavedListQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved list")
        verbose_name_plural = _("saved lists")
        ordering = ["name", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="nobody_saves_two_lists_under_one_name",
                violation_error_message=_("You have a list of this name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def may_be_changed_by(self, user: User) -> bool:
        """Whether it is theirs; what a colleague shared who has left is whoever's may publish."""
        has_left = not self.owner.is_active and self.is_shared
        return self.owner_id == user.pk or (has_left and user.has_perm(PUBLISH_ARTICLE))


class DeskHabits(Record):
    """How one person has the desk."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="habits", verbose_name=_("account")
    )
    columns = PlainDataField(default=list)
    """Of the list of articles, by name; none: those that everybody has who chose none."""
    notices_seen_until = MomentField(null=True)
    """What concerned this person up to this moment is read."""

    class Meta:
        verbose_name = _("habits at the desk")
        verbose_name_plural = _("habits at the desk")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.person}"

    @classmethod
    def of(cls, user: User) -> DeskHabits:
        """Theirs, asked for once by each request; nothing is written before something is kept."""
        kept = user.__dict__.get("_habits")
        if kept is None:
            kept = cls.objects.filter(person=user).first() or cls(person=user)
            user.__dict__["_habits"] = kept
        return kept

    @classmethod
    def keep(cls, user: User, **values: object) -> None:
        cls.objects.update_or_create(person=user, defaults=values)
        user.__dict__.pop("_habits", None)


class SeenNotice(Record):
    """One thing that concerned a person, which they have marked as read."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    notice = OneLineField(max_length=60)
    """What it was, by its kind and the key of its row."""
    happened_at = MomentField()

    class Meta:
        verbose_name = _("notice that was read")
        verbose_name_plural = _("notices that were read")
        ordering = ["-happened_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["person", "notice"], name="a_notice_is_read_once_by_each"
            )
        ]

    def __str__(self) -> str:
        return self.notice
