"""Notes on an article, under its form."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.desk.notes import leave_note, settle_notes
from articles.models import Article, Note, User

from ..pages import ArticleDeskPage
from ..publication.checks import change_url
from .drafts import forget_draft
from .shown_article import NOTES, hangs_on
from .submission import Submission


class NotesPage(ArticleDeskPage):
    """Save a note on an article; a refused one comes back with its words."""

    template_name = "admin/articles/article/notes_page.html"
    is_done_once = True

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        article, text = self.article_there_is(pk), request.POST.get("text", "")
        if not self.site.has_view_or_change_permission(request, article):
            raise PermissionDenied
        try:
            note = leave_note(subject(article), text, by=self.user)
        except ValidationError as refusal:
            return self.show(
                _("Notes"),
                status=422,
                subtitle=str(article),
                original=article,
                notes=notes_on(article, self.user),
                note_text=text,
                note_refused=refusal.messages,
            )
        messages.success(request, _("Your note was saved."))
        return forget_draft(request, HttpResponseRedirect(f"{change_url(article)}#note-{note.pk}"))


class SettleNote(ArticleDeskPage):
    """Mark a note as dealt with."""

    def post(self, request: HttpRequest, pk: int, note: int) -> HttpResponse:
        article = self.article_there_is(pk)
        settle_notes(get_object_or_404(notes_for(article, self.user), pk=note))
        return HttpResponseRedirect(way_back(request, f"{change_url(article)}#notes"))


def notes_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """The notes on an article, under its form."""
    article: Article | None = page["original"]
    return {"notes": notes_on(article, person(submission.request))} if article else {}


def subject(article: Article) -> Article:
    """What a note is on: of a working copy, which goes when it is published, the article."""
    return article.working_copy_of or article


def notes_for(article: Article, user: User) -> QuerySet[Note]:
    """The notes on an article that a person reads: on a colleague's, those from and to them."""
    notes = Note.objects.filter(article=subject(article))
    if article.is_open_to(user):
        return notes
    return notes.filter(Q(author=user) | Q(addressed=user)).distinct()


def notes_on(article: Article, user: User) -> list[Note]:
    if not hangs_on(article, NOTES):
        return []
    return list(notes_for(article, user).select_related("author"))


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The page that a form names, where it is ours."""
    wished = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wished, {request.get_host()}, require_https=settings.BEHIND_TLS
    )
    return wished if ours else otherwise
