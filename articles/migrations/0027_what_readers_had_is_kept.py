"""The first date of what was taken back; the moment of a move; working copies thrown away.

A transition says what a text was when it was made: scheduled, not published. The trigger that
keeps transitions as they were written keeps their moment too.
"""

from importlib import import_module

from django.db import migrations, models
from django.utils import timezone

kept = import_module("articles.migrations.0012_transitions_are_kept_as_they_were")

PHASES = [
    ("draft", "draft"),
    ("in_review", "in review"),
    ("ready", "ready"),
    ("scheduled", "scheduled"),
    ("embargoed", "under embargo"),
    ("published", "published"),
    ("expired", "withdrawn at its date"),
    ("withdrawn", "withdrawn"),
]


def keep_first_dates(apps, schema_editor):
    """Of what was withdrawn, and of what is written anew since, the date that it had."""
    articles = apps.get_model("articles", "Article")._base_manager
    withdrawals = apps.get_model("articles", "Transition").objects.filter(
        article=models.OuterRef("pk"), to_status="withdrawn"
    )
    first = "first_published_at_"
    for field in articles.model._meta.fields:
        if not field.name.startswith(first):
            continue
        suffix = field.name.removeprefix(first)
        taken_back = models.Q(**{f"status_{suffix}": "withdrawn"}) | models.Exists(
            withdrawals.filter(language=suffix.replace("_", "-"))
        )
        seen = {f"published_at_{suffix}__lte": timezone.now()}
        articles.filter(taken_back, **seen).update(
            **{field.name: models.F(f"published_at_{suffix}")}
        )


def trigger(more_columns):
    """The trigger of the other migration, with a condition on further columns."""

    def operation(apps, schema_editor):
        vendor = schema_editor.connection.vendor
        differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
        extra = "".join(f" OR NEW.{one} {differs} OLD.{one}" for one in more_columns)
        condition = f"{kept.changed(differs)}{extra}"
        if vendor == "sqlite":
            schema_editor.execute("DROP TRIGGER transition_is_kept")
            schema_editor.execute(
                "CREATE TRIGGER transition_is_kept BEFORE UPDATE ON articles_transition "
                f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{kept.MESSAGE}'); END",
                params=None,
            )
        else:
            schema_editor.execute("DROP TRIGGER transition_is_kept ON articles_transition")
            schema_editor.execute(
                "CREATE TRIGGER transition_is_kept BEFORE UPDATE ON articles_transition "
                f"FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION transition_is_kept()",
                params=None,
            )

    return operation


class Migration(migrations.Migration):
    dependencies = [("articles", "0026_records_are_public_when_needed")]

    operations = [
        *(
            migrations.AddField(
                model_name="article",
                name=name,
                field=models.DateTimeField(
                    blank=True, editable=False, null=True, verbose_name="first published at"
                ),
            )
            for name in (
                "first_published_at",
                "first_published_at_ar",
                "first_published_at_fr",
            )
        ),
        migrations.AddField(
            model_name="revision",
            name="discarded_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="discarded"),
        ),
        migrations.AddField(
            model_name="transition",
            name="effective_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="takes effect"),
        ),
        *(
            migrations.AlterField(
                model_name="transition",
                name=name,
                field=models.CharField(choices=PHASES, max_length=20, verbose_name=said),
            )
            for name, said in (("from_status", "from"), ("to_status", "to"))
        ),
        migrations.RunPython(keep_first_dates, migrations.RunPython.noop),
        migrations.RunPython(trigger(["effective_at"]), trigger([])),
    ]
