"""Feeds and sitemaps are what their specifications say, as schemas written from those judge."""

import json
from pathlib import Path

import pytest
from django.utils import timezone
from jsonschema import Draft202012Validator
from lxml import etree

from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    SourceFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

SCHEMAS = Path(__file__).parent / "schemas"
LANGUAGES = ["fr", "ar"]


@pytest.fixture
def newsroom(db, settings):
    """Something of everything that a feed can say, in both languages."""
    settings.WEBSUB_HUB = "https://hub.example/"
    article = ArticleFactory(
        live=LANGUAGES,
        live_at=timezone.now(),
        headline_fr="« Été » & <em>compagnie</em>",
        event=EventFactory(),
        byline="A. Benali",
        source=SourceFactory(credit_line_fr="Repris de la MAP."),
        source_url="https://www.mapexpress.ma/un-texte",
        lead_image=ImageFactory(credit="MAP"),
    )
    article.topics.add(TopicFactory())
    CorrectionFactory(article=article)
    ArticleFactory(live=["fr"])
    return article


def faults(schema, content):
    """What a schema finds wrong with a document."""
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / f"{schema}.rng"))
    grammar.validate(etree.fromstring(content))
    return [f"{fault.line}: {fault.message}" for fault in grammar.error_log]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_feed_is_what_its_specification_says(client, newsroom, form, language):
    assert faults(form, client.get(f"/{language}/feed.{form}").content) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["atom", "rss"])
def test_so_is_an_empty_one(client, form, language):
    assert faults(form, client.get(f"/{language}/feed.{form}").content) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_json_feed_is_too(client, newsroom, language):
    schema = json.loads((SCHEMAS / "feed.json").read_text(encoding="utf-8"))
    feed = client.get(f"/{language}/feed.json").json()
    found = Draft202012Validator(schema).iter_errors(feed)
    assert [fault.message for fault in found] == []
    assert feed["items"]


def test_the_feed_of_an_event_is_too(client, newsroom):
    path = f"{newsroom.event.url_in('ar')}feed.rss"
    assert faults("rss", client.get(path).content) == []


def test_every_sitemap_is_too(client, newsroom):
    index = client.get("/sitemap.xml").content
    places = etree.fromstring(index).xpath("//*[local-name() = 'loc']/text()")
    assert len(places) > 4
    assert faults("sitemap", index) == []
    for place in [*places, "/news-sitemap.xml"]:
        content = client.get(place.removeprefix("http://testserver")).content
        assert b"<url>" in content, place
        assert faults("sitemap", content) == [], place


@pytest.mark.parametrize(
    ("schema", "wrong"),
    [
        ("atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Sans date</title></feed>"),
        ("rss", "<rss version='2.0'><channel><title>Sans lien</title></channel></rss>"),
        (
            "sitemap",
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>",
        ),
    ],
)
def test_the_schemas_refuse_what_is_wrong(schema, wrong):
    assert faults(schema, wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_atom_never_has_two_links_for_one_kind_and_language(client, newsroom, language):
    """RFC 4287, 4.1.1 and 4.1.2, which no grammar can say."""
    feed = etree.fromstring(client.get(f"/{language}/feed.atom").content)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    for one in [feed, *feed.findall("a:entry", atom)]:
        links = one.xpath("a:link[not(@rel) or @rel = 'alternate']", namespaces=atom)
        kinds = [(link.get("type"), link.get("hreflang")) for link in links]
        assert len(kinds) == len(set(kinds))
