"""What a person may not write is shown in its place, as readers read it, and no POST writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from http import HTTPStatus
from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import models
from django.forms.models import _get_foreign_key
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import formats
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from articles.desk.readers import seen_in
from articles.languages import Language
from articles.models import Article, User
from articles.models.fields import RichTextField
from articles.models.permissions import WITHDRAW_ARTICLE
from articles.models.rights import Withheld

from .rows import RowForm

KEY_DIGITS = 18


def person(request: HttpRequest) -> User:
    """Who is at the desk: every page of it asks for an account first."""
    return cast("User", request.user)


def number(sent: str) -> int:
    """The key of a row as a browser sent it; 0, which no row has, for what is none."""
    is_one = sent.isascii() and sent.isdecimal() and len(sent) <= KEY_DIGITS
    return int(sent) if is_one else 0


def label_of(field: TranslationField) -> str:
    """« Titre (français) »: what a translated column is called in a form."""
    return _("%(field)s (%(language)s)") % {
        "field": capfirst(field.translated_field.verbose_name),
        "language": Language.active().name_of(Language(field.language)),
    }


class ColumnShown:
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
        elif isinstance(self.field, models.DateTimeField):
            return SafeString(formats.localize(value))
        elif choices := dict(getattr(self.field, "flatchoices", ())):
            return SafeString(choices.get(value, value))
        elif isinstance(self.field, models.TextField):
            value = mark_safe(linebreaks(value, autoescape=True))  # noqa: S308 - escaped there
        return format_html(
            '<div class="only-read" lang="{}" dir="{}">{}</div>',
            language.code,
            language.direction,
            value,
        )


@cache
def shown(field: TranslationField) -> ColumnShown:
    return ColumnShown(field)


class Withholding(admin.options.BaseModelAdmin):
    """Admins and inlines show what the person may not write, and have no input for it."""

    def withheld(self, request: HttpRequest, obj: Any = None) -> Withheld:
        """What is kept from this person; of an inline, ``obj`` is the page's record."""
        return person(request).withheld()

    def columns_withheld(self, request: HttpRequest, obj: Any = None) -> set[str]:
        withheld = self.withheld(request, obj)
        return {field.name for field in self.model._meta.concrete_fields if withheld.holds(field)}

    def to_read(self, fieldsets: Any, request: HttpRequest, obj: Any) -> Any:
        """The fieldsets, with each withheld column of a language in the form that is read."""
        names = self.columns_withheld(request, obj)

        def replaced(name: Any) -> Any:
            if isinstance(name, list | tuple):
                return tuple(replaced(one) for one in name)
            if name not in names:
                return name
            field = self.model._meta.get_field(name)
            return shown(field) if isinstance(field, TranslationField) else name

        return [
            (title, {**options, "fields": [replaced(one) for one in options["fields"]]})
            for title, options in fieldsets
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[Any]:
        names = self.columns_withheld(request, obj)
        fields = [self.model._meta.get_field(name) for name in sorted(names)]
        return [
            *super().get_readonly_fields(request, obj),
            *(shown(one) if isinstance(one, TranslationField) else one.name for one in fields),
        ]


class WithholdingAdmin(Withholding, admin.ModelAdmin):
    """The page itself: a POST that names what it had no input for is refused as a whole."""

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, *args: Any) -> HttpResponse:
        """To the first page, which says so; but nobody who has typed something is led away."""
        if request.method == "POST":
            raise Http404
        return super()._get_obj_does_not_exist_redirect(request, *args)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method == "POST":
            self.refuse_forged(request, object_id)
        return super().changeform_view(request, object_id, *args, **kwargs)

    def refuse_forged(self, request: HttpRequest, object_id: str | None) -> None:
        """Refuse a POST with values for columns that this person's form does not have.

        Raises:
            PermissionDenied: there are some.
        """
        record = self.get_object(request, object_id) if object_id else None
        if object_id and record is None:
            return
        names = self.columns_withheld(request, record)
        posted = posted_names(request)
        forged = names & posted
        for inline in self.get_inline_instances(request, record):
            if isinstance(inline, Withholding):
                forged |= forged_rows(inline, self.model, request, record, posted)
        if forged:
            raise PermissionDenied(_("You may not write this: %s.") % ", ".join(sorted(forged)))


def posted_names(request: HttpRequest) -> set[str]:
    """The names in a POST; a moment, which comes in two parts, by its own too."""
    return {re.sub(r"_\d$", "", name) for name in request.POST} | set(request.POST)


