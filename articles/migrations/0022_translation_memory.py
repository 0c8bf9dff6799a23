"""The translation memory, which everybody at the desk reads and editors keep."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

import articles.models.record

ALL = ["view_remembered", "add_remembered", "change_remembered", "delete_remembered"]
GIVEN = {
    "reporter": ["view_remembered"],
    "translator": ["view_remembered"],
    "editor": ALL,
    "chief": ALL,
    "administrator": ALL,
}


def give_rights(apps, schema_editor):
    config = apps.get_app_config("articles")
    # Permissions are made after all migrations, and only for apps that say they have models.
    had, config.models_module = getattr(config, "models_module", None), True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = had
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in GIVEN.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        found = Permission.objects.filter(
            content_type__app_label="articles", codename__in=codenames
        )
        assert found.count() == len(codenames), codenames
        group.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0021_links_are_taken_back_one_by_one"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remembered",
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
                    "source_language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        editable=False,
                        max_length=10,
                        verbose_name="source language",
                    ),
                ),
                (
                    "target_language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        editable=False,
                        max_length=10,
                        verbose_name="target language",
                    ),
                ),
                ("source", models.TextField(editable=False, verbose_name="source text")),
                ("target", models.TextField(verbose_name="translation")),
                ("digest", models.CharField(editable=False, max_length=32)),
                (
                    "origin",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="written for"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="confirmed"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="remembered",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="remembered",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "remembered paragraph",
                "verbose_name_plural": "translation memory",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="MemoryMark",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "mark",
                        "remembered_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("mark", models.BigIntegerField()),
                (
                    "remembered",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="articles.remembered",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="remembered",
            index=models.Index(fields=["digest"], name="remembered_by_source"),
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
