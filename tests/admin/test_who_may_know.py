"""Whether the public may know of a record is said by who may publish, and by nobody else."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Event, RecordRevision, Speaker
from tests.admin.records import form_of, page_of, shown_by, unlisted_event
from tests.factories import ArticleFactory, EventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_know_of_a_record_is_not_theirs_to_say(client, request, role):
    client.force_login(request.getfixturevalue(role))
    speaker = SpeakerFactory(is_listed=False)
    event = unlisted_event()
    for record, forged in (
        (speaker, {"is_listed": "on"}),
        (event, {"visibility_ar": "public"}),
        (event, {"embargoed_until_0": "01/01/2030", "embargoed_until_1": "10:00"}),
    ):
        shown = form_of(client, record)
        assert not shown.keys() & forged.keys()
        assert client.post(page_of(record), shown | forged).status_code == 403
    assert not Speaker.objects.get(pk=speaker.pk).is_listed
    assert Event.objects.get(pk=event.pk).visibility_ar == "automatic"


def test_a_new_record_of_a_reporter_is_not_public_by_itself(client, reporter):
    client.force_login(reporter)
    add = reverse("admin:articles_topic_add")
    assert client.post(add, {"name_fr": "Secret", "is_listed": "on"}).status_code == 403
    client.post(add, {"name_fr": "Secret"})
    assert client.get("/fr/topics/secret/").status_code == 404
    popup = client.post(f"{add}?_popup=1", {"name_fr": "Autre secret", "_popup": "1"})
    assert popup.status_code == 200
    assert client.get("/fr/topics/autre-secret/").status_code == 404


def test_the_list_says_in_signs_and_in_words_who_knows_of_a_record(client, editor):
    client.force_login(editor)
    EventFactory(visibility_fr="public", visibility_ar="hidden")
    page = html.fromstring(client.get(reverse("admin:articles_event_changelist")).text)
    (cell,) = page.xpath("//td[contains(@class, 'field-public')]")
    seen = cell.xpath(".//*[@aria-hidden='true']/text()")
    heard = cell.xpath(".//*[@class='visually-hidden']/text()")
    assert (seen, heard) == (["FR ✓", "AR –"], ["Français : Oui", "Arabe : Non"])


def test_who_may_publish_makes_public_and_takes_from_the_public(client, editor, reporter):
    speakers = [SpeakerFactory(is_listed=False), shown_by(ArticleFactory(live=["fr"]), "speaker")]
    event = unlisted_event()
    session = EventFactory(parent=event, visibility_fr="automatic", visibility_ar="automatic")
    speaker_list = reverse("admin:articles_speaker_changelist")
    event_list = reverse("admin:articles_event_changelist")

    def act(page, action, *records):
        return client.post(
            page, {"action": action, "_selected_action": [one.pk for one in records]}, follow=True
        )

    client.force_login(reporter)
    act(speaker_list, "make_public", *speakers)
    act(event_list, "make_public_fr", event)
    assert not Speaker.objects.filter(is_listed=True).exists()
    assert not Event.objects.public("fr").exists()

    client.force_login(editor)
    act(speaker_list, "make_public", *speakers)
    assert Speaker.objects.filter(is_listed=True).count() == 2
    page = act(speaker_list, "take_from_public", *speakers)
    assert speakers[1].name_fr in page.text.split("messagelist")[1].split("</ul>")[0]
    assert [*Speaker.objects.public("fr")] == [speakers[1]]
    act(event_list, "make_public_fr", event)
    assert {*Event.objects.public("fr")} == {event, session}
    assert not Event.objects.public("ar").exists()
    act(event_list, "take_from_public", event)
    assert not Event.objects.public("fr").exists()
    assert RecordRevision.objects.of(session).first().made_by == editor


def test_lists_say_and_filter_who_may_know(client, editor):
    known = shown_by(ArticleFactory(live=["fr"]), "speaker")
    unknown = SpeakerFactory(is_listed=False)
    client.force_login(editor)
    page = reverse("admin:articles_speaker_changelist")
    assert [*client.get(page, {"public": "fr"}).context["cl"].result_list] == [known]
    assert [*client.get(page, {"public": "-fr"}).context["cl"].result_list] == [unknown]
    assert not client.get(page, {"public": "ar"}).context["cl"].result_list
