"""Following every link from both front pages, a reader never meets a dead end."""

import re
from urllib.parse import unquote

import pytest

from tests.factories import (
    EventFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.databases

LINK = re.compile(r'<(?:a|link)\b[^>]*\shref="(?:http://testserver)?(/[^"]*|\?[^"]*)"')


def links_on(client, path):
    page = client.get(path)
    assert page.status_code in {200, 302}, unquote(path)
    here = path.partition("?")[0]
    found = LINK.findall(page.text)
    return {here + link if link.startswith("?") else link for link in found}


def test_no_link_leads_nowhere(client, coverage):
    one_language = [
        EventFactory(name_ar="", parent=coverage.event, place=PlaceFactory(name_ar="")),
        SpeakerFactory(name_fr=""),
        OrganizationFactory(name_ar=""),
        TopicFactory(name_fr=""),
    ]
    for live in (["fr"], ["ar"], ["fr", "ar"]) * 8:
        article = coverage.article(live=live)
        article.mention(one_language[1], one_language[2])
        article.topics.add(one_language[3])
        QuoteFactory(article=article, speaker=one_language[1], spoken_at=one_language[0])
    seen, next_ones = set(), {"/fr/", "/ar/"}
    while next_ones:
        path = next_ones.pop()
        seen.add(path)
        next_ones |= {link for link in links_on(client, path) if "/static/" not in link} - seen
    assert {one.url_in(lang) for one in one_language for lang in one.languages_with_page} <= seen
    assert len(seen) > 50
