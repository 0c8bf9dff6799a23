"""Many entries written by one statement go into PostgreSQL's text indexes together.

What is written waits in a list that every search reads, and goes into the index once the list is
long. A short list suits readers, and doubles the work of indexing an archive. So a statement that
writes many entries lets the list grow, and empties it before it ends.
"""

from importlib import import_module

from django.db import migrations

before = import_module("articles.migrations.0023_search_index_is_narrow")
GIN_INDEXES = [name for name, index in before.INDEXES.items() if "gin" in index]
MANY = 100
# Only its owner may empty the list of an index, whoever writes. Who loads an archive may have
# dropped the indexes for the while.
FUNCTION = f"""
    CREATE OR REPLACE FUNCTION search_entries_are_indexed() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT SET gin_pending_list_limit = '256kB' AS $$
    DECLARE
        many boolean := count(*) > {MANY} FROM written;
    BEGIN
        IF many THEN
            SET LOCAL gin_pending_list_limit = '64MB';
        END IF;
        INSERT INTO {before.INDEX} (id, language, kind, visible_from, heading, document)
        SELECT {before.VALUES} FROM written
        ON CONFLICT (id) DO UPDATE SET
            language = excluded.language, kind = excluded.kind,
            visible_from = excluded.visible_from,
            heading = excluded.heading, document = excluded.document;
        IF many THEN
            PERFORM gin_clean_pending_list(indexrelid)
            FROM pg_index
            JOIN pg_class ON pg_class.oid = indexrelid
            JOIN pg_am ON pg_am.oid = relam
            WHERE indrelid = '{before.INDEX}'::regclass AND amname = 'gin' AND indisvalid;
        END IF;
        RETURN NULL;
    END $$
"""  # noqa: S608


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTION, params=None)
        for name in GIN_INDEXES:
            # The index's own limit would go before the function's.
            schema_editor.execute(f"ALTER INDEX {name} RESET (gin_pending_list_limit)")


def undo(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in GIN_INDEXES:
            schema_editor.execute(f"ALTER INDEX {name} SET (gin_pending_list_limit = 256)")
        schema_editor.execute(before.FUNCTIONS[0], params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0023_search_index_is_narrow"),
    ]

    operations = [migrations.RunPython(make, undo)]
