"""A correction or an update whose text stays as it was: asked about before readers have it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.desk.editing.waiting_changes import WaitingChanges
from articles.languages import Language
from articles.models import Article

from .corrections import CorrectionAnswers
from .owed_corrections import readers_of
from .reader_messages import languages_of_changes


class CorrectionWithoutChangeError(ValidationError):
    """Readers would be told that a text was changed of which no word changes."""

    def __init__(self, languages: list[Language]) -> None:
        self.languages = languages
        super().__init__(
            _(
                "Readers would be told of a correction or of news (%(languages)s), and the text "
                "itself stays as it is. Put the text right first; or tick the box, if it says "
                "what is right already."
            ),
            params={"languages": Language.active().names_of(languages)},
        )


def languages_told(waiting: WaitingChanges, told: CorrectionAnswers) -> list[Language]:
    """The languages whose readers are told something anew once a working copy is published."""
    live: Article | None = waiting.copy.working_copy_of
    if live is None:
        return []
    codes = {
        code
        for texts in (told.corrections, told.updates)
        for code, text in texts.items()
        if text.strip()
    }
    codes |= waiting.languages_corrected()
    return [one for one in readers_of(live) if one.code in codes]


def corrections_without_change(waiting: WaitingChanges, told: CorrectionAnswers) -> list[Language]:
    """Those of them in which nothing else changes."""
    changed = {kind: rows for kind, rows in waiting.changed.items() if kind != "corrections"}
    others = languages_of_changes(waiting.copy, changed, waiting.opened.content)
    return [one for one in languages_told(waiting, told) if one not in others]
