"""The translation memory as translators' tools exchange it: TMX 1.4b, level 2.

Written and read piece by piece, so that a memory of any size passes. Inline mark-up is in
``bpt``, ``ept`` and ``ph``, which hold the HTML they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Remembered
from articles.text.characters import clean_lines
from articles.text.richtext.inline_codes import CLOSE, OPEN, Code, as_html, pieces
from articles.text.richtext.tokens import tag

from .files import XML, elements, language_of, local

MEDIA_TYPE = "application/x-tmx+xml"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Newsroom" creationtoolversion="1" segtype="paragraph" o-tmf="html" \
adminlang="en" srclang="*all*" datatype="html"/>
<body>
"""
TAIL = "</body>\n</tmx>\n"
STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class TranslationUnit:
    """One paragraph in two languages, as it is kept or was read."""

    source_language: str
    target_language: str
    source: str
    target: str
    origin: str = ""
    at: datetime | None = None


def tmx_file(pairs: Iterable[TranslationUnit]) -> Iterator[str]:
    """A TMX file, in pieces."""
    yield HEAD
    for pair in pairs:
        yield unit(pair)
    yield TAIL


def pairs(rows: QuerySet[Remembered]) -> Iterator[TranslationUnit]:
    """What is remembered, without holding all of it."""
    for one in rows.select_related(None).iterator(chunk_size=2000):
        yield TranslationUnit(
            one.source_language,
            one.target_language,
            one.source,
            one.target,
            one.origin,
            one.confirmed_at,
        )


def unit(pair: TranslationUnit) -> str:
    date = f" changedate={quoteattr(pair.at.astimezone(UTC).strftime(STAMP))}" if pair.at else ""
    note = f"<note>{escape(clean_lines(pair.origin))}</note>" if pair.origin else ""
    return (
        f"<tu srclang={quoteattr(pair.source_language)}{date}>{note}"
        f"{variant(pair.source_language, pair.source)}"
        f"{variant(pair.target_language, pair.target)}</tu>\n"
    )


def variant(code: str, html: str) -> str:
    said = "".join(
        code_element(one) if isinstance(one, Code) else escape(clean_lines(one))
        for one in pieces(html)
    )
    return f"<tuv xml:lang={quoteattr(code)}><seg>{said}</seg></tuv>"


def code_element(code: Code) -> str:
    if code.kind == OPEN:
        return f'<bpt i="{code.number}" x="{code.number}">{escape(clean_lines(code.html))}</bpt>'
    if code.kind == CLOSE:
        return f'<ept i="{code.number}">{escape(clean_lines(code.html))}</ept>'
    return f'<ph x="{code.number}">{escape(clean_lines(code.html))}</ph>'


def read(stream: BinaryIO) -> Iterator[TranslationUnit]:
    """The pairs of a TMX file between two of the newsroom's languages.

    Other languages are passed over. A unit says its source by ``srclang``, its own or the
    file's; where that is ``*all*``, or none of its variants, the first variant is the source.

    Raises:
        ValidationError: it is no TMX, or not safe to read.
    """
    usual: Language | None = None
    for number, element in enumerate(with_header(stream)):
        if number == 0 and local(element) != "tmx":
            raise ValidationError(_("The file is no translation memory (TMX)."))
        if local(element) == "header":
            usual = language_of(element.get("srclang"))
        elif local(element) == "tu":
            yield from pairs_of(element, usual)


def with_header(stream: BinaryIO) -> Iterator[Element]:
    """The root, then the units; the header is in the root when the first unit comes."""
    root: Element | None = None
    header_given = False
    for element in elements(stream, "tu"):
        if root is None:
            root = element
        elif not header_given:
            header_given = True
            yield from (one for one in root if local(one) == "header")
        yield element


def pairs_of(unit: Element, usual: Language | None) -> Iterator[TranslationUnit]:
    said: dict[Language, str] = {}
    for tuv in unit:
        language = language_of(tuv.get(f"{XML}lang") or tuv.get("lang"))
        seg = next((one for one in tuv if local(one) == "seg"), None)
        if local(tuv) == "tuv" and language and seg is not None:
            said.setdefault(language, html_of(seg))
    source = language_of(unit.get("srclang")) or usual
    if source not in said:
        source = next(iter(said), None)
    note = next((one.text or "" for one in unit if local(one) == "note"), "")
    for target, text in said.items():
        if source and target != source:
            yield TranslationUnit(source.code, target.code, said[source], text, origin=note)


def html_of(seg: Element) -> str:
    """A segment as inline HTML. Codes that stand for something else (RTF, say) are left out."""
    found: list[str | Code] = [seg.text or ""]
    for element in seg:
        if local(element) in {"bpt", "ept", "ph", "it", "ut"}:
            native = "".join(element.itertext())
            if tag(native):
                found.append(Code("", 0, native))
        else:
            found.append("".join(element.itertext()))
        found.append(element.tail or "")
    return as_html(found)
