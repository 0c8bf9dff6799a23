"""What helps a reader of an article, without a script: how long, what is in it, what is near."""

from datetime import UTC, datetime

import pytest

from tests.factories import ArticleFactory, EventFactory, TopicFactory

pytestmark = pytest.mark.django_db


def on(day, **fields):
    fields = {"live": ["fr"], "headline_fr": f"Le {day}"} | fields
    return ArticleFactory(published_at_fr=datetime(2024, 7, day, tzinfo=UTC), **fields)


def page_of(client, article, language="fr"):
    return client.get(article.url_in(language)).text


def section(page, name):
    start = page.index(f'aria-labelledby="{name}"')
    return page[start : page.index("</section>", start)]


def test_it_says_how_long_reading_takes_by_the_pace_of_each_language(client):
    words = "<p>" + "mot " * 600 + "</p>"
    article = ArticleFactory(live=["fr", "ar"], body_fr=words, body_ar=words)
    assert "3 minutes de lecture" in page_of(client, article)
    assert "4 دقائق" in page_of(client, article, "ar")


def test_a_long_text_has_a_table_of_contents(client):
    body = "".join(f"<h2>Partie {number} &amp; fin</h2><p>a</p>" for number in range(1, 4))
    page = page_of(client, ArticleFactory(live=["fr"], body_fr=body))
    assert '<a href="#p3">Partie 2 &amp; fin</a>' in page
    assert '<h2 id="p3">Partie 2' in page


def test_a_short_one_has_none(client):
    page = page_of(client, ArticleFactory(live=["fr"], body_fr="<h2>Seul</h2><p>a</p>"))
    assert 'class="outline"' not in page


def test_it_leads_to_the_articles_published_before_and_after(client):
    _, before, article, after, _ = (on(day) for day in (1, 2, 3, 4, 5))
    page = page_of(client, article)
    neighbours = page[page.index('class="neighbours"') :]
    assert neighbours.index(before.url_in("fr")) < neighbours.index(after.url_in("fr"))
    assert "Le 1<" not in neighbours
    assert "Le 5<" not in neighbours


def test_even_when_they_came_out_in_the_same_minute(client):
    first, second, third = (on(3, headline_fr=f"Numéro {number}") for number in range(3))
    neighbours = page_of(client, second).split('class="neighbours"')[1]
    assert first.url_in("fr") in neighbours
    assert third.url_in("fr") in neighbours


def test_the_first_article_has_none_before_it(client):
    assert 'class="neighbours"' not in page_of(client, on(1))


def test_related_coverage_is_of_the_event_then_of_the_topics(client):
    event, topic = EventFactory(), TopicFactory()
    article = on(9, event=event)
    same_event, same_topic = on(8, event=event), on(7)
    for one in (article, same_event, same_topic):
        one.topics.add(topic)
    for day in range(10, 20):
        on(day)
    page = page_of(client, article)
    assert "Le 8" in section(page, "same-event")
    assert "Le 7" in section(page, "same-topics")
    assert "Le 8" not in section(page, "same-topics")


def test_a_draft_is_never_near(client):
    topic = TopicFactory()
    article, draft = on(3), on(2, live=[], headline_fr="Brouillon")
    for one in (article, draft):
        one.topics.add(topic)
    assert "Brouillon" not in page_of(client, article)


def test_a_wide_table_scrolls_in_its_own_frame(client):
    body = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    page = page_of(client, ArticleFactory(live=["fr"], body_fr=body))
    assert '<div class="table" role="region" tabindex="0" aria-label="Tableau">' in page
