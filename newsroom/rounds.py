"""A thread of each server process that looks every minute for what is left to be delivered.

Of the feeds, for what came or went by the clock.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from time import sleep

from django.conf import settings

from articles.desk.letters import send_letters
from articles.desk.mailing.confirmations import send_confirmations
from articles.desk.press_lists.letters import send_copies
from articles.desk.publication.hub import tell as tell_hub
from articles.search.deliveries import tell_index
from articles.wire.batches import read_files

PAUSE = 60
"""Seconds between two rounds."""

logger = logging.getLogger(__name__)


def start() -> None:
    """Go on rounds until the process ends, which need not wait for them."""
    tasks = (send_letters, send_confirmations, send_copies, tell_index, tell_hub, read_files)
    for task in tasks:
        Thread(target=go, args=[task.call], name=f"rounds-{task.name}", daemon=True).start()
    if settings.WORKER:
        from newsroom.queue import take_up  # noqa: PLC0415 - its library is only where it is wanted

        Thread(target=go, args=[take_up], name="rounds-queue", daemon=True).start()


def go(act: Callable[[], object]) -> None:
    while True:
        try:
            act()
        except Exception:
            # The database is away, or not migrated yet.
            logger.warning("A round was not finished.", exc_info=True)
        sleep(PAUSE)
