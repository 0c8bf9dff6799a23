"""Press contacts that are looked for by name: a newsroom has few, so that each is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from articles.languages import Language
from articles.models import PressContact
from articles.models.cached_queries import cached
from articles.text.folding import letters

MOST_READ, MOST = 300, 6
SHORTEST = 2
"""Letters of a word that is looked for."""
WORD = re.compile(r"[^\W_]+")
ARTICLE = "ال"


@cached
def contacts_today(today: date) -> QuerySet[PressContact]:
    """Whom the press is told of."""
    return PressContact.objects.public(today)[:MOST_READ]


def contacts_called(typed: str, contacts: Iterable[PressContact]) -> list[PressContact]:
    """Those of some contacts whose names, roles or addresses have every word that was typed."""
    wanted = [one for one in words(typed) if len(one) >= SHORTEST]
    if not wanted:
        return []
    return [one for one in contacts if has_all(wanted, words(said_of(one)))][:MOST]


def said_of(contact: PressContact) -> str:
    """All that one may look for a contact by, in every language."""
    said = [
        contact.said(name, language) for name in ("name", "role") for language in Language.all()
    ]
    number = "".join(sign for sign in contact.telephone if sign.isdigit())
    return " ".join([*said, contact.mail, number, str(PressContact._meta.verbose_name_plural)])


def words(text: str) -> list[str]:
    return [one.removeprefix(ARTICLE) for one in WORD.findall(letters(text))]


def has_all(wanted: list[str], there: list[str]) -> bool:
    return all(any(word.startswith(one) for word in there) for one in wanted)
