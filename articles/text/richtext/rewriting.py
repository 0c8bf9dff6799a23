"""Lines put into a body, changed in it or taken out of it; all others stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .segments import BODY, Segment

PARAGRAPH = ("<p>",)


@dataclass(frozen=True)
class Slot:
    """One line of a translation: which line of the source it says again, and what it shall say.

    ``html`` is nothing where the line stays as it is, and empty where it goes.
    """

    source: int | None
    target: int | None
    html: str | None = None


@dataclass(eq=False)
class LinkedLine:
    """A line of the body being written, and the one after it."""

    segment: Segment
    source: int | None = None
    after: LinkedLine | None = None


def rewritten(
    source: Sequence[Segment], target: Sequence[Segment], slots: Iterable[Slot]
) -> list[Segment]:
    """The lines of a target, changed as the slots say, which are in the order of the source."""
    slots = list(slots)
    said_again = {one.target: one.source for one in slots if one.target is not None}
    there = [LinkedLine(one, said_again.get(number)) for number, one in enumerate(target)]
    before = last = LinkedLine(Segment(BODY, ""))
    for one, following in pairwise([before, *there]):
        one.after = following
    gone: set[LinkedLine] = set()
    for slot in slots:
        if slot.target is not None:
            last = there[slot.target]
            if slot.html:
                last.segment = replace(last.segment, html=slot.html)
            elif slot.html is not None:
                gone.add(last)
        elif slot.html:
            path = source[slot.source].path if slot.source is not None else PARAGRAPH
            new = LinkedLine(Segment(BODY, slot.html, path or PARAGRAPH), slot.source)
            insert_after(new, last, source)
            last = new
    return lines_left(before, gone)


def lines_left(before: LinkedLine, gone: Collection[LinkedLine]) -> list[Segment]:
    """The lines after one but those that go; what they opened, the next one opens."""
    found: list[Segment] = []
    joined: int | None = None
    line = before.after
    while line:
        segment = line.segment
        if joined is not None:
            segment = replace(segment, joined=min(segment.joined, joined))
        joined = segment.joined if line in gone else None
        if joined is None:
            found.append(segment)
        line = line.after
    return found


def insert_after(new: LinkedLine, before: LinkedLine, source: Sequence[Segment]) -> None:
    """Insert a line after another; it stands in the list of its neighbours where its source does."""
    new.segment = replace(new.segment, joined=shared(before, new, source))
    after = before.after
    if after:
        joined = min(after.segment.joined, new.segment.joined)
        if after.source is not None or new.source is not None:
            joined = max(joined, shared(new, after, source))
        joined = min(joined, in_common(new.segment.path, after.segment.path))
        after.segment = replace(after.segment, joined=joined)
    before.after, new.after = new, after


def shared(one: LinkedLine, other: LinkedLine, source: Sequence[Segment]) -> int:
    """How many elements two lines stand in together, as their sources do."""
    start, end = one.source, other.source
    if start is None or end is None or start >= end:
        return 0
    depth = in_common(one.segment.path, other.segment.path)
    for place in range(start + 1, end + 1):
        if not depth:
            break
        depth = min(depth, source[place].joined)
    return depth


def in_common(path: tuple[str, ...], other: tuple[str, ...]) -> int:
    depth = 0
    for one, two in zip(path, other, strict=False):
        if one != two:
            break
        depth += 1
    return depth
