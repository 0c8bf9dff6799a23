"""What stands at an address of the web: asked for with a bound on each thing the server chooses.

The standard library's connection is used, as it can be told the very number to connect to: a
name that was looked up and found public cannot be another one a moment later.
"""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Event, Timer
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlunsplit

from django.conf import settings
from django.utils.translation import gettext as _

from ..fetch import WireError
from .addresses import PORTS, address_to_ask, checked

MOST_STEPS = 5
"""From one address on to the next."""
PIECE = 64 * 1024
MOVED = {301, 302, 303, 307, 308}
READ, NOT_MODIFIED = 200, 304
PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}
"""How zlib is told the kinds of packing that a server may use."""
NAME = "Newsroom (+%s)"


class DownloadError(WireError):
    """What stands at an address could not be had; maybe it can be later."""

    def __init__(self, message: str, after: timedelta | None = None) -> None:
        super().__init__(message)
        self.after = after
        """When the server wants to be asked again."""


@dataclass(frozen=True)
class Download:
    """What a server answered."""

    address: str
    """Where it stands, after all steps."""
    data: bytes = b""
    is_new: bool = True
    """Whether it is another than was read before."""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class CheckedConnection(HTTPConnection):
    """A connection to the number that was checked; the name is the one that is asked for."""

    def __init__(self, parts: SplitResult, seconds: float) -> None:
        self.number, port = address_to_ask(parts)
        self.is_secure = parts.scheme == "https"
        self.default_port = PORTS[parts.scheme]
        super().__init__(parts.hostname or "", port, timeout=seconds)
        self.line: socket.socket | None = None
        """The same line once more, to be cut while TLS has it."""

    def connect(self) -> None:
        plain = socket.create_connection((self.number, self.port), self.timeout)
        self.line = plain.dup()
        secure = trusted().wrap_socket(plain, server_hostname=self.host) if self.is_secure else None
        self.sock = secure or plain

    def cut(self) -> None:
        if self.line:
            with suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)

    def hang_up(self) -> None:
        """Not in ``close``, which is called while an answer is still to be read."""
        self.close()
        if self.line:
            self.line.close()


@cache
def trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


def download(
    address: str,
    *,
    etag: str = "",
    last_modified: str = "",
    accept: str = "*/*",
    seconds: float = 0,
) -> Download:
    """Have what stands at an address.

    Args:
        address: typed by somebody, or said by a server: each step of the way is checked.
        etag: of the version that was read before, where it is known; with its date it saves
            reading the same again.
        last_modified: its date.
        accept: the kinds that are understood.
        seconds: that it may take, where somebody waits.

    Raises:
        ForbiddenAddressError: the address, or one that it leads to, is not asked for.
        DownloadError: it cannot be reached, refuses, is too slow or too large.
    """
    end = monotonic() + min(seconds or settings.FETCH_SECONDS, settings.FETCH_SECONDS)
    known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    asked = {"Accept": accept, "Accept-Encoding": "gzip, deflate", "Connection": "close"} | {
        name: value for name, value in known.items() if value
    }
    asked["User-Agent"] = NAME % settings.SITE_URL
    for _step in range(MOST_STEPS + 1):
        parts = checked(address)
        left = end - monotonic()
        if left <= 0:
            raise too_slow()
        with answer(parts, asked | key_for(parts), left) as response:
            if response.status not in MOVED:
                return read(response, urlunsplit(parts))
            address = urljoin(urlunsplit(parts), response.headers.get("Location", ""))
    raise DownloadError(_("The address leads from one to the next without an end."))


def key_for(parts: SplitResult) -> dict[str, str]:
    """The key of a site, told to that site alone."""
    key = settings.FETCH_KEYS.get((parts.hostname or "").lower())
    return {"Authorization": key} if key else {}


@contextmanager
def answer(parts: SplitResult, asked: dict[str, str], seconds: float) -> Iterator[HTTPResponse]:
    """Ask, and cut the line when all of it takes too long: a socket's own limit is for each piece.

    Raises:
        DownloadError: it cannot be reached, or takes too long.
    """
    connection = CheckedConnection(parts, seconds)
    is_over = Event()

    def cut() -> None:
        is_over.set()
        connection.cut()

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    try:
        connection.request("GET", path, headers=asked)
        yield connection.getresponse()
        if is_over.is_set():
            raise too_slow()
    except (OSError, HTTPException, ValueError, DownloadError) as error:
        if isinstance(error, DownloadError) and not is_over.is_set():
            raise
        if is_over.is_set() or isinstance(error, TimeoutError):
            raise too_slow() from error
        raise DownloadError(
            _("The site %(host)s cannot be reached, or says what cannot be read.")
            % {"host": parts.hostname}
        ) from error
    finally:
        timer.cancel()
        connection.hang_up()


def too_slow() -> DownloadError:
    return DownloadError(
        _("The site took longer than %(seconds)d seconds.") % {"seconds": settings.FETCH_SECONDS}
    )


def read(response: HTTPResponse, address: str) -> Download:
    """The content of an answer, within bounds.

    Raises:
        DownloadError: there is none, or too much.
    """
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.status == NOT_MODIFIED:
        return Download(address, is_new=False, headers=headers)
    if response.status != READ:
        raise DownloadError(
            _("The site answers with an error (%(status)d).") % {"status": response.status},
            wait(headers.get("retry-after", "")),
        )
    data = b"".join(pieces(response, headers.get("content-encoding", "").strip().lower()))
    return Download(address, data, headers=headers)


def pieces(response: HTTPResponse, packing: str) -> Iterator[bytes]:
    """The content, unpacked piece by piece; never more in memory than is granted.

    Raises:
        DownloadError: it is more, is broken off, or is packed in a way that is not known.
    """
    if packing not in {"", "identity", *PACKED}:
        raise DownloadError(_("The site says what cannot be read."))
    unpacker = zlib.decompressobj(PACKED[packing]) if packing in PACKED else None
    most = settings.IMPORT_MEGABYTES * 1024**2
    size = 0
    try:
        while piece := response.read(PIECE):
            while piece:
                some = unpacker.decompress(piece, PIECE) if unpacker else piece
                piece = unpacker.unconsumed_tail if unpacker else b""
                size += len(some)
                if size > most:
                    raise DownloadError(
                        _("What stands there is larger than %(limit)d MB: it was not read.")
                        % {"limit": settings.IMPORT_MEGABYTES}
                    )
                yield some
    except zlib.error as error:
        raise DownloadError(_("The site says what cannot be read.")) from error
    is_cut = bool(response.length) or (unpacker is not None and size > 0 and not unpacker.eof)
    if is_cut:
        raise DownloadError(_("The site broke off in the middle."))


def wait(said: str) -> timedelta | None:
    """How long a server wants not to be asked: in seconds, or until a moment."""
    if said.isascii() and said.isdecimal() and len(said) < 9:
        return timedelta(seconds=int(said))
    try:
        moment = parsedate_to_datetime(said)
        return moment - datetime.now(UTC) if moment.tzinfo else None
    except (ValueError, TypeError, OverflowError):
        return None
