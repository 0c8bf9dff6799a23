"""A front page that nobody composed is a newsroom's: what leads, in which containers, each once."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from articles.models import FrontPage, Placement, Section
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    QuoteFactory,
    TopicFactory,
)
from tests.this_week import LANGUAGES, a_newsroom, an_article
from tests.views.front_page import container, shown

pytestmark = pytest.mark.django_db

MOST_QUERIES = 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 5, 12])
def test_no_article_is_on_the_page_twice_and_none_is_lost_while_there_is_room(
    client, language, number
):
    a_newsroom(articles=number)
    found = shown(client.get(f"/{language}/"))
    assert set(found.values()) == {1}
    assert set(found) == set(range(1, number + 1))


def test_the_newest_leads_unless_another_has_more_weight(client):
    an_article(1)
    assert "Nouvelle 1" in container(client.get("/fr/"), "front-lead")
    an_article(5, lead_image=ImageFactory())
    assert "Nouvelle 5" in container(client.get("/fr/"), "front-lead")


@pytest.mark.parametrize(
    "fields",
    [
        {"own_reporting": True},
        {"body_fr": f"<p>{'Le Maroc a présidé une session. ' * 60}</p>"},
    ],
)
def test_what_the_newsroom_found_out_and_what_says_more_weighs_more(client, fields):
    an_article(1)
    an_article(3, **fields)
    assert "Nouvelle 3" in container(client.get("/fr/"), "front-lead")


def test_an_event_of_these_days_weighs_and_one_of_long_ago_does_not(client):
    an_article(1)
    an_article(2, event=EventFactory())
    assert "Nouvelle 1" in container(client.get("/fr/"), "front-lead")
    an_article(3, event=EventFactory(starts_on=timezone.localdate(), ends_on=None))
    assert "Nouvelle 3" in container(client.get("/fr/"), "front-lead")


def test_a_communique_does_not_lead_before_news_of_the_same_hours(client):
    an_article(1, kind="communique")
    an_article(2)
    assert "Nouvelle 2" in container(client.get("/fr/"), "front-lead")


def test_weight_does_not_keep_last_weeks_picture_on_top(client):
    an_article(100, lead_image=ImageFactory(), own_reporting=True)
    an_article(1)
    assert "Nouvelle 1" in container(client.get("/fr/"), "front-lead")


def test_the_topics_most_written_about_become_sections(client):
    much, little = TopicFactory(name_fr="Beaucoup"), TopicFactory(name_fr="Peu")
    for number in range(1, 24):
        an_article(number, topic=little if number > 21 else much)
    page = client.get("/fr/")
    headings = re.findall(r'<h2 id="section-\d+">\s*<a[^>]*>([^<]*)', page.text)
    assert headings == ["Beaucoup"]


def test_an_editors_sections_take_the_place_of_those(client):
    much, mine = TopicFactory(name_fr="Beaucoup"), TopicFactory(name_fr="La mienne")
    for number in range(1, 30):
        an_article(number, topic=mine if number == 29 else much)
    front = FrontPage.objects.create(language="fr")
    Section.objects.create(front_page=front, topic=mine)
    page = client.get("/fr/")
    headings = re.findall(r'<h2 id="section-\d+">\s*<a[^>]*>([^<]*)', page.text)
    assert headings == ["La mienne"]


def test_a_section_reaches_back_past_the_newest(client):
    old = TopicFactory(name_fr="Ancien")
    an_article(500, topic=old)
    for number in range(1, 80):
        an_article(number)
    front = FrontPage.objects.create(language="fr")
    Section.objects.create(front_page=front, topic=old)
    assert "Nouvelle 500" in container(client.get("/fr/"), "lead-and-list")


def test_each_quotation_is_of_somebody_else_and_of_this_week(client):
    speaker = QuoteFactory(article=an_article(1)).speaker
    for number in (20, 21):
        QuoteFactory(article=an_article(number), speaker=speaker)
    QuoteFactory(article=an_article(22), kind="reported")
    QuoteFactory(article=an_article(23, hours=24 * 9))
    front = FrontPage.objects.create(language="fr", river_size=0)
    for number in range(2, 6):
        Placement.objects.create(front_page=front, article=an_article(number), spot="top")
    Placement.objects.create(front_page=front, article=an_article(9), spot="lead")
    quotations = container(client.get("/fr/"), "front-quotations")
    assert quotations.count("<blockquote") == 1
    assert "nouvelle-1-fin" in quotations


def test_a_correction_of_last_month_is_not_of_this_week(client):
    article = an_article(1)
    correction = CorrectionFactory(article=article)
    assert correction.text_fr in client.get("/fr/").text
    type(correction).objects.update(made_on=timezone.localdate() - timedelta(days=8))
    assert "front-corrections" not in client.get("/fr/").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sessions_of_a_conference_stand_under_it(client, language):
    a_newsroom(articles=1)
    agenda = container(client.get(f"/{language}/"), "front-agenda")
    assert agenda.count('<h3 class="headline">') == 1
    assert agenda.count(">09:00<") == 1
    assert {"fr": "et 2 autres séances", "ar": "وجلستان أخريان"}[language] in agenda


def test_the_latest_say_the_hour_of_today_and_the_day_of_what_is_older(client):
    for number in range(6):
        an_article(number, hours=24 * 3 + number)
    page = client.get("/fr/")
    words = re.findall(r"<time[^>]*>([^<]*)</time>", container(page, "front-latest"))
    assert len(words) == 1
    assert ":" not in words[0]


@pytest.mark.parametrize(("language", "comma"), [("fr", ", "), ("ar", "، ")])
def test_the_latest_of_yesterday_say_the_day_and_the_hour(client, language, comma):
    yesterday = timezone.localdate() - timedelta(days=1)
    moment = timezone.make_aware(datetime.combine(yesterday, time(21, 5)))
    for number in range(6):
        one = an_article(number)
        type(one).objects.filter(pk=one.pk).update(published_at_fr=moment, published_at_ar=moment)
    page = client.get(f"/{language}/")
    words = re.findall(r"<time[^>]*>(.*?)</time>", container(page, "front-latest"), re.DOTALL)
    words = [re.sub(r"<[^>]+>", "", one) for one in words]
    assert words
    assert all(one.endswith(f"{comma}21:05") for one in words)


# What a newsroom is given.


def test_one_article_in_all_is_the_lead_and_the_page(client):
    an_article(1)
    page = client.get("/fr/")
    assert "Nouvelle 1" in container(page, "front-lead")
    for name in ("front-beside", "front-latest", "front-section", "front-pictures"):
        assert name not in page.text


def test_thirty_sections_each_have_what_is_theirs(client):
    front = FrontPage.objects.create(language="fr", river_size=1)
    Placement.objects.create(front_page=front, article=an_article(100), spot="lead")
    for number in range(101, 105):
        Placement.objects.create(front_page=front, article=an_article(number))
    an_article(0)
    for number in range(30):
        topic = TopicFactory(name_fr=f"Sujet {number}")
        Section.objects.create(front_page=front, topic=topic, order=number)
        an_article(number + 1, topic=topic)
    page = client.get("/fr/")
    assert len(re.findall(r'id="section-\d+"', page.text)) == 30
    assert set(shown(page).values()) == {1}


def test_where_only_arabic_has_articles_french_leads_to_it(client):
    ArticleFactory(live=["ar"])
    page = client.get("/fr/")
    assert "Aucun article n’est publié dans cette langue" in page.text
    assert '<a href="/ar/" hreflang="ar">' in page.text.split("<main")[1].split("</main>")[0]


def test_articles_without_any_picture_make_sections_of_headlines(client):
    topic = TopicFactory()
    for number in range(1, 30):
        an_article(number, topic=topic)
    page = client.get("/fr/")
    assert container(page, "headlines")
    assert "<img" not in page.text
    assert "front-pictures" not in page.text
