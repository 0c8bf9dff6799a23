"""Which columns a field has: one for each language where it is translated."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from modeltranslation.translator import translator

from articles.languages import Language


def translated_fields(model: type[models.Model]) -> frozenset[str]:
    """The names of a model's fields that have one value per language."""
    registered = translator.get_registered_models(abstract=False)
    if model not in registered:
        return frozenset()
    return frozenset(translator.get_options_for_model(model).get_field_names())


def in_every_language(
    model: type[models.Model], name: str, languages: Iterable[Language] = ()
) -> tuple[str, ...]:
    """The columns of a field: one per language where it is translated, else itself."""
    if name in translated_fields(model):
        return tuple(language.field(name) for language in languages or Language.all())
    return (name,)
