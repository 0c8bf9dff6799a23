"""What is known of a text before it is read: whose feed it came by, what its sender says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import ReceivedText
from articles.models.phases import by_the_clock
from articles.text.agencies import agency_at

from ..copy import WireCopy
from ..sender_facts import APPEARING, SenderFacts


def with_facts(copy: WireCopy, text: ReceivedText) -> WireCopy:
    """What a text was found to say, with what its feed or its address says more surely."""
    in_text = copy.source_name
    copy = with_said(copy, SenderFacts.of(text.said), timezone.now())
    if text.source is None and not text.address:
        return copy
    host = (urlsplit(text.address).hostname or "").removeprefix("www.")
    name = text.source.said_anyhow("name") if text.source else ""
    return replace(
        copy,
        source_name=name or in_text or agency_at(host) or copy.source_name or host,
        source_url=text.address or copy.source_url,
        published_on=copy.published_on or text.sent_on,
    )


def with_said(copy: WireCopy, facts: SenderFacts, now: datetime) -> WireCopy:
    """The same with what its sender says by machine: an embargo is one, wherever it is said."""
    told = (*copy.to_check, *remarks(facts, now))
    if facts.corrects and not copy.correction:
        copy = replace(copy, correction=facts.note or _("Its sender says so by machine."))
    # What a site is called: surer than its address, and less than a source that the text names.
    copy = replace(copy, source_name=copy.source_name or facts.site or None)
    if not facts.is_open(now):
        return replace(copy, to_check=told)
    until = facts.until_moment
    if copy.embargo_line and copy.embargoed_until and until:
        # Of two ends the later one holds.
        until = max(until, copy.embargoed_until)
    line = " · ".join(one for one in (copy.embargo_line, sentence(facts)) if one)
    return replace(copy, embargo_line=line, embargoed_until=until, to_check=told)


def sentence(facts: SenderFacts) -> str:
    """An embargo as a person reads it, by the newsroom's clock."""
    until = facts.until_moment
    if until is None:
        return _("Its sender holds it back until further notice.")
    if facts.embargo == APPEARING:
        told = _("By its feed it appears at a moment to come: %(moment)s.")
    else:
        told = _("Its sender says by machine: under embargo until %(moment)s.")
    return told % {"moment": by_the_clock(until)}


def remarks(facts: SenderFacts, now: datetime) -> Iterator[str]:
    """What a sender says of a text that a person should know, and need not answer."""
    until = facts.until_moment
    if facts.embargo and until and until <= now and facts.embargo != APPEARING:
        yield _("The embargo of its sender is over since %(moment)s.") % {
            "moment": by_the_clock(until)
        }
    for said, told in (
        (facts.note, _("Its sender says to the desk: “%s”")),
        (facts.terms, _("Terms of use, by its sender: “%s”")),
        (facts.slug, _("Slug of its sender: %s")),
        (facts.urgency, _("Urgency, by its sender: %s")),
        (facts.version if facts.version not in {"", "0", "1"} else "", _("Version %s")),
    ):
        if said:
            yield told % said
