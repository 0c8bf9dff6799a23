"""What a mail server or a search server is still to be told waits in a table."""

import django.utils.timezone
from django.db import migrations, models

import articles.models.record


def moment(name, label):
    """A date that every record has."""
    now = django.utils.timezone.now
    return name, models.DateTimeField(default=now, editable=False, verbose_name=label)


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_words_have_a_sound")]

    operations = [
        migrations.CreateModel(
            "Delivery",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                moment("created_at", "created"),
                moment("updated_at", "last changed"),
                (
                    "kind",
                    models.CharField(choices=[("mail", "mail"), ("index", "index")], max_length=20),
                ),
                ("content", models.JSONField()),
                ("tries", models.PositiveSmallIntegerField(db_default=0, default=0)),
                (
                    "due_at",
                    models.DateTimeField(db_index=True, default=django.utils.timezone.now),
                ),
            ],
            options={"ordering": ["due_at", "pk"], "default_permissions": ()},
        ),
    ]
