"""What a template, or an author, left to be filled in, and nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.translation import gettext

from articles.languages import Language
from articles.text.folding import Level, folded
from articles.text.placeholders import EDITORIAL, in_brackets, to_complete, to_fill_in
from articles.text.richtext.paragraphs import plain_text

from .declarations import ARTICLE
from .faults import Fault, shortened

if TYPE_CHECKING:
    from .articles import Article

OF_TEMPLATES = ("headline", "standfirst", "body", "contact", "about")


def left_open(article: Article, language: Language) -> Iterator[Fault]:
    """Words between brackets, whoever wrote them, and signs that stand for words, in any text."""
    for text in ARTICLE.having("translated"):
        for one in left_in(plain_text(article.said(text.name, language))):
            sentence = gettext("“%s” is still to be filled in.")
            yield Fault(language.field(text.name), sentence % shortened(one))


def left_in(words: str) -> list[str]:
    """What a text leaves to be filled in; in what is quoted, what a template has there."""
    found = [*to_complete(words), *to_fill_in(words), *holes_of_templates(words)]
    return list(dict.fromkeys(found))


def in_brackets_of_nobody(article: Article, language: Language) -> Iterator[Fault]:
    """Other words between brackets: an editor’s, in what somebody said."""
    words = plain_text(article.said("body", language))
    left = left_in(words)
    for one in in_brackets(words):
        if one not in left and not EDITORIAL.fullmatch(one):
            sentence = gettext("Words in square brackets: “%s”. Is anything to be filled in?")
            words = shortened(one)
            yield Fault(language.field("body"), sentence % words, words=words)


def holes_of_templates(words: str) -> list[str]:
    """What a text has between brackets as a template has it; without any, nothing is asked."""
    found = in_brackets(words)
    known = holes_known() if found else set()
    return [one for one in found if folded(one, Level.WORDS) in known]


def holes_known() -> set[str]:
    """What all templates leave open, in every language: a text may have them of any."""
    columns = [language.field(name) for language in Language.all() for name in OF_TEMPLATES]
    templates = apps.get_model("articles", "ArticleTemplate").objects.values_list(*columns)
    return {
        folded(hole, Level.WORDS)
        for one in templates
        for text in one
        for hole in in_brackets(plain_text(text or ""))
    }
