"""Rich text in blocks of runs: what the paper's template sets, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.text.richtext.tokens import END, INLINE, START, tokens

type Block = dict[str, Any]
type Run = dict[str, Any]

DEEPEST = 24
"""Elements inside each other; what is deeper stands in the last of them. Typst bears 30."""
LONGEST_LINK = 4_000
"""Signs of an address that leads somewhere from paper: Typst bears less than 8,000."""
MOST_COLUMNS = 12
"""Of a table on a sheet; the rows of a wider one stand below each other."""
MARKS = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "s": "struck",
    "strike": "struck",
    "del": "struck",
    "sub": "lowered",
    "sup": "raised",
}
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
MOST_ACROSS = 50
"""Columns, or rows, that a cell may reach over."""


@dataclass
class Element:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    @property
    def elements(self) -> Iterator[Element]:
        return (one for one in self.inside if isinstance(one, Element))


def read(rich_text: str) -> Element:
    """The elements of a text, which was sanitised when it was saved."""
    root = Element("")
    open_ones = [root]
    for token in tokens(rich_text):
        if token.kind == START:
            element = Element(token.name, token.attributes)
            open_ones[-1].inside.append(element)
            if not token.is_void and len(open_ones) < DEEPEST:
                open_ones.append(element)
        elif token.kind == END:
            names = [one.name for one in open_ones]
            if token.name in names[1:]:
                last = len(names) - 1 - names[::-1].index(token.name)
                del open_ones[last:]
        elif token.seen:
            open_ones[-1].inside.append(token.seen)
    return root


class Setter:
    """Makes blocks of elements; each text goes through ``say`` on its way."""

    def __init__(self, say: Callable[[str], str], absolute: Callable[[str], str]) -> None:
        self.say, self.absolute = say, absolute
        self.level = 1

    def blocks(self, rich_text: str) -> list[Block]:
        return self.flow(read(rich_text).inside)

    def line(self, rich_text: str) -> list[Run]:
        """A text of one line, whatever elements it has."""
        return list(self.runs(read(rich_text).inside, {}))

    def flow(self, inside: Iterable[Element | str]) -> list[Block]:
        """The blocks of what stands in an element; words between them are a paragraph."""
        found, loose = list[Block](), list[Element | str]()
        for one in [*inside, Element("p")]:
            if isinstance(one, str) or one.name in INLINE or one.name == "br":
                loose.append(one)
                continue
            found += paragraph(self.runs(loose, {}))
            loose = []
            found += self.block(one)
        return found

    def block(self, element: Element) -> list[Block]:
        made = {
            "p": lambda one: paragraph(self.runs(one.inside, {})),
            "ul": self.list_of,
            "ol": self.list_of,
            "blockquote": self.quotation,
            "table": lambda one: table(self.rows(one)),
            "hr": lambda _one: [{"kind": "rule"}],
            "div": self.box,
            **dict.fromkeys(HEADINGS, self.heading),
        }.get(element.name)
        return made(element) if made else self.flow(element.inside)

    def quotation(self, element: Element) -> list[Block]:
        inside = self.flow(element.inside)
        return [{"kind": "quotation", "blocks": inside, "who": ""}] if inside else []

    def box(self, element: Element) -> list[Block]:
        inside = self.flow(element.inside)
        is_box = element.attributes.get("class") == "box" and inside
        return [{"kind": "box", "blocks": inside}] if is_box else inside

    def heading(self, element: Element) -> list[Block]:
        """A heading, no deeper than one below the last: a document has no level left out."""
        runs = list(self.runs(element.inside, {}))
        if not paragraph(runs):
            return []
        self.level = min(HEADINGS[element.name], self.level + 1)
        return [{"kind": "heading", "level": self.level, "runs": runs}]

    def list_of(self, element: Element) -> list[Block]:
        items = [self.flow(one.inside) for one in element.elements if one.name == "li"]
        items = [one for one in items if one]
        start = element.attributes.get("start", "")
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
        is_ordered = element.name == "ol"
        made = {"kind": "list", "ordered": is_ordered, "start": first, "items": items}
        return [made] if items else []

    def rows(self, element: Element) -> list[list[Block]]:
        found = list[list[Block]]()
        for one in element.elements:
            if one.name == "tr":
                cells = [cell for cell in one.elements if cell.name in {"td", "th"}]
                found.append([self.cell(cell) for cell in cells])
            elif one.name in {"thead", "tbody", "tfoot"}:
                found += self.rows(one)
        return [row for row in found if row]

    def cell(self, element: Element) -> Block:
        return {
            "width": across(element.attributes.get("colspan")),
            "height": across(element.attributes.get("rowspan")),
            "heads": element.name == "th",
            "blocks": self.flow(element.inside),
        }

    def runs(self, inside: Iterable[Element | str], marks: Run) -> Iterator[Run]:
        for one in inside:
            if isinstance(one, str):
                yield {"text": self.say(one), **marks}
            elif one.name == "br":
                yield {"break": True}
            else:
                yield from self.runs(one.inside, marks | self.marks_of(one))

    def marks_of(self, element: Element) -> Run:
        if element.name in MARKS:
            return {MARKS[element.name]: True}
        address = element.attributes.get("href", "") if element.name == "a" else ""
        # A place in the same page is none on paper.
        return linked(self.absolute(address)) if address and address[0] != "#" else {}


def linked(address: str) -> Run:
    """What makes a link of a run; nothing where the address is longer than any that leads."""
    return {"link": address} if address and len(address.encode()) <= LONGEST_LINK else {}


def paragraph(runs: Iterable[Run]) -> list[Block]:
    """A paragraph of these runs; none where there is nothing to read."""
    found = list(runs)
    is_read = any(one.get("text", "").strip() for one in found)
    return [{"kind": "paragraph", "runs": found}] if is_read else []


def across(said: str | None) -> int:
    number = int(said) if said and said.isascii() and said.isdigit() and len(said) < 5 else 1
    return min(max(number, 1), MOST_ACROSS)


def table(rows: list[list[Block]]) -> list[Block]:
    """A table in which every place of its grid is filled once."""
    if not rows:
        return []
    heads = 0
    while heads < len(rows) and all(cell["heads"] for cell in rows[heads]):
        heads += 1
    heads = heads if heads < len(rows) else 0
    filled = set[tuple[int, int]]()
    for y, row in enumerate(rows):
        end = heads if y < heads else len(rows)
        x = 0
        for cell in row:
            while (x, y) in filled:
                x += 1
            cell["column"] = x
            cell["height"] = min(cell["height"], end - y)
            while cell["width"] > 1 and any((x + n, y) in filled for n in range(cell["width"])):
                cell["width"] -= 1
            filled |= {
                (x + across, y + down)
                for across in range(cell["width"])
                for down in range(cell["height"])
            }
            x += cell["width"]
    width = 1 + max(x for x, _y in filled)
    for y, row in enumerate(rows):
        lacking = [x for x in range(width) if (x, y) not in filled]
        row += [
            {"width": 1, "height": 1, "heads": False, "blocks": [], "column": x} for x in lacking
        ]
    if width > MOST_COLUMNS:
        return rows_as_list(rows, heads)
    return [{"kind": "table", "width": width, "heads": heads, "rows": rows}]


def rows_as_list(rows: list[list[Block]], heads: int) -> list[Block]:
    """A table that is wider than a sheet: an item for each row, its cells after their names."""
    names = dict[int, list[Run]]()
    for row in rows[:heads]:
        for cell in row:
            for column in range(cell["column"], cell["column"] + cell["width"]):
                names[column] = [run | {"strong": True} for run in words_in(cell["blocks"])]
    items = list[list[Block]]()
    for row in rows[heads:]:
        item = list[Block]()
        for cell in row:
            name = names.get(cell["column"], [])
            item += after_name(name, cell["blocks"]) if cell["blocks"] else []
        items += [item] if item else []
    return [{"kind": "list", "ordered": False, "start": 1, "items": items}] if items else []


def after_name(name: list[Run], blocks: list[Block]) -> list[Block]:
    first, *others = blocks
    if not name:
        return blocks
    if first["kind"] != "paragraph":
        return [{"kind": "paragraph", "runs": name}, *blocks]
    return [first | {"runs": [*name, {"text": " – "}, *first["runs"]]}, *others]


def words_in(blocks: list[Block]) -> list[Run]:
    """The words of the paragraphs of a cell, in one line."""
    return [run for one in blocks for run in one.get("runs", []) if "text" in run]
