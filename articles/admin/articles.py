"""The admin of articles, and of what hangs on one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    Mention,
    Note,
    Quote,
    TopicOfArticle,
    Transition,
    Translation,
)
from articles.models.declarations import ARTICLE, EDITED_DATES, SEARCHED, TITLE, columns
from articles.models.permissions import VIEW_ARTICLE

from .abridged import AbridgedMixin
from .care import CareMixin
from .checks import ChecksMixin
from .conflicts import ConflictMixin
from .desk import DeskMixin
from .embargoes import EmbargoMixin
from .exchange import XliffMixin
from .history import HistoryMixin
from .languages import NewsroomAdmin, NewsroomStackedInline, NewsroomTabularInline
from .notes import NotesMixin
from .phases import PhaseFilter, states_of
from .preview import PreviewMixin
from .publication import PublicationMixin
from .rights import (
    ArticleRightsMixin,
    CorrectionRights,
    OfArticleInline,
    OfArticleRights,
    person,
)
from .suggestions import SuggestionsMixin
from .translations import TranslationMixin, missing_in
from .working_copies import WorkingCopyMixin


class QuoteInline(OfArticleInline, NewsroomStackedInline):
    model = Quote
    fields = [("speaker", "kind", "order"), "text", "position", "spoken_at"]
    autocomplete_fields = ["speaker", "spoken_at"]


class MentionInline(OfArticleInline, NewsroomTabularInline):
    model = Mention
    fields = ["speaker", "organization"]
    autocomplete_fields = ["speaker", "organization"]


class TopicInline(OfArticleInline, NewsroomTabularInline):
    model = TopicOfArticle
    fields = ["tag"]
    autocomplete_fields = ["tag"]


class CorrectionInline(CorrectionRights, NewsroomStackedInline):
    model = Correction
    fields = ["kind", "text", ("made_on", "public")]
    readonly_fields = ["kind"]


class TransitionInline(admin.TabularInline):
    """What was done, by whom. Nobody adds to it by hand."""

    model = Transition
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


@admin.register(Article)
class ArticleAdmin(
    ArticleRightsMixin,
    AbridgedMixin,
    WorkingCopyMixin,
    ConflictMixin,
    HistoryMixin,
    PreviewMixin,
    NotesMixin,
    XliffMixin,
    DeskMixin,
    TranslationMixin,
    CareMixin,
    SuggestionsMixin,
    ChecksMixin,
    EmbargoMixin,
    PublicationMixin,
    NewsroomAdmin,
):
    list_display = [
        "__str__",
        "states",
        "translation_states",
        "kind",
        "event",
        "source",
        "updated_at",
        "pending",
    ]
    list_filter = [
        *((language.field("status"), PhaseFilter) for language in Language.all()),
        "kind",
        "source",
        "updated_at",
    ]
    list_select_related = ["event", "source", "working_copy"]
    search_fields = [*SEARCHED, "source_url"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["dateline", "event", "source", "lead_image"]
    fieldsets = [
        (_("Text"), {"fields": [TITLE, "slug", *ARTICLE.having("translated").names[1:]]}),
        (
            _("Report"),
            {"fields": [("kind", "byline"), ("dateline", "event"), "lead_image"]},
        ),
        (
            _("Source"),
            {
                "fields": [
                    ("source", "own_reporting"),
                    ("source_url", "source_published_on"),
                    ("original_language",),
                    *ARTICLE.lacking("translated").names,
                ]
            },
        ),
        (_("Publication"), {"fields": [*EDITED_DATES]}),
    ]
    inlines = [QuoteInline, MentionInline, TopicInline, CorrectionInline, TransitionInline]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        queryset = super().get_queryset(request)
        page = request.resolver_match.url_name if request.resolver_match else None
        if page and page.endswith("_changelist"):
            translations = Prefetch("translations", Translation.objects.defer("pairs"))
            of_copies = Prefetch("working_copy__translations", Translation.objects.defer("pairs"))
            queryset = queryset.defer("source_text", *columns(ARTICLE.lacking("listed")))
            queryset = queryset.prefetch_related(translations, of_copies)
        return queryset

    @admin.display(description=_("state"))
    def states(self, article: Article) -> SafeString:
        # Of a language in which nothing is written, the column of translations says so.
        return states_of(article, missing_in(article))


class OfArticleAdmin(OfArticleRights, NewsroomAdmin):
    """What hangs on an article, listed by itself; what hangs on a working copy is not."""

    readonly_fields = ["article"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).filter(article__working_copy_of=None)


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
    list_display = ["__str__", "speaker", "kind", "article"]
    list_filter = ["kind"]
    list_select_related = ["speaker", "article"]
    search_fields = ["text"]
    autocomplete_fields = ["speaker", "spoken_at"]
    fields = ["article", ("speaker", "kind", "order"), "text", "position", "spoken_at"]


@admin.register(Note)
class NoteAdmin(OfArticleAdmin):
    """Every note, to be looked through; it is written, and settled, under its article."""

    list_display = ["__str__", "author", "article", "created_at", "resolved_at"]
    list_filter = [("resolved_at", admin.EmptyFieldListFilter), "created_at", "author"]
    list_select_related = ["author", "article"]
    search_fields = ["text", "author__username"]
    date_hierarchy = "created_at"
    ordering = ["-created_at", "-pk"]
    fields = readonly_fields = ["article", "text", "author", "created_at", "resolved_at"]

    def has_view_permission(self, request: HttpRequest, obj: Note | None = None) -> bool:
        return person(request).has_perm(VIEW_ARTICLE)

    def has_change_permission(self, request: HttpRequest, obj: Note | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Note | None = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)
