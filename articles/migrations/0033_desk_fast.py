"""Indexes for the desk: the list in its order, what it is counted by, what is to be translated."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0032_inbox_rests"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["-created_at", "-id", "site_page", "working_copy_of"], name="begun"
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                fields=["-stale_since", "-id"],
                condition=models.Q(state="stale"),
                name="translations_stale",
            ),
        ),
        *(
            migrations.AddIndex(
                model_name="article",
                index=models.Index(
                    fields=[f"-published_at_{other}", "-id"],
                    condition=models.Q(
                        **{f"status_{language}": "draft", f"status_{other}": "published"}
                    ),
                    name=f"{language}_lacks_{other}",
                ),
            )
            for language, other in (("fr", "ar"), ("ar", "fr"))
        ),
    ]
