"""Urgent announcements: who has the right writes one, with its end; or takes it away at once."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.publication.urgent import may_announce
from articles.languages import Language
from articles.models import Article, UrgentBanner
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.models.urgent import LONGEST_LINE

from ..base import NewsroomAdmin
from ..editing.submission import Submission, once_written
from ..requests import number, person
from .urgent_form import UrgentBannerForm


def say_until_when(submission: Submission, form: Any) -> None:
    """Say of a line that was saved who reads it, and until when."""
    banner: UrgentBanner = form.instance
    active, (begins, ends) = Language.active(), banner.times
    if banner.is_over():
        messages.warning(submission.request, _("This announcement is over: no reader has it."))
        return
    spoken = [active.name_of(one) for one in Language.all() if banner.said("text", one)]
    said = {
        "languages": active.listed(spoken),
        "day": active.date(ends),
        "time": active.time(ends),
        "begins_on": active.date(begins),
        "begins": active.time(begins),
    }
    if banner.is_shown():
        words = _("Announced in %(languages)s until %(day)s at %(time)s.")
    else:
        words = _(
            "Announced in %(languages)s from %(begins_on)s at %(begins)s until %(day)s at %(time)s."
        )
    messages.success(submission.request, words % said)


def say_what_is_announced(submission: Submission, form: Any) -> None:
    """Say that readers have more than one line at once: all are shown, the newest first.

    One in another language is on no page that has this one.
    """
    said = [one for one in Language.all() if form.instance.said("text", one)]
    shown = UrgentBanner.objects.exclude(pk=form.instance.pk).shown()
    count = sum(any(other.said("text", one) for one in said) for other in shown)
    if form.instance.is_shown() and count:
        words = ngettext(
            "Another announcement is shown at the same time, below this one: end it if it is over.",
            "%(count)d other announcements are shown at the same time, below this one: end those "
            "that are over.",
            count,
        )
        messages.warning(submission.request, words % {"count": count})


@admin.register(UrgentBanner)
class UrgentBannerAdmin(NewsroomAdmin):
    form = UrgentBannerForm
    list_display = ["__str__", "when", "begins", "ends", "article"]
    list_select_related = ["article"]
    search_fields = ["text"]
    autocomplete_fields = ["article"]
    fieldsets = [(None, {"fields": ["text", "article", "begins_at", "lasts", "ends_at"]})]
    actions = ["end_now"]
    steps = NewsroomAdmin.steps.then(once_written(say_until_when, say_what_is_announced))

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[UrgentBanner]:
        """Those that lead to what this person may know of, and those that lead nowhere."""
        rows: models.QuerySet[UrgentBanner] = super().get_queryset(request)
        if person(request).has_perm(EDIT_ANY_ARTICLE):
            return rows
        open_to = Article.objects.open_to(person(request))
        return rows.filter(models.Q(article=None) | models.Q(article__in=open_to))

    def get_object(self, *args: Any, **kwargs: Any) -> UrgentBanner | None:
        """One that goes with its article stands in its form with the times that it has now."""
        found: UrgentBanner | None = super().get_object(*args, **kwargs)
        if found is not None:
            found.begins_at, found.ends_at = found.times
        return found

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if {"begins_at", "ends_at", "lasts", "article"} & {*form.changed_data}:
            obj.goes_with_article = False
        super().save_model(request, obj, form, change)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """It begins this minute; from the page of an article it has its headline."""
        minute = timezone.now().replace(second=0, microsecond=0)
        initial: dict[str, Any] = {"begins_at": minute}
        key = number(request.GET.get("article", ""))
        article = Article.objects.open_to(person(request)).filter(pk=key).first() if key else None
        if article is not None:
            initial["article"] = article.pk
            for language in Language.all():
                words = article.said("headline", language)[:LONGEST_LINE]
                initial[language.field("text")] = words
        return initial

    @admin.display(description=gettext_lazy("state"))
    def when(self, banner: UrgentBanner) -> str:
        if banner.is_shown():
            return _("Readers have it")
        return _("over") if banner.is_over() else _("to come")

    @admin.display(description=gettext_lazy("announced from"), ordering="begins_at")
    def begins(self, banner: UrgentBanner) -> Any:
        return banner.times[0]

    @admin.display(description=gettext_lazy("until"), ordering="ends_at")
    def ends(self, banner: UrgentBanner) -> Any:
        return banner.times[1]

    @admin.action(description=gettext_lazy("End now"), permissions=["change"])
    def end_now(self, request: HttpRequest, banners: models.QuerySet[UrgentBanner]) -> None:
        for banner in banners.not_over():  # type: ignore[attr-defined]
            if banner.is_over():
                continue
            banner.end()
            self.log_change(request, banner, [{"changed": {"fields": ["ends_at"]}}])
        messages.success(request, _("Readers do not have it any more."))


def announce_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """The way from the form of an article that readers have to its announcement."""
    article: Article | None = page["original"]
    is_theirs = article is not None and article.is_live_somewhere
    if article is None or not is_theirs or not may_announce(person(submission.request), article):
        return {}
    return {"announce_url": f"{reverse('admin:articles_urgentbanner_add')}?article={article.pk}"}
