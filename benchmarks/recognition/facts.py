"""What a careful editor notes of a text, and how much of it the importer finds."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from articles.text.agencies import agency_named
from articles.text.analysis.names import fold, same_name
from articles.wire.copy import WireCopy

SETS = Path(__file__).parent
SINGLE = (
    "headline",
    "published_on",
    "dateline_place",
    "source_name",
    "embargoed_until",
    "correction",
)
BODY = ("body begins", "body ends")
MANY = ("speakers", "organizations", "quotes")
NICKNAME = re.compile(r"(?:\s(?:dite?|المدعو))?\s[«“\"]\s?[^»”\"]{2,20}[»”\"]\s")
"""« Stéphane « Steve » Tremblay », « Ali dit "Lolo" Sow »: with or without it, the same person."""
LIKE = 85
"""Percent of likeness from which two names of events or bodies are one."""


@dataclass
class Tally:
    """Of one fact, in one language."""

    right: int = 0
    wrong: int = 0
    """Found, and not so."""
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right / ((self.right + self.missed) or 1)

    @property
    def precision(self) -> float:
        return self.right / ((self.right + self.wrong) or 1)


Tallies = dict[str, Tally]


def texts(name: str, language: str) -> list[Path]:
    """The texts of a set (``first`` to ``tenth``) in a language."""
    return sorted((SETS / name).glob(f"*.{language}.txt"))


def expected(file: Path) -> dict[str, Any]:
    return json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))


def plain(text: object) -> str:
    """As two copies of a line are compared: without spaces' kinds, quotation marks' and apostrophes'."""
    words = re.sub(r"[\s\u00a0\u202f]+", " ", str(text)).strip()
    return re.sub(r"\s?[«»“”\"]\s?", '"', words.replace("’", "'"))


def compare(name: str, copy: WireCopy, facts: dict[str, Any], tallies: Tallies) -> None:
    """Add to the tallies what of one text was found."""
    found = copy.as_dict("")
    found["embargoed_until"] = (found["embargo"] or {}).get("until")
    found["correction"] = bool(found["correction"])
    for key in SINGLE:
        single(tallies[key], name, key, found[key], facts[key])
    body = [plain(one) for one in copy.paragraphs] or [""]
    begins, ends = plain(facts["clean_from"]), plain(facts["clean_to"])
    settle(tallies["body begins"], name, body[0].startswith(begins[:30]), body[0][:40], begins)
    settle(tallies["body ends"], name, body[-1].endswith(ends[-30:]), body[-1][-40:], ends)
    named = [one["name"] for one in found["speakers"]]
    people = [one["name"] for one in facts["speakers"]] + facts["mentioned"]
    matched(tallies["people"], name, named, people, same_person)
    matched(tallies["organizations"], name, found["organizations"], facts["organizations"], alike)
    event_facts(tallies, name, found["event"], facts["event"])
    words(tallies, name, found["quotes"], facts["quotes"])


def single(tally: Tally, name: str, key: str, found: Any, wanted: Any) -> None:
    if not found and not wanted:
        return
    if key == "source_name" and found and wanted:
        same = agency_named(found) and agency_named(found) == agency_named(wanted)
        settle(tally, name, bool(same) or alike(found, wanted), found, wanted)
    elif key == "embargoed_until" and found and wanted:
        settle(tally, name, same_moment(found, wanted), found, wanted)
    elif key == "dateline_place" and found and wanted:
        settle(tally, name, fold(found) == fold(wanted), found, wanted)
    else:
        settle(tally, name, plain(found) == plain(wanted), found, wanted)


def same_moment(found: str, wanted: str) -> bool:
    """By whatever clock; one that is noted without a zone is by the text's own."""
    one, other = datetime.fromisoformat(found), datetime.fromisoformat(wanted)
    return one.replace(tzinfo=None) == other if other.tzinfo is None else one == other


def settle(tally: Tally, name: str, is_right: bool, found: Any, wanted: Any) -> None:
    if is_right:
        tally.right += 1
        return
    tally.wrong += bool(found)
    tally.missed += bool(wanted)
    tally.misses.append(f"{name}: {found!r}, not {wanted!r}")


def same_person(one: str, other: str) -> bool:
    one, other = NICKNAME.sub(" ", one), NICKNAME.sub(" ", other)
    return same_name(one, other) or fold(one) == fold(other)


def alike(one: str, other: str) -> bool:
    first, second = fold(one.split(" (", maxsplit=1)[0]), fold(other.split(" (", maxsplit=1)[0])
    if first == second:
        return True
    return bool(first and second) and (
        fuzz.ratio(first, second) >= LIKE
        or (agency_named(one) or one) == (agency_named(other) or "")
    )


def matched(
    tally: Tally, name: str, found: Iterable[str], wanted: Iterable[str], same: Any
) -> None:
    left = list(wanted)
    for one in found:
        other = next((each for each in left if same(one, each)), None)
        if other is None:
            tally.wrong += 1
            tally.misses.append(f"{name}: {one!r} is too many")
        else:
            left.remove(other)
            tally.right += 1
    tally.missed += len(left)
    tally.misses += [f"{name}: {one!r} is missing" for one in left]


def event_facts(tallies: Tallies, name: str, found: Any, wanted: Any) -> None:
    has_found, has_wanted = bool(found), bool(wanted)
    if has_found or has_wanted:
        same = (
            has_found and has_wanted
            and fuzz.token_set_ratio(fold(found["name"]), fold(wanted["name"])) >= LIKE
        )  # fmt: skip
        settle(
            tallies["event"], name, bool(same), found and found["name"], wanted and wanted["name"]
        )
        if same and (found["starts_on"] or wanted["starts_on"]):
            days = [found["starts_on"], found["ends_on"] or found["starts_on"]]
            right = [wanted["starts_on"], wanted["ends_on"] or wanted["starts_on"]]
            is_empty = days == [None, None]
            settle(tallies["event days"], name, days == right, None if is_empty else days, right)


def words(tallies: Tallies, name: str, found: list[Any], wanted: list[Any]) -> None:
    """Quotations by their words; whose they are, of those that were found."""
    left = list(wanted)
    for one in found:
        text = plain(one["text"]).strip(' "')
        other = next(
            (each for each in left if is_same_quote(text, plain(each["text"]).strip(' "'))), None
        )
        if other is None:
            tallies["quotes"].wrong += 1
            tallies["quotes"].misses.append(f"{name}: {text[:60]!r} is too many")
            continue
        left.remove(other)
        tallies["quotes"].right += 1
        if one["speaker"] is None and other["speaker"] is None:
            continue
        same = bool(one["speaker"] and other["speaker"]) and same_person(
            one["speaker"], other["speaker"]
        )
        settle(tallies["whose words"], name, same, one["speaker"], other["speaker"])
    tallies["quotes"].missed += len(left)
    tallies["quotes"].misses += [f"{name}: {one['text'][:60]!r} is missing" for one in left]


def is_same_quote(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 12 and fuzz.ratio(one, other) >= 90)


def overall(tallies: Tallies) -> float:
    """Right of all facts that were found or were to be found."""
    sums = Counter[str]()
    for tally in tallies.values():
        sums["right"] += tally.right
        sums["all"] += tally.right + max(tally.wrong, tally.missed)
    return sums["right"] / (sums["all"] or 1)
