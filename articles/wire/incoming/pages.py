"""A page of the web by its address: had under every guard, and kept as it came."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from articles.models import ReceivedFile, User

from ..receiving import of_bytes, receive
from .download import download

SECONDS = 10
"""That somebody who pasted an address waits for its page."""


def receive_page(address: str, by: User, language: str = "") -> list[ReceivedFile]:
    """Have what stands at an address, and keep it as it came, with its text.

    Raises:
        WireError: it is not asked for, or cannot be had.
    """
    found = download(address, seconds=SECONDS)
    path = unquote(urlsplit(found.address).path).rstrip("/").rpartition("/")[2]
    name = path or urlsplit(found.address).hostname or ""
    return receive(of_bytes(name, found.data), by, language, address=found.address)
