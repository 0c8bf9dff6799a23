"""Which names of bodies that a text has are one body's, or no body's at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.text.analysis.names import fold
from articles.text.extraction.french_bodies import has_initials


def stands_for_another(name: str, names: Sequence[str]) -> bool:
    """Whether a name is no more than the first letters of another: « UABN »."""
    letters = list(name)
    return (
        name.isupper()
        and name.isalpha()
        and any(has_initials(one.split(" (")[0], letters) for one in names if " " in one)
    )


def is_called_otherwise(name: str, names: Sequence[str], own: str) -> bool:
    """« منظمة سند العدالة » beside « سند العدالة »: one body, which its own paper calls so."""
    bare, folded = fold(name), {fold(one) for one in names}
    paper = fold(own.split(" (", maxsplit=1)[0])
    if any(one.partition(" ")[2] == bare and one == paper for one in folded):
        return True
    rest = bare.partition(" ")[2]
    return " " in rest and rest in folded and bare != paper


LATIN = re.compile("[A-Za-z]")


def is_part_of_a_longer(one: str, names: Sequence[str], people: Sequence[str]) -> bool:
    """« Réseau Femmes » of « Réseau Femmes et Médias », « USM » of « US Monastir »."""
    bare = fold(one)
    if LATIN.search(one) and any(bare.endswith(f" {fold(each)}") for each in people):
        return True
    others = [each for each in names if each != one]
    if any(fold(each).startswith(f"{bare} et ") for each in others):
        return True
    letters = re.fullmatch(r"[A-ZÀ-Þ]{3,6}", one)
    return letters is not None and any(initials(each).startswith(one) for each in others)


def initials(name: str) -> str:
    """« Centre hospitalier universitaire de la région » gives CHUR, « US Monastir » gives USM."""
    words = re.findall(r"\w+", name.split(" (", maxsplit=1)[0])
    told = [word for word in words if len(word) > 3 or word.isupper()]
    letters = "".join(word if word.isupper() else word[0].upper() for word in told)
    return letters if len(told) > 1 else ""


def once(names: Sequence[str]) -> list[str]:
    """Each name the first time it comes, its acronym aside."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name.split(" (")[0]), name)
    return list(found.values())
