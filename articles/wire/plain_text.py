"""A text on its way out, so that it is read as it is meant where nobody knows its direction.

Where there is mark-up, ``dir`` and ``lang`` say it. Where there is none (a title in a feed, a
calendar, what is shared), programs go by the first letter, or take everything to run from the
left: one mark at the beginning tells them. Numbers are joined and set apart in both.
"""

from __future__ import annotations

import unicodedata

from django.http import HttpResponse

from articles.languages import Language
from articles.models.typography_checks import customs_of
from articles.text.scripts import letters_in_script
from articles.text.typography.number_rule import page_with_numbers, with_numbers

MARKS = {"rtl": "\u200f", "ltr": "\u200e"}
ALL_MARKS = ("\u200e", "\u200f", "\u061c")
OWN = {"rtl": frozenset({"R", "AL"}), "ltr": frozenset({"L"})}


def in_plain_text(text: str, language: Language) -> str:
    """A text where no mark-up can be."""
    text = with_numbers(text, customs_of(language))
    return MARKS[language.direction] + text if needs_mark(text, language) else text


def needs_mark(text: str, language: Language) -> bool:
    """Whether a text begins with what another direction, or none, would be taken from."""
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    own = OWN[language.direction]
    if not kinds or kinds[0] in own or own.isdisjoint(kinds) or text.startswith(ALL_MARKS):
        return False
    # What runs from the left is taken to do so wherever nothing is said.
    first = next(one for one in kinds if one in {"L", "R", "AL"})
    return language.direction == "rtl" or first not in own


def language_of_letters(text: str, language: Language) -> Language:
    """The language that a text in some field is in: another, where its letters are of that one."""
    for one in language.then_others:
        own, every = letters_in_script(text, one.script)
        if every and own * 2 > every:
            return one
    return language


def in_mark_up(html: str, language: Language) -> str:
    """A text with mark-up, whole: for a page that has another direction, or none."""
    marked = f'<div dir="{language.direction}" lang="{language}">{html}</div>'
    return page_with_numbers(marked, customs_of(language))


def say_numbers(response: HttpResponse) -> None:
    """Join the numbers of a page, and set them apart, however they were typed."""
    page = response.content.decode()
    response.content = page_with_numbers(page, customs_of(Language.active()))
