"""The page between the desk and the readers: a text is read once more before it is published."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.editing.history import locked
from articles.desk.editing.snapshots import (
    Content,
    comparable,
    content_of,
    rows_of,
    rows_to_read,
    snapshot,
)
from articles.desk.publication.reader_messages import soon
from articles.desk.publication.urgent import announce, may_announce
from articles.desk.refusals import sentences_of
from articles.languages import Language
from articles.models import Article, Image, Quote, Status
from articles.models.phases import by_the_clock
from articles.models.workflow import PUBLISH, Move

from ..editing.drafts import forget_draft
from ..pages import ArticleDeskPage
from ..translation.open_paragraphs import say_open
from .checks import change_url, panel, tell_warnings
from .dates import date_that_passed, say_dated_of_now
from .moves import MoveButton, state_sentence
from .read_only_body import as_read


def publish_url(article: Article, language: Language | str) -> str:
    return reverse("admin:articles_article_publish", args=[article.pk, str(language)])


def digest(content: Content) -> str:
    """What a page showed of an article, so that nothing else is published from it."""
    written = json.dumps(comparable(content), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


class PublishPage(ArticleDeskPage):
    """Show a text with its checks and its moment; a POST publishes what was shown."""

    template_name = "admin/articles/article/publish.html"

    def get(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        article = self.article_to_see(pk)
        move = article.moves(language, by=self.user).get(Status.PUBLISHED)
        if move is None:
            return self.no_such_move(article, language)
        prefetch_related_objects([article], *rows_to_read())
        return self.publish_page(article, language, move, seen=content_of(article))

    def post(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        article = self.article_to_see(pk)
        move = article.moves(language, by=self.user).get(Status.PUBLISHED)
        if move is None:
            return self.no_such_move(article, language)
        try:
            with transaction.atomic():
                article = locked(article.pk)
                if request.POST.get("seen") != digest(snapshot(article)):
                    sentence = _("It was changed since you opened this page: read it again.")
                    raise ValidationError(sentence)
                note = request.POST.get("_note", "").strip()[:500]
                passed = date_that_passed(article, language)
                article.move(language, Status.PUBLISHED, by=self.user, note=note)
                urgent = "_urgent" in request.POST and announce(article, language, by=self.user)
        except ValidationError as refusal:
            return self.publish_page(article, language, move, sentences_of(refusal))
        messages.success(request, state_sentence(article, language))
        say_dated_of_now(request, article, language, passed)
        tell_warnings(request, article, language)
        if urgent:
            until = {"moment": by_the_clock(urgent.ends_at)}
            messages.success(request, _("It is announced on every page until %(moment)s.") % until)
        return forget_draft(request, HttpResponseRedirect(reverse("admin:index")))

    def no_such_move(self, article: Article, language: Language) -> HttpResponse:
        """To the article, for who may publish what somebody else was faster with."""
        if not article.may_date(self.user, language):
            raise PermissionDenied(_("You may not do this: %s.") % PUBLISH.label)
        messages.info(self.request, state_sentence(article, language))
        return HttpResponseRedirect(change_url(article))

    def publish_page(
        self,
        article: Article,
        language: Language,
        move: Move,
        refused: list[str] | None = None,
        seen: Content | None = None,
    ) -> HttpResponse:
        """The text, its checks, its moment, and the button.

        Args:
            move: what the button does.
            seen: what is shown, where it was read already.
            refused: why it was not done, a moment ago.
        """
        appears = article.next_appearance(language)
        checks = panel(article, only=language)
        label = article.label_of(move, language)
        return self.show(
            _("Read it before readers do"),
            status=409 if refused else 200,
            subtitle=str(article),
            original=article,
            shown=language,
            body=as_read(article, language),
            headline=article.said("headline", language),
            standfirst=article.said("standfirst", language),
            language_state=article.state_in(language),
            soon=soon(),
            moment=by_the_clock(appears) if label != str(move.label) else "",
            button=MoveButton(language, Status.PUBLISHED, move, label).label,
            checks=checks,
            open_paragraphs=say_open(article, language),
            is_complete=not any(
                group["weight"] == "blocks" for one in checks for group in one["groups"]
            ),
            facts=facts_beside(article, language),
            seen=digest(snapshot(article) if seen is None else seen),
            may_announce=may_announce(self.user, article) and not article.is_site_page,
            refused=refused or [],
            note=self.request.POST.get("_note", ""),
        )


def facts_beside(article: Article, language: Language) -> dict[str, Any]:
    """What a page of readers has beside the words, as its language says it."""
    image = article.lead_image
    picture = (
        [
            (label_of(Image, name), image.said(name, language))
            for name in ("caption", "alt", "credit")
        ]
        if image
        else []
    )
    quotes = [
        " – ".join(
            filter(None, [one.said("text", language), name_of_record(one.speaker, language)])
        )
        for one in rows_of(article, "quotes", "speaker")
        if one.said("text", language)
    ]
    mentions = rows_of(article, "mentions", "speaker", "organization")
    topics = [one.tag for one in rows_of(article, "tagged", "tag")]
    rest = [
        (label_of(Article, "event"), [name_of_record(article.event, language)]),
        (str(capfirst(Quote._meta.verbose_name_plural)), quotes),
        (
            _("People and organizations"),
            [name_of_record(one.speaker or one.organization, language) for one in mentions],
        ),
        (_("Topics"), sorted(name_of_record(one, language) for one in topics)),
        (label_of(Article, "byline"), [article.byline_in(language)]),
        (label_of(Article, "dateline"), [name_of_record(article.dateline, language)]),
    ]
    return {"picture": picture, "rest": [(name, said) for name, said in rest if any(said)]}


def name_of_record(record: Any, language: Language) -> str:
    """The name of a record in a language, or in another, where there is a record."""
    return (record.said("name", language) or str(record)) if record else ""


def label_of(model: Any, name: str) -> str:
    return str(capfirst(model._meta.get_field(name).verbose_name))
