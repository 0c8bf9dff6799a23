"""Which fields have one value per language."""

from typing import ClassVar

from modeltranslation.translator import TranslationOptions, register

from articles import models


@register(models.Article)
class ArticleTranslation(TranslationOptions):
    fields = (
        "headline",
        "slug",
        "standfirst",
        "body",
        "status",
        "published_at",
        "live_until",
        "first_published_at",
        "translation_note",
    )
    empty_values: ClassVar = dict.fromkeys(
        ("slug", "published_at", "live_until", "first_published_at")
    )


@register(models.Event)
class EventTranslation(TranslationOptions):
    fields = ("name", "slug", "venue", "description", "aliases", "visibility")


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
    fields = ("alt", "caption", "credit")


@register(models.Quote)
class QuoteTranslation(TranslationOptions):
    fields = ("text", "position")


@register(models.Correction)
class CorrectionTranslation(TranslationOptions):
    fields = ("text",)


@register(models.Term)
class TermTranslation(TranslationOptions):
    fields = ("name", "aliases", "forbidden")
