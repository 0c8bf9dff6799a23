"""Who wrote an article, and which languages an account writes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_pictures_have_renditions"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "get_latest_by": "created_at",
                "ordering": ["-created_at", "-pk"],
                "permissions": [
                    ("publish_article", "Can publish an article"),
                    ("withdraw_article", "Can withdraw a published article"),
                    ("correct_article", "Can correct a published article"),
                    ("edit_any_article", "Can edit everybody’s articles"),
                    ("edit_any_state", "Can edit articles that are no draft any more"),
                    ("edit_any_language", "Can edit every language, and the facts"),
                ],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        migrations.AddField(
            model_name="article",
            name="created_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="articles",
                to=settings.AUTH_USER_MODEL,
                verbose_name="written by",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="languages",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="For translators: the languages whose texts the account may write.",
                verbose_name="languages to write",
            ),
        ),
    ]
