"""One row of the translation desk's page, as it is written and read there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.desk.editing.snapshots import original_key
from articles.desk.translation.glossary import glossary
from articles.desk.translation.paragraphs import may_translate
from articles.desk.translation.row_edits import PICTURE
from articles.models import Article, Image, Proposal, Quote, Translation, User
from articles.models.declarations import IMAGE
from articles.models.permissions import CHANGE_IMAGE, CHANGE_QUOTE
from articles.text.comparison import alignment
from articles.text.comparison.alignment import Row
from articles.text.comparison.diffs import Span, words_changed
from articles.text.comparison.facts import DATE, NAME, NUMBER
from articles.text.richtext.segments import BODY, words_of
from articles.text.richtext.tokens import name_of
from articles.text.richtext.translation_units import mark_of_source

from .suggestions import RowTerms

STATES: dict[str, Promise | str] = {
    alignment.CURRENT: pgettext_lazy("paragraph", "up to date"),
    alignment.CHANGED: pgettext_lazy("paragraph", "the source has changed"),
    alignment.MOVED: pgettext_lazy("paragraph", "moved in the source"),
    alignment.NEW: pgettext_lazy("paragraph", "to translate"),
    alignment.REMOVED: pgettext_lazy("paragraph", "gone from the source"),
    alignment.UNCONFIRMED: pgettext_lazy("paragraph", "to confirm"),
}
FACTS: dict[str, Promise | str] = {
    NUMBER: gettext_lazy("Number"),
    DATE: gettext_lazy("Date"),
    NAME: gettext_lazy("Name"),
}
KINDS: dict[str, Promise | str] = {
    "h2": gettext_lazy("Subheading"),
    "h3": gettext_lazy("Subheading"),
    "li": gettext_lazy("List item"),
    "td": gettext_lazy("Table cell"),
    "th": gettext_lazy("Table cell"),
    "blockquote": gettext_lazy("Block quotation"),
    "figure": gettext_lazy("Video or post"),
    "figcaption": gettext_lazy("Below a picture"),
}


@dataclass
class TranslationCell:
    """A row with all that the page says of it."""

    number: int
    row: Row
    label: str
    is_writable: bool
    terms: RowTerms
    source_is_writable: bool = False
    typed: str | None = None
    """What somebody typed that is not saved yet."""
    theirs: str | None = None
    """What somebody else has written in its place meanwhile."""
    typed_source: str | None = None
    their_source: str | None = None
    proposed: str = ""
    """What somebody proposes of it, which waits for who may publish."""

    @property
    def is_rich(self) -> bool:
        return self.row.field == BODY

    @property
    def name(self) -> str:
        return f"target-{self.number}"

    @property
    def value(self) -> str:
        """What the textarea holds: mark-up in the body, plain words elsewhere."""
        if self.typed is not None:
            return self.typed
        return self.row.target.value if self.row.target else ""

    @property
    def source_value(self) -> str:
        if self.typed_source is not None:
            return self.typed_source
        return self.row.source.value if self.row.source else ""

    @property
    def source_mark(self) -> str:
        """By which the row is known again when its suggestions are asked for."""
        return mark_of_source(self.row.source.html) if self.row.source else ""

    @property
    def target_html(self) -> SafeString:
        target = self.row.target
        return mark_safe(target.html) if target else SafeString()  # noqa: S308 - sanitised when saved

    @property
    def state(self) -> str:
        return str(STATES[self.row.state])

    @property
    def shows_differences(self) -> bool:
        """Whether there is anything to tell of the source, then and now."""
        row = self.row
        return bool(row.then and row.source and row.then != row.now and not row.part) and (
            row.state in {alignment.CHANGED, alignment.UNCONFIRMED}
        )

    @property
    def facts(self) -> list[tuple[str, str, str]]:
        return [(str(FACTS[one.kind]), one.then, one.now) for one in self.row.facts]

    @property
    def may_stay_without_text(self) -> bool:
        return self.row.source is not None and self.row.target is None and self.is_rich

    def keep_typed(self, typed: str, *, is_conflict: bool) -> None:
        """Show what somebody typed, and what stands there now where that is somebody else's."""
        self.typed = typed
        if is_conflict:
            self.theirs = self.row.target.text if self.row.target else ""

    def keep_typed_source(self, typed: str, *, is_conflict: bool) -> None:
        """The same on the side of the source."""
        self.typed_source = typed
        if is_conflict:
            self.their_source = self.row.now

    @property
    def conflict(self) -> list[Span]:
        """From their words to those typed."""
        return words_changed(self.theirs or "", words_of(self.typed or ""))

    @property
    def source_conflict(self) -> list[Span]:
        return words_changed(self.their_source or "", words_of(self.typed_source or ""))


