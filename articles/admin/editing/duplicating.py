"""The page that says what a duplicate of an article has, and makes it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from articles.desk.editing.duplicates import duplicate, may_duplicate
from articles.languages import Language
from articles.models import Article
from articles.models.declarations import ARTICLE

from ..pages import ArticleDeskPage
from ..publication.checks import change_url
from ..requests import person
from .submission import Submission


class DuplicatePage(ArticleDeskPage):
    """Asked for twice by one page, the duplicate is made once."""

    template_name = "admin/articles/article/duplicate.html"
    is_done_once = True

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_to_duplicate(pk)
        return self.show(
            _("Duplicate: %(article)s") % {"article": article},
            original=article,
            languages=[one for one in Language.active().then_others if written_in(article, one)],
            numbers={
                "quotes": article.quotes.count(),
                "mentions": article.mentions.count(),
                "topics": article.tagged.count(),
            },
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_to_duplicate(pk)
        draft = duplicate(article, by=self.user)
        said = _(
            "This is a duplicate of “%(article)s”: a draft of its own, which nobody waits for."
        )
        messages.success(request, said % {"article": article})
        return HttpResponseRedirect(change_url(draft))

    def article_to_duplicate(self, pk: int) -> Article:
        article = self.article_to_see(pk)
        if not may_duplicate(article, self.user):
            raise PermissionDenied
        return article


def written_in(article: Article, language: Language) -> bool:
    return any(article.said(name, language) for name in ARTICLE.having("translated").names)


def duplicate_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """Whether this person may duplicate the article of a form."""
    article = page["original"]
    may = article is not None and may_duplicate(article, person(submission.request))
    return {"may_duplicate": may}
