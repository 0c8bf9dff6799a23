"""Write the glossary's terms as a table."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.models import Term
from articles.wire import glossaries


class Command(BaseCommand):
    help = "Write the glossary's terms as CSV to the standard output."

    def handle(self, *args: Any, **options: Any) -> None:
        for piece in glossaries.glossary_table(Term.objects.order_by("pk")):
            self.stdout.write(piece, ending="")
