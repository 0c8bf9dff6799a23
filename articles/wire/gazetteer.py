"""The names that a newsroom reads wire copy with: its gazetteer, and the bodies of its records."""

from __future__ import annotations

from collections.abc import Iterator

from articles.languages import Language
from articles.models import GazetteerEntry, Organization
from articles.text import gazetteer
from articles.text.gazetteer import Gazetteer, GazetteerName, without_repetitions

SHORTEST_ACRONYM = 3
"""Letters by which a body of the records is known; fewer stand for too many things."""


def newsroom_gazetteer() -> Gazetteer:
    """All names, read once for however many texts: two queries."""
    return Gazetteer(without_repetitions([*entries(), *organizations()]))


def entries() -> Iterator[GazetteerName]:
    columns = ["acronym", *names_in_each_language()]
    for kind, *names in GazetteerEntry.objects.order_by("pk").values_list("kind", *columns):
        said = [name for name in names if name]
        for name in said:
            yield GazetteerName(kind, name, said[0])


def organizations() -> Iterator[GazetteerName]:
    """Those with a name of several words, or an acronym: others are words of any text."""
    columns = [*names_in_each_language(), *(one.field("acronym") for one in Language.all())]
    for row in Organization._base_manager.order_by("pk").values_list(*columns):
        for name in row:
            if name and (len(name.split()) > 1 or is_acronym(name)):
                yield GazetteerName(gazetteer.INSTITUTION, name, is_record=True)


def is_acronym(name: str) -> bool:
    return len(name) >= SHORTEST_ACRONYM and name.isalpha() and name.isupper()


def names_in_each_language() -> list[str]:
    return [language.field("name") for language in Language.all()]
