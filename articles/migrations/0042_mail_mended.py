"""What a process sends at this moment is marked, and what journalists and subscribers were told."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery

import articles.models.date_fields


def tell_the_hour(apps, schema_editor):
    """Who was sent a text was told the hour that its embargo has."""
    EmbargoedCopy = apps.get_model("articles", "EmbargoedCopy")
    Article = apps.get_model("articles", "Article")
    sent = EmbargoedCopy.objects.filter(state="sent", embargo_told=None)
    article = Article.objects.filter(embargoed_sendings=OuterRef("sending"))
    sent.update(embargo_told=Subquery(article.values("embargoed_until")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0040_press_rests"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="claimed_at",
            field=articles.models.date_fields.MomentField(null=True),
        ),
        migrations.AddField(
            model_name="embargoedcopy",
            name="embargo_told",
            field=articles.models.date_fields.MomentField(null=True),
        ),
        migrations.AddField(
            model_name="embargoedcopy",
            name="told_of",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="mailing",
            name="told",
            field=models.JSONField(null=True),
        ),
        migrations.RunPython(tell_the_hour, migrations.RunPython.noop),
    ]
