"""Say where the search index has not kept up."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.search.index import drift


class Command(BaseCommand):
    help = "List the entries that are missing, outdated or left over; fail if there are any."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for line in drift():
            self.stdout.write(line)
            found += 1
        if found:
            raise CommandError(
                ngettext(
                    "%(count)d entry has not kept up: run rebuild_search.",
                    "%(count)d entries have not kept up: run rebuild_search.",
                    found,
                )
                % {"count": found}
            )
        self.stdout.write(_("The search index agrees with the newsroom."))
