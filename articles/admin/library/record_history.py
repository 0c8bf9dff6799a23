"""The history of a record in the admin: who changed what, in words, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.desk.library import merging, record_history
from articles.desk.library.former_names import names_of
from articles.desk.library.record_differences import differences
from articles.desk.library.values import kind_of
from articles.models import RecordRevision

from ..pages import NO_SUCH_VERSION
from .record_pages import RecordDeskPage, record_url

LISTED = 200
DIGITS = 9


class RecordHistoryPage(RecordDeskPage):
    """The changes of a record, and any two states of it compared."""

    template_name = "admin/articles/record/history.html"

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen_record(object_id)
        revisions = record_history.revisions_of(record)
        newer = chosen_revision(revisions, request.GET.get("to")) or revisions.first()
        older = chosen_revision(revisions, request.GET.get("from"))
        if older is None and newer is not None:
            older = revisions.filter(number__lt=newer.number).first()
        if older and newer and older.number > newer.number:
            older, newer = newer, older
        return self.show(
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
            may_restore=record_history.may_restore(record, self.user),
            merges=merging.merges_of(record),
            may_merge=merging.may_merge(type(record), self.user),
        )


class RestoreRecord(RecordDeskPage):
    """Bring back an earlier state of a record."""

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen_record(object_id)
        if not record_history.may_restore(record, self.user):
            raise PermissionDenied
        back = HttpResponseRedirect(record_url(record, "history"))
        revision = chosen_revision(record_history.revisions_of(record), request.POST.get("number"))
        if revision is None:
            messages.error(request, NO_SUCH_VERSION)
            return back
        before = names_of(record)
        try:
            lost = record_history.restore(revision, onto=record, by=self.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(dict.fromkeys(refusal.messages)))
            return back
        number = {"number": revision.number}
        messages.success(request, _("Version %(number)d is restored.") % number)
        self.tell_lost(lost)
        self.tell_names_since(record, before)
        return back


class UndoMerge(RecordDeskPage):
    """Make two records of one again."""

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen_record(object_id)
        if not merging.may_merge(type(record), self.user):
            raise PermissionDenied
        number = request.POST.get("merge", "")
        known = number.isdecimal() and len(number) <= DIGITS
        merge = get_object_or_404(merging.merges_of(record), pk=number if known else 0)
        try:
            gone = merging.undo(merge, by=self.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(dict.fromkeys(refusal.messages)))
            return HttpResponseRedirect(record_url(record, "history"))
        messages.success(
            request, _("“%(record)s” is a record of its own again.") % {"record": gone}
        )
        return HttpResponseRedirect(record_url(gone, "change"))


def chosen_revision(revisions: Any, number: str | None) -> RecordRevision | None:
    """The revision of a number that a request names."""
    if not number or not number.isdecimal() or len(number) > DIGITS:
        return None
    return revisions.filter(number=number).first()
