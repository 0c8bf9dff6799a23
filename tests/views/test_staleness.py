"""Readers of a translation are told when its original has gone on without it."""

import pytest

from articles.desk.translation.paragraphs import confirm
from articles.models import Article, Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

ARABIC = "النسخة الفرنسية"


@pytest.fixture
def stale(editor):
    """An article whose French was changed after its Arabic had been confirmed."""
    article = ArticleFactory(live=["fr", "ar"])
    confirm(article, "ar", by=editor)
    article = Article.objects.get(pk=article.pk)
    article.body_fr = "<p>Le Maroc a présidé, jeudi, une session plénière au Caire.</p>"
    article.save()
    return article


def told(client, article, language):
    page = client.get(article.url_in(language))
    assert page.status_code == 200
    return 'class="stale"' in page.text, page


def test_the_reader_is_told_and_led_to_the_newer_version(client, stale):
    is_told, page = told(client, stale, "ar")
    assert is_told
    assert ARABIC in page.text
    assert f'href="{stale.url_in("fr")}"' in page.text.split('class="stale"')[1].split("</p>")[0]
    assert not told(client, stale, "fr")[0]


def test_the_notice_goes_when_the_translation_follows_and_caches_hear_of_it(client, stale, editor):
    Article.objects.filter(pk=stale.pk).update(updated_at=stale.created_at)
    _, page = told(client, stale, "ar")
    confirm(stale, "ar", by=editor)
    is_told, newer = told(client, stale, "ar")
    assert not is_told
    assert newer.headers["ETag"] != page.headers["ETag"]
    assert newer.headers["Last-Modified"] >= page.headers["Last-Modified"]


def test_nobody_is_told_of_a_version_that_is_not_there(client, stale):
    Article.objects.filter(pk=stale.pk).update(status_fr=Status.WITHDRAWN)
    assert not told(client, stale, "ar")[0]


def test_a_newsroom_may_keep_it_to_itself(client, stale, settings):
    settings.STALE_TRANSLATION_NOTICE = False
    assert not told(client, stale, "ar")[0]
