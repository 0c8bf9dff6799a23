"""Make the renditions of pictures that lack them."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Image
from articles.pictures import renditions


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
                if not image.make_renditions():
                    self.stderr.write(
                        _("The file of “%(picture)s” is missing or damaged.") % {"picture": image}
                    )
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
