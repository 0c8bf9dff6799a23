"""Columns of text that keep only what a text may have, wherever it comes from.

A form, the translation desk, XLIFF, an import, a fixture, a restored revision, a shell: all of
them write through a column, and so through these.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.db import models
from modeltranslation.fields import TranslationFieldDescriptor

from articles.languages import Language
from articles.text.characters import clean_lines_within, closed_lines, if_seen, one_line
from articles.text.slugs import slugify_for

from .inputs import OneLineInput, SlugInput, TextInput
from .mail_addresses import validate_mail_address

IN_AN_ADDRESS = re.compile(r"[-\w]+")


class CleanedTextMixin(models.Field):
    """A column of text that is tidied before it is written; the object at hand is, too."""

    input_class: Any = TextInput
    kind = ""
    """The Django class that migrations know it by: to the database it is any other."""

    def tidy(self, value: str) -> str:
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return if_seen(self.tidy(value)) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        tidied = self.tidy(value) if isinstance(value, str) else value
        # What stands for the active language's column is left to that column.
        standing = type(model_instance).__dict__.get(self.attname)
        is_own = not isinstance(standing, TranslationFieldDescriptor)
        if tidied != value and is_own:
            setattr(model_instance, self.attname, tidied)
        return tidied

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": self.input_class, **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{self.kind}", args, kwargs


class OneLineField(CleanedTextMixin, models.CharField):
    """One line: what broke it, on its way in, is a space."""

    input_class = OneLineInput
    kind = "CharField"

    def tidy(self, value: str) -> str:
        return one_line(value)


class ManyLinesField(CleanedTextMixin, models.TextField):
    kind = "TextField"

    def tidy(self, value: str) -> str:
        return closed_lines(value)


class OneLineEmailField(CleanedTextMixin, models.EmailField):
    kind = "EmailField"
    default_validators = [validate_mail_address]

    def tidy(self, value: str) -> str:
        return one_line(value)

    def formfield(self, **kwargs: Any) -> Any:
        return models.EmailField.formfield(self, **kwargs)


class PageSlugField(CleanedTextMixin, models.SlugField):
    """The end of an address: composed as browsers send it, and nothing that a link cannot have."""

    input_class = SlugInput
    kind = "SlugField"

    def tidy(self, value: str) -> str:
        slug = unicodedata.normalize("NFC", one_line(value))
        if not slug or IN_AN_ADDRESS.fullmatch(slug):
            return slug
        code = getattr(self, "language", None)
        is_latin = code is not None and Language(code).script == "Latn"
        return slugify_for(slug, is_latin, self.max_length or len(slug))


class PlainDataField(models.JSONField):
    """JSON whose texts have only what a text may have: no database takes all that Python does."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return super().get_db_prep_value(clean_lines_within(value), connection, prepared)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
