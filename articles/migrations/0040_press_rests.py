"""An entry of a live coverage may have a picture, and a media kit articles."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import articles.models.record

ROLES = ("editor", "chief", "administrator")
VERBS = ("view", "add", "change", "delete")


def let_editors_choose_articles(apps, schema_editor):
    """Give it to the groups that are there; those that are made later have it from the table."""
    using = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES)
    if not groups:
        return
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    kind, _made = kinds.get_or_create(app_label="articles", model="kitarticle")
    rows = [
        permissions.get_or_create(
            content_type=kind,
            codename=f"{verb}_kitarticle",
            defaults={"name": f"Can {verb} kitarticle"},
        )[0]
        for verb in VERBS
    ]
    for group in groups:
        group.permissions.add(*rows)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0038_sending_rests"),
    ]

    operations = [
        migrations.AddField(
            model_name="liveentry",
            name="image",
            field=models.ForeignKey(
                blank=True,
                help_text="Its caption, its credit and its alternative text are those of the library.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="live_entries",
                to="articles.image",
                verbose_name="picture",
            ),
        ),
        migrations.CreateModel(
            name="KitArticle",
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
                        related_name="in_kits",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "kit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="articles",
                        to="articles.mediakit",
                        verbose_name="media kit",
                    ),
                ),
            ],
            options={
                "verbose_name": "article of a media kit",
                "verbose_name_plural": "articles",
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kit", "article"), name="kit_has_an_article_once"
                    )
                ],
            },
        ),
        migrations.RunPython(let_editors_choose_articles, migrations.RunPython.noop),
    ]
