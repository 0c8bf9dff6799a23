"""Articles as XLIFF 2.1, the format of translators' tools, and what comes back from them.

Each paragraph is a unit; its mark-up is in codes that tools move and keep (``pc``, ``ph``), with
the HTML they stand for in ``originalData``. A unit's id carries the marks of both its texts, so
that whatever a tool drops of the rest, what has changed in the meantime is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.text.characters import clean_lines
from articles.text.richtext.inline_codes import (
    CLOSE,
    OPEN,
    STANDING,
    Code,
    Piece,
    as_html,
    pieces,
    tags,
)
from articles.text.richtext.lines import DEEPEST
from articles.text.richtext.tokens import END
from articles.text.richtext.tokens import tag as one_tag
from articles.text.richtext.translation_units import (
    Bundle,
    Unit,
    mark_of_source,
    mark_of_target,
    numbered_alike,
)

from .files import XML, document, language_of, local

MEDIA_TYPE = "application/xliff+xml"
SPACE = "urn:oasis:names:tc:xliff:document:2.0"
LARGEST = 10 * 1024 * 1024
ID = re.compile(r"n\d+-([0-9a-f]+)-([0-9a-f]+)")
KEY = "article-"
TOKEN = re.compile(r"[\w.:-]+", re.ASCII)
register_namespace("", SPACE)


def qualified_name(name: str) -> str:
    return f"{{{SPACE}}}{name}"


# Out.


def xliff_file(bundles: Iterable[Bundle]) -> bytes:
    """One file of the articles given, all between the same two languages."""
    root: Element | None = None
    for number, bundle in enumerate(bundles, 1):
        if root is None:
            root = Element(
                qualified_name("xliff"),
                version="2.1",
                srcLang=bundle.source_language,
                trgLang=bundle.target_language,
            )
        # Some tools drop where a file is from, none its id.
        name = f"{KEY}{bundle.key}" if TOKEN.fullmatch(bundle.key) else f"f{number}"
        file = SubElement(root, qualified_name("file"), id=name, original=bundle.key)
        notes(file, [bundle.title])
        for place, unit in enumerate(bundle.units, 1):
            write_unit(file, place, unit)
    if root is None:
        raise ValueError("an XLIFF file has at least one article")
    return tostring(root, encoding="utf-8", xml_declaration=True)


def write_unit(file: Element, place: int, unit: Unit) -> None:
    marks = f"{mark_of_source(unit.source)}-{mark_of_target(unit.target)}"
    element = SubElement(file, qualified_name("unit"), id=f"n{place}-{marks}", name=unit.field)
    notes(element, unit.notes)
    source = pieces(unit.source)
    target = numbered_alike(source, pieces(unit.target))
    native = Native(element, [*source, *target])
    segment = SubElement(element, qualified_name("segment"), state=unit.state or "initial")
    native.write(SubElement(segment, qualified_name("source"), {f"{XML}space": "preserve"}), source)
    if unit.target:
        native.write(
            SubElement(segment, qualified_name("target"), {f"{XML}space": "preserve"}), target
        )


def notes(parent: Element, texts: Iterable[str]) -> None:
    said = [text for text in texts if text]
    if said:
        block = SubElement(parent, qualified_name("notes"))
        for text in said:
            SubElement(block, qualified_name("note")).text = clean_lines(text)


class Native:
    """The HTML of a unit's codes, kept once each beside its texts."""

    def __init__(self, unit: Element, found: list[Piece]) -> None:
        codes = dict.fromkeys(one.html for one in found if isinstance(one, Code))
        self.ids = {html: f"d{number}" for number, html in enumerate(codes, 1)}
        if self.ids:
            block = SubElement(unit, qualified_name("originalData"))
            for html, name in self.ids.items():
                SubElement(block, qualified_name("data"), id=name).text = clean_lines(html)

    def write(self, parent: Element, found: list[Piece]) -> None:
        """Words and codes into a source or a target; the two tags of a pair are one element."""
        stack, deeper = [parent], list[str]()
        for one in found:
            if isinstance(one, str):
                add_text(stack[-1], clean_lines(one))
            elif one.kind == OPEN and len(stack) > DEEPEST:
                # No tool, nor we, could read elements in each other without end.
                deeper.append(f"{one.number}")
                attributes = {"id": deeper[-1], "dataRef": self.ids[one.html]}
                SubElement(stack[-1], qualified_name("sc"), attributes, type="fmt")
            elif one.kind == CLOSE and deeper:
                attributes = {"startRef": deeper.pop(), "dataRef": self.ids[one.html]}
                SubElement(stack[-1], qualified_name("ec"), attributes, type="fmt")
            elif one.kind == CLOSE:
                stack.pop().set("dataRefEnd", self.ids[one.html])
            elif one.kind == OPEN:
                kind = "link" if one.html.startswith("<a ") else "fmt"
                attributes = {"id": f"{one.number}", "dataRefStart": self.ids[one.html]}
                stack.append(SubElement(stack[-1], qualified_name("pc"), attributes, type=kind))
            else:
                attributes = {"id": f"{one.number}", "dataRef": self.ids[one.html]}
                SubElement(stack[-1], qualified_name("ph"), attributes, type="fmt")


