"""The embargo of an event: nobody ends it without saying so, and nothing else tells its name."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Event
from tests.admin.forms import form_of
from tests.admin.records import page_of
from tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

BOX = "//ul[@class='errorlist']//label[input[@name='_at_once' and @value='1']]"
HOUR = timedelta(hours=1)
SENT = {
    "emptied": {"embargoed_until_0": "", "embargoed_until_1": ""},
    "past": {"embargoed_until_0": "01/01/2020", "embargoed_until_1": "10:00:00"},
}
LATER = {"embargoed_until_0": "01/01/2090", "embargoed_until_1": "10:00:00"}


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def embargoed(**more):
    of_itself = dict.fromkeys(("visibility_fr", "visibility_ar"), "automatic")
    return EventFactory(embargoed_until=timezone.now() + HOUR, **of_itself | more)


def save(desk, event, sent):
    form = form_of(desk.get(page_of(event)).text)
    return desk.post(page_of(event), form | sent | {"_save": "1"})


@pytest.mark.parametrize("what", SENT)
@pytest.mark.parametrize("covered", [False, True], ids=["public", "covered"])
def test_an_embargo_does_not_end_at_once_before_it_is_asked(client, desk, what, covered):
    event = embargoed() if covered else embargoed(visibility_fr="public")
    if covered:
        ArticleFactory(live=["fr"], event=event)
    answer = save(desk, event, SENT[what])
    assert answer.status_code == 200
    (sentence,) = answer.context["adminform"].form.errors["embargoed_until"]
    assert "Les lecteurs l’auraient aussitôt (français)" in sentence
    (box,) = html.fromstring(answer.text).xpath(BOX)
    assert box.text_content().strip() == "Les lecteurs l’ont aussitôt"
    event.refresh_from_db()
    assert event.embargoed_until > timezone.now()
    assert not Event.objects.public("fr").exists()
    assert save(desk, event, SENT[what] | {"_at_once": "1"}).status_code == 302
    assert Event.objects.public("fr").get() == event


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_language_that_readers_would_have_is_named(desk, editor, language):
    editor.language = language
    editor.save()
    event = embargoed(visibility_fr="public", visibility_ar="public")
    answer = save(desk, event, SENT["emptied"])
    said = {"fr": "(français et arabe)", "ar": "(الفرنسية والعربية)"}
    assert said[language] in answer.text


def test_what_no_reader_gets_by_it_is_not_asked(desk):
    hidden = {"visibility_fr": "hidden", "visibility_ar": "hidden"}
    for event, sent in (
        (embargoed(), SENT["emptied"]),
        (embargoed(visibility_fr="public"), LATER),
        (embargoed(visibility_fr="public", starts_on=None, ends_on=None), SENT["past"]),
        (embargoed(**hidden), SENT["past"]),
        (EventFactory(visibility_fr="public"), SENT["past"]),
    ):
        assert save(desk, event, sent).status_code == 302


# Merging.


def merged(client, gone, kept):
    path = reverse("admin:articles_event_delete", args=[gone.pk])
    return client.post(path, {"_merge": "1", "other": kept.pk})


@pytest.mark.parametrize("until", [None, -1, 0.5])
def test_an_event_under_embargo_gives_its_name_to_none_that_readers_may_know_before(
    client, chief, until
):
    gone = embargoed(name_fr="Sommet secret de Tanger", description_fr="On y signera.")
    when = until and timezone.now() + until * HOUR
    kept = EventFactory(name_fr="Sommet de Rabat", visibility_fr="public", embargoed_until=when)
    client.force_login(chief)
    answer = merged(client, gone, kept)
    assert answer.status_code == 422
    said = " ".join(str(one) for one in answer.context["messages"])
    assert "« Sommet secret de Tanger » est sous embargo jusqu’au" in said
    kept.refresh_from_db()
    assert (kept.aliases_fr or "", kept.description_fr or "") == ("", "")
    assert Event.objects.filter(pk=gone.pk).exists()


def test_two_events_under_one_embargo_are_merged(client, chief):
    moment = timezone.now() + HOUR
    gone = EventFactory(name_fr="Sommet de Tanger", embargoed_until=moment)
    kept = EventFactory(name_fr="Sommet de Rabat", embargoed_until=moment)
    client.force_login(chief)
    assert merged(client, gone, kept).status_code == 302
    kept.refresh_from_db()
    assert kept.aliases_fr == "Sommet de Tanger"
    assert not Event.objects.public("fr").exists()
