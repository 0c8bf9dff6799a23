"""The gazetteer: its list, its form, and the page on which many names are pasted at once."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.library.gazetteer_lists import PastedList
from articles.languages import Language
from articles.models import GazetteerEntry
from articles.models.permissions import permission_to
from articles.models.rights import WriteLimits

from ..base import NewsroomAdmin
from ..editing.drafts import forget_draft
from ..lists import NamesInEachLanguage
from ..pages import DeskPage
from ..requests import number

LONGEST = 300_000
"""Characters of a list."""
KIND = "kind-"
"""Before the number of a line, in the name of its field."""


def pasted_in(request: HttpRequest) -> tuple[PastedList, bool]:
    """The list that a form has, with what was said of its lines; whether it is another by now."""
    said, post = request.POST.get("kind", ""), request.POST
    kind = said if said in GazetteerEntry.Kind.values else ""
    pasted = PastedList(kind, post.get("text", "")[:LONGEST])
    if "seen" not in post or post.get("do") != "add":
        return pasted, False
    if post["seen"] != pasted.seen:
        return pasted, True
    lines = [number(one) for one in post.getlist("take")]
    kinds = {
        number(name.removeprefix(KIND)): f"{value}"
        for name, value in post.items()
        if name.startswith(KIND)
    }
    return PastedList(kind, pasted.text, kinds, frozenset(lines)), False


class PastePage(DeskPage):
    """Takes in a list; first it says what was understood of each line."""

    template_name = "admin/articles/importing/gazetteer_paste.html"
    is_done_once = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.user_may_add(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def user_may_add(self, request: HttpRequest) -> bool:
        return bool(self.site.has_add_permission(request))

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(PastedList("", ""))

    def post(self, request: HttpRequest) -> HttpResponse:
        pasted, is_stale = pasted_in(request)
        if request.POST.get("do") != "add" or is_stale or not pasted.wanted:
            return self.page(pasted, is_read=True)
        with transaction.atomic():
            added = pasted.add()
        told = ngettext(
            "%(count)d name was added to the gazetteer.",
            "%(count)d names were added to the gazetteer.",
            added,
        )
        messages.success(request, told % {"count": added})
        done = HttpResponseRedirect(reverse("admin:articles_gazetteerentry_changelist"))
        return forget_draft(request, done)

    def page(self, pasted: PastedList, *, is_read: bool = False) -> HttpResponse:
        return self.show(
            _("Paste names"),
            pasted=pasted,
            is_read=is_read,
            kinds=GazetteerEntry.Kind.choices,
            languages=Language.active().then_others,
        )


@admin.register(GazetteerEntry)
class GazetteerAdmin(NamesInEachLanguage, NewsroomAdmin):
    """An entry is a pair of names, as a term is: who may write it writes every language."""

    change_list_template = "admin/articles/importing/gazetteer_list.html"
    list_display = [
        *(one.field("name") for one in Language.all()),
        "acronym",
        "kind",
        "updated_at",
    ]
    list_filter = ["kind"]
    search_fields = [*(one.field("name") for one in Language.all()), "acronym", "note"]
    fields = ["kind", "name", "acronym", "note"]

    def write_limits(self, request: HttpRequest, obj: Any = None) -> WriteLimits:
        return WriteLimits(facts=False, languages=frozenset())

    def get_urls(self) -> list[Any]:
        page = PastePage.at(self, "paste/", "articles_gazetteerentry_paste")
        return [page, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        may_paste = request.user.has_perm(permission_to("add", GazetteerEntry))
        return super().changelist_view(request, {"may_paste": may_paste, **(extra_context or {})})
