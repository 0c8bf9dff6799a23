"""The first lines of a text: labels, the headline, who wrote it, where and when."""

from __future__ import annotations

import re

from articles.text.agencies import agency_named
from articles.text.analysis.names import fold
from articles.text.extraction.datelines import Dateline, dateline
from articles.text.extraction.dates import NoSuchDateError, first_period
from articles.text.extraction.labels import (
    LABEL,
    LABEL_ALONE,
    correction,
    is_rubric_alone,
    kind_of_label,
)
from articles.text.folding import letters

from .first_lines import (
    ABOVE_A_TITLE,
    AGENCY_AND_LABEL,
    ASKS_TO_REPLACE,
    BEFORE_DATELINE,
    BEFORE_HEADLINE,
    BEHIND_HEADLINE,
    BYLINE,
    CORRECTS,
    DATE_BEHIND,
    DAY_OF_AGENDA,
    FEWEST_WORDS,
    LONGEST_HEADLINE,
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_OF_LABEL,
    NEAR_THE_TOP,
    PUBLISHED,
    REPORTED_BY,
    ROUND_UP,
    SENT_BY,
    SIGNED_IN,
    TITLE_LABEL,
    TRANSLATED,
    begins_text,
    is_beside,
    is_bullet,
    is_from_sender,
    is_rubric,
    is_rubric_above,
    is_text,
    is_topic,
    may_be_title,
    may_go_on,
    unspaced,
)
from .layout.heads import REFERENCE
from .layout.houses import PlaceAndHouse, place_and_house
from .layout.letterheads import HOUSE
from .layout.messages import EMOJI
from .layout.papers import is_paper
from .layout.parts import PartKind, UnwrappedText
from .lines_above import LinesAboveTitle
from .markup import without_markup
from .title_scores import is_dateline

LEADING_SIGNS = re.compile(rf"^(?:{EMOJI.pattern}|\s)+(?=\S)")
"""« 🔴 خروج المستشفى عن الخدمة »."""


