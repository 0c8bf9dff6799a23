"""What proxies are told of a page: under which key it is purged, and how long it may be shown."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

KEY = "Surrogate-Key"


@pytest.fixture
def proxied(settings):
    """A reader behind a proxy."""
    settings.PURGE_URLS = ["http://127.0.0.1:6081/"]
    return Client()


def seconds(answer):
    said = answer.headers["Cache-Control"]
    named = ("max-age", "s-maxage", "stale-while-revalidate")
    found = (re.search(rf"(?:^|[ ,]){name}=(\d+)", said) for name in named)
    return tuple(int(one[1]) if one else 0 for one in found)


def test_a_page_has_a_key_and_a_time_for_proxies(proxied):
    answer = proxied.get(ArticleFactory(live=["fr"]).url_in("fr"))
    assert answer.headers[KEY] == "testserver"
    assert seconds(answer) == (50, 48, 10)
    assert "stale-if-error=600" in answer.headers["Cache-Control"]


def test_without_a_proxy_there_is_neither(client):
    answer = client.get(ArticleFactory(live=["fr"]).url_in("fr"))
    assert KEY not in answer.headers
    assert seconds(answer) == (60, 0, 0)


@pytest.mark.parametrize(
    ("left", "said"), [(40, (30, 28, 10)), (22, (12, 10, 10)), (15, (15, 13, 0)), (1, (1, 0, 0))]
)
def test_what_goes_by_the_clock_is_shown_by_no_proxy_after_it(proxied, stopped_clock, left, said):
    now = timezone.now()
    stopped_clock(now)
    dates = {"published_at_fr": now - timedelta(1), "live_until_fr": now + timedelta(seconds=left)}
    article = ArticleFactory(live=["fr"], **dates)
    assert seconds(proxied.get(article.url_in("fr"))) == said


def test_no_proxy_keeps_what_a_search_found(proxied):
    for path in ("search/?q=maroc", "search/suggestions.json?q=ma"):
        assert seconds(proxied.get(f"/fr/{path}"))[1] == 0


def test_who_has_the_page_is_told_the_same(proxied):
    path = ArticleFactory(live=["fr"]).url_in("fr")
    page = proxied.get(path)
    known = proxied.get(path, headers={"If-None-Match": page.headers["ETag"]})
    assert known.status_code == 304
    assert {name: known.headers[name] for name in (KEY, "Cache-Control")} == {
        name: page.headers[name] for name in (KEY, "Cache-Control")
    }


def test_what_is_not_everybodys_has_no_key(proxied):
    for path in ("/admin/login/", "/fr/articles/nulle-part/"):
        answer = proxied.get(path)
        assert KEY not in answer.headers
        assert "s-maxage" not in answer.headers.get("Cache-Control", "")
