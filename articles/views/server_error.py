"""What cannot be answered now: by a fault of the program, or as the database or files are away."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from articles.desk.databases import is_away
from articles.uploads import StorageAwayError

SOON = 30
"""Seconds (``Retry-After``, RFC 9110, 10.2.3)."""


def server_error(request: HttpRequest) -> HttpResponse:
    """The page of a fault; 503 where the database, or the files, are away, and will be back."""
    error = sys.exc_info()[1]
    if not is_away(error) and not isinstance(error, StorageAwayError):
        return defaults.server_error(request)
    response = render(None, "503.html", status=503)
    response["Retry-After"] = str(SOON)
    response["Cache-Control"] = "no-store"
    return response
