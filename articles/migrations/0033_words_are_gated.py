"""In which language a record is called so; a picture is found by its file."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0032_pairs_know_whose_words_they_are"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchname",
            name="language",
            field=models.CharField(db_default="", default="", max_length=10),
        ),
        migrations.AddIndex(
            model_name="image",
            index=models.Index(fields=["file"], name="picture_by_file"),
        ),
    ]
