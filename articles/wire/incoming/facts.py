"""What is known of a text before it is read: whose feed it came by, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from articles.models import ReceivedText
from articles.text.agencies import agency_at

from ..copy import WireCopy


def with_facts(copy: WireCopy, text: ReceivedText) -> WireCopy:
    """What a text was found to say, with what its feed or its address says more surely."""
    if text.source is None and not text.address:
        return copy
    host = (urlsplit(text.address).hostname or "").removeprefix("www.")
    name = text.source.said_anyhow("name") if text.source else ""
    return replace(
        copy,
        source_name=name or copy.source_name or agency_at(host) or host,
        source_url=text.address or copy.source_url,
        published_on=copy.published_on or text.sent_on,
    )
