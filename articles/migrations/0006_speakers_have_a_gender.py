"""Sentences may speak of a person as of a woman or a man; of those that are there, as of neither."""

from django.db import migrations, models

WORDS = (
    "The very words, as they stand in the body of the article. "
    "Reported speech may be shorter than it is there."
)


def words(name, **more):
    """Another sentence of help in the form; nothing that a database knows of."""
    return migrations.AlterField(
        "quote",
        name,
        models.TextField(blank=True, help_text=WORDS, verbose_name="words", **more),
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_revisions_know_their_row")]

    operations = [
        migrations.AddField(
            "speaker",
            "gender",
            models.CharField(
                blank=True,
                choices=[("feminine", "feminine"), ("masculine", "masculine")],
                db_default="",
                default="",
                help_text=(
                    "Left empty where it is not known: pages then say it without either form."
                ),
                max_length=10,
                verbose_name="gender in sentences",
            ),
        ),
        words("text"),
        words("text_ar", null=True),
        words("text_fr", null=True),
    ]
