"""Take a translation memory in, of any size."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles.desk.translation.memory import remember_all
from articles.wire import tmx


class Command(BaseCommand):
    help = "Remember the pairs of a TMX file. What is known already is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            with file.open("rb") as stream:
                new, known = remember_all(tmx.read(stream), by=None, origin=file.name)
        except (OSError, ValidationError) as error:
            messages = error.messages if isinstance(error, ValidationError) else [str(error)]
            raise CommandError(f"{file}: {' '.join(messages)}") from error
        self.stdout.write(f"{new} new, {known} known")
