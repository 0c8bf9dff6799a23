"""Calendars: one event, or all of them, for the reader's own."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import get_valid_filename
from django.utils.translation import gettext
from django.views import View

from articles.languages import Language
from articles.models import Event
from articles.models.identity import newsroom_name
from articles.wire.calendar import as_calendar

from .http_cache import moments, say_freshness
from .redirects import moved_or_404

MOST = 500


def calendar_response(
    request: HttpRequest, content: bytes, name: str, events: list[Event]
) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{get_valid_filename(name)}.ics"'
    say_freshness(request, response, [events, moments()])
    # An event that was deleted leaves no date: only the content tells (its ETag), and who asks
    # by date alone is given the whole.
    response.headers.pop("Last-Modified", None)
    request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
    return response


class EventCalendar(View):
    """One event with its sessions."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        named = Event.objects.public().select_related("place").with_parents()
        event = named.filter(**{Language.active().field("slug"): slug}).first()
        if event is None:
            return moved_or_404(Event, "event_calendar", slug)
        sessions = (
            Event.objects.public().filter(parent=event).select_related("place").with_parents()
        )
        sessions = sessions.order_by("starts_on", "starts_at", "pk")
        events = [event, *sessions]
        content = as_calendar(events, str(event), event.url_in(Language.active()))
        return calendar_response(request, content, event.key, events)


class AllEvents(View):
    """Every event that has a page in the language, the latest few hundred: a subscription."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        named = Event.objects.public().select_related("place").with_parents()
        events = list(named.order_by("-starts_on", "-pk")[:MOST])
        name = gettext("%(newsroom)s: events") % {"newsroom": newsroom_name()}
        content = as_calendar(events, name, reverse("events"), asked_again=True)
        return calendar_response(request, content, "events", events)
