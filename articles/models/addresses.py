"""Addresses that pages once had: each leads to its page for ever, and to no other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .record import Record, RecordQuerySet
from .text_fields import OneLineField, PageSlugField

SLUG_LENGTH = 120


class FormerSlugQuerySet(RecordQuerySet):
    def of(self, model: type[Any]) -> Self:
        """Those that lead to records of a model which are still there.

        One that was deleted gives its addresses free; recovered, it has them again.
        """
        return self.filter(page=model.page, record_key__in=model._base_manager.values("key"))

    def of_deleted(self, model: type[Any]) -> Self:
        """Those of records of a model that readers had, and that are not there any more."""
        return self.filter(page=model.page).exclude(
            record_key__in=model._base_manager.values("key")
        )

    def taken_from(self, record: Any, languages: list[Language]) -> Self:
        """Those of other records that this one would have in these languages."""
        slugs = ((language.code, record.said("slug", language)) for language in languages)
        return self.of_others(type(record), record.page_key, slugs)

    def of_others(self, model: type[Any], key: str, slugs: Iterable[tuple[str, str]]) -> Self:
        """Those of some slugs, each of a language, that lead to others than the page of a key."""
        taken = Q(pk=None)
        for language, slug in slugs:
            taken |= Q(language=language, slug=slug)
        return self.of(model).filter(taken).exclude(record_key=key)


class FormerAddress(Record):
    """Where an article stood on a site that was brought in: what is linked to there goes on."""

    path = OneLineField(_("path"), max_length=500, unique=True)
    language = OneLineField(_("language"), max_length=10)
    record_key = OneLineField(_("record"), max_length=100, db_index=True)

    class Meta:
        verbose_name = _("address on a former site")
        verbose_name_plural = _("addresses on former sites")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.path


class FormerSlug(Record):
    """The slug of a page that readers had, before it was given another."""

    page = OneLineField(_("page"), max_length=20)
    language = OneLineField(_("language"), max_length=10)
    slug = PageSlugField(_("slug"), max_length=SLUG_LENGTH, allow_unicode=True)
    # Not the row itself: an article that is recovered has its key again, and its addresses.
    record_key = OneLineField(_("record"), max_length=100, db_index=True)

    objects = FormerSlugQuerySet.as_manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "language", "slug"], name="a_former_address_leads_to_one_page"
            )
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.page}/{self.slug}"
