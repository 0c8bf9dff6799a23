"""What a printed page has beside its text: its number, and the lines that every page repeats."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

PAGE = "\f"
"""Stands where a page ends."""
LONGEST = 90
"""Letters of a line that pages repeat."""
NUMBERED = re.compile(
    r"^\W*(?:page|p\.|صفحة|الصفحة|ص\.?)\s*\d{1,4}(?:\s*(?:/|sur|de|من)\s*\d{1,4})?\W*$"
    r"|^\W*\d{1,3}\s*(?:/|sur|من)\s*\d{1,3}\W*$",
    re.IGNORECASE,
)
FARTHEST = 20
"""Lines from the end of a page to its second line with words, at most."""
NUMBER = re.compile(r"^[\s–—-]*\d{1,3}[\s–—-]*$")


def without_pages(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of a text with ``PAGE`` where a page ends, and what the pages had beside it.

    Args:
        lines: stripped; an empty one stands between paragraphs, ``PAGE`` between pages.
    """
    is_number = [bool(NUMBERED.match(line)) for line in lines]
    bare = [at for at, line in enumerate(lines) if NUMBER.match(line)]
    if PAGE in lines or (len(bare) > 1 and counts_up([lines[at] for at in bare])):
        for at in bare:
            is_number[at] = True
    edges = edge_lines(lines, is_number)
    seen = Counter(masked(lines[at]) for at in edges)
    repeated = {at for at in edges if seen[masked(lines[at])] > 1}
    if len(repeated) > sum(map(bool, lines)) / 2:
        # Pages that are all alike are no frame around something else.
        repeated = set()
    kept: list[str] = []
    taken: list[str] = []
    for at, written in enumerate(lines):
        line = written
        if is_number[at] or at in repeated:
            taken.append(written)
            line = PAGE
        if line == PAGE or (line == "" and kept[-1:] == [PAGE]):
            while kept and kept[-1] in {"", PAGE}:
                kept.pop()
            line = PAGE
        kept.append(line)
    return kept, taken


def counts_up(numbers: list[str]) -> bool:
    values = [int(re.sub(r"\D", "", one)) for one in numbers]
    return all(later == one + 1 for one, later in pairwise(values))


def edge_lines(lines: list[str], is_number: list[bool]) -> list[int]:
    """Where the lines stand that are first or last of a page, or beside its number."""
    ends = [at for at, line in enumerate(lines) if line == PAGE or is_number[at]]
    found: set[int] = set()
    for end in [-1, *ends, len(lines)]:
        for step in (-1, 1):
            at, left = end + step, 2
            last = end + step * FARTHEST
            while 0 <= at < len(lines) and at != last and left and lines[at] != PAGE:
                if lines[at] and not is_number[at]:
                    if len(lines[at]) <= LONGEST:
                        found.add(at)
                    left -= 1
                at += step
    return sorted(found)


def masked(line: str) -> str:
    return re.sub(r"\d+", "0", line).casefold()
