"""What is looked at before readers have a text: a table of checks, each blocking or warning.

A check that blocks holds whichever way somebody publishes: ``WorkflowMixin.obstacles`` and ``gaps``
(``transitions.py``) are read from this table. A check that warns is shown, and stops nothing. One
that advises is shown while a text is written, and not told again once it is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.languages import Language
from articles.text.typography.rules import RULES

from . import duplicate_stories, faults, placeholders, typography_checks
from .faults import Fault

if TYPE_CHECKING:
    from .articles import Article


class Weight(models.TextChoices):
    BLOCKS = "blocks", _("keeps it from being published")
    WARNS = "warns", _("a warning")
    ADVISES = "advises", _("an advice")


@dataclass(frozen=True)
class Check:
    """One thing to look at in one language of an article, by name."""

    name: str
    label: Promise | str
    find: Callable[[Article, Language], Iterable[Fault]]
    weight: Weight = Weight.BLOCKS
    promised: bool = False
    """Whether the database keeps it too, of every published text."""
    of_news: bool = False
    """Whether a static page owes nobody what it asks for."""

    @property
    def blocks(self) -> bool:
        return self.weight == Weight.BLOCKS


@dataclass(frozen=True)
class Finding:
    """A fault that a check found, and the language it was found in."""

    check: Check
    language: Language
    fault: Fault


CHECKS: tuple[Check, ...] = (
    Check("headline", _("Headline"), faults.no_headline, promised=True),
    Check("slug", _("Address"), faults.no_slug, promised=True),
    Check("rival", _("Address of another article"), faults.taken_slug, promised=True),
    Check("body", _("Body"), faults.no_body, promised=True),
    Check("date", pgettext_lazy("check", "Date"), faults.no_date, promised=True),
    Check("withdrawal", _("Withdrawal"), faults.leaves_too_early, promised=True),
    Check("script", _("Language of the text"), faults.wrong_script),
    Check("holes", _("Places to fill in"), placeholders.left_open),
    Check("quotes", _("Quotations, word for word"), faults.quotes_not_in_body),
    Check("embargo_line", _("Embargo of the text received"), faults.unread_embargo),
    Check("links", _("Links"), faults.links_nobody_can_follow),
    Check("embeds", _("Videos and posts"), faults.embeds_of_no_site),
    Check("alternative_text", _("Alternative text of pictures"), faults.pictures_not_described),
    Check("licence", _("Licence of the picture"), faults.licence_ended),
    Check("documents", _("Documents"), faults.withdrawn_documents, Weight.WARNS),
    Check("paragraphs", _("Paragraphs to translate"), faults.foreign_paragraphs, Weight.WARNS),
    Check("brackets", _("Square brackets"), placeholders.in_brackets_of_nobody, Weight.WARNS),
    Check("dateline", _("Dateline"), faults.no_dateline, Weight.WARNS, of_news=True),
    Check(
        "source", _("Source or own reporting"), faults.unclear_source, Weight.WARNS, of_news=True
    ),
    Check(
        "speakers", _("Speakers of quotations"), faults.quotes_of_nobody, Weight.WARNS, of_news=True
    ),
    Check("chosen_quotes", _("Quotations in the text"), faults.chosen_quotes_gone, Weight.WARNS),
    Check("names", _("Names in this language"), faults.names_known_elsewhere, Weight.WARNS),
    Check(
        "twins",
        _("The same story"),
        duplicate_stories.published_already,
        Weight.WARNS,
        of_news=True,
    ),
    Check("embargo", _("Embargo"), faults.under_embargo, Weight.WARNS),
    Check("picture", _("Picture"), faults.no_picture, Weight.ADVISES, of_news=True),
    *(
        Check(
            rule.name,
            typography_checks.LABELS[rule.name],
            partial(typography_checks.careless, rule.name),
            Weight.WARNS,
        )
        for rule in RULES
    ),
)


PROMISED = tuple(check for check in CHECKS if check.promised)
BLOCKING = tuple(check for check in CHECKS if check.blocks)


ROWS = {
    "quotes": ["speaker"],
    "attachments": ["document"],
    "mentions": ["speaker", "organization"],
    "tagged": ["tag"],
}
"""The rows of an article that checks look through, and the records these name."""


def with_rows(article: Article) -> Article:
    """The article, with what is asked of it read once for all checks; it is not for saving."""
    if article.pk is None or article.addresses_taken is not None:
        return article
    read = vars(article).get("_prefetched_objects_cache", {})
    looked_at: Any = copy(article)
    looked_at._prefetched_objects_cache = dict(read)
    looked_at.addresses_taken = faults.taken_addresses(article, Language.all())
    prefetch_related_objects(
        [looked_at],
        *(
            models.Prefetch(name, getattr(looked_at, name).model.objects.select_related(*records))
            for name, records in ROWS.items()
            if name not in read
        ),
    )
    return looked_at


def findings(
    article: Article, language: Language, checks: Iterable[Check] = CHECKS
) -> list[Finding]:
    """What checks find in one language of an article, in the order of the table."""
    return [
        Finding(check, language, fault)
        for check in checks
        if not (check.of_news and article.is_site_page)
        for fault in check.find(article, language)
    ]


def by_field(found: Iterable[Finding]) -> dict[str, list[Promise | str]]:
    """The sentences of findings, by the field of the article they are about."""
    sentences: dict[str, list[Promise | str]] = {}
    for one in found:
        sentences.setdefault(one.fault.field, []).append(one.fault.sentence)
    return sentences
