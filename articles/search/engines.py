"""Which engine searches here: the one that ``SEARCH_URL`` names, else the database's own."""

from __future__ import annotations

from django.conf import settings
from django.db import connection

from .databases import DatabaseEngine, PostgreSQL, SQLite
from .engine import Engine


def own_engine() -> DatabaseEngine:
    """That of the database at hand."""
    return {"postgresql": PostgreSQL, "sqlite": SQLite}[connection.vendor]()


def engine() -> Engine:
    if settings.SEARCH_URL:
        # Its client is only where it is wanted.
        from .opensearch import OpenSearchEngine  # noqa: PLC0415

        return OpenSearchEngine(settings.SEARCH_URL, instead=own_engine())
    return own_engine()
