"""Everybody whom the paragraphs of a text introduce."""

from __future__ import annotations

from .arabic_namings import speaking_surnames
from .arabic_people import arabic_people
from .french_people import french_people
from .people import Person
from .words import ARABIC


def introductions(paragraphs: list[str], language: str) -> list[list[Person]]:
    """Whom each paragraph introduces; a name may be known by what another says."""
    if language != ARABIC:
        return [french_people(one) for one in paragraphs]
    speaking = frozenset(name for one in paragraphs for name in speaking_surnames(one))
    return [arabic_people(one, speaking) for one in paragraphs]
