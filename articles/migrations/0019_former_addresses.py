from django.db import migrations, models
from django.utils import timezone

from articles.models.record import new_key


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_corrections_have_a_kind")]

    operations = [
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=timezone.now, editable=False, verbose_name="last changed"
                    ),
                ),
                ("page", models.CharField(max_length=20, verbose_name="page")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                (
                    "slug",
                    models.SlugField(allow_unicode=True, max_length=120, verbose_name="slug"),
                ),
                (
                    "record_key",
                    models.CharField(db_index=True, max_length=100, verbose_name="record"),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "language", "slug"),
                        name="a_former_address_leads_to_one_page",
                    )
                ],
            },
        ),
    ]
