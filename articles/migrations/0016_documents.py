"""Documents that readers are given, and below which articles they stand."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import articles.models.documents
import articles.models.record
from articles.desk.roles import permission_rows

EVERYTHING = "view add change delete"
GIVEN = {
    "reporter": {"document": "view add change", "attachment": EVERYTHING},
    "translator": {"document": "view change", "attachment": "view"},
    "editor": {"document": EVERYTHING, "attachment": EVERYTHING},
    "chief": {"document": EVERYTHING, "attachment": EVERYTHING},
    "administrator": {"document": EVERYTHING, "attachment": EVERYTHING},
}
"""What the groups that exist already are given; others are made with it (``desk/roles.py``)."""


def give_permissions(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    if not groups.filter(name__in=GIVEN).exists():
        return
    wanted = {
        f"articles.{verb}_{model}"
        for model in ("document", "attachment")
        for verb in EVERYTHING.split()
    }
    rows = permission_rows(wanted, schema_editor.connection.alias, apps)
    for group in groups.filter(name__in=GIVEN):
        for model, verbs in GIVEN[group.name].items():
            group.permissions.add(*(rows[f"articles.{verb}_{model}"] for verb in verbs.split()))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_received_files"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
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
                    "file",
                    models.FileField(
                        upload_to=articles.models.documents.stored_name, verbose_name="file"
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="title")),
                (
                    "title_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="title"),
                ),
                (
                    "title_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="title"),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        help_text="Empty: several, or none of these.",
                        max_length=10,
                        verbose_name="language of the document",
                    ),
                ),
                (
                    "is_withdrawn",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Readers are told that it was withdrawn, and cannot load it any more.",
                        verbose_name="withdrawn",
                    ),
                ),
                (
                    "filename",
                    models.CharField(
                        default="", editable=False, max_length=150, verbose_name="name of the file"
                    ),
                ),
                (
                    "media_type",
                    models.CharField(
                        default="", editable=False, max_length=100, verbose_name="kind"
                    ),
                ),
                (
                    "size",
                    models.PositiveBigIntegerField(default=0, editable=False, verbose_name="size"),
                ),
                (
                    "checksum",
                    models.CharField(
                        db_index=True,
                        default="",
                        editable=False,
                        max_length=64,
                        verbose_name="SHA-256",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="BodyPicture",
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
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("named", models.CharField(max_length=100)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="body_pictures",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="in_bodies",
                        to="articles.image",
                        verbose_name="image",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture in a text",
                "verbose_name_plural": "pictures in texts",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "language", "named"), name="text_names_a_picture_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
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
                    "order",
                    models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="order"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="articles.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "document of an article",
                "verbose_name_plural": "documents of an article",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "document"), name="article_has_a_document_once"
                    )
                ],
            },
        ),
        migrations.RunPython(give_permissions, migrations.RunPython.noop),
    ]
