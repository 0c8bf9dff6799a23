"""The two languages of each field side by side, each written in its own direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.views.main import ERROR_FLAG
from django.db import models
from django.forms import Field, Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField
from modeltranslation.translator import translator

from articles.languages import Language
from articles.models import Article, Image
from articles.models.moments import YEARS
from articles.search.entries import READ
from articles.search.results import for_desk
from articles.text.characters import kept

from .choosers import PictureSelect, RecordSelect
from .drafts import DraftsMixin
from .lists import AskedMixin
from .merging import MergingMixin
from .moments import OVERRIDES
from .names import deleted_objects
from .rights import Withholding, WithholdingAdmin, label_of, number, person
from .rows import KeyedRows


def translated_fields(model: type[models.Model]) -> frozenset[str]:
    """The names of a model's fields that have one value per language."""
    registered = translator.get_registered_models(abstract=False)
    if model not in registered:
        return frozenset()
    return frozenset(translator.get_options_for_model(model).get_field_names())


def in_every_language(model: type[models.Model], name: str) -> tuple[str, ...]:
    """The columns of a field: one per language where it is translated, else itself."""
    if name in translated_fields(model):
        return tuple(language.field(name) for language in Language.all())
    return (name,)


class SideBySide(Withholding):
    """Admins and inlines name a translated field once; it becomes a row of its languages.

    ``fieldsets``, ``fields`` and ``search_fields`` use the plain names.
    """

    formfield_overrides = OVERRIDES

    def rows(self, names: Iterable[Any]) -> list[Any]:
        """Each translated name as a row of its columns; other names and rows as they are."""
        columns = [
            in_every_language(self.model, name) if isinstance(name, str) else (name,)
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
        if db_field.related_model in {Article, Image}:
            # Chosen by its number, it would tell what it is, and be this person's to see.
            there = cast("Any", db_field.related_model).objects.for_desk(person(request))
            kwargs.setdefault("queryset", there)
        if db_field.related_model is Image:
            kwargs.setdefault("widget", PictureSelect(db_field, self.admin_site))
        elif db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        if isinstance(getattr(db_field, "translated_field", db_field), models.DateTimeField):
            clock = _("Time in %(city)s.") % {"city": Language.active().clock}
            kwargs["help_text"] = f"{db_field.help_text} {clock}".strip()
        if not isinstance(db_field, TranslationField):
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        language = Language(db_field.language)
        if isinstance(db_field, models.SlugField):
            # Latin addresses are plain ASCII; every other script keeps its letters.
            kwargs["allow_unicode"] = language.script != "Latn"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.label = label_of(db_field)
            if isinstance(db_field, models.CharField | models.TextField):
                field.widget.attrs |= {"lang": language.code, "dir": language.direction}
        return field


class NewsroomAdmin(AskedMixin, MergingMixin, SideBySide, DraftsMixin, WithholdingAdmin):
    """What every admin of the newsroom has."""

    view_on_site = False
    list_per_page = 50
    show_full_result_count = False

    class Media:
        css = {"all": ["admin-newsroom/admin.css", "admin-newsroom/history.css"]}
        js = ["admin-newsroom/directions.js", Script("admin-newsroom/pictures.js", type="module")]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """What the readers' search finds, in any state; else letters inside a word."""
        search_term = kept(search_term)
        if self.model in READ.values() and "://" not in search_term:
            found = for_desk(self.model, search_term, person(request))
            if found:
                return queryset.filter(pk__in=found), False
        return super().get_search_results(request, queryset, search_term)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list; one that is asked for a year that no clock can reckon with is shown whole.

        An action on what is no row of it is an action on nothing.
        """
        if request.method == "POST" and ACTION_CHECKBOX_NAME in request.POST:
            post: Any = request.POST.copy()
            chosen = [one for one in post.getlist(ACTION_CHECKBOX_NAME) if number(one)]
            post.setlist(ACTION_CHECKBOX_NAME, chosen)
            request.POST = post
        asked = [
            year
            for name in request.GET
            if name.endswith("__year")
            for year in request.GET.getlist(name)
        ]
        if not all(year.isdecimal() and len(year) < 5 and int(year) in YEARS for year in asked):
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        return super().changelist_view(request, extra_context)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the rows; say which address is another than was typed."""
        super().save_related(request, form, formsets, change)
        for name in (language.field("slug") for language in Language.all()):
            typed = f"{form[name].data or ''}".strip() if name in form.changed_data else ""
            slug = getattr(form.instance, name) if typed else ""
            if slug != typed:
                messages.info(request, _("The address is written “%(slug)s”.") % {"slug": slug})

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        return deleted_objects(objs, request, self.admin_site)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Add the pages that readers have of this, in each language."""
        record = context.get("original")
        if record is not None and hasattr(record, "languages_with_page"):
            context["pages"] = [
                {"language": language, "url": record.url_in(language)}
                for language in record.languages_with_page
            ]
        return super().render_change_form(request, context, *args, **kwargs)


class NewsroomStackedInline(KeyedRows, SideBySide, admin.StackedInline):
    extra = 0


class NewsroomTabularInline(KeyedRows, SideBySide, admin.TabularInline):
    extra = 0