def cells_of(
    article: Article,
    translation: Translation,
    rows: Sequence[Row],
    by: User,
    *,
    with_source: bool = False,
) -> list[TranslationCell]:
    """Return the rows as the page shows them.

    Args:
        article: what is translated, or its working copy.
        translation: into which language, from which.
        rows: its paragraphs.
        by: who looks at them.
        with_source: whether that side is written too.
    """
    quotes = {original_key(quote.key): quote for quote in article.quotes.select_related("speaker")}
    known = glossary()
    writes = may_translate(article, translation.language, by)
    writes_source = with_source and may_translate(article, translation.source, by)
    rights = {
        "lead_image": by.has_perm(CHANGE_IMAGE),
        "quotes": by.has_perm(CHANGE_QUOTE),
    }

    waiting = proposed_of(article, translation)

    def may(row: Row) -> bool:
        return rights.get(row.field.partition(":")[0], True)

    return [
        TranslationCell(
            number,
            row,
            label_of(row, quotes),
            writes and may(row),
            RowTerms(row, translation, known),
            writes_source and may(row) and row.source is not None,
            proposed=waiting.get(row.field, ""),
        )
        for number, row in enumerate(rows)
    ]


def proposed_of(article: Article, translation: Translation) -> dict[str, str]:
    """What is proposed of an article's picture in the language of a translation, by its row."""
    if article.lead_image is None:
        return {}
    found: dict[str, str] = {}
    for one in Proposal.objects.of(article.lead_image).waiting():
        for name in IMAGE.having("translated").names:
            if said := one.after["fields"].get(translation.into.field(name)):
                found[f"{PICTURE}{name}"] = said
    return found


def label_of(row: Row, quotes: dict[str, Quote]) -> str:
    """What a row is: « Titre », « Paragraphe », « Citation de Ismail Chekkouri »."""
    kind, _sign, rest = row.field.partition(":")
    if kind == BODY:
        segment = row.source or row.target
        names = [name_of(tag) for tag in segment.path] if segment else []
        known = next((KINDS[name] for name in reversed(names) if name in KINDS), None)
        return str(known or _("Paragraph"))
    if kind == "lead_image":
        return _("Picture: %(field)s") % {"field": name_of_column(Image, rest)}
    if kind == "quotes":
        key, column = rest.rsplit(":", 1)
        speaker = quotes[key].speaker if key in quotes else ""
        if speaker is None:
            return _("Quotation of nobody named: %(field)s") % {
                "field": name_of_column(Quote, column)
            }
        is_reported = key in quotes and quotes[key].is_reported
        said = (
            _("Reported speech of %(speaker)s: %(field)s")
            if is_reported
            else _("Quotation of %(speaker)s: %(field)s")
        )
        return said % {
            "speaker": speaker,
            "field": name_of_column(Quote, column),
        }
    return str(capfirst(name_of_column(Article, kind)))


def name_of_column(model: type[models.Model], name: str) -> str:
    column: Any = model._meta.get_field(name)
    return str(column.verbose_name)
