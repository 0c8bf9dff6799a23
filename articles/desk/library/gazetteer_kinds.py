"""Of which kind a pasted name seems to be, by the records there are and by its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import GazetteerEntry, Organization, Place, Speaker
from articles.models.gazetteer import key_of
from articles.text.agencies import agency_named
from articles.text.analysis.names import fold
from articles.text.extraction import given_names, latin_given_names
from articles.text.extraction.arabic_body_words import HEADS
from articles.text.extraction.given_names import plain
from articles.text.extraction.people import ARABIC_ORGANIZATION_NOUNS, ORGANIZATION_NOUNS
from articles.text.vocabulary import ARABIC_EVENTS, FRENCH_EVENTS

Kind = GazetteerEntry.Kind
PERSON = "person"
"""No kind of the gazetteer: a person is a record."""
OF_BODIES = frozenset(fold(one) for one in (*ORGANIZATION_NOUNS, *ARABIC_ORGANIZATION_NOUNS))
OF_EVENTS = frozenset(fold(one) for one in (*FRENCH_EVENTS, *ARABIC_EVENTS))
OF_AGENCIES = frozenset(fold(one) for one in ("presse", "news", "الأنباء", "للأنباء", "أنباء"))
RECORDS: tuple[tuple[Any, str, Promise | str], ...] = (
    (Speaker, PERSON, _("There is a record of this person already: texts are read with it.")),
    (
        Organization,
        Kind.INSTITUTION,
        _("There is a record of this organization already: texts are read with it."),
    ),
    (
        Place,
        Kind.PLACE,
        _("There is a record of this place already: texts are read with it once it is added."),
    ),
)
READ_ALREADY = {PERSON, Kind.INSTITUTION}
"""Of what there is a record of, what an entry would add nothing to; a place is learned by one."""
A_PERSON = _("It looks like a person, who is a record: the gazetteer has first names alone.")


@dataclass(frozen=True)
class Guess:
    kind: str
    notice: str = ""
    """What is to be said of the name before it is added."""

    @property
    def is_wanted(self) -> bool:
        """Whether it is added unless somebody says otherwise."""
        return not (self.notice and self.kind in READ_ALREADY)


def known_records() -> dict[str, Guess]:
    """What the library has, by its names as they are compared: three queries."""
    columns = [language.field("name") for language in Language.all()]
    found: dict[str, Guess] = {}
    for model, kind, said in RECORDS:
        for row in model._base_manager.values_list(*columns):
            for name in filter(None, row):
                found.setdefault(key_of(name), Guess(kind, str(said)))
    return found


def guess(names: Mapping[str, str], records: Mapping[str, Guess]) -> Guess:
    """Of which kind a line is, by the names that it has."""
    said = [name for column, name in names.items() if column.startswith("name_")]
    known = [records[key] for key in map(key_of, said) if key in records]
    if known:
        return known[0]
    words = [fold(word) for name in said for word in name.split()]
    if any(agency_named(name) for name in said) or not OF_AGENCIES.isdisjoint(words):
        return Guess(Kind.AGENCY)
    if names.get("acronym") or has_noun_of_bodies(said):
        return Guess(Kind.INSTITUTION)
    if said and all(fold(name) in OF_EVENTS for name in said):
        return Guess(Kind.EVENT)
    if any(begins_as_a_person(name) for name in said):
        longest = max(len(name.split()) for name in said)
        return Guess(Kind.GIVEN_NAME) if longest == 1 else Guess(PERSON, str(A_PERSON))
    # One name without a noun: a place, unless somebody says what else.
    is_short = bool(said) and max(len(name.split()) for name in said) == 1
    return Guess(Kind.PLACE if is_short else Kind.INSTITUTION)


def has_noun_of_bodies(names: Iterable[str]) -> bool:
    first = [word for name in names for word in name.split()[:1]]
    return any(
        fold(word) in OF_BODIES or plain(word) in HEADS or plain(word).removeprefix("ال") in HEADS
        for word in first
    )


def begins_as_a_person(name: str) -> bool:
    words = name.split()
    is_arabic = bool(words) and given_names.is_given_name(words[0])
    return is_arabic or latin_given_names.begins_as_a_name(name)
