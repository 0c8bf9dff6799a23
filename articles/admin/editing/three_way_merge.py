"""A form that was filled in on an older version, carried over to the newest one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from articles.desk.editing.differences import difference
from articles.desk.editing.snapshots import Content, comparable, value_of

from ..publication.dates import is_sent, writable
from ..rows import kinds_of
from .edit_conflicts import MINE, THEIRS, EditConflict, typed_into, write_typed
from .form_contents import columns_of, set_column
from .merged_rows import MergedRows


@dataclass(frozen=True)
class NewestState:
    """A record as it is now, and what that state is called on a page that shows it."""

    content: Content
    name: str


class ThreeWayMerge:
    """What was typed on ``base``, told apart from what colleagues saved since.

    What only they changed is taken over from them, what only this person changed is
    kept; what both changed is a conflict, until the person says whose it shall be.
    """

    def __init__(
        self, site: Any, request: HttpRequest, record: Any, base: Content, now: NewestState
    ) -> None:
        self.site, self.request, self.record = site, request, record
        self.base, self.now = base, now.content
        self.post: Any = request.POST.copy()
        self.files: Any = request.FILES.copy()
        # A choice counts for what the person was shown, not for what came after.
        self.may_choose = self.post.get("_shown") == now.name
        self.merged = False
        self.conflicts: list[EditConflict] = [*self.fields(), *self.rows()]

    def choice(self, *names: str) -> str:
        """Whose something shall be; of a row, also where that is said of all of its kind."""
        said = (self.post.get(f"_keep-{name}", "") for name in names)
        return next((one for one in said if one), "") if self.may_choose else ""

    # The record's own fields.

    def fields(self) -> Iterator[EditConflict]:
        form_class = self.site.get_form(self.request, self.record, change=True)
        columns = columns_of(type(self.record))
        changed = [
            name
            for name in form_class.base_fields
            if name in columns
            and comparable(self.base["fields"].get(name))
            != comparable(self.now["fields"].get(name))
        ]
        if not changed:
            return
        before = form_class(instance=self.record_of(self.base))
        newest = form_class(instance=self.record_of(self.now))
        typed = form_class(self.request.POST, instance=self.record_of(self.now))
        typed.full_clean()
        for name in changed:
            if isinstance(typed.fields[name], forms.FileField):
                yield from self.file(name, columns[name])
                continue
            data = typed_into(typed, name)
            told = writable(typed.fields[name]).has_changed
            # A date that stays is sent by no browser.
            mine = told(before[name].initial, data) and is_sent(typed, name)
            agreed = not told(newest[name].initial, data)
            if not mine or agreed or self.choice(name) == THEIRS:
                write_typed(self.post, newest[name])
                self.merged = True
            elif self.choice(name) != MINE:
                kept = name in typed.cleaned_data
                theirs = value_of(newest.instance, columns[name])
                said = value_of(typed.instance, columns[name]) if kept else str(data)
                yield EditConflict(name, [difference(columns[name], theirs, said)])

    def file(self, name: str, column: models.Field) -> Iterator[EditConflict]:
        """A file is sent again, or is not there: what was chosen before does not come back."""
        if name not in self.files:
            self.merged = True
        elif self.choice(name) == THEIRS:
            del self.files[name]
        elif self.choice(name) != MINE:
            theirs = self.now["fields"][name]
            yield EditConflict(name, [difference(column, theirs, self.files[name].name)])

    def record_of(self, content: Content) -> Any:
        """A record with these values that is not going to be saved."""
        record = type(self.record)(pk=self.record.pk)
        if hasattr(record, "working_copy_of_id"):
            record.working_copy_of_id = self.record.working_copy_of_id
        for name, column in columns_of(type(record)).items():
            if name in content["fields"]:
                set_column(record, column, content["fields"][name])
        return record

    # The rows that hang on it, one kind at a time.

    def rows(self) -> Iterator[EditConflict]:
        for kind, (formset_class, inline) in kinds_of(self.site, self.request, self.record).items():
            was, is_now = self.base.get(kind, []), self.now.get(kind, [])
            if f"{kind}-TOTAL_FORMS" not in self.post or comparable(was) == comparable(is_now):
                continue
            newest = formset_class(instance=self.record, queryset=inline.get_queryset(self.request))
            merging = MergedRows(self, kind, newest, was, is_now)
            yield from merging.conflicts
            self.merged = self.merged or merging.taken
