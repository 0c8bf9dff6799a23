"""Other newsrooms and readers' programs get whole texts: RSS, Atom, JSON Feed."""

from datetime import timedelta

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

FORMS = ["rss", "atom", "json"]


def entries(client, form, language="fr"):
    """What a program finds in a feed, the same names for each form."""
    response = client.get(f"/{language}/feed.{form}")
    assert response.status_code == 200
    if form == "json":
        return [
            {
                "title": item["title"],
                "link": item["url"],
                "id": item["id"],
                "html": item["content_html"],
                "tags": item.get("tags", []),
                "author": (item.get("authors") or [{"name": ""}])[0]["name"],
            }
            for item in response.json()["items"]
        ]
    read = feedparser.parse(response.content)
    assert read.bozo == 0, read.get("bozo_exception")
    return [
        {
            "title": entry.title,
            "link": entry.link,
            "id": entry.id,
            "html": entry.content[0].value,
            "tags": [tag.term for tag in entry.get("tags", [])],
            "author": entry.get("author", ""),
        }
        for entry in read.entries
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_has_the_whole_text_and_what_belongs_to_it(client, form):
    article = ArticleFactory(
        live=["fr"],
        headline_fr="Le Maroc préside",
        body_fr="<p>Une <strong>session</strong> &amp; plénière.</p>",
        byline="A. Benali",
        source=SourceFactory(credit_line_fr="Repris de la MAP."),
    )
    article.topics.add(TopicFactory(name_fr="Migrations"))
    (entry,) = entries(client, form)
    assert entry["title"] == "Le Maroc préside"
    assert entry["link"] == f"http://testserver{article.url_in('fr')}"
    assert "<strong>session</strong>" in entry["html"]
    assert "Repris de la MAP." in entry["html"]
    assert entry["tags"] == ["Migrations"]
    assert entry["author"] == "A. Benali"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_it_holds_what_is_live_in_its_language_the_newest_first(client, form, language):
    now = timezone.now()
    for hours, live in ((3, ["fr", "ar"]), (2, ["fr"]), (1, ["ar"]), (-1, ["fr", "ar"])):
        ArticleFactory(
            live=live,
            live_at=now - timedelta(hours=hours),
            headline_fr=f"il y a {hours}",
            headline_ar=f"قبل {hours}",
        )
    ArticleFactory(
        live=["fr", "ar"],
        embargoed_until=now + timedelta(hours=1),
        headline_fr="secret",
        headline_ar="سر",
    )
    titles = [entry["title"] for entry in entries(client, form, language)]
    assert titles == {"fr": ["il y a 2", "il y a 3"], "ar": ["قبل 1", "قبل 3"]}[language]


@pytest.mark.parametrize("form", FORMS)
def test_a_correction_moves_the_date_and_stands_in_the_text(client, form):
    article = ArticleFactory(live=["fr"])
    CorrectionFactory(article=article, text_fr="La session a eu lieu mercredi.")
    CorrectionFactory(article=article, text_fr="Entre nous.", public=False)
    (entry,) = entries(client, form)
    assert "La session a eu lieu mercredi." in entry["html"]
    assert "Entre nous." not in entry["html"]


def test_in_json_corrections_are_data_too(client):
    article = ArticleFactory(live=["fr"])
    correction = CorrectionFactory(article=article)
    (item,) = client.get("/fr/feed.json").json()["items"]
    (data,) = item["_newsroom"]["corrections"]
    assert (data["text"], data["kind"]) == (correction.text_fr, "substance")
    assert item["date_modified"] > item["date_published"]


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_keeps_its_name_when_the_article_is_renamed(client, form):
    article = ArticleFactory(live=["fr"])
    (before,) = entries(client, form)
    article.headline_fr, article.slug_fr = "Autre", "autre"
    article.save()
    (after,) = entries(client, form)
    assert before["id"] == after["id"]
    assert before["link"] != after["link"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "headline",
    ["« Guillemets » & <b>", "fin ]]> du", "cloche \x07 et \x0b", "\u200fرباط\u200e 🎉", "x" * 300],
)
def test_no_headline_breaks_it(client, form, headline):
    ArticleFactory(
        live=["fr"], headline_fr=headline, body_fr=f"<p>{headline[:40]}</p>", slug_fr="s"
    )
    (entry,) = entries(client, form)
    assert entry["title"].strip()[:3] == headline.strip()[:3]


@pytest.mark.parametrize("form", FORMS)
def test_links_to_our_own_pages_are_whole_addresses(client, form):
    ArticleFactory(live=["fr"], body_fr='<p><a href="/fr/events/">ici</a></p>')
    (entry,) = entries(client, form)
    assert 'href="http://testserver/fr/events/"' in entry["html"]


def test_a_picture_comes_with_its_description(client):
    ArticleFactory(live=["fr"], lead_image=ImageFactory(alt_fr="Une salle"))
    (entry,) = feedparser.parse(client.get("/fr/feed.rss").content).entries
    assert entry.media_content[0]["url"].startswith("http://testserver/media/")
    assert entry.media_content[0]["width"]
    assert entry.enclosures[0]["type"] == "image/jpeg"


def test_one_whose_licence_is_over_does_not(client):
    ArticleFactory(live=["fr"], lead_image=ImageFactory(expires_on="2020-01-01"))
    assert b"media:content" not in client.get("/fr/feed.rss").content


@pytest.mark.parametrize("form", FORMS)
def test_the_hub_is_named_where_there_is_one(client, settings, form):
    ArticleFactory(live=["fr"])
    assert "hub.example" not in client.get(f"/fr/feed.{form}").text
    settings.WEBSUB_HUB = "https://hub.example/"
    response = client.get(f"/fr/feed.{form}")
    if form == "json":
        assert response.json()["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    else:
        links = feedparser.parse(response.content).feed.links
        assert "https://hub.example/" in [link.href for link in links if link.rel == "hub"]


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_newsroom_has_an_empty_feed(client, form):
    assert entries(client, form, "ar") == []


@pytest.mark.parametrize("form", FORMS)
def test_any_number_of_articles_takes_at_most_eight_queries(client, form):
    topic = TopicFactory()
    for _ in range(12):
        article = ArticleFactory(live=["fr"], source=SourceFactory(), lead_image=ImageFactory())
        article.topics.add(topic)
        CorrectionFactory(article=article)
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/fr/feed.{form}")
    assert len(queries) <= 8


def test_who_has_it_already_is_not_sent_it_again(client):
    ArticleFactory(live=["fr"], live_at=timezone.now() - timedelta(days=1))
    first = client.get("/fr/feed.rss")
    again = client.get("/fr/feed.rss", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


@pytest.fixture
def tied():
    """An article, one that nothing ties to it, and the records it is tied to."""
    article = ArticleFactory(live=["fr"], event=EventFactory(), headline_fr="Lié")
    ArticleFactory(live=["fr"], headline_fr="Étranger")
    topic, speaker, league = TopicFactory(), SpeakerFactory(), OrganizationFactory()
    article.topics.add(topic)
    article.mention(league)
    QuoteFactory(article=article, speaker=speaker)
    return [article.event, topic, speaker, league]


def test_each_page_has_a_feed_of_its_own_and_names_it(client, tied):
    for record in tied:
        page = record.url_in("fr")
        assert f'href="{page}feed.rss"' in client.get(page).text
        read = feedparser.parse(client.get(f"{page}feed.rss").content)
        assert read.bozo == 0
        assert [entry.title for entry in read.entries] == ["Lié"], record
        assert record.name_fr in read.feed.title


@pytest.mark.parametrize("kind", ["events", "topics", "speakers", "organizations"])
def test_a_feed_of_nothing_is_not_found(client, kind):
    assert client.get(f"/fr/{kind}/rien/feed.rss").status_code == 404


def links_to(links, language):
    named = [link for link in links if link.get("hreflang") == language]
    return {(link["rel"], link["type"], link["href"]) for link in named}


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_feed_and_its_articles_name_the_same_in_the_other_language(client, form):
    article = ArticleFactory(live=["fr", "ar"])
    read = feedparser.parse(client.get(f"/fr/feed.{form}").content)
    assert links_to(read.feed.links, "ar") == {
        ("alternate", f"application/{form}+xml", f"http://testserver/ar/feed.{form}"),
    }
    assert links_to(read.entries[0].links, "ar") == {
        ("related", "text/html", f"http://testserver{article.url_in('ar')}")
    }
    # And a program still opens each in the feed's own language.
    assert read.feed.link == "http://testserver/fr/"
    assert read.entries[0].link == f"http://testserver{article.url_in('fr')}"


def test_a_json_feed_does_too(client):
    article = ArticleFactory(live=["fr", "ar"])
    feed = client.get("/ar/feed.json").json()
    assert feed["_newsroom"]["translations"] == [
        {
            "language": "fr",
            "home_page_url": "http://testserver/fr/",
            "feed_url": "http://testserver/fr/feed.json",
        }
    ]
    assert feed["items"][0]["_newsroom"]["translations"] == [
        {"language": "fr", "url": f"http://testserver{article.url_in('fr')}"}
    ]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_live_in_the_other_language_is_not_named_there(client, form):
    draft = ArticleFactory(live=["fr"], slug_ar="مسودة")
    feed = client.get(f"/fr/feed.{form}").text
    assert draft.url_in("ar") not in feed


def test_the_feed_of_a_topic_names_its_counterpart(client, tied):
    _, topic, *_ = tied
    read = feedparser.parse(client.get(f"{topic.url_in('fr')}feed.rss").content)
    ((_, _, address),) = links_to(read.feed.links, "ar")
    assert address == f"http://testserver{topic.url_in('ar')}feed.rss"
    assert client.get(address.removeprefix("http://testserver")).status_code == 200
