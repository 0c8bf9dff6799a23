"""An article before who may see only what its readers have: its page, and how it is found.

Neither the words of a search nor a question in an address may tell what else it says.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.desk.readers import seen_in
from articles.languages import Language
from articles.models import Article
from articles.models.declarations import SEARCHED
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.search.results import found_at_desk
from articles.text.characters import kept

from .notes import notes_on
from .pages import ArticlePages
from .rights import person


class AbridgedMixin(ArticlePages):
    """For the admin of articles."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        is_asked_for = request.method != "POST" and object_id is not None
        if is_asked_for and not person(request).has_perm(EDIT_ANY_ARTICLE):
            article: Article | None = self.get_object(request, str(object_id))
            if article is not None and article.is_abridged:
                return self.abridged_page(request, article)
        return super().changeform_view(request, object_id, *args, **kwargs)

    def abridged_page(self, request: HttpRequest, article: Article) -> HttpResponse:
        """What readers have of an article, where they have it, and the notes to this person."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("What readers see"),
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "pages": [(one, article.url_in(one)) for one in article.languages_with_page],
            "seen_in": seen_in(article),
            "notes": notes_on(article, person(request)),
        }
        return TemplateResponse(request, "admin/articles/article/abridged.html", context)

    # Looking for articles.

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        user, search_term = person(request), kept(search_term)
        if user.has_perm(EDIT_ANY_ARTICLE) or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        found: Any
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        keys = Q(pk__in=found.open_to(user).order_by().values("pk"))
        for language in Language.all():
            keys |= Q(pk__in=self.found_in(language, search_term).order_by().values("pk"))
        return queryset.filter(keys), may_repeat

    def found_in(self, language: Language, words: str) -> models.QuerySet[Article]:
        """What readers of a language have that says so in it: by words, else by letters."""
        live = Article.objects.live(language=language)
        if found := found_at_desk(Article, words, [language]):
            return live.filter(pk__in=found)
        said = Q()
        for word in words.split():
            columns = [language.field(name) for name in SEARCHED]
            said &= reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))
        return live.filter(said)
