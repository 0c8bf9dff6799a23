"""Which part of a page its article is: the smallest that has most of the running text.

A menu, a list of other articles, a row of buttons is told by its being made of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from .web_article import IN_LINK, LINK_ENDS, PageWords, PartOfPage

PROSE = 60
"""Letters from which a line is running text, and no label."""
OF_LINKS = 0.5
"""The part of the letters of a line that is more than a link within a sentence."""
BELIEVED = 0.5
"""Of the running text, what a part that is marked as the article has at least."""
MOST = 0.7
"""Of the running text, what a part has at least that nothing marks."""
LONGEST_SUMMARY = 600
"""Letters of running text between a headline and the part that has the text."""
ADDRESS = re.compile(r" ?<[^<>\s]*>")
LINKED = re.compile(f"{IN_LINK}([^{LINK_ENDS}]*){LINK_ENDS}")
MARKS = re.compile(f"[{IN_LINK}{LINK_ENDS}]")


def is_links(line: str) -> bool:
    """Whether a line is there for where it leads."""
    return letters_of_links(line) > len(without_marks(ADDRESS.sub("", line))) * OF_LINKS


def letters_of_links(line: str) -> int:
    return sum(len(words.strip()) for words in LINKED.findall(line)) if IN_LINK in line else 0


def without_marks(text: str) -> str:
    return MARKS.sub("", text)


class RunningText:
    """How much running text stands in any part of a page: counted once."""

    def __init__(self, parts: list[str]) -> None:
        counted = [0] * (len(parts) + 2)
        for at, line in lines_with_places(parts):
            words = " ".join(without_marks(ADDRESS.sub("", line)).split())
            is_running = len(words) >= PROSE and letters_of_links(line) < len(words) / 3
            counted[at + 1] += len(words) if is_running else 0
        self.until = list(accumulate(counted))

    def between(self, begins: int, ends: int) -> int:
        last = len(self.until) - 1
        return self.until[min(ends, last)] - self.until[min(begins, last)]

    @property
    def whole(self) -> int:
        return self.until[-1]


def lines_with_places(parts: list[str]) -> Iterator[tuple[int, str]]:
    """Each line of a page, with the place of its first part."""
    begins, words = 0, list[str]()
    for at, part in enumerate(parts):
        if "\n" not in part:
            begins = begins if words else at
            words.append(part)
            continue
        yield begins, "".join(words)
        begins, words = at, [part] if part.strip() else []
    yield begins, "".join(words)


def article_in(page: PageWords) -> tuple[int, int] | None:
    """Where the parts of the article begin and end; nothing, where no part has most of the text."""
    text = RunningText(page.parts)
    if not text.whole:
        return None
    marked = [one for one in page.articles if text.between(*one) >= text.whole * BELIEVED]
    if marked:
        return max(marked, key=lambda one: (text.between(*one), one[0] - one[1]))
    found = [one for one in page.containers if text.between(*one) >= text.whole * MOST]
    if not found:
        return None
    begins, ends = min(found, key=lambda one: one[1] - one[0])
    return headline_above(page, text, (begins, ends)), ends


def headline_above(page: PageWords, text: RunningText, part: PartOfPage) -> int:
    """Where the nearest headline above a part stands; the part itself, where it has its own."""
    begins, ends = part
    own = (at for at in page.headings if begins <= at < ends and not text.between(begins, at))
    above = [at for at in page.headings if at < begins]
    if next(own, None) is not None or not above:
        return begins
    return above[-1] if text.between(above[-1], begins) <= LONGEST_SUMMARY else begins
