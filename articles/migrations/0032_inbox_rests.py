"""Files that are sent together are kept first, and read later, one after the other."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0031_mailing"),
    ]

    operations = [
        migrations.AddField(
            model_name="receivedfile",
            name="batch",
            field=models.CharField(blank=True, db_default="", db_index=True, max_length=32),
        ),
        migrations.AddField(
            model_name="receivedfile",
            name="is_read",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="receivedfile",
            name="language",
            field=models.CharField(
                blank=True, db_default="", max_length=10, verbose_name="language"
            ),
        ),
        migrations.AddField(
            model_name="receivedfile",
            name="reading_since",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="receivedfile",
            name="tries",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddIndex(
            model_name="receivedfile",
            index=models.Index(
                condition=models.Q(("is_read", False)), fields=["tries", "id"], name="files_to_read"
            ),
        ),
    ]
