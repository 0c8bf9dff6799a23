"""Make the renditions of pictures that lack them."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Image
from articles.pictures import renditions

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Make what is missing of the pictures’ renditions; tell of files that cannot be read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="make them all anew")
        parser.add_argument(
            "--remove-old", action="store_true", help="delete renditions that no page asks for"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        made = removed = 0
        for image in Image.objects.exclude(file="").iterator():
            if options["all"] or not image.has_renditions:
                if not self.has_made(image):
                    continue
                made += 1
            if options["remove_old"]:
                names = [one.name for one in renditions.every(image.original)]
                removed += renditions.forget(image.original, keep=names)
        self.stdout.write(
            ngettext("%(count)d picture prepared.", "%(count)d pictures prepared.", made)
            % {"count": made}
        )
        if removed:
            self.stdout.write(
                ngettext("%(count)d old file deleted.", "%(count)d old files deleted.", removed)
                % {"count": removed}
            )

    def has_made(self, image: Image) -> bool:
        """Make those of one picture, or say why not: the others have theirs all the same."""
        try:
            if image.make_renditions():
                return True
            trouble = _("The file of “%(picture)s” is missing or damaged.")
        except (OSError, ValueError, MemoryError):
            # Pillow's and the storage's own.
            logger.exception("The renditions of a picture could not be made.")
            trouble = _("Smaller versions of “%(picture)s” could not be made: see the log.")
        self.stderr.write(trouble % {"picture": image.file.name})
        return False
