"""What has a page of its own: an address in each language, which it never loses."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.slugs import slugify_for

from .addresses import SLUG_LENGTH, FormerSlug
from .cached_queries import cached
from .record import Record, RecordQuerySet
from .text_fields import PageSlugField

TAKEN = _("Another page had this address, and readers are still led to it from there.")

NEAREST = 5
"""Slugs of one title that are tried at first."""


class PagedQuerySet[Row: models.Model](RecordQuerySet[Row]):
    def update(self, **values: Any) -> int:
        """Change rows at once; where their slugs change, the former ones are kept."""
        if not any(name == "slug" or name.startswith("slug_") for name in values):
            return super().update(**values)
        rows: Any = self.model._base_manager
        with transaction.atomic(using=self.db):
            before: dict[Any, Any] = {row.pk: row for row in self.order_by()}
            changed = super().update(**values)
            for row in rows.filter(pk__in=before):
                row.keep_former_slugs(before[row.pk])
                row.refuse_former_slugs()
            return changed


class PageRecord(Record):
    """A record with a page of its own, at an address in each language it is written in."""

    slug = PageSlugField(
        _("slug"),
        max_length=SLUG_LENGTH,
        allow_unicode=True,
        blank=True,
        help_text=_("The end of the page's address. Left empty, it is made from the title."),
    )

    page = ""
    """The name of the URL pattern of the page."""

    objects = PagedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; where that changes the address of a page, let the former one lead to it.

        Raises:
            IntegrityError: the new one is another page's, or was.
        """
        self.fill_slugs()
        columns = kwargs.get("update_fields")
        if columns is not None and not any(one.field("slug") in columns for one in Language.all()):
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            before = None if self._state.adding else self.stored()
            super().save(*args, **kwargs)
            # Looked at afterwards: who waited for another's save sees what that left.
            stored = self.stored() if columns is not None else self
            if before is not None and stored is not None:
                stored.keep_former_slugs(before)
            (stored or self).refuse_former_slugs()

    def stored(self) -> Self | None:
        """This record as its row has it."""
        return type(self)._base_manager.filter(pk=self.pk).first()

    @property
    def page_key(self) -> str:
        """The key of the record whose page it is."""
        return self.key

    def keep_former_slugs(self, before: Self) -> None:
        """Let the addresses that readers had before lead to this record."""
        for language in Language.all():
            slug = before.said("slug", language)
            if slug and slug != self.said("slug", language) and before.was_read_in(language):
                self.keep_address(slug, language)

    def keep_addresses(self) -> None:
        """Let the addresses of a record that is deleted say that readers had it."""
        for language in Language.all():
            slug = self.said("slug", language)
            if slug and self.was_read_in(language):
                self.keep_address(slug, language)

    def keep_address(self, slug: str, language: Language) -> None:
        FormerSlug.objects.update_or_create(
            page=self.page,
            language=language.code,
            slug=slug,
            defaults={"record_key": self.page_key},
        )

    def refuse_former_slugs(self) -> None:
        """Refuse an address from which readers are led to another page.

        Raises:
            IntegrityError: it has one.
        """
        languages = self.addressed_in()
        slugs = [self.said("slug", one) for one in languages]
        codes = tuple(one.code for one in languages)
        if led_elsewhere(self.page_key, *slugs, model=type(self), languages=codes):
            raise IntegrityError("a former address leads to another page")

    def was_read_in(self, language: Language) -> bool:
        """Whether readers of a language have had its page."""
        return self.has_page_in(language)

    def addressed_in(self) -> list[Language]:
        """The languages in which its address is its own: nobody else may have had it."""
        return [language for language in Language.all() if self.said("slug", language)]

    def fill_slugs(self) -> None:
        """Give each language that has a title and no slug a free one."""
        for language in Language.all():
            title, column = self.said(self.title_field, language), language.field("slug")
            # A slug that holds nothing but signs counts as none.
            slug_field: Any = self._meta.get_field(column)
            if title and not slug_field.to_python(self.said("slug", language)):
                setattr(self, column, self.free_slug(title, language))

    def free_slug(self, title: str, language: Language) -> str:
        """A slug made from a title that no other row of this model has in this language."""
        limit = SLUG_LENGTH - len("-9999")
        wished = slugify_for(title, language.script == "Latn", limit) or self.key
        model, code = type(self), language.code
        tried, end = 0, NEAREST
        while True:
            # A few at once, which an index tells: all that begin alike take reading every row.
            some = [numbered(wished, number) for number in range(tried + 1, end + 1)]
            taken = {
                *slugs_taken(some, self.pk, model=model, column=language.field("slug")),
                *slugs_of_others(some, self.page_key, model=model, language=code),
            }
            if free := next((slug for slug in some if slug not in taken), ""):
                return free
            tried, end = end, end * 4

    def has_page_in(self, language: Language | str | None = None) -> bool:
        """Whether readers of this language have a page of this."""
        return self.has_address_in(language)

    def has_address_in(self, language: Language | str | None = None) -> bool:
        """Whether it can be linked to in this language, where readers may know of it at all."""
        return bool(self.said("slug", language))

    def is_public_by_itself(self, language: Language | str | None = None) -> bool:
        """Whether readers of a language have its page, as far as its own row tells."""
        return self.has_page_in(language)

    @property
    def languages_with_page(self) -> list[Language]:
        return [language for language in Language.all() if self.has_page_in(language)]

    def url_in(self, language: Language | str) -> str:
        """The path of the page in one language."""
        language = Language.get(language)
        # Under the address that the program is at for who asks: a task of its own knows none.
        return path_of(self.page, language.code, self.said("slug", language), get_script_prefix())

    def get_absolute_url(self) -> str | None:
        """The page in the active language, or in the first other one that has it."""
        for language in Language.active().then_others:
            if self.has_address_in(language):
                return self.url_in(language)
        return None


@cached
def slugs_taken(
    slugs: list[str], but: Any, *, model: type[PageRecord], column: str
) -> QuerySet[Any, str]:
    """Those of some slugs that rows of a model have, but for one row."""
    rows = model._base_manager.exclude(pk=but).filter(**{f"{column}__in": slugs})
    return rows.values_list(column, flat=True)


@cached
def slugs_of_others(
    slugs: list[str], key: str, *, model: type[PageRecord], language: str
) -> QuerySet[Any, str]:
    """Those from which readers of a language are led to another page than that of this key."""
    former = FormerSlug.objects.of(model).filter(language=language, slug__in=slugs)
    return former.exclude(record_key=key).values_list("slug", flat=True)


@cached
def led_elsewhere(
    key: str, *slugs: str, model: type[PageRecord], languages: tuple[str, ...]
) -> QuerySet[Any, int]:
    """Whether readers are led to another page from one of some slugs, each of a language."""
    former = FormerSlug.objects.of_others(model, key, zip(languages, slugs, strict=True))
    return former.order_by().values_list("pk", flat=True)[:1]


@lru_cache(20_000)
def path_of(page: str, code: str, slug: str, prefix: str) -> str:
    """The path of a page by its slug in a language, which stands behind a prefix.

    A page leads to thirty others.
    """
    with translation.override(code):
        return reverse(page, kwargs={"slug": slug})


def numbered(slug: str, number: int) -> str:
    """The slugs of one title, in the order in which they are given: the first has no number."""
    return slug if number == 1 else f"{slug}-{number}"


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
