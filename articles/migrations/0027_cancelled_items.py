"""Texts know what their sender says by machine and of which item they are; later words are kept."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record


def name_items(apps, schema_editor):
    """Let the newest version of each item know of which it is one."""
    texts = apps.get_model("articles", "ReceivedText").objects
    items = apps.get_model("articles", "IncomingItem").objects.filter(text=models.OuterRef("pk"))
    known = models.Subquery(items.order_by("pk").values("pk")[:1])
    texts.filter(models.Exists(items)).update(came_as=known)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0024_gazetteer"),
    ]

    operations = [
        migrations.AddField(
            model_name="receivedtext",
            name="came_as",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="versions",
                to="articles.incomingitem",
            ),
        ),
        migrations.AddField(
            model_name="receivedtext",
            name="said",
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.CreateModel(
            name="SenderNotice",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("canceled", "Its sender cancels this text: it is not to be used."),
                            ("withheld", "Its sender holds this text back until further notice."),
                            ("version", "Its sender has sent a new version of this text."),
                            ("embargo", "Its sender has changed the embargo of this text."),
                            ("again", "Its sender cancelled this text, and sends it again."),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="words")),
                ("until", models.DateTimeField(null=True)),
                ("version", models.CharField(blank=True, max_length=20)),
                ("sent_at", models.DateTimeField(null=True)),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="articles.incomingitem",
                        verbose_name="incoming text",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "word of a sender",
                "verbose_name_plural": "words of senders",
                "ordering": ["said_at", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.RunPython(name_items, migrations.RunPython.noop),
    ]
