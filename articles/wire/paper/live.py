"""The entries of a live coverage on paper: in the order of its page, with what is said of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from articles.languages import Language
from articles.models import Image, LiveCoverage, LiveEntry

from .blocks import Block, Run, Setter

MOST = 100
"""Entries of a paper: those before them are on the pages of the coverage."""
type Pictured = Callable[[Image], Block | None]
"""Makes the block of a picture; none of one that may not be shown."""


@dataclass(frozen=True)
class LiveOnPaper:
    """What readers have of a coverage, as far as a paper has room for it."""

    coverage: LiveCoverage | None
    entries: Sequence[LiveEntry]
    """The summary, if there is one, then the newest first."""
    left_out: int
    """Older ones."""
    is_known: bool
    """Whether readers have its page, to find those on."""

    @property
    def records(self) -> list[Any]:
        """All that dates it."""
        return [*self.entries, *([self.coverage] if self.coverage else [])]

    def blocks(self, setter: Setter, at: datetime, pictured: Pictured) -> list[Block]:
        """The section of the paper.

        Args:
            setter: of this paper.
            at: when the coverage last changed.
            pictured: makes the block of a picture.
        """
        found = plain(setter, self.as_it_stands(at))
        for entry in self.entries:
            found += blocks_of(entry, setter, pictured)
        if not self.entries:
            found += plain(setter, gettext("No entry yet."))
        if self.left_out:
            found += plain(setter, self.rest())
        return found

    def as_it_stands(self, at: datetime) -> str:
        if self.coverage and self.coverage.ended_at:
            ended = {"ended": moment_in_words(self.coverage.ended_at)}
            return gettext("The live coverage ended on %(ended)s.") % ended
        words = gettext("The live coverage goes on: this is how it stood on %(moment)s.")
        return words % {"moment": moment_in_words(at)}

    def rest(self) -> str:
        words = ngettext(
            "%(count)s older entry is left out here.",
            "%(count)s older entries are left out here.",
            self.left_out,
        ) % {"count": self.left_out}
        where = gettext("The page of the coverage has all of them.") if self.is_known else ""
        return f"{words} {where}".strip()


def blocks_of(entry: LiveEntry, setter: Setter, pictured: Pictured) -> list[Block]:
    heading: list[Run] = [{"text": setter.say(" · ".join(marks_of(entry)))}]
    if entry.is_withdrawn:
        words = gettext("This entry was taken back on %(withdrawn_at)s: %(why)s")
        told = {"withdrawn_at": moment_in_words(entry.changed_at), "why": entry.reader_note}
        return [headed(heading), *plain(setter, words % told, emphasis=True)]
    if entry.headline:
        heading += [{"break": True}, {"text": setter.say(entry.headline)}]
    found = [headed(heading), *setter.blocks(entry.body or "")]
    if entry.image and (picture := pictured(entry.image)):
        found.append(picture)
    if entry.was_changed:
        head = f"{entry.change_in_words} · {moment_in_words(entry.changed_at)}"
        found += plain(setter, head, entry.reader_note or "", emphasis=True)
    return found + plain(setter, entry.byline)


def marks_of(entry: LiveEntry) -> list[str]:
    """Its moment, and what it is."""
    if entry.is_summary_in():
        return [moment_in_words(entry.at), gettext("Summary")]
    is_important = entry.is_important and not entry.is_withdrawn
    return [moment_in_words(entry.at), *([gettext("Important")] if is_important else [])]


def headed(runs: list[Run]) -> Block:
    return {"kind": "heading", "level": 3, "runs": runs}


def plain(setter: Setter, *lines: str, **marks: Any) -> list[Block]:
    """A paragraph of these lines, without those that say nothing."""
    runs = list[Run]()
    for line in filter(None, lines):
        runs += [{"break": True}] if runs else []
        runs.append({"text": setter.say(line), **marks})
    return [{"kind": "paragraph", "runs": runs}] if runs else []


def moment_in_words(moment: datetime | None) -> str:
    """« 3 juillet 2024 à 14:30 », in the newsroom's time."""
    if moment is None:
        return ""
    language, local = Language.active(), timezone.localtime(moment)
    words = {"day": language.date(local), "time": language.time(local)}
    return gettext("%(day)s at %(time)s") % words
