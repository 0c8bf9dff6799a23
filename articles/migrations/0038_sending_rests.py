"""Journalists are told of corrections once; whoever has no language is sent all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0037_live_rests"),
    ]

    operations = [
        migrations.AddField(
            model_name="embargoedcopy",
            name="corrections_told",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AlterField(
            model_name="journalist",
            name="language",
            field=models.CharField(
                blank=True,
                choices=[("fr", "Français"), ("ar", "العربية")],
                default="fr",
                help_text=(
                    "In which they read, and are written to. Whoever has none is sent every "
                    "language."
                ),
                max_length=10,
                verbose_name="language",
            ),
        ),
    ]
