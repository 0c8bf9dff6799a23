"""The page of the search over everything; a script shows the same in a dialog."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ..pages import DeskPage
from .search_results import FEW, LONGEST, MANY, search_everything


class FindPage(DeskPage):
    """What is found of what was typed: records of every kind, and pages of the desk."""

    template_name = "admin/finding/page.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        typed = request.GET.get("q", "")
        in_dialog = "few" in request.GET
        groups = search_everything(request, self.site.admin_site, typed, FEW if in_dialog else MANY)
        return self.show(
            _("Search everything"),
            template_name="admin/finding/found.html" if in_dialog else "",
            typed=typed[:LONGEST],
            groups=groups,
            number=sum(len(one.lines) for one in groups),
        )
