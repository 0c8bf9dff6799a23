"""What every admin of the desk begins with, and every row in a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from itertools import chain
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import Media, Script
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.directions import in_own_direction
from articles.languages import Language
from articles.models.alphabet import in_alphabet
from articles.models.date_fields import YEARS
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.search.desk_search import entries_at_desk, records_of
from articles.search.entries import INDEXED_MODELS
from articles.text.characters import PRESENTED, clean_lines

from .choosers import offered_records
from .deletion_names import deleted_objects
from .django_pages import with_counts, with_heading, words_of_deletion
from .editing.drafts import forget_draft
from .editing.forged import refuse_forged
from .editing.gone_references import ask_for_references, save_or_show_again
from .editing.more_rows import add_rows
from .editing.record_merging import RecordForm, content_now, merge_record, opened_state
from .editing.sent_forms import name_new_record, save_once
from .editing.submission import (
    NOTHING_SENT,
    SaveStage,
    SaveSteps,
    Submission,
    on_arrival,
    on_writing,
    once_valid,
    once_written,
)
from .languages import LanguageColumns
from .lists import SafeList, all_or_nothing, asked_of, column_of_names
from .model_words import with_words_to_add, words_of_form
from .page_scripts import OURS, lighter
from .refused_deletions import with_reason
from .requests import number, person
from .rows import KeyedRows

type Panel = Callable[[Any, dict[str, Any]], Mapping[str, Any]]
"""What a form shows beside its fields, of a submission and the values of its page so far: in
``original`` the record, where there is one."""


class DeskAdmin(admin.ModelAdmin):
    """What every admin of the desk has, that of accounts too.

    Who may not see every text asks a list only for what it offers to filter by: any other
    question would tell which record another's draft names. A form that is saved is not offered
    back by the browser.
    """

    empty_value_display = format_html('<span class="nothing">{}</span>', "–")
    """In lists and forms alike; on a phone a list leaves it out."""
    delete_confirmation_max_display = 10

    @property
    def media(self) -> Media:
        """Django's scripts, without those that are made of jQuery."""
        return lighter(super().media)

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        if not super().lookup_allowed(lookup, value, request):
            return False
        return person(request).has_perm(EDIT_ANY_ARTICLE) or any(
            lookup == name or lookup.startswith(f"{name}__") for name in self.filtered_by(request)
        )

    def filtered_by(self, request: HttpRequest) -> set[str]:
        """What the list may be asked for, by names of columns and of filters."""
        filters: list[Any] = [
            asked_of(*one) if isinstance(one, list | tuple) else one
            for one in self.get_list_filter(request)
        ]
        named = {one if isinstance(one, str) else one.parameter_name for one in filters}
        return named | {str(self.date_hierarchy)}

    def get_ordering(self, request: HttpRequest) -> Sequence[Any]:
        return in_alphabet(self.model, super().get_ordering(request) or self.opts.ordering)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return SafeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list; unfiltered, and with a word of it, where it is asked for what none has.

        Django says of a second odd question, which an old link may ask, that there is no database.
        """
        whole = f"{request.path}?{ERROR_FLAG}=1"
        if ERROR_FLAG in request.GET:
            asked = request.GET.copy()
            del asked[ERROR_FLAG]
            request.GET = asked
        try:
            answer = super().changelist_view(request, extra_context)
        except OverflowError:
            # A number that no database can hold.
            answer = HttpResponseRedirect(whole)
        if answer.headers.get("Location") == whole:
            said = _("This address asks for something that the list does not know: all is shown.")
            messages.warning(request, said)
        return answer

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except PermissionDenied as refusal:
            raise with_reason(refusal) from refusal

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        return deleted_objects(objs, request, self.admin_site)

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> Any:
        return super().render_delete_form(request, context | words_of_deletion(context))

    def response_action(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return with_counts(super().response_action(request, *args, **kwargs))

    def history_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return with_heading(super().history_view(request, *args, **kwargs), self.media)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        # The rows bring theirs.
        context["media"] = lighter(context["media"])
        context |= words_of_form(self, request, context)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        return forget_draft(request, super().response_add(request, obj, *args))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return forget_draft(request, super().response_change(request, obj))

    def response_delete(self, request: HttpRequest, *args: Any) -> HttpResponse:
        return forget_draft(request, super().response_delete(request, *args))


# What every form goes through.


def write_record(_submission: Submission, form: Any) -> None:
    form.instance.save()


def say_new_addresses(submission: Submission, form: Any) -> None:
    """Say which address is another than was typed."""
    for name in (language.field("slug") for language in Language.all()):
        typed = f"{form[name].data or ''}".strip() if name in form.changed_data else ""
        slug = getattr(form.instance, name) if typed else ""
        if slug != typed:
            sentence = _("The address is written “%(slug)s”.") % {"slug": slug}
            messages.info(submission.request, sentence)


def say_letters_as_written(submission: Submission, _form: Any) -> None:
    """Say that letters copied from a PDF were written as letters."""
    if any(PRESENTED.search(f"{value}") for value in submission.request.POST.values()):
        sentence = _("Letters in the shapes that a PDF has were written as letters.")
        messages.info(submission.request, sentence)


def pages_of_readers(_submission: Any, page: dict[str, Any]) -> dict[str, Any]:
    """The pages that readers have of a record, in each language."""
    record = page["original"]
    languages = getattr(record, "languages_with_page", None)
    if languages is None:
        return {}
    return {
        "pages": [
            {
                "language": language,
                "url": (url := record.url_in(language)),
                "address": f"{settings.SITE_URL}{url}",
            }
            for language in languages
        ]
    }


class NewsroomAdmin(LanguageColumns, DeskAdmin):
    """What the admin of each of the newsroom's tables has.

    A form goes through ``steps``, in their order; ``panels`` are shown beside its fields.
    """

    form = RecordForm
    view_on_site = False
    list_per_page = 50
    show_full_result_count = False
    submission_class: ClassVar[type[Submission]] = Submission
    submission: Submission = NOTHING_SENT
    steps = SaveSteps(
        on_arrival(save_once, add_rows, merge_record, refuse_forged, save_or_show_again),
        once_valid(name_new_record),
        on_writing(write_record),
        once_written(ask_for_references, say_new_addresses, say_letters_as_written),
    )
    panels: tuple[Panel, ...] = (opened_state, pages_of_readers)

    class Media:
        css = {"all": ["admin-newsroom/admin.css", "admin-newsroom/history.css"]}
        js = [
            "admin-newsroom/directions.js",
            Script("admin-newsroom/calendars.js", type="module"),
            Script("admin-newsroom/pictures.js", type="module"),
            *OURS,
            Script("admin-newsroom/editor-labels.js", type="module"),
            Script("admin-newsroom/pasted-text.js", type="module"),
        ]

    # Lists.

    def get_list_display(self, request: HttpRequest) -> Sequence[Any]:
        columns = super().get_list_display(request)
        names = column_of_names(self.opts.verbose_name)
        return [names if one == "__str__" else one for one in columns]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """What the readers' search finds, in any state; else letters inside a word."""
        search_term, queryset = clean_lines(search_term), offered_records(request, queryset)
        if self.model in INDEXED_MODELS.values() and "://" not in search_term:
            found = entries_at_desk(self.model, search_term, Language.all())
            if found:
                return queryset.filter(pk__in=records_of(chain(*found.values()))), False
        return self.by_letters(request, queryset, search_term)

    def by_letters(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        return super().get_search_results(request, queryset, search_term)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list; unfiltered, where a filter has a year that no calendar has.

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

    def response_action(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        act = super().response_action
        return all_or_nothing(request, lambda: act(request, *args, **kwargs))

    # A form.

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """The record; for a form that is opened, read once for all that ask."""
        submission = self.submission
        if from_field or submission.request is not request or submission.is_sent:
            return super().get_object(request, object_id, from_field)
        if object_id not in submission.read:
            submission.read[object_id] = self.read_to_show(request, object_id)
        return submission.read[object_id]

    def read_to_show(self, request: HttpRequest, object_id: str) -> Any:
        """The record of a form that is opened, with what the form shows of it."""
        return super().get_object(request, object_id)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """The records; for a form that is opened, each with those that its fields choose."""
        records = super().get_queryset(request)
        if self.submission.request is not request or self.submission.is_sent:
            return records
        chosen = {self.opts.get_field(name) for name in self.get_autocomplete_fields(request)}
        named = [one.name for one in chosen if isinstance(one, models.ForeignKey)]
        return records.select_related(*named) if named else records

    def serving(self, submission: Submission) -> Any:
        """This admin, for one form: the hooks of Django's admin know only the request."""
        site = copy(self)
        site.submission = submission
        return site

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        # Not the fragment of the page before: a refusal is read from its top.
        arguments = (form_url or request.get_full_path(), extra_context)
        submission = self.submission_class(self, request, object_id, arguments)
        return self.steps.answer(submission)

    def left_by(self, submission: Submission) -> dict[str, Any]:
        """What has become of the record of a form, for the page that is sent again."""
        record = submission.outcome.saved
        record = record and self.model._base_manager.filter(pk=record.pk).first()
        return content_now(self, submission.request, record) if record else {}

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.submission = self.submission
        return form

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        record = super().save_form(request, form, change)
        self.carry_out(SaveStage.VALID, form, change)
        return record

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        self.carry_out(SaveStage.WRITES, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.carry_out(SaveStage.WRITTEN, form, change)

    def carry_out(self, stage: SaveStage, form: Any, change: bool) -> None:
        submission = replace(self.submission, is_addition=not change)
        self.steps.carry_out(stage, submission, form)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        self.submission.outcome.saved = obj
        return super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self.submission.outcome.saved = obj
        if IS_POPUP_VAR in request.POST and self.submission.made_before:
            # The page that opened the window still waits for a new record.
            return super().response_add(request, obj)
        return super().response_change(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        if context.get("subtitle"):
            context["subtitle"] = in_own_direction(str(context["subtitle"]))
        for panel in self.panels:
            context |= panel(self.submission, context)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_inline_formsets(self, *args: Any, **kwargs: Any) -> Any:
        return [with_words_to_add(one) for one in super().get_inline_formsets(*args, **kwargs)]

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, *args: Any) -> HttpResponse:
        """To the first page, which says so; but nobody who has typed something is led away."""
        if request.method == "POST":
            raise Http404
        messages.warning(
            request, _("It is not there any more, or not yours to see: this is the desk.")
        )
        return HttpResponseRedirect(reverse("admin:index"))


class NewsroomStackedInline(KeyedRows, LanguageColumns, admin.StackedInline):
    extra = 0


class NewsroomTabularInline(KeyedRows, LanguageColumns, admin.TabularInline):
    extra = 0

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """A field that is called what its column is: in a row it has no label."""
        found = super().formfield_for_dbfield(db_field, request, **kwargs)
        if found is not None and found.label:
            found.widget.attrs.setdefault("aria-label", capfirst(str(found.label)))
        return found
