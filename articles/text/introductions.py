"""Everybody whom the paragraphs of a text introduce."""

from __future__ import annotations

from .arabic_people import arabic_people
from .french_people import french_people
from .people import Person
from .words import ARABIC


def introductions(paragraph: str, language: str) -> list[Person]:
    return arabic_people(paragraph) if language == ARABIC else french_people(paragraph)
