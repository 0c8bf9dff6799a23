"""What the desk itself noted in a history, in the language of who reads it.

A note is kept in the language of whoever saved: one that is a sentence of ours is known again by
its words, in whichever language they are, and said anew.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import gettext, gettext_noop, override

from articles.languages import Language
from articles.models import Phase
from articles.models.workflow import move_told

NOTES_OF_THE_DESK = (
    gettext_noop("Restored version %(number)d."),
    gettext_noop("Deleted."),
    gettext_noop("Recovered after it was deleted."),
    gettext_noop("Working copy opened."),
    gettext_noop("Changes published."),
    gettext_noop("Changed outside the editing form."),
    gettext_noop("“%(gone)s” is merged into “%(kept)s”."),
    gettext_noop("A working copy was thrown away: the article is as it was."),
    gettext_noop("Translated beside its source."),
    gettext_noop("Translated in another tool."),
    gettext_noop("Taken over from the working copy."),
    gettext_noop("What the working copy said, where the article was written too."),
    gettext_noop("The article keeps what was written in it."),
    gettext_noop("Imported from the file %(name)s."),
    gettext_noop("Pasted text"),
    gettext_noop("What a second person typed in the review."),
    gettext_noop("Taken off: %(record)s."),
    gettext_noop("“%(record)s” replaced by “%(other)s”."),
    gettext_noop("Undone: %(merge)s"),
    gettext_noop("Duplicate of “%(article)s”."),
)
BEFORE_WORDS = (gettext_noop("Proposed by %(name)s."),)
"""Sentences that may be followed by what people wrote."""
MOVE = re.compile(r"(?P<code>[\w-]+): (?P<before>.+?) → (?P<after>.+)")
"""What ``Transition`` says of itself."""
PLACE = re.compile(r"%\\?\((\w+)\\?\)[sd]")


@cache
def note_patterns(code: str) -> dict[str, re.Pattern[str]]:
    """The sentences as one language has them, to be found again with what was put into them."""
    with override(code):
        said = {sentence: gettext(sentence) for sentence in NOTES_OF_THE_DESK}
    return {
        sentence: re.compile(PLACE.sub(r"(?P<\1>.+)", re.escape(words)))
        for sentence, words in said.items()
    }


@cache
def state_of_label(code: str) -> dict[str, Phase]:
    """The states by what one language calls them."""
    with override(code):
        return {str(phase.label): phase for phase in Phase}


@cache
def opening_patterns(code: str) -> dict[str, re.Pattern[str]]:
    """The sentences with which a note may begin, as one language has them."""
    with override(code):
        said = {sentence: gettext(sentence) for sentence in BEFORE_WORDS}
    return {
        sentence: re.compile(
            PLACE.sub(r"(?P<\1>.+?)", re.escape(words)) + r"(?P<written>(?: .*)?)", re.DOTALL
        )
        for sentence, words in said.items()
    }


def move_in_active_language(note: str) -> str:
    """« ar: prêt → publié », as the active language has it; anything else as it is."""
    if not (found := MOVE.fullmatch(note)):
        return note
    for language in Language.all():
        labels = state_of_label(language.code)
        if found["before"] in labels:
            after = labels[found["after"]].label if found["after"] in labels else found["after"]
            return move_told(found["code"], f"{labels[found['before']].label}", f"{after}")
    return note


def in_active_language(note: str) -> str:
    """A note of a history; what a person wrote stays as it is."""
    for language in Language.all():
        for sentence, pattern in note_patterns(language.code).items():
            if found := pattern.fullmatch(note):
                words = gettext(sentence).replace(")d", ")s")
                return words % {
                    name: in_active_language(one) for name, one in found.groupdict().items()
                }
        for sentence, pattern in opening_patterns(language.code).items():
            if found := pattern.fullmatch(note):
                return gettext(sentence) % found.groupdict() + found["written"]
    return move_in_active_language(note)
