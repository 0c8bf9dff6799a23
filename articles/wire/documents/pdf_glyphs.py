"""The letters of a PDF's pages with their places, by pdfminer.six, from what pypdf has unpacked.

A PDF has no words: it says where which shape is drawn, and most programs draw a line of Arabic
from its left. pypdf bounds what is unpacked, and pdfminer does not; so pypdf opens the file and
writes it anew, unpacked, without pictures, and pdfminer reads only that.
"""

from __future__ import annotations

import logging
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTItem
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DecodedStreamObject, StreamObject

LARGEST = 64 * 1024**2
"""Bytes of the pages, unpacked and without pictures."""
UNKNOWN = "(cid:"
"""How pdfminer writes a shape of which the file does not say which letter it is."""
PACKED = frozenset({"/Filter", "/DecodeParms", "/F", "/FFilter", "/FDecodeParms", "/Length"})
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(frozen=True)
class Glyph:
    """One shape on a page, and the letters that it stands for."""

    text: str
    left: float
    right: float
    bottom: float
    size: float

    @property
    def is_mark(self) -> bool:
        """Whether it stands above or below another: « ً »."""
        return all(unicodedata.category(one) == "Mn" for one in self.text)


class TooLargeError(ValueError):
    """Far more than pages of text are."""


def unpacked(reader: PdfReader, most: int) -> bytes:
    """The first pages as a file in which nothing is packed.

    Raises:
        TooLargeError: it would be far larger than text is.
    """
    writer = PdfWriter()
    for number in range(min(len(reader.pages), most)):
        writer.add_page(reader.pages[number])
    whole = 0
    for at, one in enumerate(writer._objects):
        if not isinstance(one, StreamObject):
            continue
        stream = DecodedStreamObject()
        stream.update({key: value for key, value in one.items() if key not in PACKED})
        stream.set_data(data_of(one))
        whole += len(stream.get_data())
        if whole > LARGEST:
            raise TooLargeError
        writer._objects[at] = stream
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def data_of(stream: StreamObject) -> bytes:
    if stream.get("/Subtype") == "/Image":
        return b""
    try:
        return stream.get_data()
    except (PyPdfError, NotImplementedError, ValueError):
        # Packed in a way that no program reads, or without end.
        return b""


def glyphs_of_pages(reader: PdfReader, most: int, seconds: float) -> Iterator[list[Glyph]]:
    """The shapes of each page.

    Args:
        reader: the file, opened.
        most: pages that are read.
        seconds: after which no further page is.
    """
    began = time.monotonic()
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.get_pages(BytesIO(unpacked(reader, most))):
        if time.monotonic() - began > seconds:
            return
        interpreter.process_page(page)
        yield [*glyphs_in(device.get_result())]


def glyphs_in(item: LTItem) -> Iterator[Glyph]:
    """The shapes in a page, and in what is drawn as one on it; nothing that stands upright."""
    held = [item]
    while held:
        one = held.pop()
        if isinstance(one, LTChar):
            text = one.get_text()
            if one.upright and not text.startswith(UNKNOWN) and one.size > 0:
                text = unicodedata.normalize("NFKC", text) if text != "\u00a0" else " "
                yield Glyph(text, one.x0, one.x1, one.y0, one.size)
        elif isinstance(one, LTContainer):
            held.extend(one)
