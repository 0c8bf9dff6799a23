"""The admin of articles: the list, the form, and who may do what with them."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Prefetch
from django.forms import Field, Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.translation import gettext as _

from articles.desk.editing import presence
from articles.desk.editing.waiting_changes import with_article
from articles.languages import Language
from articles.models import Article, Translation
from articles.models.declarations import ARTICLE, SEARCHED, columns
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.models.rights import WriteLimits
from articles.text.characters import clean_lines

from .article_list import (
    AuthorFilter,
    EventFilter,
    PictureFilter,
    PileFilter,
    SpeakerFilter,
    TopicFilter,
    headline,
)
from .article_pages import PAGES
from .article_rows import (
    AttachmentInline,
    CorrectionInline,
    MentionInline,
    OfArticleInline,
    QuoteInline,
    TopicInline,
    TransitionInline,
    write_limits_of,
)
from .base import NewsroomAdmin, pages_of_readers
from .choosers import offered_records
from .editing.article_submission import OPEN, ArticleSubmission, SaveOptions
from .editing.duplicating import duplicate_beside
from .editing.history import (
    HistoryPage,
    NotDeletedPage,
    ReadersHaveItError,
    delete_article,
    may_recover,
)
from .editing.merging import newest_and_colleagues
from .editing.notes import notes_beside
from .editing.shown_article import read_rows, with_what_hangs_on
from .editing.steps import STEPS
from .editing.working_copies import lead_to_article
from .editing.working_copy_panel import (
    inlines_here,
    is_only_shown,
    with_mark_of_changes,
    working_copy_beside,
)
from .importing.links import received_beside
from .importing.sender_notices import told_beside
from .listing.bulk_action_page import actions_for
from .listing.columns import choices, chosen_columns, related_to
from .listing.export import export_csv
from .listing.filter_choices import Offers, SourceFilter
from .listing.periods import AppearancePeriod, ChangePeriod
from .listing.saved_lists import saved_beside
from .listing.years import DatedPages, ListWithYears
from .live.desk_page import live_beside
from .live.urgent import announce_beside
from .mailing.embargoed import embargoed_beside
from .publication.abridged import among_what_is_seen
from .publication.button_labels import labels_address
from .publication.checks import change_url, checks_beside
from .publication.dates import frozen_for
from .publication.embargoes import with_embargo_line
from .publication.moves import ArticleForm, moves_to_make
from .publication.preview import previews
from .publication.states import PhaseFilter
from .publication.typography import marked_for_typography
from .requests import person
from .site_pages import of_site_page, site_page_beside, site_page_of
from .templates import templates_beside, words_of_template
from .translation.translation_page import translations_beside
from .translation.xliff import export_actions
from .writing import FIELDSETS, HEADLINES, HeadlineInput, language_by_language, writing_desk

BESIDE = (
    *("event__place", "event__parent", "dateline", "source", "lead_image"),
    *("created_by", "working_copy", "working_copy_of"),
)
"""The records that the form of an article shows."""


OF_COPY = tuple(f"working_copy_of__{one}" for one in ("created_by", "source", "event"))
SHOW_ONE = {f"articles_article_{one}" for one in ("publish", "translate", "delete", "look", "step")}
"""Pages that show an article, with the records that it names."""


@admin.register(Article)
class ArticleAdmin(NewsroomAdmin):
    """What becomes of a form is said in ``STEPS`` (``editing/steps.py``), in order."""

    form = ArticleForm
    submission_class = ArticleSubmission
    submission: ArticleSubmission = ArticleSubmission(None, HttpRequest())
    offers: Offers
    """What the filters offer: of the admin of one list."""
    steps = STEPS
    panels = (
        working_copy_beside,
        newest_and_colleagues,
        previews,
        embargoed_beside,
        received_beside,
        told_beside,
        notes_beside,
        labels_address,
        translations_beside,
        checks_beside,
        moves_to_make,
        pages_of_readers,
        duplicate_beside,
        templates_beside,
        site_page_beside,
        live_beside,
        announce_beside,
        writing_desk,
    )
    list_display_links = [headline]
    list_select_related = ["event", "working_copy", "created_by", "lead_image"]
    search_fields = [*SEARCHED, "source_url"]
    date_hierarchy = "created_at"
    paginator = DatedPages
    autocomplete_fields = ["dateline", "event", "source", "lead_image"]
    fieldsets = FIELDSETS
    inlines = [
        QuoteInline,
        MentionInline,
        TopicInline,
        AttachmentInline,
        CorrectionInline,
        TransitionInline,
    ]

    class Media:
        css = {
            "all": [
                f"admin-newsroom/{name}.css"
                for name in ("notes", "checks", "writing", "body-parts")
            ]
        }
        js = [
            Script(f"admin-newsroom/{name}.js", type="module")
            for name in (
                "presence",
                "notes",
                "labels",
                "typography",
                "checks",
                "copy",
                "writing",
                "writing-keys",
                "writing-numbers",
                "chips",
            )
        ]

    def get_urls(self) -> list[URLPattern]:
        ours = [page.at(self, address, f"articles_{name}") for page, address, name in PAGES]
        return [*ours, *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return HistoryPage.answer(self, request, object_id=object_id)

    def read_to_show(self, request: HttpRequest, object_id: str) -> Any:
        article = super().read_to_show(request, object_id)
        if article is not None and not article.is_abridged:
            read_rows(article)
        return article

    # The list.

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """The articles that this person finds: in lists without working copies, else with them."""
        page = request.resolver_match.url_name if request.resolver_match else ""
        articles: Any
        if page in {"articles_article_changelist", "autocomplete"}:
            articles = with_mark_of_changes(super().get_queryset(request)).filter(site_page="")
        else:
            articles = Article.with_copies.order_by(*self.get_ordering(request) or ["-pk"])
        articles = articles.for_desk(person(request))
        if page in {"articles_article_changes", "articles_article_discard"}:
            articles = with_article(articles)
        elif page in SHOW_ONE:
            articles = articles.select_related(*BESIDE, *OF_COPY)
        if self.submission.request is request and not self.submission.is_sent:
            articles = with_what_hangs_on(articles.select_related(*BESIDE))
        if page == "articles_article_changelist":
            translations = Prefetch("translations", Translation.objects.defer("pairs"))
            of_copies = Prefetch("working_copy__translations", Translation.objects.defer("pairs"))
            unlisted = ["source_text", *columns(ARTICLE.lacking("listed"))]
            articles = articles.defer(*unlisted, *(f"working_copy__{one}" for one in unlisted))
            articles = articles.prefetch_related(translations, of_copies)
        return articles

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list, whose filters find at its admin what they offer: asked for once."""
        listing = copy(self)
        listing.offers = Offers()
        return super(ArticleAdmin, listing).get_changelist_instance(request)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {
            "may_recover": may_recover(self, request),
            "columns": choices(person(request)),
            **(saved_beside(request) if request.method != "POST" else {}),
            **(extra_context or {}),
        }
        return super().changelist_view(request, context)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        user, search_term = person(request), clean_lines(search_term)
        if user.has_perm(EDIT_ANY_ARTICLE) or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        among = offered_records(request, queryset)
        found = among_what_is_seen(
            user, search_term, lambda: self.by_letters(request, among, search_term)[0], among
        )
        return found, False

    def get_actions(
        self, request: HttpRequest, action_location: Any = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        actions = super().get_actions(request, action_location)
        if IS_POPUP_VAR in request.GET or action_location != ActionLocation.CHANGE_LIST:
            return actions
        name = export_csv.__name__
        exports = {name: (export_csv, name, _("Export (CSV)")), **export_actions()}
        ours = actions_for(person(request))
        last = {"delete_selected": ours.pop("delete_selected", None)}
        actions.pop("delete_selected", None)
        return {**actions, **ours, **exports, **{key: one for key, one in last.items() if one}}

    def get_list_filter(self, request: HttpRequest) -> Any:
        languages = Language.active().then_others
        states = [(language.field("status"), PhaseFilter) for language in languages]
        periods = [AppearancePeriod, ChangePeriod]
        source = ("source", SourceFilter)
        named = [AuthorFilter, EventFilter, SpeakerFilter, TopicFilter, source, PictureFilter]
        return [*states, *periods, "kind", *named, PileFilter]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ListWithYears]:
        return ListWithYears

    def get_list_select_related(self, request: HttpRequest) -> Any:
        return [*self.list_select_related, *related_to(person(request))]

    def get_paginator(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        pages: DatedPages = super().get_paginator(request, *args, **kwargs)
        pages.is_searched = bool(request.GET.get(SEARCH_VAR, "").strip())
        return pages

    def get_list_display(self, request: HttpRequest) -> Any:
        """The columns that this person has chosen; of the languages, the reader's own first."""
        return chosen_columns(person(request))

    # Who may: whose it is, and in which state, decides.

    def write_limits(self, request: HttpRequest, obj: Any = None) -> WriteLimits:
        return write_limits_of(obj, request, opened_before=self.submission.opened_before)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.may_be_edited_by(request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.may_be_deleted_by(request.user))

    # The form.

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if is_only_shown(obj):
            return [(None, {"fields": []})]
        laid_out = language_by_language(super().get_fieldsets(request, obj))
        return of_site_page(with_embargo_line(laid_out, obj), site_page_of(request, obj))

    def get_inlines(self, request: HttpRequest, obj: Article | None) -> Any:
        inlines = inlines_here(super().get_inlines(request, obj), obj)
        if site_page_of(request, obj):
            inlines = [
                one for one in inlines if one not in {QuoteInline, MentionInline, TopicInline}
            ]
        if not self.submission.opened_before:
            return inlines
        return [
            partial(one, opened_before=True) if issubclass(one, OfArticleInline) else one
            for one in inlines
        ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_changeform_initial_data(request), **words_of_template(request)}

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.options = SaveOptions.of(request.POST)
        form.frozen = frozen_for(obj, request.user) if obj else {}
        return form

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        if db_field.name in HEADLINES:
            kwargs.setdefault("widget", HeadlineInput())
        if db_field.name == "kind":
            kwargs.setdefault(
                "help_text", _("A live coverage is written on a page of its own, once saved.")
            )
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return marked_for_typography(field, db_field)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        message = super().construct_change_message(request, form, formsets, add)
        self.submission.outcome.is_unchanged = not message
        return message

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        if OPEN in request.POST and self.submission.outcome.is_unchanged:
            return HttpResponseRedirect(change_url(obj))
        presence.forget_presence(obj, person(request))
        return lead_to_article(request, obj, super().response_change(request, obj))

    def response_post_save_add(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self.back_to_text(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self.back_to_text(request, obj) or super().response_post_save_change(request, obj)

    def back_to_text(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """Who submitted or published a text stays at it; who closes it goes to the list."""
        if SaveOptions.of(request.POST).move is None or not article.is_open_to(person(request)):
            return None
        filters: Any = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, change_url(article)))

    def message_user(
        self, request: HttpRequest, message: Any, level: Any = messages.INFO, *args: Any, **kw: Any
    ) -> None:
        """What a step did of a text is said by the step; that it was saved, not once more."""
        if not (self.submission.outcome.is_told and level == messages.SUCCESS):
            super().message_user(request, message, level, *args, **kw)

    def left_by(self, submission: ArticleSubmission) -> dict[str, Any]:
        saved = submission.outcome.saved
        article = saved and (saved if saved.pk else saved.working_copy_of)
        revision = article and article.revisions.values_list("pk", flat=True).first()
        return {"revision": f"{revision}"} if revision else {}

    # Deleting.

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The page that asks; for a live article, one that says to withdraw it first."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except ReadersHaveItError as refusal:
            return NotDeletedPage.answer(self, request, article=refusal.article)
        except PermissionDenied:
            article: Any = self.get_object(request, unquote(object_id))
            may = super().has_delete_permission(request)
            is_read = article is not None and article.is_live_somewhere
            # Readers alone are why this person, who may see all of it, does not delete it.
            if not (may and is_read and article.is_open_to(person(request))):
                raise
        return NotDeletedPage.answer(self, request, article=article)

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        delete = super().delete_model
        delete_article(obj, person(request), lambda: delete(request, obj))
