"""Which fields have one value per language; and whether texts are declared that there are."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core import checks
from django.db.models import Model
from modeltranslation.translator import TranslationOptions, register, translator

from articles import models
from articles.models.declarations import OF_A_LANGUAGE, TEXTS, Texts
from articles.models.fields import RichTextField
from articles.models.text_fields import ManyLinesField, OneLineField


def there(model: type[Model]) -> tuple[str, ...]:
    """The declared texts that the model has; of the others the check below says so."""
    columns = {one.name for one in model._meta.fields}
    return tuple(name for name in TEXTS[model.__name__].names if name in columns)


@checks.register
def check_texts(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """An error for each text that is declared and not there, or there and not declared."""
    return [
        checks.Error(sentence, hint="See articles/models/declarations.py.", id="articles.E003")
        for name, texts in TEXTS.items()
        for sentence in faults_of(getattr(models, name), texts)
    ]


def faults_of(model: type[Model], texts: Texts) -> Iterator[str]:
    columns = {one.name for one in model._meta.fields}
    for name in texts.names:
        if texts.names.count(name) > 1:
            yield f"The text {name!r} of {model.__name__} is declared twice."
        if name not in columns:
            yield f"{model.__name__} has no column {name!r}, which is declared as a text."
    if len(texts.having("rich")) > 1:
        yield f"{model.__name__} has two rich texts: the translation desk knows rows of one."
    for name in translator.get_options_for_model(model).get_field_names():
        column: Any = model._meta.get_field(name)
        is_text = isinstance(column, OneLineField | ManyLinesField | RichTextField)
        if is_text and not column.choices and name not in texts.names:
            yield f"{model.__name__}.{name} has a value per language, and is not declared."


@register(models.Article)
class ArticleTranslation(TranslationOptions):
    fields = (*there(models.Article), "slug", "status", *OF_A_LANGUAGE)
    empty_values: ClassVar = dict.fromkeys(("slug", *OF_A_LANGUAGE))


@register(models.Event)
class EventTranslation(TranslationOptions):
    fields = ("name", "slug", "venue", "description", "aliases", "visibility", "state_note")


@register(models.Speaker)
class SpeakerTranslation(TranslationOptions):
    fields = ("name", "slug", "sort_name", "honorific", "biography", "aliases")


@register(models.Affiliation)
class AffiliationTranslation(TranslationOptions):
    fields = ("position",)


@register(models.Organization)
class OrganizationTranslation(TranslationOptions):
    fields = ("name", "slug", "sort_name", "acronym", "description", "aliases")


@register(models.Source)
class SourceTranslation(TranslationOptions):
    fields = ("name", "slug", "credit_line", "aliases")


@register(models.Place)
class PlaceTranslation(TranslationOptions):
    fields = ("name", "aliases")


@register(models.Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name", "slug")


@register(models.Image)
class ImageTranslation(TranslationOptions):
    fields = there(models.Image)


@register(models.Document)
class DocumentTranslation(TranslationOptions):
    fields = ("title",)


@register(models.Quote)
class QuoteTranslation(TranslationOptions):
    fields = there(models.Quote)


@register(models.LiveEntry)
class LiveEntryTranslation(TranslationOptions):
    fields = (
        *there(models.LiveEntry),
        "state",
        "shown_at",
        "changed_at",
        "is_summary",
        "change_kind",
    )
    empty_values: ClassVar = dict.fromkeys(("shown_at", "changed_at"))


@register(models.UrgentBanner)
class UrgentBannerTranslation(TranslationOptions):
    fields = ("text",)


@register(models.Correction)
class CorrectionTranslation(TranslationOptions):
    fields = ("text",)


@register(models.ArticleTemplate)
class ArticleTemplateTranslation(TranslationOptions):
    fields = ("name", "headline", "standfirst", "body", "contact", "about")


@register(models.Newsroom)
class NewsroomTranslation(TranslationOptions):
    fields = ("name", "tagline", "contact_name", "postal_address", "footer_note")


@register(models.PressContact)
class PressContactTranslation(TranslationOptions):
    fields = ("name", "role", "hours")


@register(models.MediaKit)
class MediaKitTranslation(TranslationOptions):
    fields = ("name", "slug", "description", "published_at")
    empty_values: ClassVar = {"published_at": None}


@register(models.GazetteerEntry)
class GazetteerEntryTranslation(TranslationOptions):
    fields = ("name",)


@register(models.Term)
class TermTranslation(TranslationOptions):
    fields = ("name", "aliases", "forbidden")
