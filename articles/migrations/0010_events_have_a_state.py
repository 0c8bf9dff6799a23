"""Events are postponed, cancelled or moved, with a note for the readers of each language."""

from importlib import import_module

from django.db import migrations, models

# SQLite builds the table anew, and loses what keeps an event from being its own ancestor.
set_again = import_module("articles.migrations.0002_promises").set_again
NOTE = "Why, and what becomes of it: one sentence for readers."


def note(name, **more):
    return migrations.AddField(
        "event",
        name,
        models.CharField(
            blank=True,
            db_default="",
            help_text=NOTE,
            max_length=300,
            verbose_name="note on the state",
            **more,
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_embargoed_articles_are_dated_of_its_end")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, set_again),
        migrations.AddField(
            "event",
            "planned_on",
            models.DateField(
                blank=True,
                help_text="Of what was postponed to a new day. Left empty, the day it had before.",
                null=True,
                verbose_name="first day, as it was planned",
            ),
        ),
        migrations.AddField(
            "event",
            "state",
            models.CharField(
                choices=[
                    ("scheduled", "as planned"),
                    ("postponed", "postponed"),
                    ("cancelled", "cancelled"),
                    ("moved_online", "moved online"),
                    ("moved", "moved elsewhere"),
                ],
                db_default="scheduled",
                default="scheduled",
                help_text="Readers see it at its name; calendars tell those who subscribed.",
                max_length=20,
                verbose_name="state",
            ),
        ),
        note("state_note"),
        note("state_note_ar", null=True),
        note("state_note_fr", null=True),
        migrations.RunPython(set_again, migrations.RunPython.noop),
    ]
