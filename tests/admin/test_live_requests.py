"""An editor who may not correct an entry of a live coverage hands it on, with the words."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Article, Note
from tests.factories import ArticleFactory, LiveEntryFactory

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "<p>Nous sommes 350.</p>", "<p>Nous sommes 320.</p>"
NOTE = "Ils sont 320, et non 350."
BUTTON = "Demander le rectificatif"


@pytest.fixture
def entry(editor):
    article = ArticleFactory(kind=Article.Kind.COVERAGE, live=["fr", "ar"])
    return LiveEntryFactory(article=article, body_fr=WRONG)


@pytest.fixture
def desk(client, entry):
    """The page of the entry, as somebody sees it or sends its form."""

    form_of = reverse("admin:articles_article_live_entry", args=[entry.article_id, entry.pk])

    def page(who, query="", url=form_of, **sent):
        client.force_login(who)
        at = timezone.localtime(entry.at)
        form = {"body_ar": entry.body_ar, "at_0": f"{at:%d/%m/%Y}", "at_1": f"{at:%H:%M:%S}"}
        return client.post(url, form | sent) if sent else client.get(url + query)

    return page


def words_of(response):
    return " ".join(html.fromstring(response.text).text_content().split())


def test_who_may_not_correct_is_told_who_does_and_hands_the_words_on(
    desk, entry, editor, chief, django_capture_on_commit_callbacks
):
    chief.email = "chief@example.org"
    chief.save()
    assert BUTTON not in desk(editor).text
    refused = desk(editor, body_fr=RIGHT, note_fr=NOTE)
    assert refused.status_code == 422
    assert str(chief) in words_of(refused)
    assert BUTTON in refused.text
    with django_capture_on_commit_callbacks(execute=True):
        desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1")
    entry.refresh_from_db()
    assert entry.body_fr == WRONG, "readers have it once somebody who may saves it"
    [letter] = mail.outbox
    assert letter.to == ["chief@example.org"]
    way = f"{entry.pk}/?asked="
    assert way in letter.body
    assert way in desk(chief, url=reverse("admin:index")).text
    plain = desk(chief)
    assert "demande un rectificatif" in words_of(plain)
    assert "320" not in plain.text
    filled = desk(chief, "?asked=1")
    assert "320" in filled.text
    assert NOTE in filled.text
    desk(chief, body_fr=RIGHT, note_fr=NOTE)
    entry.refresh_from_db()
    assert entry.body_fr == RIGHT
    assert not Note.objects.requests().exists()
    answer = Note.objects.waiting_for(editor).get()
    assert "a été rectifiée" in answer.text


def test_what_is_asked_anew_takes_the_place_of_what_was_asked(desk, editor, chief):
    for number in ("330", "320"):
        desk(editor, body_fr=f"<p>Nous sommes {number}.</p>", note_fr=NOTE, _ask="1")
    assert Note.objects.requests().get().proposed["body_fr"] == RIGHT


def test_the_words_that_are_asked_for_are_shown_to_who_may_correct_alone(
    desk, editor, reporter, chief
):
    desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1")
    page = desk(editor, "?asked=1")
    assert "320" not in page.text
    assert "demande un rectificatif" not in words_of(page)
    assert desk(reporter, "?asked=1").status_code in {403, 404}
    assert desk(reporter, body_fr=RIGHT, _ask="1").status_code in {403, 404}


def test_where_nobody_may_correct_nobody_is_asked(desk, editor):
    refused = desk(editor, body_fr=RIGHT, note_fr=NOTE)
    assert "demandez à un administrateur" in words_of(refused)
    assert BUTTON not in refused.text
    assert desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1").status_code == 403


def test_the_box_for_readers_is_not_offered_to_who_may_say_nothing_in_it(desk, editor, settings):
    assert 'name="note_fr"' in desk(editor).text
    assert "demander le rectificatif à qui en écrit" in words_of(desk(editor))
    settings.CHANGES_BY_EDITORS = ["misprint"]
    assert 'name="note_fr"' not in desk(editor).text


def test_an_editor_is_told_who_takes_an_entry_back(desk, editor, chief):
    assert f"par qui en a le droit : {chief}" in words_of(desk(editor)).replace("\u2068", "")
    assert "par qui en a le droit" not in words_of(desk(chief))


def test_a_request_is_settled_where_the_entry_is_taken_back(client, desk, entry, editor, chief):
    desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1")
    client.force_login(chief)
    url = reverse("admin:articles_article_live_act", args=[entry.article_id, "withdraw"])
    for language in ("fr", "ar"):
        client.post(url, {"entry": entry.pk, "language": language, f"why_{language}": "Faux."})
    assert not Note.objects.requests().exists()
