"""A remembered pair names its article by a key that stays when the article goes."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def name_articles(apps, schema_editor):
    articles = apps.get_model("articles", "Article").objects.filter(pk=OuterRef("article"))
    remembered = apps.get_model("articles", "Remembered").objects.exclude(article=None)
    remembered.update(article_key=Subquery(articles.values("key")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0031_a_change_may_be_an_update"),
    ]

    operations = [
        migrations.AddField(
            model_name="remembered",
            name="article_key",
            field=models.CharField(
                blank=True, db_default="", default="", editable=False, max_length=100
            ),
        ),
        migrations.RunPython(name_articles, migrations.RunPython.noop),
    ]