def add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


# In.


def read(data: bytes) -> list[Bundle]:
    """The articles of a file.

    Raises:
        ValidationError: it is no XLIFF 2, or not between two languages of the newsroom; or its
            mark-up is deeper than that of any text.
    """
    root = document(data)
    if local(root) != "xliff":
        raise ValidationError(_("The file is no XLIFF."))
    if not str(root.get("version")).startswith("2."):
        raise ValidationError(
            _("The file is XLIFF %(version)s; export it from your tool as XLIFF 2."),
            params={"version": root.get("version") or "?"},
        )
    source, target = language_of(root.get("srcLang")), language_of(root.get("trgLang"))
    if source is None or target is None:
        raise ValidationError(
            _("The file is from “%(source)s” into “%(target)s”: the newsroom has not both."),
            params={"source": root.get("srcLang") or "?", "target": root.get("trgLang") or "?"},
        )
    return [bundle(file, source, target) for file in root if local(file) == "file"]


def bundle(file: Element, source: Language, target: Language) -> Bundle:
    note = next((one for one in file if local(one) == "notes"), None)
    title = "".join(note[0].itertext()) if note is not None and len(note) else ""
    units = [read_unit(one) for one in file.iter() if local(one) == "unit"]
    name = file.get("id") or ""
    key = name.removeprefix(KEY) if name.startswith(KEY) else file.get("original") or ""
    return Bundle(key, title, source.code, target.code, units)


def read_unit(element: Element) -> Unit:
    """A unit as it came back: its segments, however the tool has cut them, are one again."""
    data = {
        one.get("id"): "".join(one.itertext())
        for block in element
        if local(block) == "originalData"
        for one in block
    }
    parts = [one for one in element if local(one) in {"segment", "ignorable"}]
    source = XliffReader(data, {})
    for part in parts:
        source.read(child(part, "source"))
    target = XliffReader(data, source.codes)
    # Half a paragraph is no translation of it.
    complete = all(child(part, "target") is not None for part in parts if local(part) == "segment")
    for part in parts if complete else ():
        text = child(part, "target")
        target.read(child(part, "source") if text is None else text)
    marks = ID.fullmatch(element.get("id") or "")
    unit = Unit(
        element.get("name") or "",
        as_html(source.found),
        as_html(target.found),
        source_mark=marks[1] if marks else "",
        target_mark=marks[2] if marks else "",
        broken=source.broken or target.broken,
    )
    lost = tags(unit.source) - tags(unit.target)
    return replace(unit, lost=tuple(sorted(lost)) if unit.target else ())


def child(parent: Element, name: str) -> Element | None:
    return next((one for one in parent if local(one) == name), None)


@dataclass
class CodeTags:
    """The HTML of one code: both tags of a pair, or the only one."""

    start: str
    end: str = ""


class XliffReader:
    """A source or a target on its way back to HTML."""

    def __init__(self, data: dict[str | None, str], known: dict[str | None, CodeTags]) -> None:
        self.data, self.known = data, known
        self.codes: dict[str | None, CodeTags] = {}
        self.found: list[Piece] = []
        self.broken = False
        self.depth = 0

    def read(self, element: Element | None) -> None:
        if element is None:
            return
        self.depth += 1
        if self.depth > DEEPEST + 1:
            raise ValidationError(
                _("The mark-up of the file is nested deeper than any text’s: it was not read.")
            )
        self.add(element.text)
        for one in element:
            self.read_code(one)
            self.add(one.tail)
        self.depth -= 1

    def add(self, text: str | None) -> None:
        if text:
            self.found.append(text)

    def read_code(self, one: Element) -> None:
        name = local(one)
        if name == "pc":
            ends = self.ends(one, "dataRefStart", "dataRefEnd")
            self.tag(OPEN, ends.start)
            self.read(one)
            self.tag(CLOSE, ends.end)
        elif name in {"ph", "sc"}:
            self.tag(STANDING if name == "ph" else OPEN, self.ends(one, "dataRef", "").start)
        elif name == "ec":
            self.tag(CLOSE, self.end_of(one))
        elif name == "cp":
            self.add(character(one.get("hex")))
        elif name == "mrk":
            self.read(one)

    def ends(self, one: Element, start: str, end: str) -> CodeTags:
        """What a code stands for: by its data, else by the code of its number in the source."""
        number = one.get("copyOf") or one.get("id")
        ends = CodeTags(self.data.get(one.get(start), ""), self.data.get(one.get(end), ""))
        if not ends.start:
            ends = self.known.get(number, ends)
        self.codes[one.get("id")] = ends
        return ends

    def end_of(self, one: Element) -> str:
        return self.data.get(one.get("dataRef"), "")

    def tag(self, kind: str, html: str) -> None:
        found = one_tag(html)
        if found is None or (kind == CLOSE) != (found.kind == END):
            self.broken = True
            return
        self.found.append(Code(kind, 0, html))


def character(code: str | None) -> str:
    try:
        return clean_lines(chr(int(code or "", 16)))
    except (ValueError, OverflowError):
        return ""
