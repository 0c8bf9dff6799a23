"""Two people in one record that keeps no revisions: neither save writes over the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.desk.snapshots import Content

from .choices import Conflict
from .contents import content_of, digest, sealed, unsealed
from .rebasing import Newest, Rebase
from .rows import KeyedRows, kinds_of
from .sent_forms import SentFormsMixin, sent_before

OPENED = "_opened"
"""The input that carries what a form was opened on."""
NOTHING: Content = {"fields": {}}


@dataclass(frozen=True)
class Shown:
    """The save that a conflict is shown against."""

    pk: str
    made_by: Any
    made_at: datetime


class RecordForm(forms.ModelForm):
    """Says that what was typed cannot be saved before the person has chosen."""

    conflicts: list[Conflict] = []

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.conflicts:
            self.add_error(None, _("Somebody else saved this since you opened it."))


class MergingMixin(SentFormsMixin):
    """For an admin: a save on an older state is merged with the newest, or shown beside it."""

    form = RecordForm
    keeps_revisions = False
    """Whether something else knows what a form was opened on."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        before = sent_before(request)
        opened = request.POST.get(OPENED) or (before and before.left)
        if self.keeps_revisions or not object_id or not opened:
            return super().changeform_view(request, object_id, *args, **kwargs)
        with transaction.atomic():
            self.merge(request, object_id)
            return super().changeform_view(request, object_id, *args, **kwargs)

    def merge(self, request: HttpRequest, object_id: str) -> None:
        """Bring a POST up to what was saved since its form was opened.

        Whoever saves the same record at the same time waits here.
        """
        seen = self.get_object(request, unquote(object_id))
        if seen is None or not self.has_change_permission(request, seen):
            return
        record = self.model._base_manager.select_for_update().filter(pk=seen.pk).first()
        if record is None:
            return
        before, now = sent_before(request), self.content_now(request, record)
        # A page that is sent again starts from what it left.
        base = before.left if before else unsealed(record, request.POST.get(OPENED, ""))
        if base == now:
            return
        shown = Shown(digest(now), saved_last_by(record), record.updated_at)
        rebase = Rebase(self, request, record, base or NOTHING, Newest(now, shown.pk))
        about: Any = request
        request.POST, about._files = rebase.post, rebase.files
        about.conflicts, about.shown = rebase.conflicts, shown
        if rebase.merged and not rebase.conflicts and "_shown" not in request.POST:
            name = shown.made_by or _("the program")
            messages.info(
                request, _("%(name)s saved this meanwhile. Both changes are kept.") % {"name": name}
            )

    def content_now(self, request: HttpRequest, record: Any) -> Content:
        """A record as the database has it, with the rows of its form."""
        rows = {
            kind: (
                formset_class.fk.name,
                formset_class.model._base_manager.filter(
                    **{formset_class.fk.name: record}
                ).order_by("pk"),
            )
            for kind, (formset_class, _inline) in kinds_of(self, request, record).items()
        }
        return content_of(record, rows)

    def left_by(self, request: HttpRequest) -> dict[str, Any]:
        saved = getattr(request, "saved", None)
        record = saved and self.model._base_manager.filter(pk=saved.pk).first()
        return self.content_now(request, record) if record else {}

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.conflicts = getattr(request, "conflicts", [])
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        record = context.get("original")
        if record is not None and not self.keeps_revisions:
            context |= {
                "opened": request.POST.get(OPENED) or sealed(record, as_shown(record, context)),
                "conflicts": getattr(request, "conflicts", []),
                "shown": getattr(request, "shown", None),
            }
        return super().render_change_form(request, context, *args, **kwargs)


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
