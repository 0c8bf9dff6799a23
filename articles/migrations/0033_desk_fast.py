"""An index for the list of the desk: its order, and what it is counted by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0027_cancelled_items"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["-created_at", "-id", "site_page", "working_copy_of"], name="begun"
            ),
        ),
    ]
