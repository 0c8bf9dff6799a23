"""Words that the newsroom has written are found by their sound, in the other script."""

from itertools import batched

from django.db import migrations, models

from articles.text.analysis.transliteration import word_key

AT_ONCE = 1000


def give_sounds(apps, schema_editor):
    words = apps.get_model("articles", "SearchWord").objects.using(schema_editor.connection.alias)
    rows = words.filter(sound="").only("pk", "word").order_by("pk").iterator(AT_ONCE)
    for some in batched(list(rows), AT_ONCE):
        for one in some:
            one.sound = word_key(one.word)
        words.bulk_update(some, ["sound"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_hub_notices")]

    operations = [
        migrations.AddField(
            "searchword",
            "sound",
            models.CharField(db_default="", db_index=True, max_length=64),
        ),
        migrations.RunPython(give_sounds, migrations.RunPython.noop),
    ]
