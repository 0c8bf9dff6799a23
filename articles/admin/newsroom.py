"""The newsroom's settings: one record, always there, whose form has no list before it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db import models
from django.forms import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import AccountRow, Article, MenuRow, Newsroom, NewsroomLink
from articles.models.identity import link_of, rows_of
from articles.models.permissions import permission_to

from .fieldsets import BESIDE
from .library.record_admin import RecordAdmin
from .ordered_rows import OrderedRows, OrderedStack
from .requests import person
from .rows import RowsFormSet

Spot = NewsroomLink.Spot


class MenuRows(RowsFormSet):
    @classmethod
    def get_default_prefix(cls) -> str:
        return "menu"


class AccountRows(RowsFormSet):
    @classmethod
    def get_default_prefix(cls) -> str:
        return "accounts"


class OfNewsroom(InlineModelAdmin):
    """Whose settings these are to change, theirs are the rows."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).has_perm(permission_to("view", Newsroom))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return person(request).has_perm(permission_to("change", Newsroom))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class MenuInline(OfNewsroom, OrderedStack):
    model = MenuRow
    formset = MenuRows
    fields = [
        ("order", "spot", "language", "label"),
        ("own_page", "page", "topic", "event"),
        ("address", "shown"),
    ]
    readonly_fields = ["shown"]
    autocomplete_fields = ["topic", "event"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Each menu together, in its order: that of the language that is spoken here first."""
        is_another = ~models.Q(language=Language.active().code)
        rows = super().get_queryset(request).select_related("page", "topic", "event")
        order = models.ExpressionWrapper(is_another, models.BooleanField())
        return rows.order_by(order, "language", "-spot", "order", "pk")

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "spot":
            kwargs["choices"] = [one for one in Spot.choices if one[0] != Spot.ACCOUNT]
        if db_field.name == "language":
            spoken = Language.active()
            named = [(one.code, spoken.name_of(one).capitalize()) for one in spoken.then_others]
            kwargs["choices"] = [("", "---------"), *named]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "page":
            pages = Article.objects.for_desk(person(request)).exclude(site_page="")
            kwargs.setdefault("queryset", pages)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("readers see it"))
    def shown(self, row: NewsroomLink) -> SafeString | str:
        """Whether readers have the link; where not, why."""
        if row.pk is None or not row.language:
            return ""
        if not row.targets:
            return format_html('<span class="not-shown">{}</span>', _("No: its page was deleted."))
        if seen_by_readers(row):
            return gettext("Yes")
        why = _("No: readers of this language do not have this page.")
        return format_html('<span class="not-shown">{}</span>', why)


def seen_by_readers(row: NewsroomLink) -> bool:
    language = Language(row.language)
    # By the column of the row that was read: a filter by “here” would join the rows once more.
    rows = rows_of(language, timezone.now()).filter(link=row.pk)
    with override(language.code):
        return any(link_of(one) for one in rows)


class AccountInline(OfNewsroom, OrderedRows):
    model = AccountRow
    formset = AccountRows
    fields = ["order", "network", "label", "address"]


@admin.register(Newsroom)
class IdentityAdmin(RecordAdmin):
    change_form_template = "admin/articles/newsroom/change_form.html"
    autocomplete_fields = ["logo", "night_logo"]
    fieldsets = [
        (None, {"fields": ["name", "tagline"]}),
        (None, {"fields": ["logo", "night_logo"], "classes": [BESIDE]}),
        (
            _("Press contact"),
            {"fields": ["contact_name", "postal_address", ("mail", "telephone")]},
        ),
        (_("Footer"), {"fields": ["footer_note"]}),
    ]
    inlines = [MenuInline, AccountInline]

    class Media:
        js = [
            Script("admin-newsroom/order.js", type="module"),
            Script("admin-newsroom/folding-rows.js", type="module"),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The form itself: there is one record, and always."""
        if not self.has_view_or_change_permission(request):
            return super().changelist_view(request, extra_context)
        key = Newsroom.the_one().pk
        return HttpResponseRedirect(reverse("admin:articles_newsroom_change", args=[key]))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
