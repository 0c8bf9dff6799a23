"""Journalists and their lists; a list is filled from lines that are pasted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.press_lists.pasted_journalists import EVERY, GUESSED, PastedJournalists, Unnamed
from articles.languages import Language
from articles.models import Journalist, PressList
from articles.models.permissions import permission_to

from ..base import NewsroomAdmin
from ..editing.drafts import forget_draft
from ..fieldsets import BESIDE
from ..pages import DeskPage
from .subscribers import OutOfReach, resume


class PasteJournalists(DeskPage):
    """Takes lines into a list; first it says what was understood of each."""

    template_name = "admin/articles/mailing/paste.html"
    is_done_once = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user
        may = [permission_to("add", Journalist), permission_to("change", PressList)]
        if not user.has_perms(may):
            raise PermissionDenied
        self.list = get_object_or_404(PressList, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.page("")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        text = request.POST.get("text", "")
        said = request.POST.get("language", "")
        unnamed: Unnamed = EVERY if said == EVERY else GUESSED
        pasted = PastedJournalists(self.list, text, Language.find(said) or unnamed)
        if request.POST.get("do") != "add" or not pasted.taken:
            return self.page(text, pasted)
        added = pasted.add()
        told = ngettext(
            "%(count)d journalist was added to “%(list)s”.",
            "%(count)d journalists were added to “%(list)s”.",
            added,
        )
        messages.success(request, told % {"count": added, "list": self.list})
        done = HttpResponseRedirect(reverse("admin:articles_presslist_changelist"))
        return forget_draft(request, done)

    def page(self, text: str, pasted: PastedJournalists | None = None) -> HttpResponse:
        title = _("Paste journalists: %(list)s") % {"list": self.list}
        return self.show(
            title,
            press_list=self.list,
            text=text,
            pasted=pasted,
            languages=Language.active().then_others,
            chosen=pasted.language if pasted else GUESSED,
        )


@admin.register(PressList)
class PressListAdmin(NewsroomAdmin):
    list_display = ["name", "number", "paste"]
    search_fields = ["name"]
    fields = ["name", "note"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PressList]:
        return super().get_queryset(request).annotate(counted=Count("journalists"))

    def get_urls(self) -> list[Any]:
        page = PasteJournalists.at(self, "<int:pk>/paste/", "articles_presslist_paste")
        return [page, *super().get_urls()]

    @admin.display(description=gettext_lazy("journalists"), ordering="counted")
    def number(self, one: Any) -> SafeString:
        url = f"{reverse('admin:articles_journalist_changelist')}?lists__id__exact={one.pk}"
        return format_html('<a href="{}">{}</a>', url, one.counted)

    @admin.display(description=gettext_lazy("add journalists"))
    def paste(self, one: PressList) -> SafeString:
        url = reverse("admin:articles_presslist_paste", args=[one.pk])
        return format_html('<a href="{}">{}</a>', url, _("Paste journalists"))


@admin.register(Journalist)
class JournalistAdmin(NewsroomAdmin):
    list_display = ["name", "outlet", "address", "language", "bounces", "paused_at"]
    list_filter = ["lists", OutOfReach, "language"]
    search_fields = ["name", "outlet", "address"]
    fieldsets = [
        (None, {"fields": ["name", "outlet", "address", "note"]}),
        (None, {"fields": ["language", "lists"], "classes": [BESIDE]}),
        (None, {"fields": ["bounces", "bounced_with", "paused_at"], "classes": [BESIDE]}),
    ]
    readonly_fields = ["bounces", "bounced_with", "paused_at"]
    actions = [resume]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "lists":
            kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)
