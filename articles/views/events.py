"""The events the newsroom covers, and each one."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from articles.languages import Language
from articles.models import Appearance, Article, Event, Participation, Quote
from articles.models.articles import ArticleQuerySet
from articles.wire.linked_data import event_graph

from .pages import PagedListView, TranslatedDetailView, url_of

QUOTES_SHOWN = 20
ORGANIZING = [Participation.Role.ORGANIZER, Participation.Role.HOST]


class EventList(PagedListView):
    page = "events"
    template_name = "articles/event_list.html"

    def get_queryset(self) -> QuerySet[Event]:
        events = Event.objects.in_language().select_related("place", "parent")
        return events.order_by("-starts_on", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(calendar_url=reverse("events_calendar"), **kwargs)


class EventPage(TranslatedDetailView):
    model = Event
    template_name = "articles/event_detail.html"
    shown_with = ("place", "parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event: Event = self.object
        sessions = list(event.sessions.select_related("place").order_by("starts_on", "pk"))
        occasions = [event, *sessions]
        appearing = Appearance.objects.filter(event__in=occasions)
        participations = list(event.participations.select_related("organization"))
        appearances = list(appearing.select_related("speaker", "event"))
        return super().get_context_data(
            event=event,
            sessions=sessions,
            participations=participations,
            appearances=appearances,
            linked_data=event_graph(
                event,
                sessions,
                organizers=[one.organization for one in participations if one.role in ORGANIZING],
                performers=[one.speaker for one in appearances],
            ),
            feed_url=url_of("event_feed", event),
            calendar_url=url_of("event_calendar", event),
            quotes=list(said_at(occasions)),
            page_obj=self.paginate(coverage_of(occasions).newest_first().for_list()),
            **kwargs,
        )


def coverage_of(events: list[Event]) -> ArticleQuerySet:
    """The live articles on events, and those that quote what was said there."""
    # Two lists of keys, each by its index: an “or” across tables reads every article.
    covering = Article.objects.filter(event__in=events).order_by().values("pk")
    quoting = Quote.objects.filter(spoken_at__in=events).order_by().values("article")
    return Article.objects.live().filter(pk__in=covering.union(quoting))


def live_quotes() -> QuerySet[Quote]:
    """Quotations written in the active language, of articles that readers may see in it."""
    language = Language.active()
    live = Article.objects.live()
    return (
        Quote.objects.filter(Exists(live.filter(pk=OuterRef("article"))))
        .filter(**{f"{language.field('text')}__gt": ""})
        .select_related("speaker", "spoken_at")
        .prefetch_related(Prefetch("article", live.for_list()))
        .order_by(f"-article__{language.field('published_at')}", "-article_id", "order", "pk")
    )


def said_at(events: list[Event]) -> QuerySet[Quote]:
    """What was said at events: what is quoted from them, wherever the article was written."""
    quoted = Quote.objects.filter(spoken_at__in=events).order_by().values("pk")
    covering = Quote.objects.filter(article__event__in=events).order_by().values("pk")
    # A quotation from a covering article was said there, unless it says where else.
    said = live_quotes().annotate(said_where=Coalesce("spoken_at_id", "article__event_id"))
    there = said.filter(said_where__in=[event.pk for event in events])
    return there.filter(pk__in=quoted.union(covering))[:QUOTES_SHOWN]
