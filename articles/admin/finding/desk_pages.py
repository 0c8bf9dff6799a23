"""The pages of the desk by what they are called, in each language, for who may open them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.desk.model_words import words_of
from articles.languages import Language
from articles.models.permissions import (
    ADD_ARTICLE,
    CHANGE_ARTICLE,
    DELETE_ARTICLE,
    VIEW_ARTICLE,
)
from articles.text.analysis.collation import sort_key
from articles.text.folding import letters

PAGES, LISTS, TO_ADD = _("Pages of the desk"), _("Lists"), _("To add")


@dataclass(frozen=True)
class DeskAddress:
    """One page of the desk: its name, said in whatever language is active, and where it is."""

    name: Promise | str
    url: str
    also: tuple[Promise | str, ...] = ()
    """What else people call it, who look for it; that is not shown."""
    group: Promise | str = PAGES

    @property
    def title(self) -> str:
        return capfirst(str(self.name))

    def is_called(self, words: list[str]) -> bool:
        """Whether each of some words begins a word of its name, in whatever language."""
        parts = {part for said in self.names() for part in letters(said).split()}
        return all(any(part.startswith(word) for part in parts) for word in words)

    def names(self) -> Iterator[str]:
        for language in Language.all():
            with translation.override(language.code):
                yield str(self.name)
                yield from (str(one) for one in self.also)


ADDING = _("new create begin write")
"""Words by which people ask for an empty form, in each of their endings."""
ALSO: dict[str, tuple[Promise | str, ...]] = {
    "admin:articles_article_add": (_("New article"), ADDING),
}

OURS: list[tuple[Promise | str, str, str]] = [
    (_("The desk"), "admin:index", ""),
    (_("Write an article"), "admin:articles_article_add", ADD_ARTICLE),
    (_("Import"), "admin:articles_import", ADD_ARTICLE),
    (_("Translations"), "admin:articles_translations", VIEW_ARTICLE),
    (_("Calendar of the desk"), "admin:articles_calendar", VIEW_ARTICLE),
    (_("What concerns you"), "admin:articles_notices", VIEW_ARTICLE),
    (_("Saved lists"), "admin:articles_lists", VIEW_ARTICLE),
    (_("Import translations (XLIFF)"), "admin:articles_article_xliff_import", CHANGE_ARTICLE),
    (_("Deleted articles"), "admin:articles_article_deleted", DELETE_ARTICLE),
    (_("Change the password"), "admin:password_change", ""),
]
"""Each with its address, and the permission that it asks for."""


def desk_pages(request: HttpRequest, site: admin.AdminSite) -> list[DeskAddress]:
    """The pages that this person may open: the desk's own, lists of records, their empty forms."""
    user: Any = request.user
    found = [
        DeskAddress(name, reverse(address), ALSO.get(address, ()))
        for name, address, permission in OURS
        if not permission or user.has_perm(permission)
    ]
    return [*found, *lists_of(request, site)]


def lists_of(request: HttpRequest, site: admin.AdminSite) -> Iterator[DeskAddress]:
    models = [model for app in site.get_app_list(request) for model in app["models"]]
    for model in models:
        if model["admin_url"]:
            name = model["model"]._meta.verbose_name_plural
            yield DeskAddress(name, model["admin_url"], group=LISTS)
    for model in models:
        opts = model["model"]._meta
        if model["add_url"] and opts.model_name != "article":
            yield DeskAddress(words_of(opts).add, model["add_url"], (ADDING,), TO_ADD)


def grouped(pages: list[DeskAddress]) -> list[tuple[Promise | str, list[DeskAddress]]]:
    """All pages by what they are for; lists and forms as the language has its letters."""
    found: list[tuple[Promise | str, list[DeskAddress]]] = []
    for group in (PAGES, LISTS, TO_ADD):
        own = [one for one in pages if one.group is group]
        if group is not PAGES:
            own.sort(key=lambda one: sort_key(one.title))
        found.append((group, own))
    return [(group, own) for group, own in found if own]


def pages_called(pages: list[DeskAddress], typed: str) -> list[DeskAddress]:
    """Those whose name has what was typed; nothing typed: all."""
    words = letters(typed).split()
    return [one for one in pages if one.is_called(words)] if words else pages
