"""Live coverages have entries; urgent lines are announced on every page."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record

ROLES = ("editor", "chief", "administrator")
VERBS = ("view", "add", "change", "delete")


def let_editors_announce(apps, schema_editor):
    """Give it to the groups that are there; those that are made later have it from the table."""
    using = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES)
    if not groups:
        return
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    kind, _made = kinds.get_or_create(app_label="articles", model="urgentbanner")
    rows = [
        permissions.get_or_create(
            content_type=kind,
            codename=f"{verb}_urgentbanner",
            defaults={"name": f"Can {verb} urgent announcement"},
        )[0]
        for verb in VERBS
    ]
    for group in groups:
        group.permissions.add(*rows)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0027_cancelled_items"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="kind",
            field=models.CharField(
                choices=[
                    ("news", "news"),
                    ("statement", "statement"),
                    ("communique", "communiqué"),
                    ("interview", "interview"),
                    ("analysis", "analysis"),
                    ("live", "live coverage"),
                ],
                default="news",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="articletemplate",
            name="kind",
            field=models.CharField(
                choices=[
                    ("news", "news"),
                    ("statement", "statement"),
                    ("communique", "communiqué"),
                    ("interview", "interview"),
                    ("analysis", "analysis"),
                    ("live", "live coverage"),
                ],
                default="communique",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.CreateModel(
            name="LiveCoverage",
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
                    "started_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="coverage begins"
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="coverage ends"),
                ),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coverage",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "live coverage",
                "verbose_name_plural": "live coverages",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at", None),
                            ("ended_at__gte", models.F("started_at")),
                            _connector="OR",
                        ),
                        name="live_coverage_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveEntry",
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
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="time"),
                ),
                (
                    "is_important",
                    models.BooleanField(db_default=False, default=False, verbose_name="important"),
                ),
                (
                    "is_pinned",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="One entry of a coverage. It takes the place of the former summary.",
                        verbose_name="summary, pinned on top",
                    ),
                ),
                ("byline", models.CharField(blank=True, max_length=200, verbose_name="byline")),
                ("headline", models.CharField(blank=True, max_length=200, verbose_name="headline")),
                (
                    "headline_fr",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="headline"
                    ),
                ),
                (
                    "headline_ar",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="headline"
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="what happens")),
                ("body_fr", models.TextField(blank=True, null=True, verbose_name="what happens")),
                ("body_ar", models.TextField(blank=True, null=True, verbose_name="what happens")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("public", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "state_fr",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("public", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        null=True,
                        verbose_name="state",
                    ),
                ),
                (
                    "state_ar",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("public", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        null=True,
                        verbose_name="state",
                    ),
                ),
                (
                    "shown_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first shown"
                    ),
                ),
                (
                    "shown_at_fr",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first shown"
                    ),
                ),
                (
                    "shown_at_ar",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first shown"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="last changed for readers",
                    ),
                ),
                (
                    "changed_at_fr",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="last changed for readers",
                    ),
                ),
                (
                    "changed_at_ar",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="last changed for readers",
                    ),
                ),
                (
                    "change_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("substance", "Correction"),
                            ("update", "Update"),
                            ("typographical", "Typographical fix"),
                        ],
                        default="",
                        editable=False,
                        max_length=20,
                    ),
                ),
                (
                    "change_kind_fr",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("substance", "Correction"),
                            ("update", "Update"),
                            ("typographical", "Typographical fix"),
                        ],
                        default="",
                        editable=False,
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "change_kind_ar",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("substance", "Correction"),
                            ("update", "Update"),
                            ("typographical", "Typographical fix"),
                        ],
                        default="",
                        editable=False,
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "reader_note",
                    models.TextField(
                        blank=True,
                        help_text="What was wrong, and what is right.",
                        verbose_name="what was changed",
                    ),
                ),
                (
                    "reader_note_fr",
                    models.TextField(
                        blank=True,
                        help_text="What was wrong, and what is right.",
                        null=True,
                        verbose_name="what was changed",
                    ),
                ),
                (
                    "reader_note_ar",
                    models.TextField(
                        blank=True,
                        help_text="What was wrong, and what is right.",
                        null=True,
                        verbose_name="what was changed",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="live_entries",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "live entry",
                "verbose_name_plural": "live entries",
                "ordering": ["-at", "-pk"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["article", "-at", "-id"], name="live_entries_by_time")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_pinned", True)),
                        fields=("article",),
                        name="live_coverage_has_one_summary",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state_fr__in", ("public", "withdrawn")), _negated=True),
                            ("body_fr__gt", ""),
                            _connector="OR",
                        ),
                        name="live_entry_of_readers_says_something_in_fr",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state_ar__in", ("public", "withdrawn")), _negated=True),
                            ("body_ar__gt", ""),
                            _connector="OR",
                        ),
                        name="live_entry_of_readers_says_something_in_ar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UrgentBanner",
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
                    "text",
                    models.CharField(
                        blank=True,
                        help_text="One sentence, as readers have it at the top of every page. Empty: nothing is announced in this language.",
                        max_length=200,
                        verbose_name="announcement",
                    ),
                ),
                (
                    "text_fr",
                    models.CharField(
                        blank=True,
                        help_text="One sentence, as readers have it at the top of every page. Empty: nothing is announced in this language.",
                        max_length=200,
                        null=True,
                        verbose_name="announcement",
                    ),
                ),
                (
                    "text_ar",
                    models.CharField(
                        blank=True,
                        help_text="One sentence, as readers have it at the top of every page. Empty: nothing is announced in this language.",
                        max_length=200,
                        null=True,
                        verbose_name="announcement",
                    ),
                ),
                (
                    "begins_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="announced from"
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        default=None,
                        help_text="It goes by itself at this moment. To take it away at once: “End now”.",
                        verbose_name="until",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        help_text="The line leads to it, and is announced only while readers of the language have it. Empty: the line stands alone.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="urgent_banners",
                        to="articles.article",
                        verbose_name="article or page",
                    ),
                ),
            ],
            options={
                "verbose_name": "urgent announcement",
                "verbose_name_plural": "urgent announcements",
                "ordering": ["-begins_at", "-pk"],
                "indexes": [models.Index(fields=["ends_at"], name="urgent_by_end")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("begins_at"))),
                        name="urgent_banner_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.RunPython(let_editors_announce, migrations.RunPython.noop),
    ]
