"""Write the search index anew, while it is in use."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.search.entries import KIND_OF
from articles.search.index import all_models, rebuild


class Command(BaseCommand):
    help = "Index every record again; readers search meanwhile in what is there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--resume",
            type=Path,
            metavar="FILE",
            help="keep in this file how far it is, and go on from there",
        )

    def handle(self, *args: Any, resume: Path | None, **options: Any) -> None:
        after: dict[str, int] = {}
        if resume and resume.exists():
            after = self.reached(resume)
        totals = {KIND_OF[model]: model._default_manager.count() for model in all_models()}

        def progress(kind: str, last: int, done: int) -> None:
            after[kind] = last
            if resume:
                unfinished = resume.with_name(f"{resume.name}.new")
                unfinished.write_text(json.dumps(after))
                unfinished.replace(resume)
            bar = "█" * (20 * done // max(totals[kind], done))
            end = "\n" if done >= totals[kind] else ""
            self.stderr.write(f"\r{kind:<14}{bar:<20} {done}/{totals[kind]}", ending=end)

        rebuild(progress, dict(after))
        if resume:
            resume.unlink(missing_ok=True)
        self.stdout.write(_("The search index is complete."))

    def reached(self, resume: Path) -> dict[str, int]:
        """How far an earlier run came; nowhere, where its file was cut short."""
        try:
            said = json.loads(resume.read_text())
            return {kind: int(last) for kind, last in said.items()}
        except (ValueError, TypeError, AttributeError):
            self.stderr.write(
                _("%(file)s does not say how far it was: everything is indexed again.")
                % {"file": resume}
            )
            return {}
