"""Read the feeds of partners that are due, into the inbox: for cron, every few minutes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.wire.incoming.reading import read_due


class Command(BaseCommand):
    help = "Read the feeds that are due into the inbox. One that cannot be read stops no other."

    def handle(self, *args: Any, **options: Any) -> None:
        for feed, outcomes in read_due().items():
            if feed.error:
                self.stderr.write(f"{feed}: {feed.error}")
            told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items()))
            self.stdout.write(f"{feed}: {told or '–'}")
