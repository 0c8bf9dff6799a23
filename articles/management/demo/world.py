"""The world the demo articles report on: its places, people, bodies and events."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from articles.languages import Language
from articles.models import (
    Affiliation,
    Appearance,
    Event,
    Image,
    Organization,
    Participation,
    Place,
    Record,
    Source,
    Speaker,
    Topic,
)
from articles.search import index
from articles.search.entries import KIND_OF
from articles.text.slugs import slugify_for

from .phrases import count, languages, person_name, phrases, position_of
from .pictures import faces, marks, scenes

PEOPLE = 200
EVENTS = 120
FIRST_DAY = date(2015, 1, 5)
LAST_DAY = date(2026, 6, 30)


@dataclass(frozen=True)
class World:
    places: list[Place]
    sources: list[Source]
    organizations: list[Organization]
    speakers: list[Speaker]
    topics: list[Topic]
    events: list[Event]
    pictures: list[Image]


def slug(text: str, language: Language, number: int | str) -> str:
    """An address nobody else has: the words, then a number."""
    return f"{slugify_for(text, language.script == 'Latn', 90)}-d{number}"


def stored_rows[Model: Record](model: type[Model], rows: list[Model]) -> list[Model]:
    """Write the rows that are not there yet; return all of them, as they are stored."""
    model._base_manager.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    stored = model._base_manager.in_bulk([row.key for row in rows], field_name="key")
    if model in KIND_OF:
        index.update_index(model, [row.pk for row in stored.values()])
    return [stored[row.key] for row in rows]


def known_or[Model: Record](model: type[Model], rows: list[Model]) -> list[Model]:
    """The rows, but the record of the newsroom that is called the same, where there is one."""
    found: list[Model] = []
    for row in rows:
        same = Q()
        for language in languages():
            same |= Q(**{language.field("name"): row.said("name", language)})
        others = model._base_manager.filter(same).exclude(key=row.key)
        found.append(others.order_by("pk").first() or row)
    return found


def names_of_thing(kind: str, texts: dict[Language, str], number: int) -> dict[str, Any]:
    """The name, the address and the key of one of the world's things."""
    values: dict[str, Any] = {"key": f"demo-{kind}-{number}"}
    for language, text in texts.items():
        values[language.field("name")] = text
        values[language.field("slug")] = slug(text, language, number)
    return values


def in_each(kind: str, number: int) -> dict[Language, str]:
    return {language: phrases(language)[kind][number] for language in languages()}


def make_world() -> World:
    """Everything but the articles; what is there already stays as it is."""
    places = [
        Place(
            key=f"demo-place-{n}",
            **{language.field("name"): text for language, text in in_each("places", n).items()},
        )
        for n in range(count("places"))
    ]
    topics = [
        Topic(**names_of_thing("topic", in_each("topics", n), n)) for n in range(count("topics"))
    ]
    sources = [
        Source(**names_of_thing("source", in_each("sources", n), n))
        for n in range(count("sources"))
    ]
    portraits, logos = faces(), marks()
    organizations = [
        Organization(
            **names_of_thing("organization", in_each("organizations", n), n),
            logo=logos[n % len(logos)],
        )
        for n in range(count("organizations"))
    ]
    speakers = [
        Speaker(
            **names_of_thing("speaker", {one: person_name(n, one) for one in languages()}, n),
            # Every third has none, as in a real newsroom.
            portrait=portraits[n % len(portraits)] if n % 3 else None,
        )
        for n in range(PEOPLE)
    ]
    world = World(
        places=stored_rows(Place, known_or(Place, places)),
        sources=stored_rows(Source, sources),
        organizations=stored_rows(Organization, organizations),
        speakers=stored_rows(Speaker, speakers),
        topics=stored_rows(Topic, known_or(Topic, topics)),
        events=[],
        pictures=scenes(),
    )
    world.events.extend(make_events(world))
    make_ties(world)
    return world


def subject(number: int) -> tuple[int, int]:
    """The place and the topic of the nth event."""
    chance = random.Random(f"event-{number}")
    return chance.randrange(count("places")), chance.randrange(count("topics"))


def make_events(world: World) -> list[Event]:
    """One event about every five weeks, each with a plenary session."""
    span = (LAST_DAY - FIRST_DAY).days
    wholes, sessions = [], []
    for n in range(EVENTS):
        place, topic = subject(n)
        starts_on = FIRST_DAY + timedelta(days=span * n // EVENTS)
        names = {
            language: phrases(language)["events"][n % count("events")].format(
                place=phrases(language)["places"][place], topic=phrases(language)["topics"][topic]
            )
            for language in languages()
        }
        names = {one: f"{name}, {starts_on.year}" for one, name in names.items()}
        wholes.append(
            Event(
                **names_of_thing("event", names, n),
                starts_on=starts_on,
                ends_on=starts_on + timedelta(days=n % 3),
                place=world.places[place],
                kind=Event.Kind.CONFERENCE,
            )
        )
        session = {one: phrases(one)["session"].format(name=name) for one, name in names.items()}
        sessions.append(
            Event(
                **names_of_thing("session", session, n),
                starts_on=starts_on,
                place=world.places[place],
                kind=Event.Kind.PLENARY_SESSION,
            )
        )
    for event in (*wholes, *sessions):
        for one in Language.all():
            setattr(event, one.field("visibility"), Event.Visibility.PUBLIC)
    wholes = stored_rows(Event, wholes)
    for session_row, whole in zip(sessions, wholes, strict=True):
        session_row.parent = whole
    stored_rows(Event, sessions)
    return wholes


def make_ties(world: World) -> None:
    """Who works where, who holds what, who speaks at it."""
    bodies = world.organizations
    stored_rows(
        Affiliation,
        [
            Affiliation(
                key=f"demo-affiliation-{n}",
                speaker=speaker,
                organization=bodies[n % len(bodies)],
                since=FIRST_DAY,
                **{one.field("position"): position_of(n, one) for one in languages()},
            )
            for n, speaker in enumerate(world.speakers)
        ],
    )
    stored_rows(
        Participation,
        [
            Participation(
                key=f"demo-participation-{n}-{role}",
                event=event,
                organization=bodies[(n + shift) % len(bodies)],
                role=role,
            )
            for n, event in enumerate(world.events)
            for shift, role in enumerate((Participation.Role.ORGANIZER, Participation.Role.PARTNER))
        ],
    )
    stored_rows(
        Appearance,
        [
            Appearance(
                key=f"demo-appearance-{n}-{shift}",
                event=event,
                speaker=world.speakers[(n * 3 + shift) % PEOPLE],
            )
            for n, event in enumerate(world.events)
            for shift in range(3)
        ],
    )
    # Who works where and who speaks at what is part of their entries.
    for model, rows in (
        (Speaker, world.speakers),
        (Event, [*world.events, *Event.objects.filter(parent__in=world.events)]),
    ):
        index.update_index(model, [row.pk for row in rows])
