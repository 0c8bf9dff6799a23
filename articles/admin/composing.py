"""The form of a front page as the page itself: what readers have in each place, and buttons for it.

The rows of the form stay what is sent, kept and merged. A button of the board sends the form with
one row more, or with another spot in it; a script does the same within the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, FrontPage, Placement
from articles.models.compositions import Composition, FrontSection
from articles.models.declarations import TITLE

from .editing.submission import Next, Submission
from .pages import DeskPage
from .requests import number, person
from .rows import PostedRows, Row

PLACE, BY_ITSELF = "_place", "free"
LEAD, TOP, HIDDEN = Placement.Spot.LEAD, Placement.Spot.TOP, Placement.Spot.HIDDEN


@dataclass(frozen=True)
class Card:
    """An article in a place of the page: where an editor put it, or where it comes by itself."""

    article: Article
    placement: Placement | None = None
    is_seen: bool = True
    """Whether readers have it there at the moment that the board shows."""
    headline: str = ""
    """In the language of the page, where there is one."""
    planned: Placement | None = None
    """Of one that comes by itself, the place that it will have: it has a card there."""


@dataclass(frozen=True)
class Zone:
    """A place of the page, with what stands in it."""

    name: str
    title: str
    hint: str = ""
    cards: list[Card] = field(default_factory=list)

    @property
    def is_placed(self) -> bool:
        """Whether an editor puts articles into it."""
        return self.name in Placement.Spot.values

    @property
    def has_pictures(self) -> bool:
        """Whether its pictures are shown: where they are seen large."""
        return self.name in {LEAD, TOP}


def moment_of_board(request: HttpRequest) -> datetime | None:
    """The moment that somebody wants to see the page at, where it is one to come."""
    try:
        asked = parse_datetime(request.GET.get("at", ""))
    except ValueError:
        return None
    if asked is None:
        return None
    if timezone.is_naive(asked):
        asked = timezone.make_aware(asked)
    return asked if asked > timezone.now() else None


def board(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """What the form shows of its front page."""
    front_page: FrontPage = page["original"]
    prefetch_related_objects([front_page], Prefetch("placements", Placement.objects.all()))
    asked = moment_of_board(submission.request)
    at = asked or timezone.now()
    return {
        "zones": zones_of(front_page, person(submission.request), at),
        "language": Language.get(front_page.language),
        "other_pages": FrontPage.objects.exclude(pk=front_page.pk),
        "board_at": asked,
        "has_own_sections": any(
            one.formset.prefix == "sections" and one.formset.initial_form_count()
            for one in page["inline_admin_formsets"]
        ),
    }


def zones_of(front_page: FrontPage, user: Any, at: datetime) -> list[Zone]:
    """The places of a page at a moment, in their order on it."""
    composed = front_page.composed(at)
    placed = placed_cards(front_page, user, at)
    keys = {card.article.pk for cards in placed.values() for card in cards if card.is_seen}
    leads = [composed.lead] if composed.lead else []
    language = front_page.language
    planned = {
        card.article.pk: card.placement
        for cards in placed.values()
        for card in cards
        if card.placement and card.placement.starts_at and card.placement.starts_at > at
    }

    def others(articles: Iterable[Article]) -> list[Card]:
        return [
            Card(one, headline=one.said(TITLE, language), planned=planned.get(one.pk))
            for one in articles
            if one.pk not in keys
        ]

    leading = _("The first that readers have leads; the others stand beside it.")
    zones = [
        Zone(LEAD, _("Lead"), leading, cards=placed[LEAD] + others(leads)),
        Zone(TOP, _("Beside the lead"), cards=placed[TOP] + others(composed.beside)),
        Zone("latest", _("The latest"), cards=others(composed.latest)),
    ]
    zones += [
        Zone(f"section-{one.number}", title_of(one), cards=others(one.articles))
        for one in composed.sections
    ]
    further = others(further_down(composed))
    if further:
        zones.append(Zone("further", _("Further down"), cards=further))
    hint = _("These stay away, even where they would come by themselves.")
    return [*zones, Zone(HIDDEN, _("Not on the front page"), hint, placed[HIDDEN])]


def placed_cards(front_page: FrontPage, user: Any, at: datetime) -> dict[str, list[Card]]:
    """What editors placed, by spot: of the articles that this person finds."""
    cards: dict[str, list[Card]] = {spot: [] for spot in Placement.Spot.values}
    placements = {one.article_id: one for one in front_page.placements.all()}
    found = Article.objects.for_desk(user).filter(pk__in=placements).select_related("lead_image")
    articles = {one.pk: one for one in found}
    for key, placement in placements.items():
        if key in articles:
            article = articles[key]
            is_live = article.is_live(front_page.language, at)
            seen = placement.holds(at) and (is_live or placement.spot == HIDDEN)
            headline = article.said(TITLE, front_page.language) or str(article)
            cards[placement.spot].append(Card(article, placement, seen, headline))
    return cards


def title_of(section: FrontSection) -> str:
    if section.topic is not None:
        return str(section.topic)
    return str(dict(Article.Kind.choices).get(section.kind, section.kind))


def further_down(composed: Composition) -> list[Article]:
    of_quotations = [quote.article for quote in composed.quotations]
    return [*of_quotations, *composed.documents, *composed.pictures]


# A button of the board.


def place_as_asked(submission: Submission, go_on: Next) -> HttpResponse:
    """Where a button of the board sent the form: put its article where the button says."""
    asked = submission.request.POST.get(PLACE, "") if submission.is_sent else ""
    spot, _colon, key = asked.partition(":")
    is_move = number(key) and spot in {*Placement.Spot.values, BY_ITSELF}
    # Enter in a field presses the first button, which places nothing and stays at the page.
    if submission.is_sent and (is_move or submission.request.POST.get(PLACE) == ""):
        post: Any = submission.request.POST.copy()
        if is_move:
            place(post, spot, key)
        post["_continue"] = "1"
        submission.rewrite(post)
    return go_on(submission)


def place(post: QueryDict, spot: str, key: str) -> None:
    """Have the rows of a form say that an article stands in a spot, or comes by itself."""
    rows = PostedRows(post, "placements")
    own = [row for row in rows.rows if row.get("article") == key]
    others = [row for row in rows.rows if row.get("article") and row not in own]
    if spot == BY_ITSELF:
        kept = [row | {"DELETE": "on"} for row in own if row.get("id")]
        rows.put([*others, *kept])
        return
    first: Row = {"id": "", "article": key, **(own[0] if own else {}), "spot": spot}
    first.pop("DELETE", None)
    in_order = [first, *others] if spot == LEAD else [*others, first]
    for place_in_order, row in enumerate(in_order, 1):
        row["order"] = str(place_in_order)
    rows.put(in_order)


@dataclass(frozen=True)
class CopiedPlace:
    """An article in the place that it will have, or loses, on the page of a language."""

    article: Article
    placement: Placement
    language: Language

    @property
    def title_language(self) -> Language:
        """That of its headline: the page's, where there is one."""
        spoken = self.article.said(TITLE, self.language) and self.language
        return spoken or self.article.language_of(TITLE) or self.language

    @property
    def title(self) -> str:
        return self.article.said(TITLE, self.title_language) or str(self.article)


