"""A cache that is away: the desk does without."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

logger = logging.getLogger(__name__)


def if_there(ask: Callable[[], Any]) -> Any:
    """What the cache says; nothing where it does not answer, as where it has nothing."""
    try:
        return ask()
    except Exception:
        logger.warning("The cache does not answer.", exc_info=True)
        return None
