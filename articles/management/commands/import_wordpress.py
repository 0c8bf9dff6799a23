"""Bring in the posts of a WordPress site, from the file that it exports (WXR)."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from contextlib import ExitStack
from itertools import batched
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.models import User
from articles.models.permissions import PUBLISH_ARTICLE
from articles.search.signals import indexed_at_the_end
from articles.wire.wordpress.export import posts, survey
from articles.wire.wordpress.saving import WordpressImporter

AT_ONCE = 200
"""Posts of one transaction, with their entries in the search."""

MOST_TOLD = 20
"""Names of what was left out of the texts: those that are met most."""


class Command(BaseCommand):
    help = "Bring in the posts of a WordPress export (WXR), with dates, topics and old addresses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--by", metavar="USERNAME", help="in whose name it is published")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what is found, save nothing"
        )
        parser.add_argument(
            "--no-pictures", action="store_true", help="do not ask the old site for its pictures"
        )

    def handle(self, *args: Any, file: Path, by: str | None, **options: Any) -> None:
        is_dry = options["dry_run"]
        person = self.account(by, is_dry=is_dry)
        try:
            site = survey(file)
            importer = WordpressImporter(
                site, person, with_pictures=not options["no_pictures"], is_dry=is_dry
            )
            others = self.take_all(importer, file)
        except OSError as error:
            raise CommandError(_("The file cannot be read.")) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.report(importer, others)

    def account(self, username: str | None, *, is_dry: bool) -> User | None:
        if username is None and is_dry:
            return None
        found = User.objects.filter(username=username, is_active=True, is_staff=True).first()
        if found is None or not found.has_perm(PUBLISH_ARTICLE):
            raise CommandError(_("Say with --by in whose name, of those who may publish."))
        return found

    def take_all(self, importer: WordpressImporter, file: Path) -> Counter[str]:
        """Bring in each post; what is of another kind is counted.

        Raises:
            ValidationError: the file is no export.
        """
        others: Counter[str] = Counter()
        for some in batched(posts(file), AT_ONCE):
            for __, post in some:
                if post is not None:
                    importer.prepare(post)
            with ExitStack() as stack:
                if not importer.is_dry:
                    stack.enter_context(indexed_at_the_end())
                for kind, post in some:
                    if post is None:
                        others[kind] += 1
                    else:
                        importer.take(post)
        return others

    def report(self, importer: WordpressImporter, others: Counter[str]) -> None:
        for remark in importer.remarks:
            self.stdout.write(self.style.WARNING(remark))
        found = sorted(importer.outcomes.items())
        told = ", ".join(f"{fate} {count}" for fate, count in found)
        self.stdout.write(f"{importer.site.address}: {told or '–'}")
        for name, count in importer.left_out.most_common(MOST_TOLD):
            words = {"name": name, "count": count}
            told = _("Within the texts, what has no place here was left out: %(name)s (%(count)d)")
            self.stdout.write(told % words)
        for kind, count in sorted(others.items()):
            words = {"kind": kind, "count": count}
            self.stdout.write(_("Not brought in, of the kind “%(kind)s”: %(count)d") % words)
