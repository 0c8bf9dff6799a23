"""Turn wire copy into drafts."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.databases import is_away, wait_for_turn
from articles.desk.editing.history import keep_if_changed
from articles.models import User
from articles.text.gazetteer import Gazetteer
from articles.wire.copy import WireCopy
from articles.wire.fetch import WireError
from articles.wire.gazetteer import newsroom_gazetteer
from articles.wire.names import named_by_kind
from articles.wire.paths import copy_of_file
from articles.wire.save import ImportResult, save
from articles.wire.versions import EarlierVersion, earlier, shortened

TOLD_EACH = 50
"""Files after which it is said how far it is."""


class Command(BaseCommand):
    help = "Make a draft of each file of wire copy. One that cannot be read stops no other."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--language", choices=[code for code, __ in settings.LANGUAGES])
        parser.add_argument(
            "--dry-run", action="store_true", help="say what is found, save nothing"
        )
        parser.add_argument(
            "--by", metavar="USERNAME", help="whose drafts they are; nobody's by default"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object per file")

    def handle(self, *args: Any, files: list[Path], language: str | None, **options: Any) -> None:
        by = self.account(options["by"])
        refused = 0
        for number, file in enumerate(files, 1):
            try:
                self.take(file, language, by, dry_run=options["dry_run"], as_json=options["json"])
            except WireError as error:
                refused += 1
                self.refuse(file, error, as_json=options["json"])
            if number % TOLD_EACH == 0:
                self.stderr.write(f"{number} / {len(files)}")
        if refused:
            told = ngettext(
                "%(count)d file was not imported.", "%(count)d files were not imported.", refused
            )
            raise CommandError(told % {"count": refused})

    def take(
        self, file: Path, language: str | None, by: User | None, *, dry_run: bool, as_json: bool
    ) -> None:
        """One file: all that it makes, or nothing."""
        copy = self.read(file, language)
        try:
            with transaction.atomic():
                wait_for_turn("import_article")
                saved = None if dry_run else self.save(file, copy, by)
        except OperationalError as error:
            if not is_away(error):
                raise
            raise CommandError(
                _("The database takes nothing now; %(name)s was not imported: try again.")
                % {"name": file}
            ) from error
        self.say(file, copy, saved, as_json=as_json)

    def refuse(self, file: Path, error: WireError, *, as_json: bool) -> None:
        if as_json:
            line = {"file": str(file), "outcome": "refused", "error": str(error)}
            self.stdout.write(json.dumps(line, ensure_ascii=False))
        else:
            self.stderr.write(f"{file}: {error}")

    def say(self, file: Path, copy: WireCopy, saved: ImportResult | None, *, as_json: bool) -> None:
        if as_json:
            line = copy.as_dict(str(file)) | became(copy, saved)
            self.stdout.write(json.dumps(line, ensure_ascii=False))
        else:
            self.report(file, copy, saved)

    def account(self, username: str | None) -> User | None:
        if username is None:
            return None
        found = User.objects.filter(username=username, is_active=True, is_staff=True).first()
        if found is None:
            raise CommandError(_("Nobody here is called %(names)s.") % {"names": username})
        return found

    def save(self, file: Path, copy: WireCopy, by: User | None) -> ImportResult:
        saved = save(copy, by=by)
        if not saved.known:
            note = _("Imported from the file %(name)s.") % {"name": file.name}
            keep_if_changed(saved.article, by=by, note=note)
        return saved

    def read(self, file: Path, language: str | None) -> WireCopy:
        return copy_of_file(file, language, self.names)

    @cached_property
    def names(self) -> Gazetteer:
        """What the newsroom has written down of names: read once for all files."""
        return newsroom_gazetteer()

    def report(self, file: Path, copy: WireCopy, saved: ImportResult | None) -> None:
        """What was found and what became of it, for a person."""
        self.stdout.write(f"{file}: {copy.headline or copy.paragraphs[0][:80]}")
        version_of = saved.version_of if saved else earlier(copy)
        if saved and saved.known:
            self.stdout.write("  " + _("Known already; nothing was changed."))
        elif version_of and not version_of.is_same:
            self.tell_version(version_of, saved)
        if saved and not saved.known:
            made = named_by_kind(saved.created) or "–"
            matched = named_by_kind(saved.matched) or "–"
            self.stdout.write("  " + _("New records: %s") % made)
            self.stdout.write("  " + _("Known records: %s") % matched)
        for warning in [*copy.warnings, *copy.to_check]:
            self.stdout.write("  " + self.style.WARNING(warning))
        for quote in copy.quotes:
            if quote.speaker is None:
                words = shortened(quote.text)
                self.stdout.write("    " + _("No speaker: “%s”") % words)

    def tell_version(self, version_of: EarlierVersion, saved: ImportResult | None) -> None:
        names = {"number": version_of.article.pk, "headline": version_of.article}
        told = _("Another version of article %(number)s, “%(headline)s”.") % names
        if saved:
            told += " " + _("It is kept as a draft of its own, article %s.") % saved.article.pk
        self.stdout.write("  " + self.style.WARNING(told))
        for difference in version_of.differences:
            self.stdout.write("    " + difference)


def became(copy: WireCopy, saved: ImportResult | None) -> dict[str, Any]:
    """What became of a text, for machines."""
    before = saved.version_of if saved else earlier(copy)
    known = saved.known if saved else bool(before and before.is_same)
    is_version = before is not None and not before.is_same
    return {
        "outcome": "known" if known else "version" if is_version else "new",
        "article": saved.article.pk if saved else before.article.pk if before and known else None,
        "version_of": before.article.pk if before and is_version else None,
        "differences": before.differences if before and is_version else [],
    }
