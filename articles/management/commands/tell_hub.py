"""Tell the hub of the feeds (WebSub) what changed: for moments that come by themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.publication.hub import HubError, tell_hub


class Command(BaseCommand):
    help = "Tell the hub (WEBSUB_HUB) which feeds changed since it was last told."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            told = tell_hub()
        except HubError as error:
            raise CommandError(_("The hub was not told: %(why)s") % {"why": error}) from error
        self.stdout.write(
            ngettext("%(count)d feed told.", "%(count)d feeds told.", len(told))
            % {"count": len(told)}
        )
