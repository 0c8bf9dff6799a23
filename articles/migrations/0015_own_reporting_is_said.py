from django.db import migrations, models
from django.db.models import Q

LANGUAGES = ("fr", "ar")


def say_what_no_source_meant(apps, schema_editor):
    """Of a published article, no source meant the newsroom's own reporting; also of its copy."""
    articles = apps.get_model("articles", "Article")._base_manager
    out = Q()
    for code in LANGUAGES:
        out |= Q(**{f"status_{code}__in": ("published", "withdrawn")})
    own = articles.filter(out, source=None)
    articles.filter(working_copy_of__in=own.values("pk"), source=None).update(own_reporting=True)
    own.update(own_reporting=True)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0014_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="own_reporting",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="The newsroom found it out itself: it has no source to name.",
                verbose_name="own reporting",
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=models.deletion.PROTECT,
                related_name="articles",
                to="articles.source",
                verbose_name="source",
            ),
        ),
        migrations.RunPython(say_what_no_source_meant, migrations.RunPython.noop),
    ]
