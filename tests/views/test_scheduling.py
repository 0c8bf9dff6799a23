"""What is scheduled comes and goes at its minute: no worker, no cron, and no cache in the way."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, FrontPage, Placement, Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EVERYWHERE = ["/fr/", "/fr/articles/", "/fr/feed.rss", "/fr/feed.json", "/fr/archive/2026/3/"]
EVERYWHERE += ["/sitemap-article-fr-1.xml", "/news-sitemap.xml"]
WITH_CACHE = ["/fr/", "/fr/articles/", "/fr/feed.atom", "/fr/archive/"]


@pytest.fixture
def clock(monkeypatch):
    """Sets what time it is."""

    def at(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    at(NOON)
    return at


@pytest.fixture
def old(clock):
    """Something for every page to show already."""
    return ArticleFactory(live=["fr"], published_at_fr=NOON - timedelta(hours=3))


def kept(page):
    """For how many seconds a cache may show it."""
    return int(re.search(r"max-age=(\d+)", page.headers["Cache-Control"])[1])


@pytest.mark.parametrize("path", EVERYWHERE)
def test_a_scheduled_article_appears_everywhere_at_its_minute(client, clock, old, path):
    scheduled = ArticleFactory(live=["fr"], published_at_fr=NOON + timedelta(minutes=5))
    clock(NOON + timedelta(minutes=5) - timedelta(seconds=1))
    assert scheduled.slug_fr not in client.get(path).text
    clock(NOON + timedelta(minutes=5))
    assert scheduled.slug_fr in client.get(path).text


@pytest.mark.parametrize("path", EVERYWHERE)
def test_an_article_leaves_everywhere_at_the_minute_it_is_withdrawn(client, clock, old, path):
    leaving = ArticleFactory(
        live=["fr"],
        published_at_fr=NOON - timedelta(hours=1),
        live_until_fr=NOON + timedelta(minutes=5),
    )
    assert leaving.slug_fr in client.get(path).text
    clock(NOON + timedelta(minutes=5))
    assert leaving.slug_fr not in client.get(path).text


def test_after_its_last_minute_an_article_is_gone_and_says_so(client, clock):
    article = ArticleFactory(
        live=["fr", "ar"],
        published_at_fr=NOON - timedelta(hours=1),
        published_at_ar=NOON - timedelta(hours=1),
        live_until_fr=NOON + timedelta(minutes=5),
    )
    address = article.url_in("fr")
    assert client.get(address).status_code == 200
    clock(NOON + timedelta(minutes=5))
    gone = client.get(address)
    assert gone.status_code == 410
    assert "Cet article a été retiré" in gone.text
    assert article.url_in("ar") in gone.text
    assert client.get(article.url_in("ar")).status_code == 200


def test_what_never_appeared_is_missing_not_gone(client, clock):
    article = ArticleFactory(
        live=["fr"],
        published_at_fr=NOON - timedelta(hours=1),
        live_until_fr=NOON + timedelta(hours=1),
        embargoed_until=NOON + timedelta(hours=2),
    )
    clock(NOON + timedelta(minutes=90))
    assert client.get(article.url_in("fr")).status_code == 404


@pytest.mark.parametrize("path", WITH_CACHE)
@pytest.mark.parametrize(
    "change",
    [
        {"published_at_fr": NOON + timedelta(seconds=20)},
        {"live_until_fr": NOON + timedelta(seconds=20)},
        {"embargoed_until": NOON + timedelta(seconds=20)},
    ],
    ids=["appears", "leaves", "embargo ends"],
)
def test_no_cache_keeps_a_page_past_the_next_scheduled_change(client, old, change, path):
    assert kept(client.get(path)) == 60
    ArticleFactory(live=["fr"], **({"published_at_fr": NOON - timedelta(hours=1)} | change))
    assert kept(client.get(path)) == 20


def test_no_cache_keeps_an_article_past_the_next_scheduled_change(client, clock, old):
    assert kept(client.get(old.url_in("fr"))) == 60
    Article.objects.filter(pk=old.pk).update(live_until_fr=NOON + timedelta(seconds=90))
    assert kept(client.get(old.url_in("fr"))) == 60
    clock(NOON + timedelta(seconds=80))
    assert kept(client.get(old.url_in("fr"))) == 10


def test_the_other_languages_appearance_counts_as_it_changes_the_switcher(client, old):
    Article.objects.filter(pk=old.pk).update(
        status_ar=Status.PUBLISHED, published_at_ar=NOON + timedelta(seconds=30), slug_ar="عنوان"
    )
    assert kept(client.get(old.url_in("fr"))) == 30


def test_a_spot_on_the_front_page_ends_for_caches_too(client, old):
    front = FrontPage.objects.create(language="fr")
    Placement.objects.create(front_page=front, article=old, ends_at=NOON + timedelta(seconds=15))
    assert kept(client.get("/fr/")) == 15


def test_a_spot_on_the_front_page_begins_for_caches_too(client, old):
    front = FrontPage.objects.create(language="fr")
    Placement.objects.create(front_page=front, article=old, starts_at=NOON + timedelta(seconds=15))
    assert kept(client.get("/fr/")) == 15


def test_what_is_not_there_yet_is_kept_by_no_cache(client, clock):
    article = ArticleFactory(live=["fr"], published_at_fr=NOON + timedelta(minutes=5))
    assert client.get(article.url_in("fr")).headers["Cache-Control"] == "no-cache"


def test_a_page_is_newer_when_an_article_has_left_it(client, clock, old):
    ArticleFactory(
        live=["fr"],
        published_at_fr=NOON - timedelta(hours=1),
        live_until_fr=NOON + timedelta(minutes=5),
    )
    Article.objects.update(updated_at=NOON - timedelta(hours=1))
    before = client.get("/fr/articles/")
    clock(NOON + timedelta(minutes=6))
    after = client.get(
        "/fr/articles/", headers={"if-modified-since": before.headers["Last-Modified"]}
    )
    assert after.status_code == 200
    assert after.headers["Last-Modified"] == "Mon, 02 Mar 2026 12:05:00 GMT"


def test_an_article_is_not_published_to_be_withdrawn_before_it_appears(editor, clock):
    article = ArticleFactory(
        published_at_fr=NOON + timedelta(hours=2), live_until_fr=NOON + timedelta(hours=1)
    )
    with pytest.raises(ValidationError) as refused:
        article.publish("fr", by=editor)
    assert "live_until_fr" in refused.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(status_fr=Status.PUBLISHED)


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Heure de Casablanca"), ("ar", "بتوقيت الدار البيضاء")]
)
def test_every_moment_in_the_admin_names_the_newsrooms_clock(client, editor, language, words):
    editor.language = language
    editor.save()
    client.force_login(editor)
    page = client.get("/admin/articles/article/add/").text
    # Publication and withdrawal in both languages, and the embargo.
    assert page.count(words) == 5


# What was under an embargo.


@pytest.fixture
def embargoed(clock, editor):
    """Published on Friday, with an embargo until Monday noon."""
    clock(NOON - timedelta(days=3))
    article = ArticleFactory(embargoed_until=NOON, headline_fr="Sous embargo", slug_fr="embargo")
    article.publish("fr", by=editor)
    clock(NOON - timedelta(days=1))
    ArticleFactory(live=["fr"], published_at_fr=NOON - timedelta(days=1), headline_fr="Dimanche")
    return article


def test_an_embargo_that_has_ended_dates_the_article_everywhere(client, clock, embargoed):
    clock(NOON + timedelta(minutes=1))
    for path in ("/fr/articles/", "/fr/feed.rss", "/fr/feed.json", "/news-sitemap.xml"):
        text = client.get(path).text
        assert 0 < text.index("embargo") < text.index("dimanche"), path
    day = '<time datetime="2026-03-02'
    assert day in client.get(embargoed.url_in("fr")).text
    assert "embargo" in client.get("/fr/archive/2026/3/").text
    assert client.get("/fr/archive/2026/2/").status_code == 404
    embargoed.refresh_from_db()
    assert embargoed.published_at_fr == embargoed.appears_at("fr") == NOON


def test_an_embargo_that_moves_takes_the_date_along(clock, embargoed):
    for until in (NOON + timedelta(days=2), NOON - timedelta(hours=2)):
        embargoed.embargoed_until = until
        embargoed.save(update_fields=["embargoed_until"])
        embargoed.refresh_from_db()
        assert embargoed.published_at_fr == until
    embargoed.embargoed_until = None
    embargoed.save()
    assert Article.objects.get(pk=embargoed.pk).published_at_fr == timezone.now()


def test_a_date_after_the_embargo_stays(clock, editor):
    later = NOON + timedelta(days=2)
    article = ArticleFactory(embargoed_until=NOON + timedelta(days=1), published_at_fr=later)
    article.publish("fr", by=editor)
    assert Article.objects.get(pk=article.pk).published_at_fr == later


def test_what_is_taken_off_the_schedule_keeps_no_date_of_an_embargo(embargoed, editor):
    embargoed.move("fr", Status.READY, by=editor)
    embargoed.embargoed_until = None
    embargoed.save()
    embargoed.publish("fr", by=editor)
    assert Article.objects.get(pk=embargoed.pk).is_live("fr")
