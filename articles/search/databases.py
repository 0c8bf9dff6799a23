"""PostgreSQL's and SQLite's own indexes: a word is found through them, whatever else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from articles.models import SearchEntry
from articles.models.replica import connection_to_read

from .engine import SearchRequest
from .entries import tag
from .expression import Expression, QuerySyntax
from .steps import IndexQuestion, Keys, Steps, answer_of, side_by_side

REACH = 3000
"""Matches up to which the newest are chosen by their dates alone."""
BOUND = 10_000
"""How many entries are looked at one by one, at most, for what their index cannot tell."""
FEW = 100
"""Keys of which it does not matter at the desk how new each is, where very many match."""
DAYS, WEEKS = 4, 4
"""How far back the newest of very many matches are looked for first."""


class DatabaseEngine:
    """What PostgreSQL and SQLite share.

    Neither index knows an order, so a word that stands everywhere is first looked for in the
    entries of the last days: they have their day, month and year as words.
    """

    keeps_itself = True
    signs: QuerySyntax

    def matching(
        self, said: Expression, beside: str, title: str, times: str
    ) -> tuple[str, list[Any]]:
        """What has entries that match, that are of some times and whose titles match: of each
        that is given.
        """
        raise NotImplementedError

    def rows(self, sql: str, values: Sequence[Any]) -> list[Any]:
        with connection_to_read().cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    def find(self, wanted: SearchRequest) -> list[int]:
        return self.find_each([wanted])[0]

    def find_each(self, wanted: Sequence[SearchRequest]) -> list[list[int]]:
        return answer_of(side_by_side([self.steps(one) for one in wanted]), self.answers)

    def answers(self, asked: Sequence[IndexQuestion]) -> list[Keys]:
        """What some questions find, asked as one."""
        parts = [f"SELECT {part} AS part, * FROM ({one.sql}) AS of_{part}"  # noqa: S608
                 for part, one in enumerate(asked)]  # fmt: skip
        values = [value for one in asked for value in one.values]
        found: list[list[tuple[int, int, int]]] = [[] for _ in asked]
        for part, *row in self.rows(" UNION ALL ".join(parts), values):
            found[part].append(tuple(row))
        return [
            Keys([pk for _place, pk, _number in sorted(some)], some[0][2] if some else 0)
            for some in found
        ]

    def steps(self, wanted: SearchRequest) -> Steps[list[int]]:
        """What is asked, one thing after the other, until the keys are known."""
        said = Expression(self.signs, wanted)
        if not said.whole():
            return []
        if wanted.in_title and wanted.is_among_few:
            (named,) = yield [self.keys(said, said.words(), "", wanted.most)]
            return named.keys
        if wanted.in_title:
            return (yield from self.newest(said, said.words()))[0]
        titles: list[int] = []
        if wanted.until is None and wanted.asked:
            # Nobody's dates come first at the desk, so that nothing is won by asking for one alone.
            both: list[Steps[Any]] = [self.newest(said), self.in_titles(said, together=True)]
            (found, is_all), titles = yield from side_by_side(both)
        else:
            found, is_all = yield from self.newest(said)
        if not wanted.asked or (is_all and not said.has_phrases):
            return found
        if wanted.until is not None:
            titles = yield from self.in_titles(said)
        return list(dict.fromkeys(titles + found))[: wanted.most]

    def in_titles(self, said: Expression, *, together: bool = False) -> Steps[list[int]]:
        """The keys of those with all words in their titles; where they are few, also of the newest
        with any.

        Args:
            together: ask for both at once.
        """
        some = said.wanted.most // 3
        all_words = self.newest(said, said.words(), some)
        any_word = self.any_in_title(said, some)
        if said.any_word() == said.words():
            return (yield from all_words)[0]
        more: list[int] = []
        if together:
            both: list[Steps[Any]] = [all_words, any_word]
            (titles, __), more = yield from side_by_side(both)
        else:
            titles, __ = yield from all_words
            if len(titles) < some:
                more = yield from any_word
        return titles if len(titles) >= some else titles + more

    def any_in_title(self, said: Expression, most: int) -> Steps[list[int]]:
        years = self.time(said, "year", "%Y")
        (named,) = yield [self.keys(said, said.any_word(), years, most)]
        return named.keys

    def newest(
        self, said: Expression, title: str = "", most: int = 0
    ) -> Steps[tuple[list[int], bool]]:
        """The keys of the newest that match, and whether those are all that do.

        The commonest words have enough in the last days, and most words have not too many at all.
        """
        most = most or said.wanted.most
        if said.wanted.until:
            # Few of the words are in titles.
            name, written = ("month", "%Y%m") if title else ("day", "%Y%m%d")
            (recent,) = yield [self.keys(said, title, self.time(said, name, written), most)]
            if len(recent.keys) == most:
                return recent.keys, False
        reach = self.keys(said, title, "", most, among=REACH)
        month, year = self.time(said, "month", "%Y%m"), self.time(said, "year", "%Y")
        if said.wanted.until is None:
            # Of few that are wanted, the rest may be of any year.
            further = [self.keys(said, title, year, most, REACH)] if most > FEW else []
            reached, *spans = yield [reach, self.keys(said, title, month, most), *further]
            if reached.number < REACH:
                return reached.keys, reached.number <= most
            newest = [pk for one in (*spans, reached) for pk in one.keys]
            return list(dict.fromkeys(newest))[:most], False
        (reached,) = yield [reach]
        if reached.number < REACH:
            return reached.keys, reached.number <= most
        for times in (month, year):
            (recent,) = yield [self.keys(said, title, times, most)]
            if len(recent.keys) == most:
                break
        return list(dict.fromkeys(recent.keys + reached.keys))[:most], False

    def keys(
        self, said: Expression, title: str, times: str, most: int, among: int = 0
    ) -> IndexQuestion:
        """The question for the keys of entries that match within some times, the newest first.

        Args:
            among: of so many that match, whichever they are; else of all.
        """
        beside = said.beside_words() if title == said.words() else said.whole()
        match, values = self.matching(said, beside, title, times)
        conditions, more = self.conditions(said.wanted)
        order = self.order(said.wanted)
        sql = f"""
            SELECT place, id, number FROM (
                SELECT id, row_number() OVER ({order}) AS place, count(*) OVER () AS number FROM (
                    SELECT entry.id, entry.visible_from FROM {match} AND {conditions}
                    {"" if among else order} LIMIT %s
                ) AS matching
            ) AS found WHERE place <= %s
        """  # noqa: S608 - the parts are ours; what is typed goes in as values
        return IndexQuestion(sql, [*values, *more, among or most, most])

    def order(self, wanted: SearchRequest) -> str:
        """The newest first. The desk is nearer to what is not out yet."""
        return f"ORDER BY visible_from DESC NULLS {'LAST' if wanted.until else 'FIRST'}, id DESC"

    def time(self, said: Expression, name: str, written: str) -> str:
        """The last few days, or the months or years that they and the last weeks are of."""
        last = timezone.localtime(said.wanted.until)
        back = range(DAYS) if name == "day" else (0, WEEKS * 7 if name == "month" else 365)
        found = {f"{last - timedelta(days=days):{written}}" for days in back}
        return said.any_of(said.tag(tag(name, one)) for one in sorted(found))

    def write(self, entries: Sequence[SearchEntry]) -> None:
        """Have the triggers do again what they did when the entries were written."""
        SearchEntry.objects.filter(pk__in=[one.pk for one in entries]).update(tags=F("tags"))

    def remove(self, keys: Sequence[int]) -> None:
        """The triggers have taken them out with their entries."""

    def digests(self, keys: Sequence[int]) -> dict[int, str]:
        rows = SearchEntry.objects.filter(pk__in=keys)
        return dict(rows.values_list("pk", "digest"))

    def faults(self) -> Iterator[str]:
        raise NotImplementedError

    def mend(self) -> None:
        raise NotImplementedError

    hidden = ""
    """What is put behind a column that is to be out of the sight of its index."""

    def conditions(self, wanted: SearchRequest) -> tuple[str, list[Any]]:
        marks = ", ".join(["%s"] * len(wanted.kinds))
        hidden = "" if wanted.is_among_few else self.hidden
        sql = f"(entry.language{hidden}) = %s AND (entry.kind{hidden}) IN ({marks})"
        values: list[Any] = [wanted.language, *wanted.kinds]
        if wanted.until:
            sql, values = f"{sql} AND entry.visible_from <= %s", [*values, wanted.until]
        if wanted.since:
            sql, values = f"{sql} AND entry.visible_from >= %s", [*values, wanted.since]
        return sql, values


class PostgreSQL(DatabaseEngine):
    """``tsvector`` with the ``simple`` configuration, GIN; headings have their times."""

    signs = QuerySyntax(" & ", " | ", "({} & !{})", " <-> ", "({})", "({}:*)")
    others = ("enable_seqscan", "enable_indexscan")
    """Other ways than by the text index. Its planner takes reading a text for as cheap as reading a
    number, and would read all texts in order where it expects to find some soon.
    """
    hidden = " || ''"
    """By the index of dates texts would be read one by one, where a word stands in most of them."""

    def matching(
        self, said: Expression, beside: str, title: str, times: str
    ) -> tuple[str, list[Any]]:
        """Phrases are looked for in the newest that have all their words, since each is read."""
        few = said.wanted.is_among_few
        where, values = self.where(beside, title, times, few)
        table = "articles_searchindex"
        if said.has_phrases and beside and not title and not few:
            conditions, more = self.conditions(said.wanted)
            near, also = self.where(said.loosely().whole(), "", times, few)
            table = f"""
                (SELECT * FROM {table} AS entry WHERE {near} AND {conditions}
                {self.order(said.wanted)} LIMIT %s)
            """  # noqa: S608
            return f"{table} AS entry WHERE {where}", [*also, *more, BOUND, *values]
        return f"{table} AS entry WHERE {where}", values

    def where(self, beside: str, title: str, times: str, few: bool) -> tuple[str, list[Any]]:
        both = self.signs.both
        asked = {"entry.heading": title, "entry.document": beside}
        first = "entry.heading" if title else "entry.document"
        asked[first] = both.join(part for part in (asked[first], times) if part)
        asked = {column: value for column, value in asked.items() if value}
        # Out of the index's sight: the few are sooner read than all that have a common word.
        hidden = " || ''::tsvector" if few else ""
        matches = [f"({column}{hidden}) @@ to_tsquery('simple', %s)" for column in asked]
        return " AND ".join(matches), list(asked.values())

    def rows(self, sql: str, values: Sequence[Any]) -> list[Any]:
        """In one message, which is one transaction; after it the settings are as before."""
        off = " ".join(f"SET LOCAL {name} = off;" for name in self.others)
        on = "".join(f"; SET LOCAL {name} TO DEFAULT" for name in self.others)
        with connection_to_read().cursor() as cursor:
            cursor.execute(f"{off} {sql} {on}", values)
            for __ in self.others:
                cursor.nextset()
            return cursor.fetchall()

    def digests(self, keys: Sequence[int]) -> dict[int, str]:
        sql = """
            SELECT entry.id, entry.digest FROM articles_searchentry AS entry
            JOIN articles_searchindex AS has USING (id)
            JOIN articles_searchindex_wanted AS wanted USING (id)
            WHERE id = ANY(%s) AND
                (has.language, has.kind, has.heading, has.document) =
                (wanted.language, wanted.kind, wanted.heading, wanted.document)
                AND has.visible_from IS NOT DISTINCT FROM wanted.visible_from
        """
        with connection.cursor() as cursor:
            cursor.execute(sql, [list(keys)])
            return dict(cursor.fetchall())

    left_over = """
        FROM articles_searchindex AS has
        WHERE NOT EXISTS (SELECT FROM articles_searchentry AS entry WHERE entry.id = has.id)
    """

    def faults(self) -> Iterator[str]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id {self.left_over}")
            yield from (f"gone: {pk}" for (pk,) in cursor.fetchall())

    def mend(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE {self.left_over}")


class SQLite(DatabaseEngine):
    """FTS5. What is not ordered by date comes as it was written, the last first."""

    signs = QuerySyntax(" AND ", " OR ", "({} NOT {})", " ", '"{}"', '"{}" *')

    def matching(
        self, said: Expression, beside: str, title: str, times: str
    ) -> tuple[str, list[Any]]:
        asked = [f"(title : ({title}))" if title else "", beside, times]
        sql = """
            (SELECT rowid FROM articles_searchindex WHERE articles_searchindex MATCH %s
            ORDER BY rowid DESC LIMIT -1) AS found
            CROSS JOIN articles_searchentry AS entry ON entry.id = found.rowid WHERE true
        """
        return sql, [" AND ".join(part for part in asked if part)]

    def faults(self) -> Iterator[str]:
        if not self.is_sound():
            yield "articles_searchindex"

    def mend(self) -> None:
        if not self.is_sound():
            self.command("(articles_searchindex) VALUES ('rebuild')")

    def is_sound(self) -> bool:
        """Whether the index says what the entries say, each word of them."""
        try:
            with transaction.atomic():
                self.command("(articles_searchindex, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            return False
        return True

    def command(self, written: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO articles_searchindex {written}")
