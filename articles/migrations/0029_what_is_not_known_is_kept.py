"""Events whose first day, quotations whose speaker nobody knows yet; the embargo a text asks for."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models


def set_triggers_again(apps, schema_editor):
    """SQLite makes a table anew to change a column, and forgets its triggers."""
    if schema_editor.connection.vendor != "sqlite":
        return
    parts = import_module("articles.migrations.0028_records_have_revisions_and_proposals")
    for statement in parts.sqlite_triggers("event"):
        schema_editor.execute(statement, params=None)


def leave_out_what_is_not_known(apps, schema_editor):
    """Before this, an event had a day and a quotation a speaker: what has none cannot go back."""
    apps.get_model("articles", "Quote").objects.filter(speaker=None).delete()
    apps.get_model("articles", "Event").objects.filter(starts_on=None).delete()
    if schema_editor.connection.vendor == "postgresql":
        # Columns are not changed while a check of the rows is still to come.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [("articles", "0028_records_have_revisions_and_proposals")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, set_triggers_again),
        migrations.AlterModelOptions(
            name="event",
            options={
                "ordering": [
                    models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True),
                    "-pk",
                ],
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
        ),
        migrations.AddField(
            model_name="article",
            name="embargo_line",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text=(
                    "What the text received says of an embargo. Empty this once the date below is "
                    "right: as long as it stands here, nothing is published."
                ),
                max_length=300,
                verbose_name="embargo, as received",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="starts_on",
            field=models.DateField(
                blank=True,
                help_text="As long as it is not known, no reader hears of the event.",
                null=True,
                verbose_name="first day",
            ),
        ),
        migrations.AlterField(
            model_name="quote",
            name="speaker",
            field=models.ForeignKey(
                blank=True,
                help_text="Left empty where it is not known for sure who said it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quotes",
                to="articles.speaker",
                verbose_name="speaker",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", False),
                    models.Q(("ends_at", None), ("ends_on", None), ("starts_at", None)),
                    _connector="OR",
                ),
                name="event_without_a_first_day_has_no_other",
                violation_error_message="Say on which day the event begins.",
            ),
        ),
        migrations.RunPython(set_triggers_again, leave_out_what_is_not_known),
    ]
