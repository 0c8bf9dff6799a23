"""What is kept as one page, what as another, and what is not kept at all."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.views.kept_places import place_of
from tests.factories import ArticleFactory
from tests.views.cached_pages import FOUND, kept_pages

pytestmark = pytest.mark.django_db


def test_what_campaigns_add_to_an_address_is_the_same_page(
    cached_site, pages_with_articles, django_assert_num_queries
):
    path = pages_with_articles["article fr"]
    page = cached_site.get(path)
    with django_assert_num_queries(1):
        assert cached_site.get(f"{path}?utm_source=x&fbclid=y").content == page.content
    assert kept_pages() == 1


def test_ten_thousand_addresses_do_not_fill_it(cached_site, pages_with_articles):
    path = pages_with_articles["home fr"]
    for number in range(50):
        cached_site.get(f"{path}?x{number}=1")
        cached_site.get(f"/fr/search/?q=mot{number}")
        cached_site.get(f"/fr/rien-{number}/")
    assert kept_pages() == 0


def test_searches_make_room_for_searches_alone(cached_site, pages_with_articles, monkeypatch):
    monkeypatch.setattr(caches["found"], "_max_entries", 20)
    page = cached_site.get(pages_with_articles["home fr"])
    for number in range(50):
        cached_site.get(f"/fr/search/?q=mot{number}")
    assert 0 < kept_pages("found") <= 20
    assert cached_site.get(pages_with_articles["home fr"]).content == page.content
    assert kept_pages() == 1


def test_a_search_and_a_map_of_the_site_are_kept(cached_site, pages_with_articles):
    for path in FOUND.values():
        answer = cached_site.get(path)
        with CaptureQueriesContext(connection) as queries:
            again = cached_site.get(path)
        assert len(queries) == 1, path
        assert again.content == answer.content
        changed = cached_site.get(path, headers={"if-none-match": answer.headers["ETag"]})
        assert changed.status_code == 304
        assert "s-maxage=0" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("query", ["q=mot&x=1", "q=mot&letter=b", "x=1"])
def test_a_search_with_a_name_that_no_search_reads_is_not_kept(cached_site, db, query):
    cached_site.get(f"/fr/search/?{query}")
    cached_site.get("/fr/search/suggestions.json?q=mot")
    cached_site.get("/news-sitemap.xml")
    assert (kept_pages(), kept_pages("found")) == (0, 0)


def test_each_search_and_each_page_of_it_is_one(cached_site, db):
    ArticleFactory.create_batch(25, live=["fr"], body_fr="<p>une session</p>")
    queries = ["q=session", "q=sessions", "q=session&kind=news", "q=session&since=2024-01-01", "q="]
    pages = {query: cached_site.get(f"/fr/search/?{query}").content for query in queries}
    assert kept_pages("found") == len(set(pages)) == len(queries)
    for query, page in pages.items():
        assert cached_site.get(f"/fr/search/?{query}").content == page


def test_a_search_of_another_server_s_index_is_not_kept(cached_site, db, settings):
    settings.SEARCH_URL = "http://127.0.0.1:9/articles"
    request = RequestFactory().get("/fr/search/?q=mot")
    assert place_of(request) is None


def test_a_map_of_the_site_is_the_same_in_every_language(cached_site, pages_with_articles):
    for language in ("ar", "fr"):
        answer = cached_site.get("/sitemap.xml", headers={"accept-language": language})
        assert "Content-Language" not in answer.headers
    assert kept_pages("found") == 1


def test_nothing_of_the_desk_and_no_preview_is_kept(cached_site, coverage, editor):
    article = coverage.article()
    cached_site.force_login(editor)
    for path in ("/admin/", f"/fr/preview/{article.key}/", "/", "/health/ready", "/robots.txt"):
        cached_site.get(path)
    assert kept_pages() == 0


def test_who_is_signed_in_gets_what_everybody_gets(cached_site, pages_with_articles, editor):
    everybody = cached_site.get(pages_with_articles["article fr"])
    signed_in = Client()
    signed_in.force_login(editor)
    assert signed_in.get(pages_with_articles["article fr"]).content == everybody.content
    assert not signed_in.get(pages_with_articles["article fr"]).cookies


def test_other_hosts_and_other_settings_are_other_pages(cached_site, pages_with_articles, settings):
    path = pages_with_articles["article fr"]
    settings.ALLOWED_HOSTS = ["testserver", "elsewhere"]
    cached_site.get(path)
    cached_site.get(path, headers={"host": "elsewhere"})
    assert kept_pages() == 2


@pytest.mark.parametrize("kind", ["utf-16", "cp037", "latin-1", "utf-7"])
def test_nobody_says_for_others_how_an_address_is_written(cached_site, kind):
    ArticleFactory.create_batch(25, live=["fr"])
    for _ in range(2):
        cached_site.get(
            "/fr/articles/?page=2", headers={"content-type": f"text/plain; charset={kind}"}
        )
    second = cached_site.get("/fr/articles/?page=2")
    assert second.content != cached_site.get("/fr/articles/").content
    assert cached_site.get("/fr/articles/?page=99").status_code == 404


def test_a_prefix_that_one_request_names_is_in_no_other_page(cached_site, pages_with_articles):
    cached_site.get(pages_with_articles["home fr"], SCRIPT_NAME="/evil")
    assert "/evil/" not in cached_site.get(pages_with_articles["home fr"]).text
