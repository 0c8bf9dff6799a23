"""Records that readers have, in the admin: who may not publish proposes, who may decides."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk import proposals as desk
from articles.desk import record_history
from articles.desk.differences import Difference
from articles.desk.former_names import names_of
from articles.desk.gone import GoneError
from articles.desk.proposals import Clash
from articles.desk.readers import readers_have_it
from articles.desk.record_differences import differences
from articles.desk.records import locked, said_of, snapshot
from articles.desk.snapshots import Content, comparable
from articles.models import Proposal

from .drafts import saved
from .former_names import tell_former_names
from .record_pages import RecordPages, mark
from .rights import person

ACCEPT, REFUSE, TAKE_BACK = "_accept", "_refuse", "_take_back"
KEEP = "keep-"


@dataclass
class Draft:
    """What a form would make of a record that readers have: seen once, and taken back."""

    name: str
    before: Content
    after: Content | None = None


def draft_of(request: HttpRequest) -> Draft | None:
    return getattr(request, "record_draft", None)


def note_in(request: HttpRequest) -> str:
    return request.POST.get("_note", "").strip()


def mark_of(content: Content) -> str:
    """Tells whether a record is still as a page showed it."""
    said = json.dumps(comparable(content), sort_keys=True, ensure_ascii=False)
    return mark(said)


class ProposingMixin(RecordPages, admin.ModelAdmin):
    """For the admins of records."""

    def get_urls(self) -> list[Any]:
        return [
            self.record_path("proposals/<int:number>/", self.proposal_view, "proposal"),
            *super().get_urls(),
        ]

    # What is saved.

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method != "POST" or not object_id:
            return super().changeform_view(request, object_id, *args, **kwargs)
        with transaction.atomic():
            record = self.record_to_change(request, object_id)
            if record is None:
                return super().changeform_view(request, object_id, *args, **kwargs)
            draft = None
            if desk.must_propose(record, person(request)):
                draft = Draft(str(record), snapshot(record))
            else:
                record_history.catch_up(record)
            about: Any = request
            about.record_draft, about.names_before = draft, names_of(record)
            response = super().changeform_view(request, object_id, *args, **kwargs)
            if draft is not None:
                # Readers keep what they have.
                transaction.set_rollback(True)
        if draft is not None and draft.after is not None:
            desk.propose(
                record, draft.before, draft.after, by=person(request), note=note_in(request)
            )
        return response

    def record_to_change(self, request: HttpRequest, object_id: str) -> Any:
        """The record of a form that is sent, held for this person alone."""
        record = self.get_object(request, unquote(object_id))
        if record is None or not self.has_change_permission(request, record):
            return None
        try:
            return locked(record)
        except GoneError:
            return None

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if draft_of(request) is None:
            by, note = person(request), note_in(request)
            record_history.keep_change(form.instance, by=by, note=note)
            tell_former_names(request, form.instance, getattr(request, "names_before", {}))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        draft = draft_of(request)
        if draft is None:
            return super().response_change(request, obj)
        draft.after = snapshot(obj)
        if IS_POPUP_VAR in request.POST:
            return saved(request, left_as_it_is(obj, draft))
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
        return saved(request, HttpResponseRedirect(self.record_url("change", obj.pk)))

    # What is shown.

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        record = context.get("original")
        if record is not None:
            user = person(request)
            proposing = self.has_change_permission(request, record) and desk.must_propose(
                record, user
            )
            context |= {
                "proposing": proposing,
                "proposals": [
                    (one, differences(one.kind, one.before, one.after))
                    for one in desk.waiting_of(record, user)
                ],
                "may_decide": record_history.may_publish(user),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    # What is decided.

    def proposal_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        record = self.seen_record(request, object_id)
        proposal = get_object_or_404(
            Proposal.objects.of(record).select_related("made_by", "decided_by"), pk=number
        )
        user = person(request)
        if not record_history.may_publish(user) and proposal.made_by_id != user.pk:
            raise PermissionDenied
        if request.method == "POST":
            return self.decide(request, record, proposal)
        return self.proposal_page(request, record, proposal)

    def decide(self, request: HttpRequest, record: Any, proposal: Proposal) -> HttpResponse:
        """Do what a button of the page says; what keeps it from being done is said there."""
        user, note = person(request), note_in(request)
        try:
            if REFUSE in request.POST:
                desk.refuse(proposal, by=user, reason=note)
                messages.success(request, _("Refused: readers keep what they have."))
            elif TAKE_BACK in request.POST:
                desk.take_back(proposal, by=user)
                messages.success(request, _("Your proposal is taken back."))
            elif ACCEPT in request.POST:
                chosen, before = self.chosen(request, record), names_of(record)
                lost = desk.accept(proposal, by=user, chosen=chosen, note=note)
                messages.success(request, " ".join([_("Accepted."), readers_have_it()]))
                self.tell_lost(request, lost)
                self.tell_names_since(request, record, before)
        except desk.UndecidedError:
            messages.warning(request, _("Some of it was changed meanwhile: say what shall hold."))
            return self.proposal_page(request, record, proposal, status=409)
        except ValidationError as refusal:
            messages.error(request, " ".join(dict.fromkeys(refusal.messages)))
            proposal.refresh_from_db()
            return self.proposal_page(request, record, proposal, status=422)
        return saved(request, HttpResponseRedirect(self.record_url("change", record.pk)))

    def chosen(self, request: HttpRequest, record: Any) -> dict[str, str]:
        """What was chosen of what had changed, as it was shown; nothing of what changed since."""
        if request.POST.get("_shown") != mark_of(snapshot(record)):
            return {}
        return {
            name.removeprefix(KEEP): value
            for name, value in request.POST.items()
            if name.startswith(KEEP) and value in {desk.PROPOSED, desk.AS_IT_IS}
        }

    def proposal_page(
        self, request: HttpRequest, record: Any, proposal: Proposal, status: int = 200
    ) -> HttpResponse:
        now = snapshot(record)
        found = desk.clashes(proposal, now) if proposal.is_waiting else []
        return self.page(
            request,
            "proposal",
            _("Proposed change: %(record)s") % {"record": record},
            status=status,
            original=record,
            proposal=proposal,
            differences=differences(proposal.kind, proposal.before, proposal.after),
            clashes=[(one, clash_shown(proposal, now, one)) for one in found],
            mark=mark_of(now),
            note=note_in(request),
            may_decide=record_history.may_publish(person(request)),
            is_mine=proposal.made_by_id == person(request).pk,
        )


def clash_shown(proposal: Proposal, now: Content, clash: Clash) -> list[Difference]:
    """From what a field or a row says now to what is proposed of it."""

    def only(content: Content) -> Content:
        said = said_of(content, clash.part, clash.name)
        if clash.part == "fields":
            return {"fields": {clash.name: said}}
        return {"fields": {}, clash.part: [said] if said else []}

    return differences(proposal.kind, only(now), only(proposal.after))


def left_as_it_is(record: models.Model, draft: Draft) -> HttpResponse:
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
