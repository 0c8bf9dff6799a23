"""A page that is kept is what would be made anew, to the letter, whatever has changed."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, time, timedelta
from threading import Barrier

import pytest
from django.core.cache import caches
from django.db import OperationalError, connections
from django.test import Client, override_settings
from django.test.signals import template_rendered
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from articles import models
from articles.models import ContentChange, FormerSlug, Placement, Status
from articles.views import page_cache
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    ImageFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
SENT = ("Content-Type", "Content-Language", "Link", "Vary")
# A feed of nothing says that it is of this moment.
MOMENT = re.compile(rb"<(updated|lastBuildDate)>[^<]*</")


@pytest.fixture
def cached(settings, monkeypatch):
    """A reader of a server that keeps pages."""
    settings.PAGE_CACHE = True
    caches["pages"].clear()
    monkeypatch.setattr(page_cache, "store", page_cache.PageStore())
    yield Client()
    caches["pages"].clear()


@pytest.fixture
def plain(db):
    """A reader of a server that makes each page anew."""
    with override_settings(PAGE_CACHE=False):
        client = Client()
        client.get("/health/live")
        return client


@pytest.fixture
def clock(monkeypatch):
    """The newsroom's clock, which stands still until it is set."""

    def stand(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return stand


@pytest.fixture
def pages(coverage):
    """Every page that shows articles in French, two in Arabic; one article is on all of them."""
    article = coverage.article(live=["fr", "ar"])
    coverage.newest = article
    found = {f"{name} fr": path for name, path in coverage.pages("fr").items()}
    found |= {f"{name} fr": f"/fr/{path}" for name, path in LISTS.items()}
    return found | {
        "article fr": article.url_in("fr"),
        "article ar": article.url_in("ar"),
        "home ar": "/ar/",
    }


LISTS = {
    "archive": "archive/",
    "speakers": "speakers/",
    "organizations": "organizations/",
    "sources": "sources/",
    "topics": "topics/",
    "events": "events/",
    "feed": "feed.rss",
    "atom": "feed.atom",
    "json": "feed.json",
    "calendar": "events.ics",
    "follow": "follow/",
}


def said(answer):
    content = answer.content
    if b"<entry>" not in content and b"<item>" not in content:
        content = MOMENT.sub(b"", content)
    return answer.status_code, content, {name: answer.headers.get(name) for name in SENT}


def rename(row):
    row.name_fr, row.name_ar = f"{row.name_fr} (bis)", f"{row.name_ar} (٢)"
    row.save()


def place(coverage):
    page = models.FrontPage.objects.create(language="fr")
    Placement.objects.create(front_page=page, article=coverage.newest, spot=Placement.Spot.HIDDEN)


def correct(coverage):
    coverage.newest.corrections.create(text_fr="Le sommet dure deux jours.", text_ar="يومان.")


def publish_another(coverage):
    coverage.article("autres mots", live=["fr", "ar"])


def withdraw(coverage):
    models.Article.objects.filter(pk=coverage.newest.pk).update(status_fr=Status.WITHDRAWN)


def move_address(coverage):
    coverage.newest.slug_fr = "une-autre-adresse"
    coverage.newest.save()


CHANGES = {
    "a headline": lambda one: models.Article.objects.update(headline_fr="Un autre titre"),
    "a text in bulk": lambda one: models.Article.objects.update(body_ar="<p>نص آخر</p>"),
    "a withdrawal": withdraw,
    "a publication": publish_another,
    "a correction": correct,
    "a correction taken away": lambda one: one.newest.corrections.all().delete(),
    "an address": move_address,
    "an article deleted": lambda one: models.Article.objects.all()[0].delete(),
    "a person renamed": lambda one: rename(one.speaker),
    "an organization renamed": lambda one: rename(one.organization),
    "a source renamed": lambda one: rename(one.source),
    "a topic renamed": lambda one: rename(one.topic),
    "a place renamed": lambda one: rename(one.event.place),
    "an event moved": lambda one: models.Event.objects.update(
        starts_on="2024-07-09", ends_on="2024-07-10"
    ),
    "an event held back": lambda one: models.Event.objects.update(
        embargoed_until=timezone.now() + timedelta(days=2)
    ),
    "a position": lambda one: AffiliationFactory(speaker=one.speaker),
    "a quotation": lambda one: QuoteFactory(article=one.newest, speaker=one.speaker),
    "a mention": lambda one: one.newest.mention(SpeakerFactory()),
    "a topic given": lambda one: one.newest.topics.add(TopicFactory()),
    "a topic taken": lambda one: one.newest.topics.clear(),
    "a picture": lambda one: models.Article.objects.update(lead_image=ImageFactory()),
    "a place on the front page": place,
    "a former address": lambda one: FormerSlug.objects.create(
        page="article", record_key=one.newest.key, slug="ancienne", language="fr"
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_in_the_very_next_answer(cached, plain, coverage, pages, name):
    for path in pages.values():
        cached.get(path)
    assert kept_pages() == len(pages)
    CHANGES[name](coverage)
    for page, path in pages.items():
        assert said(cached.get(path)) == said(plain.get(path)), page


TIMES = {
    "an end": ("live_until_fr", 30),
    "a date to come": ("published_at_fr", 30),
    "an embargo": ("embargoed_until", 30),
}


@pytest.mark.parametrize("name", TIMES)
def test_what_comes_or_goes_by_itself_does_so_in_its_second(cached, plain, pages, clock, name):
    now = timezone.now().replace(microsecond=0) + timedelta(minutes=2)
    clock(now)
    column, seconds = TIMES[name]
    moment = now + timedelta(seconds=seconds)
    models.Article.objects.update(**{column: moment})
    for after in (0, seconds - 1, seconds, 61):
        clock(now + timedelta(seconds=after))
        for page, path in pages.items():
            assert said(cached.get(path))[:2] == said(plain.get(path))[:2], (page, after)


def test_a_page_that_is_kept_costs_one_query(cached, pages, django_assert_num_queries):
    for path in pages.values():
        cached.get(path)
        with django_assert_num_queries(1):
            cached.get(path)


def test_caches_further_on_are_told_how_long_it_is_still_the_same(cached, pages, clock):
    now = timezone.now().replace(microsecond=0) + timedelta(minutes=2)
    clock(now)
    path = pages["home fr"]
    assert cached.get(path).headers["Cache-Control"] == "public, max-age=60"
    clock(now + timedelta(seconds=25))
    assert "max-age=35" in cached.get(path).headers["Cache-Control"]
    clock(now + timedelta(seconds=61))
    assert "max-age=60" in cached.get(path).headers["Cache-Control"]


@pytest.mark.parametrize("is_kept", [False, True], ids=["made", "kept"])
def test_what_a_reader_has_is_not_sent_again(cached, pages, clock, is_kept):
    clock(timezone.now() + timedelta(seconds=30))
    path = pages["article fr"]
    page = cached.get(path)
    for name, value in (
        ("if-none-match", page.headers["ETag"]),
        ("if-modified-since", page.headers["Last-Modified"]),
    ):
        if not is_kept:
            caches["pages"].clear()
        answer = cached.get(path, headers={name: value})
        assert (answer.status_code, answer.content) == (304, b""), name
    assert cached.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    older = {"if-modified-since": "Fri, 05 Jul 2024 00:00:00 GMT"}
    if not is_kept:
        caches["pages"].clear()
    assert cached.get(path, headers=older).status_code == 200
    caches["pages"].clear()
    assert cached.get(path, headers={"range": "bytes=0-9"}).content == page.content
    assert cached.head(path).headers["Content-Length"] == page.headers["Content-Length"]
    assert cached.get(path).content == page.content


def test_a_reader_who_unpacks_gets_a_packed_page_and_no_other(cached, pages):
    path = pages["article fr"]
    packed = cached.get(path, headers={"accept-encoding": "gzip"})
    again = cached.get(path, headers={"accept-encoding": "gzip"})
    assert again.headers["Content-Encoding"] == "gzip"
    assert again.content == packed.content
    assert "Content-Encoding" not in cached.get(path).headers


def kept_pages():
    return len(caches["pages"]._cache)


def test_what_campaigns_add_to_an_address_is_the_same_page(
    cached, pages, django_assert_num_queries
):
    path = pages["article fr"]
    page = cached.get(path)
    with django_assert_num_queries(1):
        assert cached.get(f"{path}?utm_source=x&fbclid=y").content == page.content
    assert kept_pages() == 1


def test_ten_thousand_addresses_do_not_fill_it(cached, pages):
    path = pages["home fr"]
    for number in range(50):
        cached.get(f"{path}?x{number}=1")
        cached.get(f"/fr/search/?q=mot{number}")
        cached.get(f"/fr/rien-{number}/")
    assert kept_pages() == 0


def test_a_list_has_its_pages(cached, plain, db):
    ArticleFactory.create_batch(25, live=["fr"])
    for query in ("", "?page=2", "?page=1"):
        for _ in range(2):
            assert said(cached.get(f"/fr/articles/{query}")) == said(
                plain.get(f"/fr/articles/{query}")
            )


def test_nothing_of_the_desk_and_no_preview_is_kept(cached, coverage, editor):
    article = coverage.article()
    cached.force_login(editor)
    for path in ("/admin/", f"/fr/preview/{article.key}/", "/", "/health/ready", "/robots.txt"):
        cached.get(path)
    assert kept_pages() == 0


def test_who_is_signed_in_gets_what_everybody_gets(cached, pages, editor):
    everybody = cached.get(pages["article fr"])
    signed_in = Client()
    signed_in.force_login(editor)
    assert signed_in.get(pages["article fr"]).content == everybody.content
    assert not signed_in.get(pages["article fr"]).cookies


def test_other_hosts_and_other_settings_are_other_pages(cached, pages, settings):
    path = pages["article fr"]
    settings.ALLOWED_HOSTS = ["testserver", "elsewhere"]
    cached.get(path)
    cached.get(path, headers={"host": "elsewhere"})
    assert kept_pages() == 2


@pytest.mark.parametrize("rubbish", [b"rubbish", None, ("a", 1), {"version": 1}])
def test_rubbish_in_the_cache_harms_nobody(cached, pages, rubbish, rf):
    path = pages["article fr"]
    page = cached.get(path)
    for key in list(caches["pages"]._cache):
        caches["pages"].set(key.split(":", 2)[2], rubbish)
    assert said(cached.get(path)) == said(page)


class DeadCache:
    asked = 0

    def get(self, *_given):
        self.asked += 1
        raise ConnectionError

    set = get


def test_a_dead_cache_makes_pages_slower_and_no_worse(cached, plain, pages, monkeypatch, caplog):
    dead = DeadCache()
    monkeypatch.setattr(page_cache, "caches", {"pages": dead})
    for path in pages.values():
        assert said(cached.get(path)) == said(plain.get(path))
    assert dead.asked == 1, "it is left alone for a while"
    assert "cache of pages" in caplog.text


def test_while_the_database_is_away_what_was_kept_is_shown_and_said_to_be_old(
    cached, pages, monkeypatch, clock
):
    now = timezone.now()
    clock(now)
    page = cached.get(pages["article fr"])

    def away():
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(ContentChange, "version", away)
    clock(now + timedelta(seconds=90))
    shown = cached.get(pages["article fr"])
    assert (shown.status_code, shown.content) == (200, page.content)
    assert shown.headers["Age"] == "90"
    assert "Revalidation" in shown.headers["Warning"]
    assert "max-age=0" in shown.headers["Cache-Control"]
    clock(now + timedelta(minutes=11))
    assert "Warning" not in cached.get(pages["article fr"]).headers


@pytest.mark.django_db(transaction=True)
def test_of_many_who_come_at_once_one_page_is_made(settings):
    settings.PAGE_CACHE = True
    caches["pages"].clear()
    path = ArticleFactory(live=["fr"]).url_in("fr")
    made, together = [], Barrier(8)

    def read(_number):
        together.wait(timeout=20)
        try:
            return Client().get(path).content
        finally:
            connections.close_all()

    def count(sender, template, **_more):
        if template.name == "articles/article_detail.html":
            made.append(template.name)

    template_rendered.connect(count)
    try:
        with ThreadPoolExecutor(8) as readers:
            answers = set(readers.map(read, range(8)))
    finally:
        template_rendered.disconnect(count)
        caches["pages"].clear()
    assert len(answers) == 1
    assert len(made) == 1


@pytest.mark.parametrize("kind", ["utf-16", "cp037", "latin-1", "utf-7"])
def test_nobody_says_for_others_how_an_address_is_written(cached, kind):
    ArticleFactory.create_batch(25, live=["fr"])
    for _ in range(2):
        cached.get("/fr/articles/?page=2", headers={"content-type": f"text/plain; charset={kind}"})
    second = cached.get("/fr/articles/?page=2")
    assert second.content != cached.get("/fr/articles/").content
    assert cached.get("/fr/articles/?page=99").status_code == 404


def test_a_prefix_that_one_request_names_is_in_no_other_page(cached, pages):
    cached.get(pages["home fr"], SCRIPT_NAME="/evil")
    assert "/evil/" not in cached.get(pages["home fr"]).text


def test_who_asked_for_the_headers_alone_leaves_the_whole_page(cached, pages):
    head = cached.head(pages["home fr"])
    page = cached.get(pages["home fr"])
    assert head.headers["ETag"] == page.headers["ETag"]
    again = cached.get(pages["home fr"], headers={"if-none-match": page.headers["ETag"]})
    assert again.status_code == 304


def test_what_only_looks_like_gzip_gets_a_plain_page(cached, pages):
    path = pages["home fr"]
    cached.get(path, headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in cached.get(path, headers={"accept-encoding": "xgzipx"}).headers


@pytest.mark.parametrize("name", ["events_month", "events", "site_map", "home", "event"])
def test_no_page_is_kept_past_midnight(cached, plain, coverage, clock, name):
    today = timezone.localdate() + timedelta(days=1)
    evening = timezone.make_aware(datetime.combine(today, time(23, 59, 30)))
    models.Event.objects.update(starts_on=today - timedelta(days=1), ends_on=today)
    coverage.article(live=["fr"])
    with override("fr"):
        path = {
            "events_month": lambda: reverse(name, args=[today.year, today.month]),
            "event": lambda: coverage.event.url_in("fr"),
        }.get(name, lambda: reverse(name))()
    clock(evening)
    assert "max-age=30" in cached.get(path).headers["Cache-Control"]
    clock(evening + timedelta(seconds=50))
    assert said(cached.get(path)) == said(plain.get(path))
