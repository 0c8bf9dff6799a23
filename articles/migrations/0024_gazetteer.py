"""The gazetteer: names that wire copy is read with, which the newsroom writes down itself."""

import django.utils.timezone
from django.db import migrations, models

import articles.models.record

ENTRIES = "gazetteerentry"
EVERYTHING = ["view", "add", "change", "delete"]
GIVEN = {
    "reporter": ["view"],
    "translator": ["view", "add", "change"],
    "editor": EVERYTHING,
    "chief": EVERYTHING,
    "administrator": EVERYTHING,
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
            app_label="articles", model=ENTRIES
        )
        for verb in GIVEN[group.name]:
            one, __ = permission.objects.using(using).get_or_create(
                content_type=kind,
                codename=f"{verb}_{ENTRIES}",
                defaults={"name": f"Can {verb} gazetteer entry"},
            )
            group.permissions.add(one)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0022_newsroom"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="GazetteerEntry",
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
                            ("institution", "institution"),
                            ("given", "first name"),
                            ("place", "place"),
                            ("event", "noun of events"),
                            ("agency", "agency"),
                        ],
                        default="institution",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="name"),
                ),
                (
                    "acronym",
                    models.CharField(
                        blank=True,
                        help_text="Of an institution or an agency, the same in every language.",
                        max_length=20,
                        verbose_name="acronym",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For colleagues: no text is read by it.",
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "verbose_name": "gazetteer entry",
                "verbose_name_plural": "gazetteer",
                "ordering": ["name", "pk"],
                "indexes": [models.Index(fields=["kind"], name="gazetteer_by_kind")],
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
