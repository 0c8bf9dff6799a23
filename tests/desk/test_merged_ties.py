"""What names a record among others stays with it when two are made one, and goes back with it."""

import pytest

from articles.desk.library import merging
from articles.models import Subscription
from tests.factories import (
    EventFactory,
    MediaKitFactory,
    OrganizationFactory,
    PressContactFactory,
    SpeakerFactory,
    TopicFactory,
)
from tests.mailing.people import subscriber

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("factory", "column"),
    [
        (SpeakerFactory, "speakers"),
        (OrganizationFactory, "organizations"),
        (EventFactory, "events"),
    ],
)
def test_a_kit_names_who_is_kept_and_who_comes_back(client, chief, factory, column):
    gone, kept = factory(), factory()
    one, both = MediaKitFactory(), MediaKitFactory()
    getattr(one, column).set([gone])
    getattr(both, column).set([gone, kept])
    dated = one.updated_at
    merge = merging.merge(gone, kept, by=chief)
    for kit in (one, both):
        assert [*getattr(kit, column).all()] == [kept]
    one.refresh_from_db()
    assert one.updated_at > dated
    back = merging.undo(merge, by=chief)
    assert [*getattr(one, column).all()] == [back]
    assert {*getattr(both, column).all()} == {back, kept}


def test_a_contact_is_of_the_topic_that_is_kept(chief):
    gone, kept, contact = TopicFactory(), TopicFactory(), PressContactFactory()
    contact.topics.set([gone])
    merge = merging.merge(gone, kept, by=chief)
    assert [*contact.topics.all()] == [kept]
    contact.topics.clear()
    merging.undo(merge, by=chief)
    assert not contact.topics.exists(), "who took it off since meant it"


def test_the_page_before_a_merge_says_how_many_kits_it_is_in(client, chief):
    client.force_login(chief)
    gone, kept = SpeakerFactory(), SpeakerFactory()
    MediaKitFactory().speakers.set([gone])
    page = client.get(f"/admin/articles/speaker/{gone.pk}/merge/?with={kept.pk}").text
    assert "Dossiers de presse" in page


def test_readers_by_mail_go_on_with_what_they_chose(chief):
    gone, kept = TopicFactory(), TopicFactory()
    subscriber("one@example.org", ("fr", gone))
    subscriber("both@example.org", ("fr", gone), ("fr", kept))
    subscriber("left@example.org", ("fr", gone))
    subscriber("other@example.org", ("fr", kept))
    merge = merging.merge(gone, kept, by=chief)
    assert {one.topic for one in Subscription.objects.all()} == {kept}
    Subscription.objects.filter(subscriber__address="left@example.org").delete()
    back = merging.undo(merge, by=chief)
    found = Subscription.objects.values_list("subscriber__address", "topic")
    assert sorted(found) == sorted(
        [
            ("both@example.org", back.pk),
            ("both@example.org", kept.pk),
            ("one@example.org", back.pk),
            ("other@example.org", kept.pk),
        ]
    )
