"""What helps to translate one row: its known terms, and paragraphs remembered that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.desk.translation import paragraphs as desk
from articles.desk.translation.glossary import Glossary, KnownTerm
from articles.desk.translation.memory import suggestions
from articles.languages import Language
from articles.models import Translation
from articles.text.comparison.alignment import Row
from articles.text.richtext.inline_codes import with_tags, words_in
from articles.text.richtext.translation_units import mark_of_source

from ..pages import ArticleDeskPage


class RowTerms:
    """The known terms of one row's source, and those that its translation lacks."""

    def __init__(self, row: Row, translation: Translation, glossary: Glossary) -> None:
        source, into = translation.source, translation.into
        text = words_in(row.source.html) if row.source else ""
        self.html = row.source.html if row.source else ""
        self.known = glossary.terms_in(text, source, into) if text else []
        target = row.target.text if row.target else ""
        missing = glossary.lacking(text, target, source, into) if self.known and target else []
        self.lacking = {(one.model, one.pk): one for one in missing}
        self.misused = [
            one
            for one in (glossary.misused(target, into) if target else [])
            if (one.model, one.pk) not in self.lacking
        ]

    @property
    def once(self) -> list[KnownTerm]:
        """Each term once, as it stands first; of one that is lacking, what is said instead."""
        first: dict[tuple[Any, int], KnownTerm] = {}
        for one in self.known:
            key = (one.model, one.pk)
            first.setdefault(key, self.lacking.get(key, one))
        return list(first.values())

    @property
    def missing(self) -> list[KnownTerm]:
        return list(self.lacking.values())

    @property
    def source(self) -> SafeString:
        """The source, with its terms marked and what they are called in the other language."""
        spans = [
            (one.start, one.end, format_html('<mark class="term" title="{}">', one.said))
            for one in self.known
        ]
        return mark_safe(with_tags(self.html, spans))  # noqa: S308 - of what was sanitised when saved


def row_asked_for(rows: Sequence[Row], number: str, source: str) -> Row | None:
    """Return the row that a page shows: of this number, or where its source stands by now.

    Args:
        rows: as they are now.
        number: as the page counts them.
        source: the mark of its source.
    """
    at = int(number) if number.isdecimal() and len(number) < 6 else -1
    ordered = [*rows[at : at + 1], *rows] if at >= 0 else list(rows)
    return next(
        (one for one in ordered if one.source and mark_of_source(one.source.html) == source), None
    )


class SuggestionsPage(ArticleDeskPage):
    """A fragment for the page of a translation; without a script, a small page of its own."""

    template_name = "admin/articles/translation/suggestions.html"

    def get(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        article = self.article_to_see(pk)
        translation = article.translation_into(language)
        row = None
        if translation is not None:
            asked = (request.GET.get("n", ""), request.GET.get("source", ""))
            row = row_asked_for(translation.rows(), *asked)
        if translation is None or row is None or row.source is None:
            raise Http404
        part = "" if "page" in request.GET else "#fragment"
        return self.show(
            _("Suggestions"),
            template_name=f"{self.template_name}{part}",
            original=article,
            translation=translation,
            row=row,
            is_rich=row.field == desk.BODY,
            matches=suggestions(
                row.source.html, translation.source, translation.into, to=self.user
            ),
        )
