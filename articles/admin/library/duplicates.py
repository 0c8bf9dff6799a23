"""What there is already under a name: told while it is typed, and asked about when it is saved."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.search.duplicates import records_called

from ..editing.record_merging import RecordForm
from ..editing.submission import Submission
from ..pages import DeskPage
from .record_pages import record_url

NAME_FIELDS = ("name", "acronym", "aliases")
LONGEST, MOST = 300, 20
ANYWAY = "_save_anyway"
ASKED = gettext_lazy(
    "There is something of this name already. Use it, or save this one anyway if it is another."
)


class DuplicatesForm(RecordForm):
    """A form that asks before a second record of one name is made."""

    save_anyway = False
    alike: list[Any]

    class Media:
        js = [Script("admin-newsroom/duplicates.js", type="module")]

    def clean(self) -> Any:
        cleaned = super().clean()
        self.alike = []
        if not self.save_anyway and not self.errors:
            columns = {language.field(name) for name in NAME_FIELDS for language in Language.all()}
            typed = [self.cleaned_data.get(name) or "" for name in columns & {*self.changed_data}]
            names = [line for text in typed for line in text.splitlines()]
            self.alike = records_called(self._meta.model, names, without=self.instance.pk)
        if self.alike:
            raise ValidationError(ASKED, code="alike")
        return cleaned


class DuplicatesPage(DeskPage):
    """What is called so: for a form in which a name is typed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.site.has_view_or_change_permission(request):
            raise PermissionDenied
        names = [one[:LONGEST] for one in request.GET.getlist("name")[:MOST]]
        without = request.GET.get("without", "")
        known = without.isdecimal() and len(without) < LONGEST // MOST
        found = records_called(self.site.model, names, without=int(without) if known else None)
        return JsonResponse(
            {
                "title": _("There is this already:") if found else "",
                "records": [
                    {"key": one.pk, "name": str(one), "url": record_url(one, "change")}
                    for one in found
                ],
            }
        )


def duplicates(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """Where the form asks what is called so, and what it has found."""
    form = page["adminform"].form
    if not isinstance(form, DuplicatesForm):
        return {}
    return {
        "alike_url": reverse(f"admin:articles_{submission.site.opts.model_name}_alike"),
        "alike": [(one, record_url(one, "change")) for one in getattr(form, "alike", [])],
    }
