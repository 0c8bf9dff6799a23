"""Wire copy taken apart: what the text says about itself, and nothing that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.text.analysis.names import fold
from articles.text.extraction.datelines import DATE_WORDS, dateline
from articles.text.extraction.dates import NoSuchDateError, first_date
from articles.text.extraction.embargoes import asks_for_embargo, embargo_end
from articles.text.extraction.events import HeldEvent, bodies_with_acronym, event, organizers
from articles.text.extraction.labels import LABEL_ALONE, correction
from articles.text.extraction.quotations import Quotation, Reader, unbalanced
from articles.text.folding import latin_digits
from articles.text.scripts import language_of
from articles.text.vocabulary import AGENCIES

from .copy import WireCopy
from .fetch import FetchedText, WireError

SOURCE_LINE = re.compile(
    r"^\W*(?:source|sources|المصدر)\s*\W*\s*(?::|$)\s*(?P<rest>.*)$", re.IGNORECASE
)
ADDRESS = re.compile(r"[a-z][a-z+.-]{1,15}:(?://)?[^\s<>\"«»]+", re.IGNORECASE)
ITEM_ENDS = "***"
LONGEST_HEADLINE = 300
"""Characters, as many as an article keeps."""
NEAR_THE_TOP = 6
"""Lines among which a text says that it is urgent, or corrects another."""
MARKUP = re.compile(r"^#{1,6}\s*|\*{1,3}|__|^>\s*")
TITLE_LABEL = re.compile(r"^(?:titre|العنوان)\s*:\s*", re.IGNORECASE)


def parse(
    received: FetchedText,
    languages: Sequence[str],
    language: str | None = None,
    zone: tzinfo | None = None,
) -> WireCopy:
    """Take a text apart.

    Args:
        received: the text, and the warnings of its reading.
        languages: those the newsroom publishes in.
        language: the one it is in, where the sender knows.
        zone: whose hours it says where it names none; by default the newsroom's own.

    Raises:
        WireError: it is in no language of the newsroom.
    """
    language = language or language_of(received.text)
    if language is None or language not in languages:
        raise WireError(_("The language of the text was not recognised: say it with --language."))
    reading = CopyReader(received, language, zone or timezone.get_default_timezone())
    return reading.copy()


class CopyReader:
    """One text on its way to being taken apart, block by block."""

    def __init__(self, received: FetchedText, language: str, zone: tzinfo) -> None:
        self.language = language
        self.zone = zone
        self.received = received
        self.warnings = list(received.warnings)
        self.source_name: str | None = None
        self.source_url: str | None = None
        self.published_on: date | None = None
        self.headline: str | None = None
        self.place: str | None = None
        self.embargo_line = ""
        self.embargoed_until: datetime | None = None
        self.corrections: list[str] = []
        lines = [line.strip() for line in received.text.split("\n")]
        self.blocks = [line for line in lines if line]

    def copy(self) -> WireCopy:
        self.take_embargo()
        self.take_labels()
        self.take_source()
        self.take_headline()
        self.take_dateline()
        blocks = [MARKUP.sub("", block).strip() for block in self.blocks]
        body = [block for block in blocks if block]
        if unbalanced("\n".join(body)):
            self.warnings.append(_("A quotation is opened and never closed, or the reverse."))
        # A line of signs alone parts the items of a round-up.
        reader = Reader([block or ITEM_ENDS for block in blocks], self.language)
        named, quotes = reader.people, reader.read()
        if reader.is_cut:
            self.warnings.append(_("It is very long: only its beginning was read for who speaks."))
        held = event(body, self.language, self.published_on)
        if held and held.place and self.place and fold(held.place) == fold(self.place):
            held = replace(held, place=self.place)
        holders = organizers(body, self.language)
        bodies = once([*holders, *bodies_with_acronym(body, self.language),
                       *(one.organization for one in named if one.organization)])  # fmt: skip
        return WireCopy(
            language=self.language,
            headline=self.headline,
            published_on=self.published_on,
            dateline_place=self.place,
            source_name=self.source_name,
            source_url=self.source_url,
            event=held,
            speakers=tuple(named),
            organizations=tuple(bodies),
            organizers=tuple(holders),
            quotes=tuple(quotes),
            paragraphs=tuple(body),
            text=self.received.text,
            warnings=tuple(self.warnings),
            embargo_line=self.embargo_line,
            embargoed_until=self.embargoed_until,
            correction=" ".join(self.corrections),
            to_check=tuple(self.to_check(held, quotes)),
            genders=reader.genders(),
        )

    def to_check(self, held: HeldEvent | None, quotes: Sequence[Quotation]) -> Iterator[str]:
        """What a person has to find out, since the text does not say it for sure."""
        unnamed = sum(one.speaker is None for one in quotes)
        if unnamed:
            yield ngettext(
                "The text does not say for sure whose words %(count)d quotation is.",
                "The text does not say for sure whose words %(count)d quotations are.",
                unnamed,
            ) % {"count": unnamed}
        if held and held.put_off:
            yield _("The event was put off or called off: look at its days.")
        if held and held.starts_on is None:
            yield _("The event has no day that the text says for sure: “%s”.") % held.name
        if self.embargo_line and self.embargoed_until is None:
            yield _("The end of the embargo could not be read for sure: “%s”.") % self.embargo_line

    def take_embargo(self) -> None:
        """The lines that ask not to publish yet: kept with the article, not in its body."""
        for number, block in enumerate(self.blocks):
            line = MARKUP.sub("", block).strip()
            if not asks_for_embargo(line):
                continue
            taken = [line]
            after = self.blocks[number + 1] if number + 1 < len(self.blocks) else ""
            until = embargo_end(line, self.zone)
            if until is None and len(after) < len(line) + 40:
                # « SOUS EMBARGO » and, on the next line, until when.
                until = embargo_end(f"{line} {after}", self.zone)
                taken += [after] if until else []
            self.embargo_line, self.embargoed_until = " ".join(taken), until
            self.blocks = [*self.blocks[:number], *self.blocks[number + len(taken) :]]
            return

    def take_labels(self) -> None:
        """What stands before a headline, or between it and the text, and is of neither."""
        kept: list[str] = []
        for number, block in enumerate(self.blocks):
            line = MARKUP.sub("", block).strip()
            found = correction(line) if number < NEAR_THE_TOP else None
            if found:
                self.corrections.append(found[0])
                kept += [found[1]] if found[1] else []
            elif kept or number >= NEAR_THE_TOP or not LABEL_ALONE.match(line):
                kept.append(block)
        self.blocks = kept or self.blocks

    def take_source(self) -> None:
        """The block that says where the text is from: a name, an address, or both."""
        kept: list[str] = []
        in_source = False
        for block in self.blocks:
            match = SOURCE_LINE.match(block)
            if match and len(block) < 400:
                in_source = True
                self.read_source(match["rest"])
            elif (in_source and (ADDRESS.search(block) or len(block) < 60)) or ADDRESS.fullmatch(
                block.strip("<>() :")
            ):
                self.read_source(block)
            else:
                in_source = False
                kept.append(block)
        if self.source_name is None and kept and (name := agency_named(kept[-1])):
            self.source_name = name
            kept.pop()
        self.blocks = kept

    def read_source(self, words: str) -> None:
        for found in ADDRESS.finditer(words):
            address = found[0].rstrip(").,;")
            if urlsplit(address).scheme.lower() not in {"http", "https"}:
                self.warnings.append(_("The address of the source is not a web address: ignored."))
            elif self.source_url is None:
                self.source_url = address
        name = ADDRESS.sub("", MARKUP.sub("", words)).strip(" <>()*:.-–،,")
        if name and self.source_name is None:
            self.source_name = agency_named(name) or name
        if self.source_name is None and self.source_url:
            self.source_name = agency_at(urlsplit(self.source_url).hostname or "")

    def take_headline(self) -> None:
        """The first line that is not a date; its repetition under a date gives the date."""
        while len(self.blocks) > 1 or (self.blocks and self.headline is None):
            block = TITLE_LABEL.sub("", MARKUP.sub("", self.blocks[0]).strip()).strip(" *")
            day, rest = self.leading_date(block)
            if not rest:
                self.published_on = self.published_on or day
            elif self.headline is None and len(self.blocks) > 1 and self.is_title(block):
                self.headline, self.published_on = rest, self.published_on or day
            elif self.headline and fold(rest) == fold(self.headline):
                self.published_on = self.published_on or day
            else:
                break
            self.blocks = self.blocks[1:]
        # A line at the end may say when, too.
        if self.published_on is None and self.blocks:
            day, rest = self.leading_date(self.blocks[-1])
            if day and not rest:
                self.published_on, self.blocks = day, self.blocks[:-1]

    def leading_date(self, block: str) -> tuple[date | None, str]:
        """A date at the start of a line, and the line without it; a line of date alone is empty."""
        try:
            found = first_date(block[:80])
        except NoSuchDateError as wrong:
            self.warnings.append(_("There is no such date: %s.") % wrong)
            numbers = re.match(r"\W*[\d./-]+\s*", block)
            return None, block[numbers.end() :] if numbers else block
        if found is None:
            return None, block
        day, match = found
        without = block[: match.start()] + block[match.end() :]
        if not DATE_WORDS.sub("", latin_digits(without)).strip():
            return day, ""
        if match.start() == 0:
            return day, block[match.end() :].strip(" -–—:|")
        return None, block

    def is_title(self, block: str) -> bool:
        """A line before others is the headline, unless it is a sentence with a dateline, or longer
        than an article's can be."""
        if len(block) > LONGEST_HEADLINE:
            return False
        sentence = block.endswith((".", "»", "”", '"'))
        return self.blocks[0].startswith("#") or not (sentence and dateline(block))

    def take_dateline(self) -> None:
        """The place before the first dash, with the date and the agency some put there."""
        if not self.blocks:
            return
        block = MARKUP.sub("", self.blocks[0]).strip()
        found = dateline(block)
        if found is None:
            return
        self.place = found.place
        if found.agency and self.source_name is None:
            self.source_name = agency_named(found.agency)
        if found.when and self.published_on is None:
            try:
                day = first_date(found.when)
            except NoSuchDateError as wrong:
                self.warnings.append(_("There is no such date: %s.") % wrong)
            else:
                self.published_on = day[0] if day else None
        self.blocks[0] = block[found.end :]


def agency_named(words: str) -> str | None:
    """The agency called so, by any of its names."""
    for name, names in AGENCIES.items():
        if fold(words) in {fold(one) for one in (name, *names)}:
            return name
    return None


def agency_at(host: str) -> str | None:
    """The agency whose site it is."""
    bare = host.removeprefix("www.")
    for name, names in AGENCIES.items():
        if any(bare == one or bare.endswith("." + one) for one in names if "." in one):
            return name
    return None


def once(names: Sequence[str]) -> list[str]:
    """Each name the first time it comes, its acronym aside."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name.split(" (")[0]), name)
    return list(found.values())
