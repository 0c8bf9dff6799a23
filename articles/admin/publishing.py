"""The page between the desk and the readers: a text is read once more before it is published."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.desk.history import locked
from articles.desk.readers import soon
from articles.desk.refusals import sentences_of
from articles.desk.snapshots import comparable, snapshot
from articles.desk.translations import unfinished_rows
from articles.languages import Language
from articles.models import Article, Status
from articles.models.phases import by_the_clock
from articles.models.publication import PUBLISH, Move

from .checks import change_url, panel, tell_warnings
from .drafts import saved
from .open_paragraphs import say_open
from .pages import ArticlePages
from .publication import Button, done
from .rights import person


def publish_url(article: Article, language: Language | str) -> str:
    return reverse("admin:articles_article_publish", args=[article.pk, str(language)])


def digest(article: Article) -> str:
    """What a page showed of an article, so that nothing else is published from it."""
    written = json.dumps(comparable(snapshot(article)), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


class PublishMixin(ArticlePages):
    """For the admin of articles."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.publish_view)
        mine = path("<int:pk>/publish/<language:language>/", view, name="articles_article_publish")
        return [mine, *super().get_urls()]

    def publish_view(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        """Show a text with its checks and its moment; a POST publishes what was shown."""
        article = self.article_to_see(request, pk)
        move = article.moves(language, by=person(request)).get(Status.PUBLISHED)
        if move is None:
            return self.no_such_move(request, article, language)
        if request.method != "POST":
            return self.publish_page(request, article, language, move)
        try:
            with transaction.atomic():
                article = locked(article.pk)
                if request.POST.get("seen") != digest(article):
                    sentence = _("It was changed since you opened this page: read it again.")
                    raise ValidationError(sentence)
                note = request.POST.get("_note", "").strip()[:500]
                article.move(language, Status.PUBLISHED, by=person(request), note=note)
        except ValidationError as refusal:
            return self.publish_page(request, article, language, move, sentences_of(refusal))
        messages.success(request, done(article, language))
        tell_warnings(request, article, language)
        return saved(request, HttpResponseRedirect(reverse("admin:index")))

    def no_such_move(
        self, request: HttpRequest, article: Article, language: Language
    ) -> HttpResponse:
        """To the article, for who may publish what somebody else was faster with."""
        if not article.may_date(person(request), language):
            raise PermissionDenied(_("You may not do this: %s.") % PUBLISH.label)
        messages.info(request, done(article, language))
        return HttpResponseRedirect(change_url(article))

    def publish_page(
        self,
        request: HttpRequest,
        article: Article,
        language: Language,
        move: Move,
        refused: list[str] | None = None,
    ) -> HttpResponse:
        appears = article.next_appearance(language)
        checks = [one for one in panel(article) if one["language"] == language]
        is_later = article.label_of(move, language) != str(move.label)
        number = unfinished_rows(article, language)
        context = self.admin_site.each_context(request) | {
            "title": _("Read it before readers do"),
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "shown": language,
            "body": mark_safe(article.said("body", language)),  # noqa: S308 - sanitised
            "headline": article.said("headline", language),
            "standfirst": article.said("standfirst", language),
            "standing": article.standing_in(language),
            "soon": soon(),
            "moment": by_the_clock(appears) if is_later else "",
            "button": Button(
                language, Status.PUBLISHED, move, article.label_of(move, language)
            ).label,
            "checks": checks,
            "open_paragraphs": say_open(number) if number else "",
            "is_complete": not any(
                group["weight"] == "blocks" for one in checks for group in one["groups"]
            ),
            "seen": digest(article),
            "refused": refused or [],
            "note": request.POST.get("_note", ""),
        }
        template = "admin/articles/article/publish.html"
        status = 409 if refused else 200
        return TemplateResponse(request, template, context, status=status)
