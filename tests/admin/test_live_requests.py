"""An editor who may not correct an entry of a live coverage hands it on, with the words."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Article, Note
from tests.factories import ArticleFactory, LiveEntryFactory

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "<p>Nous sommes 350.</p>", "<p>Nous sommes 320.</p>"
NOTE = "Ils sont 320, et non 350."
BUTTON = "Demander le rectificatif"
MOST_QUERIES = 15


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
    return in_words(html.fromstring(response.text))


def in_words(node):
    words = node.text_content().replace("\u2068", "").replace("\u2069", "")
    return " ".join(words.split())


def waiting_for_you(response):
    """What stands under « Vous attendent » on the first page of the desk."""
    [pile] = html.fromstring(response.text).xpath('//section[@aria-labelledby="pile-mine"]')
    return pile


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
    assert "sommes 320" not in plain.text
    filled = desk(chief, "?asked=1")
    assert "sommes 320" in filled.text
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
    assert "sommes 320" not in page.text
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
    assert f"par qui en a le droit : {chief}" in words_of(desk(editor))
    assert "par qui en a le droit" not in words_of(desk(chief))


def test_a_request_is_settled_where_the_entry_is_taken_back(client, desk, entry, editor, chief):
    desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1")
    client.force_login(chief)
    url = reverse("admin:articles_article_live_act", args=[entry.article_id, "withdraw"])
    for language in ("fr", "ar"):
        client.post(url, {"entry": entry.pk, "language": language, f"why_{language}": "Faux."})
    assert not Note.objects.requests().exists()


def test_a_request_waits_on_the_desk_of_who_corrects_and_leads_to_its_entry(
    desk, entry, editor, chief
):
    desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1")
    first = reverse("admin:index")
    pile = waiting_for_you(desk(chief, url=first))
    assert f"{editor} vous demande un rectificatif" in in_words(pile)
    assert "« Nous sommes 350. »" in in_words(pile), "entries of one minute are told apart"
    request = Note.objects.requests().get()
    way = reverse("admin:articles_article_live_entry", args=[entry.article_id, entry.pk])
    assert pile.xpath('.//a[@class="title"]/@href') == [f"{way}?asked={request.pk}"]
    assert "vous demande" not in in_words(waiting_for_you(desk(editor, url=first)))
    desk(chief, body_fr=RIGHT, note_fr=NOTE)
    assert "vous demande" not in in_words(waiting_for_you(desk(chief, url=first)))


def test_a_name_with_a_sign_in_an_entry_addresses_no_colleague(
    desk, entry, editor, reporter, chief
):
    entry.body_fr = f"<p>@{reporter.username} et @meteo : 350 sauvés.</p>"
    entry.save()
    desk(editor, body_fr="<p>320 sauvés.</p>", note_fr=NOTE, _ask="1")
    request = Note.objects.requests().get()
    assert f"{reporter.username} et meteo : 350" in request.text
    assert [*request.addressed.all()] == [chief]


def test_the_list_of_the_coverage_marks_the_entry_alone(desk, entry, editor, chief):
    other = LiveEntryFactory(article=entry.article, at=entry.at)
    desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1")
    for who in (editor, chief):
        page = desk(who, url=reverse("admin:articles_article_live", args=[entry.article_id]))
        rows = {one.get("id"): in_words(one) for one in html.fromstring(page.text).xpath("//li")}
        assert f"rectificatif demandé {editor}" in rows[f"entry-{entry.pk}"]
        assert "rectificatif demandé" not in rows[f"entry-{other.pk}"]
        assert "sommes 320" not in page.text, "they are on the page of the entry"


@pytest.mark.parametrize("number", [1, 12])
def test_requests_cost_the_desk_page_and_the_list_no_queries_of_their_own(
    client, entry, editor, chief, number
):
    for _n in range(number):
        note = Note.objects.create(
            article=entry.article,
            author=editor,
            text="À rectifier.",
            asks_correction=True,
            entry=LiveEntryFactory(article=entry.article),
            proposed={"body_fr": RIGHT},
        )
        note.addressed.add(chief)
    client.force_login(chief)
    for url, words in (
        (reverse("admin:index"), "vous demande un rectificatif"),
        (reverse("admin:articles_article_live", args=[entry.article_id]), "rectificatif demandé"),
    ):
        with CaptureQueriesContext(connection) as queries:
            page = client.get(url)
        assert page.text.count(words) == min(number, 8 if url == reverse("admin:index") else 12)
        assert len(queries) <= MOST_QUERIES, [one["sql"] for one in queries]


def test_who_asked_reads_on_the_entry_that_it_was_asked_and_of_whom(desk, editor, chief):
    assert "a été demandé" not in words_of(desk(editor))
    desk(editor, body_fr=RIGHT, note_fr=NOTE, _ask="1")
    page = words_of(desk(editor))
    assert f"Un rectificatif de cette entrée a été demandé par {editor}" in page
    assert f"Qui peut l’écrire : {chief}." in page
    assert "a été demandé par" not in words_of(desk(chief)), "who is asked has the words at hand"


def test_the_refusal_names_every_language_that_changed_and_once_who_corrects(
    desk, entry, editor, chief
):
    entry.body_ar = "<p>نحن 350.</p>"
    entry.save()
    both = {"body_fr": RIGHT, "body_ar": "<p>نحن 320.</p>"}
    refused = desk(editor, **both)
    assert refused.status_code == 422
    words = words_of(refused)
    assert "Les lecteurs ont ce texte en français" in words
    assert "Les lecteurs ont ce texte en arabe" in words
    assert words.count("Un rectificatif est écrit par une personne qui le peut") == 1
    assert BUTTON in refused.text
    owed = words_of(desk(chief, **both))
    assert "Les lecteurs ont cette entrée en français" in owed
    assert "Les lecteurs ont cette entrée en arabe" in owed
