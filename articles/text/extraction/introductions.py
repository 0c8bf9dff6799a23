"""Everybody whom the paragraphs of a text introduce."""

from __future__ import annotations

import re

from ..vocabulary import ARABIC
from .arabic_namings import speaking_surnames
from .arabic_people import arabic_people
from .french_people import french_people
from .given_names import is_given_name
from .latin_given_names import begins_as_a_name
from .people import Person


def introductions(paragraphs: list[str], language: str) -> list[list[Person]]:
    """Whom each paragraph introduces; a name may be known by what another says."""
    if language == ARABIC:
        speaking = frozenset(name for one in paragraphs for name in speaking_surnames(one))
        found = [arabic_people(one, speaking) for one in paragraphs]
    else:
        found = [french_people(one) for one in paragraphs]
    text = "\n".join(paragraphs)
    names = {one.name for people in found for one in people if not one.position}
    parts = {name for name in names if is_part_of_a_name(name, text)}
    return [[one for one in people if one.name not in parts] for people in found]


def is_part_of_a_name(name: str, text: str) -> bool:
    """« قال خليل ناصيف », where the text has « يوسف خليل ناصيف »: a surname of two words."""
    before = set(re.findall(rf"(\w+)[ \u00a0-]{re.escape(name)}(?!\w)", text))
    return any(is_given_name(word) or begins_as_a_name(word) for word in before)
