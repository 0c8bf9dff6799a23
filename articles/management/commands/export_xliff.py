"""Write articles as XLIFF."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles.desk.translation.exchange import bundle
from articles.languages import Language
from articles.models import Article
from articles.wire import xliff


class Command(BaseCommand):
    help = "Write articles, by their keys, as XLIFF 2.1 to the standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("keys", nargs="+", metavar="KEY")
        codes = [code for code, __ in settings.LANGUAGES]
        parser.add_argument("--to", dest="target", choices=codes, required=True)

    def handle(self, *args: Any, keys: list[str], target: str, **options: Any) -> None:
        found = []
        for key in keys:
            try:
                found.append(bundle(Article.objects.get(key=key), Language(target)))
            except Article.DoesNotExist as error:
                raise CommandError(f"{key}: no such article") from error
            except ValidationError as refusal:
                raise CommandError(f"{key}: {' '.join(refusal.messages)}") from refusal
        if len({one.source_language for one in found}) > 1:
            raise CommandError("the articles are translated from different languages")
        self.stdout.write(xliff.xliff_file(found).decode())
