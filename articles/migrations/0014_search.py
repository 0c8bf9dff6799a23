"""The search's tables, and the full text index that each database keeps over the entries.

A later migration that alters ``articles_searchentry`` on SQLite has it made anew, without its
triggers: such a migration must run ``SQLITE_REVERSE`` before and ``SQLITE`` after.
"""

from django.db import migrations, models

COLUMNS = ("title", "lead", "body", "stems", "tags")
TABLE, INDEX = "articles_searchentry", "articles_searchindex"
NEW = ", ".join(f"new.{name}" for name in COLUMNS)
OLD = ", ".join(f"old.{name}" for name in COLUMNS)
NAMES = ", ".join(COLUMNS)
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
]
SQLITE_REVERSE = [
    "DROP TRIGGER search_entry_is_added",
    "DROP TRIGGER search_entry_is_taken",
    "DROP TRIGGER search_entry_is_changed",
    f"DROP TABLE {INDEX}",
]
WEIGHTS = {"title": "A", "lead": "B", "body": "D", "stems": "D", "tags": "C"}
DOCUMENT = " || ".join(
    f"setweight(to_tsvector('simple'::regconfig, {name}), '{weight}')"
    for name, weight in WEIGHTS.items()
)
POSTGRESQL = [
    f"ALTER TABLE {TABLE} ADD COLUMN document tsvector GENERATED ALWAYS AS ({DOCUMENT}) STORED",
    f"""
    ALTER TABLE {TABLE} ADD COLUMN heading tsvector
    GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title)) STORED
    """,
    f"CREATE INDEX search_document ON {TABLE} USING gin (document)",
    f"CREATE INDEX search_heading ON {TABLE} USING gin (heading)",
]
POSTGRESQL_REVERSE = [
    f"ALTER TABLE {TABLE} DROP COLUMN document",
    f"ALTER TABLE {TABLE} DROP COLUMN heading",
]


def run(by_vendor):
    def operation(apps, schema_editor):
        for statement in by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return operation


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_credits_in_each_language"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=64, unique=True)),
                ("written", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("record_id", models.PositiveBigIntegerField()),
                (
                    "language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")], max_length=10
                    ),
                ),
                ("label", models.CharField(max_length=300)),
                ("visible_from", models.DateTimeField(null=True)),
                ("title", models.TextField()),
                ("lead", models.TextField()),
                ("body", models.TextField()),
                ("stems", models.TextField()),
                ("tags", models.TextField()),
                ("digest", models.CharField(max_length=32)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["language", "kind", "-visible_from"], name="search_by_date"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record_id", "language"),
                        name="record_has_one_entry_per_language",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("record_id", models.PositiveBigIntegerField()),
                ("key", models.CharField(db_index=True, max_length=300)),
                ("words", models.CharField(max_length=600)),
                ("is_whole", models.BooleanField(default=True)),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "record_id"], name="search_names_of")],
            },
        ),
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": SQLITE_REVERSE, "postgresql": POSTGRESQL_REVERSE}),
        ),
    ]
