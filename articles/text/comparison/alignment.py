"""A text and its translation, paragraph by paragraph: what each was confirmed against, and now.

Nothing is known of a paragraph but its words. Those of the source are found again in what was
confirmed, those of the target too; the pair that was confirmed ties the two together.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from ..richtext.segments import BODY, Segment, typography_folded, words_of
from .diffs import Span, words_changed
from .facts import Fact, facts_changed
from .sequences import blocks, in_order
from .similarity import MOST_WORDS

CURRENT, CHANGED, MOVED = "current", "changed", "moved"
NEW, REMOVED, UNCONFIRMED = "new", "removed", "unconfirmed"
SETTLED = frozenset({CURRENT, MOVED})

# From this share of common words on, two paragraphs are two states of one.
ALIKE = 0.4
# Short lines have few words to share: there the letters count, where nearly all are the same.
SPELT_ALIKE = 75
# This share of a paragraph's words stands in another: it has become a part of that one.
PART = 0.7
FEWEST_WORDS_OF_A_PART = 3
# What a paragraph without a partner costs, where two texts are laid side by side by length.
ALONE = 1.0
MOST_PAIRS, ABOUT = 10_000, 20
"""More pairs of paragraphs are not compared: only those so near to each other, or in order."""


@dataclass(frozen=True)
class Pair:
    """What a target paragraph says, and the source it was written for, or confirmed against.

    One that nobody has confirmed is known from when it was written paragraph by paragraph, or when
    readers got it.
    """

    field: str
    source: str
    target: str
    confirmed: bool = True


@dataclass(frozen=True)
class Row:
    """A paragraph of the source beside its translation."""

    field: str
    source: Segment | None
    target: Segment | None
    state: str
    pair: Pair | None = None
    at: int | None = None
    """Where the target stands among those that were given."""
    origin: int | None = None
    """Where the source stands among those that were given."""
    part: bool = False
    """Whether its source came out of another paragraph, or went into one."""

    @property
    def then(self) -> str:
        """What the source said when the target was confirmed."""
        return words_of(self.pair.source) if self.pair else ""

    @property
    def now(self) -> str:
        return self.source.text if self.source else ""

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED

    @property
    def is_behind(self) -> bool:
        """Whether the source says otherwise than when this was written, and this says the same.

        What was written anew in both languages is taken for the translation it was before.
        """
        source, target = (
            typography_folded(one.html) if one else "" for one in (self.source, self.target)
        )
        if self.state == NEW:
            return self.pair is None or typography_folded(self.pair.source) != source
        if self.state == UNCONFIRMED and self.pair is not None:
            return (
                typography_folded(self.pair.source) != source
                and typography_folded(self.pair.target) == target
            )
        return self.state in {CHANGED, REMOVED}

    @cached_property
    def differences(self) -> list[Span]:
        """The words of the source, then and now."""
        return words_changed(self.then, self.now)

    @cached_property
    def facts(self) -> list[Fact]:
        """Numbers, dates and names that are others now."""
        return facts_changed(self.then, self.now) if self.then and self.now else []


def align(
    confirmed: Sequence[Pair], source: Sequence[Segment], target: Sequence[Segment]
) -> list[Row]:
    """Every paragraph of either text, in the order of the source."""
    fields = dict.fromkeys([*(one.field for one in source), *(one.field for one in target)])
    rows: list[Row] = []
    for name in fields:
        pairs = [one for one in confirmed if one.field == name]
        here = segments_with_words(name, source)
        there = segments_with_words(name, target)
        if name == BODY:
            rows += Aligned(pairs, here, there).rows()
        elif here or there:
            rows.append(in_slot(name, pairs, here, there))
    return rows


def segments_with_words(field: str, segments: Sequence[Segment]) -> list[tuple[int, Segment]]:
    """Those of a field that say anything, each with its place."""
    return [(at, one) for at, one in enumerate(segments) if one.field == field and one.said]


def in_slot(
    name: str,
    pairs: Sequence[Pair],
    source: list[tuple[int, Segment]],
    target: list[tuple[int, Segment]],
) -> Row:
    """A text that has its own place, such as a headline: whatever it says, it is the same one."""
    pair = pairs[0] if pairs else None
    origin, one = source[0] if source else (None, None)
    at, other = target[0] if target else (None, None)
    return Row(name, one, other, state(pair, one, other), pair, at, origin)


def state(pair: Pair | None, source: Segment | None, target: Segment | None) -> str:
    """What has become of one row, its place aside."""
    if source is None:
        if pair and typography_folded(pair.source):
            return REMOVED
        return CURRENT if pair and pair.confirmed else UNCONFIRMED
    if target is None and not (pair and pair.confirmed and not typography_folded(pair.target)):
        return NEW
    if pair is None or not pair.confirmed:
        return UNCONFIRMED
    return CURRENT if typography_folded(pair.source) == source.said else CHANGED


class Aligned:
    """The paragraphs of two bodies."""

    def __init__(
        self,
        pairs: list[Pair],
        source: list[tuple[int, Segment]],
        target: list[tuple[int, Segment]],
    ) -> None:
        self.pairs, self.source = pairs, [one for _, one in source]
        self.origins = [origin for origin, _ in source]
        self.places = [at for at, _ in target]
        self.target = [one for _, one in target]
        self.then = [typography_folded(one.source) for one in pairs]
        self.now = [one.said for one in self.source]
        self.source_of = matched(self.then, self.now)
        self.target_of = matched(
            [typography_folded(one.target) for one in pairs], [one.said for one in self.target]
        )
        self.pair_of = {now: then for then, now in self.source_of.items()}
        self.beside = {
            now: self.target_of[then]
            for then, now in self.source_of.items()
            if then in self.target_of
        }
        self.parts = dict(self.split())
        self.gone_into = dict(self.merged())
        self.fill_gaps()

    # What came out of a paragraph, what went into one.

    def split(self) -> Iterable[tuple[int, int]]:
        """New paragraphs that are a piece of an old one beside them, each with that pair."""
        owner = dict(self.pair_of)
        for order in (range(len(self.now)), reversed(range(len(self.now)))):
            for now in order:
                for near in (now - 1, now + 1):
                    pair = owner.get(near)
                    if now in owner or pair is None:
                        continue
                    whole = self.source_of.get(pair)
                    if whole is not None and self.now[whole] == self.then[pair]:
                        continue
                    if is_part(self.now[now], self.then[pair]):
                        owner[now] = pair
                        yield now, pair

    def merged(self) -> Iterable[tuple[int, int]]:
        """Pairs whose source is now a piece of the paragraph beside it, with that one's place."""
        into, known = dict(self.source_of), set(self.then)
        for order in (range(len(self.then)), reversed(range(len(self.then)))):
            for pair in order:
                for near in (pair - 1, pair + 1):
                    whole = into.get(near)
                    if pair in into or whole is None or not self.then[pair]:
                        continue
                    if self.now[whole] in known:
                        continue
                    if is_part(self.then[pair], self.now[whole]):
                        into[pair] = whole
                        yield pair, whole

    # What nothing ties together but its place.

    def fill_gaps(self) -> None:
        """Lay what has no partner side by side, between the neighbours that have one."""
        taken = set(self.target_of.values())
        anchors = [(-1, -1), *in_order(sorted(self.beside.items()))]
        anchors.append((len(self.source), len(self.target)))
        for (now, at), (next_now, next_at) in itertools.pairwise(anchors):
            free = [
                one
                for one in range(now + 1, next_now)
                if one not in self.beside and one not in self.parts and not self.left_out(one)
            ]
            waiting = [one for one in range(at + 1, next_at) if one not in taken]
            for one, other in side_by_side(
                free, waiting, [self.source[n] for n in free], [self.target[n] for n in waiting]
            ):
                self.beside[one] = other

    def left_out(self, now: int) -> bool:
        """Whether it was confirmed that this paragraph has no translation of its own."""
        pair = self.pair_of.get(now)
        return (
            pair is not None
            and self.pairs[pair].confirmed
            and not typography_folded(self.pairs[pair].target)
        )

    # The rows.

    def rows(self) -> list[Row]:
        in_place = set(in_order(sorted(self.beside.items())))
        rows: list[Row] = []
        positions: dict[int, int] = {}
        for now, one in enumerate(self.source):
            at = self.beside.get(now)
            rows.append(self.row(now, one, at, (now, at) in in_place))
            if at is not None:
                positions[at] = len(rows) - 1
        return self.with_lonely(rows, positions)

    def row(self, now: int, one: Segment, at: int | None, in_place: bool) -> Row:
        is_piece = now in self.parts
        number = self.parts[now] if is_piece else self.pair_of.get(now)
        pair = self.pairs[number] if number is not None else None
        target = self.target[at] if at is not None else None
        place = self.places[at] if at is not None else None
        found = CHANGED if is_piece else state(pair, one, target)
        if found == CURRENT and target is not None and not in_place:
            found = MOVED
        return Row(BODY, one, target, found, pair, place, self.origins[now], is_piece)

    def with_lonely(self, rows: list[Row], positions: dict[int, int]) -> list[Row]:
        """The rows, and each target that has no source after the one it follows."""
        pair_of = {at: pair for pair, at in self.target_of.items()}
        after: dict[int, list[Row]] = defaultdict(list)
        position = -1
        for at, one in enumerate(self.target):
            if at in positions:
                position = positions[at]
                continue
            number = pair_of.get(at)
            pair = self.pairs[number] if number is not None else None
            is_piece = number in self.gone_into
            found = CHANGED if is_piece else state(pair, None, one)
            after[position].append(
                Row(BODY, None, one, found, pair, self.places[at], part=is_piece)
            )
        told = list(after[-1])
        for number, row in enumerate(rows):
            told += [row, *after[number]]
        return told


