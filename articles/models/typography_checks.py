"""Typography as checks: what ``articles/text/typography/rules.py`` says of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.languages import Language
from articles.text.typography.conventions import Conventions, conventions_for
from articles.text.typography.rules import remarks

from .declarations import ARTICLE
from .faults import Fault

if TYPE_CHECKING:
    from .articles import Article

CARED_FOR = ARTICLE.having("typography")

LABELS: dict[str, Promise | str] = {
    "controls": _("Stray signs of direction"),
    "tatweel": _("Drawn-out letters"),
    "digits": _("Digits"),
    "signs": _("Signs of another script"),
    "marks": _("Quotation marks"),
    "apostrophes": _("Apostrophes"),
    "inside": _("Spaces inside quotation marks"),
    "before": _("Spaces before signs"),
    "numbers": _("Numbers"),
    "isolation": _("Names that run the other way"),
}


def customs_of(language: Language) -> Conventions:
    """How this newsroom writes a language."""
    return conventions_for(
        language.locale.language, language.script, language.direction == "rtl", language.digits
    )


def careless(rule: str, article: Article, language: Language) -> Iterator[Fault]:
    """Where one rule would have a text of the article written otherwise."""
    conventions = customs_of(language)
    for text in CARED_FOR:
        column = language.field(text.name)
        words = article.said(text.name, language)
        for remark in remarks(words, conventions, rich=text.rich, only=rule):
            count = len(remark.changes)
            sentence = ngettext("In %(count)d place.", "In %(count)d places.", count)
            yield Fault(column, sentence % {"count": count}, remark=remark)
