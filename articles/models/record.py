"""What every table of the newsroom has: a key that travels, two dates, a name in any language."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.alphabets import without_article
from articles.text.slugs import slugify_for

SLUG_LENGTH = 120


def new_key() -> str:
    """A key nobody has yet: 80 random bits."""
    return secrets.token_hex(10)


class RecordQuerySet[Row: models.Model](models.QuerySet[Row]):
    def get_by_natural_key(self, key: str) -> Row:
        return self.get(key=key)


class Record(models.Model):
    """A row that a fixture, an export or another newsroom can name by its key."""

    key = models.CharField(_("key"), max_length=100, unique=True, default=new_key, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last changed"), default=timezone.now, editable=False)

    objects = RecordQuerySet.as_manager()

    title_field = ""
    """The translated field it is called by, which at least one language must have."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return Truncator(self.said_anyhow(self.title_field)).chars(80) or self.key

    def clean(self) -> None:
        """Ask for the title in one language, whichever it is."""
        super().clean()
        if self.title_field and not self.said_anyhow(self.title_field):
            asked = Language.active().field(self.title_field)
            raise ValidationError({asked: _("Fill this in, in at least one language.")})

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


class Paged(Record):
    """A record with a page of its own, at an address in each language it is written in."""

    slug = models.SlugField(
        _("slug"),
        max_length=SLUG_LENGTH,
        allow_unicode=True,
        blank=True,
        help_text=_("The end of the page's address. Left empty, it is made from the title."),
    )

    page = ""
    """The name of the URL pattern of the page."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_slugs()
        super().save(*args, **kwargs)

    def fill_slugs(self) -> None:
        """Give each language that has a title and no slug a free one."""
        for language in Language.all():
            title = self.said(self.title_field, language)
            if title and not self.said("slug", language):
                setattr(self, language.field("slug"), self.free_slug(title, language))

    def free_slug(self, title: str, language: Language) -> str:
        """A slug made from a title that no other row of this model has in this language."""
        limit = SLUG_LENGTH - len("-9999")
        wished = slugify_for(title, language.script == "Latn", limit) or self.key
        column = language.field("slug")
        taken = set(
            type(self)
            ._base_manager.filter(**{f"{column}__startswith": wished})
            .exclude(pk=self.pk)
            .values_list(column, flat=True)
        )
        numbered = (f"{wished}-{number}" for number in range(2, len(taken) + 3))
        return next(slug for slug in (wished, *numbered) if slug not in taken)

    def has_page_in(self, language: Language | str | None = None) -> bool:
        """Whether readers of this language have a page of this."""
        return bool(self.said("slug", language))

    @property
    def languages_with_page(self) -> list[Language]:
        return [language for language in Language.all() if self.has_page_in(language)]

    def url_in(self, language: Language | str) -> str:
        """The path of the page in one language."""
        language = Language.get(language)
        with translation.override(language.code):
            return reverse(self.page, kwargs={"slug": self.said("slug", language)})

    def get_absolute_url(self) -> str | None:
        """The page in the active language, or in the first other one that has it."""
        for language in Language.active().then_others:
            if self.has_page_in(language):
                return self.url_in(language)
        return None


class Named(Paged):
    """A person, a body, an event, a topic: something with a name and a page."""

    name = models.CharField(_("name"), max_length=300, blank=True)

    title_field = "name"

    class Meta:
        abstract = True

    @staticmethod
    def listed_as(name: str) -> str:
        """How an alphabetical list turns a name, before letters and articles are compared."""
        return without_article(name)


def one_slug_per_language(model: str) -> list[models.BaseConstraint]:
    """The promise that one address in a language leads to one row."""
    return [
        models.UniqueConstraint(
            fields=[language.field("slug")],
            condition=models.Q(**{f"{language.field('slug')}__gt": ""}),
            name=f"{model}_slug_leads_to_one_page_in_{language.code}",
            violation_error_message=_("Another page already has this slug."),
        )
        for language in Language.all()
    ]
