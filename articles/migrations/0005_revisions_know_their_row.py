"""A revision knows the number of the row that was saved, so that an old address leads on."""

from django.db import migrations, models


def fill(apps, schema_editor):
    """Of what was kept before, the number is that of the article that has it."""
    revisions = apps.get_model("articles", "Revision")._base_manager
    revisions.filter(written_in=None).exclude(article=None).update(
        written_in=models.F("article_id")
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_notes_ask_for_corrections")]

    operations = [
        migrations.AddField(
            "revision",
            "written_in",
            models.BigIntegerField(db_index=True, editable=False, null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
