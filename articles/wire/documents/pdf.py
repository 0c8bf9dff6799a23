"""PDF files that have text: what stands on their pages, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _
from pdfminer.psexceptions import PSException
from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from ..fetch import HarmfulError, WireError
from ..layout.unwrapping import rejoined
from .archives import encrypted
from .document import ReadDocument
from .pdf_glyphs import TooLargeError, glyphs_of_pages
from .pdf_pages import blocks_of, with_headline

MOST_PAGES = 30
"""Pages that are read: no article has as many."""
LONGEST = 20.0
"""Seconds after which no further page is read."""
DAMAGED = (
    PyPdfError, PSException, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError,
    RecursionError, AssertionError, NotImplementedError,
)  # fmt: skip


def read(data: bytes) -> ReadDocument:
    """Read the words of a PDF.

    Raises:
        WireError: it is encrypted or damaged, or has pictures of pages only.
    """
    try:
        reader = PdfReader(BytesIO(data))
        # One that may be opened by everybody, and only not be changed, has an empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise encrypted()
        pages = len(reader.pages)
        lines = "\f".join(words_of_pages(reader))
    except TooLargeError as error:
        raise HarmfulError(
            _("The file grows far beyond any document when it is unpacked: it was not read.")
        ) from error
    except (DependencyError, FileNotDecryptedError) as error:
        raise encrypted() from error
    except DAMAGED as error:
        raise WireError(_("The file is damaged: it could not be opened.")) from error
    if not any(letter.isalpha() for letter in lines):
        raise WireError(
            _("The PDF has pictures of pages, and no text: have it read by a program for scans.")
        )
    warnings = [_("The text is from a PDF: look at where its paragraphs begin and end.")]
    if pages > MOST_PAGES:
        warnings.append(
            _("It has many pages (%(pages)d): only the first ones were read (%(read)d).")
            % {"pages": pages, "read": MOST_PAGES}
        )
    return ReadDocument(rejoined(lines), warnings)


def words_of_pages(reader: PdfReader) -> Iterator[str]:
    """The paragraphs of each page, an empty line between two."""
    for number, glyphs in enumerate(glyphs_of_pages(reader, MOST_PAGES, LONGEST)):
        blocks = blocks_of(glyphs)
        yield "\n\n".join([one.text for one in blocks] if number else with_headline(blocks))
