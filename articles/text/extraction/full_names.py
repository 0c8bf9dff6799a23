"""Who is called by one name, and has another in full: « أبو كرار، واسمه الكامل عبد الحسين المالكي »."""

from __future__ import annotations

import re
from dataclasses import replace

from .french_names import NAME, bare_name
from .people import Person

IN_FULL = re.compile(
    r"\s*[،,(]?\s*و?اسمه?ا?\s+(?:الكامل|الحقيقي|الأصلي|المدني)\s*(?:هو\s+|هي\s+)?:?\s*"
    r"|\s*[,(]\s*(?:(?:et\s)?de\sson\s(?:vrai\snom|nom\scomplet|nom\sd[’']état\scivil)|dont\sle\s(?:vrai\snom|nom\scomplet)\sest)\s*:?\s*"
)
"""Between what somebody is called and the whole name."""


def full_names(paragraphs: list[str], introduced: list[list[Person]]) -> dict[str, str]:
    """The whole name of each who is called by another, where a text says both side by side."""
    found: dict[str, str] = {}
    for text, people in zip(paragraphs, introduced, strict=True):
        for called in people:
            told = IN_FULL.match(text, called.end)
            if told and (whole := named_at(text, told.end(), people)):
                found[called.name] = whole
    return found


def named_at(text: str, at: int, people: list[Person]) -> str | None:
    known = next((one.name for one in people if 0 <= one.start - at <= 1), None)
    name = NAME.match(text, at)
    return known or (bare_name(name[0]) if name else None)


def by_whole_names(people: list[Person], in_full: dict[str, str]) -> list[Person]:
    """People by their whole names, each once."""
    named = {one.name for one in people}
    return [
        replace(one, name=in_full.get(one.name, one.name))
        for one in people
        if one.name not in in_full or in_full[one.name] not in named
    ]
