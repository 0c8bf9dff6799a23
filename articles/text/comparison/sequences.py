"""Where two sequences of words, sentences or paragraphs are the same.

Long ones are cut where an element stands once in each of them (patience diff, Bram Cohen), and
between these elements again. What lies between is compared as ``difflib`` does, which finds what
a person would, where it is short, and by its longest common subsequence where it is long: words
that stand in it many times cost ``difflib`` the third power of its length.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

SHORT, LONG = 10_000, 50_000_000
"""Pairs of elements up to which two stretches are short, and up to which they are compared."""
CUTS = 12
"""How often a stretch is cut again."""


class Block(NamedTuple):
    """A stretch that stands in both: where it begins in each, and how long it is."""

    old: int
    new: int
    length: int


class Opcode(NamedTuple):
    """A stretch of either, and whether it is the same: ``old[i1:i2]`` became ``new[j1:j2]``."""

    same: bool
    i1: int
    i2: int
    j1: int
    j2: int


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Opcode]:
    """How one sequence became the other, from the first element to the last."""
    i = j = 0
    for block in [*blocks(old, new), Block(len(old), len(new), 0)]:
        if i < block.old or j < block.new:
            yield Opcode(False, i, block.old, j, block.new)
        i, j = block.old + block.length, block.new + block.length
        if block.length:
            yield Opcode(True, block.old, i, block.new, j)


def blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """What is the same in two sequences, in order, no stretch next to another."""
    found: list[Block] = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        i1, i2, j1, j2, cuts = waiting.pop()
        head = alike_from_the_start(old, new, (i1, i2), (j1, j2))
        found.append(Block(i1, j1, head))
        i1, j1 = i1 + head, j1 + head
        tail = alike_from_the_end(old, new, (i1, i2), (j1, j2))
        i2, j2 = i2 - tail, j2 - tail
        found.append(Block(i2, j2, tail))
        one, other = old[i1:i2], new[j1:j2]
        pairs = len(one) * len(other)
        once = unique(one, other) if pairs > SHORT and cuts < CUTS else []
        if once:
            edges = [(i1, j1), *((i1 + i, j1 + j) for i, j in once), (i2, j2)]
            for (i, j), (next_i, next_j) in itertools.pairwise(edges):
                waiting.append((i, next_i, j, next_j, cuts + 1))
        elif pairs <= SHORT:
            matcher = SequenceMatcher(None, one, other, autojunk=False)
            found += [Block(i1 + i, j1 + j, n) for i, j, n in matcher.get_matching_blocks()]
        elif pairs <= LONG:
            common = LCSseq.opcodes(one, other).as_matching_blocks()
            found += [Block(i1 + each.a, j1 + each.b, each.size) for each in common]
    return joined_blocks(sorted(one for one in found if one.length))


def alike_from_the_start(
    old: Sequence[Hashable], new: Sequence[Hashable], i: tuple[int, int], j: tuple[int, int]
) -> int:
    """How many elements two stretches begin with alike."""
    most = min(i[1] - i[0], j[1] - j[0])
    return next((n for n in range(most) if old[i[0] + n] != new[j[0] + n]), most)


def alike_from_the_end(
    old: Sequence[Hashable], new: Sequence[Hashable], i: tuple[int, int], j: tuple[int, int]
) -> int:
    """How many elements two stretches end with alike."""
    most = min(i[1] - i[0], j[1] - j[0])
    return next((n for n in range(most) if old[i[1] - 1 - n] != new[j[1] - 1 - n]), most)


def unique(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where elements stand that are once in each, as far as they are in one order."""
    times, times_now = Counter(old), Counter(new)
    place = {one: at for at, one in enumerate(new) if times_now[one] == 1}
    return in_order(
        [(at, place[one]) for at, one in enumerate(old) if times[one] == 1 and one in place]
    )


def joined_blocks(found: list[Block]) -> list[Block]:
    """Blocks in their order; those that follow one upon the other in both sequences as one."""
    whole: list[Block] = []
    for one in found:
        last = whole[-1] if whole else None
        if last and (last.old + last.length, last.new + last.length) == (one.old, one.new):
            whole[-1] = last._replace(length=last.length + one.length)
        else:
            whole.append(one)
    return whole


def in_order(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these points, ordered by the first number, that the second one orders too.

    It is a longest increasing subsequence, found by patience sorting.
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, value) in enumerate(points):
        length = bisect_left(ends, value)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        last[length : length + 1] = [number]
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(points[number])
        number = before[number]
    return chain[::-1]
