"""The history of a record in the admin: who changed what, in words, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk import merging, record_history
from articles.desk.former_names import names_of
from articles.desk.record_differences import differences
from articles.desk.records import kind_of
from articles.models import Merge, RecordRevision

from .record_pages import RecordPages
from .rights import person

LISTED = 200
DIGITS = 9


class RecordHistoryMixin(RecordPages, admin.ModelAdmin):
    """For the admins of records: each change leaves a revision."""

    def get_urls(self) -> list[Any]:
        return [
            self.record_path("restore/", require_POST(self.restore_view), "restore"),
            self.record_path("unmerge/", require_POST(self.unmerge_view), "unmerge"),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The changes of a record, and any two states of it compared."""
        record = self.seen_record(request, object_id)
        revisions = record_history.revisions_of(record)
        newer = chosen(revisions, request.GET.get("to")) or revisions.first()
        older = chosen(revisions, request.GET.get("from"))
        if older is None and newer is not None:
            older = revisions.filter(number__lt=newer.number).first()
        if older and newer and older.number > newer.number:
            older, newer = newer, older
        return self.page(
            request,
            "history",
            _("History: %(article)s") % {"article": record},
            original=record,
            revisions=revisions.select_related("made_by").defer("content")[:LISTED],
            older=older,
            newer=newer,
            differences=(
                differences(kind_of(record), older.content, newer.content)
                if older and newer
                else []
            ),
            files=files_of(record, older, newer) if older and newer else [],
            may_restore=record_history.may_restore(record, person(request)),
            merges=merges_of(record).select_related("made_by"),
            may_merge=merging.may_merge(type(record), person(request)),
        )

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen_record(request, object_id)
        if not record_history.may_restore(record, person(request)):
            raise PermissionDenied
        back = HttpResponseRedirect(self.record_url("history", record.pk))
        revision = chosen(record_history.revisions_of(record), request.POST.get("number"))
        if revision is None:
            return back
        before = names_of(record)
        try:
            lost = record_history.restore(revision, onto=record, by=person(request))
        except ValidationError as refusal:
            messages.error(request, " ".join(dict.fromkeys(refusal.messages)))
            return back
        number = {"number": revision.number}
        messages.success(request, _("Version %(number)d is restored.") % number)
        self.tell_lost(request, lost)
        self.tell_names_since(request, record, before)
        return back

    def unmerge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make two records of one again."""
        record = self.seen_record(request, object_id)
        if not merging.may_merge(type(record), person(request)):
            raise PermissionDenied
        number = request.POST.get("merge", "")
        known = number.isdecimal() and len(number) <= DIGITS
        merge = get_object_or_404(merges_of(record), pk=number if known else 0)
        try:
            gone = merging.undo(merge, by=person(request))
        except ValidationError as refusal:
            messages.error(request, " ".join(dict.fromkeys(refusal.messages)))
            return HttpResponseRedirect(self.record_url("history", record.pk))
        messages.success(
            request, _("“%(record)s” is a record of its own again.") % {"record": gone}
        )
        return HttpResponseRedirect(self.record_url("change", gone.pk))


def merges_of(record: Any) -> Any:
    return Merge.objects.of(record).filter(undone_at=None)


def chosen(revisions: Any, number: str | None) -> RecordRevision | None:
    """The revision of a number that a request names."""
    if not number or not number.isdecimal() or len(number) > DIGITS:
        return None
    return revisions.filter(number=number).first()


def files_of(record: Any, *states: Any) -> list[str]:
    """Where the pictures of two states can be seen, where they are two."""
    names = [one.fields.get("file", "") for one in states]
    if not all(names) or len({*names}) == 1:
        return []
    return [file_url(record, name) for name in names]


def file_url(image: Any, name: str) -> str:
    """Where the desk sees a file that a picture has, had, or is to have."""
    return reverse("admin:articles_image_file", args=[image.pk, name.rsplit("/", 1)[-1]])
