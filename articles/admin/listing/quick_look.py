"""All texts of an article on one page, which the list shows without being left."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, Translation

from ..pages import ArticleDeskPage
from ..publication.read_only_body import as_read

NAMED = 8
"""People and topics that are said."""


class QuickLookPage(ArticleDeskPage):
    """What each language says and is; of what is not open to somebody, what readers have."""

    template_name = "admin/articles/listing/look.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_there_is(pk)
        may_write = article.is_open_to(self.user) and article.may_be_edited_by(self.user)
        return self.show(
            _("Quick look"),
            original=article,
            texts=[text_of(article, one) for one in languages_of(article)],
            may_write=may_write,
            tied=ties_of(article) if article.is_open_to(self.user) else [],
            has_changes=article.is_open_to(self.user) and hasattr(article, "working_copy"),
        )


def languages_of(article: Article) -> list[Language]:
    """Those that have a text; of an abridged article, those that readers have."""
    return [
        one
        for one in Language.active().then_others
        if article.said("headline", one) or article.said("body", one)
    ]


def text_of(article: Article, language: Language) -> dict[str, Any]:
    translation = (
        None if article.is_abridged else article.translations.filter(language=language.code).first()
    )
    shows = translation is not None and translation.state != Translation.State.DONE
    return {
        "language": language,
        "state": article.state_in(language),
        "translation": translation if shows else None,
        "headline": article.said("headline", language),
        "standfirst": article.said("standfirst", language),
        "body": as_read(article, language),
        "byline": article.byline_in(language),
    }


def ties_of(article: Article) -> list[tuple[str, str]]:
    """What it is tied to, each with its kind."""
    spoken = Language.active()
    people = spoken.listed(article.speakers[:NAMED])
    topics = spoken.listed(row.tag for row in article.tagged.select_related("tag")[:NAMED])
    found = [
        (_("event"), article.event),
        (_("source"), article.source),
        (_("written by"), article.created_by),
        (_("people"), people),
        (_("topics"), topics),
    ]
    return [(label, f"{said}") for label, said in found if said]
