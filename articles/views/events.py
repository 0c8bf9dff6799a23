"""The events the newsroom covers, and each one."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from articles.languages import Language
from articles.models import Article, Event, Quote

from .pages import PagedListView, TranslatedDetailView

QUOTES_SHOWN = 20


class EventList(PagedListView):
    page = "events"
    template_name = "articles/event_list.html"

    def get_queryset(self) -> QuerySet[Event]:
        events = Event.objects.in_language().select_related("place", "parent")
        return events.order_by("-starts_on", "-pk")


class EventPage(TranslatedDetailView):
    model = Event
    template_name = "articles/event_detail.html"
    shown_with = ("place", "parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event: Event = self.object
        sessions = list(event.sessions.select_related("place").order_by("starts_on", "pk"))
        coverage = Article.objects.live().filter(event__in=[event, *sessions])
        return super().get_context_data(
            event=event,
            sessions=sessions,
            participations=list(event.participations.select_related("organization")),
            appearances=list(event.appearances.select_related("speaker")),
            quotes=list(said_at(event)),
            page_obj=self.paginate(coverage.newest_first().for_list()),
            **kwargs,
        )


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


def said_at(event: Event) -> QuerySet[Quote]:
    """What was said at an event: what is quoted from it, wherever the article was written."""
    elsewhere = Quote.objects.filter(spoken_at=event)
    covered = Quote.objects.filter(spoken_at=None, article__event=event)
    both = elsewhere.order_by().values("pk").union(covered.order_by().values("pk"))
    return live_quotes().filter(pk__in=both)[:QUOTES_SHOWN]
