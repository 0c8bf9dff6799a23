"""Triggers: no event is part of a part of itself. A check constraint sees one row only."""

from django.db import migrations

ANCESTORS = """
    WITH RECURSIVE ancestor(id) AS (
        SELECT NEW.parent_id
        UNION
        SELECT event.parent_id FROM articles_event AS event
        JOIN ancestor ON event.id = ancestor.id
        WHERE event.parent_id IS NOT NULL
    )
    SELECT 1 FROM ancestor WHERE id = NEW.id
"""

SQLITE = [
    f"""
    CREATE TRIGGER event_is_not_its_own_ancestor_{verb.split()[0].lower()}
    BEFORE {verb} ON articles_event
    WHEN NEW.parent_id IS NOT NULL AND EXISTS ({ANCESTORS})
    BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: event_is_not_its_own_ancestor'); END
    """
    for verb in ("INSERT", "UPDATE OF parent_id")
]
SQLITE_REVERSE = [
    f"DROP TRIGGER event_is_not_its_own_ancestor_{verb}" for verb in ("insert", "update")
]

POSTGRESQL = [
    f"""
    CREATE FUNCTION event_is_not_its_own_ancestor() RETURNS trigger AS $$
    BEGIN
        IF NEW.parent_id IS NOT NULL AND EXISTS ({ANCESTORS}) THEN
            RAISE EXCEPTION 'event_is_not_its_own_ancestor' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END
    $$ LANGUAGE plpgsql
    """,
    """
    CREATE TRIGGER event_is_not_its_own_ancestor
    BEFORE INSERT OR UPDATE OF parent_id ON articles_event
    FOR EACH ROW EXECUTE FUNCTION event_is_not_its_own_ancestor()
    """,
]
POSTGRESQL_REVERSE = [
    "DROP TRIGGER event_is_not_its_own_ancestor ON articles_event",
    "DROP FUNCTION event_is_not_its_own_ancestor()",
]


def run(by_vendor):
    def operation(apps, schema_editor):
        for statement in by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return operation


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_newsroom")]

    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": SQLITE_REVERSE, "postgresql": POSTGRESQL_REVERSE}),
        )
    ]
