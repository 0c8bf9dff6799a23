"""Send now what waits to be tried again: mails, and what the search server lacks."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from articles.desk.letters import send_letters
from articles.desk.mailing.confirmations import send_confirmations
from articles.desk.press_lists.letters import send_copies
from articles.management.low_priority import GivesWayCommand
from articles.models import Delivery
from articles.search.deliveries import tell_index


class Command(GivesWayCommand):
    help = "Send what waits for a mail server or a search server that was away."

    def handle(self, *args: Any, **options: Any) -> None:
        Delivery.objects.make_due()
        tasks = (send_letters, send_confirmations, send_copies, tell_index)
        done = sum(one.call() for one in tasks)
        self.stdout.write(
            _("Delivered: %(done)d. Still waiting: %(left)d.")
            % {"done": done, "left": Delivery.objects.count()}
        )
