"""What became of a copy that no mail server took in days is said in the same words as a refusal."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0034_press_room_rests"),
    ]

    operations = [
        migrations.AlterField(
            model_name="embargoedcopy",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "waiting to be sent"),
                    ("sent", "sent"),
                    ("failed", "not taken by the mail server"),
                    ("dropped", "not sent: the embargo was over"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
    ]
