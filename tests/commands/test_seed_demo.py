"""The demo newsroom is big, plausible, and the same everywhere."""

import re
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db.models import QuerySet
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, Image, Organization, Quote, Speaker, Topic, Translation
from articles.text.richtext.paragraphs import plain_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_renditions(monkeypatch):
    """They take longer than all the rest, and have tests of their own."""
    monkeypatch.setattr(Image, "make_renditions", lambda image: True)


def test_a_handful_of_pictures_is_shared_and_described_in_both_languages():
    call_command("seed_demo", articles=40)
    assert Image.objects.count() == 14
    assert not Image.objects.without_alt().exists()
    assert Article.objects.exclude(lead_image=None).count() == 26
    assert Organization.objects.filter(logo=None).count() == 0
    assert Speaker.objects.exclude(portrait=None).exists()
    call_command("seed_demo", articles=50)
    assert Image.objects.count() == 14


def test_its_pictures_are_the_same_everywhere():
    call_command("seed_demo", articles=1)
    checksums = [*Image.objects.order_by("key").values_list("checksum", flat=True)]
    Article.objects.all().delete()
    # Past the model, which keeps what readers need.
    QuerySet(Image).delete()
    call_command("seed_demo", articles=1)
    assert checksums == [*Image.objects.order_by("key").values_list("checksum", flat=True)]


def test_it_makes_as_many_as_asked(capsys):
    call_command("seed_demo", articles=60)
    assert Article.objects.count() == 60
    assert "60 articles" in capsys.readouterr().out


def test_asking_for_more_adds_only_what_lacks():
    call_command("seed_demo", articles=20)
    before = set(Article.objects.values_list("pk", "slug_fr"))
    call_command("seed_demo", articles=30)
    assert Article.objects.count() == 30
    assert before <= set(Article.objects.values_list("pk", "slug_fr"))


def test_every_article_would_pass_the_desk():
    call_command("seed_demo", articles=40)
    for article in Article.objects.all():
        article.full_clean()
        article.refuse_gaps()
    for quote in Quote.objects.select_related("article"):
        quote.full_clean()


def test_texts_are_as_long_as_news(db):
    call_command("seed_demo", articles=40)
    bodies = Article.objects.live(language="fr").values_list("body_fr", flat=True)
    assert all(200 < len(plain_text(body).split()) < 800 for body in bodies)


def test_some_are_in_one_language_only_and_some_are_not_published():
    call_command("seed_demo", articles=200)
    assert Article.objects.filter(headline_ar=None).exists()
    assert Article.objects.filter(headline_fr=None).exists()
    assert Article.objects.live(language="fr").count() < 200


@pytest.mark.parametrize("number", [0, -5])
def test_nonsense_is_refused(number):
    with pytest.raises(CommandError):
        call_command("seed_demo", articles=number)


def test_some_are_to_come_and_some_to_go_within_a_week():
    call_command("seed_demo", articles=100)
    now, week = timezone.now(), timezone.now() + timedelta(days=8)
    published = Article.objects.filter(status_fr="published")
    for column in ("published_at_fr", "live_until_fr", "embargoed_until"):
        assert published.filter(**{f"{column}__range": (now, week)}).exists(), column


def test_its_translations_are_in_the_state_that_is_said_of_them():
    call_command("seed_demo", articles=40)
    states = set()
    for translation in Translation.objects.select_related("article"):
        said = translation.state
        assert translation.find_state(translation.rows()) == said
        states.add(said)
    assert {"done", "stale", "missing"} <= states
    assert Translation.objects.count() == 40


def test_typography_and_the_other_checks_find_nothing():
    call_command("seed_demo", articles=60)
    for article in Article.objects.all():
        for language in Language.all():
            if article.said("headline", language):
                found = {one.check.name for one in article.findings(language)}
                expected = {"date", "dateline", "source", "embargo", "names", "picture"}
                assert found <= expected, article.key


def test_numbers_are_followed_by_what_arabic_has_after_them():
    call_command("seed_demo", articles=120)
    counted = re.compile(r"(\d+) (?:نقطة|مشروعا|خبيرا|شهرا|وفدا|عضوا|جماعة|أسرة|نسمة|مليون)")
    found = 0
    for article in Article.objects.exclude(body_ar=None):
        texts = (article.headline_ar, article.standfirst_ar, article.body_ar)
        for number in counted.findall(" ".join(texts)):
            assert int(number) % 100 >= 11, article.headline_ar
            found += 1
    assert found > 100


def test_women_and_men_speak_each_in_their_gender():
    call_command("seed_demo", articles=60)
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


def test_no_article_has_a_topic_twice_and_the_newsrooms_own_are_taken():
    own = Topic.objects.create(name_fr="Climat", name_ar="المناخ")
    call_command("seed_demo", articles=60)
    assert Topic.objects.filter(name_fr="Climat").get() == own
    assert own.of_articles.exists()
    for article in Article.objects.all():
        names = [str(one) for one in article.topics.all()]
        assert len(names) == len(set(names)) == 2


def test_coverage_is_of_the_days_of_its_event():
    call_command("seed_demo", articles=60)
    covering = Article.objects.exclude(event=None).select_related("event", "dateline")
    assert covering.exists()
    for article in covering:
        days = (article.created_at.date() - article.event.starts_on).days
        assert 0 <= days <= (article.event.last_day - article.event.starts_on).days + 1
        assert article.dateline == article.event.place


def test_the_search_index_has_kept_up():
    call_command("seed_demo", articles=30)
    call_command("check_search")
    call_command("seed_demo", articles=40)
    call_command("check_search")
