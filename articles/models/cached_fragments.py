"""Texts for readers that are written once for the same rows: a card, an article, its linked data.

After each save anywhere every page is made anew, and nearly all of what is on them is as it was.
So a text is kept in the process under all that it shows: every column of each record, with those of
the records fetched with it, as the database has just said them. Nothing has to be thrown away: a
row that was changed in any way, by whomever, is another key. So who keeps a text gives all that it
is written from. It may depend on nothing else but the language, the minute, and what is the same
for as long as the process lives.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime, time
from numbers import Number
from typing import Any, cast

from django.core.signals import setting_changed
from django.db.models import Model, QuerySet
from django.db.models.fields.files import FieldFile
from django.urls import get_script_prefix
from django.utils import timezone

from articles.languages import Language

MOST = 3_000
"""Texts; a card has some 2 kB, a page some 30. When there are more, all go."""
LARGEST = 200_000
"""Letters of a text that is kept."""
MOST_LETTERS = 5_000_000
"""Of all of them together."""
PLAIN = {str, int, bool, type(None), date, datetime}


class CachedFragments:
    """Texts by all that they are written from."""

    def __init__(self) -> None:
        self.texts = dict[Hashable, str]()
        self.letters = 0

    def keep(self, key: Hashable, text: str) -> None:
        if len(text) > LARGEST:
            return
        if len(self.texts) >= MOST or self.letters + len(text) > MOST_LETTERS:
            self.forget()
        self.texts[key] = text
        self.letters += len(text)

    def forget(self) -> None:
        self.texts.clear()
        self.letters = 0


fragments = CachedFragments()


@dataclass(frozen=True)
class Values:
    """All that a text is written from."""

    known: Hashable


def cached_fragment(name: str, values: Values, write: Callable[[], str]) -> str:
    """A text that says what some values say: as it was written of the same ones, or anew.

    Args:
        name: tells it from other texts of the same values.
        values: of ``values_of``, of all that it is written from.
        write: writes it.
    """
    # The address of a file may be good for a while only, and a day ends with a minute.
    minute = int(timezone.now().timestamp()) // 60
    key = (name, Language.active().code, get_script_prefix(), minute, values)
    text = fragments.texts.get(key)
    if text is None:
        text = write()
        fragments.keep(key, text)
    return text


def values_of(*shown: Any) -> Values:
    """All that is known of what is shown, to the last column: a record says more than its key."""
    return Values(known_of(shown, {}))


def known_of(shown: Any, met: dict[int, int]) -> Hashable:
    """The same of one of them.

    Args:
        shown: what it is.
        met: the records of which all was said before, each with its number.
    """
    kind = type(shown)
    if kind in PLAIN or kind is Values:
        return cast("Hashable", shown)
    if isinstance(shown, Model):
        if (number := met.get(id(shown))) is not None:
            return (kind, number)
        met[id(shown)] = len(met)
        known = shown.__dict__ | shown._state.fields_cache
        del known["_state"]
        return (kind, known_of(known, met))
    if isinstance(shown, dict):
        values = shown.values()
        return (*shown, *[one if type(one) in PLAIN else known_of(one, met) for one in values])
    return known_of_others(shown, met)


def known_of_others(shown: Any, met: dict[int, int]) -> Hashable:
    """The same of what is no record and no value of a column."""
    if isinstance(shown, QuerySet):
        # Rows that were fetched with a record; of others nothing is known.
        shown = shown._result_cache or []
    if isinstance(shown, list | tuple):
        return tuple(known_of(one, met) for one in shown)
    if isinstance(shown, FieldFile):
        return shown.name
    if is_dataclass(shown):
        kind: Any = type(shown)
        return (kind, known_of([getattr(shown, one) for one in kind.__dataclass_fields__], met))
    # Of anything else it is not known what it says: it is like nothing.
    return shown if isinstance(shown, str | Number | date | time | type) else object()


def forget(**_sent: Any) -> None:
    fragments.forget()


setting_changed.connect(forget, dispatch_uid="cached fragments")