class CopiedComposition(DeskPage):
    """A front page composed as that of another language."""

    is_done_once = True
    template_name = "admin/articles/frontpage/copy.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.front_page = self.site.page_to_compose(request, kwargs["pk"])
        self.other = FrontPage.of(kwargs["language"])
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        at, language = timezone.now(), Language.get(self.front_page.language)
        cards = placed_cards(self.other, self.user, at) if self.other.pk else {}
        placed = [
            CopiedPlace(card.article, card.placement, language)
            for spot in cards.values()
            for card in spot
            if card.placement and (not card.placement.ends_at or card.placement.ends_at > at)
        ]
        mine = placed_cards(self.front_page, self.user, at)
        return self.show(
            _("Copy a composition"),
            original=self.front_page,
            other=self.other,
            language=language,
            other_language=Language.get(self.other.language),
            ready=[one for one in placed if one.article.is_live(language, at)],
            waiting=[one for one in placed if not one.article.is_live(language, at)],
            given_up=[
                CopiedPlace(card.article, card.placement, language)
                for spot in mine.values()
                for card in spot
                if card.placement
            ],
            sections=self.other.sections.select_related("topic") if self.other.pk else [],
        )

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        self.front_page.copy_from(self.other)
        self.site.log_change(request, self.front_page, _("Composed as the other language’s."))
        messages.success(request, _("The page is composed as the other one."))
        return redirect(reverse("admin:articles_frontpage_change", args=[self.front_page.pk]))
