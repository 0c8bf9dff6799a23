"""What the demo articles are made of: the same sentences in each language, side by side."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from articles.languages import Language

PHRASES = Path(settings.BASE_DIR) / "fixtures" / "demo"


@cache
def phrases(language: Language) -> dict[str, Any]:
    """The sentences of one language; the nth of each list says the same in all of them."""
    return json.loads((PHRASES / f"{language.code}.json").read_text(encoding="utf-8"))


def languages() -> list[Language]:
    """The configured languages that there are sentences in."""
    return [one for one in Language.all() if (PHRASES / f"{one.code}.json").exists()]


def count(kind: str) -> int:
    """How many sentences of a kind there are."""
    return len(phrases(languages()[0])[kind])


@dataclass(frozen=True)
class Facts:
    """What one article is about, by the places in the lists; said alike in every language."""

    place: int
    topic: int
    organization: int
    person: int
    number: int
    large_number: int

    def said(self, template: str, language: Language, **more: str) -> str:
        """A sentence about these facts."""
        words = phrases(language)
        organization = words["organizations"][self.organization]
        return template.format(
            place=words["places"][self.place],
            topic=words["topics"][self.topic],
            organization=words["organization_phrase"].format(name=organization),
            person=person_name(self.person, language),
            position=position_of(self.person, language),
            n=self.number,
            m=self.large_number,
            **more,
        )


def is_man(number: int) -> bool:
    """Whether the nth person is: every other one, as the first names are in the lists."""
    return number % 2 == 1


def person_name(number: int, language: Language) -> str:
    """The name of the nth person: 512 of them before names repeat."""
    first, last = phrases(language)["first_names"], phrases(language)["last_names"]
    return f"{first[number % len(first)]} {last[number // len(first) % len(last)]}"


def position_of(number: int, language: Language) -> str:
    """What the nth person is, in the feminine or the masculine."""
    positions = phrases(language)["positions"]
    return positions[number // 2 % len(positions)][is_man(number)]


def speech(number: int, person: int, language: Language) -> str:
    """The nth way to say that somebody said something, of this person."""
    speeches = phrases(language)["speeches"]
    return speeches[number % len(speeches)][is_man(person)]
