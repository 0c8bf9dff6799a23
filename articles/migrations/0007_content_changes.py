from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_speakers_have_a_gender")]

    operations = [
        migrations.CreateModel(
            name="ContentChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(db_default=1, default=1, editable=False)),
            ],
        ),
    ]
