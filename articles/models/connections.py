"""The connection that a thread has to the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def no_connection_kept() -> Iterator[None]:
    """For a task in a thread of its own, which would keep its connection for ever."""
    try:
        yield
    finally:
        if not connection.in_atomic_block:
            connection.close()
