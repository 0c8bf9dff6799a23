"""Notes on an article, under its form."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.notes import leave_note, settle
from articles.models import Article, Note, User

from .drafts import saved
from .pages import ArticlePages
from .rights import person
from .sent_forms import once
from .working_copies import change_url


class NotesMixin(ArticlePages):
    """For the admin of articles: read notes, leave one, mark one as dealt with."""

    def get_urls(self) -> list[Any]:
        def ours(route: str, view: Any, name: str) -> Any:
            return path(route, self.admin_site.admin_view(require_POST(view)), name=name)

        return [
            ours("<int:pk>/notes/", once(self.leave_note_view), "articles_article_notes"),
            ours("<int:pk>/notes/<int:note>/", self.settle_note_view, "articles_article_note"),
            *super().get_urls(),
        ]

    def leave_note_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save a note; a refused one comes back with its words."""
        article, text = self.article_there_is(request, pk), request.POST.get("text", "")
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        try:
            note = leave_note(subject(article), text, by=person(request))
        except ValidationError as refusal:
            context = self.admin_site.each_context(request) | {
                "title": _("Notes"),
                "subtitle": str(article),
                "opts": self.opts,
                "original": article,
                "notes": notes_on(article, person(request)),
                "note_text": text,
                "note_refused": refusal.messages,
            }
            template = "admin/articles/article/notes_page.html"
            return TemplateResponse(request, template, context, status=422)
        messages.success(request, _("Your note was saved."))
        return saved(request, HttpResponseRedirect(f"{change_url(article)}#note-{note.pk}"))

    def settle_note_view(self, request: HttpRequest, pk: int, note: int) -> HttpResponse:
        article = self.article_there_is(request, pk)
        settle(get_object_or_404(notes_for(article, person(request)), pk=note))
        return HttpResponseRedirect(way_back(request, f"{change_url(article)}#notes"))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        if context.get("original") is not None:
            context["notes"] = notes_on(context["original"], person(request))
        return super().render_change_form(request, context, *args, **kwargs)

    class Media:
        js = [Script("admin-newsroom/notes.js", type="module")]
        css = {"all": ["admin-newsroom/notes.css"]}


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
    return list(notes_for(article, user).select_related("author"))


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The page that a form names, where it is ours."""
    wished = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wished, {request.get_host()}, require_https=settings.BEHIND_TLS
    )
    return wished if ours else otherwise
