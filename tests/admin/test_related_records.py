"""A record's form shows all that is theirs, in small lists: with dates and states, by right."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Appearance, Participation
from tests.admin.records import page_of
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def test_of_a_person_there_are_articles_words_and_events(desk):
    speaker = SpeakerFactory()
    article = ArticleFactory(
        headline_fr="Le Maroc au Caire", live=["fr"], live_at=datetime(2024, 7, 4, 10, tzinfo=UTC)
    )
    QuoteFactory(article=article, speaker=speaker, text_fr="Le Maroc a présidé")
    ArticleFactory(headline_fr="Nommé seulement").mention(speaker)
    event = EventFactory(name_fr="Examen régional", starts_on=date(2024, 7, 3))
    Appearance.objects.create(event=event, speaker=speaker)
    page = desk.get(page_of(speaker, "change")).text
    for words in ("Le Maroc au Caire", "Nommé seulement", "Le Maroc a présidé", "Examen régional"):
        assert words in page, words
    assert "4 juil. 2024" in page
    assert "3–4 juillet 2024" in page
    assert "brouillon" in page


def test_of_a_body_there_are_its_people_and_parts(desk):
    body = OrganizationFactory()
    AffiliationFactory(organization=body, speaker=SpeakerFactory(name_fr="Nasser Bourita"))
    OrganizationFactory(parent=body, name_fr="Direction des Nations unies")
    Participation.objects.create(event=EventFactory(name_fr="La conférence"), organization=body)
    page = desk.get(page_of(body, "change")).text
    for words in ("Nasser Bourita", "Direction des Nations unies", "La conférence"):
        assert words in page, words


def test_of_an_event_there_are_its_sessions_and_the_articles_on_them(desk):
    event = EventFactory()
    session = EventFactory(parent=event, name_fr="Séance plénière")
    ArticleFactory(event=session, headline_fr="La plénière s’ouvre")
    page = desk.get(page_of(event, "change")).text
    assert "Séance plénière" in page
    assert "La plénière s’ouvre" in page


def test_more_than_a_few_are_all_on_a_page_of_their_own(desk):
    topic = TopicFactory()
    for place in range(7):
        ArticleFactory(headline_fr=f"Numéro {place}").topics.add(topic)
    form = desk.get(page_of(topic, "change")).text
    address = f"{page_of(topic, 'theirs')}?list=articles"
    assert address in form
    assert "Numéro 0" not in form
    page = desk.get(address).text
    assert all(f"Numéro {place}" in page for place in range(7))
    assert desk.get(page_of(topic, "theirs"), {"list": "x"}).status_code == 404
    assert desk.get(page_of(topic, "theirs"), {"list": "articles", "page": "9"}).status_code == 200


def test_nobody_is_shown_a_colleagues_draft_nor_its_words(client, reporter, editor):
    speaker, source = SpeakerFactory(), SourceFactory()
    hidden = ArticleFactory(
        created_by=editor, headline_fr="Un secret", source=source, body_fr="<p>Tout bas</p>"
    )
    QuoteFactory(article=hidden, speaker=speaker, text_fr="Tout bas", text_ar="")
    half = ArticleFactory(created_by=editor, live=["ar"], headline_fr="Pas encore", source=source)
    QuoteFactory(article=half, speaker=speaker, text_fr="Le Maroc a présidé", text_ar="ترأس المغرب")
    own = ArticleFactory(created_by=reporter, headline_fr="Le mien", source=source)
    client.force_login(reporter)
    for record in (speaker, source):
        for page in ("change", "theirs"):
            said = client.get(page_of(record, page)).text
            assert "Un secret" not in said
            assert "Tout bas" not in said
            assert "Pas encore" not in said
            assert "Le Maroc a présidé" not in said
    assert str(own) in client.get(page_of(source, "change")).text
    assert "ترأس المغرب" in client.get(page_of(speaker, "change")).text


def test_the_lists_ask_no_more_for_many_rows(desk, django_assert_max_num_queries):
    speaker = SpeakerFactory()
    for _each in range(6):
        QuoteFactory(article=ArticleFactory(event=EventFactory()), speaker=speaker)
        Appearance.objects.create(event=EventFactory(), speaker=speaker)
    desk.get(page_of(speaker, "change"))
    with django_assert_max_num_queries(40):
        desk.get(page_of(speaker, "change"))
