"""What is proposed of a record is decided once, by who may publish, and its author is told."""

import pytest
from django.urls import reverse

from articles.models import Organization, Proposal, Speaker
from tests.admin.records import NEW, accept, form_of, page_of, rename, shown_by, stored
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


# Translators.


def test_a_translator_proposes_the_missing_translation(client, translator, editor):
    speaker = shown_by(ArticleFactory(live=["fr"]), "speaker")
    Speaker.objects.filter(pk=speaker.pk).update(name_ar=None, slug_ar=None)
    client.force_login(translator)
    form = {"name_ar": "إسماعيل شكوري", "slug_ar": ""}
    inlines = {"affiliations-TOTAL_FORMS": "0", "affiliations-INITIAL_FORMS": "0"}
    shown = form_of(client, speaker)
    client.post(page_of(speaker), shown | form | inlines)
    speaker.refresh_from_db()
    assert not speaker.name_ar
    client.force_login(editor)
    accept(client, speaker)
    speaker.refresh_from_db()
    assert speaker.name_ar == "إسماعيل شكوري"
    assert speaker.slug_ar


def test_a_translator_proposes_no_other_language(client, translator):
    speaker = shown_by(ArticleFactory(live=["fr"]), "speaker")
    client.force_login(translator)
    answer = client.post(page_of(speaker), {"name_fr": NEW})
    assert answer.status_code == 403
    assert not Proposal.objects.exists()


# Decisions.


def test_a_refusal_has_a_reason_and_its_author_reads_it(client, reporter, editor):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    rename(client, record)
    proposal = Proposal.objects.get()
    client.force_login(editor)
    page = page_of(record, "proposal", proposal.pk)
    assert client.post(page, {"_refuse": "1"}).status_code == 422
    client.post(page, {"_refuse": "1", "_note": "Ce n’est pas son nom."})
    assert stored(record) != NEW
    client.force_login(reporter)
    assert "Ce n’est pas son nom." in client.get(reverse("admin:index")).text


def test_a_proposal_is_decided_by_who_may_publish_and_nobody_else(client, reporter, translator):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    rename(client, record)
    page = page_of(record, "proposal", Proposal.objects.get().pk)
    assert client.post(page, {"_accept": "1"}).status_code == 403
    assert client.post(page, {"_refuse": "1", "_note": "x"}).status_code == 403
    client.force_login(translator)
    assert client.get(page).status_code == 403
    assert client.post(page, {"_take_back": "1"}).status_code == 403
    assert Proposal.objects.get().is_waiting
    client.force_login(reporter)
    client.post(page, {"_take_back": "1"})
    assert not Proposal.objects.waiting().exists()
    assert stored(record) != NEW


def test_what_was_changed_meanwhile_is_asked_about_and_the_rest_joins(client, reporter, editor):
    record = shown_by(ArticleFactory(live=["fr"]), "organization")
    client.force_login(reporter)
    rename(client, record, description_fr="Une description proposée.")
    client.force_login(editor)
    rename(client, record, to="Le nom de la rédaction", website="https://example.org/")

    answer = accept(client, record)
    assert answer.status_code == 409
    assert stored(record) == "Le nom de la rédaction"
    accept(client, record, **{"keep-fields:name_fr": "kept"})
    record = Organization.objects.get(pk=record.pk)
    assert record.name_fr == "Le nom de la rédaction"
    assert record.description_fr == "Une description proposée."
    assert record.website == "https://example.org/"


def test_a_second_proposal_of_the_same_person_joins_the_first(client, reporter):
    record = shown_by(ArticleFactory(live=["fr"]), "organization")
    client.force_login(reporter)
    rename(client, record)
    rename(client, record, to=stored(record), acronym_fr="LEA")
    fields = Proposal.objects.get().after["fields"]
    assert (fields["name_fr"], fields["acronym_fr"]) == (NEW, "LEA")


def test_two_who_decide_at_once_decide_once(client, reporter, editor):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    rename(client, record)
    client.force_login(editor)
    page = page_of(record, "proposal", Proposal.objects.get().pk)
    client.post(page, {"_refuse": "1", "_note": "Non."})
    assert client.post(page, {"_accept": "1"}).status_code == 422
    assert stored(record) != NEW


def test_a_window_over_another_form_proposes_and_shows_the_name_there_is(client, reporter):
    topic = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    answer = rename(client, topic, _popup="1")
    assert topic.name_fr in answer.text
    assert NEW not in answer.text
    assert stored(topic) != NEW
    assert Proposal.objects.get().after["fields"]["name_fr"] == NEW
