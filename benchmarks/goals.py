"""What the newsroom's figures shall be, and whether a run has reached it."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.turns import COLD, SERVED, UNCHANGED, Measured

OF_FLOOR = {"article": 0.36, "list": 0.3, "event": 0.3, "search": 0.1, "feed": 0.3}
"""Of the rate of the floor, made anew."""
OF_CONSTANT = 0.85
"""Of the rate of a constant answer of the same length behind the same middleware, as shipped."""
MOST_QUERIES = {("article", COLD): 3, ("article", SERVED): 1}


def judged(found: list[Measured]) -> Iterator[list[str]]:
    """Each goal that a run tells of: what, the goal, the figure, whether it is reached."""
    for one in found:
        goal = goal_of(one)
        if goal is not None:
            what = f"{one.page}, {one.way}: ratio to the {one.beside}"
            yield judgement(what, f"≥ {goal}", f"{one.ratio:.3f}", is_reached=one.ratio >= goal)
        most = MOST_QUERIES.get((one.page, one.way))
        if most is not None and one.queries is not None:
            what = f"{one.page}, {one.way}: queries"
            yield judgement(what, f"≤ {most}", str(one.queries), is_reached=one.queries <= most)
    for page in dict.fromkeys(one.page for one in found):
        ways = {one.way: one for one in found if one.page == page}
        if UNCHANGED in ways:
            ratio = ratio_of(ways[UNCHANGED], ways[SERVED])
            what = f"{page}, 304: ratio to the same page served"
            yield judgement(what, "≥ 1", f"{ratio:.3f}", is_reached=ratio >= 1)


def goal_of(one: Measured) -> float | None:
    if one.way == COLD:
        return OF_FLOOR.get(one.page)
    return OF_CONSTANT if one.way == SERVED else None


def ratio_of(one: Measured, other: Measured) -> float:
    """Of two ways that were asked for in turns."""
    pairs = zip(one.turns, other.turns, strict=True)
    return statistics.median(mine.rate / theirs.rate for mine, theirs in pairs)


def judgement(what: str, goal: str, figure: str, *, is_reached: bool) -> list[str]:
    return [what, goal, figure, "reached" if is_reached else "**not reached**"]
