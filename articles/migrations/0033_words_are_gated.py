"""In which language a record is called so, and of which article a remembered paragraph is."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def note_articles(apps, schema_editor):
    articles = apps.get_model("articles", "Article")._base_manager.filter(pk=OuterRef("article"))
    remembered = apps.get_model("articles", "Remembered")._base_manager
    remembered.filter(article__isnull=False).update(
        article_key=Subquery(articles.values("key")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0026_records_are_public_when_needed"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchname",
            name="language",
            field=models.CharField(db_default="", default="", max_length=10),
        ),
        migrations.AddField(
            model_name="remembered",
            name="article_key",
            field=models.CharField(
                blank=True, db_default="", default="", editable=False, max_length=100
            ),
        ),
        migrations.AddIndex(
            model_name="image",
            index=models.Index(fields=["file"], name="picture_by_file"),
        ),
        migrations.RunPython(note_articles, migrations.RunPython.noop),
    ]
