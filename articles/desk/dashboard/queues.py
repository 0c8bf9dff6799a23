"""What the desk page shows of a text that waits, and of those that wait for the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import Article, Note, SenderNotice, Status, Transition
from articles.models.phases import LanguageState
from articles.models.workflow import Move

QUEUES = {
    "mine": _("Waiting for you"),
    "review": _("To review"),
    "translate": _("To translate"),
    "stale": _("Translations to bring up to date"),
    "changes": _("Changes that readers do not see yet"),
    "published": _("Published in the last seven days"),
}
"""What each queue is called, in the order in which the desk page shows them."""
EMPTY = {
    "mine": _("Nothing waits for you."),
    "review": _("Nothing to review: what is submitted comes here."),
    "translate": _("Everything that is published is translated, or being translated."),
    "stale": _("Every translation says what its original says."),
    "changes": _("Readers see every change."),
    "published": _("Nothing was published in the last seven days."),
}
"""What is said of a queue with nothing in it."""
MOST = 500
SHOWN = 8


def capped_count(number: int) -> str:
    """``12``, or ``500+``: nobody reads further."""
    return f"{MOST}+" if number > MOST else str(number)


@dataclass(frozen=True)
class NextMove:
    """A move as a button: what it says goes by the moment."""

    to: Status
    move: Move
    label: str

    @property
    def is_later(self) -> bool:
        return self.label != str(self.move.label)

    @property
    def is_read_first(self) -> bool:
        """Whether the text is shown before the move is made: what publishes it."""
        return self.to == Status.PUBLISHED


@dataclass(frozen=True)
class QueuedText:
    """One language of an article, as a line of a queue."""

    article: Article
    language: Language
    moment: datetime
    moves: dict[Status, Move] = field(default_factory=dict)
    returned: Transition | None = None
    """The move that took it back, with the reason."""
    is_as_opened: bool = False
    """Whether its working copy says again what readers had when it was opened."""
    asked: Note | None = None
    """The note that asks for a correction: of the changes beside it, or of one of its entries."""
    sender: SenderNotice | None = None
    """What its sender has said since it was taken in."""

    @property
    def language_state(self) -> LanguageState:
        return self.article.state_in(self.language)

    @property
    def steps(self) -> list[NextMove]:
        """The moves, as buttons say them: none before the language has a headline."""
        return [
            NextMove(to, move, self.article.label_of(move, self.language))
            for to, move in self.moves.items()
            if self.headline
        ]

    @property
    def headline(self) -> str:
        return self.article.said("headline", self.language)

    @property
    def title(self) -> str:
        """What it is called, where this language has no headline yet: as another has it."""
        return self.headline or str(self.article)

    @property
    def title_language(self) -> Language:
        return (
            self.language
            if self.headline
            else self.article.language_of("headline") or self.language
        )


@dataclass(frozen=True)
class Queue:
    """Texts that wait for the same thing: the first ones, and how many there are."""

    name: str
    texts: Sequence[QueuedText]
    number: int

    @property
    def label(self) -> str:
        return str(QUEUES[self.name])

    @property
    def nothing(self) -> str:
        return str(EMPTY[self.name])

    @property
    def count(self) -> str:
        return capped_count(self.number)

    @property
    def is_cut(self) -> bool:
        """Whether there are more than the page shows."""
        return self.number > len(self.texts)

    @property
    def shows_state(self) -> bool:
        """Whether its texts are in more states than one."""
        return self.name == "mine"

    @property
    def is_translated(self) -> bool:
        """Whether its texts wait for a translator, beside their source."""
        return self.name in {"translate", "stale"}
