"""What PostgreSQL's search index should have, as a view: it can be compared with what it has."""

from importlib import import_module

from django.db import migrations

narrow = import_module("articles.migrations.0023_search_index_is_narrow")
VIEW = "articles_searchindex_wanted"


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        columns = "id, language, kind, visible_from, heading, document"
        wanted = f"SELECT {narrow.VALUES} FROM {narrow.TABLE}"  # noqa: S608
        schema_editor.execute(f"CREATE VIEW {VIEW} ({columns}) AS {wanted}", params=None)


def undo(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP VIEW {VIEW}")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0024_many_entries_are_indexed_at_once"),
    ]

    operations = [migrations.RunPython(make, undo)]
