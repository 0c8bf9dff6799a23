"""A client that asks one thing over and over, on several connections, and checks every answer.

It is written on bare sockets, in one thread: the server that is measured runs on the same
machine, and what the client takes of the processor the server does not have. A turn says how much
that was.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle

LENGTH = re.compile(rb"\r\nContent-Length: (\d+)", re.IGNORECASE)
PATIENCE = 60.0
"""Seconds to wait for any answer."""


class WrongAnswerError(Exception):
    """An answer that is not the one a reader should have had."""


@dataclass(frozen=True)
class Question:
    """What is asked for, and what the answer must be."""

    path: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    ending: bytes = b""
    """What a whole answer ends with; one that is cut off does not."""

    def request(self) -> bytes:
        lines = [f"GET {self.path} HTTP/1.1", "Host: 127.0.0.1"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, "", ""]).encode()

    def check(self, answer: bytes, head: int) -> None:
        """Refuse what is not the answer.

        Args:
            answer: all of it.
            head: how long its headers are.

        Raises:
            WrongAnswerError: another status, or a page that ends before its end.
        """
        if int(answer[9:12]) != self.status:
            raise WrongAnswerError(
                f"{self.path} answered {answer[9:12].decode()}, not {self.status}."
            )
        if self.ending and not answer[head:].rstrip().endswith(self.ending):
            raise WrongAnswerError(f"{self.path} does not end with {self.ending.decode()}.")


@dataclass
class Turn:
    """What came of asking for some seconds."""

    times: list[float] = field(default_factory=list)
    """Seconds that each answer took."""
    elapsed: float = 0.0
    worked: float = 0.0
    """Seconds of the processor that the client itself took."""
    processor: float = 0.0
    """Those that the server took, where that is known."""

    @property
    def rate(self) -> float:
        return len(self.times) / self.elapsed


def whole(answer: bytearray) -> int | None:
    """How long the headers of an answer are; ``None`` until all of it is there.

    Raises:
        WrongAnswerError: it does not say how long it is.
    """
    end = answer.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = end + 4
    if answer[9:12] == b"304":
        return head
    length = LENGTH.search(answer, 0, head)
    if length is None:
        raise WrongAnswerError("An answer does not say how long it is.")
    return head if len(answer) >= head + int(length[1]) else None


class Caller:
    """One connection, which asks again as soon as it has an answer."""

    def __init__(self, port: int, selector: selectors.BaseSelector) -> None:
        self.port, self.selector = port, selector
        self.answer = bytearray()
        self.connect()

    def connect(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.selector.register(self.socket, selectors.EVENT_READ, self)

    def close(self) -> None:
        self.selector.unregister(self.socket)
        self.socket.close()

    def ask(self, question: Question, request: bytes) -> None:
        self.question, self.request = question, request
        self.answer.clear()
        self.asked_at = time.perf_counter()
        # Where the server has ended the connection meanwhile, listening tells.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.socket.sendall(request)

    def listen(self) -> float | None:
        """Read what there is; the seconds it took where the answer is whole.

        Raises:
            WrongAnswerError: the connection ended within the answer, or the answer is not the one.
        """
        try:
            received = self.socket.recv(1 << 18)
        except ConnectionResetError:
            received = b""
        if not received:
            self.ask_again()
            return None
        self.answer += received
        head = whole(self.answer)
        if head is None:
            return None
        took = time.perf_counter() - self.asked_at
        self.question.check(bytes(self.answer), head)
        if b"\r\nConnection: close" in self.answer[:head]:
            self.close()
            self.connect()
        return took

    def ask_again(self) -> None:
        """Ask on a new connection: a server may end one that is idle (RFC 9112, 9.3.1).

        Raises:
            WrongAnswerError: it had begun to answer.
        """
        if self.answer:
            raise WrongAnswerError(f"{self.question.path}: the connection ended within the answer.")
        self.close()
        self.connect()
        self.socket.sendall(self.request)


def ask(port: int, questions: Iterable[Question], seconds: float, callers: int) -> Turn:
    """Ask for some seconds, on several connections at once, the questions in turns.

    Args:
        port: where the server is.
        questions: what to ask, one after the other, again and again.
        seconds: how long; what is asked by then is waited for.
        callers: how many connections.

    Raises:
        WrongAnswerError: an answer was not the one, or did not come.
    """
    turn, requests = Turn(), cycle([(one, one.request()) for one in questions])
    with selectors.DefaultSelector() as selector:
        open_ones = [Caller(port, selector) for _ in range(callers)]
        start, worked = time.perf_counter(), time.process_time()
        for caller in open_ones:
            caller.ask(*next(requests))
        waiting = callers
        while waiting:
            ready = selector.select(PATIENCE)
            if not ready:
                raise WrongAnswerError(f"No answer came in {PATIENCE:.0f} seconds.")
            for key, _events in ready:
                took = key.data.listen()
                if took is None:
                    continue
                turn.times.append(took)
                if time.perf_counter() - start < seconds:
                    key.data.ask(*next(requests))
                else:
                    waiting -= 1
        turn.elapsed = time.perf_counter() - start
        turn.worked = time.process_time() - worked
        for caller in open_ones:
            caller.close()
    return turn


def answer_to(port: int, question: Question) -> tuple[bytes, str]:
    """The body of one answer, and its ``ETag``, or nothing.

    Raises:
        WrongAnswerError: as it says.
    """
    with selectors.DefaultSelector() as selector:
        caller = Caller(port, selector)
        caller.ask(question, question.request())
        while caller.listen() is None:
            pass
        answer = bytes(caller.answer)
        caller.close()
    head, _end, body = answer.partition(b"\r\n\r\n")
    tag = re.search(rb"\r\nETag: (.+)", head, re.IGNORECASE)
    return body, tag[1].decode().strip() if tag else ""
