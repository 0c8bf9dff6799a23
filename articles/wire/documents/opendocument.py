"""OpenDocument texts (.odt): paragraphs and headings, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from ..files import local
from .archives import encrypted, has_programs, markup, opened
from .document import ReadDocument

NOT_READ = frozenset({"tracked-changes", "annotation", "note", "forms", "sequence-decls", "frame"})
"""What was struck out, said in the margin, or is no text."""
PARAGRAPHS = frozenset({"p", "h"})
PROGRAMS = ("basic/", "scripts/")


def read(data: bytes) -> ReadDocument:
    """Read the words of an OpenDocument text.

    Raises:
        WireError: it is damaged, encrypted, or could do harm.
    """
    warnings: list[str] = []
    with opened(data) as archive:
        names = [one.lower() for one in archive.namelist()]
        if any(one.startswith(PROGRAMS) and not one.endswith("/") for one in names):
            raise has_programs()
        if "META-INF/manifest.xml" in archive.namelist():
            manifest = markup(archive, "META-INF/manifest.xml")
            if any(local(one) == "encryption-data" for one in manifest.iter()):
                raise encrypted()
        if any(one.startswith("pictures/") for one in names):
            warnings.append(_("The pictures in the document were not taken in."))
        content = markup(archive, "content.xml")
    return ReadDocument("\n\n".join(paragraphs(content)), warnings)


def paragraphs(element: Element) -> Iterator[str]:
    """Each paragraph and heading below an element, in order."""
    for child in element:
        name = local(child)
        if name in NOT_READ:
            continue
        if name in PARAGRAPHS:
            words = "".join(letters(child)).strip()
            is_title = name == "h" and level(child) == "1"
            yield f"# {words}" if is_title and words else words
        else:
            yield from paragraphs(child)


def level(heading: Element) -> str:
    return next((value for name, value in heading.items() if name.endswith("outline-level")), "")


def letters(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name in {"s", "tab"}:
            yield " "
        elif name == "line-break":
            yield "\n"
        elif name not in NOT_READ:
            yield from letters(child)
        yield child.tail or ""
