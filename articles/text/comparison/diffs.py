"""What became of a text, word by word: spans that stayed, went or came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from ..richtext.paragraphs import paragraphs
from .sequences import blocks, opcodes
from .similarity import MOST_WORDS

# A word keeps its vowel marks; every other sign stands alone, so that a comma is one change.
WORD = re.compile(r"[\w\u0640\u064b-\u065f\u0670]+|\s+|[^\w\s]")
SENTENCE = re.compile(r"[^.!?؟…]+(?:[.!?؟…]+[»”\"’)\s]*|$)")
# Below this share of common words two paragraphs are two texts, not two states of one.
ALIKE = 0.35
NEAR = 50
"""Paragraphs, from the last that was found on, among which one is looked for."""

SAME, GONE, NEW = "same", "gone", "new"


@dataclass(frozen=True)
class Span:
    """Some words, and what became of them."""

    kind: str
    text: str


def words_changed(before: str, after: str) -> list[Span]:
    """One text become another, as spans in reading order."""
    old, new = WORD.findall(before), WORD.findall(after)
    spans: list[Span] = []
    for same, i1, i2, j1, j2 in opcodes(old, new):
        if same:
            spans.append(Span(SAME, "".join(old[i1:i2])))
        else:
            spans += [*text_spans(GONE, "".join(old[i1:i2])), *text_spans(NEW, "".join(new[j1:j2]))]
    return in_phrases(spans)


def in_phrases(spans: list[Span]) -> list[Span]:
    """A changed phrase as one change: the spaces between its words are part of it."""
    phrases: list[Span] = []
    gone = new = ""
    for position, span in enumerate(spans):
        if span.kind == GONE:
            gone += span.text
        elif span.kind == NEW:
            new += span.text
        elif not span.text.strip() and (gone or new) and position + 1 < len(spans):
            gone, new = gone + span.text, new + span.text
        else:
            phrases += [*text_spans(GONE, gone), *text_spans(NEW, new), span]
            gone = new = ""
    return [*phrases, *text_spans(GONE, gone), *text_spans(NEW, new)]


def text_spans(kind: str, text: str) -> list[Span]:
    return [Span(kind, text)] if text else []


def paragraphs_changed(before: str, after: str) -> list[list[Span]]:
    """Rich text become another: a list of spans for each paragraph, old and new in order."""
    old, new = paragraphs(before), paragraphs(after)
    changed: list[list[Span]] = []
    for same, i1, i2, j1, j2 in opcodes(old, new):
        if same:
            changed += [[Span(SAME, text)] for text in old[i1:i2]]
        else:
            for one, other in paired(old[i1:i2], new[j1:j2]):
                changed.append(words_changed(one, other))
    return changed


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each old paragraph with the new one it became, or with nothing; then what came."""
    first = 0
    for text in old:
        near = range(first, min(first + NEAR, len(new)))
        twin = next((place for place in near if similarity_of(text, new[place])), None)
        if twin is None:
            yield text, ""
            continue
        for come in new[first:twin]:
            yield "", come
        yield text, new[twin]
        first = twin + 1
    for come in new[first:]:
        yield "", come


def similarity_of(one: str, other: str) -> bool:
    words, others = one.split()[:MOST_WORDS], other.split()[:MOST_WORDS]
    return Indel.normalized_similarity(words, others) >= ALIKE


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each with the signs and the space that end it."""
    return SENTENCE.findall(text)


def authorship[Author](versions: Sequence[tuple[Author, str]]) -> list[list[tuple[str, Author]]]:
    """Who last changed each sentence of the newest version, paragraph by paragraph.

    ``versions`` are (author, rich text), the oldest first.
    """
    known: list[tuple[str, Author]] = []
    shown: list[list[tuple[str, Author]]] = []
    for author, rich_text in versions:
        split = [sentences(paragraph) for paragraph in paragraphs(rich_text)]
        now = [sentence.strip() for paragraph in split for sentence in paragraph]
        authors = [author] * len(now)
        for start, start_now, length in blocks([text for text, _ in known], now):
            for step in range(length):
                authors[start_now + step] = known[start + step][1]
        known = list(zip(now, authors, strict=True))
        each = iter(authors)
        shown = [[(sentence, next(each)) for sentence in paragraph] for paragraph in split]
    return shown
