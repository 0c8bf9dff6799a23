"""Pages kept ready to be sent, each for as long as it is exactly what would be made anew.

A kept page belongs to a version of all that readers may see (``models/content_changes.py``), and is
kept no longer than the page itself tells caches it may be (``http_cache.py``): until what is
scheduled comes or goes. So it costs a request one short query, and no change is seen late.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, get_max_age, patch_cache_control
from django.utils.http import parse_http_date_safe

from articles.models import ContentChange
from articles.models.identity import note_away, note_version

from .http_cache import REVALIDATION_FAILED, SHOWN_WHEN_AWAY
from .kept_places import KeptPlace, place_of
from .primary import Primary

logger = logging.getLogger(__name__)

LONGEST = 1_000_000
"""Bytes of a page that is kept."""
PATIENCE = 10.0
"""Seconds to wait for somebody else who makes the same page."""
MAKING = [Lock() for _ in range(256)]
"""Held while a page is made: by its key, each page has one of these."""
REST = 5.0
"""Seconds for which a cache that failed is not asked."""
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")


@dataclass(frozen=True)
class KeptPage:
    """An answer, and until when it is what would be answered now."""

    version: int
    made_at: datetime
    fresh_until: datetime
    headers: dict[str, str]
    content: bytes

    @classmethod
    def of(cls, response: HttpResponse, version: int, made_at: datetime) -> KeptPage | None:
        """What is kept of an answer; ``None`` where it is not everybody's, or not for a second."""
        cached_by_all = "public" in response.headers.get("Cache-Control", "")
        of_one = response.cookies or "cookie" in response.headers.get("Vary", "").lower()
        is_page = response.status_code == 200 and not response.streaming
        if not is_page or not cached_by_all or of_one or len(response.content) > LONGEST:
            return None
        seconds = get_max_age(response) or 0
        if seconds < 1:
            return None
        fresh_until = made_at + timedelta(seconds=seconds)
        return cls(version, made_at, fresh_until, dict(response.items()), response.content)

    def is_exact(self, version: int, now: datetime) -> bool:
        return self.version == version and self.made_at <= now < self.fresh_until

    def response(self, now: datetime) -> HttpResponse:
        response = HttpResponse(self.content, headers=self.headers)
        left = max(int((self.fresh_until - now).total_seconds()), 0)
        patch_cache_control(response, public=True, max_age=left)
        return response

    def is_dated(self) -> bool:
        """Whether its date tells it from one that was changed in the same second."""
        dated = parse_http_date_safe(self.headers.get("Last-Modified", ""))
        return dated is not None and self.made_at.timestamp() - dated > 2


class PageCacheMiddleware:
    """Answers readers with pages that are kept; ``PAGE_CACHE=false`` does without."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.primary = Primary()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = place_of(request)
        if key is None:
            return self.get_response(request)
        version = self.primary.version()
        if version is None:
            return self.while_away(request, key)
        kept = store.look_up(key)
        if kept is not None and kept.is_exact(version, timezone.now()):
            return answer(request, kept)
        return self.made_once(request, key, version)

    def made_once(self, request: HttpRequest, key: KeptPlace, version: int) -> HttpResponse:
        """Make the page, or wait for who is making it; no longer than their patience lasts."""
        lock = MAKING[hash(key) % len(MAKING)]
        is_first = lock.acquire(blocking=False)
        is_mine = is_first or lock.acquire(timeout=PATIENCE)
        try:
            version = version if is_first else ContentChange.version()
            kept = store.look_up(key)
            if kept is not None and kept.is_exact(version, timezone.now()):
                return answer(request, kept)
            return self.made(request, key, version)
        finally:
            if is_mine:
                lock.release()

    def made(self, request: HttpRequest, key: KeptPlace, version: int) -> HttpResponse:
        """Make the page, whole, keep it, and answer what was asked."""
        now = timezone.now()
        note_version(version)
        with unconditional(request):
            response = self.get_response(request)
        kept = KeptPage.of(response, version, now)
        if kept is None:
            return response
        store.keep(key, kept)
        return answer(request, kept)

    def while_away(self, request: HttpRequest, key: KeptPlace) -> HttpResponse:
        """The page as it was last, while nobody can tell whether it changed."""
        kept, now = store.look_up(key), timezone.now()
        if kept is None or not now - SHOWN_WHEN_AWAY < kept.made_at <= now:
            note_away()
            return self.get_response(request)
        response = kept.response(now)
        patch_cache_control(response, max_age=0)
        response.headers["Age"] = str(int((now - kept.made_at).total_seconds()))
        response.headers["Warning"] = REVALIDATION_FAILED
        return response


@contextmanager
def unconditional(request: HttpRequest) -> Iterator[None]:
    """Ask for the whole page, whatever the reader has of it already, or wants to know of it."""
    asked = {name: request.META.pop(name) for name in CONDITIONS if name in request.META}
    method = request.method
    request.method = request.META["REQUEST_METHOD"] = "GET"
    # Headers are read from there once, and kept.
    request.__dict__.pop("headers", None)
    yield
    request.method = request.META["REQUEST_METHOD"] = str(method)
    request.META |= asked
    request.__dict__.pop("headers", None)


def answer(request: HttpRequest, kept: KeptPage) -> HttpResponse:
    """What was asked: the page, or that it has not changed (RFC 9110, 13.1)."""
    response = kept.response(timezone.now())
    since = request.headers.get("If-Modified-Since", "")
    dated = parse_http_date_safe(response.headers.get("Last-Modified", ""))
    by_date = "If-None-Match" not in request.headers and since
    if by_date and not (kept.is_dated() and parse_http_date_safe(since) == dated):
        return response
    found: Any = get_conditional_response(request, response.headers.get("ETag"), dated, response)
    return found


class PageStore:
    """The cache of pages; one that does not answer is left alone for a while."""

    rests_until = 0.0

    def look_up(self, key: KeptPlace) -> KeptPage | None:
        kept = self.ask(lambda: caches[key.shelf].get(key.name))
        return kept if isinstance(kept, KeptPage) else None

    def keep(self, key: KeptPlace, kept: KeptPage) -> None:
        seconds = SHOWN_WHEN_AWAY if key.is_page else kept.fresh_until - kept.made_at
        self.ask(lambda: caches[key.shelf].set(key.name, kept, seconds.total_seconds()))

    def ask(self, act: Callable[[], Any]) -> Any:
        if monotonic() < self.rests_until:
            return None
        try:
            return act()
        except Exception:
            self.rests_until = monotonic() + REST
            logger.warning("The cache of pages does not answer.", exc_info=True)
            return None


store = PageStore()
