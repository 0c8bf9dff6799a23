"""What proxies before the program (Varnish, nginx, a CDN) are told of an answer: ``PURGE_URLS``."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_max_age, patch_cache_control

from articles.desk.publication.purging import is_on, site_key

KEY = "Surrogate-Key"
MARGIN = 2
"""Seconds that a proxy is told less: nginx rounds by one, and an answer is on its way for some."""
RENEWING = 10
"""Seconds for which a page may be shown while the proxy asks for it again."""
LONG = 2 * RENEWING + MARGIN
"""Seconds that a page has left of which some are for renewing it."""


class ProxyMiddleware:
    """Say under which key a public answer is purged, and how long a proxy may show it.

    In all that is never longer than a browser may: what is scheduled is seen at its moment, and a
    proxy that did not hear of a change shows it a minute later at most.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not is_on():
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.key = site_key()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        said = response.headers.get("Cache-Control", "")
        seconds = get_max_age(response)
        if "public" in said and seconds is not None:
            response.headers[KEY] = self.key
            if "s-maxage" not in said:
                share(response, seconds)
        return response


def share(response: HttpResponse, seconds: int) -> None:
    """Divide what an answer has left among the proxy and the renewing."""
    if seconds < LONG:
        patch_cache_control(response, s_maxage=max(seconds - MARGIN, 0))
        return
    patch_cache_control(
        response,
        # A browser adds the renewing to its own time.
        max_age=seconds - RENEWING,
        s_maxage=seconds - RENEWING - MARGIN,
        stale_while_revalidate=RENEWING,
    )
