"""What is found of everything: by any name in either script, each with what tells it apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import CharField, F, Prefetch, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst

from articles.languages import Language
from articles.models import (
    Affiliation,
    Article,
    Event,
    MediaKit,
    Organization,
    PressContact,
    Record,
    Source,
    Speaker,
    Status,
    Topic,
    User,
)
from articles.models.permissions import permission_to
from articles.search.contacts import contacts_called
from articles.search.desk_search import anything_at_desk
from articles.search.entries import KIND_OF
from articles.text.folding import letters

from ..article_list import short_moment
from ..listing.filter_choices import name_columns, record_named
from ..requests import person
from .desk_pages import PAGES, desk_pages, grouped, pages_called

FEW, MANY = 6, 20
"""Of each kind, in the dialog and on the page."""
LONGEST = 200
FEW_PAGES = 8


@dataclass(frozen=True)
class FoundLine:
    """One thing that was found."""

    title: str
    url: str
    language: Language | None = None
    also: str = ""
    """What it is called in another language."""
    also_language: Language | None = None
    about: tuple[str, ...] = ()
    """What tells it apart from others of its name."""
    states: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Group:
    name: Promise | str
    lines: list[FoundLine]
    all_url: str = ""
    """The list where there is more."""


# What tells a record apart, kind by kind.


def of_article(article: Any) -> tuple[str, ...]:
    if article.is_abridged:
        return (str(article.byline_in()),) if article.byline_in() else ()
    return tuple(f"{one}" for one in (article.created_by, article.event) if one)


def of_event(event: Any) -> tuple[str, ...]:
    day = Language.active().date(event.starts_on) if event.starts_on else ""
    return tuple(f"{one}" for one in (day, event.place, event.parent) if one)


def of_speaker(speaker: Any) -> tuple[str, ...]:
    found: list[str] = []
    for one in speaker.affiliations.all()[:2]:
        parts = (one.said_anyhow("position"), f"{one.organization or ''}")
        found.append(Language.active().comma.join(part for part in parts if part))
    return tuple(one for one in found if one)


def of_organization(body: Any) -> tuple[str, ...]:
    said = (body.said_anyhow("acronym"), body.get_kind_display(), body.parent or "")
    return tuple(f"{one}" for one in said if one)


def of_source(source: Any) -> tuple[str, ...]:
    return (str(source.get_kind_display()),) if hasattr(source, "get_kind_display") else ()


def of_topic(topic: Any) -> tuple[str, ...]:
    return ()


def of_contact(contact: Any) -> tuple[str, ...]:
    return tuple(one for one in (contact.said_anyhow("role"), contact.telephone) if one)


def of_kit(kit: Any) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class FoundKind:
    """A kind of record: its table, what is read with it, and what tells one apart."""

    model: type[Record]
    about: Callable[[Any], tuple[str, ...]]
    related: tuple[str, ...] = ()

    @property
    def is_named_alone(self) -> bool:
        return self.model in NAMED_ALONE


KINDS = (
    FoundKind(Article, of_article, ("created_by", "event")),
    FoundKind(Event, of_event, ("place", "parent")),
    FoundKind(Speaker, of_speaker),
    FoundKind(Organization, of_organization, ("parent",)),
    FoundKind(Source, of_source),
    FoundKind(Topic, of_topic),
    FoundKind(MediaKit, of_kit),
)
"""In the order in which they are shown."""
CONTACT = FoundKind(PressContact, of_contact)
"""It has no page of its own, and no entry in the index."""


NAMED_ALONE = (Source, Topic, MediaKit)
"""Of these a name is all that is shown: they are asked for together."""


def kind_column(model: type[Record]) -> Any:
    """What tells sources apart; nothing, of what has no kinds."""
    has_kinds = any(column.name == "kind" for column in model._meta.concrete_fields)
    return F("kind") if has_kinds else Value("", CharField())


def rows_named(keys: dict[type[Record], list[int]]) -> dict[type[Record], list[Any]]:
    """The records of these keys, by their kind and in their order, each with its names alone."""
    asked = [
        # Past the managers, which rewrite every query for the active language.
        QuerySet(model)
        .filter(pk__in=some)
        .order_by()
        .annotate(kind_of=Value(KIND_OF[model], CharField()), sort=kind_column(model))
        .values_list("kind_of", "pk", "key", "sort", *name_columns())
        for model, some in keys.items()
        if some
    ]
    models = {KIND_OF[model]: model for model in keys}
    found: dict[tuple[str, int], Any] = {}
    if asked:
        for kind, pk, key, sort, *names in asked[0].union(*asked[1:], all=True).order_by():
            also = {"kind": sort} if sort else {}
            found[kind, pk] = record_named(models[kind], pk, key, names, **also)
    return {
        model: [found[KIND_OF[model], pk] for pk in some if (KIND_OF[model], pk) in found]
        for model, some in keys.items()
    }


def rows_of(kind: FoundKind, keys: list[int], user: User) -> list[Any]:
    """The records of these keys, in their order; of articles, what this person finds."""
    rows: Any = kind.model._default_manager
    if kind.model is Article:
        rows = rows.for_desk(user)
    rows = rows.select_related(*kind.related) if kind.related else rows.all()
    if kind.model is Speaker:
        current = Affiliation.objects.select_related("organization")
        rows = rows.prefetch_related(Prefetch("affiliations", current))
    by_key = rows.in_bulk(keys)
    return [by_key[key] for key in keys if key in by_key]


def line_of(kind: FoundKind, row: Any) -> FoundLine:
    title_in = row.language_of(row.title_field)
    other = next(
        (
            one
            for one in Language.active().then_others
            if one != title_in and row.said(row.title_field, one)
        ),
        None,
    )
    opts = kind.model._meta
    return FoundLine(
        title=row.said(row.title_field, title_in) if title_in else f"{row}",
        url=reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk]),
        language=title_in,
        also=row.said(row.title_field, other) if other else "",
        also_language=other,
        about=kind.about(row),
        states=tuple(states_of(row)) if kind.model is Article else (),
    )


def states_of(article: Any) -> Iterator[tuple[Any, Any]]:
    """The state of each language that has a text; of a colleague's, of those that are live."""
    for language in Language.active().then_others:
        if not article.said("headline", language):
            continue
        if article.is_abridged and not article.is_live(language):
            continue
        state = article.state_in(language)
        moment = state.moment or (
            article.appears_at(language)
            if article.status_in(language) == Status.PUBLISHED
            else None
        )
        yield state, short_moment(moment)


