"""Lines above a title, kept as what they say: whose the text is, and of which day."""

from __future__ import annotations

import re

from .first_lines import NEAR_THE_TOP, unspaced
from .layout.mastheads import day_in
from .layout.parts import PartKind
from .markup import without_markup
from .said_days import SaidDays
from .title_scores import better_title, first_of_text, house_above, is_dateline

FEWEST_WORDS = 3
"""Of a line that may say whose the text is."""


class LinesAboveTitle(SaidDays):
    headline: str | None

    def take_above_title(self) -> None:
        """Lines above one that is by far the better title: whose it is, of which day, on what."""
        until = first_of_text(self.blocks)
        if self.headline or not 1 < until <= NEAR_THE_TOP * 2:
            return
        heads = [unspaced(without_markup(block)).strip(" *") for block in self.blocks[:until]]
        title = better_title(heads, "\n".join(self.blocks[until:]))
        dated = [
            block
            for block, line in zip(self.blocks, heads[:title], strict=False)
            if is_dateline(line)
        ]
        for line in heads[:title]:
            self.take_sender_line(line)
        self.blocks = [self.blocks[title], *dated, *self.blocks[title + 1 :]]

    def take_sender_line(self, line: str) -> None:
        """« بوابة النهار | تحقيقات », « CULTURE – samedi 3 octobre 2026 »."""
        if is_dateline(line):
            return
        day, house = day_in(line), house_above(line)
        self.published_on = self.published_on or day
        if day is None:
            self.layout.house_above = self.layout.house_above or house
        is_topic = len(re.findall(r"\w+", line)) < FEWEST_WORDS
        kind = PartKind.LABEL if is_topic and not house else PartKind.LETTERHEAD
        self.layout.take(kind, [line])
