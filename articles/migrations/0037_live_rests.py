"""A live coverage has a summary in each language; an announcement goes with an article that waits."""

from django.db import migrations, models

HELP = (
    "It takes the place of the former summary for readers of each language, once they have it in "
    "theirs."
)


def give_each_language_its_summary(apps, schema_editor):
    """What was pinned is the summary of each language whose readers have it."""
    entries = apps.get_model("articles", "LiveEntry").objects.using(schema_editor.connection.alias)
    for language in ("fr", "ar"):
        public = entries.filter(**{"is_pinned": True, f"state_{language}": "public"})
        public.update(**{f"is_summary_{language}": True})


def keep_one_summary(apps, schema_editor):
    """Going back: of those that are pinned in a coverage, the newest stays so."""
    entries = apps.get_model("articles", "LiveEntry").objects.using(schema_editor.connection.alias)
    newest = set()
    for pk, article in (
        entries.filter(is_pinned=True).order_by("-at", "-pk").values_list("pk", "article")
    ):
        if article in newest:
            entries.filter(pk=pk).update(is_pinned=False)
        newest.add(article)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0036_mail_rests"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="liveentry",
            name="live_coverage_has_one_summary",
        ),
        *(
            migrations.AddField(
                model_name="liveentry",
                name=name,
                field=models.BooleanField(db_default=False, default=False, editable=False),
            )
            for name in ("is_summary", "is_summary_fr", "is_summary_ar")
        ),
        migrations.AddField(
            model_name="urgentbanner",
            name="goes_with_article",
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AlterField(
            model_name="liveentry",
            name="is_pinned",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text=HELP,
                verbose_name="summary, pinned on top",
            ),
        ),
        migrations.RunPython(give_each_language_its_summary, keep_one_summary),
        *(
            migrations.AddConstraint(
                model_name="liveentry",
                constraint=models.UniqueConstraint(
                    condition=models.Q((f"is_summary_{language}", True)),
                    fields=("article",),
                    name=f"live_coverage_has_one_summary_in_{language}",
                ),
            )
            for language in ("fr", "ar")
        ),
    ]
