"""A date that passes while it waits in a working copy publishes nothing before it is asked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import history, working_copies
from articles.models import Article, Phase
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
BOX = "//input[@name='_at_once' and @type='checkbox' and @value='1']"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def copy(chief, now):
    """Live in French; the Arabic was withdrawn and is scheduled again; the copy dates it anew."""
    article = ArticleFactory(
        live=["fr"],
        status_ar="published",
        published_at_ar=now + 5 * HOUR,
        first_published_at_ar=now - 9 * HOUR,
    )
    copy = working_copies.open_copy(article, by=chief)
    # It was to come soon when it was saved, and has passed.
    copy.published_at_ar = now - timedelta(minutes=1)
    copy.save()
    history.keep_if_changed(copy, by=chief)
    return copy


def from_the_changes(client, copy, **more):
    address = reverse("admin:articles_article_changes", args=[copy.pk])
    return client.post(address, {"_publish_changes": "1", "_note": "x", **more})


def from_the_form(client, copy, **more):
    return client.post(
        change_url(copy), {**opened(client, copy), "_publish_changes": "1", "_note": "x", **more}
    )


def arabic(copy):
    return Article.objects.get(pk=copy.working_copy_of_id)


@pytest.mark.parametrize("publish", [from_the_changes, from_the_form])
def test_a_date_that_passed_in_a_copy_is_asked_about_when_it_is_published(
    client, chief, copy, publish
):
    client.force_login(chief)
    answer = publish(client, copy)
    assert answer.status_code == 200
    assert "Les lecteurs l’auraient aussitôt" in answer.text
    assert html.fromstring(answer.text).xpath(BOX)
    assert arabic(copy).phase_in("ar") == Phase.SCHEDULED
    assert working_copies.copy_of(copy.working_copy_of)


@pytest.mark.parametrize("publish", [from_the_changes, from_the_form])
def test_who_has_said_so_publishes_it_with_the_date_of_that_moment(
    client, chief, copy, now, publish
):
    client.force_login(chief)
    assert publish(client, copy, _at_once="1").status_code == 302
    article = arabic(copy)
    assert article.phase_in("ar") == Phase.PUBLISHED
    assert article.published_at_ar >= now
    assert article.transitions.first().made_by == chief


def test_the_box_that_was_ticked_when_the_copy_was_saved_is_asked_again(client, chief, now):
    article = ArticleFactory(live=["fr"], status_ar="published", published_at_ar=now + 5 * HOUR)
    Article.objects.filter(pk=article.pk).update(first_published_at_ar=now - 9 * HOUR)
    article = Article.objects.get(pk=article.pk)
    copy = working_copies.open_copy(article, by=chief)
    client.force_login(chief)
    local = timezone.localtime(now - HOUR)
    dates = {"published_at_ar_0": f"{local:%d/%m/%Y}", "published_at_ar_1": f"{local:%H:%M:%S}"}
    sent = {**opened(client, copy), **dates, "_save": "1"}
    assert client.post(change_url(copy), {**sent, "_at_once": "1"}).status_code == 302
    assert from_the_changes(client, copy).status_code == 200
    saved = timezone.now()
    assert from_the_changes(client, copy, _at_once="1").status_code == 302
    assert arabic(copy).published_at_ar >= saved


def test_the_page_of_the_changes_asks_before_the_button_is_pressed(client, chief, copy):
    client.force_login(chief)
    page = client.get(reverse("admin:articles_article_changes", args=[copy.pk])).text
    assert html.fromstring(page).xpath(BOX)


def test_a_copy_that_dates_nothing_asks_nothing(client, chief):
    copy = working_copies.open_copy(ArticleFactory(live=["fr"]), by=chief)
    copy.byline = "S. A."
    copy.save()
    client.force_login(chief)
    page = client.get(reverse("admin:articles_article_changes", args=[copy.pk])).text
    assert not html.fromstring(page).xpath(BOX)
    assert from_the_changes(client, copy).status_code == 302
