"""The hub of the feeds is told what changed; until when is kept."""

import django.utils.timezone
from django.db import migrations, models

import articles.models.record


def date(label):
    return models.DateTimeField(
        default=django.utils.timezone.now, editable=False, verbose_name=label
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_deletions_are_dated")]

    operations = [
        migrations.CreateModel(
            "HubNotice",
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
                ("created_at", date("created")),
                ("updated_at", date("last changed")),
                ("until", models.DateTimeField()),
            ],
            options={
                "verbose_name": "notice to the hub",
                "verbose_name_plural": "notices to the hub",
                "ordering": ["-until"],
            },
        ),
    ]
