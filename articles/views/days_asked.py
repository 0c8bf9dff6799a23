"""The days from which and to which a search is asked for, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext

from articles.languages import Language
from articles.search.facets import DAYS
from articles.search.filters import YEARS

LONGEST = 20
"""Characters of what is no day that are said."""


def valid_day(given: str) -> str:
    """A day as a browser writes it, in the years of which there may be articles."""
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return ""
    return day.isoformat() if day.year in YEARS else ""


def day_label(name: str, value: str) -> str:
    """« Depuis le 3 juillet 2024 », of a chosen day."""
    said = gettext("From %(day)s") if name == DAYS[0] else gettext("To %(day)s")
    return said % {"day": in_words(value)}


def in_words(value: str) -> str:
    return Language.active().date(date.fromisoformat(value))


def remarks_on_days(given: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each day that is none, and one where no day can lie between the two."""
    typed = [given.get(name, "").strip() for name in DAYS]
    for one in typed:
        if one and not valid_day(one):
            sentence = gettext(
                "“%(typed)s” is no date from %(first)s to %(last)s: nothing was narrowed by it."
            )
            shown = one if len(one) <= LONGEST else f"{one[:LONGEST]}…"
            yield sentence % {"typed": shown, "first": YEARS[0], "last": YEARS[-1]}
    since, until = map(valid_day, typed)
    if since and until and since > until:
        sentence = gettext("The first date, %(since)s, is after the last, %(until)s.")
        yield sentence % {"since": in_words(since), "until": in_words(until)}
