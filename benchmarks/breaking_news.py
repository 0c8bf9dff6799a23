"""A story that everybody wants at once: what readers wait, counted out with measured times.

``python -m benchmarks.breaking_news`` has requests come as they do when a story breaks, from 10 to
10,000 a second in a minute, and sends each through the queues of a proxy and of the newsroom. It
measures nothing itself: what an answer takes is an argument, from ``docs/performance.md``. A time is
one of the processor, so it holds for cores that do nothing else; the network is not counted.
"""

from __future__ import annotations

import argparse
import heapq
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

SHOWN, RENEWED = 48.0, 10.0
"""Seconds that a proxy keeps a page, and those in which it shows it while it asks for a new one."""
KEPT = 60.0
"""Seconds that the newsroom keeps a page."""


@dataclass(frozen=True)
class BreakingStory:
    """Who asks for what, and when."""

    first: float = 10.0
    most: float = 10_000.0
    """Requests a second, at the beginning and at the end of the rise."""
    rise: float = 60.0
    hold: float = 10.0
    pages: int = 200
    hot: float = 0.8
    """The share of requests that are for the story itself; the others are for any page."""
    change: float = 20.0
    """Seconds from one change at the desk to the next: after each, every page is made anew."""
    seed: int = 1

    def requests(self) -> Iterator[tuple[float, int]]:
        """When each comes, and for which page; the story is page 0."""
        chance, at = random.Random(self.seed), 0.0  # noqa: S311 - a simulation
        while True:
            at += chance.expovariate(self.rate(at))
            if at >= self.rise + self.hold:
                return
            yield at, 0 if chance.random() < self.hot else chance.randrange(1, self.pages)

    def rate(self, at: float) -> float:
        return self.first * (self.most / self.first) ** min(at / self.rise, 1.0)

    def version(self, at: float) -> int:
        return math.floor(at / self.change)


class BusyCores:
    """Cores that take what comes in its order."""

    def __init__(self, cores: int) -> None:
        self.free_at = [0.0] * cores
        self.worked = 0.0

    def done(self, at: float, takes: float) -> float:
        """When something is done that came at a moment."""
        self.worked += takes
        begun = max(at, heapq.heappop(self.free_at))
        heapq.heappush(self.free_at, begun + takes)
        return begun + takes


@dataclass(frozen=True)
class PageCopy:
    """A page that is kept somewhere."""

    version: int
    there_at: float
    until: float


@dataclass
class CountedNewsroom:
    """Answers with a page that it keeps, or makes it anew; times in seconds."""

    queue: BusyCores
    kept: float
    made: float
    copies: dict[int, PageCopy] = field(default_factory=dict)
    made_anew: int = 0

    def answered(self, at: float, page: int, version: int) -> float:
        copy = self.copies.get(page)
        if copy and copy.version == version and at < copy.until:
            # Who comes while it is made waits for it.
            return max(self.queue.done(at, self.kept), copy.there_at)
        self.made_anew += 1
        there = self.queue.done(at, self.made)
        self.copies[page] = PageCopy(version, there, at + KEPT)
        return there


@dataclass
class CountedProxy:
    """Before a newsroom: asks it once for a page, while nothing changes."""

    queue: BusyCores
    kept: float
    behind: CountedNewsroom
    copies: dict[int, PageCopy] = field(default_factory=dict)
    asked: int = 0

    def answered(self, at: float, page: int, version: int) -> float:
        done = self.queue.done(at, self.kept)
        copy = self.copies.get(page)
        is_one = copy is not None and copy.version == version
        if copy and is_one and done < copy.until:
            return max(done, copy.there_at)
        self.asked += 1
        there = self.behind.answered(done, page, version)
        self.copies[page] = PageCopy(version, there, there + SHOWN)
        # A page of this version that is being renewed is shown meanwhile.
        return done if copy and is_one and done < copy.until + RENEWED else there


@dataclass(frozen=True)
class SpanOfStory:
    """Ten seconds of the story, say."""

    begins: float
    waits: list[float]
    """Seconds, the shortest first."""
    length: float

    def row(self) -> list[str]:
        rate = len(self.waits) / self.length
        shares = (self.waited(share) for share in (0.5, 0.99))
        return [f"{self.begins:.0f} s", f"{rate:,.0f}", *(f"{1000 * one:,.1f}" for one in shares)]

    def waited(self, share: float) -> float:
        if not self.waits:
            return 0.0
        return self.waits[min(int(share * len(self.waits)), len(self.waits) - 1)]


def told(
    story: BreakingStory, front: CountedNewsroom | CountedProxy, length: float = 10.0
) -> list[SpanOfStory]:
    """What readers waited, span by span."""
    spans = [list[float]() for _ in range(math.ceil((story.rise + story.hold) / length))]
    for at, page in story.requests():
        spans[int(at / length)].append(front.answered(at, page, story.version(at)) - at)
    return [
        SpanOfStory(number * length, sorted(waits), length) for number, waits in enumerate(spans)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value, what in (
        ("first", 10.0, "requests a second at the beginning"),
        ("most", 10_000.0, "requests a second at the end"),
        ("rise", 60.0, "seconds in between"),
        ("hold", 10.0, "seconds that it stays so"),
        ("hot", 0.8, "share of requests that are for the story"),
        ("change", 20.0, "seconds from one change at the desk to the next"),
        ("made-ms", 17.0, "of the processor for a page made anew"),
        ("kept-ms", 1.07, "of the processor for a page that the newsroom keeps"),
        ("proxy-ms", 0.06, "of the processor for a page that the proxy keeps"),
    ):
        parser.add_argument(f"--{name}", type=float, default=value, help=f"{what} ({value})")
    for name, number, what in (
        ("pages", 200, "pages that are asked for"),
        ("cores", 2, "cores of the newsroom"),
        ("proxy-cores", 0, "cores of the proxy; 0: there is none"),
    ):
        parser.add_argument(f"--{name}", type=int, default=number, help=f"{what} ({number})")
    told_to = parser.parse_args()
    names = ("first", "most", "rise", "hold", "pages", "hot", "change")
    story = BreakingStory(**{name: getattr(told_to, name) for name in names})
    newsroom = CountedNewsroom(
        BusyCores(told_to.cores), told_to.kept_ms / 1000, told_to.made_ms / 1000
    )
    front: CountedNewsroom | CountedProxy = newsroom
    if told_to.proxy_cores:
        front = CountedProxy(BusyCores(told_to.proxy_cores), told_to.proxy_ms / 1000, newsroom)
    print("| from | requests/s | p50 ms | p99 ms |")
    print("| ---: | ---: | ---: | ---: |")
    spans = told(story, front)
    for span in spans:
        print(f"| {' | '.join(span.row())} |")
    print(summary(front, sum(len(span.waits) for span in spans), story.rise + story.hold))


def summary(front: CountedNewsroom | CountedProxy, requests: int, seconds: float) -> str:
    """What it took, in a sentence or two."""
    newsroom = front.behind if isinstance(front, CountedProxy) else front
    busy = newsroom.queue.worked / seconds
    said = f"{requests:,} requests; {newsroom.made_anew:,} pages made anew; "
    said += f"the newsroom worked for {busy:.2f} cores"
    if isinstance(front, CountedProxy):
        hits = 1 - front.asked / max(requests, 1)
        said += f", the proxy for {front.queue.worked / seconds:.2f}; it kept {hits:.2%}"
    return f"{said}."


if __name__ == "__main__":
    main()
