"""Static pages at the desk: their list, and what of an article's form is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, SitePage
from articles.models.permissions import ADD_ARTICLE, VIEW_ARTICLE
from articles.models.phases import LanguageState
from articles.models.site_pages import HAS_A_TEXT_OF_OURS, THERE_ONCE

from .pages import DeskPage
from .publication.checks import change_url
from .requests import person

ASKED = "site_page"
"""What the address of the form for adding says of the page that is to be written."""
OF_NEWS = {"of-event", "of-byline"}
"""The groups of the form that a static page has not."""
OF_LANGUAGES = ("original_language", "translation_note")
"""What it has of the group about where a text is from."""


def asked_page(request: HttpRequest) -> str:
    """Which static page a new text is to be; none of news."""
    asked = request.GET.get(ASKED, "")
    return asked if asked in SitePage.values else ""


def site_page_of(request: HttpRequest, article: Article | None) -> str:
    return article.site_page if article is not None else asked_page(request)


def of_site_page(fieldsets: Any, site_page: str) -> Any:
    """The groups of a form, without those that only news have."""
    if not site_page:
        return fieldsets
    found = []
    for title, options in fieldsets:
        classes = {*options.get("classes", ())}
        if "of-source" in classes:
            rows = [
                one
                for one in options["fields"]
                if name_of_first_column(one).startswith(OF_LANGUAGES)
            ]
            found.append((_("Languages"), {**options, "fields": rows}))
        elif not OF_NEWS & classes:
            found.append((title, options))
    return found


def name_of_first_column(row: Any) -> str:
    """The name of the first column of a row, also of one that is only read."""
    first = row[0] if isinstance(row, tuple | list) else row
    return first if isinstance(first, str) else first.__name__


def lead_to_written(submission: Any, go_on: Any) -> HttpResponse:
    """Whoever would write a page that is there once, and is there, is led to what there is."""
    asked = asked_page(submission.request)
    there = Article.objects.filter(site_page=asked).exists() if asked in THERE_ONCE else False
    if submission.object_id is not None or not there:
        return go_on(submission)
    messages.warning(submission.request, _("This page is there already."))
    return HttpResponseRedirect(reverse("admin:articles_site_pages"))


def settle_site_page(submission: Any, form: Any) -> None:
    """A new text is the static page that its form was opened for; afterwards nothing changes it."""
    article = form.instance
    if article._state.adding and not article.working_copy_of_id:
        article.site_page = asked_page(submission.request)


def site_page_beside(submission: Any, page: dict[str, Any]) -> dict[str, Any]:
    """The form of a static page is headed by what it is, and begins with no template of news."""
    site_page = site_page_of(submission.request, page["original"])
    if not site_page:
        return {}
    label = SitePage(site_page).label
    title = _("Static page: %(page)s") % {"page": label}
    return {"title": title, "templates": [], "is_site_page": True}


@dataclass(frozen=True)
class SitePageLine:
    """A static page in the list: what there is of it in each language, or the way to begin it."""

    label: str
    article: Article | None
    states: list[LanguageState]
    url: str
    has_a_text_of_ours: bool = False
    addresses: tuple[str, ...] = ()


def line_of(article: Article) -> SitePageLine:
    languages = Language.active().then_others
    return SitePageLine(
        str(SitePage(article.site_page).label),
        article,
        [article.state_in(one) for one in languages if article.said("headline", one)],
        change_url(article),
        addresses=tuple(article.url_in(one) for one in article.languages_with_page),
    )


def add_url(site_page: str) -> str:
    return f"{reverse('admin:articles_article_add')}?{ASKED}={site_page}"


def missing(site_page: str) -> SitePageLine:
    label, has_text = str(SitePage(site_page).label), site_page in HAS_A_TEXT_OF_OURS
    return SitePageLine(label, None, [], add_url(site_page), has_a_text_of_ours=has_text)


class SitePagesPage(DeskPage):
    """All static pages: those that are there once first, written or not."""

    template_name = "admin/articles/article/site_pages.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.user.has_perm(VIEW_ARTICLE):
            raise PermissionDenied
        found = Article.objects.for_desk(person(request)).exclude(site_page="")
        there = sorted(found.defer("source_text"), key=lambda one: f"{one}")
        written = {one.site_page: line_of(one) for one in there}
        # What somebody else writes, this person may not hear of: neither that it is missing.
        hidden = {*Article.objects.exclude(site_page="").values_list("site_page", flat=True)}
        once = [
            written.get(name) or missing(name)
            for name in THERE_ONCE
            if name in written or name not in hidden
        ]
        return self.show(
            _("Static pages"),
            once=once,
            others=[line_of(one) for one in there if one.site_page == SitePage.OTHER],
            add_url=add_url(SitePage.OTHER),
            may_add=self.user.has_perm(ADD_ARTICLE),
        )
