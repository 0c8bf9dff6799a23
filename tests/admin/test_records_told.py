"""Who saves an event, a person or a body is told what readers find of it, and from when."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Event, Proposal, Status
from tests.factories import ArticleFactory, EventFactory, SpeakerFactory, TopicFactory

pytestmark = pytest.mark.django_db


def url_of(record):
    return reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])


def save(client, record, **more):
    """What the page says after its form was sent as it was opened, but for some fields."""
    page = client.get(url_of(record))
    form = page.context["adminform"].form
    sent = {}
    for name in form.fields:
        value = form[name].value()
        if hasattr(form.fields[name].widget, "widgets"):
            continue
        sent[name] = "" if value in (None, False) else value
    for formset in page.context["inline_admin_formsets"]:
        prefix = formset.formset.prefix
        sent |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    answer = client.post(url_of(record), sent | more, follow=True)
    assert answer.status_code == 200, answer.context["adminform"].form.errors
    return [str(one) for one in answer.context["messages"]]


def typed(name, moment):
    local = timezone.localtime(moment)
    return {f"{name}_0": f"{local:%d/%m/%Y}", f"{name}_1": f"{local:%H:%M}"}


def told(messages):
    return " ".join(one for one in messages if "Français" in one or "Arabe" in one)


def test_a_public_event_is_with_readers_in_a_minute(client, editor):
    client.force_login(editor)
    said = told(save(client, EventFactory(visibility_ar=Event.Visibility.HIDDEN)))
    assert "Français : Les lecteurs trouvent sa page, telle qu’elle est maintenant, au plus" in said
    assert "Arabe : Aucun lecteur n’en entend parler : elle n’est pas publique." in said


def test_an_event_under_embargo_says_from_when_readers_hear_of_it(client, editor):
    client.force_login(editor)
    moment = timezone.now() + timedelta(days=1)
    event = EventFactory(visibility_ar=Event.Visibility.AUTOMATIC)
    said = told(save(client, event, **typed("embargoed_until", moment)))
    assert "Français : Les lecteurs en trouveront la page le " in said
    assert f"{timezone.localtime(moment):%H:%M}" in said
    assert "Arabe : Aucun lecteur n’en entend parler avant le " in said


def test_an_event_that_nothing_covers_is_said_to_wait_for_that(client, editor):
    client.force_login(editor)
    event = EventFactory(visibility_fr="automatic", visibility_ar="automatic")
    assert "Aucun lecteur n’en trouve la page : elle est publique tant" in told(save(client, event))
    ArticleFactory(live=["fr"], event=event)
    said = told(save(client, event))
    assert "Français : Les lecteurs trouvent sa page" in said
    assert "Arabe : Aucun lecteur n’en trouve la page" in said


def test_an_event_without_a_day_is_said_to_wait_for_one(client, editor):
    client.force_login(editor)
    event = EventFactory(starts_on=None, ends_on=None)
    assert "tant que son premier jour n’est pas connu" in told(save(client, event))


@pytest.mark.parametrize("make", [SpeakerFactory, TopicFactory])
def test_people_and_topics_say_it_too(client, editor, make):
    client.force_login(editor)
    record = make()
    said = told(save(client, record, is_listed="on"))
    assert "Les lecteurs trouvent sa page" in said
    said = told(save(client, record, is_listed=""))
    assert "Aucun lecteur n’en trouve la page" in said


def test_what_is_only_proposed_is_not_said_to_be_with_readers(client, reporter):
    client.force_login(reporter)
    speaker = SpeakerFactory()
    said = save(client, speaker, name_fr="Nadia Fettah")
    assert told(said) == ""
    assert any("proposées" in one for one in said)


def test_an_accepted_proposal_is_with_readers_in_a_minute(client, reporter, editor):
    client.force_login(reporter)
    speaker = SpeakerFactory()
    save(client, speaker, name_fr="Nadia Fettah")
    client.force_login(editor)
    proposal = reverse(
        "admin:articles_speaker_proposal", args=[speaker.pk, Proposal.objects.latest("pk").pk]
    )
    page = client.post(proposal, {"_accept": "1"}, follow=True)
    assert "Accepté. Les lecteurs l’ont, au plus tard dans une minute." in page.text
    assert "maintenant." not in " ".join(str(one) for one in page.context["messages"])


def test_an_arabic_editor_is_told_in_arabic(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    said = save(client, EventFactory())
    assert any("يجد القراء صفحته كما هي الآن، في ظرف دقيقة على الأكثر." in one for one in said)


def test_a_withdrawn_article_takes_the_person_with_it(client, editor, chief):
    client.force_login(editor)
    speaker = SpeakerFactory(is_listed=False)
    article = ArticleFactory(live=["fr"])
    article.mentions.create(speaker=speaker)
    assert "Français : Les lecteurs trouvent sa page" in told(save(client, speaker))
    article.withdraw("fr", by=chief, note="Une erreur.")
    assert article.status_fr == Status.WITHDRAWN
    assert "Français : Aucun lecteur n’en trouve la page" in told(save(client, speaker))
