"""Asking in turns: a page, and beside it what it is compared with, A B A B.

What slows the machine slows both, so the figure to keep is the ratio of a turn to the one beside
it, and not the rate.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field, replace

from benchmarks.client import Question, Turn, WrongAnswerError, answer_to, ask
from benchmarks.servers import RunningServer

COLD, SERVED, UNCHANGED, WAGTAIL = "cold", "served", "304", "Wagtail"
"""A page made anew; as shipped, where it may be kept; asked for again by who has it; and theirs."""
WARM = 0.5
"""Seconds that nobody counts, in which each process makes the page once."""


@dataclass(frozen=True)
class Pace:
    """How it is asked."""

    rounds: int
    seconds: float
    callers: int

    def turn(self, server: RunningServer, questions: list[Question]) -> Turn:
        before = server.worked()
        turn = ask(server.port, questions, self.seconds, self.callers)
        turn.processor = server.worked() - before
        return turn

    def warm(self, server: RunningServer, questions: list[Question]) -> None:
        ask(server.port, questions, WARM, self.callers)


@dataclass
class Measured:
    """A page in one way, and what is beside it."""

    page: str
    way: str
    server: RunningServer
    questions: list[Question]
    beside: str
    size: int = 0
    queries: int | None = None
    turns: list[Turn] = field(default_factory=list)
    turns_beside: list[Turn] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return statistics.median(one.rate for one in self.turns)

    @property
    def rate_beside(self) -> float:
        return statistics.median(one.rate for one in self.turns_beside)

    @property
    def ratios(self) -> list[float]:
        """Of each turn to the one beside it, the smallest first."""
        pairs = zip(self.turns, self.turns_beside, strict=True)
        return sorted(mine.rate / theirs.rate for mine, theirs in pairs)

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)

    def milliseconds(self, share: float) -> float:
        """What so large a share of all answers took, or less."""
        times = sorted(took for turn in self.turns for took in turn.times)
        return 1000 * times[min(int(share * len(times)), len(times) - 1)]

    def row(self) -> list[str]:
        low, high = self.ratios[0], self.ratios[-1]
        return [
            self.page,
            self.way,
            f"{self.size:,}",
            "–" if self.queries is None else str(self.queries),
            f"{self.rate:,.0f}",
            f"{self.milliseconds(0.5):,.1f}",
            f"{self.milliseconds(0.99):,.1f}",
            f"{processor(self.turns):,.2f}",
            f"{self.beside} {self.rate_beside:,.0f}",
            f"{processor(self.turns_beside):,.2f}",
            f"{self.ratio:.3f} ({low:.3f}–{high:.3f})",
        ]


HEAD = ["page", "", "bytes", "queries", "requests/s", "p50 ms", "p99 ms", "CPU ms"]
HEAD += ["beside it", "CPU ms", "ratio"]


def processor(turns: list[Turn]) -> float:
    """Milliseconds of the processor that the server took for an answer."""
    return 1000 * sum(one.processor for one in turns) / sum(len(one.times) for one in turns)


@dataclass(frozen=True)
class Servers:
    """Where the servers are."""

    cold: RunningServer
    served: RunningServer
    floor: RunningServer
    constant: RunningServer
    wagtail: RunningServer | None = None


@dataclass(frozen=True)
class PageInTurns:
    """A page of the newsroom, and of Wagtail where it has one."""

    name: str
    questions: list[Question]
    theirs: list[Question]
    floor: Question

    def measured(self, servers: Servers, pace: Pace) -> list[Measured]:
        """Ask in each way, in turns, after the answers were looked at.

        Raises:
            WrongAnswerError: one was not what it should be.
        """
        ways = self.ways(servers)
        size = next(one.size for one in ways if one.way == COLD)
        beside = {
            "floor": (servers.floor, [self.floor]),
            "constant": (servers.constant, [Question(f"/constant/{size}/")]),
        }
        for one in ways:
            pace.warm(one.server, one.questions)
        for server, questions in beside.values():
            pace.warm(server, questions)
        for _ in range(pace.rounds):
            for name, (server, questions) in beside.items():
                reference = pace.turn(server, questions)
                for one in ways:
                    if one.beside == name:
                        one.turns.append(pace.turn(one.server, one.questions))
                        one.turns_beside.append(reference)
        return ways

    def ways(self, servers: Servers) -> list[Measured]:
        """Those that this page has, with how long its answers are."""
        ways = [self.way(COLD, servers.cold, self.questions, "floor")]
        if not self.questions[0].headers:
            self.compare(servers)
            ways.append(self.way(SERVED, servers.served, self.questions, "constant"))
            known = [unchanged(servers.served, one) for one in self.questions]
            ways.append(self.way(UNCHANGED, servers.served, known, "constant"))
        if servers.wagtail and self.theirs:
            ways.append(self.way(WAGTAIL, servers.wagtail, self.theirs, "floor"))
        return ways

    def compare(self, servers: Servers) -> None:
        """Refuse a page that is served and says something else than one made anew.

        Raises:
            WrongAnswerError: one does.
        """
        for one in self.questions:
            if answer_to(servers.served.port, one)[0] != answer_to(servers.cold.port, one)[0]:
                raise WrongAnswerError(f"{one.path} is served otherwise than it is made anew.")

    def way(
        self, way: str, server: RunningServer, questions: list[Question], beside: str
    ) -> Measured:
        sizes = [len(answer_to(server.port, one)[0]) for one in questions]
        measured = Measured(self.name, way, server, questions, beside)
        measured.size = round(statistics.mean(sizes))
        return measured


def unchanged(server: RunningServer, question: Question) -> Question:
    """The question of who has the answer already: nothing but that it has not changed."""
    _body, tag = answer_to(server.port, question)
    return replace(question, status=304, headers={"If-None-Match": tag}, ending=b"")
