"""An article takes its place on a front page from a moment on, where an editor says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_received_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="placement",
            name="starts_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Empty: as soon as it is saved.",
                null=True,
                verbose_name="shown from",
            ),
        ),
    ]
