"""The database that is written to, while it may be away: one request at a time waits for it."""

from __future__ import annotations

from threading import Lock

from django.db import InterfaceError, OperationalError

from articles.models import ContentChange


class Primary:
    """Says the version of what readers see; as long as it does not, few wait to be told so."""

    def __init__(self) -> None:
        self.is_away = False
        self.asking = Lock()

    def version(self) -> int | None:
        """``None`` while it does not answer."""
        if not self.is_away:
            return self.ask()
        if not self.asking.acquire(blocking=False):
            return None
        try:
            return self.ask()
        finally:
            self.asking.release()

    def ask(self) -> int | None:
        try:
            version = ContentChange.version()
        except (OperationalError, InterfaceError):
            self.is_away = True
            return None
        self.is_away = False
        return version
