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
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.desk.publication.reader_messages import seen_in
from articles.languages import Language
from articles.models import Article, User
from articles.models.declarations import SEARCHED
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.search.results import found_at_desk

from ..editing.article_submission import ArticleSubmission
from ..editing.notes import notes_on
from ..editing.submission import Next
from ..pages import ArticleDeskPage


class AbridgedPage(ArticleDeskPage):
    """What readers have of an article, where they have it, and the notes to this person."""

    template_name = "admin/articles/article/abridged.html"

    def get(self, request: HttpRequest, article: Article) -> HttpResponse:
        return self.show(
            _("What readers see"),
            subtitle=str(article),
            original=article,
            pages=[(one, article.url_in(one)) for one in article.languages_with_page],
            seen_in=seen_in(article),
            notes=notes_on(article, self.user),
        )


def show_what_readers_have(submission: ArticleSubmission, go_on: Next) -> HttpResponse:
    """Show in the place of the form what readers have, to who may see no more than that."""
    request, site, key = submission.request, submission.admin, submission.object_id
    is_asked_for = not submission.is_sent and key is not None
    if is_asked_for and not person(request).has_perm(EDIT_ANY_ARTICLE):
        article: Article | None = site.get_object(request, str(key))
        if article is not None and article.is_abridged:
            return AbridgedPage.answer(site, request, article=article)
    return go_on(submission)


# Looking for articles.


def among_what_is_seen(
    user: User, search_term: str, found: Any, queryset: models.QuerySet[Article]
) -> models.QuerySet[Article]:
    """What a search finds for who may not see every text: of what is not theirs, by what is live.

    Args:
        found: what the words find in articles, whoever may see them.
        queryset: the articles that were to be looked through.
    """
    keys = Q(pk__in=found.open_to(user).order_by().values("pk"))
    for language in Language.all():
        keys |= Q(pk__in=found_live(language, search_term).order_by().values("pk"))
    return queryset.filter(keys)


def found_live(language: Language, words: str) -> models.QuerySet[Article]:
    """What readers of a language have that says so in it: by words, else by letters."""
    live = Article.objects.live(language=language)
    if found := found_at_desk(Article, words, [language]):
        return live.filter(pk__in=found)
    said = Q()
    for word in words.split():
        columns = [language.field(name) for name in SEARCHED]
        said &= reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))
    return live.filter(said)
