"""The glossary's terms, and who may write them: whoever translates may."""

import django.utils.timezone
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

import articles.models.record

GIVEN = {
    "reporter": ["view_term"],
    "translator": ["view_term", "add_term", "change_term"],
    "editor": ["view_term", "add_term", "change_term", "delete_term"],
    "chief": ["view_term", "add_term", "change_term", "delete_term"],
    "administrator": ["view_term", "add_term", "change_term", "delete_term"],
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
        ("articles", "0015_own_reporting_is_said"),
    ]

    operations = [
        migrations.CreateModel(
            name="Term",
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
                ("name", models.CharField(blank=True, max_length=300, verbose_name="term")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="term"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="term"),
                ),
                (
                    "aliases",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms that are as good.",
                        verbose_name="other forms",
                    ),
                ),
                (
                    "aliases_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms that are as good.",
                        null=True,
                        verbose_name="other forms",
                    ),
                ),
                (
                    "aliases_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms that are as good.",
                        null=True,
                        verbose_name="other forms",
                    ),
                ),
                (
                    "forbidden",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms the newsroom does not use.",
                        verbose_name="not to be said",
                    ),
                ),
                (
                    "forbidden_fr",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms the newsroom does not use.",
                        null=True,
                        verbose_name="not to be said",
                    ),
                ),
                (
                    "forbidden_ar",
                    models.TextField(
                        blank=True,
                        help_text="One per line: forms the newsroom does not use.",
                        null=True,
                        verbose_name="not to be said",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="When it is used, and why: translators read it.",
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
