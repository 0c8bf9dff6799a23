"""What somebody made of a text in its forms, as the importer takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from articles.models import Event, Organization, Place, Record, Source, Speaker
from articles.text.extraction.events import HeldEvent
from articles.text.extraction.people import Person
from articles.text.extraction.quotations import Quotation
from articles.wire.copy import WireCopy
from articles.wire.reviewed import Review

from .choices import NONE, RecordChoices, bare
from .first_form import KEPT
from .forms import ReviewForms
from .questions import NO_EMBARGO, OWN, OpenQuestion, answer_to

type Cleaned = dict[str, Any]


def review_of(
    copy: WireCopy, forms: ReviewForms, asked: list[OpenQuestion], choices: RecordChoices
) -> Review:
    """The text as it is to be saved; the forms are valid."""
    facts = forms.facts.cleaned_data
    paragraphs = [" ".join(one.split()) for one in facts["body"].splitlines() if one.strip()]
    is_own = answer_to(asked, "source") == OWN
    has_source = not is_own and facts["source_use"] != NONE and bool(facts["source"])
    people = [one.cleaned_data for one in forms.speakers if one.cleaned_data["use"] != NONE]
    bodies = [one.cleaned_data for one in forms.organizations]
    kept_bodies = [one for one in bodies if one["use"] != NONE]
    review = Review(
        replace(
            copy,
            headline=facts["headline"],
            standfirst=facts["standfirst"],
            paragraphs=tuple(paragraphs),
            published_on=facts["published_on"],
            dateline_place=facts["place"] if facts["place_use"] != NONE else None,
            source_name=facts["source"] if has_source else None,
            source_url=facts["source_url"] or None,
            embargoed_until=facts["embargoed_until"] if until_a_moment(asked) else None,
            event=event_of(facts, choices),
            speakers=tuple(persons(people, bodies, choices)),
            organizations=tuple(one["name"] for one in kept_bodies),
            organizers=tuple(one["name"] for one in kept_bodies if one["organizer"]),
            quotes=tuple(quotations(forms, {one["name"] for one in people})),
        ),
        own_reporting=is_own,
        has_source=has_source,
    )
    tie(review, Place, facts["place"], facts["place_use"], choices)
    tie(review, Source, facts["source"], facts["source_use"], choices)
    tie(review, Event, facts["event"], facts["event_use"], choices)
    for one in people:
        tie(review, Speaker, one["name"], one["use"], choices)
    for one in kept_bodies:
        tie(review, Organization, bare(one["name"]), one["use"], choices)
    return review


def tie(review: Review, model: type[Record], name: str, use: str, choices: RecordChoices) -> None:
    if name and use != NONE:
        review.tie(model, name, choices.chosen(model, use))


def until_a_moment(asked: list[OpenQuestion]) -> bool:
    """Whether the field of the embargo counts: it does, unless somebody says there is none."""
    return bool(answer_to(asked, "embargo") != NO_EMBARGO)


def event_of(facts: Cleaned, choices: RecordChoices) -> HeldEvent | None:
    if facts["event_use"] == NONE or not facts["event"]:
        return None
    place = facts["event_place"] or None
    if place and not choices.may_make(Place) and not choices.known[Place].called(place):
        place = None
    starts, ends = facts["event_starts_on"], facts["event_ends_on"]
    return HeldEvent(facts["event"], starts or ends, ends if starts else None, place)


def persons(people: list[Cleaned], bodies: list[Cleaned], choices: RecordChoices) -> list[Person]:
    """Those who speak or are named; of a body that was left out nobody is a member."""
    left_out = {bare(one["name"]) for one in bodies if one["use"] == NONE}
    found = []
    for one in people:
        body = one["organization"] or None
        known = body and choices.known[Organization].called(bare(body))
        may = known or choices.may_make(Organization)
        body = body if body and may and bare(body) not in left_out else None
        found.append(Person(one["name"], one["position"] or None, body, 0))
    return found


def quotations(forms: ReviewForms, names: set[str]) -> list[Quotation]:
    """The quotations that are kept, of somebody who is."""
    rows = [one.cleaned_data for one in forms.quotes]
    return [
        Quotation(one["text"], one["speaker"] if one["speaker"] in names else None, one["kind"])
        for one in rows
        if one["use"] == KEPT and one["text"]
    ]
