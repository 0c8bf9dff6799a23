"""The navigation of the desk: the pages that everybody goes to, and all records behind a fold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.notices.concerning import MOST, unread_number
from articles.models.permissions import ADD_ARTICLE, VIEW_ARTICLE
from articles.text.analysis.collation import sort_key

register = template.Library()

FIRST = ("article", "event", "speaker", "organization", "image", "frontpage")
"""The lists in the line itself, in order; the importer and the board follow the articles."""
OF_ALL = ("admin:articles_find", "admin:articles_notices")
"""Pages about every list: they stand under none of them, whatever their address."""
SITE_PAGE = "is_site_page"
"""What an article says of itself that is none of news: it stands under the static pages."""


@dataclass(frozen=True)
class NavigationLink:
    name: str
    url: str
    current: str = ""
    """``page`` where it leads to the page that is shown, ``true`` where that is under it."""


@dataclass(frozen=True)
class Navigation:
    first: list[NavigationLink]
    others: list[NavigationLink]
    has_records: bool
    """Whether this person may open any list of the newsroom's own."""

    @property
    def is_in_others(self) -> bool:
        return any(link.current for link in self.others)


@register.simple_tag(takes_context=True)
def desk_navigation(context: dict[str, Any]) -> Navigation:
    """What this person may open; each link knows whether its page, or one under it, is shown."""
    request = context["request"]
    lists = {
        one["object_name"].lower(): one for one in listed_models(context.get("available_apps"))
    }
    links = [(_("The desk"), reverse("admin:index"))]
    for name in FIRST:
        if name in lists:
            links.append(name_and_address(lists.pop(name)))
        if name == "article" and request.user.has_perm(ADD_ARTICLE):
            links.append((_("Import"), reverse("admin:articles_import")))
        if name == "article" and request.user.has_perm(VIEW_ARTICLE):
            links.append((_("Translations"), reverse("admin:articles_translations")))
    if request.user.has_perm(VIEW_ARTICLE):
        links.append((_("Calendar"), reverse("admin:articles_calendar")))
    further = [name_and_address(one) for one in lists.values()]
    if request.user.has_perm(VIEW_ARTICLE):
        further.append((_("Static pages"), reverse("admin:articles_site_pages")))
    others = in_order(iter(further))
    is_site_page = context.get("is_site_page") or getattr(context.get("original"), SITE_PAGE, False)
    path = reverse("admin:articles_site_pages") if is_site_page else request.path
    urls = [url for _name, url in [*links, *others]]
    here = "" if path in map(reverse, OF_ALL) else page_of(path, urls)
    how = "page" if request.path == here else "true"
    return Navigation(
        [NavigationLink(name, url, how if url == here else "") for name, url in links],
        [NavigationLink(name, url, how if url == here else "") for name, url in others],
        has_records=any(
            app["app_label"] == "articles" for app in context.get("available_apps") or []
        ),
    )


@register.simple_tag(takes_context=True)
def notices_unread(context: dict[str, Any]) -> str | None:
    """How many notices this person has not read, as they are counted; none for who has none."""
    user = context["request"].user
    if not user.has_perm(VIEW_ARTICLE):
        return None
    number = unread_number(user)
    return f"{MOST}+" if number > MOST else f"{number}"


@register.filter
def in_alphabet(models: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The tables of an application as the language has its letters: « événements » after « e »."""
    return sorted(models, key=lambda one: sort_key(str(one["name"])))


def listed_models(apps: Any) -> Iterator[dict[str, Any]]:
    for app in apps or []:
        yield from (one for one in app["models"] if one["admin_url"])


def name_and_address(model: dict[str, Any]) -> tuple[str, str]:
    return capfirst(str(model["name"])), model["admin_url"]


def in_order(links: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(links, key=lambda link: sort_key(link[0]))


def page_of(path: str, urls: list[str]) -> str:
    """The longest of these addresses that a page stands at or under; under the desk is all."""
    desk = reverse("admin:index")
    found = [one for one in urls if path == one or (one != desk and path.startswith(one))]
    return max(found, key=len, default="")
