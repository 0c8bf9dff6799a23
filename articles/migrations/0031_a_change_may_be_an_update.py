"""What readers are told of a change may be what is new, beside what was wrong or misspelled."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0030_forms_are_sent_once")]

    operations = [
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("substance", "Correction"),
                    ("update", "Update"),
                    ("typographical", "Typographical fix"),
                ],
                default="substance",
                editable=False,
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["substance", "update", "typographical"])),
                name="what_readers_are_told_is_of_a_known_kind",
            ),
        ),
    ]
