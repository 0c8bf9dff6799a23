"""The version of all that readers may see: it grows with each transaction that changes any of it.

A page that is kept belongs to the version it was made from. Versions are kept by the statements
that reach the database, not by signals: bulk writes, imports and raw SQL count as well. The count
grows in the transaction of the change: both are seen at once, or neither.

Every transaction adds a row, and none changes another's: they never wait for each other. The
version is the sum of the rows, so that it also grows where one that began earlier ends later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

WRITTEN = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+[\"`]?(\w+)", re.IGNORECASE
)
NOT_SHOWN = {
    "contentchange",
    # What only the desk reads.
    "merge",
    "memorymark",
    "note",
    "presence",
    "previewlink",
    "proposal",
    "recordrevision",
    "remembered",
    "revision",
    "sentform",
    "term",
    "user",
    "user_groups",
    "user_user_permissions",
}
"""The tables of which readers see nothing; all others of the newsroom count, new ones too."""
ROWS_KEPT = 64
"""Rows before older ones are added up into one."""


class ContentChange(models.Model):
    """One transaction that changed what readers may see, or several older ones added up."""

    number = models.PositiveBigIntegerField(default=1, db_default=1, editable=False)

    @classmethod
    def version(cls, using: str = "default") -> int:
        """The number of changes that are committed, or made in this transaction."""
        with connections[using].cursor() as cursor:
            cursor.execute(f"SELECT SUM(number) FROM {cls._meta.db_table}")  # noqa: S608
            return int(cursor.fetchone()[0] or 0)


def connect() -> None:
    """Watch every connection to a database, from its first statement on."""
    connection_created.connect(watch, dispatch_uid="content changes")


def watch(connection: BaseDatabaseWrapper, **_sent: Any) -> None:
    if note_change not in connection.execute_wrappers:
        connection.execute_wrappers.append(note_change)


def note_change(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Run a statement; where it writes what readers may see, count that in its transaction."""
    connection: BaseDatabaseWrapper = context["connection"]
    table = written_table(sql)
    if not table and ContentChange._meta.db_table in sql:
        forget_table(connection)
    if sql.startswith("ROLLBACK TO"):
        # What was undone may have been the count itself.
        count_again(connection)
    if not is_shown(table) or not is_there(connection):
        return execute(sql, params, many, context)
    done = execute(sql, params, many, context)
    # Outside a transaction the count comes a moment after the change; whoever makes the change
    # hears of it only then.
    add_change(connection)
    return done


def written_table(sql: str) -> str:
    """The table that a statement writes to; nothing where it only reads."""
    found = WRITTEN.match(sql)
    return found.group(1) if found else ""


def is_shown(table: str) -> bool:
    ours = f"{apps.get_app_config('articles').label}_"
    return table.startswith(ours) and table.removeprefix(ours) not in NOT_SHOWN


def is_there(connection: BaseDatabaseWrapper) -> bool:
    """Whether the database has the table yet: older migrations write before it is made."""
    state: Any = connection
    if not getattr(state, "counts_changes", False):
        with connection.cursor() as cursor:
            names = connection.introspection.table_names(cursor)
        state.counts_changes = ContentChange._meta.db_table in names
    return bool(state.counts_changes)


def forget_table(connection: BaseDatabaseWrapper) -> None:
    state: Any = connection
    state.counts_changes = False


def count_again(connection: BaseDatabaseWrapper) -> None:
    state: Any = connection
    state.counted_in = None


def add_change(connection: BaseDatabaseWrapper) -> None:
    """Add to the version, once in a transaction."""
    state: Any = connection
    # What surrounds a whole test is no transaction of the program's.
    atomic_blocks: list[Any] = connection.atomic_blocks
    blocks = [one for one in atomic_blocks if not one._from_testcase]
    if blocks and getattr(state, "counted_in", None) is blocks[0]:
        return
    state.counted_in = blocks[0] if blocks else None
    table = ContentChange._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} (number) VALUES (1) RETURNING id")  # noqa: S608
        key = cursor.fetchone()[0]
        if key % ROWS_KEPT == 0:
            add_up(cursor, connection, key - ROWS_KEPT)


def add_up(cursor: Any, connection: BaseDatabaseWrapper, last: int) -> None:
    """Put one row in the place of the older ones, without waiting for anybody who does the same."""
    table = ContentChange._meta.db_table
    free = (
        " FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""
    )
    cursor.execute(
        f"DELETE FROM {table} WHERE id IN"  # noqa: S608
        f" (SELECT id FROM {table} WHERE id <= %s{free}) RETURNING number",
        [last],
    )
    total = sum(number for (number,) in cursor.fetchall())
    cursor.execute(f"INSERT INTO {table} (number) VALUES (%s)", [total])  # noqa: S608
