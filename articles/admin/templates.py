"""What a new article begins with: a template, which chiefs write, or a live coverage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.models import Article, ArticleTemplate
from articles.models.permissions import ADD_ARTICLE, permission_to

from .base import NewsroomAdmin
from .editing.submission import Submission
from .fieldsets import BESIDE
from .pages import DeskPage
from .requests import number, person
from .site_pages import asked_page

CHOSEN = "template"
"""What the address of the form for adding says of the template that it begins with."""
TEXTS = ("headline", "standfirst")
FACTS = ("kind", "byline")


@admin.register(ArticleTemplate)
class ArticleTemplateAdmin(NewsroomAdmin):
    list_display = ["__str__", "kind", "updated_at"]
    list_filter = ["kind"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name"]}),
        (None, {"fields": ["kind", "byline"], "classes": [BESIDE]}),
        (gettext_lazy("Text"), {"fields": ["headline", "standfirst", "body"]}),
        (gettext_lazy("Below each text"), {"fields": ["contact", "about"]}),
    ]


class TemplatesPage(DeskPage):
    """The templates that there are, each with the way to a new article."""

    template_name = "admin/articles/article/templates.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.user.has_perm(ADD_ARTICLE):
            raise PermissionDenied
        there = ArticleTemplate.objects.in_alphabet()
        return self.show(
            _("New from a template"),
            templates=[(one, add_url(one), begins(one)) for one in there],
            may_write=self.user.has_perm(permission_to("add", ArticleTemplate)),
            may_change=self.user.has_perm(permission_to("change", ArticleTemplate)),
        )


def add_url(template: ArticleTemplate) -> str:
    return f"{reverse('admin:articles_article_add')}?{CHOSEN}={template.pk}"


def begins(template: ArticleTemplate) -> list[tuple[Language, str]]:
    """What a text begins with, in the languages that the template has."""
    said = ((one, template.said("headline", one)) for one in Language.active().then_others)
    return [(language, headline) for language, headline in said if headline]


def chosen_template(request: HttpRequest) -> ArticleTemplate | None:
    key = number(request.GET.get(CHOSEN, ""))
    return ArticleTemplate.objects.filter(pk=key).first() if key else None


def words_of_template(request: HttpRequest) -> Mapping[str, Any]:
    """What the fields of a new article begin with; of a template that is gone, that it is."""
    if not request.GET.get(CHOSEN):
        return {}
    template = chosen_template(request)
    if template is None:
        messages.warning(
            request, _("This template is not there any more: the article begins without one.")
        )
        return {}
    limits = person(request).write_limits()
    found: dict[str, Any] = {}
    if not limits.facts:
        found |= {name: getattr(template, name) for name in FACTS}
    for language in Language.all():
        if language in limits.languages:
            continue
        found |= {language.field(name): template.said(name, language) for name in TEXTS}
        found[language.field("body")] = template.body_in(language)
    return found


def templates_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """What an empty form for a new article offers to begin with: a live coverage, the templates."""
    if page["original"] is not None or submission.is_sent:
        return {}
    request = submission.request
    chosen, live = chosen_template(request), Article.Kind.COVERAGE
    begins_live = chosen is None and request.GET.get("kind") == live
    templates: list[tuple[Any, str, bool]] = [
        (one, add_url(one), one == chosen) for one in ArticleTemplate.objects.in_alphabet()
    ]
    if not person(request).write_limits().facts and not asked_page(request):
        url = f"{reverse('admin:articles_article_add')}?kind={live}"
        templates.insert(0, (capfirst(live.label), url, begins_live))
    return {"templates": templates, "begins_live": begins_live}
