"""Questions to an index in steps: those that do not wait for each other go to it as one."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from itertools import islice
from typing import Any, NamedTuple


class IndexQuestion(NamedTuple):
    """A question to an index, as SQL: each row is a place in the order, a key, and how many were
    found.
    """

    sql: str
    values: list[Any]


class Keys(NamedTuple):
    """The keys of what was found, in order, and how many were found before it was cut off."""

    keys: list[int]
    number: int


type Steps[Answer] = Generator[list[IndexQuestion], list[Keys], Answer]
"""Questions, those together that do not wait for each other's answers, up to an answer."""


def side_by_side[Answer](several: Sequence[Steps[Answer]]) -> Steps[list[Answer]]:
    """Several ways of questions taken together, so that there is one question for each step."""
    found: dict[int, Answer] = {}
    asked: dict[int, list[IndexQuestion]] = {}

    def go_on(number: int, answers: list[Keys] | None) -> None:
        try:
            step: Any = several[number]
            asked[number] = step.send(answers)
        except StopIteration as end:
            found[number] = end.value

    for number in range(len(several)):
        go_on(number, None)
    while asked:
        answers = iter((yield [one for some in asked.values() for one in some]))
        for number, some in [*asked.items()]:
            del asked[number]
            go_on(number, [*islice(answers, len(some))])
    return [found[number] for number in range(len(several))]


def answer_of[Answer](
    steps: Steps[Answer], ask: Callable[[list[IndexQuestion]], list[Keys]]
) -> Answer:
    """The answer at the end of some questions."""
    answers: Any = None
    while True:
        try:
            asked = steps.send(answers)
        except StopIteration as end:
            found: Answer = end.value
            return found
        answers = ask(asked)