def forged_rows(
    inline: Any, parent: Any, request: HttpRequest, record: Any, posted: set[str]
) -> set[str]:
    """The names in a POST that an inline has no input for."""
    owner = _get_foreign_key(parent, inline.model, fk_name=inline.fk_name)
    kept = inline.columns_withheld(request, record) - {"id", owner.name}
    row = re.compile(rf"{re.escape(str(owner.remote_field.related_name))}-\d+-(\w+)")
    return {name for name in posted if (match := row.fullmatch(name)) and match[1] in kept}


def withheld_of(article: Article | None, request: HttpRequest) -> Withheld:
    """What a person may not write in the form of an article.

    A form that was opened before the article went live may say in its working copy what else is
    written on the article: it is handed over at once (``admin/working_copies.py``).
    """
    anywhere = getattr(request, "opened_before", False)
    return (article or Article()).withheld(person(request), anywhere=anywhere)


class ArticleRightsMixin(admin.ModelAdmin):
    """For the admin of articles: whose it is, and in which state, decides."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        articles: Any = super().get_queryset(request)
        return articles.for_desk(request.user)

    def withheld(self, request: HttpRequest, obj: Any = None) -> Withheld:
        return withheld_of(obj, request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.may_be_edited_by(request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.may_be_deleted_by(request.user))

    def delete_view(self, request: HttpRequest, object_id: str, *args: Any) -> HttpResponse:
        """The question; of what readers have, why it is not asked, and what comes first."""
        try:
            return super().delete_view(request, object_id, *args)
        except PermissionDenied:
            article = self.get_object(request, unquote(object_id))
            if article is None or not self.is_kept_for_readers(request, article):
                raise
        context = self.admin_site.each_context(request) | {
            "title": _("Not deleted: readers have it"),
            "opts": self.opts,
            "original": article,
            "seen_in": seen_in(article),
            "may_withdraw": person(request).has_perm(WITHDRAW_ARTICLE),
        }
        template = "admin/articles/article/not_deleted.html"
        return TemplateResponse(request, template, context, status=HTTPStatus.FORBIDDEN)

    def is_kept_for_readers(self, request: HttpRequest, article: Article) -> bool:
        """Whether readers alone are why this person does not delete an article."""
        may = super().has_delete_permission(request) and article.is_open_to(person(request))
        return may and article.is_live_somewhere

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)


class PartlyReadForm(RowForm):
    """A row some columns of which its person only reads: of what is wrong in those, checks tell."""

    def _update_errors(self, errors: ValidationError) -> None:
        if hasattr(errors, "error_dict"):
            known = {NON_FIELD_ERRORS, *self.fields}
            said = {name: one for name, one in errors.error_dict.items() if name in known}
            if not said:
                return
            errors = ValidationError(said)
        super()._update_errors(errors)


class OfArticleInline(Withholding, admin.options.InlineModelAdmin):
    """Rows of an article: its facts, in which each language has its own texts."""

    def withheld(self, request: HttpRequest, obj: Any = None) -> Withheld:
        return withheld_of(obj, request)

    form = PartlyReadForm

    def columns_withheld(self, request: HttpRequest, obj: Any = None) -> set[str]:
        """All but what ties a row to its article: it is judged beside what is typed there."""
        owner = _get_foreign_key(self.parent_model, self.model, fk_name=self.fk_name)
        return super().columns_withheld(request, obj) - {"id", owner.name}

    def writes_facts(self, request: HttpRequest, obj: Any) -> bool:
        return not self.withheld(request, obj).facts

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and self.writes_facts(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self.writes_facts(request, obj)


class CorrectionRights(OfArticleInline):
    """Corrections are the business of those who may correct; the others read them."""

    def withheld(self, request: HttpRequest, obj: Any = None) -> Withheld:
        is_live = obj is not None and obj.is_live_somewhere
        if obj is None or (obj.may_be_corrected_by(person(request)) and not is_live):
            return Withheld(facts=False, languages=frozenset())
        return Withheld(facts=True, languages=frozenset(Language.all()))


class OfArticleRights(admin.ModelAdmin):
    """What hangs on an article, listed by itself: the rights are the article's.

    It is added in the article's form only. What hangs on an article that readers see is
    changed, and taken away, in its working copy only.
    """

    def is_seen(self, obj: Any) -> bool:
        return obj is not None and obj.article.is_live_somewhere

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        mine = Article.objects.open_to(person(request))
        return super().get_queryset(request).filter(article__in=mine)

    def withheld(self, request: HttpRequest, obj: Any = None) -> Withheld:
        return obj.article.withheld(person(request)) if obj else Withheld(True, frozenset())

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj) and not self.is_seen(obj)
        return allowed and (obj is None or obj.article.may_be_edited_by(request.user))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj) and not self.is_seen(obj)
        return allowed and (obj is None or obj.article.may_edit_facts(request.user))
