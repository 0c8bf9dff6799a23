"""What was published under an embargo is dated of its end: no reader had it before."""

from django.conf import settings
from django.db import migrations
from django.db.models import F


def date_by_embargo(apps, schema_editor):
    articles = apps.get_model("articles", "Article")._base_manager
    articles = articles.using(schema_editor.connection.alias)
    columns = {field.name for field in articles.model._meta.get_fields()}
    for code, _name in settings.LANGUAGES:
        suffix = code.replace("-", "_")
        date, status = f"published_at_{suffix}", f"status_{suffix}"
        if {date, status} <= columns:
            early = {status: "published", f"{date}__lt": F("embargoed_until")}
            # What leaves before the embargo ends never appears: it keeps its dates.
            left = {f"live_until_{suffix}__lte": F("embargoed_until")}
            articles.filter(**early).exclude(**left).update(**{date: F("embargoed_until")})


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_bylines_in_each_language")]

    operations = [migrations.RunPython(date_by_embargo, migrations.RunPython.noop)]
