"""Who has the form of an article open: each sees the other."""

from __future__ import annotations

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404

from articles.admin.requests import number, person
from articles.desk.databases import if_writable
from articles.desk.editing import history, presence
from articles.desk.editing.snapshots import content_of
from articles.models import Article

from ..pages import ArticleDeskPage
from .article_submission import ArticleSubmission
from .submission import Next


def article_of(submission: ArticleSubmission) -> Article | None:
    """The article of a form, for who may see it."""
    request, site, key = submission.request, submission.admin, submission.object_id
    article = site.get_object(request, key) if key else None
    if article is None or not site.has_view_or_change_permission(request, article):
        return None
    return article


def note_who_opens(submission: ArticleSubmission, go_on: Next) -> HttpResponse:
    """Keep what the form starts from, and note who has it open.

    The form is made of what was compared with that revision; where the two differ, it is read
    anew after the revision is named. A save in between makes the form newer than it says, which
    is safe, never older.
    """
    article = None if submission.is_sent else article_of(submission)
    if article is None or not submission.site.has_change_permission(submission.request, article):
        return go_on(submission)
    last = article.revisions.first()
    if last is None or not history.is_kept(article, last, content_of(article)):
        if_writable(lambda: catch_up(article))
        submission.read_again()
        last = article.revisions.only("pk").first()
    revision = last.pk if last else None
    user, copy = person(submission.request), getattr(article, "working_copy", None)
    inside = presence.there_now(article, *([copy] if copy else []))
    there = [one for one in inside if one.article_id == article.pk]
    if not presence.is_noted(there, user):
        if_writable(lambda: presence.note_presence(article, user))
    seen = replace(
        submission,
        revision=revision,
        colleagues=presence.but(there, user),
        in_copy=presence.but((one for one in inside if one not in there), user),
    )
    return go_on(seen)


def catch_up(article: Article) -> None:
    with transaction.atomic():
        history.catch_up(history.locked(article.pk))


class PresencePage(ArticleDeskPage):
    """A sign of life from an open form; the answer says who else is there."""

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = get_object_or_404(self.site.get_queryset(request), pk=number(object_id))
        if not self.site.has_change_permission(request, article):
            raise PermissionDenied
        if "left" in request.POST:
            if_writable(lambda: presence.forget_presence(article, self.user))
            return JsonResponse({"sentences": []})
        if_writable(lambda: presence.note_presence(article, self.user))
        stated = request.POST.get("revision", "")
        since = article.revisions.filter(pk=number(stated)).first()
        return JsonResponse({"sentences": presence.presence_sentences(article, self.user, since)})
