"""Records that readers have, in the admin: who may not publish proposes, who may decides."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.desk.deleted_meanwhile import GoneError
from articles.desk.editing.differences import Difference
from articles.desk.editing.snapshots import Content, comparable
from articles.desk.library import proposals as desk
from articles.desk.library import record_history
from articles.desk.library.former_names import Names, names_of
from articles.desk.library.proposals import Clash
from articles.desk.library.record_differences import differences
from articles.desk.library.values import locked, said_of, snapshot
from articles.desk.publication.reader_messages import readers_have_it
from articles.models import Proposal

from ..editing.drafts import forget_draft
from ..editing.submission import Next, Submission
from .former_names import tell_former_names
from .record_pages import RecordDeskPage, fingerprint, record_url

ACCEPT, REFUSE, TAKE_BACK = "_accept", "_refuse", "_take_back"
KEEP = "keep-"


@dataclass
class ProposalDraft:
    """What a form would make of a record that readers have: seen once, and taken back."""

    name: str
    before: Content
    after: Content | None = None


@dataclass(frozen=True)
class RecordSubmission(Submission):
    """The form of a record that readers may have.

    Attributes:
        draft: where its person may only propose, what the form would make of it.
        names_before: what the record was called.
    """

    draft: ProposalDraft | None = None
    names_before: Names = field(default_factory=dict)


def note_in(request: HttpRequest) -> str:
    return request.POST.get("_note", "").strip()


def fingerprint_of_content(content: Content) -> str:
    """Tells whether a record is still as a page showed it."""
    said = json.dumps(comparable(content), sort_keys=True, ensure_ascii=False)
    return fingerprint(said)


# What is saved.


def save_or_propose(submission: RecordSubmission, go_on: Next) -> HttpResponse:
    """Save a form; where readers have the record and only who may publish changes it, propose it.

    What would differ is found by saving it, which is then undone.
    """
    request, user = submission.request, person(submission.request)
    if not submission.is_sent or not submission.object_id:
        return go_on(submission)
    with transaction.atomic():
        record = record_to_change(submission, submission.object_id)
        if record is None:
            return go_on(submission)
        draft = None
        if desk.must_propose(record, user):
            draft = ProposalDraft(str(record), snapshot(record))
        else:
            record_history.catch_up(record)
        response = go_on(replace(submission, draft=draft, names_before=names_of(record)))
        if draft is not None:
            # Readers keep what they have.
            transaction.set_rollback(True)
    if draft is not None and draft.after is not None:
        desk.propose(record, draft.before, draft.after, by=user, note=note_in(request))
    return response


def record_to_change(submission: RecordSubmission, object_id: str) -> Any:
    """The record of a form that is sent, held for this person alone."""
    site, request = submission.site, submission.request
    record = site.get_object(request, unquote(object_id))
    if record is None or not site.has_change_permission(request, record):
        return None
    try:
        return locked(record)
    except GoneError:
        return None


def keep_change(submission: RecordSubmission, form: Any) -> None:
    """Keep a revision; name the live articles that still call the record what it was called."""
    if submission.draft is None:
        request = submission.request
        record_history.keep_change(form.instance, by=person(request), note=note_in(request))
        tell_former_names(request, form.instance, submission.names_before)


def answer_proposal(
    submission: RecordSubmission, draft: ProposalDraft, record: Any
) -> HttpResponse:
    """Say what is proposed; what was saved is still to be undone.

    Args:
        submission: the form.
        draft: what the record said, and by this will say.
        record: as it was saved.
    """
    request = submission.request
    draft.after = snapshot(record)
    if IS_POPUP_VAR in request.POST:
        return forget_draft(request, left_as_it_is(record, draft))
    if comparable(draft.before) == comparable(draft.after):
        messages.info(request, _("Nothing differs from what readers have."))
    else:
        messages.success(
            request,
            _(
                "Your changes are proposed: who may publish finds them on the desk page. "
                "Until then, readers have what they had."
            ),
        )
    return forget_draft(request, HttpResponseRedirect(record_url(record, "change")))


# What is shown.


def proposals_waiting(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """What is proposed of a record, beside its form."""
    record = page["original"]
    if record is None:
        return {}
    user = person(submission.request)
    may_change = submission.site.has_change_permission(submission.request, record)
    return {
        "proposing": may_change and desk.must_propose(record, user),
        "proposals": [
            (one, differences(one.kind, one.before, one.after))
            for one in desk.waiting_of(record, user)
        ],
        "may_decide": record_history.may_publish(user),
    }


# What is decided.


class ProposalPage(RecordDeskPage):
    """What is proposed of a record, for who decides, and for who has proposed it."""

    template_name = "admin/articles/record/proposal.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.record = self.seen_record(kwargs["object_id"])
        self.proposal = get_object_or_404(
            Proposal.objects.of(self.record).select_related("made_by", "decided_by"),
            pk=kwargs["number"],
        )
        is_theirs = self.proposal.made_by_id == self.user.pk
        if not record_history.may_publish(self.user) and not is_theirs:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        return self.proposal_page()

    def post(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        """Do what a button of the page says; what keeps it from being done is said there."""
        user, note = self.user, note_in(request)
        record, proposal = self.record, self.proposal
        try:
            if REFUSE in request.POST:
                desk.refuse(proposal, by=user, reason=note)
                messages.success(request, _("Refused: readers keep what they have."))
            elif TAKE_BACK in request.POST:
                desk.take_back(proposal, by=user)
                messages.success(request, _("Your proposal is taken back."))
            elif ACCEPT in request.POST:
                chosen, before = self.chosen(), names_of(record)
                lost = desk.accept(proposal, by=user, chosen=chosen, note=note)
                messages.success(request, " ".join([_("Accepted."), readers_have_it()]))
                self.tell_lost(lost)
                self.tell_names_since(record, before)
        except desk.UndecidedError:
            messages.warning(request, _("Some of it was changed meanwhile: say what shall hold."))
            return self.proposal_page(status=409)
        except ValidationError as refusal:
            messages.error(request, " ".join(dict.fromkeys(refusal.messages)))
            proposal.refresh_from_db()
            return self.proposal_page(status=422)
        return forget_draft(request, HttpResponseRedirect(record_url(record, "change")))

    def chosen(self) -> dict[str, str]:
        """What was chosen of what had changed, as it was shown; nothing of what changed since."""
        post = self.request.POST
        if post.get("_shown") != fingerprint_of_content(snapshot(self.record)):
            return {}
        return {
            name.removeprefix(KEEP): value
            for name, value in post.items()
            if name.startswith(KEEP) and value in {desk.PROPOSED, desk.AS_IT_IS}
        }

    def proposal_page(self, status: int = 200) -> HttpResponse:
        record, proposal = self.record, self.proposal
        now = snapshot(record)
        found = desk.clashes(proposal, now) if proposal.is_waiting else []
        return self.show(
            _("Proposed change: %(record)s") % {"record": record},
            status=status,
            original=record,
            proposal=proposal,
            differences=differences(proposal.kind, proposal.before, proposal.after),
            clashes=[(one, clash_shown(proposal, now, one)) for one in found],
            mark=fingerprint_of_content(now),
            note=note_in(self.request),
            may_decide=record_history.may_publish(self.user),
            is_mine=proposal.made_by_id == self.user.pk,
        )


def clash_shown(proposal: Proposal, now: Content, clash: Clash) -> list[Difference]:
    """Return the way from what a field or a row says now to what is proposed of it.

    Args:
        proposal: what is proposed.
        now: what the record says.
        clash: what was changed since.
    """

    def only(content: Content) -> Content:
        said = said_of(content, clash.part, clash.name)
        if clash.part == "fields":
            return {"fields": {clash.name: said}}
        return {"fields": {}, clash.part: [said] if said else []}

    return differences(proposal.kind, only(now), only(proposal.after))


def left_as_it_is(record: models.Model, draft: ProposalDraft) -> HttpResponse:
    """Close a window over a form, in which the record is still called what it was."""
    told = {
        "action": "change",
        "value": str(record.pk),
        "obj": draft.name,
        "new_value": str(record.pk),
    }
    return SimpleTemplateResponse(
        "admin/popup_response.html", {"popup_response_data": json.dumps(told)}
    )


def proposal_url(kind: str, pk: Any, proposal: Proposal) -> str:
    return reverse(f"admin:articles_{kind}_proposal", args=[pk, proposal.pk])
