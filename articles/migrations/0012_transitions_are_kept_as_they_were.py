"""Triggers: what is on record of a move does not change. Accounts may go; their names then do."""

from django.db import migrations

COLUMNS = [
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


def changed(differs):
    columns = " OR ".join(f"NEW.{column} {differs} OLD.{column}" for column in COLUMNS)
    author = f"NEW.made_by_id {differs} OLD.made_by_id AND NEW.made_by_id IS NOT NULL"
    return f"{columns} OR ({author})"


SQLITE = [
    f"""
    CREATE TRIGGER transition_is_kept BEFORE UPDATE ON articles_transition
    WHEN {changed("IS NOT")}
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """
]
SQLITE_REVERSE = ["DROP TRIGGER transition_is_kept"]

POSTGRESQL = [
    f"""
    CREATE FUNCTION transition_is_kept() RETURNS trigger AS $$
    BEGIN
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
    END
    $$ LANGUAGE plpgsql
    """,
    f"""
    CREATE TRIGGER transition_is_kept BEFORE UPDATE ON articles_transition
    FOR EACH ROW WHEN ({changed("IS DISTINCT FROM")})
    EXECUTE FUNCTION transition_is_kept()
    """,
]
POSTGRESQL_REVERSE = [
    "DROP TRIGGER transition_is_kept ON articles_transition",
    "DROP FUNCTION transition_is_kept()",
]


def run(by_vendor):
    def operation(apps, schema_editor):
        for statement in by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return operation


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_rights_by_author_state_and_language")]

    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": SQLITE_REVERSE, "postgresql": POSTGRESQL_REVERSE}),
        )
    ]
