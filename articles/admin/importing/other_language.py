"""A text that says in another language what an article here says: why it is thought so.

A person decides. The text goes only where the article has no words of its language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, Event, Organization, Place, Record, Speaker, User
from articles.text.comparison.facts import NUMBER, facts_of
from articles.text.numbers import folded_number
from articles.text.richtext.paragraphs import paragraphs
from articles.wire.copy import WireCopy

from ..requests import number
from .choices import NEW, RecordChoices, bare, uses_in
from .first_form import FormValues
from .updating import has_no_words, may_update

ENOUGH = 6
"""From which signs are told: a person, the day and the place are fewer."""
MOST_APART = timedelta(days=2)
"""Between the days of a text and of its translation."""
LOOKED_AT = 60
"""Articles, the newest of those that name somebody or something of the text."""
MOST_NAMED = 5
YEAR = re.compile(r"(?:19|20)\d\d")

type Named = dict[type[Record], dict[int, str]]
"""The records that a text may name, by what it calls them."""


@dataclass
class OtherLanguage:
    """An article that may be the same text in another language."""

    article: Article
    reasons: list[str] = field(default_factory=list)
    weight: int = 0

    def because(self, weight: int, reason: str) -> None:
        self.weight += weight
        self.reasons.append(reason)


def article_in_another_language(
    copy: WireCopy, typed: FormValues, choices: RecordChoices, user: User
) -> OtherLanguage | None:
    """The article of which a text is the other language, as far as can be told, and why.

    Args:
        copy: the text as it was read.
        typed: what its form says by now.
        choices: the records that its names may mean.
        user: whom it may be offered to: who may write it there.
    """
    language = Language.get(copy.language)
    named = records_named(typed, choices)
    found = [
        reasons_of_match(article, copy, typed, named)
        for article in candidates(named, typed, language, user)
        if has_no_words(article, language) and may_update(article, language, user)
    ]
    likely = [one for one in found if one.weight >= ENOUGH]
    return max(likely, key=lambda one: (one.weight, one.article.pk), default=None)


def records_named(typed: FormValues, choices: RecordChoices) -> Named:
    """The records that were chosen, and those that a name may mean in another script."""
    named: Named = defaultdict(dict)
    for model, name, use in uses_in(typed):
        known = choices.known[model]
        keys = [number(use)] if use != NEW else [known.called(bare(name))]
        if use == NEW and name:
            keys += known.in_another_script(bare(name))
        named[model] |= {key: name for key in keys if key}
    return named


def candidates(
    named: Named, typed: FormValues, language: Language, user: User
) -> Iterable[Article]:
    """The newest articles that have no words in a language, and something of a text."""
    empty = Q(**{f"{language.field('headline')}__in": ["", None]}) | Q(
        **{f"{language.field('headline')}__isnull": True}
    )
    people, bodies = list(named[Speaker]), list(named[Organization])
    tied = (
        Q(quotes__speaker__in=people)
        | Q(mentions__speaker__in=people)
        | Q(mentions__organization__in=bodies)
        | Q(event__in=list(named[Event]))
        | Q(dateline__in=list(named[Place]))
    )
    if starts := parse_day(typed.get("event_starts_on")):
        tied |= Q(event__starts_on=starts)
    if path := address_key(typed.get("source_url", "")):
        tied |= Q(source_url__icontains=path[0])
    keys = Article.objects.for_desk(user).filter(empty, tied, site_page="").order_by()
    keys = keys.values("pk")
    rows = Article.objects.filter(pk__in=keys).order_by("-pk")
    rows = rows.select_related("event", "dateline", "source", "working_copy")
    return rows.prefetch_related("quotes", "mentions")[:LOOKED_AT]


def reasons_of_match(
    article: Article, copy: WireCopy, typed: FormValues, named: Named
) -> OtherLanguage:
    """Why an article may be a text in another language; of no weight, where days are far apart."""
    found = OtherLanguage(article)
    for sign in (by_address, by_day, by_event, by_people, by_bodies, by_place, by_numbers):
        sign(found, copy, typed, named)
    there, here = day_of(article), parse_day(typed.get("published_on"))
    if there and here and abs(there - here) > MOST_APART and not is_same_address(article, typed):
        found.weight = 0
    return found


# The signs.


def by_address(found: OtherLanguage, copy: WireCopy, typed: FormValues, named: Named) -> None:
    if is_same_address(found.article, typed):
        found.because(5, _("The same address at the source, but for the language"))
    elif found.article.source_url and found.article.source_url in copy.text:
        found.because(5, _("It leads to the address of that article at its source"))


def by_day(found: OtherLanguage, copy: WireCopy, typed: FormValues, named: Named) -> None:
    there, here = day_of(found.article), parse_day(typed.get("published_on"))
    if there and here and there == here:
        found.because(2, _("The same day: %(day)s") % {"day": date_format(here)})


def by_event(found: OtherLanguage, copy: WireCopy, typed: FormValues, named: Named) -> None:
    event = found.article.event
    if event is None:
        return
    if event.pk in named[Event]:
        found.because(3, _("The same event: %(event)s") % {"event": event})
    elif event.starts_on and event.starts_on == parse_day(typed.get("event_starts_on")):
        found.because(2, _("An event that begins on the same day: %(event)s") % {"event": event})


def by_people(found: OtherLanguage, copy: WireCopy, typed: FormValues, named: Named) -> None:
    article = found.article
    there = {one.speaker_id for one in article.quotes.all()}
    there |= {one.speaker_id for one in article.mentions.all()}
    same = {key: name for key, name in named[Speaker].items() if key in there}
    if same:
        people = Speaker.objects.in_bulk(same)
        found.because(
            min(6, 2 * len(same)),
            _("The same people: %(names)s") % {"names": paired_names(same, people)},
        )


def by_bodies(found: OtherLanguage, copy: WireCopy, typed: FormValues, named: Named) -> None:
    there = {one.organization_id for one in found.article.mentions.all()}
    same = {key: name for key, name in named[Organization].items() if key in there}
    if same:
        bodies = Organization.objects.in_bulk(same)
        found.because(
            min(2, len(same)),
            _("The same organizations: %(names)s") % {"names": paired_names(same, bodies)},
        )


def by_place(found: OtherLanguage, copy: WireCopy, typed: FormValues, named: Named) -> None:
    place = found.article.dateline
    if place and place.pk in named[Place]:
        found.because(1, _("The same place: %(place)s") % {"place": place})


def by_numbers(found: OtherLanguage, copy: WireCopy, typed: FormValues, named: Named) -> None:
    article = found.article
    body = paragraphs(article.said("body", Language.get(article.original_language)))
    here, there = numbers_of(copy.paragraphs), numbers_of(body)
    same = [one for one in here if one in there]
    if len(same) > 1 and 2 * len(same) >= min(len(here), len(there)):
        told = Language.active().listed(same[:MOST_NAMED])
        found.because(3, _("The same numbers: %(numbers)s") % {"numbers": told})


def paired_names(same: dict[int, str], records: Mapping[int, Record]) -> str:
    """Names as the text has them, beside those of the records."""
    return Language.active().listed(
        f"{name} = {records[key]}" for key, name in [*same.items()][:MOST_NAMED] if key in records
    )


def numbers_of(texts: Iterable[str]) -> list[str]:
    """The numbers of a text that tell it from others, each once: no years, no single figures."""
    found = (folded_number(one) for one in facts_of("\n".join(texts))[NUMBER])
    return [*dict.fromkeys(one for one in found if len(one) > 1 and not YEAR.fullmatch(one))]


def day_of(article: Article) -> date | None:
    """The day of an article: its source's, else the one on which it was begun."""
    return article.source_published_on or timezone.localtime(article.created_at).date()


def parse_day(said: str | None) -> date | None:
    try:
        return parse_date(said) if said else None
    except ValueError:
        return None


def is_same_address(article: Article, typed: FormValues) -> bool:
    there, here = address_key(article.source_url or ""), address_key(typed.get("source_url", ""))
    return there is not None and there == here


def address_key(address: str) -> tuple[str, ...] | None:
    """An address without the language in it; nothing for the front of a site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    codes = {one.code for one in Language.all()}
    steps = [one for one in parts.path.split("/") if one and one not in codes]
    host = (parts.hostname or "").removeprefix("www.")
    for code in codes:
        host = host.removeprefix(f"{code}.")
    return (host, *steps, parts.query) if host and (steps or parts.query) else None
