"""An article before who may see only what its readers have: its page, and how it is found.

Neither the words of a search nor a question in an address may tell what else it says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from itertools import chain
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
from articles.search.desk_search import entries_at_desk, records_of

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
    user: User, search_term: str, by_letters: Callable[[], Any], queryset: Any
) -> models.QuerySet[Article]:
    """What a search finds for who may not see every text: of what is not theirs, by what is live.

    Args:
        by_letters: what is found where no text has the words.
        queryset: the articles that were to be looked through.
    """
    said = entries_at_desk(Article, search_term, Language.all())
    live: dict[Language, Any] = {one: Article.objects.live(language=one) for one in Language.all()}
    if said:
        every = queryset.filter(pk__in=records_of(chain(*said.values())))
        theirs = by_letters() if "://" in search_term else every
        seen = [live[one].filter(pk__in=records_of(keys)) for one, keys in said.items()]
        first, *others = [one.order_by().values("pk") for one in (theirs.open_to(user), *seen)]
        return queryset.filter(pk__in=first.union(*others).order_by())
    # Letters are looked for in every text, and may be in all of them.
    keys = Q(pk__in=by_letters().open_to(user).order_by().values("pk"))
    for language, articles in live.items():
        found = with_letters(articles, language, search_term)
        keys |= Q(pk__in=found.order_by().values("pk"))
    return queryset.filter(keys)


def with_letters(live: Any, language: Language, words: str) -> models.QuerySet[Article]:
    """Those of some articles that have the letters of each word in their texts of a language."""
    said = Q()
    for word in words.split():
        columns = [language.field(name) for name in SEARCHED]
        said &= reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))
    return live.filter(said)
