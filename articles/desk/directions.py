"""Texts and signs that run another way than the page: each is set apart in its own direction."""

from __future__ import annotations

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.languages import Language
from articles.models.notes import ADDRESSED
from articles.text.scripts import letters_in_script
from articles.text.typography.direction import END, FORCED


def language_of(words: str) -> Language:
    """The language in whose letters most of some words are, that of who reads by default."""
    return max(
        Language.active().then_others,
        key=lambda language: letters_in_script(words, language.script)[0],
    )


def direction_of(words: str) -> str:
    """Where most of its letters run; the names of colleagues that it addresses tell nothing."""
    return language_of(ADDRESSED.sub("", words)).direction


def with_names_apart(note: str) -> SafeString:
    """A note whose names of colleagues do not tell the direction of its words: « @salma يرجى… »."""
    return mark_safe(ADDRESSED.sub(r"<bdi>\g<0></bdi>", escape(note)))  # noqa: S308 - escaped


def in_own_direction(words: str) -> SafeString:
    """A text whose language nobody has said, within a line of the page."""
    shown = with_names_apart(words)
    return format_html('<bdi dir="{}">{}</bdi>', direction_of(words), shown) if words else shown


def left_to_right(signs: str) -> str:
    """Signs that are read from the left in every language: « 900 × 600 »; in plain text too."""
    return f"{FORCED[True]}{signs}{END}" if signs else ""
