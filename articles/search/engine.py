"""The databases' own indexes, behind one small protocol.

An engine returns candidates: entries that match, those with a match in the title first, then the
newest, as many as one asks for and no more. Ranking is done above it (``ranking.py``), on what
it returns, so that every engine's results have the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from django.db import connection

from articles.models import SearchEntry

from .understanding import Clause, Way


class Candidate(NamedTuple):
    """An entry that matches, with what ranking reads."""

    pk: int
    kind: str
    record_id: int
    label: str
    visible_from: datetime | None
    title: str
    lead: str
    tags: str


@dataclass
class Wanted:
    """What to look for, and among what."""

    clauses: list[Clause]
    language: str
    kinds: Sequence[str]
    tags: list[list[str]] = field(default_factory=list)
    until: datetime | None = None
    """Visible since then or earlier: now for readers; nothing for the desk, which sees all."""
    since: datetime | None = None
    all_words: bool = True
    most: int = 400


class Engine(Protocol):
    """What an index must do to be searched."""

    def candidates(self, wanted: Wanted) -> list[Candidate]:
        """Entries that match, each once, at most ``wanted.most``."""


COLUMNS = (
    "entry.id, entry.kind, entry.record_id, entry.label, entry.visible_from, "
    "entry.title, entry.lead, entry.tags"
)


class DatabaseEngine:
    """What PostgreSQL and SQLite share: the conditions, and reading the rows."""

    def conditions(self, wanted: Wanted) -> tuple[str, list[Any]]:
        marks = ", ".join(["%s"] * len(wanted.kinds))
        sql = f"entry.language = %s AND entry.kind IN ({marks})"
        values: list[Any] = [wanted.language, *wanted.kinds]
        if wanted.until:
            sql, values = f"{sql} AND entry.visible_from <= %s", [*values, wanted.until]
        if wanted.since:
            sql, values = f"{sql} AND entry.visible_from >= %s", [*values, wanted.since]
        return sql, values

    def read(self, sql: str, values: list[Any]) -> list[Candidate]:

        found: dict[int, Candidate] = {}
        for row in SearchEntry.objects.raw(sql, values):
            found.setdefault(
                row.pk,
                Candidate(
                    row.pk,
                    row.kind,
                    row.record_id,
                    row.label,
                    row.visible_from,
                    row.title,
                    row.lead,
                    row.tags,
                ),
            )
        return list(found.values())


class PostgreSQL(DatabaseEngine):
    """``tsvector`` with the ``simple`` configuration, GIN."""

    def candidates(self, wanted: Wanted) -> list[Candidate]:
        expression = self.expression(wanted)
        if not expression:
            return []
        conditions, values = self.conditions(wanted)
        half = f"""
            (SELECT {COLUMNS} FROM articles_searchentry AS entry
            WHERE {{match}} AND {conditions}
            ORDER BY entry.visible_from DESC NULLS LAST, entry.id DESC LIMIT %s)
        """  # noqa: S608 - the parts are ours; what is typed goes in as values
        whole = half.format(match="entry.document @@ to_tsquery('simple', %s)")
        titles = self.words(wanted)
        if not titles:
            return self.read(whole, [expression, *values, wanted.most])
        # What a title may not settle alone: exclusions, and what the record is about.
        in_title = "entry.heading @@ to_tsquery('simple', %s)"
        settled = [titles]
        if wanted.tags or any(one.is_excluded for one in wanted.clauses):
            in_title += " AND entry.document @@ to_tsquery('simple', %s)"
            settled.append(expression)
        return self.read(
            f"{half.format(match=in_title)} UNION ALL {whole}",
            [*settled, *values, wanted.most // 2, expression, *values, wanted.most],
        )

    def words(self, wanted: Wanted) -> str:
        asked = [self.any_way(one.ways) for one in wanted.clauses if not one.is_excluded]
        return (" & " if wanted.all_words else " | ").join(asked)

    def expression(self, wanted: Wanted) -> str:
        asked = self.words(wanted)
        parts = [f"({asked})"] if asked else []
        parts += [f"({' | '.join(tags)})" for tags in wanted.tags]
        if not parts:
            return ""
        parts += [f"!{self.any_way(one.ways)}" for one in wanted.clauses if one.is_excluded]
        return " & ".join(parts)

    def any_way(self, ways: list[Way]) -> str:
        return "(" + " | ".join(self.one_way(way) for way in ways) + ")"

    def one_way(self, way: Way) -> str:
        phrase = " <-> ".join(way.words) + (":*" if way.is_beginning else "")
        return f"({phrase})" if len(way.words) > 1 else phrase


class SQLite(DatabaseEngine):
    """FTS5. Rows are taken in the order they were written in, the last first: it has no other."""

    def candidates(self, wanted: Wanted) -> list[Candidate]:
        expression = self.expression(wanted)
        if not expression:
            return []
        conditions, values = self.conditions(wanted)
        half = f"""
            SELECT * FROM (SELECT {COLUMNS} FROM (
                SELECT rowid FROM articles_searchindex WHERE articles_searchindex MATCH %s
                ORDER BY rowid DESC LIMIT %s
            ) AS found CROSS JOIN articles_searchentry AS entry ON entry.id = found.rowid
            WHERE {conditions}
            ORDER BY entry.visible_from DESC NULLS LAST, entry.id DESC LIMIT %s)
        """  # noqa: S608
        reach, titles = wanted.most * 8, self.words(wanted)
        whole = [expression, reach, *values, wanted.most]
        if not titles:
            return self.read(half, whole)
        in_title = f"(title : ({titles})) AND {expression}"
        return self.read(
            f"{half} UNION ALL {half}", [in_title, reach, *values, wanted.most // 2, *whole]
        )

    def words(self, wanted: Wanted) -> str:
        asked = [self.any_way(one.ways) for one in wanted.clauses if not one.is_excluded]
        return (" AND " if wanted.all_words else " OR ").join(asked)

    def expression(self, wanted: Wanted) -> str:
        asked = self.words(wanted)
        parts = [f"({asked})"] if asked else []
        parts += [f"({' OR '.join(tags)})" for tags in wanted.tags]
        if not parts:
            return ""
        whole = f"({' AND '.join(parts)})"
        for one in wanted.clauses:
            if one.is_excluded:
                whole = f"({whole} NOT {self.any_way(one.ways)})"
        return whole

    def any_way(self, ways: list[Way]) -> str:
        return "(" + " OR ".join(self.one_way(way) for way in ways) + ")"

    def one_way(self, way: Way) -> str:
        return f'"{" ".join(way.words)}"' + (" *" if way.is_beginning else "")


def engine() -> Engine:
    """That of the database at hand."""
    engines: dict[str, type[PostgreSQL | SQLite]] = {"postgresql": PostgreSQL, "sqlite": SQLite}
    return engines[connection.vendor]()
