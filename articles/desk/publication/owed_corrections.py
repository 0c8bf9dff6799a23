"""What readers are owed when a text they have read changes, by what changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.editing.snapshots import Content, comparable, rows_of
from articles.languages import Language
from articles.models import Article, Correction, Quote
from articles.models.declarations import ARTICLE, QUOTE
from articles.text.comparison.substantive_change import Verdict, heaviest, judge

ATTRIBUTION = ("speaker", "kind")
"""Whose words these are, and whether they are."""
REPORTED = ("byline", "dateline", "source")
"""What its page says in every language of where it is from. Where nothing was, it is added."""

Kind = Correction.Kind

WHY: Mapping[Verdict, Promise] = {
    Verdict.ADDED: _("Sentences were added; what was said stands."),
    Verdict.WORDS: _("Words came, went, or became others."),
    Verdict.SENSE: _("A word or a sign on which the sense turns changed."),
    Verdict.NAME: _("A name changed."),
    Verdict.NUMBER: _("A number, a sum or a day changed."),
    Verdict.QUOTE: _("Words that somebody said changed."),
}


@dataclass(frozen=True)
class OwedCorrection:
    """A language whose readers are to be told, and the heaviest thing that changed."""

    language: Language
    verdict: Verdict

    @property
    def why(self) -> str:
        return str(WHY.get(self.verdict, ""))

    @property
    def kinds(self) -> list[Kind]:
        """What the change can be called, from the lightest on."""
        lighter = [
            *([] if self.verdict.is_substance else [Kind.TYPOGRAPHICAL]),
            *([] if self.verdict.insists else [Kind.UPDATE]),
        ]
        return [*lighter, Kind.SUBSTANCE]

    @property
    def proposed(self) -> Kind:
        """What the program would call it."""
        if not self.verdict.is_substance:
            return Kind.TYPOGRAPHICAL
        return Kind.UPDATE if self.verdict == Verdict.ADDED else Kind.SUBSTANCE

    @property
    def owed_at(self) -> str:
        """Where a page asks for it: at the language; at its correction where no other will do."""
        part = "correction" if self.kinds == [Kind.SUBSTANCE] else "owed"
        return f"{part}-{self.language.code}"

    @property
    def may_be_typographical(self) -> bool:
        return Kind.TYPOGRAPHICAL in self.kinds

    @property
    def name(self) -> str:
        """What the language is called by who reads this."""
        return Language.active().name_of(self.language)


def readers_of(live: Article) -> list[Language]:
    """The languages in which readers have the article now."""
    return [language for language in Language.all() if live.is_live(language)]


def languages_owed(
    live: Article, readers: list[Language], before: Content, after: Content
) -> list[OwedCorrection]:
    """The languages whose readers are to be told of a change; a static page has its date."""
    return [] if live.is_site_page else changed_for(live, readers, before, after)


def changed_for(
    live: Article, readers: list[Language], before: Content, after: Content
) -> list[OwedCorrection]:
    """The languages whose readers see their text change from one state to another."""
    names = list(names_in(live))
    found = []
    for language in readers:
        verdict = heaviest(verdicts_on(language, before, after, names))
        if verdict != Verdict.NONE:
            found.append(OwedCorrection(language, verdict))
    return found


def names_in(article: Article) -> Iterator[str]:
    """Whom and what an article is about, in every language."""
    named: set[Any] = {article.dateline, article.event, article.source}
    named |= {quote.speaker for quote in rows_of(article, "quotes", "speaker")}
    for one in rows_of(article, "mentions", "speaker", "organization"):
        named |= {one.speaker, one.organization}
    for record in named - {None}:
        yield from (record.said("name", language) for language in Language.all())


def verdicts_on(
    language: Language, before: Content, after: Content, names: list[str]
) -> Iterator[Verdict]:
    for name in ARTICLE.having("owed").names:
        column = language.field(name)
        was, is_now = (one["fields"].get(column) or "" for one in (before, after))
        yield judge(was, is_now, names)
    for name in REPORTED:
        was, is_now = (one["fields"].get(name) for one in (before, after))
        if was and comparable(was) != comparable(is_now):
            yield Verdict.NAME
    yield from verdicts_on_quotes(language, before, after, names)


def verdicts_on_quotes(
    language: Language, before: Content, after: Content, names: list[str]
) -> Iterator[Verdict]:
    """A quotation that is added says whose words of the text are; the others say it anew."""
    now = {row["key"]: row for row in after["quotes"]}
    for was in before["quotes"]:
        if not was.get(language.field("text")) or not was["speaker"]:
            # One of nobody stands in no list: readers have had its words in the body alone.
            continue
        is_now = now.get(was["key"], {})
        is_verbatim = was.get("kind") == Quote.Kind.DIRECT
        if any(comparable(was.get(name)) != comparable(is_now.get(name)) for name in ATTRIBUTION):
            yield Verdict.QUOTE
        for name in QUOTE.having("owed").names:
            column = language.field(name)
            if was.get(column):
                words = is_now.get(column) or ""
                yield judge(was[column], words, names, is_quotation=is_verbatim and name == "text")
