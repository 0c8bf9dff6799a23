"""OpenDocument texts (.odt): paragraphs, headings, lists and tables, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from ..files import local
from ..markup import as_row
from .archives import encrypted, has_programs, markup, open_archive
from .document import ReadDocument
from .web_article import LONGEST_CELL

NOT_READ = frozenset({"tracked-changes", "annotation", "note", "forms", "sequence-decls", "frame"})
"""What was struck out, said in the margin, or is no text."""
PARAGRAPHS = frozenset({"p", "h"})
HEADINGS = {"1": "# ", "2": "## "}
PROGRAMS = ("basic/", "scripts/")


def read(data: bytes) -> ReadDocument:
    """Read the words of an OpenDocument text.

    Raises:
        WireError: it is damaged, encrypted, or could do harm.
    """
    warnings: list[str] = []
    with open_archive(data) as archive:
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
            yield HEADINGS.get(level(child), "### ") + words if name == "h" and words else words
        elif name == "list-item":
            first, *others = [*paragraphs(child)] or [""]
            yield f"- {first}" if first and not first.startswith("- ") else first
            yield from others
        elif name == "table":
            yield from rows(child)
        else:
            yield from paragraphs(child)


def rows(table: Element) -> Iterator[str]:
    """The rows of a table of words and figures; of one that lays a page out its paragraphs."""
    found = [
        [[*paragraphs(cell)] for cell in row if local(cell) == "table-cell"]
        for row in table.iter()
        if local(row) == "table-row"
    ]
    cells = [cell for row in found for cell in row]
    is_plain = all(len(cell) < 2 and len("".join(cell)) <= LONGEST_CELL for cell in cells)
    if is_plain and len(found) > 1 and min(map(len, found)) > 1:
        yield from (as_row(["".join(cell) for cell in row]) for row in found)
    else:
        yield from (words for cell in cells for words in cell)


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
