"""The icons that browsers ask for at the root, whatever a page says: led to the files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.utils.cache import patch_cache_control

KEPT = 24 * 60 * 60
"""Seconds: the name of the file changes with what is in it."""


def icon(request: HttpRequest, file: str) -> HttpResponse:
    response = HttpResponsePermanentRedirect(static(file))
    patch_cache_control(response, public=True, max_age=KEPT)
    return response
