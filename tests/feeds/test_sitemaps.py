"""What robots read: every page of every language, and nothing that readers may not see."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from articles.models import Article
from articles.views import sitemaps
from tests.factories import ArticleFactory, CorrectionFactory, EventFactory, SpeakerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml"
    return etree.fromstring(response.content)


def every_address(client):
    """What a robot finds that follows the index."""
    found = []
    for section in read(client, "/sitemap.xml").xpath("//s:loc/text()", namespaces=SPACES):
        path = section.removeprefix("http://testserver")
        found += read(client, path).xpath("//s:loc/text()", namespaces=SPACES)
    return found


def test_it_lists_each_page_in_each_language_it_has(client):
    article = ArticleFactory(live=["fr"], event=EventFactory())
    speaker = SpeakerFactory(name_ar="")
    found = every_address(client)
    for path in (article.url_in("fr"), article.event.url_in("fr"), article.event.url_in("ar")):
        assert f"http://testserver{path}" in found
    assert f"http://testserver{speaker.url_in('fr')}" in found
    assert f"http://testserver{article.url_in('ar')}" not in found
    assert len(found) == len(set(found))


def test_every_address_in_it_opens(client):
    ArticleFactory(live=["fr", "ar"], event=EventFactory())
    for address in every_address(client):
        assert client.get(address.removeprefix("http://testserver")).status_code == 200, address


def test_it_never_lists_what_is_not_live(client):
    later = timezone.now() + timedelta(days=1)
    hidden = [
        ArticleFactory(),
        ArticleFactory(live=["fr"], live_at=later),
        ArticleFactory(live=["fr"], embargoed_until=later),
    ]
    found = every_address(client)
    assert not any(article.slug_fr in address for article in hidden for address in found)


def test_a_page_names_itself_in_the_other_language(client):
    ArticleFactory(live=["fr", "ar"])
    tree = read(client, "/sitemap-article-fr-1.xml")
    assert tree.xpath("//x:link/@hreflang", namespaces=SPACES) == ["fr", "ar"]


def test_a_long_list_comes_in_parts(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "AT_ONCE", 2)
    for _ in range(3):
        ArticleFactory(live=["fr"])
    assert "sitemap-article-fr-2.xml" in client.get("/sitemap.xml").text
    assert len(read(client, "/sitemap-article-fr-1.xml")) == 2
    assert len(read(client, "/sitemap-article-fr-2.xml")) == 1


@pytest.mark.parametrize(
    "name", ["article-fr-2", "article-xx-1", "user-fr-1", "article-fr-x", "article-fr-0", "x"]
)
def test_a_part_that_is_none_is_not_found(client, name):
    ArticleFactory(live=["fr"])
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_any_number_of_pages_takes_two_queries_a_part(client):
    for _ in range(10):
        ArticleFactory(live=["fr", "ar"])
    with CaptureQueriesContext(connection) as queries:
        client.get("/sitemap-article-fr-1.xml")
    # One more: when the next of them comes or goes.
    assert len(queries) == 2


def test_the_news_sitemap_has_the_last_two_days(client):
    now = timezone.now()
    ArticleFactory(live=["fr"], live_at=now - timedelta(hours=47), headline_fr="Récent & \x07 sûr")
    ArticleFactory(live=["fr"], live_at=now - timedelta(hours=49), headline_fr="Ancien")
    ArticleFactory(live=["ar"], live_at=now, headline_ar="جديد")
    tree = read(client, "/news-sitemap.xml")
    titles = tree.xpath("//n:title/text()", namespaces=SPACES)
    assert titles == ["جديد", "Récent &  sûr"]
    assert tree.xpath("//n:language/text()", namespaces=SPACES) == ["ar", "fr"]
    names = tree.xpath("//n:name/text()", namespaces=SPACES)
    assert names == ["نيوزروم", "Newsroom"]


def test_robots_find_the_sitemaps_and_leave_the_desk(client):
    page = client.get("/robots.txt")
    assert page["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in page.text
    assert "Disallow: /admin/" in page.text


def test_security_txt_names_whom_to_tell_until_less_than_a_year_from_now(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@newsroom.example?a=1&b=2"
    page = client.get("/.well-known/security.txt").text
    assert "Contact: mailto:security@newsroom.example?a=1&b=2" in page
    assert re.search(r"^Expires: 20\d\d-\d\d-\d\dT00:00:00Z$", page, re.MULTILINE)
    assert "Preferred-Languages: fr, ar" in page


def test_a_language_keeps_its_dates_when_another_is_published(client, editor):
    long_ago = timezone.now() - timedelta(days=5)
    article = ArticleFactory(live=["fr"], published_at_fr=long_ago)
    Article.objects.filter(pk=article.pk).update(updated_at=long_ago)
    article.refresh_from_db()

    def dates():
        page = client.get(article.url_in("fr")).text
        feed = client.get("/fr/feed.json").json()["items"][0]
        sitemap = client.get("/sitemap-article-fr-1.xml").text
        return (
            re.search(r'"dateModified":"([^"]*)', page)[1],
            re.search(r'modified_time"\s+content="([^"]*)', page)[1],
            feed["date_modified"],
            re.search("<lastmod>(.*?)</lastmod>", sitemap)[1],
        )

    before = dates()
    assert {one[:10] for one in before} == {timezone.localtime(long_ago).date().isoformat()}
    article.publish("ar", by=editor)
    assert dates() == before
    CorrectionFactory(article=article, text_fr="La session a eu lieu mercredi.")
    assert not set(dates()) & set(before)
