"""Whether a text is here already: as an article, wherever that came from, or as one that waits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articles.models import Article, ReceivedText, SearchEntry, User
from articles.search.engine import SearchRequest
from articles.search.engines import engine
from articles.search.query_expansion import Alternative, Clause
from articles.text.analysis.analyzer import is_stop_word
from articles.text.comparison.similarity import compared, likeness
from articles.text.folding import Level, say_the_same
from articles.text.richtext.paragraphs import paragraphs
from articles.wire.copy import WireCopy
from articles.wire.layout.unwrapping import lay_out
from articles.wire.versions import (
    ALIKE,
    EarlierVersion,
    differences,
    differences_of,
    earlier,
    nearly_the_same,
)

ARTICLE = "article"
ASKED, LEAST, SHORTEST = 8, 4, 4
"""Words of a text by which articles are looked for; how many an article must have; letters."""
FIRST_WORDS = 150
MOST = 30
"""Articles that are compared word by word."""
WAITING = 200
"""Texts that wait, the newest, among which the same is looked for."""


def known_article(copy: WireCopy) -> EarlierVersion | None:
    """The article that a text is again, or another version of: of all that are here."""
    return earlier(copy) or on_site(copy) or nearly_the_same(copy)


def on_site(copy: WireCopy) -> EarlierVersion | None:
    """The article that says nearly the same in the language of a text, imported or not."""
    words = compared("\n".join(copy.paragraphs))
    best, most = None, ALIKE
    for entry in candidates(copy):
        alike = likeness(entry.body.split()[: len(words) + len(words) // 2], words)
        if alike >= most and (best is None or alike > most):
            best, most = entry, alike
    article = Article.objects.filter(pk=best.record_id).first() if best else None
    if article is None:
        return None
    then = [article.said("headline", copy.language), *lines_of(article, copy.language)]
    now = [copy.headline or "", *copy.paragraphs]
    # An article may have kept the dateline, which is taken off a text.
    for one, other in ((then[1:], now[1:]), (then, copy.text.splitlines())):
        if say_the_same("\n".join(one), "\n".join(other), Level.WORDS):
            return EarlierVersion(article)
    if article.source_text:
        # What the sender changed, whatever the newsroom has made of it.
        return EarlierVersion(article, differences(article.source_text, copy.text))
    return EarlierVersion(article, differences_of(then, now))


def lines_of(article: Article, language: str) -> list[str]:
    """An article's own lines, its standfirst aside, which texts that come in seldom have."""
    return paragraphs(article.said("body", language))


def candidates(copy: WireCopy) -> Iterator[SearchEntry]:
    """The entries that have most of a text's long words: those are seldom in two by chance."""
    headline = compared(copy.headline or "")
    beginning = compared("\n".join(copy.paragraphs))[:FIRST_WORDS]
    asked = [*telling_words(headline, 3), *telling_words(beginning, ASKED)]
    words = list(dict.fromkeys(asked))[:ASKED]
    if not words:
        return
    clauses = [Clause([Alternative((word,), 1.0)]) for word in words]
    least = min(LEAST, len(words))
    wanted = SearchRequest(clauses, copy.language, [ARTICLE], least=least, most=MOST)
    found = engine().find(wanted)
    yield from SearchEntry.objects.filter(pk__in=found).only("record_id", "body")


def telling_words(words: list[str], most: int) -> list[str]:
    """The longest words, which are the rarest."""
    found = {one for one in words if len(one) >= SHORTEST and not is_stop_word(one)}
    return sorted(found, key=lambda one: (-len(one), one))[:most]


def waiting_alike(received: ReceivedText, user: User) -> ReceivedText | None:
    """Another text that says nearly the same and waits too, of those that this person may open."""
    others = ReceivedText.objects.open_to(user).waiting().exclude(pk=received.pk)
    mine = lines_without_wrapper(received.text)
    words = set(chain.from_iterable(one.casefold().split() for one in mine))
    for other in others.filter(language=received.language).order_by("-pk")[:WAITING]:
        theirs = set(other.text.casefold().split())
        if len(words & theirs) < max(len(words), len(theirs)) * ALIKE / 100:
            continue
        if likeness(compared(other.text), compared(received.text)) >= ALIKE:
            return other
    return None


def lines_without_wrapper(text: str) -> list[str]:
    return [one for one in lay_out(text).lines if one.strip()]
