"""Lines put into a body, changed in it or taken out of it; all others stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .segments import BODY, Segment, without

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
class Line:
    """A line of the body being written."""

    segment: Segment
    source: int | None = None


def rewritten(
    source: Sequence[Segment], target: Sequence[Segment], slots: Iterable[Slot]
) -> list[Segment]:
    """The lines of a target, changed as the slots say, which are in the order of the source."""
    slots = list(slots)
    said_again = {one.target: one.source for one in slots if one.target is not None}
    there = [Line(one, said_again.get(number)) for number, one in enumerate(target)]
    lines, gone = list(there), []
    last: Line | None = None
    for slot in slots:
        if slot.target is not None:
            last = there[slot.target]
            if slot.html:
                last.segment = replace(last.segment, html=slot.html)
            elif slot.html is not None:
                gone.append(last)
        elif slot.html:
            path = source[slot.source].path if slot.source is not None else PARAGRAPH
            new = Line(Segment(BODY, slot.html, path or PARAGRAPH), slot.source)
            put(new, lines, lines.index(last) + 1 if last else 0, source)
            last = new
    segments = [one.segment for one in lines]
    for line in gone:
        number = lines.index(line)
        segments = without(segments, number)
        lines.remove(line)
    return segments


def put(new: Line, lines: list[Line], place: int, source: Sequence[Segment]) -> None:
    """Insert a line; it stands in the list of its neighbours where its source does."""
    if place:
        joined = shared(lines[place - 1], new, source)
        new.segment = replace(new.segment, joined=joined)
    if place < len(lines):
        after = lines[place]
        joined = min(after.segment.joined, new.segment.joined)
        if after.source is not None or new.source is not None:
            joined = max(joined, shared(new, after, source))
        joined = min(joined, in_common(new.segment.path, after.segment.path))
        after.segment = replace(after.segment, joined=joined)
    lines.insert(place, new)


def shared(one: Line, other: Line, source: Sequence[Segment]) -> int:
    """How many elements two lines stand in together, as their sources do."""
    start, end = one.source, other.source
    if start is None or end is None or start >= end:
        return 0
    depth = min(line.joined for line in source[start + 1 : end + 1])
    return min(depth, in_common(one.segment.path, other.segment.path))


def in_common(path: tuple[str, ...], other: tuple[str, ...]) -> int:
    depth = 0
    for one, two in zip(path, other, strict=False):
        if one != two:
            break
        depth += 1
    return depth
