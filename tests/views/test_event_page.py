"""An event gathers its sessions, who spoke at them, what was said and what was written."""

from datetime import UTC, date, datetime, time

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
        assert page.text.count(f'href="{article.url_in("fr")}"') == 2


def test_words_said_elsewhere_are_not_said_at_the_event_the_article_covers(client, plenary):
    marrakech = EventFactory(name_fr="Conférence de Marrakech")
    QuoteFactory(article=ArticleFactory(live=["fr"], event=plenary), spoken_at=marrakech)
    assert "<blockquote>" not in client.get(plenary.url_in("fr")).text
    assert "<blockquote>" in client.get(marrakech.url_in("fr")).text


def test_its_programme_is_by_day_and_by_hour_and_names_the_clock(client, plenary):
    review = plenary.parent
    for hour, name in ((15, "Deuxième table ronde"), (9, "Première table ronde")):
        EventFactory(
            name_fr=name,
            parent=review,
            starts_on=date(2024, 7, 4),
            ends_on=None,
            starts_at=time(hour),
            time_zone="Africa/Cairo",
        )
    page = client.get(review.url_in("fr")).text
    programme = page.split('id="sessions"')[1].split("</section>")[0]
    order = ["3 juillet 2024", "Session plénière", "4 juillet 2024", "09:00", "Le Caire"]
    order += ["Première table ronde", "15:00", "Deuxième table ronde"]
    places = [programme.index(words) for words in order]
    assert places == sorted(places)


def test_a_session_leads_to_the_other_sessions_and_to_the_whole(client, plenary):
    sibling = EventFactory(name_fr="Table ronde", parent=plenary.parent)
    page = client.get(plenary.url_in("fr")).text
    also = page.split('id="siblings"')[1].split("</section>")[0]
    assert "Également dans « Deuxième examen régional »" in also
    assert sibling.url_in("fr") in also
    assert plenary.url_in("fr") not in also


def test_its_coverage_is_a_timeline_by_the_newsrooms_days(client, plenary):
    for hour, words in ((12, "À midi"), (23, "Tard le soir")):
        ArticleFactory(
            live=["fr"],
            event=plenary,
            headline_fr=words,
            live_at=datetime(2024, 7, 4, hour, 30, tzinfo=UTC),
        )
    timeline = client.get(plenary.url_in("fr")).text.split('id="coverage"')[1]
    order = ["5 juillet 2024", "Tard le soir", "4 juillet 2024", "À midi"]
    places = [timeline.index(words) for words in order]
    assert places == sorted(places)


def test_its_feed_and_its_calendar_are_on_the_page(client, plenary):
    page = client.get(plenary.url_in("ar"))
    for end in (".ics", "/feed.rss"):
        path = plenary.url_in("ar").rstrip("/") + end
        assert f'<a href="{path}"' in page.text
        assert client.get(path).status_code == 200
