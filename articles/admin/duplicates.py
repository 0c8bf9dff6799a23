"""What there is already under a name: told while it is typed, and asked about when it is saved."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.search.duplicates import alike

from .merging import RecordForm

NAMED = ("name", "acronym", "aliases")
LONGEST, MOST = 300, 20
ANYWAY = "_save_anyway"
ASKED = gettext_lazy(
    "There is something of this name already. Use it, or save this one anyway if it is another."
)


class AlikeForm(RecordForm):
    """A form that asks before a second record of one name is made."""

    save_anyway = False
    alike: list[Any]

    def clean(self) -> Any:
        cleaned = super().clean()
        self.alike = []
        if not self.save_anyway and not self.errors:
            columns = {language.field(name) for name in NAMED for language in Language.all()}
            typed = [self.cleaned_data.get(name) or "" for name in columns & {*self.changed_data}]
            names = [line for text in typed for line in text.splitlines()]
            self.alike = alike(self._meta.model, names, without=self.instance.pk)
        if self.alike:
            raise ValidationError(ASKED, code="alike")
        return cleaned


class DuplicatesMixin(admin.ModelAdmin):
    """For the admins of what has a name."""

    form = AlikeForm

    class Media:
        js = [Script("admin-newsroom/duplicates.js", type="module")]

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.alike_view)
        mine = path("alike/", view, name=f"articles_{self.opts.model_name}_alike")
        return [mine, *super().get_urls()]

    def alike_view(self, request: HttpRequest) -> HttpResponse:
        """What is called so: for a form in which a name is typed."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        names = [one[:LONGEST] for one in request.GET.getlist("name")[:MOST]]
        without = request.GET.get("without", "")
        known = without.isdecimal() and len(without) < LONGEST // MOST
        found = alike(self.model, names, without=int(without) if known else None)
        return JsonResponse(
            {
                "title": _("There is this already:") if found else "",
                "records": [{"name": str(one), "url": self.url_of(one)} for one in found],
            }
        )

    def url_of(self, record: Any) -> str:
        return reverse(f"admin:articles_{self.opts.model_name}_change", args=[record.pk])

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.save_anyway = ANYWAY in request.POST
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        form = context["adminform"].form
        context |= {
            "alike_url": reverse(f"admin:articles_{self.opts.model_name}_alike"),
            "alike": [(one, self.url_of(one)) for one in getattr(form, "alike", [])],
        }
        return super().render_change_form(request, context, *args, **kwargs)
