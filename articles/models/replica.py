"""Which database is asked: the primary, or a replica of it where that is known to have the same.

The version of what readers see (``content_changes.py``) comes with the changes themselves to a
replica: one that has the primary's version has all that came before it. So readers' pages may be
made from it (``views/replica.py``), of the tables that the version is of. All else, and all that
is written, goes to the primary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from .content_changes import ContentChange, is_shown

PRIMARY, REPLICA = "default", "replica"
READ_FROM: ContextVar[str] = ContextVar("read from", default=PRIMARY)


class ReplicaReading:
    """What is read from the replica for a page, and whether that came to an end by itself."""

    failed = False

    def watch(self, execute: Callable[..., Any], *asked: Any) -> Any:
        try:
            return execute(*asked)
        except (OperationalError, InterfaceError):
            self.failed = True
            raise


@contextmanager
def reading_replica() -> Iterator[ReplicaReading]:
    """Have what readers see read from the replica, to which there is a connection."""
    reading, before = ReplicaReading(), READ_FROM.set(REPLICA)
    try:
        with connections[REPLICA].execute_wrapper(reading.watch):
            yield reading
    finally:
        READ_FROM.reset(before)


def read_from() -> str:
    """The database that has what readers see; within a transaction, that of the transaction."""
    return PRIMARY if connections[PRIMARY].in_atomic_block else READ_FROM.get()


def connection_to_read() -> BaseDatabaseWrapper:
    """For a question of our own about what readers see."""
    return connections[read_from()]


class ReplicaRouter:
    """``DATABASE_ROUTERS``: nothing is written to the replica, which gets it by itself."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        table = model._meta.db_table
        return read_from() if is_shown(table) or model is ContentChange else PRIMARY

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, *_records: Model, **_hints: Any) -> bool:
        """A row is the same one, wherever it was read."""
        return True

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        return db != REPLICA
