"""What hangs on an article: its rows in the form, and their own lists; who writes them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.utils import unquote
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import models, transaction
from django.forms.models import _get_foreign_key
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.deleted_meanwhile import still_there
from articles.desk.directions import direction_of, with_names_apart
from articles.desk.editing import history
from articles.languages import Language
from articles.models import (
    Article,
    Attachment,
    Correction,
    Mention,
    Note,
    Quote,
    TopicOfArticle,
    Transition,
)
from articles.models.permissions import VIEW_ARTICLE
from articles.models.rights import WriteLimits

from .base import NewsroomAdmin, NewsroomStackedInline, NewsroomTabularInline
from .editing.submission import Next, SaveSteps, Submission, on_arrival
from .languages import LanguageColumns
from .requests import person
from .rows import RowForm, RowsFormSet


def write_limits_of(
    article: Article | None, request: HttpRequest, *, opened_before: bool = False
) -> WriteLimits:
    """What a person may not write in the form of an article.

    Args:
        opened_before: whether the form was opened before the article went live. It may say in
            its working copy what else is written on the article: it is handed over at once.
    """
    return (article or Article()).write_limits(person(request), anywhere=opened_before)


class PartlyReadOnlyForm(RowForm):
    """A row some columns of which its person only reads: of what is wrong in those, checks tell."""

    def _update_errors(self, errors: ValidationError) -> None:
        if hasattr(errors, "error_dict"):
            known = {NON_FIELD_ERRORS, *self.fields}
            said = {name: one for name, one in errors.error_dict.items() if name in known}
            if not said:
                return
            errors = ValidationError(said)
        super()._update_errors(errors)


class OfArticleInline(LanguageColumns, admin.options.InlineModelAdmin):
    """Rows of an article: its facts, in which each language has its own texts."""

    form = PartlyReadOnlyForm

    def __init__(
        self, parent_model: Any, admin_site: AdminSite, *, opened_before: bool = False
    ) -> None:
        super().__init__(parent_model, admin_site)
        self.opened_before = opened_before

    def write_limits(self, request: HttpRequest, obj: Any = None) -> WriteLimits:
        return write_limits_of(obj, request, opened_before=self.opened_before)

    def read_only_columns(self, request: HttpRequest, obj: Any = None) -> set[str]:
        """All but what ties a row to its article: it is judged beside what is typed there."""
        owner = _get_foreign_key(self.parent_model, self.model, fk_name=self.fk_name)
        return super().read_only_columns(request, obj) - {"id", owner.name}

    def writes_facts(self, request: HttpRequest, obj: Any) -> bool:
        return not self.write_limits(request, obj).facts

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and self.writes_facts(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self.writes_facts(request, obj)


class CorrectionRights(OfArticleInline):
    """Corrections are the business of those who may correct; the others read them."""

    def write_limits(self, request: HttpRequest, obj: Any = None) -> WriteLimits:
        is_live = obj is not None and obj.is_live_somewhere
        if obj is None or (obj.may_be_corrected_by(person(request)) and not is_live):
            return WriteLimits(facts=False, languages=frozenset())
        return WriteLimits(facts=True, languages=frozenset(Language.all()))


# In the form.


class QuoteInline(OfArticleInline, NewsroomStackedInline):
    model = Quote
    fields = [("speaker", "kind", "order"), "text", "position", "spoken_at"]
    autocomplete_fields = ["speaker", "spoken_at"]


class MentionInline(OfArticleInline, NewsroomTabularInline):
    model = Mention
    verbose_name_plural = gettext_lazy("People and organizations")
    is_beside = True
    fields = ["speaker", "organization"]
    autocomplete_fields = ["speaker", "organization"]


class TopicInline(OfArticleInline, NewsroomTabularInline):
    model = TopicOfArticle
    verbose_name, verbose_name_plural = gettext_lazy("topic"), gettext_lazy("Topics")
    is_beside = True
    fields = ["tag"]
    autocomplete_fields = ["tag"]


class AttachmentInline(OfArticleInline, NewsroomTabularInline):
    model = Attachment
    verbose_name, verbose_name_plural = gettext_lazy("document"), gettext_lazy("Documents")
    is_beside = True
    fields = ["document", "order"]
    autocomplete_fields = ["document"]


class CorrectionInline(CorrectionRights, NewsroomStackedInline):
    model = Correction
    fields = ["kind", "text", ("made_on", "public")]
    readonly_fields = ["kind"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Without what only dates a static page."""
        found = super().get_queryset(request)
        return found.exclude(kind=Correction.Kind.TYPOGRAPHICAL, article__site_page__gt="")


