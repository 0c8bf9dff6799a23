"""Reviews know who typed in them last and who has them open; texts, their headline and sender."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0020_placements_begin"),
    ]

    operations = [
        migrations.AddField(
            model_name="receivedtext",
            name="sender",
            field=models.CharField(
                blank=True, db_default="", max_length=200, verbose_name="sender"
            ),
        ),
        migrations.AddField(
            model_name="receivedtext",
            name="title",
            field=models.CharField(blank=True, db_default="", max_length=200, verbose_name="title"),
        ),
        migrations.AddField(
            model_name="receivedtext",
            name="typed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="receivedtext",
            name="typed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="receivedtext",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "to be reviewed"),
                    ("drafted", "a draft"),
                    ("dropped", "dropped"),
                    ("parted", "parted"),
                ],
                default="waiting",
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.CreateModel(
            name="Reviewer",
            fields=[
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
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviewers",
                        to="articles.receivedtext",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "verbose_name": "reviewer",
                "verbose_name_plural": "reviewers",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("text", "user"), name="somebody_reviews_a_text_once"
                    )
                ],
            },
        ),
    ]
