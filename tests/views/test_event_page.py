"""An event gathers its sessions, who spoke at them, what was said and what was written."""

import pytest

from articles.models import Appearance
from tests.factories import ArticleFactory, EventFactory, QuoteFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def plenary():
    review = EventFactory(name_fr="Deuxième examen régional", name_ar="الاستعراض الإقليمي الثاني")
    return EventFactory(name_fr="Session plénière", parent=review, kind="plenary_session")


def test_a_review_shows_its_session_and_who_spoke_there(client, plenary):
    speaker = SpeakerFactory()
    Appearance.objects.create(event=plenary, speaker=speaker)
    for event in (plenary, plenary.parent):
        page = client.get(event.url_in("fr"))
        assert f'<a href="{speaker.url_in("fr")}">' in page.text
    assert f'<a href="{plenary.url_in("fr")}">Session plénière</a>' in page.text
    assert plenary.parent.url_in("fr") in client.get(plenary.url_in("fr")).text


def test_words_said_at_a_session_are_on_its_page_with_the_article_they_are_from(client, plenary):
    article = ArticleFactory(live=["fr"], event=plenary.parent)
    QuoteFactory(article=article, spoken_at=plenary)
    for event in (plenary, plenary.parent):
        page = client.get(event.url_in("fr"))
        assert "<blockquote>" in page.text
        assert page.text.count(article.url_in("fr")) == 2


def test_words_said_elsewhere_are_not_said_at_the_event_the_article_covers(client, plenary):
    marrakech = EventFactory(name_fr="Conférence de Marrakech")
    QuoteFactory(article=ArticleFactory(live=["fr"], event=plenary), spoken_at=marrakech)
    assert "<blockquote>" not in client.get(plenary.url_in("fr")).text
    assert "<blockquote>" in client.get(marrakech.url_in("fr")).text