def matched(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which of the new texts each old one is: the very same first, then the most alike."""
    found: dict[int, int] = {}
    for start, start_now, length in blocks(old, new):
        found |= {start + step: start_now + step for step in range(length) if old[start + step]}
    taken = set(found.values())
    elsewhere: dict[str, deque[int]] = defaultdict(deque)
    for now, text in enumerate(new):
        if now not in taken:
            elsewhere[text].append(now)
    for then, text in enumerate(old):
        if text and then not in found and elsewhere[text]:
            found[then] = elsewhere[text].popleft()
    return found | most_alike(old, new, found)


def most_alike(old: Sequence[str], new: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    """Of what is left, those that are two states of one text."""
    taken = set(found.values())
    free = [then for then, text in enumerate(old) if text and then not in found]
    waiting = [now for now in range(len(new)) if now not in taken]
    words = {then: old[then].split()[:MOST_WORDS] for then in free}
    words_now = {now: new[now].split()[:MOST_WORDS] for now in waiting}
    scores = []
    for rank, then in enumerate(free):
        for now in candidates_near(rank, len(free), waiting):
            score = similarity_of(old[then], new[now], words[then], words_now[now])
            if score >= ALIKE:
                # Of equals, the one that stands where the old one stood.
                scores.append((-score, abs(then - now), then, now))
    close: dict[int, int] = {}
    for _score, _distance, then, now in sorted(scores):
        if then not in close and now not in taken:
            close[then] = now
            taken.add(now)
    return close


def candidates_near(rank: int, others: int, waiting: list[int]) -> list[int]:
    """Those that one of several may be: all, or where they are very many, those about its place."""
    if others * len(waiting) <= MOST_PAIRS:
        return waiting
    place = rank * len(waiting) // others
    return waiting[max(0, place - ABOUT) : place + ABOUT]


def similarity_of(one: str, other: str, words: list[str], others: list[str]) -> float:
    """How much of two texts is the same, from 0 to 1."""
    score = Indel.normalized_similarity(words, others)
    if score < ALIKE:
        spelt = fuzz.ratio(one, other, score_cutoff=SPELT_ALIKE)
        return spelt / 100
    return score


def is_part(piece: str, whole: str) -> bool:
    """Whether nearly all words of a text stand in another, in their order."""
    words = piece.split()
    if len(words) < FEWEST_WORDS_OF_A_PART:
        return bool(words) and f" {piece} " in f" {whole} "
    return LCSseq.similarity(words, whole.split()) / len(words) >= PART


def side_by_side(
    free: list[int], waiting: list[int], source: list[Segment], target: list[Segment]
) -> list[tuple[int, int]]:
    """Two runs of paragraphs as pairs: by order where they are as many, else by length too."""
    pairs = len(free) * len(waiting)
    if len(free) == len(waiting) or not 0 < pairs <= MOST_PAIRS:
        return list(zip(free, waiting, strict=False))
    costs = [[0.0] * (len(waiting) + 1) for _ in range(len(free) + 1)]
    for one in range(len(free) + 1):
        for other in range(len(waiting) + 1):
            if one and other:
                pairing = costs[one - 1][other - 1] + unlike(source[one - 1], target[other - 1])
                alone = min(costs[one - 1][other], costs[one][other - 1]) + ALONE
                costs[one][other] = min(pairing, alone)
            else:
                costs[one][other] = (one + other) * ALONE
    found = []
    one, other = len(free), len(waiting)
    while one and other:
        pairing = costs[one - 1][other - 1] + unlike(source[one - 1], target[other - 1])
        if costs[one][other] == pairing:
            one, other = one - 1, other - 1
            found.append((free[one], waiting[other]))
        elif costs[one][other] == costs[one - 1][other] + ALONE:
            one -= 1
        else:
            other -= 1
    return found[::-1]


def unlike(source: Segment, target: Segment) -> float:
    """How badly a paragraph looks like the translation of another: its length, its kind."""
    lengths = (len(source.said) + 1) / (len(target.said) + 1)
    return abs(math.log(lengths)) + (ALONE if source.tag != target.tag else 0)
