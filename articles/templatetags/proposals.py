"""Proposed changes of records on the desk page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone

from articles.desk.library.proposals import ListedProposal, with_records
from articles.desk.library.record_history import may_publish
from articles.models import Proposal

register = template.Library()

SHOWN = 8
WEEK = timedelta(days=7)


@register.simple_tag(takes_context=True)
def proposals_to_decide(context: dict[str, Any]) -> list[ListedProposal]:
    """For who may publish: what waits, the oldest first."""
    if not may_publish(context["request"].user):
        return []
    waiting = Proposal.objects.waiting().select_related("made_by").order_by("made_at", "pk")
    return with_records(waiting[:SHOWN])


@register.simple_tag
def proposals_waiting() -> int:
    return Proposal.objects.waiting().count()


@register.simple_tag(takes_context=True)
def own_proposals(context: dict[str, Any]) -> list[ListedProposal]:
    """What this person proposed: what waits, and what became of the rest within a week."""
    mine = Proposal.objects.filter(made_by=context["request"].user).select_related("decided_by")
    lately = mine.waiting() | mine.filter(decided_at__gte=timezone.now() - WEEK)
    return with_records(
        lately.exclude(state=Proposal.State.TAKEN_BACK).order_by("-made_at")[:SHOWN]
    )


@register.simple_tag
def picture_file_url(image: Any, name: str) -> str:
    """Where the desk sees a file that a picture has, had, or is to have."""
    return reverse("admin:articles_image_file", args=[image.pk, name.rsplit("/", 1)[-1]])


@register.simple_tag
def proposal_url(one: ListedProposal) -> str:
    kind = one.proposal.kind
    return reverse(f"admin:articles_{kind}_proposal", args=[one.record.pk, one.proposal.pk])
