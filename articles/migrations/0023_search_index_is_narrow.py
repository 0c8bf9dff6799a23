"""PostgreSQL's text index in a table of its own, as SQLite's is: its rows stay in memory.

A search looks at the dates of thousands of entries that match. In the wide table of the entries
each is on a page of its own, which was read from outside the server's memory. Triggers keep the
new table up; titles have their days beside them, so that one index answers for both.

Written for a table in use: it may be interrupted and run again, and no step locks the entries for
longer than a batch, until their old columns go.
"""

from django.db import migrations

TABLE, INDEX = "articles_searchentry", "articles_searchindex"
BATCH = 5000
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
TIMES = ", ".join(rf"substring(tags from 'x{name}\d+x')" for name in ("year", "month", "day"))
HEADING = f"to_tsvector('simple', concat_ws(' ', title, {TIMES}))"
VALUES = f"id, language, kind, visible_from, {HEADING}, {DOCUMENT}"

FUNCTIONS = [
    f"""
    CREATE OR REPLACE FUNCTION search_entries_are_indexed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO {INDEX} (id, language, kind, visible_from, heading, document)
        SELECT {VALUES} FROM written
        ON CONFLICT (id) DO UPDATE SET
            language = excluded.language, kind = excluded.kind,
            visible_from = excluded.visible_from,
            heading = excluded.heading, document = excluded.document;
        RETURN NULL;
    END $$
    """,  # noqa: S608
    f"""
    CREATE OR REPLACE FUNCTION search_entries_are_taken() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            TRUNCATE {INDEX};
        ELSE
            DELETE FROM {INDEX} WHERE id IN (SELECT id FROM taken);
        END IF;
        RETURN NULL;
    END $$
    """,  # noqa: S608
]
TRIGGERS = {
    "search_entries_are_added": "AFTER INSERT ON {} REFERENCING NEW TABLE AS written "
    "FOR EACH STATEMENT EXECUTE FUNCTION search_entries_are_indexed()",
    "search_entries_are_changed": "AFTER UPDATE ON {} REFERENCING NEW TABLE AS written "
    "FOR EACH STATEMENT EXECUTE FUNCTION search_entries_are_indexed()",
    "search_entries_are_removed": "AFTER DELETE ON {} REFERENCING OLD TABLE AS taken "
    "FOR EACH STATEMENT EXECUTE FUNCTION search_entries_are_taken()",
    "search_entries_are_emptied": "AFTER TRUNCATE ON {} "
    "FOR EACH STATEMENT EXECUTE FUNCTION search_entries_are_taken()",
}
# What was written last waits in a list that every search reads: a short one.
GIN = "USING gin ({}) WITH (gin_pending_list_limit = 256)"
INDEXES = {
    "searchindex_document": GIN.format("document"),
    "searchindex_heading": GIN.format("heading"),
    "searchindex_by_date": "(language, kind, visible_from DESC)",
}


def make(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    run = schema_editor.execute
    # Long values stand beside the table, so that a row is a hundred bytes.
    run(f"""
        CREATE TABLE IF NOT EXISTS {INDEX} (
            id bigint PRIMARY KEY, language varchar(10) NOT NULL, kind varchar(20) NOT NULL,
            visible_from timestamptz, heading tsvector NOT NULL, document tsvector NOT NULL
        ) WITH (toast_tuple_target = 128)
    """)
    for function in FUNCTIONS:
        run(function, params=None)
    for name, trigger in TRIGGERS.items():
        run(f"CREATE OR REPLACE TRIGGER {name} {trigger.format(TABLE)}")
    fill(schema_editor)
    for name, index in INDEXES.items():
        # One that was interrupted is there and invalid.
        run(f"DROP INDEX IF EXISTS {name}")
        run(f"CREATE INDEX CONCURRENTLY {name} ON {INDEX} {index}")
    run(f"ANALYZE {INDEX}")
    for column in ("document", "heading"):
        run(f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS {column}")


def fill(schema_editor):
    """Index the entries there are; what is written meanwhile has been indexed by its trigger."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max(id), 0) FROM {TABLE}")  # noqa: S608
        (last,) = cursor.fetchone()
        for first in range(1, last + 1, BATCH):
            cursor.execute(
                f"INSERT INTO {INDEX} (id, language, kind, visible_from, heading, document) "  # noqa: S608
                f"SELECT {VALUES} FROM {TABLE} WHERE id >= {first} AND id < {first + BATCH} "
                "FOR SHARE ON CONFLICT DO NOTHING"
            )


def undo(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    run = schema_editor.execute
    document = DOCUMENT.replace("'simple'", "'simple'::regconfig")
    run(f"ALTER TABLE {TABLE} ADD document tsvector GENERATED ALWAYS AS ({document}) STORED")
    run(
        f"ALTER TABLE {TABLE} ADD heading tsvector "
        "GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title)) STORED"
    )
    for name in ("document", "heading"):
        run(f"CREATE INDEX CONCURRENTLY search_{name} ON {TABLE} USING gin ({name})")
    for name in TRIGGERS:
        run(f"DROP TRIGGER {name} ON {TABLE}")
    run("DROP FUNCTION search_entries_are_indexed(), search_entries_are_taken()")
    run(f"DROP TABLE {INDEX}")


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("articles", "0022_translation_memory"),
    ]

    operations = [migrations.RunPython(make, undo)]
