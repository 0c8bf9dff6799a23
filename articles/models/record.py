"""What every table of the newsroom has: a key that travels, two dates, a name in any language."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .alphabet import in_alphabet
from .date_fields import MomentField
from .text_fields import OneLineField

UNTITLED = "untitled"
"""The code of the fault that a record has its title in no language."""


COPIED = "~"
"""What the key of a row in a working copy begins with, before that of the row it is a copy of."""


def new_key() -> str:
    """A key nobody has yet: 80 random bits."""
    return secrets.token_hex(10)


class RecordQuerySet[Row: models.Model](models.QuerySet[Row]):
    def get_by_natural_key(self, key: str) -> Row:
        return self.get(key=key)

    def in_alphabet(self) -> Self:
        """In the order of the model; names, as their alphabet has them."""
        return self.order_by(*in_alphabet(self.model, self.model._meta.ordering))


class Record(models.Model):
    """A row that a fixture, an export or another newsroom can name by its key."""

    key = OneLineField(_("key"), max_length=100, unique=True, default=new_key, editable=False)
    created_at = MomentField(_("created"), default=timezone.now, editable=False)
    updated_at = MomentField(_("last changed"), default=timezone.now, editable=False)

    objects = RecordQuerySet.as_manager()

    title_field = ""
    """The translated field it is called by, which at least one language must have."""
    named_by: ClassVar[tuple[str, ...]] = ()
    """The fields that ``str()`` reads, where they are others than ``title_field``."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return Truncator(self.said_anyhow(self.title_field)).chars(80) or self.key

    def clean(self) -> None:
        """Ask for the title in one language, whichever it is."""
        super().clean()
        if self.title_field and not self.said_anyhow(self.title_field):
            asked = Language.active().field(self.title_field)
            said = ValidationError(_("Fill this in, in at least one language."), code=UNTITLED)
            raise ValidationError({asked: said})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and say when. A fixture is loaded raw, past this, and keeps its own dates."""
        self.updated_at = timezone.now()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "updated_at"}
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    def said(self, field: str, language: Language | str | None = None) -> str:
        """What a translated field says in a language, the active one by default; else ``""``."""
        return getattr(self, Language.get(language).field(field)) or ""

    def language_of(self, field: str) -> Language | None:
        """The first language in which a translated field says something, the active one first."""
        spoken = Language.active().then_others
        return next((language for language in spoken if self.said(field, language)), None)

    def said_anyhow(self, field: str) -> str:
        """The field in the active language, or in the first other one that has it."""
        language = self.language_of(field)
        return self.said(field, language) if language else ""
