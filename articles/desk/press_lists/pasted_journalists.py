"""Journalists pasted as lines: « Salma Idrissi <salma@journal.example>, Le Journal »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import batched
from typing import Final, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Journalist, PressList
from articles.models.mail_addresses import is_mail_address
from articles.models.mailing import plain_address
from articles.text.characters import one_line
from articles.text.scripts import letters_in_script

LONGEST = 300_000
"""Characters of a list."""
AT_ONCE = 500
"""Lines that are taken in together."""
SHOWN = 100
"""Lines of those that are taken, and of those that are not, which a page shows: all are counted."""
WITH_BRACKETS = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>[\s,;،؛–—-]*(?P<outlet>[^<>]*)")
PARTED = re.compile(r"\s*[\t,;،؛]\s*")
LAST_PART = re.compile(r"\s*[\t,;،؛]\s*[^\t,;،؛]*$")
type Unnamed = Literal["every", "guessed"]
EVERY: Final = "every"
GUESSED: Final = "guessed"


@dataclass(frozen=True)
class PastedJournalist:
    """A line, and what was understood of it."""

    line: str
    name: str = ""
    address: str = ""
    outlet: str = ""
    language: Language | None = None
    """In which they read; ``None``: in every one."""
    why_not: str = ""
    known: Journalist | None = None
    """Who has the address already: they come into the list as they are."""

    @property
    def is_taken(self) -> bool:
        return not self.why_not

    @property
    def reads(self) -> str:
        """The code of the language in which they get texts; nothing for every one."""
        if self.known:
            return self.known.language
        return self.language.code if self.language else ""


def split_line(line: str) -> tuple[str, str, str]:
    """The name, the address and the outlet of a line, however they are parted."""
    if found := WITH_BRACKETS.fullmatch(line):
        return found["name"].strip(' ",;،'), found["address"].strip(), found["outlet"].strip()
    parts = [one for one in PARTED.split(line) if one]
    at = next((n for n, one in enumerate(parts) if "@" in one and " " not in one), None)
    if at is None:
        return line, "", ""
    address, others = parts[at], [*parts[:at], *parts[at + 1 :]]
    return (others[0] if others else ""), address, " ".join(others[1:])


def parted_from_language(line: str) -> tuple[str, Language | None]:
    """A line without the language that is named at its end, « …, Le Journal, arabe »; and that."""
    *others, last = PARTED.split(line)
    named = LAST_PART.search(line)
    found = languages_by_name().get(last.casefold()) if others else None
    return (line[: named.start()], found) if found and named else (line, None)


def languages_by_name() -> dict[str, Language]:
    """The languages that the newsroom publishes in, by all names that they have there."""
    every = Language.all()
    names = {name.casefold(): one for one in every for name in (one.code, one.name)}
    return names | {by.name_of(one).casefold(): one for one in every for by in every}


def read_by(*words: str) -> Language:
    """The language in whose letters somebody is called; their outlet, if they have no name."""
    for said in words:
        spoken = Language.active().then_others
        in_letters = {one: letters_in_script(said, one.script)[0] for one in spoken}
        if any(in_letters.values()):
            return max(in_letters, key=lambda one: in_letters[one])
    return Language.active()


@dataclass
class PastedJournalists:
    """A text of lines, read for a list."""

    press_list: PressList
    text: str
    language: Language | Unnamed = GUESSED
    """In which they read: one, every one, or what the letters of each name say. Where a line names
    a language, it is that."""

    @cached_property
    def lines(self) -> list[PastedJournalist]:
        return list(self.read())

    @cached_property
    def taken(self) -> list[PastedJournalist]:
        return [one for one in self.lines if one.is_taken]

    @property
    def shown(self) -> list[PastedJournalist]:
        """What somebody looks through before they are added: what is wrong first."""
        wrong = [one for one in self.lines if not one.is_taken]
        return [*wrong[:SHOWN], *self.taken[:SHOWN]]

    @property
    def not_shown(self) -> int:
        return len(self.lines) - len(self.shown)

    def read(self) -> Iterator[PastedJournalist]:
        lines = [one.strip() for one in self.text[:LONGEST].splitlines() if one_line(one)]
        read = [(one, *parted_from_language(one)) for one in lines]
        addresses = {plain_address(split_line(rest)[1]) for _line, rest, _language in read}
        known = {
            one.address: one
            for one in Journalist.objects.filter(address__in=addresses).prefetch_related("lists")
        }
        seen = set[str]()
        for line, rest, language in read:
            name, typed, outlet = split_line(rest)
            address = plain_address(typed)
            person = known.get(address)
            why_not = self.why_not(address, person, seen)
            seen.add(address)
            called = one_line(name or address.partition("@")[0])[:200]
            at = one_line(outlet)[:200]
            reads = language or self.reads(name, outlet)
            yield PastedJournalist(one_line(line), called, address, at, reads, why_not, person)

    def reads(self, name: str, outlet: str) -> Language | None:
        """In which language somebody reads whose line says none."""
        if isinstance(self.language, Language):
            return self.language
        return read_by(name, outlet) if self.language == GUESSED else None

    def why_not(self, address: str, person: Journalist | None, seen: set[str]) -> str:
        """Why a line is not taken in; nothing where it is."""
        if not is_mail_address(address):
            return _("There is no mail address in this line.")
        if address in seen:
            return _("This address stands in a line above.")
        if person and self.press_list in person.lists.all():
            # The name may run the other way than the sentence.
            name = f"\u2068{person}\u2069"
            return _("This address is in the list already: %(name)s.") % {"name": name}
        return ""

    def add(self) -> int:
        """Take the lines in; how many that were."""
        taken = self.taken
        with transaction.atomic():
            for some in batched(taken, AT_ONCE):
                self.add_some(some)
        return len(taken)

    def add_some(self, lines: Sequence[PastedJournalist]) -> None:
        """Take some lines in, in a few questions to the database however many they are."""
        new = [
            Journalist(
                address=one.address,
                name=one.name,
                outlet=one.outlet,
                language=one.reads,
            )
            for one in lines
            if one.known is None
        ]
        # A colleague may have pasted the same address since: they come as they are.
        Journalist.objects.bulk_create(new, ignore_conflicts=True)
        there = Journalist.objects.filter(address__in=[one.address for one in lines])
        self.press_list.journalists.add(*there.values_list("pk", flat=True))
