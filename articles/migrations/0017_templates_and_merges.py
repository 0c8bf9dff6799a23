"""Articles begin with templates, which chiefs write; who appears at an event is in an order."""

import django.utils.timezone
from django.db import migrations, models

import articles.models.record

ROLES = ("chief", "administrator")
VERBS = ("view", "add", "change", "delete")


def let_chiefs_write(apps, schema_editor):
    """Give it to the groups that are there; those that are made later have it from the table."""
    using = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES)
    if not groups:
        return
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    kind, _made = kinds.get_or_create(app_label="articles", model="articletemplate")
    rows = [
        permissions.get_or_create(
            content_type=kind,
            codename=f"{verb}_articletemplate",
            defaults={"name": f"Can {verb} template of articles"},
        )[0]
        for verb in VERBS
    ]
    for group in groups:
        group.permissions.add(*rows)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_documents"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArticleTemplate",
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
                ("name", models.CharField(blank=True, max_length=100, verbose_name="name")),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=100, null=True, verbose_name="name"),
                ),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=100, null=True, verbose_name="name"),
                ),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="headline")),
                (
                    "headline_fr",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="headline"
                    ),
                ),
                (
                    "headline_ar",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="headline"
                    ),
                ),
                ("standfirst", models.TextField(blank=True, verbose_name="standfirst")),
                (
                    "standfirst_fr",
                    models.TextField(blank=True, null=True, verbose_name="standfirst"),
                ),
                (
                    "standfirst_ar",
                    models.TextField(blank=True, null=True, verbose_name="standfirst"),
                ),
                (
                    "body",
                    models.TextField(
                        blank=True,
                        help_text="What is always said, and what is to be filled in.",
                        verbose_name="body",
                    ),
                ),
                (
                    "body_fr",
                    models.TextField(
                        blank=True,
                        help_text="What is always said, and what is to be filled in.",
                        null=True,
                        verbose_name="body",
                    ),
                ),
                (
                    "body_ar",
                    models.TextField(
                        blank=True,
                        help_text="What is always said, and what is to be filled in.",
                        null=True,
                        verbose_name="body",
                    ),
                ),
                (
                    "contact",
                    models.TextField(
                        blank=True,
                        help_text="Whom to ask: it stands below the text.",
                        verbose_name="contact",
                    ),
                ),
                (
                    "contact_fr",
                    models.TextField(
                        blank=True,
                        help_text="Whom to ask: it stands below the text.",
                        null=True,
                        verbose_name="contact",
                    ),
                ),
                (
                    "contact_ar",
                    models.TextField(
                        blank=True,
                        help_text="Whom to ask: it stands below the text.",
                        null=True,
                        verbose_name="contact",
                    ),
                ),
                (
                    "about",
                    models.TextField(
                        blank=True,
                        help_text="It stands at the end of the text.",
                        verbose_name="about the organization",
                    ),
                ),
                (
                    "about_fr",
                    models.TextField(
                        blank=True,
                        help_text="It stands at the end of the text.",
                        null=True,
                        verbose_name="about the organization",
                    ),
                ),
                (
                    "about_ar",
                    models.TextField(
                        blank=True,
                        help_text="It stands at the end of the text.",
                        null=True,
                        verbose_name="about the organization",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("news", "news"),
                            ("statement", "statement"),
                            ("communique", "communiqué"),
                            ("interview", "interview"),
                            ("analysis", "analysis"),
                        ],
                        default="communique",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("byline", models.CharField(blank=True, max_length=200, verbose_name="byline")),
            ],
            options={
                "verbose_name": "template of articles",
                "verbose_name_plural": "templates of articles",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="appearance",
            options={
                "ordering": ["order", "pk"],
                "verbose_name": "appearance",
                "verbose_name_plural": "appearances",
            },
        ),
        migrations.AlterModelOptions(
            name="participation",
            options={
                "ordering": ["order", "pk"],
                "verbose_name": "participation",
                "verbose_name_plural": "participations",
            },
        ),
        migrations.AddField(
            model_name="appearance",
            name="order",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="order"),
        ),
        migrations.AddField(
            model_name="participation",
            name="order",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="order"),
        ),
        migrations.RunPython(let_chiefs_write, migrations.RunPython.noop),
    ]
