"""Corrections that subscribers are told of: each once, beside the article that they had by mail."""

import django.db.models.deletion
from django.db import migrations, models


def forget_corrections(apps, schema_editor):
    """An older version knows one mailing of an article and no other."""
    Mailing = apps.get_model("articles", "Mailing")
    Mailing.objects.filter(correction__isnull=False).delete()
    if schema_editor.connection.vendor == "postgresql":
        # A table whose references are still to be looked at is not altered.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0033_desk_fast"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="mailing", name="an_article_is_mailed_once_in_a_language"
        ),
        migrations.AddField(
            model_name="mailing",
            name="correction",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mailings",
                to="articles.correction",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.UniqueConstraint(
                condition=models.Q(correction=None),
                fields=("article", "language"),
                name="an_article_is_mailed_once_in_a_language",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.UniqueConstraint(
                fields=("correction", "language"), name="a_correction_is_mailed_once_in_a_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.CheckConstraint(
                condition=models.Q(correction=None) | models.Q(article__isnull=False),
                name="mailing_of_a_correction_is_of_its_article",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, forget_corrections),
    ]
