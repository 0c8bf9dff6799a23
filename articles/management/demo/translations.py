"""The translations of the demo: most are up to date, of some the source has gone on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from articles.languages import Language
from articles.models import Article, Image, Quote, Translation
from articles.text.comparison.alignment import Pair
from articles.text.richtext.segments import BODY, plain

if TYPE_CHECKING:
    from .articles import DemoArticle

State = Translation.State
# Of twenty translations, how many are in which state.
STATES = [State.DONE] * 17 + [State.STALE] * 2 + [State.TO_REVIEW]
AFTERWARDS = timedelta(days=2)
NUMBER = re.compile(r"\d+")


def translations(one: DemoArticle) -> Iterator[Translation]:
    """What each language of an article says against the one it was written in."""
    source, *others = one.languages
    chance = random.Random(f"{one.key}-translations")
    for language in Language.all():
        if language == source:
            continue
        state = chance.choice(STATES) if language in others else State.MISSING
        translation = Translation(
            key=f"{one.key}-{language}",
            article=one.article,
            language=language.code,
            source_language=source.code,
            state=state,
            created_at=one.moment,
            updated_at=one.moment,
        )
        if state in {State.DONE, State.STALE}:
            pairs = list(pairs_of(one, source, language))
            if state == State.STALE:
                pairs = outdated(pairs, chance)
                translation.stale_since = one.moment + AFTERWARDS
            translation.keep_pairs(pairs)
            translation.completed_at = translation.confirmed_at = one.moment
        yield translation


def pairs_of(one: DemoArticle, source: Language, language: Language) -> Iterator[Pair]:
    """Every part of an article in two languages, in the order in which it is translated."""
    article, picture = one.article, one.article.lead_image
    yield from fields(article, "", ("headline", "standfirst"), source, language)
    if picture is not None:
        yield from fields(picture, "lead_image:", ("alt", "caption"), source, language)
    for said, said_again in zip(one.paragraphs(source), one.paragraphs(language), strict=True):
        yield Pair(BODY, said, said_again)
    for quote in one.quotes():
        yield from fields(quote, f"quotes:{quote.key}:", ("text", "position"), source, language)


def fields(
    record: Article | Image | Quote,
    kind: str,
    names: tuple[str, ...],
    source: Language,
    language: Language,
) -> Iterator[Pair]:
    for name in names:
        said, said_again = (plain(name, record.said(name, one)).html for one in (source, language))
        if said or said_again:
            yield Pair(f"{kind}{name}", said, said_again)


def outdated(pairs: list[Pair], chance: random.Random) -> list[Pair]:
    """The pairs as they were before one or two paragraphs of the source were written anew."""
    paragraphs = [n for n, pair in enumerate(pairs) if pair.field == BODY]
    changed = set(chance.sample(paragraphs, k=chance.randint(1, 2)))
    return [
        replace(pair, source=as_it_was(pair.source)) if number in changed else pair
        for number, pair in enumerate(pairs)
    ]


def as_it_was(html: str) -> str:
    """A paragraph before a number in it was another, or before its last word came."""
    if NUMBER.search(html):
        return NUMBER.sub(lambda number: str(int(number[0]) + 1), html, count=1)
    return html.rsplit(" ", 1)[0]


def as_rows(batch: list[DemoArticle]) -> list[Translation]:
    return [row for one in batch for row in translations(one)]
