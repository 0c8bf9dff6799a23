"""A form that is open while the moment of its article comes."""

import pytest
from django.utils import timezone

from tests.admin.dates import HOUR, scheduled, typed
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_a_form_opened_as_scheduled_and_sent_when_live_takes_nothing_away(
    client, this_second, editor, monkeypatch
):
    article = scheduled(this_second, embargoed_until=this_second + HOUR)
    client.force_login(editor)
    form = opened(client, article)
    assert "embargoed_until_0" in form
    monkeypatch.setattr(timezone, "now", lambda: this_second + 2 * HOUR)
    sent = form | typed("embargoed_until", this_second + 48 * HOUR) | {"standfirst_fr": "Tapé ici."}
    page = client.post(change_url(article), sent, follow=True)
    assert "il est trop tard pour un autre embargo" in page.text
    article.refresh_from_db()
    assert article.embargoed_until == this_second + HOUR
    assert client.get(article.url_in("fr")).status_code == 200
    assert article.working_copy.standfirst_fr == "Tapé ici."


def test_what_was_asked_of_a_schedule_is_not_done_to_what_readers_have(
    client, this_second, editor, monkeypatch
):
    article = scheduled(this_second, published_at_fr=this_second + HOUR)
    client.force_login(editor)
    form = opened(client, article)
    monkeypatch.setattr(timezone, "now", lambda: this_second + 2 * HOUR)
    page = client.post(change_url(article), form | {"_move-fr-ready": "1"}, follow=True)
    article.refresh_from_db()
    assert article.is_live("fr")
    assert "messagelist" in page.text


def test_a_button_to_schedule_that_is_pressed_late_publishes_and_says_so(
    client, this_second, editor, monkeypatch
):
    article = ArticleFactory(embargoed_until=this_second + HOUR)
    client.force_login(editor)
    form = opened(client, article)
    monkeypatch.setattr(timezone, "now", lambda: this_second + 2 * HOUR)
    page = client.post(change_url(article), form | {"_move-fr-published": "1"}, follow=True)
    article.refresh_from_db()
    assert article.is_live("fr")
    assert "Les lecteurs l’ont, au plus tard dans une minute." in page.text