class CopyHeading(LinesAboveTitle):
    """The first lines, and where a text says the same at its end."""

    def __init__(self, layout: UnwrappedText, warnings: list[str]) -> None:
        super().__init__(layout, warnings)
        self.label = ""
        self.headline: str | None = None
        self.standfirst = [layout.standfirst] if layout.standfirst else []
        self.corrections: list[str] = []

    @property
    def kind(self) -> str | None:
        return kind_of_label(self.label)

    @property
    def is_round_up(self) -> bool:
        """Whether its titles say that it is of several things: « EN BREF », « AGENDA »."""
        above = [without_markup(one) for one in self.blocks[:2]] if self.headline is None else []
        return any(ROUND_UP.match(one) for one in (self.label, self.headline or "", *above))

    def begins_text(self, block: str) -> bool:
        """Whether a line is the text's first; of an agenda, the first of its days is."""
        return is_text(block) or (self.is_round_up and DAY_OF_AGENDA.match(block) is not None)

    def take_labels(self) -> None:
        """What stands before a headline, or between it and the text, and is of neither."""
        kept: list[str] = []
        self.join_label()
        for number, block in enumerate(self.blocks):
            line = unspaced(without_markup(block))
            near = number < NEAR_THE_TOP
            found = correction(line) if near else None
            if near and found is None and ASKS_TO_REPLACE.match(line) and CORRECTS.search(line):
                found = line, ""
            if found:
                self.corrections.append(found[0])
                kept += [found[1]] if found[1] and not is_rubric(found[1]) else []
            elif near and self.is_label(line):
                self.label = self.label or line.strip(" *#:.-–—|[]()")
                kept = self.without_senders(kept)
            else:
                kept.append(block)
        for part in self.layout.parts:
            if part.kind is PartKind.SLUG and (found := correction(part.text)):
                self.corrections.append(found[0])
            elif part.kind is PartKind.NOTE and CORRECTS.search(part.text):
                self.corrections.append(part.text)
        self.blocks = kept or self.blocks

    def is_label(self, line: str) -> bool:
        """« URGENT », « REUTERS - FLASH »: the agency beside a label sent it."""
        sent = AGENCY_AND_LABEL.match(line)
        if sent and LABEL_ALONE.match(line[sent.end() :]):
            self.agency = self.agency or agency_named(sent["agency"])
            return True
        if sent and is_rubric_alone(line[sent.end() :]):
            # « QNA / Economie »
            self.agency = self.agency or agency_named(sent["agency"])
            return True
        return LABEL_ALONE.match(line) is not None or self.is_dated_label(line)

    def join_label(self) -> None:
        """« DÉCLARATION CONJOINTE / de l'Union X / et / du Réseau Y / sur la détention de Z »."""
        first = without_markup(self.blocks[0]) if self.blocks else ""
        end = 1
        while end < min(len(self.blocks), MOST_OF_LABEL) and goes_on_small(self.blocks[end]):
            end += 1
        if end > 1 and LABEL_ALONE.match(first):
            self.blocks = [" ".join([first, *self.blocks[1:end]]), *self.blocks[end:]]

    def without_senders(self, above: list[str]) -> list[str]:
        """What stands above a label is whose it is, but for a title that comes first."""
        kept = [
            block for block in above
            if dateline(line := without_markup(block))
            or (may_be_title(line) and len(line.split()) > LONGEST_NAME)
        ]  # fmt: skip
        self.layout.take(PartKind.LETTERHEAD, [block for block in above if block not in kept])
        return kept

    def is_dated_label(self, line: str) -> bool:
        """« EN BREF - ACTUALITÉS RÉGIONALES du vendredi 17 avril 2026 »"""
        if (
            not ROUND_UP.match(line)
            or len(line) > 90
            or line.endswith(".")
            or not re.match(rf"\W*(?i:{LABEL})(?!\w)", line)
        ):
            return False
        day = None if is_of_several_days(line) else self.day(line)
        if day and not self.published_on and len(self.blocks) > 2:
            self.published_on = day
            return True
        return False

    def take_headline(self) -> None:
        """The first line that is not a date; its repetition under a date gives the date."""
        if self.layout.subject and not self.has_a_title():
            self.headline = self.bare_title(self.layout.subject)
        self.take_above_title()
        self.take_rubric()
        self.take_sender()
        while len(self.blocks) > 1 or (self.blocks and self.headline is None):
            if self.take_reference() or self.take_note_above():
                continue
            block = TITLE_LABEL.sub("", without_markup(self.blocks[0])).strip(" *")
            if self.headline and (house := place_and_house(block)) and len(self.blocks) > 1:
                self.take_house(house, block)
                self.blocks = self.blocks[1:]
                continue
            line = None if SENT_BY.match(block) and self.headline else dateline(block)
            if line and line.place and line.end >= len(block):
                # « Alger, le 9 mars 2026 », alone on its line.
                self.read_dateline(line, block)
                self.blocks = self.blocks[1:]
                continue
            day, rest = self.leading_date(block)
            if not rest:
                self.published_on = self.published_on or day
            elif self.headline is None and len(self.blocks) > 1 and self.is_title(block):
                self.headline, self.published_on = self.bare_title(rest), self.published_on or day
            elif self.headline and may_go_on(self.headline, self.blocks):
                self.headline = f"{self.headline} {block}"
            elif self.headline and (fold(rest) == fold(self.headline) or (day and is_topic(rest))):
                self.published_on = self.published_on or day
            else:
                break
            self.blocks = self.blocks[1:]
        self.take_last_date()

    def take_reference(self) -> bool:
        """« N° 002-2026 », above or below a headline."""
        if len(self.blocks) < 2 or not REFERENCE.match(self.blocks[0]):
            return False
        self.layout.take(PartKind.SLUG, self.blocks[:1])
        self.blocks = self.blocks[1:]
        return True

    def take_note_above(self) -> bool:
        """« مادة إعلامية لاستخدام الصحفيين فقط », above a headline or in place of one."""
        if len(self.blocks) < 2 or self.headline or not ABOVE_A_TITLE.match(self.blocks[0]):
            return False
        if len(self.blocks[0]) > LONGEST_TITLE or self.blocks[0].endswith("."):
            return False
        self.layout.take(PartKind.NOTE, self.blocks[:1])
        self.blocks = self.blocks[1:]
        return True

    def take_sender(self) -> None:
        """Of several lines above the text the title is the first that is no sender's."""
        until = next((at for at, block in enumerate(self.blocks) if self.begins_text(block)), 0)
        if until < 2 or self.headline or until > NEAR_THE_TOP * 2:
            return
        heads = [without_markup(block) for block in self.blocks[:until]]
        titles = [at for at, line in enumerate(heads) if may_be_title(line)]
        long = [at for at in titles if len(re.findall(r"\w+", heads[at])) >= FEWEST_WORDS]
        if mixed := [at for at in long if not heads[at].isupper()]:
            # « BURKINA FASO », above a title with small letters, is whose it is.
            long = [at for at in long if at in mixed or len(heads[at].split()) > LONGEST_NAME]
        title = next(iter([*long, *titles]), until)
        taken = [line for line in heads[:title] if is_from_sender(line) or line.isupper()]
        kept = [
            block
            for at, block in enumerate(self.blocks[:until])
            if at >= title or heads[at] not in taken
        ]
        if title > 0 and taken:
            self.layout.take(PartKind.LETTERHEAD, taken)
            self.blocks = [*kept, *self.blocks[until:]]

    def take_rubric(self) -> None:
        """A word or two above a title: « Maroc migrations », « Culture — Palmarès »."""
        if len(self.blocks) < 3 or self.headline:
            return
        first, second = (without_markup(block) for block in self.blocks[:2])
        words = re.findall(r"\w+", first)
        below = any(
            dateline(block) or SENT_BY.match(block) for block in self.blocks[2:BEFORE_DATELINE]
        )
        if (
            (len(words) <= 2 or is_rubric(first))
            and below
            and len(second) > 30
            and not second.endswith(".")
            and not dateline(first)
        ) or (below and is_rubric_above(first, second)):
            self.label = self.label or first
            self.blocks = self.blocks[1:]

    def bare_title(self, title: str) -> str:
        """A headline without the signs and the label before it and the note behind it."""
        title = LEADING_SIGNS.sub("", title)
        while found := BEFORE_HEADLINE.match(title):
            label = found[0].strip(" -–—/|:.")
            if (agency := agency_named(label)) is None:
                self.label = self.label or label.strip("[]")
            self.agency = self.agency or agency
            title = title[found.end() :]
        if dated := DATE_BEHIND.search(title):
            self.published_on = self.published_on or self.day(dated[0])
            title = title[: dated.start()]
        return BEHIND_HEADLINE.sub("", title).strip()

    def has_a_title(self) -> bool:
        """Whether a mail begins with a title of its own."""
        blocks = [without_markup(one) for one in self.blocks[:3]]
        if len(blocks) > 2 and is_dateline(blocks[0]) and len(blocks[1].split()) >= FEWEST_WORDS:
            # « Bruxelles, le 26 novembre 2026 » stands above the title.
            blocks = blocks[1:]
        if len(blocks) < 2:
            return False
        block = blocks[0]
        return not block.endswith((".", ",", "،", ":")) and len(block) < 160 and not dateline(block)

    def is_title(self, block: str) -> bool:
        """A line before others is the headline, unless it is a sentence with a dateline, or longer
        than an article's can be."""
        if len(block) > LONGEST_HEADLINE:
            return False
        if self.blocks[0].startswith("# "):
            return True
        if re.fullmatch(r"[(\[].*[)\]]", block) or REFERENCE.match(block):
            return False
        found = dateline(block)
        if found and found.place and (found.when or found.agency):
            return False
        sentence = block.endswith((".", "»", "”", '"'))
        return not (sentence and found) and not (block.endswith(".") and len(block) > LONGEST_TITLE)

    def take_lines_below(self) -> None:
        """What stands between headline and dateline: who wrote it, what is new, a summary."""
        at = self.first_of_text()
        # A summary and a byline stand above « Publié le … ».
        dates = [n for n, one in enumerate(self.blocks[:BEFORE_DATELINE]) if PUBLISHED.match(one)]
        at = max(at, dates[-1] + 1) if dates else at
        taken = self.blocks[:at]
        rest = self.blocks[at:]
        while not at and len(rest) > 1 and is_beside(rest[0]) and not all(map(is_bullet, rest)):
            taken.append(rest[0])
            rest = rest[1:]
        if len(rest) > 2 and (told := REPORTED_BY.match(without_markup(rest[0]))):
            is_body = told["house"] and HOUSE.match(letters(told["house"]))
            self.layout.house = self.layout.house or (told["house"] if is_body else "")
            self.layout.take(PartKind.NOTE, rest[:1])
            rest = rest[1:]
        if not rest:
            return
        for block in taken:
            self.take_line_below(without_markup(block))
        self.blocks = rest

    def first_of_text(self) -> int:
        """Where the text begins, where something stands above it."""
        near = self.blocks[: BEFORE_DATELINE + 1]
        dated = next((at for at, block in enumerate(near) if begins_text(block)), 0)
        return dated or next((at for at, block in enumerate(near) if self.begins_text(block)), 0)

    def take_line_below(self, line: str) -> None:
        """A line between headline and text, kept as what it is."""
        told = None if SENT_BY.match(line) else dateline(line)
        day, words = self.leading_date(line)
        if day and not words:
            self.published_on = self.published_on or day
        elif told_by := place_and_house(line):
            self.take_house(told_by, line)
        elif (told and told.place and told.end >= len(line)) or agency_named(line):
            # « بغداد – واع – حسن الفواز »
            self.read_dateline(told or Dateline(None, None, agency_named(line), 0), line)
        elif re.fullmatch(r"[(\[].*[)\]]", line) and not CORRECTS.search(line):
            self.layout.take(PartKind.NOTE, [line])
        elif is_paper(line):
            self.agency = self.agency or line
        elif TRANSLATED.match(line):
            self.layout.take(PartKind.NOTE, [line])
        elif found := BYLINE.match(line) or SENT_BY.match(line):
            self.byline = self.byline or SIGNED_IN.sub("", found["name"]).strip()
            self.layout.take(PartKind.BYLINE, [line])
        elif CORRECTS.search(line):
            self.corrections.append(line)
        else:
            self.standfirst.append(line.lstrip("-–—•* "))
            self.layout.take(PartKind.STANDFIRST, [line])

    def take_house(self, told: PlaceAndHouse, line: str) -> None:
        """« طنجة/ جريدة المضيق: سعاد الوهابي »."""
        self.place = self.place or told.place
        self.agency = self.agency or (told.house and (agency_named(told.house) or told.house))
        self.byline = self.byline or told.byline
        self.layout.take(PartKind.BYLINE, [line])

    def behind_the_house(self, block: str) -> str:
        """The first words of the text, where who sends it stands before them once more."""
        found = re.match(rf"{re.escape(self.agency or '')}\s+[-–—:]\s+", block)
        return block[found.end() :] if found and self.place else ""

    def take_dateline(self) -> None:
        """The place before the first dash, with the date and the agency some put there."""
        if self.is_round_up and sum(map(has_dateline, self.blocks)) > 1:
            return
        if self.agency and self.blocks and (own := self.behind_the_house(self.blocks[0])):
            # « السوسنة الخضراء - دخل نحو 600 عامل »
            self.blocks = [own, *self.blocks[1:]]
        while self.blocks and self.place is None:
            block = without_markup(self.blocks[0])
            found = dateline(block)
            if found is None:
                return
            self.read_dateline(found, block)
            rest = block[found.end :].strip()
            self.blocks = [rest, *self.blocks[1:]] if rest else self.blocks[1:]
            if rest:
                return


def goes_on_small(block: str) -> bool:
    """Whether a line goes on with what the line above it began."""
    return block[:1].islower() and len(block) < LONGEST_TITLE * 2 and not block.endswith((".", ":"))


def is_of_several_days(line: str) -> bool:
    try:
        return first_period(line) is not None
    except NoSuchDateError:
        return False


def has_dateline(block: str) -> bool:
    return dateline(without_markup(block).lstrip("* ")) is not None
