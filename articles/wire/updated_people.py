"""The quotations and the people of a newer version, written into the article that is here."""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Article, Quote
from articles.text.comparison.similarity import compared, likeness
from articles.text.extraction.quotations import Quotation
from articles.text.folding import Level, folded
from articles.text.richtext.paragraphs import verbatim

from .reviewed import ReviewedImporter

ALIKE = 50
"""Percent of the words of two quotations of which one is the other, changed."""


class UpdatedPeople:
    """Lets one row have what a reviewed text says of who speaks; its body is written already."""

    def __init__(self, row: Article, importer: ReviewedImporter) -> None:
        self.row, self.importer = row, importer
        self.language = importer.language
        self.body = row.said("body", self.language)
        self.here = [one for one in row.quotes.all() if one.said("text", self.language)]

    def write(self) -> None:
        importer, copy = self.importer, self.importer.copy
        speakers = {one.name: (importer.speaker(one), one) for one in copy.speakers}
        wanted = [one for one in copy.quotes if verbatim(one.text, self.body)]
        for quotation, quote in self.pairs(wanted):
            speaker, person = speakers.get(quotation.speaker or "", (None, None))
            importer.write(quote, text=quotation.text)
            quote.speaker = speaker or quote.speaker
            position = person.position if person else ""
            if position and not quote.said("position", self.language):
                importer.write(quote, position=position)
            quote.save()
        self.take_off_the_rest()
        quoted = set(self.row.quotes.values_list("speaker", flat=True))
        others = [speaker for speaker, __ in speakers.values() if speaker.pk not in quoted]
        bodies = [importer.organization(name) for name in copy.organizations]
        self.row.mention(*others, *bodies)

    def pairs(self, wanted: Sequence[Quotation]) -> list[tuple[Quotation, Quote]]:
        """Each quotation with the row that it is: the same words, the words changed, a new one."""
        found: dict[int, Quote] = {}
        for at, one in enumerate(wanted):
            same = [
                quote
                for quote in self.here
                if folded(quote.said("text", self.language), Level.WORDS)
                == folded(one.text, Level.WORDS)
            ]
            if same:
                found[at] = self.taken(same[0])
        for at, one in enumerate(wanted):
            if at not in found and (changed := self.changed_from(one)):
                found[at] = self.taken(changed)
        order = max(self.row.quotes.values_list("order", flat=True), default=-1)
        for at, one in enumerate(wanted):
            if at not in found:
                order += 1
                found[at] = Quote(article=self.row, kind=one.kind, order=order)
        return [(one, found[at]) for at, one in enumerate(wanted)]

    def taken(self, quote: Quote) -> Quote:
        self.here.remove(quote)
        return quote

    def changed_from(self, quotation: Quotation) -> Quote | None:
        """The quotation that stood where this one does, and does not stand there any more."""
        words = compared(quotation.text)
        for quote in self.here:
            said = quote.said("text", self.language)
            if not verbatim(said, self.body) and likeness(compared(said), words) >= ALIKE:
                return quote
        return None

    def take_off_the_rest(self) -> None:
        """What the body does not have any more is nobody's words in this language."""
        for quote in self.here:
            if not quote.misquotes(self.language):
                continue
            if any(quote.said("text", other) for other in self.language.others):
                self.importer.write(quote, text="")
                quote.save()
            else:
                quote.delete()
