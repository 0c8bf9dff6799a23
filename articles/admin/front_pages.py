"""The front page of each language, composed: what leads, what stands by it, the sections."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch
from django.forms import ModelForm, Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import Article, FrontPage, Placement, Section
from articles.models.front_pool import MOST_SECTIONS
from articles.models.permissions import EDIT_ANY_ARTICLE, PUBLISH_ARTICLE

from .base import NewsroomAdmin
from .choosers import RecordSelect
from .composing import CopiedComposition, board, place_as_asked
from .editing.submission import SaveSteps, on_arrival
from .ordered_rows import OrderedRows
from .requests import person


class OrderedInline(OrderedRows):
    extra = 1


class PlacementInline(OrderedInline):
    model = Placement
    classes = ["collapse"]
    fields = ["order", "spot", "article", "shown", "starts_at", "ends_at"]
    readonly_fields = ["shown"]
    autocomplete_fields = ["article"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """The placed articles that this person finds; the others stay where they are."""
        found = Article.objects.for_desk(person(request))
        placed = super().get_queryset(request).select_related("front_page")
        placed = placed.filter(Exists(found.filter(pk=OuterRef("article"))))
        return placed.prefetch_related(Prefetch("article", found))

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "article":
            kwargs.setdefault("queryset", Article.objects.for_desk(person(request)))
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "article" and isinstance(field.widget, RecordSelect):
            field.widget.knows_rows = True
        return field

    @admin.display(description=_("readers see it"), boolean=True)
    def shown(self, placement: Placement) -> bool | None:
        return placement.is_shown() if placement.article_id else None


class SectionInline(OrderedInline):
    model = Section
    verbose_name_plural = _("Sections, in place of those that come by themselves")
    max_num = MOST_SECTIONS
    fields = ["order", "topic", "size"]
    autocomplete_fields = ["topic"]


@admin.register(FrontPage)
class FrontPageAdmin(NewsroomAdmin):
    """One for each language, always there."""

    list_display = ["__str__", "river_size", "last_change", "see"]
    fields = ["river_size", "see"]
    readonly_fields = ["see"]
    inlines = [PlacementInline, SectionInline]
    change_form_template = "admin/articles/frontpage/change_form.html"
    steps = SaveSteps(on_arrival(place_as_asked), NewsroomAdmin.steps.steps)
    panels = (*NewsroomAdmin.panels, board)

    class Media:
        css = {"all": ["admin-newsroom/composing.css"]}
        js = [
            Script("admin-newsroom/order.js", type="module"),
            Script("admin-newsroom/composing.js", type="module"),
        ]

    def get_urls(self) -> list[URLPattern]:
        copied = CopiedComposition.at(
            self, "<int:pk>/as/<language:language>/", "articles_frontpage_copy"
        )
        return [copied, *super().get_urls()]

    def page_to_compose(self, request: HttpRequest, key: int) -> FrontPage:
        """A front page, for who may compose it.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not.
        """
        page = get_object_or_404(FrontPage, pk=key)
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        return page

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        for language in Language.all():
            FrontPage.objects.get_or_create(language=language.code)
        return super().changelist_view(request, extra_context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What readers see first is composed by who may publish."""
        allowed = super().has_change_permission(request, obj)
        return allowed and person(request).has_perm(PUBLISH_ARTICLE)

    def history_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What was done to it, for who may read what every article is called."""
        if not person(request).has_perm(EDIT_ANY_ARTICLE):
            raise PermissionDenied
        return super().history_view(request, *args, **kwargs)

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: Any, change: bool
    ) -> None:
        super().save_formset(request, form, formset, change)
        # Taking a row away changes the page as much as adding one.
        form.instance.save()

    @admin.display(description=_("last change"), ordering="updated_at")
    def last_change(self, front_page: FrontPage) -> datetime | None:
        """When somebody changed it; each page is made by who looks at the list first."""
        is_as_made = front_page.updated_at - front_page.created_at < timedelta(seconds=1)
        return None if is_as_made else front_page.updated_at

    @admin.display(description=_("the page"))
    def see(self, front_page: FrontPage) -> SafeString:
        with translation.override(front_page.language):
            url = reverse("home")
        return format_html('<a href="{}">{}</a>', url, _("View on site"))
