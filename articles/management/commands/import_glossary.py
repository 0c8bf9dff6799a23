"""Take a table of terms in."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.desk.translation.terms import take_in
from articles.wire import glossaries


class Command(BaseCommand):
    help = "Add and change terms of the glossary from a table (CSV in UTF-8)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            with transaction.atomic():
                taken = take_in(glossaries.read(file.read_bytes()))
        except (OSError, ValidationError) as error:
            messages = error.messages if isinstance(error, ValidationError) else [str(error)]
            raise CommandError(f"{file}: {' '.join(messages)}") from error
        self.stdout.write(f"{taken.added} added, {taken.changed} changed, {taken.known} as before")
        for line, reason in taken.refused:
            self.stderr.write(f"line {line}: {reason}")
