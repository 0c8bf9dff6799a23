"""What the admins of records have: people, bodies, events, sources, places, topics, pictures."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from articles.admin.requests import person
from articles.desk.library import replacing
from articles.desk.library.merging import may_merge

from ..base import NewsroomAdmin, pages_of_readers, say_new_addresses, write_record
from ..editing.forged import refuse_forged
from ..editing.gone_references import ask_for_references, save_or_show_again
from ..editing.more_rows import add_rows
from ..editing.record_merging import merge_record, opened_state
from ..editing.sent_forms import name_new_record, save_once
from ..editing.submission import SaveSteps, on_arrival, on_writing, once_valid, once_written
from ..translated_columns import in_every_language
from .deletion import DeletionPage, used_elsewhere
from .duplicates import ANYWAY, DuplicatesForm, DuplicatesPage, duplicates
from .merging import MERGE_TWO, MergePage, lead_to_kept, merge_two, merges_beside
from .proposals import (
    ProposalPage,
    RecordSubmission,
    answer_proposal,
    keep_change,
    proposals_waiting,
    save_or_propose,
)
from .record_history import RecordHistoryPage, RestoreRecord, UndoMerge
from .related_records import RelatedRecordsPage, related_records


class RecordAdmin(NewsroomAdmin):
    """What readers have of a record changes by right, and on record."""

    change_form_template = "admin/articles/record/change_form.html"
    delete_selected_confirmation_template = "admin/articles/record/delete_selected.html"
    submission_class = RecordSubmission
    submission: RecordSubmission = RecordSubmission(None, HttpRequest())
    steps = SaveSteps(
        on_arrival(
            lead_to_kept,
            save_once,
            add_rows,
            save_or_propose,
            merge_record,
            refuse_forged,
            save_or_show_again,
        ),
        once_valid(name_new_record),
        on_writing(write_record),
        once_written(ask_for_references, say_new_addresses, keep_change),
    )
    panels = (
        duplicates,
        merges_beside,
        proposals_waiting,
        opened_state,
        pages_of_readers,
        related_records,
    )
    needed_first: tuple[str, ...] = ()
    """What has to be said of a new record that is wanted in another form: the rest is folded."""
    rows_needed_first: tuple[Any, ...] = ()
    """The rows that its window has."""

    @property
    def has_merge_page(self) -> bool:
        return issubclass(self.form, DuplicatesForm)

    # Pages of their own.

    def get_urls(self) -> list[URLPattern]:
        name = f"articles_{self.opts.model_name}"
        pages: list[tuple[Any, str, str]] = [
            (RestoreRecord, "<path:object_id>/restore/", "restore"),
            (UndoMerge, "<path:object_id>/unmerge/", "unmerge"),
            (ProposalPage, "<path:object_id>/proposals/<int:number>/", "proposal"),
        ]
        if self.has_merge_page:
            pages.append((DuplicatesPage, "alike/", "alike"))
            pages.append((MergePage, "<path:object_id>/merge/", "merge"))
            pages.append((RelatedRecordsPage, "<path:object_id>/theirs/", "theirs"))
        ours = [page.at(self, address, f"{name}_{page_name}") for page, address, page_name in pages]
        return [*ours, *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return RecordHistoryPage.answer(self, request, object_id=object_id)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return DeletionPage.answer(self, request, object_id=object_id)

    # A form.

    def is_wanted_elsewhere(self, request: HttpRequest, obj: Any) -> bool:
        """Whether this is the window in which another form lets a record be made."""
        is_window = IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST
        return bool(self.needed_first) and obj is None and is_window

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if not self.is_wanted_elsewhere(request, obj):
            return fieldsets
        columns = {
            column for name in self.needed_first for column in in_every_language(self.model, name)
        }
        return with_rest_folded(fieldsets, columns)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        if not self.is_wanted_elsewhere(request, obj):
            return super().get_inlines(request, obj)
        # Whoever sends only a name has no rows.
        has_rows = request.method != "POST" or any("-TOTAL_FORMS" in one for one in request.POST)
        return [*self.rows_needed_first] if has_rows else []

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.save_anyway = ANYWAY in request.POST
        return form

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        draft = self.submission.draft
        if draft is not None:
            return answer_proposal(self.submission, draft, obj)
        return super().response_change(request, obj)

    # Many at once.

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        actions = super().get_actions(request, action_location)
        is_list = action_location == ActionLocation.CHANGE_LIST and "_popup" not in request.GET
        if is_list and self.has_merge_page and may_merge(self.model, person(request)):
            actions["merge_two"] = (merge_two, "merge_two", MERGE_TWO)
        return actions

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """What goes is what was chosen, no more; what is used goes from its own page."""
        chosen = list(objs)
        count = {self.opts.verbose_name_plural: len(chosen)}
        lacking = set() if self.has_delete_permission(request) else {self.opts.verbose_name}
        return [str(one) for one in chosen], count, lacking, used_elsewhere(chosen)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """One by one, each with its last revision; all of them or none."""
        with transaction.atomic():
            for record in queryset:
                replacing.delete(record, by=person(request))


def with_rest_folded(fieldsets: Any, needed: set[str]) -> list[Any]:
    """Fieldsets where what is needed stands first, and all else is folded under one heading."""
    first: list[Any] = []
    rest: list[Any] = []
    for _title, options in fieldsets:
        for row in options["fields"]:
            names = row if isinstance(row, list | tuple) else (row,)
            for there, part in (
                (first, [one for one in names if name_of_column(one) in needed]),
                (rest, [one for one in names if name_of_column(one) not in needed]),
            ):
                if part:
                    there.append(tuple(part) if len(part) > 1 else part[0])
    classes = ["side-by-side"]
    folded = {"fields": rest, "classes": [*classes, "collapse"]}
    return [(None, {"fields": first, "classes": classes}), (_("More, if you know it"), folded)]


def name_of_column(column: Any) -> str:
    """The name of a column, also of one that is only read."""
    return column if isinstance(column, str) else column.__name__
