"""What no constraint of one row can promise, as triggers.

- Nothing is part of a part of itself. On PostgreSQL each row that is given a parent waits for the
  others: two at once could else close a circle, for neither sees what the other has not committed.
  SQLite has one writer at a time.
- What is on record of a move does not change. Accounts may go; their names then do.

SQLite makes a table anew to change a column, and forgets its triggers: a migration that does so to
one of these tables runs ``set_again`` after it.
"""

from django.db import migrations

from . import OLD_PROMISES

PARTS = ("event", "organization")
RECORDED = [
    "article_id",
    "language",
    "from_status",
    "to_status",
    "made_at",
    "note",
    "key",
    "created_at",
    "updated_at",
]
MESSAGE = "a transition is kept as it was written"


def ancestors(kind):
    return f"""
        WITH RECURSIVE ancestor(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT above.parent_id FROM articles_{kind} AS above
            JOIN ancestor ON above.id = ancestor.id
            WHERE above.parent_id IS NOT NULL
        )
        SELECT 1 FROM ancestor WHERE id = NEW.id
    """  # noqa: S608 - the kinds are ours


def is_changed(differs):
    columns = " OR ".join(f"NEW.{column} {differs} OLD.{column}" for column in RECORDED)
    author = f"NEW.made_by_id {differs} OLD.made_by_id AND NEW.made_by_id IS NOT NULL"
    return f"{columns} OR ({author}) OR NEW.effective_at {differs} OLD.effective_at"


def sqlite():
    """Names of SQLite's triggers, each with what it does."""
    for kind in PARTS:
        promise = f"{kind}_is_not_its_own_ancestor"
        for name, verb in (("insert", "INSERT"), ("update", "UPDATE OF parent_id")):
            yield (
                f"{promise}_{name}",
                f"""
                BEFORE {verb} ON articles_{kind}
                WHEN NEW.parent_id IS NOT NULL AND EXISTS ({ancestors(kind)})
                BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: {promise}'); END
                """,
            )
    yield (
        "transition_is_kept",
        f"""
        BEFORE UPDATE ON articles_transition WHEN {is_changed("IS NOT")}
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
        """,
    )


def postgresql():
    """Names of PostgreSQL's triggers, each with its table, when it acts, and its function."""
    for kind in PARTS:
        promise = f"{kind}_is_not_its_own_ancestor"
        yield (
            promise,
            f"articles_{kind}",
            f"BEFORE INSERT OR UPDATE OF parent_id ON articles_{kind} FOR EACH ROW",
            f"""
            IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
            PERFORM pg_advisory_xact_lock(hashtext('articles_{kind}.parent_id'));
            IF EXISTS ({ancestors(kind)}) THEN
                RAISE EXCEPTION '{promise}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
            """,
        )
    yield (
        "transition_is_kept",
        "articles_transition",
        f"BEFORE UPDATE ON articles_transition FOR EACH ROW WHEN ({is_changed('IS DISTINCT FROM')})",
        f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';",
    )


def set_again(apps, schema_editor):
    """Make the triggers, whether or not they are there."""
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        for name, what in sqlite():
            run(f"DROP TRIGGER IF EXISTS {name}")
            run(f"CREATE TRIGGER {name} {what}", params=None)
        return
    for name, _table, when, body in postgresql():
        run(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN {body} END $$ "
            "LANGUAGE plpgsql",
            params=None,
        )
        run(f"CREATE OR REPLACE TRIGGER {name} {when} EXECUTE FUNCTION {name}()", params=None)


def take_away(apps, schema_editor):
    run = schema_editor.execute
    if schema_editor.connection.vendor == "sqlite":
        for name, _what in sqlite():
            run(f"DROP TRIGGER IF EXISTS {name}")
        return
    for name, table, _when, _body in postgresql():
        run(f"DROP TRIGGER {name} ON {table}")
        run(f"DROP FUNCTION {name}()")


class Migration(migrations.Migration):
    replaces = [("articles", name) for name in OLD_PROMISES]

    dependencies = [("articles", "0001_tables")]

    operations = [migrations.RunPython(set_again, take_away)]
