"""Forms that were sent are known again; what stands in the tables is what columns now keep."""

import unicodedata

import django.db.models.deletion
from django.conf import settings
from django.db import IntegrityError, migrations, models, transaction
from django.utils import timezone

from articles.languages import Language
from articles.models.moments import FIRST_DAY, FIRST_MOMENT, LAST_DAY, LAST_MOMENT
from articles.models.record import new_key
from articles.models.texts import IN_AN_ADDRESS
from articles.text.characters import kept, one_line
from articles.text.slugs import slugify_for

# A trigger keeps transitions as they were written; the search is made of the others' words; a
# revision is tidied when it is restored; an account is called by its username.
LEFT_ALONE = {"transition", "revision", "searchentry", "searchname", "searchword", "sentform"}
NO_TEXTS = {"key", "password", "username", "checksum", "made", "digest", "source_digest"}

NO_CHARACTERS = r"\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff" + "".join(
    rf"\U{plane << 16 | last:08x}" for plane in range(1, 17) for last in (65534, 65535)
)
NOT_KEPT = rf"[{NO_CHARACTERS}\u000b\u000c\u000d\u2028\u2029]"
NOT_IN_A_LINE = rf"[{NO_CHARACTERS}\u0009-\u000d\u2028\u2029]"


def tidy(apps, schema_editor):
    for model in apps.get_app_config("articles").get_models():
        if model._meta.model_name in LEFT_ALONE:
            continue
        for column in model._meta.concrete_fields:
            if column.name in NO_TEXTS or column.choices:
                continue
            if isinstance(column, models.SlugField):
                tidy_addresses(model, column)
            elif isinstance(column, models.CharField):
                tidy_texts(model, column, NOT_IN_A_LINE, one_line)
            elif isinstance(column, models.TextField):
                tidy_texts(model, column, NOT_KEPT, kept)
            elif isinstance(column, models.DateTimeField):
                bring_near(model, column, FIRST_MOMENT, LAST_MOMENT)
            elif isinstance(column, models.DateField):
                bring_near(model, column, FIRST_DAY, LAST_DAY)


def tidy_texts(model, column, pattern, tidied):
    rows = model._base_manager.filter(**{f"{column.name}__regex": pattern})
    for pk, text in list(rows.values_list("pk", column.name)):
        model._base_manager.filter(pk=pk).update(**{column.name: tidied(text)})


def tidy_addresses(model, column):
    """No link leads to what these were: the pattern of addresses does not take them."""
    given = model._base_manager.exclude(**{column.name: None}).exclude(**{column.name: ""})
    for pk, slug in given.values_list("pk", column.name).iterator():
        composed = unicodedata.normalize("NFC", slug)
        if not IN_AN_ADDRESS.fullmatch(composed):
            composed = (
                slugify_for(composed, is_latin(column.name)) or f"{model._meta.model_name}-{pk}"
            )
        if composed != slug:
            wished = composed
            for number in range(2, 1000):
                if not model._base_manager.filter(**{column.name: composed}).exists():
                    break
                composed = f"{wished[:110]}-{number}"
            model._base_manager.filter(pk=pk).update(**{column.name: composed})


def is_latin(name):
    spoken = {language.field("slug"): language for language in Language.all()}
    return name in spoken and spoken[name].script == "Latn"


def bring_near(model, column, first, last):
    for beyond, nearest in ((f"{column.name}__lt", first), (f"{column.name}__gt", last)):
        for row in model._base_manager.filter(**{beyond: nearest}).values_list("pk", flat=True):
            try:
                with transaction.atomic():
                    model._base_manager.filter(pk=row).update(**{column.name: nearest})
            except IntegrityError:
                # Its other dates do not go with it; whoever reads it gets the nearest anyhow.
                continue


class Migration(migrations.Migration):
    dependencies = [("articles", "0029_what_is_not_known_is_kept")]

    operations = [
        migrations.CreateModel(
            name="SentForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=timezone.now, editable=False, verbose_name="last changed"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("led_to", models.CharField(max_length=500)),
                ("left", models.JSONField(default=dict)),
                ("sent_at", models.DateTimeField(db_index=True, default=timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sent form",
                "verbose_name_plural": "sent forms",
                "ordering": ["-sent_at", "-pk"],
            },
        ),
        migrations.RunPython(tidy, migrations.RunPython.noop, elidable=True),
    ]
