"""Fill the newsroom with articles to try it on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.management.demo.articles import seed


class Command(BaseCommand):
    help = "Have N demo articles, with their events, people, quotations and topics."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--articles", type=int, required=True, metavar="N")

    def handle(self, *args: Any, articles: int, **options: Any) -> None:
        if articles < 1:
            raise CommandError(_("Ask for at least one article."))
        added = seed(articles, lambda done: self.stderr.write(f"{done}/{articles}"))
        self.stdout.write(
            ngettext("%(count)d article added.", "%(count)d articles added.", added)
            % {"count": added}
        )
        call_command("make_renditions", stdout=self.stdout, stderr=self.stderr)
