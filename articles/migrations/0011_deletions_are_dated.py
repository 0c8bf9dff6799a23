"""What took rows away is dated: a page that showed them then says that it has changed since."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_events_have_a_state")]

    operations = [
        migrations.AddField(
            "contentchange", "deleted_at", models.DateTimeField(editable=False, null=True)
        ),
    ]