def search_everything(
    request: HttpRequest, site: admin.AdminSite, typed: str, most: int = MANY
) -> list[Group]:
    """What is found of everything that this person may see; nothing typed: pages of the desk."""
    user, typed = person(request), " ".join(typed[: LONGEST * 2].split())[:LONGEST]
    pages = pages_called(desk_pages(request, site), typed)[: FEW_PAGES if typed else None]
    if not typed:
        return [
            Group(name, [FoundLine(one.title, one.url) for one in own])
            for name, own in grouped(pages)
        ]
    shown = [Group(PAGES, [FoundLine(one.title, one.url) for one in pages])]
    open_to = [one for one in KINDS if user.has_perm(permission_to("view", one.model))]
    keys = anything_at_desk(typed, [KIND_OF[one.model] for one in open_to], user)
    alone = {one.model: keys[KIND_OF[one.model]][:most] for one in open_to if one.is_named_alone}
    named = rows_named(alone)
    for kind in open_to:
        mine = keys[KIND_OF[kind.model]]
        rows = named[kind.model] if kind.is_named_alone else rows_of(kind, mine[:most], user)
        lines = [line_of(kind, row) for row in rows] if mine else []
        opts = kind.model._meta
        listed = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        shown.append(
            Group(
                capfirst(str(opts.verbose_name_plural)), lines, listed if len(mine) > most else ""
            )
        )
    if user.has_perm(permission_to("view", PressContact)):
        contacts = contacts_called(typed, PressContact.objects.all())
        lines = [line_of(CONTACT, one) for one in contacts]
        shown.append(Group(capfirst(str(PressContact._meta.verbose_name_plural)), lines))
    return exact_first([one for one in shown if one.lines], typed)


def exact_first(groups: list[Group], typed: str) -> list[Group]:
    """What is called just as was typed comes first, whatever it is."""

    def is_other(line: FoundLine) -> bool:
        return letters(typed) not in {letters(line.title), letters(line.also)}

    for group in groups:
        group.lines.sort(key=is_other)
    return sorted(groups, key=lambda group: is_other(group.lines[0]))
