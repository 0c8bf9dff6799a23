"""The text index that each database keeps over the entries of the search.

SQLite's is FTS5 over the entries' own table. PostgreSQL's is a table of its own: a search looks at
the dates of thousands of entries that match, and in the wide table of the entries each would be on a
page of its own, read from outside the server's memory. Triggers keep both up.

A migration that alters ``articles_searchentry`` on SQLite has it made anew, without its triggers:
such a one runs ``undo`` before and ``make`` after.
"""

from django.db import migrations

from . import OLD_INDEX

TABLE, INDEX = "articles_searchentry", "articles_searchindex"
WANTED = "articles_searchindex_wanted"

COLUMNS = ("title", "lead", "body", "stems", "tags")
NAMES = ", ".join(COLUMNS)
NEW = ", ".join(f"new.{name}" for name in COLUMNS)
OLD = ", ".join(f"old.{name}" for name in COLUMNS)
ADD = f"INSERT INTO {INDEX} (rowid, {NAMES}) VALUES (new.id, {NEW});"
TAKE = f"INSERT INTO {INDEX} ({INDEX}, rowid, {NAMES}) VALUES ('delete', old.id, {OLD});"
SQLITE = [
    f"""
    CREATE VIRTUAL TABLE {INDEX} USING fts5(
        {NAMES}, content='{TABLE}', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0"
    )
    """,
    f"CREATE TRIGGER search_entry_is_added AFTER INSERT ON {TABLE} BEGIN {ADD} END",
    f"CREATE TRIGGER search_entry_is_taken AFTER DELETE ON {TABLE} BEGIN {TAKE} END",
    f"""
    CREATE TRIGGER search_entry_is_changed AFTER UPDATE OF {NAMES} ON {TABLE}
    BEGIN {TAKE} {ADD} END
    """,
    # Whoever went back before this one and comes again has entries already.
    f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')",
]
SQLITE_REVERSE = [
    "DROP TRIGGER search_entry_is_added",
    "DROP TRIGGER search_entry_is_taken",
    "DROP TRIGGER search_entry_is_changed",
    f"DROP TABLE {INDEX}",
]

WEIGHTS = {"title": "A", "lead": "B", "body": "D"}
# Of stems and tags nobody asks the order, and they need not be parsed, which takes longest.
DOCUMENT = " || ".join(
    [
        *(
            f"setweight(to_tsvector('simple', {name}), '{weight}')"
            for name, weight in WEIGHTS.items()
        ),
        *(f"array_to_tsvector(string_to_array({name}, ' '))" for name in ("stems", "tags")),
    ]
)
# Titles have their days beside them, so that one index answers for both.
TIMES = ", ".join(rf"substring(tags from 'x{name}\d+x')" for name in ("year", "month", "day"))
HEADING = f"to_tsvector('simple', concat_ws(' ', title, {TIMES}))"
INDEXED = "id, language, kind, visible_from, heading, document"
VALUES = f"id, language, kind, visible_from, {HEADING}, {DOCUMENT}"
GIN_INDEXES = {"searchindex_document": "document", "searchindex_heading": "heading"}
MANY = 100
# What is written waits in a list that every search reads, and goes into the index once the list is
# long. A short list suits readers, and doubles the work of indexing an archive: a statement that
# writes many entries lets the list grow, and empties it before it ends. Only its owner may empty the
# list of an index, whoever writes.
ARE_INDEXED = f"""
    CREATE OR REPLACE FUNCTION search_entries_are_indexed() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT SET gin_pending_list_limit = '256kB' AS $$
    DECLARE
        many boolean := count(*) > {MANY} FROM written;
    BEGIN
        IF many THEN
            SET LOCAL gin_pending_list_limit = '64MB';
        END IF;
        INSERT INTO {INDEX} ({INDEXED})
        SELECT {VALUES} FROM written
        ON CONFLICT (id) DO UPDATE SET
            language = excluded.language, kind = excluded.kind,
            visible_from = excluded.visible_from,
            heading = excluded.heading, document = excluded.document;
        IF many THEN
            PERFORM gin_clean_pending_list(indexrelid)
            FROM pg_index
            JOIN pg_class ON pg_class.oid = indexrelid
            JOIN pg_am ON pg_am.oid = relam
            WHERE indrelid = '{INDEX}'::regclass AND amname = 'gin' AND indisvalid;
        END IF;
        RETURN NULL;
    END $$
"""
ARE_TAKEN = f"""
    CREATE OR REPLACE FUNCTION search_entries_are_taken() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            TRUNCATE {INDEX};
        ELSE
            DELETE FROM {INDEX} WHERE id IN (SELECT id FROM taken);
        END IF;
        RETURN NULL;
    END $$
"""
TRIGGERS = {
    "search_entries_are_added": ("INSERT", "REFERENCING NEW TABLE AS written", "indexed"),
    "search_entries_are_changed": ("UPDATE", "REFERENCING NEW TABLE AS written", "indexed"),
    "search_entries_are_removed": ("DELETE", "REFERENCING OLD TABLE AS taken", "taken"),
    "search_entries_are_emptied": ("TRUNCATE", "", "taken"),
}
POSTGRESQL = [
    # Long values stand beside the table, so that a row is a hundred bytes.
    f"""
    CREATE TABLE {INDEX} (
        id bigint PRIMARY KEY, language varchar(10) NOT NULL, kind varchar(20) NOT NULL,
        visible_from timestamptz, heading tsvector NOT NULL, document tsvector NOT NULL
    ) WITH (toast_tuple_target = 128)
    """,
    ARE_INDEXED,
    ARE_TAKEN,
    *(
        f"CREATE TRIGGER {name} AFTER {verb} ON {TABLE} {rows} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION search_entries_are_{what}()"
        for name, (verb, rows, what) in TRIGGERS.items()
    ),
    # Whoever went back before this one and comes again has entries already.
    f"INSERT INTO {INDEX} ({INDEXED}) SELECT {VALUES} FROM {TABLE}",
    *(f"CREATE INDEX {name} ON {INDEX} USING gin ({one})" for name, one in GIN_INDEXES.items()),
    f"CREATE INDEX searchindex_by_date ON {INDEX} (language, kind, visible_from DESC)",
    # What the index should have: it can be compared with what it has.
    f"CREATE VIEW {WANTED} ({INDEXED}) AS SELECT {VALUES} FROM {TABLE}",
]
POSTGRESQL_REVERSE = [
    f"DROP VIEW {WANTED}",
    *(f"DROP TRIGGER {name} ON {TABLE}" for name in TRIGGERS),
    "DROP FUNCTION search_entries_are_indexed(), search_entries_are_taken()",
    f"DROP TABLE {INDEX}",
]


def run(by_vendor):
    def operation(apps, schema_editor):
        for statement in by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return operation


class Migration(migrations.Migration):
    replaces = [("articles", name) for name in OLD_INDEX]

    dependencies = [("articles", "0002_promises")]

    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": SQLITE_REVERSE, "postgresql": POSTGRESQL_REVERSE}),
        )
    ]
