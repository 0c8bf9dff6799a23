"""Proxies that keep pages are told of each change before whoever made it is answered: a plug.

``PURGE_URLS`` names them, ``PURGER`` the class that tells them, which keeps to ``Purger``: made
without arguments, it takes what else it needs from the settings. All pages go at each change, as
they do from the program's own cache (``models/content_changes.py``): nothing that shows what was
changed can be forgotten. What comes or goes by the clock is in the time that pages have.
"""

from __future__ import annotations

import logging
from functools import cache
from http.client import HTTPException
from time import monotonic
from typing import Protocol
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.utils.module_loading import import_string

from articles.models.content_changes import change_committed

logger = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that a proxy has to answer: somebody's save waits for it."""
REST = 5.0
"""Seconds for which a proxy that did not answer is not asked."""


class Purger(Protocol):
    """Something that has pages dropped."""

    def purge(self, key: str) -> None:
        """Return when no page with this ``Surrogate-Key`` is shown any more.

        It holds nobody up for longer than a second or so, and logs what it could not do.
        """


class ProxyPurger:
    """Asks each address with ``PURGE``: Varnish and nginx take it as ``deploy/`` has them."""

    def __init__(self) -> None:
        self.rest_until: dict[str, float] = {}

    def purge(self, key: str) -> None:
        for address in settings.PURGE_URLS:
            if monotonic() >= self.rest_until.get(address, 0.0):
                self.ask(address, key)

    def ask(self, address: str, key: str) -> None:
        # The operator's own setting, an http(s) address.
        asked = Request(address, method="PURGE", headers={"Surrogate-Key": key})  # noqa: S310
        try:
            with urlopen(asked, timeout=PATIENCE):  # noqa: S310
                return
        except (OSError, HTTPException, ValueError):
            self.rest_until[address] = monotonic() + REST
            logger.warning("The proxy at %s did not drop its pages.", address, exc_info=True)


def is_on() -> bool:
    return bool(settings.PURGE_URLS)


def site_key() -> str:
    """The key of every page of this newsroom; a proxy may stand before several."""
    return urlsplit(settings.SITE_URL).hostname or "newsroom"


@cache
def purger(path: str) -> Purger:
    found: Purger = import_string(path)()
    return found


def purge_all(**_sent: object) -> None:
    if is_on():
        purger(settings.PURGER).purge(site_key())


def connect() -> None:
    change_committed.connect(purge_all, dispatch_uid="proxies")
