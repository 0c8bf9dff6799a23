"""A text as a person has reviewed it, made a draft: by the same steps as one that nobody has."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from articles.models import Article, Record, Source, User
from articles.text.analysis.names import fold

from .copy import WireCopy
from .save import CopyImporter, ImportResult, note_what_came
from .versions import EarlierVersion, earlier_or_alike

type Ties = dict[tuple[type[Record], str], Record | None]


@dataclass(frozen=True)
class Review:
    """What somebody said of a text."""

    copy: WireCopy
    """As it is to be, every finding accepted, changed or left out."""
    own_reporting: bool = False
    has_source: bool = True
    ties: Ties = field(default_factory=dict)
    """By model and folded name: the record that is meant, or nothing where a new one is made."""

    def tie(self, model: type[Record], name: str, record: Record | None) -> None:
        self.ties[model, fold(name)] = record


def save_reviewed(review: Review, by: User, before: EarlierVersion | None = None) -> ImportResult:
    """Make a draft of a text as it was reviewed; all of it or nothing.

    It is made also of one that came before: whoever reviewed it was told, and wants it.

    Args:
        review: what somebody said of the text.
        by: who did.
        before: the article that they were told of, where one is here.
    """
    with transaction.atomic():
        before = before or earlier_or_alike(review.copy)
        importer = ReviewedImporter(review, by)
        importer.is_again = before is not None and before.is_same
        saved = importer.save()
        saved.version_of = before
        note_what_came(saved, review.copy, by)
        return saved


class ReviewedImporter(CopyImporter):
    """Ties a text to the records that a person chose."""

    is_again = False
    """Whether the very words have become an article before, which keeps their digest."""

    def __init__(self, review: Review, by: User) -> None:
        super().__init__(review.copy, by)
        self.review = review

    def complete(self, article: Article) -> None:
        # Who reviewed it has read the line, and said until when.
        article.embargo_line = ""
        article.own_reporting = self.review.own_reporting
        if self.is_again:
            article.source_digest = ""

    def known[Row: Record](self, model: type[Row], name: str) -> Row | None:
        chosen = self.review.ties.get((model, fold(name)), self)
        if chosen is None or isinstance(chosen, model):
            return chosen
        return super().known(model, name)

    def made[Row: Record](self, record: Row, **texts: str) -> Row:
        """Make it once, however often the text names it."""
        made = super().made(record, **texts)
        if name := texts.get("name"):
            self.review.tie(type(record), name, made)
        return made

    def source(self) -> Source | None:
        return super().source() if self.review.has_source else None
