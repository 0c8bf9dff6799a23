"""Readers by mail, for who has the right to see their addresses: to help, and to delete."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.mailing.choices import subscription_choices
from articles.models import Subscriber

from ..base import NewsroomAdmin


class OutOfReach(admin.SimpleListFilter):
    """Whose mails come back."""

    title = _("mails come back")
    parameter_name = "reach"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("paused", _("nothing is sent any more")), ("some", _("some came back"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "paused":
            return queryset.filter(paused_at__isnull=False)
        return queryset.filter(bounces__gt=0) if self.value() == "some" else queryset


@admin.action(description=_("Send to these addresses again"), permissions=["change"])
def resume(admin_: Any, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    """Take up again what was paused."""
    people = list(queryset.filter(bounces__gt=0))
    for one in people:
        one.resume()
    told = ngettext(
        "%(count)d address is written to again.",
        "%(count)d addresses are written to again.",
        len(people),
    )
    messages.success(request, told % {"count": len(people)})


@admin.register(Subscriber)
class SubscriberAdmin(NewsroomAdmin):
    """Nobody is added here: only a mailbox itself says that it wants mails."""

    list_display = ["address", "language", "rhythm", "confirmed_at", "bounces", "paused_at"]
    list_filter = [OutOfReach, "language", "rhythm"]
    search_fields = ["address"]
    fields = [
        "address",
        "language",
        "rhythm",
        "choices",
        "asked_at",
        "confirmed_at",
        "bounces",
        "bounced_with",
        "last_bounced_on",
        "paused_at",
    ]
    readonly_fields = fields
    actions = [resume]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("what was chosen"))
    def choices(self, person: Subscriber) -> str:
        said = [f"{one.name} ({one.language.name})" for one in subscription_choices(person)]
        return " · ".join(said) or "–"
