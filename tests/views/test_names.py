"""A name that the reader's language lacks is given in the other, and said to be."""

from datetime import date, time

import pytest

from tests.factories import (
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db

FRENCH = '<bdi lang="fr" dir="ltr">Ismail Chekkouri</bdi>'


def words_of(page):
    """The page with its white space evened out."""
    return " ".join(page.text.split())


def test_a_speaker_named_only_in_french_is_marked_and_linked_in_french(client):
    article = ArticleFactory(live=["ar"])
    speaker = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="")
    QuoteFactory(article=article, speaker=speaker)
    page = client.get(article.url_in("ar"))
    assert f'<a href="{speaker.url_in("fr")}" hreflang="fr">{FRENCH}</a>' in words_of(page)


def test_a_name_in_the_readers_language_is_not_marked(client):
    article = ArticleFactory(live=["fr"])
    QuoteFactory(article=article, speaker__name_fr="Ismail Chekkouri")
    page = client.get(article.url_in("fr"))
    assert ">Ismail Chekkouri</a>" in page.text
    assert "<bdi lang=" not in page.text


def test_a_quotation_not_written_in_the_language_is_not_shown_in_another(client):
    article = ArticleFactory(live=["fr", "ar"])
    QuoteFactory(article=article, text_fr="une session plénière", text_ar="")
    assert "blockquote" in client.get(article.url_in("fr")).text
    page = client.get(article.url_in("ar"))
    assert "blockquote" not in page.text
    assert "une session plénière" not in page.text


def test_a_position_held_is_shown_in_the_language_it_was_written_in(client):
    speaker = SpeakerFactory()
    speaker.affiliations.create(
        organization=OrganizationFactory(), position_fr="Directeur", since=date(2020, 1, 1)
    )
    page = client.get(speaker.url_in("ar"))
    assert '<bdi lang="fr" dir="ltr">Directeur</bdi>' in page.text


def test_an_event_says_its_days_and_hours_and_whose_clocks(client):
    event = EventFactory(
        starts_at=time(9, 30), ends_at=time(17), time_zone="Africa/Cairo", place=PlaceFactory()
    )
    french, arabic = (words_of(client.get(event.url_in(code))) for code in ("fr", "ar"))
    assert '<time datetime="2024-07-03">3–4 juillet 2024</time>' in french
    # Its end is one of the last day, not of each.
    assert "de 09:30, jusqu’à 17:00 le dernier jour" in french
    assert "Le Caire, Égypte" in french
    assert "يوليوز 2024</time>" in arabic
    assert "القاهرة" in arabic


def test_an_article_of_december_is_dated_as_the_moroccan_press_does(client):
    article = ArticleFactory(live=["ar"], source_published_on=date(2018, 12, 10))
    article.source_url = "https://www.mapexpress.ma/"
    article.save()
    page = client.get(article.url_in("ar"))
    assert '<time datetime="2018-12-10">10 دجنبر 2018</time>' in page.text
