"""What a printed page has beside its text: its number, and the lines that every page repeats."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise, takewhile

PAGE = "\f"
"""Stands where a page ends."""
LONGEST = 90
"""Letters of a line that pages repeat."""
NUMBERED = re.compile(
    r"^\W*(?:page|p\.|صفحة|الصفحة|ص\.?)\s*\d{1,4}(?:\s*(?:/|sur|de|من)\s*\d{1,4})?\W*$"
    r"|^\W*\d{1,3}\s*(?:/|sur|من)\s*\d{1,3}\W*$",
    re.IGNORECASE,
)
PRINTED = re.compile(
    r"^\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)[,،]?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?\s{2,}\S.*$|^(?:https?://|file:)\S+\s+\d{1,3}/\d{1,3}$"
)
"""What a browser prints around a page: « 20/11/2026, 08:51    Titre | Site », « https://… 1/2 »."""
DASHES = re.compile(r"\s+[–—|·-]\s+")
ADDRESS = re.compile(
    r"(?<!\w)(?:B\.?P\.?|CP|ص\.\s?ب)\s*\.?\s?\d|www\.|\w@\w|(?:tél|fax|هاتف|الهاتف)\W",
    re.IGNORECASE,
)
NEAR_THE_TOP, SHORTEST_HEAD = 6, 10
"""Lines of a first page that say whose it is, and letters of one."""
NUMBER = re.compile(r"^[\s–—-]*\d{1,3}[\s–—-]*$")


def without_pages(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of a text with ``PAGE`` where a page ends, and what the pages had beside it.

    Args:
        lines: stripped; an empty one stands between paragraphs, ``PAGE`` between pages.
    """
    is_number = [bool(NUMBERED.match(line) or PRINTED.match(line)) for line in lines]
    bare = [at for at, line in enumerate(lines) if NUMBER.match(line)]
    if PAGE in lines or (len(bare) > 1 and counts_up([lines[at] for at in bare])):
        for at in bare:
            is_number[at] = True
    edges = edge_lines(lines, is_number)
    seen = Counter(masked(lines[at]) for at in edges)
    repeated = {at for at in edges if seen[masked(lines[at])] > 1}
    heads = [one for one in map(str.casefold, lines[:NEAR_THE_TOP]) if len(one) >= SHORTEST_HEAD]
    has_pages = PAGE in lines or any(is_number)
    told = [at for at, line in enumerate(lines) if line not in {"", PAGE} and not is_number[at]]
    inside = {at for at in edges if has_pages and at in told[2:-2]}
    repeated |= {at for at in inside if is_foot(lines[at], heads)}
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


def is_foot(line: str, heads: list[str]) -> bool:
    """« Ministère de la Pêche – BP 137 – Nouakchott »: whose page it is, and where they sit."""
    parts = DASHES.split(line)
    if len(parts) < 2:
        return False
    return ADDRESS.search(line) is not None or any(parts[0].casefold() == one for one in heads)


def counts_up(numbers: list[str]) -> bool:
    values = [int(re.sub(r"\D", "", one)) for one in numbers]
    return all(later == one + 1 for one, later in pairwise(values))


def edge_lines(lines: list[str], is_number: list[bool]) -> list[int]:
    """Where the lines stand that are first or last of a page, or beside its number."""
    ends = [at for at, line in enumerate(lines) if line == PAGE or is_number[at]]
    written = [at for at, line in enumerate(lines) if line and not is_number[at]]
    found: set[int] = set()
    for end in [-1, *ends, len(lines)]:
        place, behind = bisect_left(written, end), bisect_right(written, end)
        for beside in (written[max(place - 2, 0) : place][::-1], written[behind : behind + 2]):
            of_page = takewhile(lambda at: lines[at] != PAGE, beside)
            found.update(at for at in of_page if len(lines[at]) <= LONGEST)
    return sorted(found)


def masked(line: str) -> str:
    return re.sub(r"\d+", "0", line).casefold()
