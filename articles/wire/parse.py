"""Wire copy taken apart: what the text says about itself, and nothing that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.text import gazetteer
from articles.text.agencies import DISTRIBUTORS, agency_named
from articles.text.analysis.names import fold, same_name
from articles.text.extraction.bodies import (
    aliases,
    is_any_body,
    named_bodies,
    without_aliases,
    without_place,
)
from articles.text.extraction.embargoes import asks_for_embargo, embargo_end, says_when
from articles.text.extraction.events import HeldEvent, event
from articles.text.extraction.introductions import introductions
from articles.text.extraction.organizers import bodies_with_acronym, organizers
from articles.text.extraction.people import Person, merged
from articles.text.extraction.quotations import Quotation, Reader, unbalanced
from articles.text.scripts import language_of

from .body_names import (
    is_called_otherwise,
    is_part_of_a_longer,
    once,
    stands_for_another,
)
from .copy import WireCopy
from .far_days import without_far_days
from .fetch import FetchedText, WireError
from .findings import in_gazetteer
from .heading import CopyHeading
from .layout.issuers import of_sender
from .layout.parts import PartKind
from .layout.telling import report_removed_parts
from .layout.unwrapping import lay_out
from .markup import is_row, with_structure, without_markup
from .origin import Origin, as_the_text_has_it, closing_lines, told_above, who_acts, who_issues
from .own_body import is_named_in
from .signatories import is_credit, signatories

ITEM_ENDS = "***"
ENDLESS = re.compile(r"[^\W\d_]{60,}")
"""No word of a language. Each rule for names would begin anew at each of its letters."""
FIRST_BLOCKS = 4
"""Paragraphs in which whoever sends a text is named."""
PICTURES = re.compile(
    "^(?:[\u203c\u2049\u20e3\u25aa-\u25fe\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]\\s*)+"
)
PICTURES_BEHIND = re.compile(
    "(?:\\s*[\u203c\u2049\u20e3\u25aa-\u25fe\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff])+$"
)
PRESS_OFFICE = re.compile(
    r"(?:cellule|service|bureau|direction|département|pôle)\s(?:de\s(?:la\s)?|des?\s)?(?:communication|presse|relations)(?!\w).{0,30}$",
    re.IGNORECASE,
)
"""Who hands a text out for a body, and is none of its own."""
RELEASES = frozenset(["communique", "statement"])
"""Kinds of articles that are from whom they are about."""


def parse(
    received: FetchedText,
    languages: Sequence[str],
    language: str | None = None,
    *,
    zone: tzinfo | None = None,
    today: date | None = None,
    names: gazetteer.Gazetteer = gazetteer.EMPTY,
) -> WireCopy:
    """Take a text apart.

    Args:
        received: the text, and the warnings of its reading.
        languages: those the newsroom publishes in.
        language: the one it is in, where the sender knows.
        zone: whose hours it says where it names none; by default the newsroom's own.
        today: near which it was sent; by default the day on which it is read.
        names: what the newsroom has written down of names.

    Raises:
        WireError: it is in no language of the newsroom.
    """
    language = language or language_of(received.text)
    if language is None or language not in languages:
        raise WireError(_("The language of the text was not recognised: say it with --language."))
    zone = zone or timezone.get_default_timezone()
    with gazetteer.reading_with(names):
        copy = CopyReader(received, language, zone, today or timezone.localdate()).copy()
    copy = without_far_days(copy)
    return replace(copy, in_gazetteer=frozenset(in_gazetteer(copy, names))) if names.names else copy


SPEECH = re.compile(
    r"^\W*(?:discours|allocution|intervention|message|mot|كلمة|خطاب|كلمه)(?!\w)", re.IGNORECASE
)


class CopyReader:
    """One text on its way to being taken apart, block by block."""

    def __init__(self, received: FetchedText, language: str, zone: tzinfo, today: date) -> None:
        self.language = language
        self.zone = zone
        self.today = today
        self.received = received
        self.warnings = list(received.warnings)
        self.embargoes: list[tuple[str, datetime | None]] = []
        self.layout = lay_out(received.text)
        self.warnings += report_removed_parts(self.layout)
        self.heading = CopyHeading(self.layout, self.warnings)
        self.origin = Origin(self.warnings, received=received.text)

    def copy(self) -> WireCopy:
        heading, origin = self.heading, self.origin
        self.take_lines()
        blocks = plain_blocks(heading.blocks)
        body = [block for block in blocks if block]
        if unbalanced("\n".join(body)):
            self.warnings.append(_("A quotation is opened and never closed, or the reverse."))
        # A line of signs alone parts the items of a round-up.
        above = [one for one in (heading.headline, *heading.standfirst) if one]
        reader = Reader([block or ITEM_ENDS for block in blocks], self.language, above)
        named, quotes = [*reader.people], reader.read()
        named += self.named_above(named)
        named += self.signing(named)
        if reader.is_cut:
            self.warnings.append(_("It is very long: only its beginning was read for who speaks."))
        held = self.event(body)
        holders = organizers(body, self.language)
        self.name_origin(body, named)
        bodies = self.bodies(body, holders, named)
        if origin.name is None and body:
            origin.name = self.body_that_speaks(body[0], bodies) or self.sender_of_a_chat()
        return WireCopy(
            language=self.language,
            headline=without_pictures(heading.headline),
            published_on=heading.published_on,
            dateline_place=heading.place,
            source_name=origin.name,
            source_url=origin.url,
            event=held,
            speakers=tuple(named),
            organizations=tuple(bodies),
            organizers=tuple(holders),
            quotes=tuple(quotes),
            paragraphs=tuple(with_structure(heading.blocks)),
            text=self.received.text,
            warnings=tuple(self.warnings),
            embargo_line=self.embargo_line,
            embargoed_until=self.embargoed_until,
            embargoes=tuple(self.embargoes) if len(self.embargoes) > 1 else (),
            correction=" ".join(heading.corrections),
            label=heading.label,
            kind=heading.kind,
            byline=heading.byline,
            standfirst=" ".join(heading.standfirst),
            parts=tuple(self.layout.parts),
            to_check=tuple(self.to_check(held, quotes)),
            genders=reader.genders(),
        )

    def name_origin(self, body: list[str], named: list[Person]) -> None:
        """Call where it comes from as the text does; where nothing says, by whose speech it is."""
        origin = self.origin
        if origin.name and origin.is_body:
            read = named_bodies(body[:FIRST_BLOCKS], self.language)
            origin.name = as_the_text_has_it(origin.name, read)
        origin.name = origin.name or self.body_of_an_orator(named)

    def take_lines(self) -> None:
        """Take off the lines that are about the text: its heading, its origin, who made it."""
        heading, origin = self.heading, self.origin
        self.take_embargo()
        heading.take_labels()
        heading.blocks = origin.take_lines(heading.blocks, self.layout)
        heading.take_headline()
        heading.take_lines_below()
        heading.take_dateline()
        heading.ask_the_end(self.today)
        if (heading.agency or "").upper() not in DISTRIBUTORS:
            origin.name = origin.name or heading.agency
        origin.ask_the_rest(self.layout, heading.blocks, heading.headline or "")
        self.take_credits()

    def body_that_speaks(self, first: str, bodies: list[str]) -> str | None:
        """Whose text it is, by its headline and its first paragraph: a body that it names."""
        headline = self.heading.headline or ""
        if (name := told_above(headline, bodies)) is not None:
            return name
        acting = who_acts(first, bodies)
        if acting is None and self.is_release:
            return who_issues(first, bodies)
        if acting is None or self.is_release:
            return acting
        return acting if self.is_dated and fold(acting) in fold(headline) else None

    def body_of_an_orator(self, named: list[Person]) -> str | None:
        """« Discours de X, présidente de l'Agence »: a speech is of whom it speaks for."""
        lines = [one for one in (self.heading.headline, *self.heading.standfirst) if one]
        if not lines or not (SPEECH.match(lines[0]) or SPEECH.match(self.heading.label)):
            return None
        said = [one for people in introductions(lines, self.language) for one in people]
        held = [one.organization for one in (*said, *named[:1]) if one.organization]
        if not held and len(lines) > 1:
            # « مديرة المركز العربي », below the title: whom the orator speaks for.
            held = [] if lines[1].endswith((".", ":")) else named_bodies(lines[1:2], self.language)
        return held[0] if held else None

    def sender_of_a_chat(self) -> str | None:
        """« Service Com DPN Zinder », where nothing that was written says whose it is."""
        if self.layout.sender or not self.received.sender:
            return None
        sent = replace(self.layout, sender=self.received.sender)
        return of_sender(sent, "\n".join(self.heading.blocks))

    def named_above(self, named: list[Person]) -> list[Person]:
        """Whom only headline and summary introduce, by what they are."""
        lines = [one for one in (self.heading.headline, *self.heading.standfirst) if one]
        found = merged([one for people in introductions(lines, self.language) for one in people])
        return [
            one for one in found
            if one.surely and not any(is_of_name(one.name, other.name) for other in named)
        ]  # fmt: skip

    def signing(self, named: list[Person]) -> list[Person]:
        """Who signs it, by an office and a name below it."""
        found = merged([*signatories(closing_lines(self.layout), self.language)])
        return [one for one in found if not any(is_of_name(one.name, all_.name) for all_ in named)]

    @property
    def is_dated(self) -> bool:
        """Whether it begins as communiqués do: a place and a day, and no agency."""
        heading = self.heading
        return bool(heading.place and heading.published_on and not heading.agency)

    def take_credits(self) -> None:
        """The last lines that say who of an agency wrote and edited it."""
        blocks = self.heading.blocks
        while len(blocks) > 1 and is_credit(blocks[-1]):
            self.layout.take(PartKind.CLOSING, [blocks.pop()])

    @property
    def is_release(self) -> bool:
        """Whether it came from whom it is about: a communiqué, a mail, a message of a chat."""
        sent = self.layout.subject or self.layout.sender or self.layout.sent_on
        return bool(sent) or self.heading.kind in RELEASES

    def bodies(self, body: list[str], holders: list[str], named: list[Person]) -> list[str]:
        """Every body that the text names, whose it is first among those that only its paper has."""
        read = [*self.heading.standfirst, *body]
        held_by = [without_place(one.organization) for one in named if one.organization]
        found = [*holders, *bodies_with_acronym(read, self.language), *held_by]
        found = once(without_aliases(found, read))
        found += named_bodies(read, self.language, known=found)
        own = self.origin.name if self.origin.is_body else None
        if (
            own
            and agency_named(own) is None
            and is_named_in(own, read)
            and not any(fold(one).endswith(f" {fold(own)}") for one in found)
        ):
            found = once([*found, own])
        told = aliases([self.heading.headline or "", self.origin.name or "", *read])
        return [
            one for one in found
            if not PRESS_OFFICE.match(one) and not is_any_body(one)
            and (fold(one) not in told or not stands_for_another(one, found))
            and not is_called_otherwise(one, found, self.origin.name or "")
            and not is_part_of_a_longer(one, found, [each.name for each in named])
        ]  # fmt: skip

    def event(self, body: list[str]) -> HeldEvent | None:
        if self.heading.is_round_up:
            return None  # an agenda has many
        held, place = event(body, self.language, self.heading.published_on), self.heading.place
        if held and held.place and place and fold(held.place) == fold(place):
            return replace(held, place=place)
        return held

    def to_check(self, held: HeldEvent | None, quotes: Sequence[Quotation]) -> Iterator[str]:
        """What a person has to find out, since the text does not say it for sure."""
        unnamed = sum(one.speaker is None for one in quotes)
        if unnamed:
            yield ngettext(
                "The text does not say for sure whose words %(count)d quotation is.",
                "The text does not say for sure whose words %(count)d quotations are.",
                unnamed,
            ) % {"count": unnamed}
        if self.heading.is_reckoned:
            yield _("The day was reckoned from the Hijri calendar, and may be one day off.")
        if self.heading.year_from:
            yield _("The text does not say the year: it was reckoned from the day of the week.")
        if held and held.put_off:
            yield _("The event was put off or called off: look at its days.")
        if held and held.starts_on is None:
            yield _("The event has no day that the text says for sure: “%s”.") % held.name
        if self.embargo_line and self.embargoed_until is None:
            yield _("The end of the embargo could not be read for sure: “%s”.") % self.embargo_line

    @property
    def embargo_line(self) -> str:
        return " · ".join(line for line, _until in self.embargoes)

    @property
    def embargoed_until(self) -> datetime | None:
        """When the last one ends; nothing where a line that says until when was not understood."""
        read = [until for _line, until in self.embargoes if until]
        unread = any(until is None and says_when(line) for line, until in self.embargoes)
        return max(read) if read and not unread else None

    def take_embargo(self) -> None:
        """The lines that ask not to publish yet: kept with the article, not in its body."""
        number = 0
        while number < len(self.heading.blocks):
            if taken := self.embargo_at(number):
                del self.heading.blocks[number : number + taken]
            else:
                number += 1
        closing = [one.text for one in self.layout.parts if one.kind is PartKind.CLOSING]
        for line in (line for text in closing for line in text.splitlines()):
            if asks_for_embargo(line):
                self.embargoes.append((line, embargo_end(line, self.zone)))

    def embargo_at(self, number: int) -> int:
        """How many blocks say so from one on: they are kept."""
        block, *others = self.heading.blocks[number : number + 2]
        line = without_markup(block)
        if not asks_for_embargo(f"# {line}" if block.startswith("# ") else line):
            return 0
        taken, until = [line], embargo_end(line, self.zone)
        after = others[0] if others else ""
        # « SOUS EMBARGO » and, on the next line, until when: one that asks by itself is the next.
        joins = until is None and len(after) < len(line) + 40
        if joins and not asks_for_embargo(without_markup(after)):
            until = embargo_end(f"{line} {after}", self.zone)
            taken += [after] if until else []
        self.embargoes.append((" ".join(taken), until))
        return len(taken)


def without_pictures(headline: str | None) -> str | None:
    """« ⚽️ Éliminatoires : 25 joueuses »: what a channel puts before a title is not of it."""
    if not headline:
        return headline
    return PICTURES_BEHIND.sub("", PICTURES.sub("", headline)) or headline


def is_of_name(one: str, other: str) -> bool:
    """Whether two names are of one person: one may be a part of the other."""
    words, others = set(fold(one).split()), set(fold(other).split())
    return words <= others or others <= words or same_name(one, other)


def plain_blocks(blocks: list[str]) -> list[str]:
    """Paragraphs as they are read for who speaks: without signs of form, and no rows of tables."""
    plain = ["" if is_row(one) else without_markup(one) for one in blocks]
    return [ENDLESS.sub("…", one) for one in plain]
