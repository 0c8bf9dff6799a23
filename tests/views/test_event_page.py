"""An event gathers its sessions, who spoke at them, what was said and what was written."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

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


def test_words_told_before_an_event_are_said_of_it_and_not_there(client):
    event = EventFactory(starts_on=date(2024, 7, 3), ends_on=None)
    for day, words in ((2, "La veille"), (3, "Le jour même")):
        told_at = datetime(2024, 7, day, 12, tzinfo=UTC)
        article = ArticleFactory(live=["fr"], event=event, live_at=told_at)
        QuoteFactory(article=article, text_fr=words)
    page = client.get(event.url_in("fr")).text
    there, of_it = page.split('id="quotes"')[1].split('id="said-of-it"')
    assert "Le jour même" in there
    assert "La veille" not in there
    assert "La veille" in of_it
    assert "Ce qu’on en dit" in of_it


def test_a_session_without_an_article_leads_to_the_coverage_of_the_whole(client, plenary):
    notice = "Aucun article n’en parle dans cette langue"
    assert notice in client.get(plenary.url_in("fr")).text
    ArticleFactory(live=["fr"], event=plenary.parent)
    page = client.get(plenary.url_in("fr")).text
    coverage = page.split('id="coverage"')[1].split("</section>")[0]
    assert f'<a href="{plenary.parent.url_in("fr")}#coverage">' in coverage
    assert "Deuxième examen régional" in coverage
    assert notice not in page


def test_only_what_is_not_over_is_offered_for_a_calendar(client):
    today = timezone.localdate()
    for last, offered in ((today - timedelta(days=1), False), (today, True)):
        event = EventFactory(starts_on=today - timedelta(days=3), ends_on=last)
        page = client.get(event.url_in("fr")).text
        assert ("Ajouter à l’agenda" in page) == offered
        assert "/feed.rss" in page


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
    order = ["3 juillet 2024", "Session plénière", "4 juillet 2024", "09:00", "heure du Caire"]
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


def test_its_feed_and_its_calendar_are_on_the_page(client):
    plenary = EventFactory(starts_on=timezone.localdate(), ends_on=None)
    page = client.get(plenary.url_in("ar"))
    for end in (".ics", "/feed.rss"):
        path = plenary.url_in("ar").rstrip("/") + end
        assert f'<a href="{path}"' in page.text
        assert client.get(path).status_code == 200
