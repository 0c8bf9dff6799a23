"""A note knows whether it asks somebody for a correction."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_search_index")]

    operations = [
        migrations.AddField(
            "note",
            "asks_correction",
            models.BooleanField(db_default=False, default=False, editable=False),
        ),
    ]
