"""Commands that nobody waits for leave the processor to the pages that readers wait for."""

from __future__ import annotations

import os

from django.core.management.base import BaseCommand

NICENESS = 3
"""Of the system's twenty steps: half of what a page may have, where both want the processor."""


class GivesWayCommand(BaseCommand):
    """One that gives way to others when it is a process of its own, as cron starts it."""

    def run_from_argv(self, argv: list[str]) -> None:
        os.nice(NICENESS)
        super().run_from_argv(argv)
