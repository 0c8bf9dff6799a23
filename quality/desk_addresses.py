"""Where the pages of the desk are, and which rows they are of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from articles import models
from articles.languages import Language
from quality.states import State

Fields = list[tuple[str, str]]
NOBODY = ""


@dataclass(frozen=True)
class PageOfDesk:
    """One page; ``address`` says where it is."""

    name: str
    address: Whereabouts
    role: str = "chief"
    """Who looks at it; ``NOBODY`` has not signed in."""
    status: int = 200
    state: State = State.FULL
    sends: Callable[[], Fields] | None = None
    """What a form sends that stands at the address: the page is what it answers."""
    sends_to: Whereabouts | None = None
    """Where to, where that is not the address itself."""


@dataclass(frozen=True)
class Whereabouts:
    """Where a page is, by the name of its URL pattern; asked of the rows when it is called."""

    view: str
    arguments: Callable[[], tuple[object, ...]] = tuple
    query: Callable[[], str] = str

    def __call__(self) -> str:
        return reverse(self.view, args=self.arguments()) + self.query()


def at(name: str, query: str = "") -> Whereabouts:
    return Whereabouts(f"admin:{name}", query=lambda: query)


def of(page: str, find: Callable[[], Any], *further: object, query: str = "") -> Whereabouts:
    """The address of a page of one record."""
    return Whereabouts(f"admin:articles_{page}", lambda: (find().pk, *further), query=lambda: query)


def article(key: str) -> Callable[[], models.Article]:
    return lambda: models.Article.objects.get(key=key)


def first(model: type[Any]) -> Callable[[], Any]:
    return lambda: model._default_manager.order_by("pk").first()


def row_of(model: type[Any]) -> Callable[[], tuple[object, ...]]:
    return lambda: (first(model)().pk,)


CAIRO = article("cairo-plenary-report")
FOLLOWED = article("followed-live")


def working_copy() -> models.Article:
    return models.Article.with_copies.filter(working_copy_of__isnull=False).latest("pk")


def draft() -> models.Article:
    return models.Article.objects.filter(status_fr="draft", status_ar="draft").latest("pk")


def noted() -> models.Article:
    """An article that colleagues have spoken of."""
    return models.Article.objects.filter(notes__isnull=False).latest("pk")


def received() -> models.ReceivedText:
    return models.ReceivedText.objects.filter(came_as=None).earliest("pk")


def entry() -> tuple[object, ...]:
    article = FOLLOWED()
    return article.pk, article.live_entries.latest("pk").pk


def moved() -> str:
    """What asks for the page that moves a text to another hour."""
    one = models.Article.objects.filter(published_at_fr__gt=timezone.now()).latest("pk")
    return f"?entry=appears-{one.pk}-fr"


def mine(role: str) -> Callable[[], models.Article]:
    """A text of who looks, in the language that they read, that came back to them."""
    return lambda: models.Article.objects.filter(
        created_by__username=f"{role}-{Language.active()}", status_fr="draft"
    ).earliest("pk")


def mailed_key() -> tuple[object, ...]:
    """What is in the address that is mailed to whom forgot theirs."""
    person = models.User.objects.get(username="reporter")
    key = urlsafe_base64_encode(force_bytes(person.pk))
    return key, default_token_generator.make_token(person)


def chosen_to_delete(model: type[Any]) -> Callable[[], Fields]:
    return lambda: [
        ("action", "delete_selected"),
        *(("_selected_action", f"{one.pk}") for one in model._default_manager.order_by("pk")[:3]),
    ]
