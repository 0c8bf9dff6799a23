"""Which answers may be kept ready to be sent, on which shelf, and under which name."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest
from django.middleware.gzip import re_accepts_gzip

from articles.search.facets import DAYS, FACETS

PAGES, FOUND = "pages", "found"
"""The caches: of readers' pages; of what there are any number of, searches and maps of the site."""
DECIDING = frozenset({"page", "letter"})
"""The names in an address that pages read."""
OF_SEARCHES = frozenset({"q", "after", "page", *FACETS, *DAYS})
"""Those that the page of the search reads."""
SEARCH = "search/"
SITEMAP = re.compile(r"/sitemap(?:-[a-z]+(?:-[a-z-]+-[0-9]+)?)?\.xml")
OF_CAMPAIGNS = re.compile(r"utm_\w+|fbclid|gclid|msclkid|igshid|mc_[ce]id|xtor|at_\w+")
"""The names that newsletters, social networks and advertisers add; no page reads them."""

IN_MEMORY = re.compile(r" at 0x[0-9a-f]+")
"""Where a function that a setting names is: elsewhere in each process, whose pages are the same."""


@dataclass(frozen=True)
class KeptPlace:
    """Where an answer is kept."""

    shelf: str
    name: str

    @property
    def is_page(self) -> bool:
        """Whether it is shown for some time though nobody can tell whether it changed."""
        return self.shelf == PAGES


def place_of(request: HttpRequest) -> KeptPlace | None:
    """Where the answer is kept; ``None`` for what is never kept."""
    if request.method not in {"GET", "HEAD"} or "Authorization" in request.headers:
        return None
    if request.encoding is not None:
        # Another reading of the address: Django takes the sender's word for how it is written.
        return None
    shelf, names = shelf_of(request.path_info)
    asked = parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True)
    deciding = [(name, value) for name, value in asked if not OF_CAMPAIGNS.fullmatch(name)]
    if not shelf or any(name not in names for name, _value in deciding):
        return None
    packs = re_accepts_gzip.search(request.headers.get("Accept-Encoding", ""))
    coding = "gzip" if packs else "plain"
    # With the prefix that the server says the program is under: the page's links have it.
    parts = [release(), str(request.scheme), request.get_host(), coding, request.path]
    named = "\n".join([*parts, urlencode(deciding)])
    return KeptPlace(shelf, hashlib.blake2b(named.encode(), digest_size=20).hexdigest())


def shelf_of(path: str) -> tuple[str, frozenset[str]]:
    """The cache for the answer at a path, and which names in the address decide on that."""
    if SITEMAP.fullmatch(path):
        return FOUND, frozenset()
    _, code, *rest = path.split("/", 2)
    if code not in dict(settings.LANGUAGES):
        return "", frozenset()
    if rest != [SEARCH]:
        return PAGES, DECIDING
    # Another server's index follows some time after the change that it is told of.
    return "" if settings.SEARCH_URL else FOUND, OF_SEARCHES


@cache
def release() -> str:
    """Tells the program of today from that of yesterday, whose pages a cache may still have."""
    digest = hashlib.blake2b(digest_size=10)
    for folder in ("articles", "newsroom", "templates", "locale"):
        for path in sorted((Path(settings.BASE_DIR) / folder).rglob("*.*")):
            if path.suffix in {".py", ".html", ".xml", ".txt", ".mo"}:
                digest.update(path.read_bytes())
    # Several processes of one machine have a port each, and the same pages.
    names = (name for name in sorted(dir(settings)) if name.isupper() and name != "PORT")
    for name in names:
        if isinstance(value := getattr(settings, name), str | bool | int | list | dict):
            digest.update(IN_MEMORY.sub("", f"{name}={value!r}").encode())
    return digest.hexdigest()
