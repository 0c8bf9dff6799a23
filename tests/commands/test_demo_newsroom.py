"""What is in the demo newsroom is plausible: it would pass its own desk."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, Quote, Speaker, Translation
from articles.text.richtext.paragraphs import plain_text


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker, without_renditions):
    """A demo newsroom, made once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed_demo", articles=120)
        yield
        transaction.set_rollback(True)


pytestmark = pytest.mark.usefixtures("newsroom", "db")


def test_every_article_would_pass_the_desk():
    for article in Article.objects.all()[:40]:
        article.full_clean()
        article.refuse_gaps()
    for quote in Quote.objects.select_related("article")[:40]:
        quote.full_clean()


def test_texts_are_as_long_as_news():
    bodies = Article.objects.live(language="fr").values_list("body_fr", flat=True)
    assert all(200 < len(plain_text(body).split()) < 800 for body in bodies)


def test_some_are_in_one_language_only_and_some_are_not_published():
    assert Article.objects.filter(headline_ar=None).exists()
    assert Article.objects.filter(headline_fr=None).exists()
    assert Article.objects.live(language="fr").count() < 120


def test_some_are_to_come_and_some_to_go_within_a_week():
    now, week = timezone.now(), timezone.now() + timedelta(days=8)
    published = Article.objects.filter(status_fr="published")
    for column in ("published_at_fr", "live_until_fr", "embargoed_until"):
        assert published.filter(**{f"{column}__range": (now, week)}).exists(), column


def test_its_translations_are_in_the_state_that_is_said_of_them():
    states = set()
    for translation in Translation.objects.select_related("article"):
        said = translation.state
        assert translation.find_state(translation.rows()) == said
        states.add(said)
    assert {"done", "stale", "missing"} <= states
    assert Translation.objects.count() == 120


def test_typography_and_the_other_checks_find_nothing():
    for article in Article.objects.all()[:60]:
        for language in Language.all():
            if article.said("headline", language):
                found = {one.check.name for one in article.findings(language)}
                expected = {"date", "dateline", "source", "embargo", "names", "picture"}
                assert found <= expected, article.key


def test_numbers_are_followed_by_what_arabic_has_after_them():
    counted = re.compile(r"(\d+) (?:نقطة|مشروعا|خبيرا|شهرا|وفدا|عضوا|جماعة|أسرة|نسمة|مليون)")
    found = 0
    for article in Article.objects.exclude(body_ar=None):
        texts = (article.headline_ar, article.standfirst_ar, article.body_ar)
        for number in counted.findall(" ".join(texts)):
            assert int(number) % 100 >= 11, article.headline_ar
            found += 1
    assert found > 100


def test_women_and_men_speak_each_in_their_gender():
    said = Quote.objects.exclude(position_ar=None).exclude(article__body_ar=None)
    women = said.filter(position_fr__in=["secrétaire générale", "conseillère juridique"])
    men = said.filter(position_fr__in=["secrétaire général", "conseiller juridique"])
    assert women.exists()
    assert men.exists()
    assert all(one.position_ar in {"الأمينة العامة", "المستشارة القانونية"} for one in women)
    assert all(one.position_ar in {"الأمين العام", "المستشار القانوني"} for one in men)
    for quote in men.select_related("article", "speaker"):
        assert f"وقالت {quote.speaker.name_ar}" not in quote.article.body_ar
    for name in ("Amina Benali", "Youssef Benali"):
        assert Speaker.objects.filter(name_fr=name).count() == 1


def test_coverage_is_of_the_days_of_its_event():
    covering = Article.objects.exclude(event=None).select_related("event", "dateline")
    assert covering.exists()
    for article in covering:
        days = (article.created_at.date() - article.event.starts_on).days
        assert 0 <= days <= (article.event.last_day - article.event.starts_on).days + 1
        assert article.dateline == article.event.place
