"""A page that deletes says beforehand what stands in the way, and has no button that is refused."""

import pytest
from django.contrib.auth.models import Permission
from lxml import html

from articles.models import Article
from tests.admin.deleting import live
from tests.admin.records import KINDS, is_there, page_of, shown_by
from tests.factories import ArticleFactory, EventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def buttons(client, record, language="fr"):
    answer = client.get(page_of(record, "delete"), headers={"accept-language": language})
    page = html.fromstring(answer.text)
    content = page.get_element_by_id("content-main")
    names = {one.get("name") for one in content.xpath(".//form//button")}
    return names, content.text_content()


def refused(client, record, names):
    """The buttons that are refused, whatever else is filled in."""
    other = type(record)._base_manager.exclude(pk=record.pk).first()
    told = {f"_correction-{code}": "Une erreur a été corrigée." for code in ("fr",)}
    sent = told | ({"other": other.pk} if other else {})
    answers = {one: client.post(page_of(record, "delete"), sent | {one: "1"}) for one in names}
    return {one for one, answer in answers.items() if answer.status_code in {403, 422}}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_quoted_speaker_is_not_offered_to_be_taken_off(client, chief, language):
    speaker = shown_by(live(), "speaker")
    SpeakerFactory()
    chief.language = language
    chief.save()
    client.force_login(chief)
    names, said = buttons(client, speaker, language)
    assert names == {"_merge", "_replace"}
    assert {"fr": "une citation garde", "ar": "والقول يحفظ صاحبه"}[language] in said
    assert speaker.quotes.count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_record_has_a_button_that_is_refused(client, chief, kind):
    record = shown_by(live(), kind)
    another = type(record)
    client.force_login(chief)
    names, _said = buttons(client, record)
    assert another._base_manager.filter(pk=record.pk).exists()
    pressed = names & {"_take_off", "_delete"}
    assert refused(client, record, pressed) == set()


def test_what_is_used_where_one_may_change_nothing_says_so(client, editor):
    editor.groups.clear()
    names = ["view_topic", "delete_topic", "change_topic"]
    editor.user_permissions.add(*Permission.objects.filter(codename__in=names))
    topic = shown_by(live(), "topic")
    client.force_login(editor)
    names, said = buttons(client, topic)
    assert names == set()
    assert "vous ne pouvez pas la modifier" in said
    assert is_there(topic)


def test_looking_at_the_page_changes_nothing(client, chief):
    event = EventFactory()
    draft = ArticleFactory(event=event)
    client.force_login(chief)
    revisions = draft.revisions.count()
    assert buttons(client, event)[0] == {"_merge", "_replace", "_take_off"}
    assert is_there(event)
    assert Article.objects.get(pk=draft.pk).event == event
    assert draft.revisions.count() == revisions
