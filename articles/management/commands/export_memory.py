"""Write the translation memory as TMX: what readers have, unless more is asked for."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.models import Remembered, User
from articles.wire import tmx


class Command(BaseCommand):
    help = (
        "Write the translation memory, or one direction of it, as TMX to the standard output: "
        "pairs of articles that readers have in both languages, and imported ones."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        codes = [code for code, __ in settings.LANGUAGES]
        parser.add_argument("--from", dest="source", choices=codes)
        parser.add_argument("--to", dest="target", choices=codes)
        seen = parser.add_mutually_exclusive_group()
        seen.add_argument("--for", dest="user", metavar="ACCOUNT", help="all that it may read")
        seen.add_argument("--all", action="store_true", help="also what nobody may read yet")

    def handle(self, *args: Any, source: str | None, target: str | None, **options: Any) -> None:
        rows = self.seen(options["user"], options["all"]).order_by("pk")
        if source:
            rows = rows.filter(source_language=source)
        if target:
            rows = rows.filter(target_language=target)
        for piece in tmx.tmx_file(tmx.pairs(rows)):
            self.stdout.write(piece, ending="")

    def seen(self, username: str | None, everything: bool) -> Any:
        """What the file may have.

        Raises:
            CommandError: there is no such account.
        """
        if everything:
            return Remembered.objects.all()
        if username is None:
            return Remembered.objects.public()
        user = User.objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no account {username}.")
        return Remembered.objects.for_desk(user)
