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
from datetime import date, datetime
from typing import Any

from django.core.signals import setting_changed
from django.db.models import Model, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from articles.languages import Language

MOST = 3_000
"""Texts; a card has some 2 kB, an article some 30. When there are more, all go."""
LARGEST = 100_000
"""Letters of a text that is kept."""
PLAIN = {str, int, bool, type(None), date, datetime}

kept: dict[Hashable, str] = {}


@dataclass(frozen=True)
class Values:
    """All that a text is written from."""

    known: Hashable


def kept_text(name: str, values: Values, write: Callable[[], str]) -> str:
    """A text that says what some values say: as it was written of the same ones, or anew.

    Args:
        name: tells it from other texts of the same values.
        values: of ``values_of``, of all that it is written from.
        write: writes it.
    """
    # The address of a file may be good for a while only, and a day ends with a minute.
    minute = int(timezone.now().timestamp()) // 60
    key = (name, Language.active().code, minute, values)
    text = kept.get(key)
    if text is None:
        text = write()
        if len(kept) >= MOST:
            kept.clear()
        if len(text) <= LARGEST:
            kept[key] = text
    return text


def values_of(*shown: Any) -> Values:
    """All that is known of what is shown, to the last column: a record says more than its key."""
    return Values(known_of([*shown]))


def known_of(shown: Any, within: tuple[int, ...] = ()) -> Hashable:
    """The same of one of them; of a record that it stands within, only which one that is."""
    if isinstance(shown, Model):
        if id(shown) in within:
            return shown.pk
        known = shown.__dict__ | shown._state.fields_cache
        del known["_state"]
        return (type(shown), known_of(known, (*within, id(shown))))
    if isinstance(shown, dict):
        values = shown.values()
        return (*shown, *[one if type(one) in PLAIN else known_of(one, within) for one in values])
    if is_dataclass(shown):
        return (type(shown), known_of(vars(shown), within))
    if isinstance(shown, QuerySet):
        # Rows that were fetched with a record; of others nothing is known.
        shown = shown._result_cache or []
    if isinstance(shown, list):
        return tuple(known_of(one, within) for one in shown)
    return shown.name if isinstance(shown, FieldFile) else shown


def forget(**_sent: Any) -> None:
    kept.clear()


setting_changed.connect(forget, dispatch_uid="kept texts")
