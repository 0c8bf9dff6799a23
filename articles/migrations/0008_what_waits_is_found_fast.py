from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_notes")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_fr", "in_review")),
                fields=["updated_at"],
                name="in_review_fr",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_fr", "ready")), fields=["updated_at"], name="ready_fr"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_ar", "in_review")),
                fields=["updated_at"],
                name="in_review_ar",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("status_ar", "ready")), fields=["updated_at"], name="ready_ar"
            ),
        ),
    ]
