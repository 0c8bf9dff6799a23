"""The columns of the list of articles: which there are, and which a person has chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.models import Article, DeskHabits, User

from ..article_list import (
    author,
    event,
    headline,
    last_change,
    picture,
    short_moment,
    state_column,
)
from ..editing.notes import way_back
from ..pages import DeskPage
from ..requests import person
from .related_columns import PEOPLE, TOPICS, named_beside

type ArticleColumn = Callable[[Article], Any]

LIST = "admin:articles_article_changelist"
NAMED = 3
"""People and topics that a row names; the others are counted."""


def appearance_column(language: Language) -> ArticleColumn:
    """When readers of one language first have it, or are to have it."""

    def column(article: Article) -> SafeString | str:
        return short_moment(article.appears_at(language), with_time=True)

    column.__name__ = f"appears_{language.code.replace('-', '_')}"
    title: Any = lazy(appearance_in, str)(language)
    ordering = language.field("published_at")
    return admin.display(description=title, ordering=ordering, empty_value="")(column)


def appearance_in(language: Language) -> str:
    return _("appears (%(language)s)") % {"language": Language.active().name_of(language)}


@admin.display(description=gettext_lazy("people quoted or named"), empty_value="")
def speakers(article: Article) -> SafeString | str:
    return "" if article.is_abridged else in_short(named_beside(article, PEOPLE))


@admin.display(description=gettext_lazy("topics"), empty_value="")
def topics(article: Article) -> SafeString | str:
    return "" if article.is_abridged else in_short(named_beside(article, TOPICS))


@admin.display(description=gettext_lazy("kind"))
def kind(article: Article) -> str:
    """Shown as the column itself, which sorts by its choices."""
    return article.get_kind_display()


@admin.display(description=gettext_lazy("source"), ordering="source", empty_value="")
def source(article: Article) -> SafeString | str:
    return format_html("<bdi>{}</bdi>", article.source) if article.source else ""


@admin.display(description=gettext_lazy("created"), ordering="created_at", empty_value="")
def created(article: Article) -> SafeString | str:
    return "" if article.is_abridged else short_moment(article.created_at)


@admin.display(description=gettext_lazy("quick look"), empty_value="")
def look(article: Article) -> SafeString:
    """A link to the page of all its texts, which a script shows over the list."""
    return format_html(
        '<a class="look" href="{}" aria-label="{}" data-look data-close="{}">{}</a>',
        reverse("admin:articles_article_look", args=[article.pk]),
        _("Quick look: %(article)s") % {"article": article},
        _("Close"),
        _("Look"),
    )


def in_short(records: list[Any]) -> SafeString | str:
    """« A, B, C +2 »."""
    some = list(dict.fromkeys(records))
    shown = format_html_join(", ", "<bdi>{}</bdi>", ((one,) for one in some[:NAMED]))
    more = len(some) - NAMED
    return (
        format_html('<span class="two-lines">{}{}</span>', shown, f" +{more}")
        if more > 0
        else (format_html('<span class="two-lines">{}</span>', shown) if some else "")
    )


STATES = {f"states_{one.code}": state_column(one) for one in Language.all()}
APPEARANCES = {f"appears_{one.code}": appearance_column(one) for one in Language.all()}
BESIDE: dict[str, ArticleColumn] = {
    "kind": kind,
    "author": author,
    "event": event,
    "speakers": speakers,
    "topics": topics,
    "source": source,
    "created": created,
    "last_change": last_change,
}
CHOSEN_BY_NOBODY = {"picture", *STATES, "kind", "author", "event", "last_change"}
"""What everybody has who has chosen nothing."""


def every_column() -> dict[str, ArticleColumn]:
    """The columns that may be chosen, in the order of the list: the reader's language first."""
    spoken = Language.active().then_others
    return {
        "picture": picture,
        **{name: STATES[name] for name in (f"states_{one.code}" for one in spoken)},
        **{name: APPEARANCES[name] for name in (f"appears_{one.code}" for one in spoken)},
        **BESIDE,
    }


def chosen_names(user: User) -> set[str]:
    kept = DeskHabits.of(user).columns
    known = {one for one in kept if one in every_column()} if isinstance(kept, list) else set()
    return known or CHOSEN_BY_NOBODY


def chosen_columns(user: User) -> list[Any]:
    """The columns of the list as this person has it; the headline is always among them."""
    mine = chosen_names(user)
    found: list[Any] = []
    for name, column in every_column().items():
        if name in mine:
            found.append("kind" if name == "kind" else column)
        if name == "picture":
            found.append(headline)
    return [*found, look]


def related_to(user: User) -> list[str]:
    """The records that the columns of this person show, each read with its row."""
    return ["source"] if "source" in chosen_names(user) else []


def choices(user: User) -> list[tuple[str, str, bool]]:
    """Each column with its title, and whether this person has it."""
    mine, every = chosen_names(user), every_column()
    return [
        (name, str(getattr(column, "short_description", name)), name in mine)
        for name, column in every.items()
    ]


class ColumnsPage(DeskPage):
    """Keep which columns a person wants to see."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if not self.site.has_view_permission(request):
            raise PermissionDenied
        wished = {*request.POST.getlist("column")} if "_as_before" not in request.POST else set()
        kept = [name for name in every_column() if name in wished]
        DeskHabits.keep(person(request), columns=kept)
        return HttpResponseRedirect(way_back(request, reverse(LIST)))
