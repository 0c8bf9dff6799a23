"""The version of all that readers may see: it grows with each transaction that changes any of it.

A page that is kept belongs to the version it was made from. Versions are kept by the statements
that reach the database, not by signals: bulk writes, imports and raw SQL through Django count as
well. The count grows in the transaction of the change: both are seen at once, or neither. Of a
statement outside any transaction the count follows in a statement of its own; where the program is
killed between the two, pages stay as they were for as long as they are kept, which is a minute.

Every transaction adds a row, and none changes another's: they never wait for each other. The
version is the sum of the rows, so that it also grows where one that began earlier ends later. What
a row adds is random: a database that was restored comes to no version that pages were made from.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import Any

from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import Signal
from django.utils import timezone

from .date_fields import MomentField

COMMENTS = re.compile(r"/\*.*?\*/|--[^\n]*", re.DOTALL)
WRITTEN = re.compile(
    r"[\s(]*(?:(?:INSERT|REPLACE)\s+(?:OR\s+\w+\s+)?INTO|UPDATE(?:\s+OR\s+\w+|\s+ONLY)?"
    r"|DELETE\s+FROM(?:\s+ONLY)?|MERGE\s+INTO(?:\s+ONLY)?|TRUNCATE(?:\s+TABLE)?(?:\s+ONLY)?)"
    r"\s+(?:[\"`\[]?\w+[\"`\]]?\s*\.\s*)?[\"`\[]?(\w+)",
    re.IGNORECASE,
)
"""A statement that writes, and the table it writes to."""
DELETED = re.compile(
    r"\bDELETE\s+FROM\s+(?:ONLY\s+)?[\"`\[]?(?:\w+[\"`\]]?\.[\"`\[]?)?(\w+)", re.IGNORECASE
)
SHAPES = re.compile(r"\s*(?:CREATE|ALTER|DROP)\b", re.IGNORECASE)
"""A statement that makes or changes a table."""
ROLLED_BACK = re.compile(r"\s*ROLLBACK\b", re.IGNORECASE)
READS = re.compile(
    r"[\s(]*(?:SELECT|SAVEPOINT|RELEASE|BEGIN|SET|SHOW|PRAGMA|EXPLAIN)\b", re.IGNORECASE
)
WRITES_SOMEWHERE = re.compile(
    r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE|COPY)\b", re.IGNORECASE
)
LOCKS = re.compile(r"\bFOR\s+(?:NO\s+KEY\s+)?UPDATE\b", re.IGNORECASE)
OURS = "articles_"
"""How the names of the newsroom's tables begin."""
NOT_SHOWN = {
    "contentchange",
    # What only the desk reads, or the program itself.
    "articletemplate",
    "delivery",
    "deskhabits",
    "embargoedcopy",
    "embargoedsending",
    "gazetteerentry",
    "hubnotice",
    "journalist",
    "journalist_lists",
    "maildelivery",
    "mailing",
    "mailrun",
    "merge",
    "memorymark",
    "note",
    "presence",
    "presslist",
    "previewlink",
    "proposal",
    "receivedfile",
    "receivedtext",
    "recordrevision",
    "remembered",
    "reviewer",
    "revision",
    "savedlist",
    "seennotice",
    "sentform",
    "subscriber",
    "subscription",
    "term",
    "user",
    "user_groups",
    "user_user_permissions",
}
"""The tables of which readers see nothing; all others of the newsroom count, new ones too."""
OF_THE_SEARCH = "search"
"""How the tables begin that are made anew from others' rows."""
ROWS_KEPT = 64
"""Rows before older ones are added up into one."""
change_committed = Signal()
"""Sent when a change can be seen, before whoever made it is answered."""


class ContentChange(models.Model):
    """One transaction that changed what readers may see, or several older ones added up."""

    number = models.PositiveBigIntegerField(default=1, db_default=1, editable=False)
    deleted_at = MomentField(null=True, editable=False)
    """When it took rows away: nothing else has their date, and pages that showed them need one."""

    @classmethod
    def version(cls, using: str = "default") -> int:
        """Another number after each transaction that is committed, or has written in this one."""
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
    text = text_of(sql, connection)
    if ROLLED_BACK.match(text):
        # What is undone may be the count itself.
        count_again(connection)
    if not changes_pages(text):
        if ContentChange._meta.db_table in text and SHAPES.match(text):
            forget_table(connection)
        return execute(sql, params, many, context)
    # Asked first. To describe a table Django tries what SQLite can, in a transaction that it rolls
    # back; and with it a row that was just written, and not read back yet, outside any transaction.
    counts = is_there(connection)
    done = execute(sql, params, many, context)
    if counts:
        add_change(connection, deletes=deletes(text) and context["cursor"].rowcount != 0)
    return done


