"""Two people in one record that keeps no revisions: neither save writes over the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.desk.editing.snapshots import Content

from ..first_faults import FirstFaultForm
from ..rows import KeyedRows, kinds_of
from .form_contents import content_of, digest, sealed, unsealed
from .submission import NOTHING_SENT, Next, Submission
from .three_way_merge import NewestState, ThreeWayMerge

OPENED = "_opened"
"""The input that carries what a form was opened on."""
NOTHING: Content = {"fields": {}}


@dataclass(frozen=True)
class RecordSave:
    """The save that a conflict is shown against."""

    pk: str
    made_by: Any
    made_at: datetime


class RecordForm(FirstFaultForm):
    """Says that what was typed cannot be saved before the person has chosen."""

    submission: Submission = NOTHING_SENT

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.submission.conflicts:
            self.add_error(None, _("Somebody else saved this since you opened it."))


def merge_record(submission: Submission, go_on: Next) -> HttpResponse:
    """Bring a form up to what was saved since it was opened.

    Whoever saves the same record at the same time waits here.
    """
    before = submission.sent_before
    opened = submission.request.POST.get(OPENED) or (before and before.left)
    if not submission.object_id or not opened:
        return go_on(submission)
    with transaction.atomic():
        return go_on(merged(submission, submission.object_id))


def merged(submission: Submission, object_id: str) -> Submission:
    """The submission, merged with the newest state of its record, three ways."""
    site, request = submission.admin, submission.request
    seen = site.get_object(request, unquote(object_id))
    if seen is None or not site.has_change_permission(request, seen):
        return submission
    record = site.model._base_manager.select_for_update().filter(pk=seen.pk).first()
    if record is None:
        return submission
    before, now = submission.sent_before, content_now(site, request, record)
    # A page that is sent again starts from what it left.
    base = before.left if before else unsealed(record, request.POST.get(OPENED, ""))
    if base == now:
        return submission
    newest = RecordSave(digest(now), saved_last_by(record), record.updated_at)
    three_way = ThreeWayMerge(site, request, record, base or NOTHING, NewestState(now, newest.pk))
    submission.rewrite(three_way.post, three_way.files)
    if three_way.merged and not three_way.conflicts and "_shown" not in request.POST:
        name = newest.made_by or _("the program")
        messages.info(
            request, _("%(name)s saved this meanwhile. Both changes are kept.") % {"name": name}
        )
    return replace(submission, conflicts=three_way.conflicts, newest=newest)


def content_now(site: Any, request: HttpRequest, record: Any) -> Content:
    """A record as the database has it, with the rows of its form."""
    rows = {
        kind: (
            formset_class.fk.name,
            formset_class.model._base_manager.filter(**{formset_class.fk.name: record}).order_by(
                "pk"
            ),
        )
        for kind, (formset_class, _inline) in kinds_of(site, request, record).items()
    }
    return content_of(record, rows)


def opened_state(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """What the form of a record is opened on, and what two people wrote differently."""
    record = page["original"]
    if record is None:
        return {}
    request = submission.request
    return {
        "opened": request.POST.get(OPENED) or sealed(record, as_shown(record, page)),
        "conflicts": submission.conflicts,
        "shown": submission.newest,
    }


def as_shown(record: Any, context: dict[str, Any]) -> Content:
    """A record and its rows as a form shows them, with no further query."""
    rows = {
        one.formset.prefix: (
            one.formset.fk.name,
            sorted((form.instance for form in one.formset.initial_forms), key=lambda row: row.pk),
        )
        for one in context["inline_admin_formsets"]
        if isinstance(one.opts, KeyedRows)
    }
    return content_of(record, rows)


def saved_last_by(record: Any) -> Any:
    """Who saved a record last in the desk."""
    kind = ContentType.objects.get_for_model(record)
    entries = LogEntry.objects.filter(content_type=kind, object_id=f"{record.pk}")
    last = entries.select_related("user").order_by("-action_time", "-pk").first()
    return last.user if last else None
