"""Every kind of page, by name: the table that the gallery, the figures and the tests go through.

A further page is one line in ``PAGES``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation

from articles import models
from articles.desk.press_lists.copies import path_of
from articles.desk.signed_links import Purpose, sealed
from articles.languages import Language
from articles.models.pages import PageRecord
from quality.states import State


@dataclass(frozen=True)
class Page:
    """One kind of page; ``address`` says where it is in a language."""

    name: str
    address: Callable[[Language], str]
    state: State = State.FULL
    status: int = 200
    is_indexed: bool = True
    """Whether search engines are to find it."""
    is_measured: bool = True
    """Whether the figures have it: a kind of page, not one more case of a kind."""

    def path(self, language: Language) -> str:
        with translation.override(language.code):
            return self.address(language)


def at(name: str, **arguments: object) -> Callable[[Language], str]:
    """The address of a page by the name of its URL pattern."""
    return lambda language: reverse(name, kwargs=arguments or None)


def of(model: type[PageRecord], key: str) -> Callable[[Language], str]:
    """The address of the page of one record."""
    return lambda language: model._default_manager.get(key=key).url_in(language)


def only_elsewhere(language: Language) -> str:
    """An article under this language's addresses that only another language has."""
    other = language.others[0]
    slug = models.Article.objects.get(key=f"only-{other}").said("slug", other)
    return reverse("article", kwargs={"slug": slug})


def asked_for_somebody(language: Language) -> str:
    """What the search finds for a name."""
    name = models.Speaker.objects.get(key="ismail-chekkouri").said("name", language)
    return f"{reverse('search')}?{urlencode({'q': name})}"


def mistyped(language: Language) -> str:
    """The address of an article with its end cut off, as a mail program does."""
    return models.Article.objects.get(key="cairo-plenary-report").url_in(language)[:-9] + "/"


def by_link(name: str, purpose: Purpose, key: str) -> Callable[[Language], str]:
    """A page that a link in a mail leads to, for one subscriber."""
    return lambda language: f"{reverse(name)}?t={sealed(purpose, key)}"


def copy(key: str) -> Callable[[Language], str]:
    """A text under embargo, for the journalist whose copy it is."""
    copies = models.EmbargoedCopy.objects.select_related("sending")
    return lambda language: path_of(copies.get(key=f"{key}-{language}"))


def hard(name: str, address: Callable[[Language], str], status: int = 200) -> Page:
    return Page(name, address, status=status, is_measured=False)


def empty(name: str) -> Page:
    return Page(f"empty {name}", at(name), state=State.EMPTY, is_measured=False)


PAGES = [
    Page("home", at("home")),
    Page("articles", at("articles")),
    Page("article", of(models.Article, "cairo-plenary-report")),
    Page("article with a picture", of(models.Article, "pictured-0")),
    Page("live coverage", of(models.Article, "followed-live")),
    Page("events", at("events")),
    Page("events of a month", at("events_month", year=2026, month=10)),
    Page("event", of(models.Event, "cairo-review-2024")),
    Page("session", of(models.Event, "cairo-plenary-2024")),
    Page("speakers", at("speakers")),
    Page("speaker", of(models.Speaker, "ismail-chekkouri")),
    Page("organizations", at("organizations")),
    Page("organization", of(models.Organization, "escwa")),
    Page("sources", at("sources")),
    Page("source", of(models.Source, "map")),
    Page("topics", at("topics")),
    Page("topic", of(models.Topic, "migration")),
    Page("archive", at("archive")),
    Page("archive of a year", at("archive_year", year=2026)),
    Page("archive of a month", at("archive_month", year=2026, month=10)),
    Page("corrections", at("corrections")),
    Page("follow", at("follow")),
    Page("subscribe", at("subscribe")),
    Page(
        "confirm a subscription",
        by_link("subscribe_confirm", Purpose.CONFIRM, "who-asked"),
        is_indexed=False,
    ),
    Page(
        "choices of a subscriber",
        by_link("subscribe_choices", Purpose.CHOICES, "who-chose"),
        is_indexed=False,
    ),
    Page(
        "leave a subscription",
        by_link("subscribe_leave", Purpose.LEAVE, "who-chose"),
        is_indexed=False,
    ),
    Page(
        "link of nobody",
        by_link("subscribe_choices", Purpose.LEAVE, "nobody"),
        status=410,
    ),
    Page("copy under embargo", copy("copy"), is_indexed=False),
    Page("copy that was taken back", copy("taken-back"), status=410),
    Page("press room", at("press")),
    Page("media kits", at("kits")),
    Page("media kit", of(models.MediaKit, "the-kit")),
    Page("site map", at("site_map")),
    Page("accessibility", at("accessibility")),
    Page("about", at("about")),
    Page("privacy", at("privacy")),
    Page("legal", at("legal")),
    Page("search", asked_for_somebody, is_indexed=False),
    Page("saved", at("saved"), is_indexed=False),
    Page("offline", at("offline"), is_indexed=False),
    Page("not in this language", only_elsewhere, status=404),
    Page("not found", mistyped, status=404),
    Page("withdrawn", of(models.Article, "withdrawn"), status=410),
    Page("error", at("home"), state=State.BROKEN, status=500),
    Page("maintenance", at("home"), state=State.RESTING, status=503),
    hard("second page", lambda language: reverse("articles") + "?page=2"),
    hard("long headline", of(models.Article, "long-headline")),
    hard("long word", of(models.Article, "long-word")),
    hard("text for the press", of(models.Article, "accreditation")),
    hard("other script", of(models.Article, "other-script")),
    hard("20,000 words", of(models.Article, "many-words")),
    hard("wide table", of(models.Article, "wide-table")),
    hard("tied to long names", of(models.Article, "tied")),
    hard("upright picture", of(models.Article, "pictured-2")),
    hard("event without an end", of(models.Event, "open-event")),
    hard("speaker without a portrait", of(models.Speaker, "no-portrait")),
    hard("organization with a long name", of(models.Organization, "long-organization")),
    hard("source with a long name", of(models.Source, "long-source")),
    hard("topic with a long name", of(models.Topic, "long-topic")),
    hard("nothing found", lambda language: reverse("search") + "?q=qwertz"),
    hard("nothing like it", lambda language: reverse("home") + "x/", 404),
    empty("home"),
    empty("articles"),
    empty("events"),
    empty("speakers"),
    empty("organizations"),
    empty("sources"),
    empty("topics"),
    empty("archive"),
    empty("corrections"),
    empty("press"),
    empty("kits"),
    empty("search"),
    empty("site_map"),
]
