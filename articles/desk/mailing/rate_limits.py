"""How often the form is taken from one network, and from everywhere.

Nothing is written down of who asks: a number under a name that nobody can read back, for an hour.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.desk.sign_ins.addresses import counted_address
from articles.models import Subscriber

logger = logging.getLogger(__name__)

AN_HOUR = timedelta(hours=1)
OF_NETWORK = 10
"""Forms of one network in an hour: a newsroom, a school or a café share one."""
OF_ALL = 500
"""New addresses in an hour, from everywhere: what comes faster is no reader."""


def is_flood(request: HttpRequest, at: datetime | None = None) -> bool:
    """Whether a form comes after so many that nobody reads it; counts it."""
    if count(counted_address(request) or "") > OF_NETWORK:
        return True
    hour = (at or timezone.now()) - AN_HOUR
    return Subscriber.objects.filter(asked_at__gt=hour).count() >= OF_ALL


def count(network: str) -> int:
    """How many forms came from a network in this hour, with this one."""
    name = salted_hmac("articles.subscribing", network, algorithm="sha256").hexdigest()
    key = f"subscribing:{name}"
    try:
        cache.add(key, 0, AN_HOUR.total_seconds())
        return cache.incr(key)
    except ValueError:
        # It ran out between the two.
        return 1
    except Exception:
        logger.warning("The cache does not answer: forms are not counted.", exc_info=True)
        return 1
