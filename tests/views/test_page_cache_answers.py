"""A page that is kept costs one query, and is sent as each reader asks for it."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone

pytestmark = pytest.mark.django_db


def test_a_page_that_is_kept_costs_one_query(
    cached_site, pages_with_articles, django_assert_num_queries
):
    for path in pages_with_articles.values():
        cached_site.get(path)
        with django_assert_num_queries(1):
            cached_site.get(path)


def test_caches_further_on_are_told_how_long_it_is_still_the_same(
    cached_site, pages_with_articles, stopped_clock
):
    now = timezone.now().replace(microsecond=0) + timedelta(minutes=2)
    stopped_clock(now)
    path = pages_with_articles["home fr"]
    shown = "public, max-age=60, stale-if-error=600"
    assert cached_site.get(path).headers["Cache-Control"] == shown
    stopped_clock(now + timedelta(seconds=25))
    assert "max-age=35" in cached_site.get(path).headers["Cache-Control"]
    stopped_clock(now + timedelta(seconds=61))
    assert "max-age=60" in cached_site.get(path).headers["Cache-Control"]


@pytest.mark.parametrize("is_kept", [False, True], ids=["made", "kept"])
def test_what_a_reader_has_is_not_sent_again(
    cached_site, pages_with_articles, stopped_clock, is_kept
):
    stopped_clock(timezone.now() + timedelta(seconds=30))
    path = pages_with_articles["article fr"]
    page = cached_site.get(path)
    for name, value in (
        ("if-none-match", page.headers["ETag"]),
        ("if-modified-since", page.headers["Last-Modified"]),
    ):
        if not is_kept:
            caches["pages"].clear()
        answer = cached_site.get(path, headers={name: value})
        assert (answer.status_code, answer.content) == (304, b""), name
    assert cached_site.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    older = {"if-modified-since": "Fri, 05 Jul 2024 00:00:00 GMT"}
    if not is_kept:
        caches["pages"].clear()
    assert cached_site.get(path, headers=older).status_code == 200
    caches["pages"].clear()
    assert cached_site.get(path, headers={"range": "bytes=0-9"}).content == page.content
    assert cached_site.head(path).headers["Content-Length"] == page.headers["Content-Length"]
    assert cached_site.get(path).content == page.content


def test_a_reader_who_unpacks_gets_a_packed_page_and_no_other(cached_site, pages_with_articles):
    path = pages_with_articles["article fr"]
    packed = cached_site.get(path, headers={"accept-encoding": "gzip"})
    again = cached_site.get(path, headers={"accept-encoding": "gzip"})
    assert again.headers["Content-Encoding"] == "gzip"
    assert again.content == packed.content
    assert "Content-Encoding" not in cached_site.get(path).headers


def test_who_asked_for_the_headers_alone_leaves_the_whole_page(cached_site, pages_with_articles):
    head = cached_site.head(pages_with_articles["home fr"])
    page = cached_site.get(pages_with_articles["home fr"])
    assert head.headers["ETag"] == page.headers["ETag"]
    again = cached_site.get(
        pages_with_articles["home fr"], headers={"if-none-match": page.headers["ETag"]}
    )
    assert again.status_code == 304


def test_what_only_looks_like_gzip_gets_a_plain_page(cached_site, pages_with_articles):
    path = pages_with_articles["home fr"]
    cached_site.get(path, headers={"accept-encoding": "gzip"})
    assert (
        "Content-Encoding"
        not in cached_site.get(path, headers={"accept-encoding": "xgzipx"}).headers
    )


REFUSES_GZIP = [
    "gzip;q=0",
    "identity",
    "gzip;q=0, identity",
    "br, gzip ; Q=0.000, *;q=0.5",
    "gzip;q=0,*",
    "",
]
TAKES_GZIP = ["gzip", "gzip;q=0.001", "br;q=0, gzip", "identity;q=0, gzip;q=1.0", "gzip, *;q=0"]


@pytest.mark.parametrize("is_kept", [False, True])
def test_who_refuses_gzip_gets_a_plain_page(
    cached_site, uncached_site, pages_with_articles, is_kept
):
    path = pages_with_articles["home fr"]
    site = cached_site if is_kept else uncached_site
    for asked in [*REFUSES_GZIP, *TAKES_GZIP, *REFUSES_GZIP]:
        answer = site.get(path, headers={"accept-encoding": asked})
        packed = answer.headers.get("Content-Encoding") == "gzip"
        assert packed == (asked in TAKES_GZIP), asked
        assert "Accept-Encoding" in answer.headers["Vary"]
