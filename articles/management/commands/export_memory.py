"""Write the translation memory as TMX."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.models import Remembered
from articles.wire import tmx


class Command(BaseCommand):
    help = "Write the translation memory, or one direction of it, as TMX to the standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        codes = [code for code, __ in settings.LANGUAGES]
        parser.add_argument("--from", dest="source", choices=codes)
        parser.add_argument("--to", dest="target", choices=codes)

    def handle(self, *args: Any, source: str | None, target: str | None, **options: Any) -> None:
        rows = Remembered.objects.order_by("pk")
        if source:
            rows = rows.filter(source_language=source)
        if target:
            rows = rows.filter(target_language=target)
        for piece in tmx.written(tmx.pairs(rows)):
            self.stdout.write(piece, ending="")
