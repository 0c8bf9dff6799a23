from importlib import import_module

from django.db import migrations, models

LANGUAGES = ("fr", "ar")
NAMED = ("Speaker", "Organization", "Source", "Topic")


def keep_public_what_readers_have(apps, schema_editor):
    """Until now whatever was saved was public; readers keep what they found."""
    for name in NAMED:
        apps.get_model("articles", name)._base_manager.update(is_listed=True)
    public = {f"visibility_{code}": "public" for code in LANGUAGES}
    apps.get_model("articles", "Event")._base_manager.update(**public)


def set_triggers_again(apps, schema_editor):
    """SQLite makes a table anew to give it a column, and forgets its triggers."""
    triggers = import_module("articles.migrations.0002_event_is_not_its_own_ancestor")
    if schema_editor.connection.vendor == "sqlite":
        for statement in triggers.SQLITE_REVERSE:
            schema_editor.execute(statement.replace("TRIGGER", "TRIGGER IF EXISTS"))
        for statement in triggers.SQLITE:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0025_search_index_can_be_compared"),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, set_triggers_again),
        migrations.AddField(
            model_name="event",
            name="embargoed_until",
            field=models.DateTimeField(
                blank=True,
                help_text="No reader hears of it before.",
                null=True,
                verbose_name="embargoed until",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="visibility",
            field=models.CharField(
                choices=[
                    ("automatic", "public with what covers it"),
                    ("public", "public"),
                    ("hidden", "not public"),
                ],
                db_default="automatic",
                default="automatic",
                help_text="Readers find its page, or only while a published article is about it.",
                max_length=10,
                verbose_name="visibility",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="visibility_ar",
            field=models.CharField(
                choices=[
                    ("automatic", "public with what covers it"),
                    ("public", "public"),
                    ("hidden", "not public"),
                ],
                db_default="automatic",
                default="automatic",
                help_text="Readers find its page, or only while a published article is about it.",
                max_length=10,
                null=True,
                verbose_name="visibility",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="visibility_fr",
            field=models.CharField(
                choices=[
                    ("automatic", "public with what covers it"),
                    ("public", "public"),
                    ("hidden", "not public"),
                ],
                db_default="automatic",
                default="automatic",
                help_text="Readers find its page, or only while a published article is about it.",
                max_length=10,
                null=True,
                verbose_name="visibility",
            ),
        ),
        migrations.AddField(
            model_name="organization",
            name="is_listed",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                verbose_name="public by itself",
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="is_listed",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                verbose_name="public by itself",
            ),
        ),
        migrations.AddField(
            model_name="speaker",
            name="is_listed",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                verbose_name="public by itself",
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="is_listed",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Readers find its page even where nothing published names it. Otherwise it is public while a published text names it.",
                verbose_name="public by itself",
            ),
        ),
        migrations.RunPython(keep_public_what_readers_have, migrations.RunPython.noop),
        migrations.RunPython(set_triggers_again, migrations.RunPython.noop),
    ]
