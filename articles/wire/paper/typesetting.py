"""Typst, which sets a paper: shaped, in both directions, tagged, with the faces of the site."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore
from typing import Any, Literal

import typst

from articles.pictures import share

logger = logging.getLogger(__name__)
TEMPLATE = Path(__file__).with_name("paper.typ")
FACES = [Path(__file__).with_name("fonts"), share.FONT.parent]
AT_ONCE = BoundedSemaphore(1)
"""Papers that a process sets at once: whoever asks for all of them leaves others their pages."""
PATIENCE = 3.0


class BusyError(Exception):
    """Others are having papers set."""


class UnsettableError(Exception):
    """Something in the text cannot be set by Typst: who asked is told so, and the log why."""


def typeset(said: Mapping[str, Any], pictures: Mapping[str, bytes], at: datetime) -> bytes:
    """A paper as PDF/UA-1; as a tagged PDF where a sign in it is in no face.

    Args:
        said: all that stands on it, as ``paper.typ`` reads it.
        pictures: the files that it names.
        at: when it last changed, so that the same paper is the same file.

    Raises:
        BusyError: others are having papers set, for longer than a reader waits.
        UnsettableError: it cannot be set.
    """
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise BusyError
    try:
        with TemporaryDirectory(prefix="paper-") as name:
            folder = Path(name)
            for file, content in pictures.items():
                (folder / file).write_bytes(content)
            (folder / "paper.json").write_text(json.dumps(said))
            (folder / "paper.typ").write_bytes(TEMPLATE.read_bytes())
            try:
                return compiled(folder, at, "ua-1")
            except typst.TypstError:
                return as_it_can_be(folder, at)
    finally:
        AT_ONCE.release()


def as_it_can_be(folder: Path, at: datetime) -> bytes:
    try:
        return compiled(folder, at, None)
    except typst.TypstError as error:
        logger.exception("A paper cannot be set.")
        raise UnsettableError from error


def compiled(folder: Path, at: datetime, standard: Literal["ua-1"] | None) -> bytes:
    """The paper in a folder; Typst reads nothing outside of it but the faces."""
    made: Any = typst.compile(
        folder / "paper.typ",
        root=folder,
        font_paths=FACES,
        ignore_system_fonts=True,
        pdf_standards=standard,
        timestamp=at.replace(microsecond=0),
    )
    return bytes(made)
