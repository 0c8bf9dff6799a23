"""A note asks for the correction of an entry of a live coverage, and brings its words."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0038_sending_rests"),
    ]

    operations = [
        migrations.AddField(
            model_name="note",
            name="entry",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notes",
                to="articles.liveentry",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="proposed",
            field=models.JSONField(default=None, editable=False, null=True),
        ),
    ]
