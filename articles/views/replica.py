"""Readers' pages that are made anew, from a read replica: ``REPLICA_URL``.

The replica is asked for its version first. Where that is not the primary's, it is behind, and the
primary makes the page; so no reader sees less than what was answered for, and each sees at once
what they have written. Who is signed in reads the primary alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse

from articles.models import ContentChange
from articles.models.identity import known_to_be_away, known_version
from articles.models.replica import REPLICA, reading_replica

from .http_cache import REVALIDATION_FAILED
from .primary import Primary

logger = logging.getLogger(__name__)

REST = 5.0
"""Seconds for which a replica that failed is not asked."""


class ReplicaMiddleware:
    """Makes pages from the replica while it has what the primary has, or while only it answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if REPLICA not in settings.DATABASES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.primary = Primary()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_readers_page(request):
            return self.get_response(request)
        if known_to_be_away():
            return self.while_away(request)
        version = known_version()
        if version is None:
            version = self.primary.version()
        if version is None:
            return self.while_away(request)
        if replica.version() != version:
            return self.get_response(request)
        return self.made(request)

    def made(self, request: HttpRequest) -> HttpResponse:
        """The page from the replica; from the primary, where the replica fails meanwhile."""
        with reading_replica() as reading:
            response = self.get_response(request)
        if not reading.failed:
            return response
        replica.rest()
        return self.get_response(request)

    def while_away(self, request: HttpRequest) -> HttpResponse:
        """The page as the replica has it, while nobody can tell whether it changed."""
        if replica.version() is None:
            return self.get_response(request)
        with reading_replica():
            response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Warning"] = REVALIDATION_FAILED
        return response


def is_readers_page(request: HttpRequest) -> bool:
    """Whether it takes longer to make than to ask the replica, and is asked for by a reader."""
    if request.method not in {"GET", "HEAD"} or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    first = request.path_info.split("/", 2)[1]
    return first in dict(settings.LANGUAGES) or first.endswith(".xml")


class Replica:
    """The replica; one that does not answer is left alone for a while."""

    rests_until = 0.0

    def version(self) -> int | None:
        """The version that it has; ``None`` where it does not say."""
        if monotonic() < self.rests_until:
            return None
        try:
            return ContentChange.version(using=REPLICA)
        except (DatabaseError, InterfaceError):
            self.rest()
            return None

    def rest(self) -> None:
        self.rests_until = monotonic() + REST
        logger.warning("The replica does not answer.", exc_info=True)


replica = Replica()
