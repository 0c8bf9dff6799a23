"""A database of an older version is brought to this one: nothing is lost, nothing done by halves."""

import gzip
import re
import sqlite3
from pathlib import Path

import psycopg
from django.db import connection

from articles.migrations import SQUASHED
from tests.scratch import ROOT, database, empty_database, run

__all__ = ["database"]

DUMPS = Path(__file__).parent / "dumps"
"""Filled databases of November 2026, when there were thirty-three migrations."""

SCHEMA = """
    SELECT 'column', table_name || '.' || column_name,
        concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default)
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL
    SELECT 'constraint', conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT 'function', proname, pg_get_functiondef(oid)
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'view', viewname, definition FROM pg_views WHERE schemaname = 'public'
"""
HISTORY = ("django_migrations", "sqlite_sequence", "auth_permission", "django_content_type")
"""Tables in which a migration may leave something."""


class Database:
    """A database, and what is in it now."""

    def __init__(self, address):
        self.address = address
        self.file = address.removeprefix("sqlite:///") if connection.vendor == "sqlite" else ""

    def ask(self, sql):
        with sqlite3.connect(self.file) if self.file else psycopg.connect(self.address) as asked:
            cursor = asked.execute(sql)
            found = cursor.fetchall() if cursor.description else []
        asked.close()
        return found

    def tables(self):
        sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        if self.file:
            sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
        return sorted(name for (name,) in self.ask(sql))

    def columns(self):
        """The columns of each table; what migrating itself writes is left out."""
        return {
            table: self.columns_of(table)
            for table in self.tables()
            if table not in HISTORY and "searchindex_" not in table
        }

    def columns_of(self, table):
        sql = f"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'"  # noqa: S608
        if self.file:
            sql = f"SELECT name FROM pragma_table_info('{table}')"  # noqa: S608
        return sorted(name for (name,) in self.ask(sql))

    def rows(self, columns):
        """All that is in some columns of each table."""
        found = {}
        for table, names in columns.items():
            quoted = ", ".join(f'"{name}"' for name in names)
            asked = self.ask(f'SELECT {quoted} FROM "{table}"')  # noqa: S608
            found[table] = sorted(map(repr, asked))
        return found

    def schema(self):
        """Tables, columns, constraints, indexes, triggers and functions, in no order."""
        if not self.file:
            return {
                (kind, name): plain(what).replace(",", " ").split()
                for kind, name, what in self.ask(SCHEMA)
            }
        made = self.ask("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            (kind, name): sorted(one.strip() for one in plain(what).split(","))
            for kind, name, what in made
        }


class Old(Database):
    """One that was dumped."""

    def __init__(self, address):
        super().__init__(address)
        if self.file:
            dump = (DUMPS / "november_2026.sqlite3.gz").read_bytes()
            Path(self.file).write_bytes(gzip.decompress(dump))
        else:
            with gzip.open(DUMPS / "november_2026.sql.gz", "rt", encoding="utf-8") as dump:
                self.ask(dump.read())


def plain(definition):
    """A definition without its layout, its casts, and what is before its columns."""
    bare = re.sub(r"^CREATE TABLE \S+ |::(?:character varying|text)(?:\[\])?", "", definition)
    return re.sub(r"[\s()\[\]]+", " ", bare)


GRANTED = "auth_group_permissions"


def test_a_filled_database_of_november_2026_has_all_it_had_and_the_tables_of_a_new_one(
    tmp_path_factory, django_db_blocker, database
):
    # One test: to bring it to today takes ten seconds, and would be done anew for each of two.
    with empty_database(tmp_path_factory.mktemp("old"), django_db_blocker) as address:
        old = Old(address)
        columns = old.columns()
        before = old.rows(columns)
        done = run(ROOT, address, "manage.py", "migrate")
        assert done.returncode == 0, done.stderr
        it_has_all_it_had(old, columns, before)
        it_has_the_tables_and_promises_of_a_new_one(old, database)


def it_has_all_it_had(old, columns, before):
    assert len(before["articles_article"]) == 2
    after = old.rows(columns)
    # Roles may have been given what is new.
    assert {*before[GRANTED]} <= {*after[GRANTED]}
    assert after | {GRANTED: ()} == before | {GRANTED: ()}
    assert run(ROOT, old.address, "manage.py", "migrate", "--check").returncode == 0


def it_has_the_tables_and_promises_of_a_new_one(old, new):
    schema = old.schema()
    made = run(ROOT, new, "manage.py", "migrate")
    assert made.returncode == 0, made.stderr
    assert ("trigger", "transition_is_kept") in schema
    assert schema == Database(new).schema()


def test_one_that_was_interrupted_in_the_middle_is_told_where_and_left_as_it_is(database):
    old, last = Old(database), SQUASHED[-1]
    old.ask(f"DELETE FROM django_migrations WHERE name = '{last}'")  # noqa: S608
    before = old.rows(old.columns()), old.schema()
    for command in ("migrate", "prepare"):
        done = run(ROOT, old.address, "manage.py", command)
        assert done.returncode != 0
        assert last in done.stderr
        assert "Traceback" not in done.stderr
        assert (old.rows(old.columns()), old.schema()) == before
