"""Whether it is the database that fails, or the disk, and not the program."""

from __future__ import annotations

import errno
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError, OperationalError, connection

logger = logging.getLogger(__name__)

# What SQLite says of a file that is held, full or not there. It calls a missing table, which is a
# fault of the program's, an operational error too.
OF_THE_FILE = re.compile("locked|busy|full|readonly|unable to open|disk", re.IGNORECASE)


def is_away(error: BaseException | None) -> bool:
    """Whether this is an error of a database that cannot be reached or written to now."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return connection.vendor != "sqlite" or bool(OF_THE_FILE.search(str(error)))


OF_THE_DISK = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.ENOTDIR,
    errno.EIO,
}


def keeps_no_files(error: BaseException | None) -> bool:
    """Whether a file could not be kept: its disk is full, or must not be written to."""
    return isinstance(error, OSError) and error.errno in OF_THE_DISK


def wait_for_turn(what: str) -> None:
    """Have whoever does the same at the same time wait until this transaction is done.

    On SQLite the transaction itself does: it has one writer.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [what])


A_MOMENT = 300
"""Milliseconds: what nobody asked for waits no longer for the lock of SQLite's one writer."""


@contextmanager
def no_waiting() -> Iterator[None]:
    """Give up at once where another writer has the file."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {A_MOMENT}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")


def if_writable(act: Callable[[], object]) -> None:
    """Write what a page that is only opened writes; without it, the page opens all the same."""
    try:
        with no_waiting():
            act()
    except DatabaseError as error:
        if not is_away(error):
            raise
        logger.warning("Not written, the database is busy: %s", error)
