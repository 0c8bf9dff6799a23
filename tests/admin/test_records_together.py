"""Two people in one record: what both wrote stays, and only what both changed is asked about."""

import pytest
from lxml import html

from articles.models import Affiliation, Appearance, Event, Participation, User
from tests.admin.bulk_actions import both, row
from tests.admin.forms import form_of
from tests.admin.records import page_of
from tests.conftest import member_of
from tests.factories import (
    AffiliationFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
RECORDS = {
    "speaker": (SpeakerFactory, "honorific_fr", "biography_ar"),
    "organization": (OrganizationFactory, "acronym_fr", "description_ar"),
    "event": (EventFactory, "venue_fr", "description_ar"),
    "source": (SourceFactory, "credit_line_fr", "licence"),
    "image": (ImageFactory, "caption_fr", "credit_ar"),
    "topic": (TopicFactory, "name_fr", "name_ar"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_the_later_save_does_not_write_over_what_the_other_changed(mine, theirs, kind):
    make, my_field, their_field = RECORDS[kind]
    record = make()
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {their_field: "غيرت"})
    saved = mine.post(page_of(record), my_form | {my_field: "Changé"}, follow=True)
    record.refresh_from_db()
    assert (getattr(record, my_field), getattr(record, their_field)) == ("Changé", "غيرت")
    assert "Chief a enregistré ceci entre-temps" in saved.text


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize(
    ("language", "sentence"), [("fr", "a enregistré ceci à"), ("ar", "هذا على الساعة")]
)
def test_what_both_changed_is_asked_about_in_the_language_of_the_person(
    mine, theirs, kind, language, sentence
):
    User.objects.filter(username="editor").update(language=language)
    make, field, _other = RECORDS[kind]
    record = make()
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {field: "Le leur"})
    refused = mine.post(page_of(record), my_form | {field: "Le mien"})
    assert refused.status_code == 200
    assert sentence in refused.text
    assert form_of(refused.text)[field] == "Le mien"
    assert mine.post(page_of(record), form_of(refused.text)).status_code == 200
    for choice, left in (("theirs", "Le leur"), ("mine", "Le mien")):
        chosen = form_of(refused.text) | {f"_keep-{field}": choice}
        assert mine.post(page_of(record), chosen).status_code == 302
        record.refresh_from_db()
        assert getattr(record, field) == left


def test_a_choice_does_not_count_against_a_third_save(mine, theirs):
    record = SpeakerFactory()
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {"honorific_fr": "Dr"})
    refused = mine.post(page_of(record), my_form | {"honorific_fr": "Me"})
    third = form_of(theirs.get(page_of(record)).text)
    theirs.post(page_of(record), third | {"honorific_fr": "Pr"})
    chosen = form_of(refused.text) | {"_keep-honorific_fr": "mine"}
    assert mine.post(page_of(record), chosen).status_code == 200
    record.refresh_from_db()
    assert record.honorific_fr == "Pr"


@pytest.mark.parametrize("forged", ["", "x", "eyJ4IjoxfQ:1x:abc", "other"])
def test_a_forged_word_for_what_was_opened_overwrites_nothing(mine, theirs, forged):
    record, other = SpeakerFactory(), SpeakerFactory(honorific_fr="Dr")
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {"honorific_fr": "Dr"})
    if forged == "other":
        forged = form_of(mine.get(page_of(other)).text)["_opened"]
    sent = my_form | {"honorific_fr": "Me", "_opened": forged}
    if not forged:
        # A program that knows no pages: it is taken to know what there is.
        assert mine.post(page_of(record), sent).status_code == 302
        return
    assert mine.post(page_of(record), sent).status_code == 200
    record.refresh_from_db()
    assert record.honorific_fr == "Dr"


@pytest.mark.parametrize("role", ["translator", "stranger"])
def test_who_may_not_change_a_record_changes_nothing_by_merging(client, theirs, role):
    record = EventFactory()
    person = member_of("translator")
    if role == "translator":
        person.languages = ["ar"]
        person.save()
    else:
        person.groups.clear()
    their_form = form_of(theirs.get(page_of(record)).text)
    client.force_login(person)
    client.post(page_of(record), their_form | {"venue_fr": "Forgé", "starts_on": "01/01/2026"})
    record.refresh_from_db()
    assert (record.venue_fr or "", record.starts_on.year) == ("", 2024)


def test_people_and_bodies_that_two_add_to_an_event_all_stay(mine, theirs):
    event = EventFactory()
    first = Appearance.objects.create(event=event, speaker=SpeakerFactory(), role="chair")
    my_form, their_form = both(event, mine, theirs)
    one, other = SpeakerFactory(), SpeakerFactory()
    body = OrganizationFactory()
    theirs.post(
        page_of(event),
        their_form
        | row("appearances", 1, speaker=one.pk, role="speaker")
        | row("participations", 0, organization=body.pk, role="host")
        | {"appearances-0-role": "panelist"},
    )
    saved = mine.post(
        page_of(event),
        my_form
        | row("appearances", 1, speaker=other.pk, role="speaker")
        | row("participations", 0, organization=body.pk, role="host")
        | {"venue_fr": "Palais"},
    )
    assert saved.status_code == 302
    assert {(one.speaker_id, one.role) for one in event.appearances.all()} == {
        (first.speaker_id, "panelist"),
        (one.pk, "speaker"),
        (other.pk, "speaker"),
    }
    assert Participation.objects.count() == 1
    assert Event.objects.get().venue_fr == "Palais"


def test_positions_that_two_give_a_speaker_both_stay_and_one_that_both_changed_is_asked_about(
    mine, theirs
):
    held = AffiliationFactory()
    speaker = held.speaker
    my_form, their_form = both(speaker, mine, theirs)
    theirs.post(
        page_of(speaker),
        their_form
        | {"affiliations-0-position_fr": "Ministre"}
        | row("affiliations", 1, position_fr="Ambassadeur"),
    )
    refused = mine.post(
        page_of(speaker),
        my_form
        | {"affiliations-0-position_fr": "Roi"}
        | row("affiliations", 1, position_fr="Porte-parole"),
    )
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    name = asked.xpath(".//input[@type='radio']/@name")[0]
    mine.post(page_of(speaker), form_of(refused.text) | {name: "mine"})
    assert {*Affiliation.objects.values_list("position_fr", flat=True)} == {
        "Roi",
        "Ambassadeur",
        "Porte-parole",
    }


def test_a_page_gone_back_to_knows_what_it_saved_itself(mine, theirs):
    record = SpeakerFactory()
    my_form, _their_form = both(record, mine, theirs)
    mine.post(page_of(record), my_form | {"honorific_fr": "Dr"})
    again = mine.post(page_of(record), my_form | {"honorific_fr": "Pr", "biography_fr": "Née"})
    assert again.status_code == 302
    record.refresh_from_db()
    assert (record.honorific_fr, record.biography_fr) == ("Pr", "Née")
