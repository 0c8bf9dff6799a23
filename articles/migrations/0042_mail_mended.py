"""What a process sends at this moment is marked as such."""

from django.db import migrations

import articles.models.date_fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0038_sending_rests"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="claimed_at",
            field=articles.models.date_fields.MomentField(null=True),
        ),
    ]
