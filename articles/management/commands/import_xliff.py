"""Take translations back from a translators' tool."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles.desk.translation.exchange import take_back
from articles.models import User
from articles.wire import xliff
from articles.wire.files import refuse_large


class Command(BaseCommand):
    help = "Merge an XLIFF 2 file, in the name of an account and with its rights."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--by", required=True, metavar="USERNAME")

    def handle(self, *args: Any, file: Path, by: str, **options: Any) -> None:
        try:
            user = User.objects.get(username=by)
            refuse_large(file.stat().st_size, xliff.LARGEST)
            found = xliff.read(file.read_bytes())
        except User.DoesNotExist as error:
            raise CommandError(f"{by}: no such account") from error
        except (OSError, ValidationError) as error:
            messages = error.messages if isinstance(error, ValidationError) else [str(error)]
            raise CommandError(f"{file}: {' '.join(messages)}") from error
        for one in found:
            back = take_back(one, by=user)
            told = back.refusal or (
                f"{back.taken} taken, {back.same} as here, {back.untranslated} untranslated"
            )
            self.stdout.write(f"{back.title}: {told}")
            for remark in back.remarks:
                self.stdout.write(f"  {remark.paragraph}: {remark.reason}")
