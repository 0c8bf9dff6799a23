"""A page of the web by its address: had under every guard, and kept as it came."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from ..fetch import WireError
from ..receiving import Upload, of_bytes
from .download import download

FEED = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:rss|feed|rdf:RDF|newsMessage|newsItem)[\s>]",
    re.DOTALL,
)
SECONDS = 10
"""That somebody who pasted an address waits for its page."""


def page_at(address: str) -> tuple[Upload, str]:
    """What stands at an address, as a file, and where it stands after all steps.

    Raises:
        WireError: it is not asked for, or cannot be had; or it is a feed, and no page.
    """
    found = download(address, seconds=SECONDS)
    if FEED.match(found.data[:2_000]):
        raise WireError(_("It is a feed and no page: who may say what comes in can add it."))
    path = unquote(urlsplit(found.address).path).rstrip("/").rpartition("/")[2]
    name = path or urlsplit(found.address).hostname or ""
    return of_bytes(name, found.data), found.address
