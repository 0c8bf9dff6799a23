"""Rows of a record are proposed with it, and reached through no other."""

import pytest

from articles.models import Speaker
from tests.admin.records import NEW, accept, form_of, page_of, shown_by
from tests.factories import AffiliationFactory, ArticleFactory, OrganizationFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def test_rows_of_a_person_are_proposed_with_the_person(client, reporter, editor):
    speaker = shown_by(ArticleFactory(live=["fr"]), "speaker")
    held = AffiliationFactory(speaker=speaker, position_fr="Ministre")
    body = OrganizationFactory()
    client.force_login(reporter)
    form = form_of(client, speaker)
    form |= {
        "affiliations-TOTAL_FORMS": "2",
        "affiliations-0-position_fr": "Ancien ministre",
        "affiliations-1-organization": str(body.pk),
        "affiliations-1-position_fr": "Présidente",
        "affiliations-1-speaker": str(speaker.pk),
    }
    client.post(page_of(speaker), form)
    assert [one.position_fr for one in speaker.affiliations.all()] == ["Ministre"]

    client.force_login(editor)
    accept(client, speaker)
    found = {one.position_fr: one for one in speaker.affiliations.all()}
    assert set(found) == {"Ancien ministre", "Présidente"}
    assert found["Ancien ministre"].pk == held.pk
    assert found["Présidente"].organization == body


def test_who_appears_at_an_event_is_proposed_with_the_event(client, reporter, editor):
    event = shown_by(ArticleFactory(live=["fr"]), "event")
    speaker = SpeakerFactory(is_listed=False)
    client.force_login(reporter)
    form = form_of(client, event) | {
        "appearances-TOTAL_FORMS": "1",
        "appearances-0-speaker": str(speaker.pk),
        "appearances-0-role": "chair",
        "appearances-0-event": str(event.pk),
    }
    client.post(page_of(event), form)
    assert not event.appearances.exists()
    assert speaker not in Speaker.objects.public("fr")
    client.force_login(editor)
    accept(client, event)
    assert event.appearances.get().speaker == speaker


def test_a_row_of_another_record_is_not_reached_through_a_form(client, reporter):
    seen = shown_by(ArticleFactory(live=["fr"]), "speaker")
    held = AffiliationFactory(speaker=seen, position_fr="Ministre")
    unseen = SpeakerFactory(is_listed=False)
    client.force_login(reporter)
    form = form_of(client, unseen) | {
        "affiliations-TOTAL_FORMS": "1",
        "affiliations-INITIAL_FORMS": "1",
        "affiliations-0-id": str(held.pk),
        "affiliations-0-speaker": str(unseen.pk),
        "affiliations-0-position_fr": NEW,
    }
    client.post(page_of(unseen), form)
    held.refresh_from_db()
    assert (held.position_fr, held.speaker) == ("Ministre", seen)
