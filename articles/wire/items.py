"""Several reports in one text: where each begins."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.text.extraction.datelines import dateline
from articles.text.extraction.embargoes import asks_for_embargo
from articles.text.extraction.labels import correction

RULE = re.compile(r"\s*(?:[*_=~#—–-]\s?){3,}\s*")
"""A line of signs alone, which agencies put between their reports."""
NUMBER = re.compile(r"\A\d{1,2}\s?[.)–-]\s+(?=\D)")
SHORTEST = 160
"""Characters of the shortest report: what is shorter is a title, a contact, a signature."""
LONGEST_TITLE = 250
LONGEST_RUBRIC = 60


def items_of(text: str) -> list[str]:
    """The reports in a text: itself alone, where nothing says surely that there are more."""
    lines = text.split("\n")
    ruled = split_before(lines, [at for at, line in enumerate(lines) if RULE.fullmatch(line)])
    if len(ruled) > 1 and all(len(one) >= SHORTEST for one in ruled):
        return ruled
    starts = [title_before(lines, at) for at, line in enumerate(lines) if opens_a_report(line)]
    found = split_before(without_rubric(lines, starts), starts[1:])
    is_parted = len(found) > 1 and all(len(one) >= SHORTEST for one in found)
    return without_numbers(found) if is_parted else [text]


def without_rubric(lines: list[str], starts: list[int]) -> list[str]:
    """The lines without what stands above the first of several reports: « FIL DU SOIR ».

    What asks for an embargo, or says more than a rubric does, stays with the first.
    """
    if len(starts) < 2:
        return lines
    above = [one.strip() for one in lines[: starts[0]] if one.strip()]
    if len(above) != 1 or len(above[0]) > LONGEST_RUBRIC or above[0].endswith((".", "»", "”")):
        return lines
    if asks_for_embargo(above[0]) or correction(above[0]):
        return lines
    # As many lines as there were: the reports begin where they did.
    return [*[""] * starts[0], *lines[starts[0] :]]


def without_numbers(items: list[str]) -> list[str]:
    """The reports without the numbers that a list of them gives to their titles: « 2. Titre »."""
    numbered = sum(NUMBER.match(one) is not None for one in items)
    return [NUMBER.sub("", one) for one in items] if numbered >= len(items) - 1 else items


def opens_a_report(line: str) -> bool:
    """Whether a line has a dateline with a date or an agency: « RABAT, 3 juil. (MAP) – »."""
    found = dateline(line.strip())
    return bool(found and found.place and (found.when or found.agency))


def title_before(lines: list[str], at: int) -> int:
    """The line with which a report begins: its title, where one stands above its dateline."""
    above = at - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    title = lines[above].strip() if above >= 0 else ""
    is_title = title and len(title) <= LONGEST_TITLE and not title.endswith((".", "»", "”"))
    return above if is_title else at


def split_before(lines: list[str], starts: list[int]) -> list[str]:
    """The text parted before each of these lines, without what is empty or only signs."""
    bounds = [0, *starts, len(lines)]
    parts = (lines[a:b] for a, b in pairwise(bounds))
    texts = ("\n".join(one for one in part if not RULE.fullmatch(one)).strip() for part in parts)
    return [one for one in texts if one]
