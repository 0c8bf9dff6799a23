"""How wrong passwords are counted: by account and address, and each of them alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.db.models import Q, Sum
from django.http import HttpRequest

OF_ADDRESS = 10
"""Times as many tries as for one account: a whole newsroom may share an address."""
OF_ACCOUNT = 20
"""Times as many tries, from wherever, slow an account where it has not been used before."""
REMEMBERED = timedelta(days=30)
"""How long it is known from where an account was used."""


class TriesHandler(AxesDatabaseHandler):
    """Keeps whoever guesses from an account, and not the person whose it is.

    The bound is for an account from an address. Many accounts from one address, or one account
    from many, have bounds of their own, which are higher; the last is not for addresses that
    the account was used from lately: guessing everywhere must keep nobody from work.
    """

    def get_failures(self, request: HttpRequest, credentials: Any = None) -> int:
        """The tries that count, in parts of the bound that is nearest to being reached."""
        asked: Any = request
        here = Q(ip_address=asked.axes_ip_address)
        account = Q(username=get_client_username(request, credentials))
        recent = AccessAttempt.objects.filter(attempt_time__gte=get_cool_off_threshold(request))
        tries = recent.filter(here | account).aggregate(
            both=Sum("failures_since_start", filter=here & account, default=0),
            here=Sum("failures_since_start", filter=here, default=0),
            account=Sum("failures_since_start", filter=account, default=0),
        )
        counted = max(tries["both"], tries["here"] // OF_ADDRESS)
        by_account = tries["account"] // OF_ACCOUNT
        bound = settings.AXES_FAILURE_LIMIT
        if counted < bound <= by_account and AccessLog.objects.filter(here, account).exists():
            return counted
        return max(counted, by_account)

    def user_logged_in(self, sender: Any, request: HttpRequest, user: Any, **more: Any) -> None:
        """Remember from where an account was used, and forget what is long ago."""
        asked: Any = request
        AccessLog.objects.filter(attempt_time__lt=asked.axes_attempt_time - REMEMBERED).delete()
        super().user_logged_in(sender, request, user, **more)
