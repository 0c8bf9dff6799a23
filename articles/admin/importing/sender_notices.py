"""What senders say of texts that were taken: told where the text is, and dealt with by a person."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.models import Article, ReceivedText, SenderNotice, User
from articles.models.permissions import ADD_ARTICLE, PUBLISH_ARTICLE

from ..editing.shown_article import TOLD, hangs_on
from ..editing.submission import Submission
from ..pages import ArticleDeskPage
from ..publication.checks import change_url
from ..requests import person


def waiting_of(text: ReceivedText) -> QuerySet[SenderNotice]:
    """What was said of a text, and nobody has dealt with."""
    notices = SenderNotice.objects.waiting().select_related("item__feed")
    return notices.filter(item=text.came_as_id) if text.came_as_id else notices.none()


def told_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """What the senders of an article's texts have said since: for who may open all of it."""
    article = page.get("original")
    user = person(submission.request)
    if not isinstance(article, Article) or not article.is_open_to(user):
        return {}
    origin = article.working_copy_of or article
    waiting = SenderNotice.objects.waiting().of_article(article).select_related("item__feed")
    return {
        "sender_notices": list(waiting) if hangs_on(article, TOLD) else [],
        "readers_have_it": origin.is_live_somewhere,
        "may_settle": may_settle(origin, user),
        "may_take_in": user.has_perm(ADD_ARTICLE),
    }


def may_settle(article: Article, user: User) -> bool:
    """Whether this person may say that it is dealt with: of what readers have, who publishes."""
    may_decide = user.has_perm(PUBLISH_ARTICLE) or not article.is_live_somewhere
    return may_decide and article.may_be_edited_by(user)


class SettleNotice(ArticleDeskPage):
    """Says that somebody has dealt with what a sender said."""

    def post(self, request: HttpRequest, pk: int, notice: int) -> HttpResponse:
        article = self.article_there_is(pk)
        article = article.working_copy_of or article
        if not may_settle(article, self.user):
            raise PermissionDenied
        found = SenderNotice.objects.waiting().of_article(article).filter(pk=notice).first()
        if found is not None:
            found.settle(self.user)
        return HttpResponseRedirect(change_url(article))
