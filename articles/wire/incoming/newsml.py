"""NewsML-G2: the news items of a message, or one by itself, read without any entity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import Any
from xml.etree.ElementTree import Element, tostring

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..fetch import WireError
from ..files import XML, document, local
from ..sender_facts import HELD, MOST, SenderFacts, embargoed
from .items import ArrivedItem, moment, text_of

TAKEN_BACK = {"canceled", "cancelled"}
WITHHELD = "withheld"
CORRECTING = {"correction", "correct"}
"""Signals by which a version puts an earlier one right."""
NOT_WORDS = {"head", "script", "style", "media", "table-caption"}
END = "\x1e"
LINES = {"p", "hl1", "hl2", "h1", "h2", "h3", "h4", "li", "br", "lede", "blockquote", "block"}


def read(data: bytes) -> Iterator[Callable[[], ArrivedItem]]:
    """The items, each to be made by itself.

    Raises:
        WireError: it is not well formed, or has entities.
    """
    try:
        root = document(data)
    except ValidationError as error:
        raise WireError(" ".join(error.messages)) from error
    found = [root] if local(root) == "newsItem" else all_in(root, "newsItem")
    return (partial(item, one) for one in found)


def all_in(root: Element, *names: str) -> list[Element]:
    return [one for one in root.iter() if local(one) in names]


def said_in(root: Element, *names: str) -> str:
    """The words of the first element of this name, the names in order."""
    for name in names:
        for one in all_in(root, name):
            if words := " ".join("".join(one.itertext()).split()):
                return words
    return ""


def item(root: Element) -> ArrivedItem:
    """One news item.

    Raises:
        WireError: there is no text in it.
    """
    is_canceled, is_withheld = status_of(root) in TAKEN_BACK, status_of(root) == WITHHELD
    title = said_in(root, "headline", "itemTitle", "title")
    contents = [
        one
        for held in all_in(root, "contentSet")
        for one in all_in(held, "inlineXML", "inlineData")
    ]
    html = "".join(map(as_html, contents))
    if not html and not is_canceled and not is_withheld:
        raise WireError(_("It is no text."))
    text, warnings = ("", list[str]()) if is_canceled else text_of(escape(title), html)
    links = [one.get("href", "") for one in all_in(root, "link", "altId")]
    spoken = next(
        (one.get(f"{XML}lang", "") for one in [*contents, root] if one.get(f"{XML}lang")), ""
    )
    return ArrivedItem(
        text,
        tostring(root, encoding="utf-8", xml_declaration=True),
        "item.xml",
        "application/xml",
        item_id=root.get("guid", ""),
        title=title,
        address=next((one for one in links if one.startswith(("http://", "https://"))), ""),
        published_at=moment(said_in(root, "versionCreated", "contentModified", "contentCreated")),
        said_language=next(filter(None, [*spoken, language_said(root)]), ""),
        warnings=warnings,
        is_canceled=is_canceled,
        facts=facts_of(root),
    )


def status_of(root: Element) -> str:
    return code_of(next(iter(all_in(root, "pubStatus")), None))


def code_of(element: Element | None) -> str:
    """The word of a code: ``stat:canceled``, ``http://…/canceled`` are ``canceled``."""
    code = "" if element is None else element.get("qcode") or element.get("uri") or ""
    return re.split(r"[:/]", code)[-1].lower()


def facts_of(root: Element) -> SenderFacts:
    """What is said of the item, and not in it."""
    signals = {code_of(one) for one in all_in(root, "signal")}
    embargo = next(iter(all_in(root, "embargoed")), None)
    held: dict[str, Any] = {}
    if status_of(root) == WITHHELD:
        held = {"embargo": HELD}
    elif embargo is not None:
        # An empty one is an embargo until further notice.
        held = embargoed(embargo.text or "")
    return SenderFacts(
        **held,
        version=root.get("version", "").strip()[:20],
        terms=said_in(root, "usageTerms")[:MOST],
        slug=said_in(root, "slugline")[:MOST],
        urgency=said_in(root, "urgency")[:20],
        note=said_in(root, "edNote")[:MOST],
        corrects=bool(signals & CORRECTING),
    )


def language_said(root: Element) -> str:
    return next((one.get("tag", "") for one in all_in(root, "language") if one.get("tag")), "")


def as_html(content: Element) -> str:
    """The paragraphs of XHTML or NITF, whichever namespace they are in; or of plain text."""
    if len(content) == 0:
        lines = (content.text or "").splitlines()
    else:
        lines = "".join(words(content)).split(END)
    told = (" ".join(one.split()) for one in lines)
    return "".join(f"<p>{escape(one)}</p>" for one in told if one)


def words(element: Element) -> Iterator[str]:
    """What is written in an element, with a sign where a line ends."""
    name = local(element)
    if name in NOT_WORDS:
        return
    yield END if name in LINES else ""
    yield element.text or ""
    for child in element:
        yield from words(child)
        yield child.tail or ""
    yield END if name in LINES else ""