def text_of(sql: Any, connection: BaseDatabaseWrapper) -> str:
    """A statement as text; psycopg has some that are put together later."""
    if isinstance(sql, str):
        return sql
    if isinstance(sql, bytes):
        return sql.decode(errors="replace")
    return str(sql.as_string(connection.connection))


def changes_pages(text: str) -> bool:
    """Whether a statement may change what readers see; in doubt, it does."""
    if "--" in text or "/*" in text:
        text = COMMENTS.sub(" ", text)
    more = ";" in text.rstrip("; \n")
    if (found := WRITTEN.match(text)) and not more:
        return is_shown(found.group(1).lower())
    if READS.match(text) and not more:
        return False
    return OURS in text.lower() and bool(WRITES_SOMEWHERE.search(LOCKS.sub("", text)))


def deletes(text: str) -> bool:
    """Whether a statement that changes pages takes away rows that readers may have seen."""
    tables = [found.lower() for found in DELETED.findall(text)]
    return any(is_shown(one) and not one.startswith(OURS + OF_THE_SEARCH) for one in tables)


def is_shown(table: str) -> bool:
    return table.startswith(OURS) and table.removeprefix(OURS) not in NOT_SHOWN


def is_there(connection: BaseDatabaseWrapper, column: str = "number") -> bool:
    """Whether the database has the table and the column yet: older migrations write before."""
    state: Any = connection
    if not getattr(state, "counts_changes", None):
        table = ContentChange._meta.db_table
        with connection.cursor() as cursor:
            found = table in connection.introspection.table_names(cursor)
            columns = connection.introspection.get_table_description(cursor, table) if found else []
        state.counts_changes = {one.name for one in columns}
    return column in state.counts_changes


def forget_table(connection: BaseDatabaseWrapper) -> None:
    state: Any = connection
    state.counts_changes = set()


def being_counted() -> None:
    """Stands among what is to be done at the commit, while the transaction is counted.

    Django takes it from there where the transaction, or the part that it is in, is undone.
    """


def dated() -> None:
    """Stands there while the transaction is counted as one that takes something away."""


def tell_of_change() -> None:
    """Tell whoever wants to know. It stays there where only the other two are taken away."""
    change_committed.send_robust(ContentChange)


def count_again(connection: BaseDatabaseWrapper) -> None:
    marks = (being_counted, dated)
    connection.run_on_commit = [one for one in connection.run_on_commit if one[1] not in marks]


def is_marked(connection: BaseDatabaseWrapper, mark: Callable[[], None]) -> bool:
    """Whether this transaction has added to the version."""
    parts = [one[0] for one in connection.run_on_commit if one[1] is mark]
    # What surrounds a whole test is no transaction of the program's; those are its savepoints.
    blocks: list[Any] = connection.atomic_blocks
    around = sum(block._from_testcase for block in blocks)
    if not around:
        return bool(parts)
    own = connection.savepoint_ids[around - 1 : around]
    return own not in ([], [None]) and any(own[0] in part for part in parts)


def add_change(connection: BaseDatabaseWrapper, deletes: bool) -> None:
    """Add to the version, once in a transaction; and date it, once, where it takes rows away."""
    deletes = deletes and is_there(connection, "deleted_at")
    if is_marked(connection, dated if deletes else being_counted):
        return
    row: dict[str, Any] = {"number": secrets.randbelow(2**31) + 1}
    if deletes:
        row["deleted_at"] = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        key = insert(cursor, row)
        if key % ROWS_KEPT == 0:
            add_up(cursor, connection, key - ROWS_KEPT)
    if connection.in_atomic_block:
        connection.on_commit(being_counted)
        if deletes:
            connection.on_commit(dated)
        if not is_marked(connection, tell_of_change):
            connection.on_commit(tell_of_change)
    else:
        tell_of_change()


def insert(cursor: Any, row: dict[str, Any]) -> int:
    table, places = ContentChange._meta.db_table, ", ".join(["%s"] * len(row))
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places}) RETURNING id",  # noqa: S608
        [*row.values()],
    )
    key: int = cursor.fetchone()[0]
    return key


def add_up(cursor: Any, connection: BaseDatabaseWrapper, last: int) -> None:
    """Put one row in the place of the older ones, without waiting for anybody who does the same."""
    table = ContentChange._meta.db_table
    free = (
        " FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""
    )
    columns = [one for one in ("number", "deleted_at") if is_there(connection, one)]
    cursor.execute(
        f"DELETE FROM {table} WHERE id IN"  # noqa: S608
        f" (SELECT id FROM {table} WHERE id <= %s{free}) RETURNING {', '.join(columns)}",
        [last],
    )
    rows = cursor.fetchall()
    total = {"number": sum(row[0] for row in rows)}
    dates = [row[1] for row in rows if row[1:] and row[1]]
    insert(cursor, total | ({"deleted_at": max(dates)} if dates else {}))