class TransitionInline(admin.TabularInline):
    """What was done, by whom. Nobody adds to it by hand."""

    model = Transition
    formset = RowsFormSet
    fields = [
        "language",
        "from_status",
        "to_status",
        "effective_at",
        "made_by",
        "made_at",
        "note",
    ]
    readonly_fields = fields
    can_delete = False
    max_num = 0

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("made_by")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(VIEW_ARTICLE)


# Lists of their own.


def hold_article_of_row(submission: Submission, go_on: Next) -> HttpResponse:
    """Hold the article of a row until the form is saved: nobody publishes it meanwhile."""
    key = submission.object_id if submission.is_sent else None
    row = key and submission.site.get_object(submission.request, unquote(key))
    if not row:
        return go_on(submission)
    with transaction.atomic():
        history.locked(row.article_id, row.article)
        return go_on(submission)


class OfArticleAdmin(NewsroomAdmin):
    """What hangs on an article, listed by itself: the rights are the article's.

    It is added in the article's form only. What hangs on an article that readers see is
    changed, and taken away, in its working copy only. What hangs on a working copy is not listed.
    """

    readonly_fields = ["article"]
    steps = SaveSteps(on_arrival(hold_article_of_row), NewsroomAdmin.steps.steps)

    def is_seen(self, obj: Any) -> bool:
        return obj is not None and obj.article.is_live_somewhere

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        mine = Article.objects.open_to(person(request))
        rows = super().get_queryset(request)
        return rows.filter(article__working_copy_of=None, article__in=mine)

    def write_limits(self, request: HttpRequest, obj: Any = None) -> WriteLimits:
        return obj.article.write_limits(person(request)) if obj else WriteLimits(True, frozenset())

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj) and not self.is_seen(obj)
        return allowed and (obj is None or obj.article.may_be_edited_by(request.user))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj) and not self.is_seen(obj)
        return allowed and (obj is None or obj.article.may_edit_facts(request.user))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete a row of what nobody can publish meanwhile.

        Raises:
            GoneError: somebody else was a moment faster.
            PermissionDenied: readers have it by now, or it is not theirs to delete any more.
        """
        with transaction.atomic():
            article = history.locked(obj.article_id, obj.article)
            row = still_there(self.model._base_manager.filter(pk=obj.pk), obj)
            row.article = article
            if self.is_seen(row):
                why = _(
                    "Readers have this article: what belongs to it is changed in its working copy."
                )
                raise PermissionDenied(why)
            if not self.has_delete_permission(request, row):
                raise PermissionDenied
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        for row in queryset.order_by("article", "pk"):
            self.delete_model(request, row)


@admin.register(Correction)
class CorrectionAdmin(OfArticleAdmin):
    list_display = ["__str__", "kind", "article", "made_on", "public"]
    list_filter = ["kind", "public", "made_on"]
    list_select_related = ["article"]
    search_fields = ["text"]
    date_hierarchy = "made_on"
    fields = ["article", "kind", "text", ("made_on", "public")]
    readonly_fields = ["article", "kind"]


@admin.register(Quote)
class QuoteAdmin(OfArticleAdmin):
    list_display = ["__str__", "speaker", "short_kind", "article"]
    list_filter = ["kind"]
    list_select_related = ["speaker", "article"]
    search_fields = ["text"]
    autocomplete_fields = ["speaker", "spoken_at"]
    fields = ["article", ("speaker", "kind", "order"), "text", "position", "spoken_at"]

    @admin.display(description=_("kind"), ordering="kind")
    def short_kind(self, quote: Quote) -> str:
        """« directe »: what it means is said where one chooses it."""
        return quote.get_kind_display().partition(":")[0].strip()


@admin.register(Note)
class NoteAdmin(OfArticleAdmin):
    """Every note, to be looked through; it is written, and settled, under its article."""

    list_display = ["__str__", "author", "article", "created_at", "resolved_at"]
    list_filter = [("resolved_at", admin.EmptyFieldListFilter), "created_at", "author"]
    list_select_related = ["author", "article"]
    search_fields = ["text", "author__username"]
    date_hierarchy = "created_at"
    ordering = ["-created_at", "-pk"]
    fields = readonly_fields = ["article", "words", "author", "created_at", "resolved_at"]

    @admin.display(description=gettext_lazy("note"))
    def words(self, note: Note) -> SafeString:
        lines = mark_safe(linebreaks(with_names_apart(note.text)))  # noqa: S308 - escaped there
        return format_html(
            '<div class="only-read" dir="{}">{}</div>', direction_of(note.text), lines
        )

    def has_view_permission(self, request: HttpRequest, obj: Note | None = None) -> bool:
        return person(request).has_perm(VIEW_ARTICLE)

    def has_change_permission(self, request: HttpRequest, obj: Note | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Note | None = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)
