"""The form of a text before anybody has typed in it: what was understood, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from articles.models import Event, Organization, Place, ReceivedText, Source, Speaker
from articles.wire.copy import WireCopy

from .choices import NEW, NONE, RecordChoices

type FormValues = dict[str, str]

KEPT = "keep"
SPEAKERS, ORGANIZATIONS, QUOTES = "speakers", "organizations", "quotes"
ON = "on"


def first_form(copy: WireCopy, text: ReceivedText, choices: RecordChoices) -> FormValues:
    """What each field says when the page is opened for the first time."""
    held = copy.event
    published_on = copy.published_on or text.sent_on
    # Who passed a mail on says whose it was: perhaps its source, and asked about all the same.
    source = copy.source_name or ("" if copy.source_url else text.sender)
    typed = {
        "headline": copy.headline or copy.paragraphs[0][:200],
        "standfirst": copy.standfirst,
        "body": "\n\n".join(copy.paragraphs),
        "place": copy.dateline_place or "",
        "place_use": choices.first(Place, copy.dateline_place),
        "published_on": published_on.isoformat() if published_on else "",
        "source": source,
        "source_use": use_of(source, choices, is_said=bool(copy.source_name)),
        "source_url": copy.source_url or "",
        "embargoed_until": moment(copy.embargoed_until),
        "event": held.name if held else "",
        "event_use": choices.first(Event, held.name if held else None),
        "event_starts_on": held.starts_on.isoformat() if held and held.starts_on else "",
        "event_ends_on": held.ends_on.isoformat() if held and held.ends_on else "",
        "event_place": (held.place or "") if held else "",
    }
    people = [
        {
            "name": one.name,
            "position": one.position or "",
            "organization": one.organization or "",
            "use": choices.first(Speaker, one.name),
        }
        for one in copy.speakers
    ]
    bodies = [
        {
            "name": one,
            "use": choices.first(Organization, one),
            **({"organizer": ON} if one in copy.organizers else {}),
        }
        for one in copy.organizations
    ]
    said = [
        {"text": one.text, "kind": one.kind, "speaker": one.speaker or "", "use": KEPT}
        for one in copy.quotes
    ]
    if text.source_id:
        # Of a partner's feed: the source is the partner, whatever its name is like.
        typed["source_use"] = str(text.source_id)
    return typed | rows(SPEAKERS, people) | rows(ORGANIZATIONS, bodies) | rows(QUOTES, said)


def use_of(source: str, choices: RecordChoices, *, is_said: bool) -> str:
    """Which record the source is; who only sent the text becomes none that was not there."""
    first = choices.first(Source, source)
    return first if is_said or first != NEW else NONE


def rows(prefix: str, contents: Iterable[FormValues]) -> FormValues:
    """Rows as Django's formsets are sent."""
    listed = list(contents)
    count = {f"{prefix}-TOTAL_FORMS": str(len(listed)), f"{prefix}-INITIAL_FORMS": "0"}
    return count | {
        f"{prefix}-{at}-{name}": said for at, row in enumerate(listed) for name, said in row.items()
    }


def with_another(typed: FormValues, prefix: str) -> FormValues:
    """The form with one more row, for what was not recognised."""
    name = f"{prefix}-TOTAL_FORMS"
    count = typed.get(name, "")
    return typed | {name: str(int(count) + 1 if count.isdecimal() and len(count) < 4 else 1)}


def moment(at: datetime | None) -> str:
    """A moment as browsers have it in a form, by the newsroom's clock."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M") if at else ""
