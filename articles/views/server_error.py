"""What cannot be answered now: by a fault of the program, or because the database is away."""

from __future__ import annotations

import re
import sys

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

SOON = 30
"""Seconds (``Retry-After``, RFC 9110, 10.2.3)."""
# What SQLite says of a file that is held, full or not there. It calls a missing table, which is a
# fault of the program's, an operational error too.
OF_THE_FILE = re.compile("locked|busy|full|readonly|unable to open|disk", re.IGNORECASE)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page of a fault; 503 where the database is away or busy, and will be back."""
    if not is_away(sys.exc_info()[1]):
        return defaults.server_error(request)
    response = render(None, "503.html", status=503)
    response["Retry-After"] = str(SOON)
    response["Cache-Control"] = "no-store"
    return response


def is_away(error: BaseException | None) -> bool:
    """Whether this is an error of a database that cannot be reached or written to now."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return connection.vendor != "sqlite" or bool(OF_THE_FILE.search(str(error)))
