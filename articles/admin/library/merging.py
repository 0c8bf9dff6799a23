"""Two records that are the same: which one stays, what will happen, and the way back for a day."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.deleted_meanwhile import GoneError
from articles.desk.library import merging
from articles.desk.library.merge_plans import MergePlan, plan
from articles.languages import Language
from articles.search.duplicates import records_called

from ..editing.drafts import forget_draft
from ..editing.submission import Next, Submission
from ..requests import number, person
from .deletion import SHOWN, OtherRecordForm, line, more
from .record_pages import RecordDeskPage, fingerprint, record_url

TWO = 2
MERGE_TWO = gettext_lazy("Merge two")


class MergePage(RecordDeskPage):
    """The record of the page stays; the other one, once it is chosen, goes into it."""

    template_name = "admin/articles/record/merge.html"
    is_done_once = True

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        kept = self.record_to_keep(object_id)
        return self.page(kept, self.other_of(kept, request.GET))

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        kept = self.record_to_keep(object_id)
        gone = self.other_of(kept, request.POST)
        if gone is None:
            messages.error(request, _("Choose another record of the same kind."))
            return self.page(kept, None, status=422)
        found = plan(gone, kept, self.user)
        if request.POST.get("_shown") != fingerprint(found.shown):
            said = _("Somebody changed one of the two meanwhile: look again at what will happen.")
            messages.warning(request, said)
            return self.page(kept, gone, found, status=409)
        try:
            done = merging.merge(gone, kept, by=self.user)
        except ValidationError as refusal:
            for sentence in dict.fromkeys(refusal.messages):
                messages.error(request, sentence)
            return self.page(kept, gone, found, status=422)
        self.site.log_change(request, kept, done.note)
        messages.success(request, done.note)
        return forget_draft(request, HttpResponseRedirect(record_url(kept, "change")))

    def record_to_keep(self, key: str) -> Any:
        record = self.seen_record(key)
        if not merging.may_merge(type(record), self.user):
            raise PermissionDenied(_("You may not merge records."))
        return record

    def other_of(self, kept: Any, sent: Any) -> Any:
        """The other record that an address or a form names; nothing where it is this one or none.

        Raises:
            GoneError: it was there a moment ago.
        """
        key = number(sent.get("other", ""))
        if not key or key == kept.pk:
            return None
        other = self.site.get_queryset(self.request).filter(pk=key).first()
        if other is None and self.request.method == "POST":
            raise GoneError(_("The other record is not there any more."))
        return other

    def page(
        self, kept: Any, gone: Any, found: MergePlan | None = None, status: int = 200
    ) -> HttpResponse:
        form = OtherRecordForm(self.site, self.request, kept)
        context: dict[str, Any] = {}
        if gone is not None:
            found = found or plan(gone, kept, self.user)
            context = {
                "plan": found,
                "uses": [line(one) for one in found.uses.owners[:SHOWN]],
                "more": more(found.uses),
                "shown": fingerprint(found.shown),
                "swapped": f"{record_url(gone, 'merge')}?other={kept.pk}",
            }
        return self.show(
            _("Merge: %(record)s") % {"record": kept},
            status=status,
            original=kept,
            gone=gone,
            other=form["other"],
            alike=[] if gone is not None else called_alike(kept),
            media=self.site.media + form.media,
            **context,
        )


def called_alike(record: Any) -> list[Any]:
    """Records that are called as this one is, in some language and some spelling."""
    names = [record.said("name", one) for one in Language.all()]
    if hasattr(record, "aliases"):
        names += [
            name for one in Language.all() for name in record.said("aliases", one).splitlines()
        ]
    return records_called(type(record), [one for one in names if one], without=record.pk)


def merge_two(site: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """From a list, with two of it chosen, to the page on which one of them stays: the older."""
    two = list(queryset.order_by("pk")[: TWO + 1])
    if len(two) != TWO:
        messages.warning(request, _("Choose two that are the same."))
        return None
    return HttpResponseRedirect(f"{record_url(two[0], 'merge')}?other={two[1].pk}")


# In the form of a record.


def merges_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """Whether this person may merge a record, and what was merged into it within a day."""
    record = page["original"]
    if record is None or not merging.may_merge(type(record), person(submission.request)):
        return {}
    return {"may_merge": submission.site.has_merge_page, "just_merged": merging.just_merged(record)}


def is_shown(submission: Submission) -> bool:
    """Whether the record of a form that is opened is there: the form reads it once, for both."""
    key = submission.object_id
    if submission.is_sent or not key:
        return False
    return submission.admin.get_object(submission.request, unquote(key)) is not None


def lead_to_kept(submission: Submission, go_on: Next) -> HttpResponse:
    """From the form of a record that was merged to the one that was kept.

    Raises:
        GoneError: something was typed in it, which is given back.
    """
    site, request = submission.site, submission.request
    pk = number(submission.object_id or "")
    if is_shown(submission):
        return go_on(submission)
    if not pk or site.model._base_manager.filter(pk=pk).exists():
        return go_on(submission)
    went = merging.where_it_went(site.model, pk)
    if went is None or not site.has_view_or_change_permission(request):
        return go_on(submission)
    kept, merge = went
    said = _("%(merge)s You are now at the one that was kept.") % {"merge": merge.note}
    if submission.is_sent:
        raise GoneError(
            _("%(merge)s What you typed was not saved: it stands below.") % {"merge": merge.note}
        )
    if site.get_object(request, str(kept.pk)) is None:
        raise Http404
    messages.info(request, said)
    return HttpResponseRedirect(record_url(kept, "change"))
