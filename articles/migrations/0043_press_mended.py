"""A note asks for the correction of an entry of a live coverage, and brings its words."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0042_mail_mended"),
    ]

    operations = [
        migrations.AddField(
            model_name="note",
            name="entry",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notes",
                to="articles.liveentry",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="proposed",
            field=models.JSONField(default=None, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="presscontact",
            name="telephone",
            field=models.CharField(
                blank=True,
                help_text="As one dials it from abroad, for instance: +212 5 37 00 00 00.",
                max_length=40,
                validators=[
                    django.core.validators.RegexValidator(
                        "^\\+[1-9][0-9 ()./\\u00a0\\u202f-]{6,}$",
                        "Write the number as one dials it from abroad: +212 5 37 00 00 00.",
                    )
                ],
                verbose_name="telephone",
            ),
        ),
    ]
