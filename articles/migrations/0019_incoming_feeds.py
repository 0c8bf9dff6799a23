"""Feeds of partners, an inbox for what they and mails bring, addresses on former sites."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record

FEEDS = "incomingfeed"
GIVEN = {
    "editor": ["view"],
    "chief": ["view", "add", "change"],
    "administrator": ["view", "add", "change"],
}


def give_rights(apps, schema_editor):
    """Groups that are there already get what new ones are made with."""
    using = schema_editor.connection.alias
    group_model, permission, content_type = (
        apps.get_model(*name)
        for name in (("auth", "Group"), ("auth", "Permission"), ("contenttypes", "ContentType"))
    )
    groups = group_model.objects.using(using).filter(name__in=GIVEN)
    for group in groups:
        kind, __ = content_type.objects.using(using).get_or_create(
            app_label="articles", model=FEEDS
        )
        for verb in GIVEN[group.name]:
            one, __ = permission.objects.using(using).get_or_create(
                content_type=kind,
                codename=f"{verb}_{FEEDS}",
                defaults={"name": f"Can {verb} incoming feed"},
            )
            group.permissions.add(one)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_saved_lists"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="receivedtext",
            name="address",
            field=models.URLField(
                blank=True,
                db_default="",
                max_length=500,
                verbose_name="address at the source",
            ),
        ),
        migrations.AddField(
            model_name="receivedtext",
            name="source",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="articles.source",
                verbose_name="source",
            ),
        ),
        migrations.CreateModel(
            name="IncomingFeed",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "address",
                    models.URLField(
                        help_text="RSS, Atom, JSON Feed, ninjs, NewsML-G2, or the content API of Superdesk.",
                        max_length=500,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        help_text="Left empty, each text’s own, as it is recognised.",
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=15,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(10080),
                        ],
                        verbose_name="minutes between two readings",
                    ),
                ),
                ("is_read", models.BooleanField(default=True, verbose_name="is read")),
                ("etag", models.CharField(blank=True, editable=False, max_length=300)),
                ("last_modified", models.CharField(blank=True, editable=False, max_length=100)),
                (
                    "read_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last read"),
                ),
                (
                    "due_at",
                    models.DateTimeField(
                        db_index=True,
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="next reading",
                    ),
                ),
                (
                    "failures",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="failures"
                    ),
                ),
                (
                    "error",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="why it was not read",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        help_text="Its licence and its credit line are those of the articles that are made.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incoming_feeds",
                        to="articles.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "incoming feed",
                "verbose_name_plural": "incoming feeds",
                "ordering": ["name", "pk"],
                "default_permissions": ("view", "add", "change"),
            },
        ),
        migrations.CreateModel(
            name="IncomingItem",
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
                ("sender", models.CharField(blank=True, max_length=300, verbose_name="sender")),
                ("item_id", models.CharField(blank=True, max_length=500)),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("headline", models.CharField(max_length=300, verbose_name="headline")),
                ("language", models.CharField(blank=True, max_length=20, verbose_name="language")),
                ("address", models.CharField(blank=True, max_length=1000, verbose_name="address")),
                ("published_at", models.DateTimeField(null=True, verbose_name="published at")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "waits"), ("taken", "taken"), ("aside", "set aside")],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "came_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="came in"),
                ),
                ("seen_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                (
                    "feed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="articles.incomingfeed",
                        verbose_name="feed",
                    ),
                ),
                (
                    "near",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article like it",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken by",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="incoming_items",
                        to="articles.receivedtext",
                        verbose_name="received text",
                    ),
                ),
            ],
            options={
                "verbose_name": "incoming text",
                "verbose_name_plural": "incoming texts",
                "ordering": ["-came_at", "-pk"],
                "default_permissions": (),
                "indexes": [models.Index(fields=["state", "-came_at"], name="inbox_newest_first")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("item_id", ""), _negated=True),
                        fields=("feed", "item_id"),
                        name="a_feed_has_an_item_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerAddress",
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
                ("path", models.CharField(max_length=500, unique=True, verbose_name="path")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                (
                    "record_key",
                    models.CharField(db_index=True, max_length=100, verbose_name="record"),
                ),
            ],
            options={
                "verbose_name": "address on a former site",
                "verbose_name_plural": "addresses on former sites",
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
