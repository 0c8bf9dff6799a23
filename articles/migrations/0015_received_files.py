"""Files that people send to be made articles of are kept as they came, beside their texts."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0014_deliveries"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReceivedFile",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("media_type", models.CharField(blank=True, max_length=100, verbose_name="kind")),
                ("content", models.BinaryField(default=bytes, verbose_name="as received")),
                (
                    "checksum",
                    models.CharField(
                        db_index=True, max_length=64, verbose_name="checksum (SHA-256)"
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                ("warnings", models.JSONField(default=list, verbose_name="remarks of its reading")),
                (
                    "refusal",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="why it was not read"
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parts",
                        to="articles.receivedfile",
                        verbose_name="came with",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="received_files",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
            ],
            options={
                "verbose_name": "received file",
                "verbose_name_plural": "received files",
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ReceivedText",
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
                ("text", models.TextField(verbose_name="text as received")),
                ("language", models.CharField(blank=True, max_length=10, verbose_name="language")),
                ("sent_on", models.DateField(null=True, verbose_name="sent on")),
                ("typed", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "to be reviewed"),
                            ("drafted", "a draft"),
                            ("dropped", "dropped"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="received_texts",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="articles.receivedfile",
                        verbose_name="received file",
                    ),
                ),
            ],
            options={
                "verbose_name": "received text",
                "verbose_name_plural": "received texts",
                "ordering": ["file", "pk"],
                "default_permissions": (),
            },
        ),
    ]
