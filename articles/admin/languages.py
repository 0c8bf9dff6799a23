"""The two languages of each field side by side, each written in its own direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.forms import Field
from django.http import HttpRequest
from django.utils import formats
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.fields import TranslationField

from articles.languages import Language, named_with_language
from articles.models import Article, Document, Image
from articles.models.fields import RichTextField
from articles.models.rights import WriteLimits
from articles.models.typography_checks import customs_of
from articles.text.typography.number_rule import page_with_numbers

from .choosers import PictureSelect, RecordSelect, RecordsField, RecordsSelect
from .date_fields import OVERRIDES
from .publication.read_only_body import as_read
from .requests import person
from .translated_columns import in_every_language


def label_of(field: TranslationField) -> str:
    """« Titre (français) »: what a translated column is called in a form."""
    return named_with_language(capfirst(field.translated_field.verbose_name), field.language)


NOT_ONE = gettext_lazy(
    "What was chosen is not there. It was deleted meanwhile, or this is not the name of one "
    "record: choose it from the list."
)


class ReadOnlyColumn:
    """A column of one language that is to be read, not written: with its language and direction."""

    admin_order_field = None
    boolean = False
    allow_tags = False

    def __init__(self, field: TranslationField) -> None:
        self.field = field
        self.__name__ = field.name

    @property
    def short_description(self) -> str:
        return label_of(self.field)

    def __call__(self, record: models.Model) -> SafeString:
        value, language = getattr(record, self.field.attname), Language(self.field.language)
        if value in {None, ""}:
            return SafeString("–")
        if isinstance(self.field, RichTextField):
            value = mark_safe(value)  # noqa: S308 - sanitised when it was saved
            if isinstance(record, Article) and self.field.name == language.field("body"):
                # What its figures name is shown, as to readers.
                value = as_read(record, language)
        elif isinstance(self.field, models.DateTimeField):
            return SafeString(formats.localize(value))
        elif choices := dict(getattr(self.field, "flatchoices", ())):
            return SafeString(choices.get(value, value))
        elif isinstance(self.field, models.TextField):
            value = mark_safe(linebreaks(value, autoescape=True))  # noqa: S308 - escaped there
        shown = format_html(
            '<div class="only-read" lang="{}" dir="{}">{}</div>',
            language.code,
            language.direction,
            value,
        )
        return mark_safe(page_with_numbers(shown, customs_of(language)))  # noqa: S308 - the same


@cache
def read_only_column(field: TranslationField) -> ReadOnlyColumn:
    return ReadOnlyColumn(field)


def without_deletion(field: Any) -> Any:
    """The field; where it chooses a record, with nothing beside it that deletes the record."""
    if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
        field.widget.can_delete_related = False
    return field


class LanguageColumns(admin.options.BaseModelAdmin):
    """Admins and inlines name a translated field once; it becomes a row of its languages.

    ``fieldsets``, ``fields`` and ``search_fields`` use the plain names. What the person may not
    write is shown, and has no input.
    """

    formfield_overrides = OVERRIDES

    def rows(self, names: Iterable[Any]) -> list[Any]:
        """Each translated name as a row of its columns; other names and rows as they are."""
        columns = [
            in_every_language(self.model, name, Language.active().then_others)
            if isinstance(name, str)
            else (name,)
            for name in names
        ]
        return [row if len(row) > 1 else row[0] for row in columns]

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        declared = self.fieldsets or [(None, {"fields": list(self.fields or ())})]
        fieldsets = []
        for title, options in declared:
            classes = [*options.get("classes", ()), "side-by-side"]
            fields = self.rows(options["fields"])
            fieldsets.append((title, {**options, "fields": fields, "classes": classes}))
        return self.to_read(fieldsets, request, obj)

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Sequence[Any]:
        return flatten_fieldsets(self.get_fieldsets(request, obj))

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return [
            column
            for name in getattr(self, "search_fields", ())
            for column in in_every_language(self.model, name)
        ]

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.related_model in {Article, Document, Image}:
            # Chosen by its number, it would tell what it is, and be this person's to see.
            there = cast("Any", db_field.related_model).objects.for_desk(person(request))
            kwargs.setdefault("queryset", there)
        kwargs.setdefault("error_messages", {"invalid_choice": NOT_ONE})
        if db_field.related_model is Image:
            kwargs.setdefault("widget", PictureSelect(db_field, self.admin_site))
        elif db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("form_class", RecordsField)
            kwargs.setdefault("widget", RecordsSelect(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        if isinstance(getattr(db_field, "translated_field", db_field), models.DateTimeField):
            language = Language.active()
            clock = language.contracted(_("Time in %(city)s.") % {"city": language.clock})
            kwargs["help_text"] = f"{db_field.help_text} {clock}".strip()
        if not isinstance(db_field, TranslationField):
            field = without_deletion(super().formfield_for_dbfield(db_field, request, **kwargs))
            if field is not None and db_field.name == "telephone":
                # Its groups go from the left in every language, the sign before them.
                field.widget.attrs["dir"] = "ltr"
            return field
        language = Language(db_field.language)
        if isinstance(db_field, models.SlugField):
            # Latin addresses are plain ASCII; every other script keeps its letters.
            kwargs["allow_unicode"] = language.script != "Latn"
            if getattr(self.model, "title_field", "") == "name":
                kwargs["help_text"] = _(
                    "The end of the page’s address. Left empty, it is made from the name."
                )
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.label = label_of(db_field)
            if isinstance(db_field, models.CharField | models.TextField):
                field.widget.attrs |= {"lang": language.code, "dir": language.direction}
        return field

    # What is only read.

    def write_limits(self, request: HttpRequest, obj: Any = None) -> WriteLimits:
        """What is kept from this person; of an inline, ``obj`` is the page's record."""
        return person(request).write_limits()

    def read_only_columns(self, request: HttpRequest, obj: Any = None) -> set[str]:
        limits = self.write_limits(request, obj)
        return {field.name for field in self.model._meta.concrete_fields if limits.holds(field)}

    def to_read(self, fieldsets: Any, request: HttpRequest, obj: Any) -> Any:
        """The fieldsets, with each read-only column of a language in the form that is read."""
        names = self.read_only_columns(request, obj)
        is_form = isinstance(self, admin.ModelAdmin) and obj is not None
        if is_form and not self.has_change_permission(request, obj):
            # Nothing of it is written: its texts are read in their direction all the same.
            names |= {field.name for field in self.model._meta.concrete_fields}

        def replaced(name: Any) -> Any:
            if isinstance(name, list | tuple):
                return tuple(replaced(one) for one in name)
            if name not in names:
                return name
            field = self.model._meta.get_field(name)
            return read_only_column(field) if isinstance(field, TranslationField) else name

        return [
            (title, {**options, "fields": [replaced(one) for one in options["fields"]]})
            for title, options in fieldsets
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[Any]:
        names = self.read_only_columns(request, obj)
        fields = [self.model._meta.get_field(name) for name in sorted(names)]
        return [
            *super().get_readonly_fields(request, obj),
            *(
                read_only_column(one) if isinstance(one, TranslationField) else one.name
                for one in fields
            ),
        ]
