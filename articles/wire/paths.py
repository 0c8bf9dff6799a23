"""A file of this machine, read as the importer of the desk reads what is sent to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.text.gazetteer import EMPTY, Gazetteer

from .copy import WireCopy
from .documents.kinds import read
from .fetch import FetchedText, WireError
from .incoming.facts import with_said
from .parse import parse
from .receiving import largest, too_large


def copy_of_file(
    path: Path,
    language: str | None = None,
    names: Gazetteer = EMPTY,
    today: date | None = None,
) -> WireCopy:
    """What a file was found to say, with what its wrapping says by machine.

    Args:
        path: where it lies.
        language: the one it is in, where somebody knows.
        names: what the newsroom has written down of names.
        today: near which it was sent; by default the day on which it is read.

    Raises:
        WireError: there is no such file, it is of no kind that is read, or has no text in it.
    """
    _kind, document, found = read(bytes_of(path), path.name)
    if not found.text.strip():
        raise WireError(_("There is not one word in it."))
    warnings = [*found.warnings, *left_out([one.name for one in document.attachments])]
    codes = [one.code for one in Language.all()]
    copy = parse(
        FetchedText(found.text, tuple(warnings), document.sender),
        codes,
        language,
        today=today,
        names=names,
    )
    copy = replace(copy, published_on=copy.published_on or document.sent_on)
    return with_said(copy, document.facts, timezone.now())


def bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > largest():
            raise WireError(too_large(size))
        return path.read_bytes()
    except OSError as error:
        raise WireError(_("The file cannot be read.")) from error


def left_out(names: Sequence[str]) -> list[str]:
    """What hangs on a mail is imported as files of their own, which whoever calls has not."""
    told = _("The files on the mail were not imported: %(names)s.")
    return [told % {"names": ", ".join(names)}] if names else []
