"""JSON: ninjs in its versions 1 to 3, lists of it as Superdesk's content API has, JSON Feed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from ..fetch import WireError
from ..sender_facts import HELD, MOST, SenderFacts, embargoed
from .items import ArrivedItem, json_text, moment, text_of

TAKEN_BACK = {"canceled", "cancelled"}
WITHHELD = "withheld"
CORRECTION = re.compile(r"correct|erratum|rectifi|تصحيح|تصويب|استدراك", re.IGNORECASE)
JSON_FEED = "https://jsonfeed.org/version/"


def read(data: bytes) -> Iterator[Callable[[], ArrivedItem]]:
    """The items of a document, each to be made by itself.

    Raises:
        WireError: it is none that is known.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise WireError(_("It is no feed that is known here.")) from error
    if isinstance(found, dict) and json_text(found.get("version")).startswith(JSON_FEED):
        language = json_text(found.get("language"))
        items = found.get("items")
        return (partial(of_json_feed, one, language) for one in require_list(items))
    if isinstance(found, dict):
        items = found.get("_items", [found] if "uri" in found or "guid" in found else None)
    else:
        items = found
    return (partial(of_ninjs, one) for one in require_list(items))


def require_list(items: Any) -> list[Any]:
    if not isinstance(items, list):
        raise WireError(_("It is no feed that is known here."))
    return items


def of_ninjs(one: Any) -> ArrivedItem:
    """One item of ninjs.

    Raises:
        WireError: it is none, or has no text.
    """
    if not isinstance(one, dict) or one.get("type") not in {None, "text", "composite"}:
        raise WireError(_("It is no text."))
    title = json_text(one.get("headline")) or first_value(one.get("headlines"))
    is_canceled = status_of(one) in TAKEN_BACK
    html = json_text(one.get("body_html") or one.get("body_xhtml")) or body_of(one)
    html = (
        html
        or escape(json_text(one.get("description_text")))
        or json_text(one.get("description_html"))
    )
    item_id = (
        json_text(one.get("evolvedfrom")) or json_text(one.get("uri")) or json_text(one.get("guid"))
    )
    text, warnings = ("", list[str]()) if is_canceled else text_of(title, html)
    versions = ("versioncreated", "versionCreated", "firstcreated", "firstCreated")
    return ArrivedItem(
        text,
        json.dumps(one, ensure_ascii=False, indent=1).encode(errors="replace"),
        "item.json",
        "application/json",
        item_id=item_id or json_text(one.get("_id")),
        title=title,
        address=web_address(one),
        published_at=next((at for name in versions if (at := moment(one.get(name)))), None),
        said_language=json_text(one.get("language")),
        warnings=warnings,
        is_canceled=is_canceled,
        facts=facts_of(one),
    )


def status_of(one: dict[str, Any]) -> str:
    return json_text(one.get("pubstatus") or one.get("pubStatus")).lower().rpartition(":")[2]


def facts_of(one: dict[str, Any]) -> SenderFacts:
    """What is said of an item, and not in it; the names are those of all versions."""
    held: dict[str, Any] = {}
    until = one.get("embargoed") or one.get("embargoeduntil") or one.get("embargoedUntil")
    if status_of(one) == WITHHELD:
        held = {"embargo": HELD}
    elif until:
        held = embargoed(until if isinstance(until, str) else "")
    note = first_fact(one, "ednote", "edNote", "editorialnote")
    return SenderFacts(
        **held,
        version=first_fact(one, "version", "revision")[:20],
        terms=first_fact(one, "usageterms", "usageTerms"),
        slug=first_fact(one, "slugline", "slug"),
        urgency=first_fact(one, "urgency")[:20],
        note=note,
        corrects=bool(CORRECTION.search(note)),
    )


def first_fact(one: dict[str, Any], *names: str) -> str:
    """The first of some facts that is there: a text, or a number."""
    for name in names:
        found = one.get(name)
        if isinstance(found, str | int) and not isinstance(found, bool) and f"{found}".strip():
            return " ".join(f"{found}".split())[:MOST]
    return ""


def first_value(values: Any) -> str:
    """The main one of some texts with roles, which version 2 and 3 have."""
    rows = [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []
    rows.sort(key=lambda one: json_text(one.get("role")) not in {"", "main"})
    return next((json_text(one.get("value")) for one in rows if json_text(one.get("value"))), "")


def body_of(one: dict[str, Any]) -> str:
    """The body of version 2 and 3; one of plain text as HTML, whose paragraphs are kept."""
    bodies = one.get("bodies")
    rows = [row for row in bodies if isinstance(row, dict)] if isinstance(bodies, list) else []
    html = [
        row for row in rows if "html" in json_text(row.get("contentType") or row.get("contenttype"))
    ]
    if html:
        return first_value(html)
    return as_html(first_value(rows) or json_text(one.get("body_text")))


def as_html(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def web_address(one: dict[str, Any]) -> str:
    found = (json_text(one.get(name)) for name in ("url", "uri", "guid"))
    return next((at for at in found if at.startswith(("http://", "https://"))), "")


def of_json_feed(one: Any, language: str) -> ArrivedItem:
    """One item of a JSON Feed.

    Raises:
        WireError: it is none, or has no text.
    """
    if not isinstance(one, dict):
        raise WireError(_("It is no text."))
    title = json_text(one.get("title"))
    html = json_text(one.get("content_html")) or as_html(json_text(one.get("content_text")))
    text, warnings = text_of(title, html or escape(json_text(one.get("summary"))))
    item_id = one.get("id")
    embargo = one.get("_embargo") or one.get("_embargoed")
    return ArrivedItem(
        text,
        json.dumps(one, ensure_ascii=False, indent=1).encode(errors="replace"),
        "item.json",
        "application/json",
        item_id=json_text(item_id) or (str(item_id) if isinstance(item_id, int) else ""),
        title=title,
        address=web_address({"url": one.get("url")}),
        published_at=moment(one.get("date_published")) or moment(one.get("date_modified")),
        said_language=json_text(one.get("language")) or language,
        warnings=warnings,
        facts=SenderFacts(**embargoed(embargo)) if json_text(embargo) else SenderFacts(),
        appears_at=moment(one.get("date_published")),
    )
