"""What readers have of records changes by right and on record; who may not publish proposes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Proposal, RecordRevision, Status
from tests.admin.records import KINDS, NEW, accept, page_of, rename, shown_by, stored
from tests.factories import (
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", KINDS)
def test_a_reporter_proposes_what_an_editor_lets_readers_have(client, reporter, editor, kind):
    record = shown_by(ArticleFactory(live=["fr"]), kind)
    before = stored(record)

    client.force_login(reporter)
    answer = rename(client, record, _note="Le nom officiel.")
    assert "proposées" in client.get(answer.url).text
    assert stored(record) == before
    assert not RecordRevision.objects.of(record).exists()

    client.force_login(editor)
    desk = client.get(reverse("admin:index")).text
    assert page_of(record, "proposal", Proposal.objects.get().pk) in desk
    form = client.get(page_of(record)).text
    assert "Le nom officiel." in form
    assert "un autre nom" in " ".join(html.fromstring(form).text_content().split()).lower()
    answer = accept(client, record)
    assert answer.status_code == 302
    assert stored(record) == NEW
    revision = RecordRevision.objects.of(record).first()
    assert (revision.made_by, revision.number) == (editor, 2)
    assert str(reporter) in revision.note
    assert "Le nom officiel." in revision.note


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", ["editor", "chief"])
def test_who_may_publish_changes_it_on_record(client, request, kind, role):
    person = request.getfixturevalue(role)
    record = shown_by(ArticleFactory(live=["fr"]), kind)
    before = stored(record)
    client.force_login(person)
    rename(client, record, _note="Vérifié.")
    assert stored(record) == NEW
    revisions = RecordRevision.objects.of(record)
    assert [(one.made_by, one.note) for one in revisions] == [(person, "Vérifié."), (None, "")]
    history = client.get(page_of(record, "history"))
    said = html.fromstring(history.text)
    assert [one.text for one in said.xpath("//dl[@class='differences']//ins")]
    assert str(person) in history.text
    client.post(page_of(record, "restore"), {"number": "1"})
    assert stored(record) == before
    assert RecordRevision.objects.of(record).first().number == 3


@pytest.mark.parametrize(
    "state",
    [
        {"status_fr": Status.DRAFT},
        {"status_fr": Status.READY},
        {"status_fr": Status.WITHDRAWN},
        {"live_until_fr": timezone.now() - timedelta(minutes=1)},
    ],
    ids=["draft", "ready", "withdrawn", "expired"],
)
@pytest.mark.parametrize("kind", KINDS)
def test_what_no_reader_has_is_changed_as_it_is(client, reporter, kind, state):
    # Their own: the picture of a colleague's hidden text is not theirs to find.
    record = shown_by(ArticleFactory(live=["fr"], created_by=reporter, **state), kind)
    client.force_login(reporter)
    rename(client, record)
    assert stored(record) == NEW
    assert RecordRevision.objects.of(record).first().made_by == reporter


@pytest.mark.parametrize(
    "state",
    [
        {"published_at_fr": timezone.now() + timedelta(days=1)},
        {"embargoed_until": timezone.now() + timedelta(days=1)},
    ],
    ids=["scheduled", "embargoed"],
)
@pytest.mark.parametrize("kind", ["image", "speaker", "event"])
def test_what_readers_will_have_without_anybodys_doing_is_proposed_too(
    client, reporter, kind, state
):
    # Their own: the picture of a colleague's hidden text is not theirs to find.
    record = shown_by(ArticleFactory(live=["fr"], created_by=reporter, **state), kind)
    client.force_login(reporter)
    rename(client, record)
    assert stored(record) != NEW
    assert Proposal.objects.get().record_key == record.key


def test_what_an_editor_made_public_by_itself_is_proposed_too(client, reporter):
    client.force_login(reporter)
    for record in (SpeakerFactory(is_listed=True), EventFactory(visibility_ar="public")):
        rename(client, record)
        assert stored(record) != NEW


def test_a_picture_is_readers_through_a_portrait_and_a_logo_too(client, reporter):
    client.force_login(reporter)
    portrait, logo = ImageFactory(), ImageFactory()
    SpeakerFactory(portrait=portrait, is_listed=True)
    OrganizationFactory(logo=logo, is_listed=True)
    for image in (portrait, logo):
        rename(client, image)
        assert stored(image) != NEW
