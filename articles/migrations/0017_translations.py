"""Translations, and one of every article there is: what nobody has confirmed is to be reviewed."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record

BATCH = 2000


def add_rows(apps, schema_editor):
    """One for each article and language that is not the original; no text is read."""
    articles, Translation = (
        apps.get_model("articles", "Article"),
        apps.get_model("articles", "Translation"),
    )
    # Of a newsroom that has more languages since, this one's tables know nothing yet.
    there_are = {field.name for field in articles._meta.get_fields()}
    codes = [
        code for code, _ in settings.LANGUAGES if f"headline_{code.replace('-', '_')}" in there_are
    ]
    columns = {code: code.replace("-", "_") for code in codes}
    has_text = {
        f"has_{columns[code]}": models.Case(
            models.When(
                models.Q(**{f"headline_{columns[code]}__gt": ""})
                | models.Q(**{f"standfirst_{columns[code]}__gt": ""})
                | models.Q(**{f"body_{columns[code]}__gt": ""}),
                then=True,
            ),
            default=False,
        )
        for code in codes
    }
    rows = (
        articles._base_manager.annotate(**has_text)
        .order_by("pk")
        .values_list("pk", "original_language", "updated_at", *has_text)
    )
    waiting = []
    for pk, original, updated_at, *written in rows.iterator(chunk_size=BATCH):
        there = [code for code, is_written in zip(codes, written, strict=True) if is_written]
        if not there:
            continue
        source = original if original in there else there[0]
        waiting += [
            Translation(
                article_id=pk,
                language=code,
                source_language=source,
                state="to_review" if code in there else "missing",
                updated_at=updated_at,
            )
            for code in codes
            if code != source
        ]
        if len(waiting) >= BATCH:
            Translation._base_manager.bulk_create(waiting)
            waiting = []
    Translation._base_manager.bulk_create(waiting)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_glossary"),
    ]

    operations = [
        migrations.CreateModel(
            name="Translation",
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
                    "language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "source_language",
                    models.CharField(
                        choices=[("fr", "Français"), ("ar", "العربية")],
                        max_length=10,
                        verbose_name="translated from",
                    ),
                ),
                ("source_is_chosen", models.BooleanField(default=False, editable=False)),
                ("pairs", models.JSONField(default=list, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("missing", "missing"),
                            ("in_progress", "in progress"),
                            ("to_review", "to review"),
                            ("done", "done"),
                            ("stale", "stale"),
                        ],
                        default="missing",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("completed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "stale_since",
                    models.DateTimeField(editable=False, null=True, verbose_name="stale since"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last confirmed"),
                ),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="translations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned to",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "translation",
                "verbose_name_plural": "translations",
                "ordering": ["-updated_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["language", "state", "-updated_at"], name="translations_by_state"
                    ),
                    models.Index(
                        condition=models.Q(("due_at__isnull", False)),
                        fields=["due_at"],
                        name="translations_due",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "language"), name="one_translation_into_each_language"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("language", models.F("source_language")), _negated=True
                        ),
                        name="a_translation_is_of_another_language",
                    ),
                ],
            },
        ),
        migrations.RunPython(add_rows, migrations.RunPython.noop),
    ]
