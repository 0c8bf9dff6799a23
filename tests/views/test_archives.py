"""Everything that came out, by year and month, as the newsroom's clock has it."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ArticleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def article(headline, at, **fields):
    return ArticleFactory(live=["fr"], headline_fr=headline, published_at_fr=at, **fields)


@pytest.fixture
def archive():
    article("Juillet", datetime(2024, 7, 4, 12, tzinfo=UTC))
    article("Décembre", datetime(2024, 12, 10, 9, tzinfo=UTC))
    article("Saint-Sylvestre", datetime(2025, 12, 31, 23, 30, tzinfo=UTC))


@pytest.mark.parametrize("path", ["archive/", "site-map/"])
def test_it_lists_the_years_that_have_something_the_latest_first(client, archive, path):
    page = client.get(f"/fr/{path}").text
    assert page.index("/fr/archive/2026/") < page.index("/fr/archive/2024/")
    assert "/fr/archive/2025/" not in page


def test_a_year_leads_to_the_nearest_years_that_have_something(client, archive):
    assert 'href="/fr/archive/2026/"' in client.get("/fr/archive/2024/").text
    assert 'href="/fr/archive/2024/"' in client.get("/fr/archive/2026/").text
    assert "/fr/archive/2025/" not in client.get("/fr/archive/2024/").text


def test_midnight_is_the_newsrooms_own(client, archive):
    """At 23:30 UTC on New Year's Eve it is already January in Casablanca."""
    assert "Saint-Sylvestre" in client.get("/fr/archive/2026/1/").text
    assert client.get("/fr/archive/2025/12/").status_code == 404


def test_a_year_says_how_many_each_month_has(client, archive):
    article("Encore", datetime(2024, 7, 31, 12, tzinfo=UTC))
    page = client.get("/fr/archive/2024/").text
    assert "juillet 2024" in page
    assert "2 articles" in page
    assert "1 article\n" in page
    assert "août 2024" not in page


def test_a_month_leads_to_the_nearest_months_that_have_something(client, archive):
    page = client.get("/fr/archive/2024/12/").text
    assert 'href="/fr/archive/2024/7/"' in page
    assert 'href="/fr/archive/2026/1/"' in page


def test_the_switcher_knows_when_the_other_language_has_nothing_then(client, archive):
    assert "/ar/archive/2024/" not in client.get("/fr/archive/2024/7/").text
    ArticleFactory(live=["ar"], published_at_ar=datetime(2024, 7, 5, tzinfo=UTC))
    page = client.get("/fr/archive/2024/7/").text
    assert 'hreflang="ar"' in page
    assert "/ar/archive/2024/7/" in page
    assert "يوليوز 2024" in client.get("/ar/archive/2024/7/").text


@pytest.mark.parametrize("path", ["1/", "2024/13/", "2024/0/", "99999/", "2024/8/", "2019/"])
def test_what_is_no_month_or_has_nothing_is_not_found(client, archive, path):
    assert client.get(f"/fr/archive/{path}").status_code == 404


def test_an_empty_newsroom_has_an_empty_archive(client):
    page = client.get("/fr/archive/")
    assert page.status_code == 200
    assert 'class="notice"' in page.text


def test_nothing_embargoed_is_counted(client, archive):
    article(
        "Secret", datetime(2024, 3, 1, tzinfo=UTC), embargoed_until=datetime(2090, 1, 1, tzinfo=UTC)
    )
    assert "mars" not in client.get("/fr/archive/2024/").text


@pytest.mark.parametrize("path", ["", "2024/", "2024/7/"])
def test_it_takes_at_most_eight_queries(client, archive, path):
    client.get(f"/fr/archive/{path}")
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/fr/archive/{path}")
    assert len(queries) <= 8
