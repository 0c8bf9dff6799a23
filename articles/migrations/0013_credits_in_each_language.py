from django.conf import settings
from django.db import migrations, models
from django.db.models import F


def keep_what_is_said(apps, schema_editor):
    """A credit that was one for all languages becomes the default language's; all show it."""
    images = apps.get_model("articles", "Image")._base_manager
    column = f"credit_{settings.LANGUAGE_CODE}"
    images.filter(credit__gt="").update(**{column: F("credit")})


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_transitions_are_kept_as_they_were"),
    ]

    operations = [
        *(
            migrations.AddField(
                model_name="image",
                name=f"credit_{code}",
                field=models.CharField(
                    blank=True, max_length=200, null=True, verbose_name="credit"
                ),
            )
            for code in ("ar", "fr")
        ),
        migrations.RunPython(keep_what_is_said, migrations.RunPython.noop),
    ]
