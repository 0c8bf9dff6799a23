"""An urgent line is on every page of readers until its end, and on none after it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.desk.publication.urgent import announce
from articles.languages import Language
from articles.models import Article, UrgentBanner
from tests.factories import ArticleFactory, UrgentBannerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
FRENCH = Language("fr")
LINE = "Crue de l’Ourika"


def said(client, address="/fr/"):
    return client.get(address).content.decode()


def test_a_line_is_on_every_page_in_a_region_of_its_own(client):
    article = ArticleFactory(live=["fr"])
    UrgentBannerFactory()
    for address in ("/fr/", "/fr/articles/", article.url_in("fr"), "/fr/search/", "/fr/nowhere/"):
        page = said(client, address)
        assert LINE in page, address
        assert '<section class="urgent" aria-labelledby="urgent">' in page


def test_no_line_ends_within_an_hour_however_it_was_typed(client):
    UrgentBannerFactory(text_fr="Crue : pont fermé à 10 h 30")
    assert "Crue\u202f: pont fermé à 10\u00a0h\u00a030" in said(client)


def test_it_begins_and_ends_in_its_second_whoever_keeps_pages(cached_site, stopped_clock):
    begins = timezone.now().replace(microsecond=0) + timedelta(seconds=20)
    UrgentBannerFactory(begins_at=begins, ends_at=begins + timedelta(seconds=20))
    found = []
    for seconds in (-20, -1, 0, 19, 20, 60):
        stopped_clock(begins + timedelta(seconds=seconds))
        found.append(LINE in said(cached_site))
    assert found == [False, False, True, True, False, False]


def test_a_line_that_is_written_changed_or_ended_by_hand_is_so_at_the_next_request(cached_site):
    assert LINE not in said(cached_site)
    banner = UrgentBannerFactory()
    assert LINE in said(cached_site)
    UrgentBanner.objects.update(text_fr="La crue recule")
    assert "La crue recule" in said(cached_site)
    banner.refresh_from_db()
    banner.end()
    assert "La crue recule" not in said(cached_site)


def test_a_line_in_one_language_is_announced_in_no_other(client):
    UrgentBannerFactory(text_ar="")
    assert LINE in said(client, "/fr/")
    assert 'class="urgent"' not in said(client, "/ar/")


def test_two_lines_at_once_are_both_shown_the_newest_first(client):
    UrgentBannerFactory(text_fr="Ancienne annonce", begins_at=timezone.now() - timedelta(minutes=9))
    UrgentBannerFactory(text_fr="Nouvelle annonce", begins_at=timezone.now() - timedelta(minutes=1))
    page = said(client)
    assert page.index("Nouvelle annonce") < page.index("Ancienne annonce")


def test_a_line_leads_to_its_article_only_while_readers_have_it(cached_site, stopped_clock):
    until = timezone.now().replace(microsecond=0) + timedelta(seconds=30)
    article = ArticleFactory(live=["fr"], embargoed_until=until)
    UrgentBannerFactory(article=article)
    stopped_clock(until - timedelta(seconds=1))
    assert LINE not in said(cached_site)
    stopped_clock(until)
    page = said(cached_site)
    assert LINE in page
    assert f'href="{article.url_in("fr")}"' in page
    # Nobody has the article in Arabic: there is nothing to lead to.
    assert 'class="urgent"' not in said(cached_site, "/ar/")
    Article.objects.update(status_fr="withdrawn")
    assert LINE not in said(cached_site)


@pytest.mark.parametrize("moved_by", [timedelta(hours=3), -timedelta(hours=20)])
def test_a_line_goes_with_its_article_when_that_is_moved(
    cached_site, stopped_clock, editor, moved_by
):
    now = timezone.now().replace(microsecond=0)
    first = now + timedelta(hours=24)
    article = ArticleFactory(live=["fr"], live_at=now, headline_fr=LINE, embargoed_until=first)
    banner = announce(article, FRENCH, by=editor)
    assert banner.times == (first, first + timedelta(hours=2))
    moved = first + moved_by
    article.embargoed_until = moved
    article.save()
    banner = UrgentBanner.objects.get()
    assert banner.times == (moved, moved + timedelta(hours=2))
    found = []
    for minutes in (-1, 0, 119, 120):
        stopped_clock(moved + timedelta(minutes=minutes))
        found.append('class="urgent"' in said(cached_site))
    assert found == [False, True, True, False]


def test_a_line_whose_end_somebody_set_keeps_it(cached_site, stopped_clock, editor):
    until = timezone.now().replace(microsecond=0) + timedelta(hours=1)
    article = ArticleFactory(live=["fr"], headline_fr=LINE, embargoed_until=until)
    announce(article, FRENCH, by=editor).end()
    Article.objects.update(embargoed_until=until + timedelta(hours=1))
    stopped_clock(until + timedelta(hours=1, minutes=1))
    assert 'class="urgent"' not in said(cached_site)


def test_an_article_that_comes_back_is_not_announced_again(
    cached_site, stopped_clock, editor, chief
):
    until = timezone.now().replace(microsecond=0) + timedelta(hours=1)
    article = ArticleFactory(
        live=["fr"], headline_fr=LINE, embargoed_until=until, own_reporting=True
    )
    announce(article, FRENCH, by=editor)
    stopped_clock(until + timedelta(hours=4))
    article.withdraw("fr", by=chief, note="Faux.")
    article.move("fr", "published", by=chief)
    assert 'class="urgent"' not in said(cached_site)


def test_a_browser_that_asks_whether_a_page_changed_is_told_of_a_line(client, stopped_clock):
    ArticleFactory(live=["fr"])
    begins = timezone.now().replace(microsecond=0) + timedelta(minutes=1)
    UrgentBannerFactory(begins_at=begins, ends_at=begins + timedelta(minutes=1))
    stopped_clock(begins - timedelta(seconds=30))
    before = client.get("/fr/")
    stopped_clock(begins + timedelta(seconds=30))
    asked = {"If-Modified-Since": before["Last-Modified"]}
    assert LINE in client.get("/fr/", headers=asked).content.decode()
    stopped_clock(begins + timedelta(minutes=2))
    after = client.get("/fr/", headers={"If-Modified-Since": client.get("/fr/")["Last-Modified"]})
    assert after.status_code == 304


def test_a_line_that_would_end_before_it_begins_is_refused():
    wrong = UrgentBannerFactory.build(
        begins_at=timezone.now(), ends_at=timezone.now() - timedelta(minutes=1)
    )
    with pytest.raises(ValidationError) as refusal:
        wrong.full_clean()
    assert list(refusal.value.message_dict) == ["ends_at"]
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()
