"""Notes on an article, under its form."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.notes import leave_note, settle
from articles.models import Article, Note

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
        article, text = self.article_to_see(request, pk), request.POST.get("text", "")
        try:
            note = leave_note(subject(article), text, by=person(request))
        except ValidationError as refusal:
            context = self.admin_site.each_context(request) | {
                "title": _("Notes"),
                "subtitle": str(article),
                "opts": self.opts,
                "original": article,
                "notes": notes_on(article),
                "note_text": text,
                "note_refused": refusal.messages,
            }
            template = "admin/articles/article/notes_page.html"
            return TemplateResponse(request, template, context, status=422)
        messages.success(request, _("Your note was saved."))
        return HttpResponseRedirect(f"{change_url(article)}#note-{note.pk}")

    def settle_note_view(self, request: HttpRequest, pk: int, note: int) -> HttpResponse:
        article = self.article_to_see(request, pk)
        settle(get_object_or_404(Note, pk=note, article=subject(article)))
        return HttpResponseRedirect(way_back(request, f"{change_url(article)}#notes"))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        if context.get("original") is not None:
            context["notes"] = notes_on(context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    class Media:
        js = ["admin-newsroom/notes.js"]
        css = {"all": ["admin-newsroom/notes.css"]}


def subject(article: Article) -> Article:
    """What a note is on: of a working copy, which goes when it is published, the article."""
    return article.working_copy_of or article


def notes_on(article: Article) -> list[Note]:
    return list(Note.objects.filter(article=subject(article)).select_related("author"))


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The page that a form names, where it is ours."""
    wished = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wished, {request.get_host()}, require_https=settings.BEHIND_TLS
    )
    return wished if ours else otherwise
