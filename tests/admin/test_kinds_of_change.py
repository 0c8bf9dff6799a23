"""What readers are told of a change, chosen on the desk; and asking who may write a correction."""

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.urls import reverse
from lxml import html

from articles.desk.dashboard.overview import dashboard_of
from articles.desk.editing import working_copies
from articles.desk.publication.correctors import ask
from articles.models import Correction, Note, User
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory, NoteFactory, PlaceFactory, UserFactory

pytestmark = pytest.mark.django_db


def changes(copy):
    return reverse("admin:articles_article_changes", args=[copy.pk])


@pytest.fixture
def live():
    return ArticleFactory(live=["fr", "ar"], body_fr="<p>Dix pays ont pris part.</p>")


@pytest.fixture
def copy(live, editor):
    return working_copies.open_copy(live, by=editor)


@pytest.fixture
def chief(chief):
    chief.first_name, chief.last_name, chief.email = "Salma", "Alaoui", "salma@newsroom.example"
    chief.save()
    return chief


def test_the_kinds_are_one_group_that_has_the_name_of_its_language(client, editor, copy):
    add(copy)
    client.force_login(editor)
    page = html.fromstring(client.get(changes(copy)).text)
    group = page.xpath("//*[@role='group'][.//input[@name='_kind-fr']]")[0]
    assert "français" in page.get_element_by_id(group.get("aria-labelledby")).text_content()
    # A list that is called a group is no list: what it has are no entries.
    assert not group.xpath(".//li")


def add(copy, sentence="<p>Vingt orateurs y sont.</p>"):
    copy.body_fr += sentence
    copy.save()


def kinds_on(page, language="fr"):
    """The kinds that a page offers for a language, and the one it proposes."""
    document = html.fromstring(page)
    offered = document.xpath(f"//input[@type='radio'][@name='_kind-{language}']")
    chosen = [one.get("value") for one in offered if one.get("checked") is not None]
    return [one.get("value") for one in offered], chosen


def test_an_addition_is_proposed_as_an_update_and_published_as_one(client, copy, live, editor):
    add(copy)
    client.force_login(editor)
    page = client.get(changes(copy)).text
    assert kinds_on(page) == (["update"], ["update"])
    assert kinds_on(page, "ar") == ([], [])
    told = {"_publish_changes": "1", "_kind-fr": "update", "_update-fr": "Les orateurs."}
    assert client.post(changes(copy), told)["Location"] == change_url(live)
    assert live.corrections.get().kind == "update"


def test_who_may_correct_chooses_among_all_that_it_can_be(client, copy, chief):
    copy.body_fr = copy.body_fr.replace("pays", "payss")
    copy.save()
    client.force_login(chief)
    every = ["typographical", "update", "substance"]
    assert kinds_on(client.get(changes(copy)).text) == (every, ["typographical"])
    copy.body_fr = "<p>Dix pays ont participé.</p>"
    copy.save()
    assert kinds_on(client.get(changes(copy)).text) == (["update", "substance"], ["substance"])
    copy.body_fr = "<p>Douze pays ont pris part.</p>"
    copy.save()
    assert kinds_on(client.get(changes(copy)).text) == (["substance"], ["substance"])


def test_the_kind_that_is_chosen_counts_and_not_what_was_typed_for_another(
    client, copy, live, chief
):
    add(copy)
    client.force_login(chief)
    told = {"_publish_changes": "1", "_kind-fr": "update", "_update-fr": "Les orateurs."}
    client.post(changes(copy), told | {"_correction-fr": "Commencé, puis laissé."})
    assert [one.kind for one in live.corrections.all()] == ["update"]


def test_what_was_typed_and_chosen_comes_back(client, copy, chief):
    copy.body_fr = "<p>Douze pays ont pris part.</p>"
    copy.body_ar = "<p>ترأس المغرب، يوم الأربعاء، جلسة مغلقة.</p>"
    copy.save()
    client.force_login(chief)
    told = {"_publish_changes": "1", "_kind-ar": "update", "_update-ar": "ما الجديد"}
    page = client.post(changes(copy), told).text
    assert "ما الجديد" in page
    assert kinds_on(page, "ar")[1] == ["update"]


def test_the_form_of_the_copy_takes_an_update_too(client, copy, live, editor):
    client.force_login(editor)
    form = opened(client, copy)
    assert {"_update-fr", "_update-ar"} <= set(form)
    assert "_correction-fr" not in form
    form["body_fr"] += "<p>Vingt orateurs y sont.</p>"
    page = client.post(change_url(copy), form | {"_publish_changes": "1"})
    assert "ce qui est nouveau" in page.text
    form |= {"_update-fr": "Les orateurs.", "_publish_changes": "1"}
    assert client.post(change_url(copy), form)["Location"] == change_url(live)
    assert live.corrections.get().text_fr == "Les orateurs."


ASKED = {"_ask": "1", "_ask_words": "C’est douze."}


def editor_who_needs_a_correction(client, copy, language):
    """An editor at a desk in a language, who has changed what only a correction may tell."""
    editor = User.objects.get(username="editor")
    editor.language = language
    editor.save()
    copy.body_fr = copy.body_fr.replace("Dix", "Douze")
    copy.save()
    client.force_login(editor)
    return editor


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_who_may_not_correct_reads_who_may_and_asks_with_one_button(
    client, copy, chief, language, django_capture_on_commit_callbacks
):
    live, editor = copy.working_copy_of, editor_who_needs_a_correction(client, copy, language)
    page = client.get(changes(copy)).text
    assert "Salma Alaoui" in page
    assert "chief" in page
    assert 'name="_publish_changes"' not in page
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(changes(copy), ASKED)
    assert response.status_code == 302
    note = Note.objects.get()
    assert (note.article, note.author) == (live, editor)
    assert list(note.addressed.all()) == [chief]
    assert "C’est douze." in note.text
    (letter,) = mail.outbox
    assert letter.to == [chief.email]
    # It leads to where it can be done.
    assert changes(copy) in letter.body
    client.force_login(chief)
    desk = html.fromstring(client.get(reverse("admin:index")).text)
    (pile,) = desk.xpath("//section[@aria-labelledby='pile-mine']")
    assert pile.xpath(".//span[@class='count']/text()") == ["1"]
    assert changes(copy) in pile.xpath(".//a/@href")
    assert "C’est douze." in pile.text_content()
    asks = {"fr": "vous demande un rectificatif", "ar": "يطلب منك editor تصويبا"}[language]
    assert asks in pile.text_content()
    (notes,) = desk.xpath("//section[@aria-labelledby='pile-notes']")
    assert changes(copy) in notes.xpath(".//a/@href")
    assert not live.corrections.exists()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_once_a_correction_is_published_it_waits_no_more_and_who_asked_for_it_is_told(
    client, copy, chief, language, django_capture_on_commit_callbacks
):
    editor = editor_who_needs_a_correction(client, copy, language)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(changes(copy), ASKED)
    note = Note.objects.get()
    assert any(one.number for one in dashboard_of(chief).queues if one.name == "mine")
    client.force_login(chief)
    done = {"_publish_changes": "1", "_kind-fr": "substance", "_correction-fr": "Douze pays."}
    editor.email, mail.outbox = "redaction@example.org", []
    editor.save()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(changes(copy), done)
    note.refresh_from_db()
    assert note.resolved_at
    assert dashboard_of(chief).notes_number == 0
    assert not any(one.number for one in dashboard_of(chief).queues if one.name == "mine")
    (letter,) = mail.outbox
    assert letter.to == [editor.email]
    said = {
        "fr": "Les modifications pour lesquelles vous aviez demandé un rectificatif sont publiées.",
        "ar": "نُشرت التعديلات التي طلبت تصويبا من أجلها.",
    }[language]
    assert said in letter.body
    client.force_login(editor)
    assert said in client.get(reverse("admin:index")).text


def test_a_request_goes_with_the_changes_it_was_about(client, copy, chief, editor):
    ask(copy, [chief], "", by=editor)
    working_copies.discard(copy, by=chief)
    assert Note.objects.get(author=editor).resolved_at
    told = Note.objects.get(addressed=editor)
    assert "ont été jetées" in told.text
    assert not any(one.number for one in dashboard_of(chief).queues if one.name == "mine")
    # Any other note stays for whom it is to.
    NoteFactory(article=copy.working_copy_of, author=editor).addressed.set([chief])
    assert not any(one.number for one in dashboard_of(chief).queues if one.name == "mine")
    assert dashboard_of(chief).notes_number == 1


def test_one_of_several_is_asked_alone(client, copy, editor, chief):
    boss = UserFactory(username="boss@paris", is_superuser=True)
    UserFactory(username="gone", is_superuser=True, is_active=False)
    copy.body_fr = copy.body_fr.replace("Dix", "Douze")
    copy.save()
    client.force_login(editor)
    page = client.get(changes(copy)).text
    assert "boss@paris" in page
    assert ">gone<" not in page
    client.post(changes(copy), {"_ask": "1", "_ask_whom": str(boss.pk)})
    assert list(Note.objects.get().addressed.all()) == [boss]
    # Nobody else can be asked for what they may not do.
    client.post(changes(copy), {"_ask": "1", "_ask_whom": str(editor.pk)})
    assert set(Note.objects.order_by("pk").last().addressed.all()) == {boss, chief}


def test_who_may_not_change_the_copy_asks_nothing(client, copy, chief):
    client.force_login(UserFactory())
    assert client.post(changes(copy), {"_ask": "1"}).status_code == 404
    assert not Note.objects.exists()


def test_an_update_forged_by_who_may_not_publish_reaches_nobody(client, copy, live, reporter):
    add(copy)
    client.force_login(reporter)
    told = {"_publish_changes": "1", "_kind-fr": "update", "_update-fr": "Forgé."}
    assert client.post(changes(copy), told).status_code == 404
    assert not Correction.objects.exists()
    assert "Vingt" not in client.get(live.url_in("fr")).text


def hint(client, copy):
    """What the form of a working copy says of what readers are told."""
    page = html.fromstring(client.get(change_url(copy)).text)
    return " ".join(page.xpath("string(//p[@class='owed-hint'])").split())


def test_the_form_speaks_of_a_correction_to_who_may_write_one(client, copy, editor, chief):
    client.force_login(editor)
    said = hint(client, copy)
    assert "ce qui est nouveau, ou que des coquilles ont été corrigées." in said
    assert "ce qui était faux" not in said
    assert "Un rectificatif est écrit par une personne qui le peut" in said
    assert "Salma Alaoui" in said
    client.force_login(chief)
    said = hint(client, copy)
    assert "ce qui était faux" in said
    assert "Salma Alaoui" not in said


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["update"], "on leur dit ce qui est nouveau, dans chaque langue"),
        (["misprint"], "Là où des coquilles sont corrigées que les lecteurs ont lues"),
        ([], "Là où des mots changent que les lecteurs ont lus, on le leur dit."),
    ],
)
def test_the_form_says_no_more_than_the_newsroom_lets_editors_say(
    client, copy, editor, chief, *, settings, kinds, words
):
    settings.CHANGES_BY_EDITORS = kinds
    client.force_login(editor)
    assert words in hint(client, copy)
    assert "Salma Alaoui" in hint(client, copy)


def test_the_page_of_the_changes_says_who_writes_a_correction(client, copy, editor, chief):
    add(copy)
    client.force_login(editor)
    page = client.get(changes(copy)).text
    assert "Un rectificatif est écrit par une personne qui le peut" in page
    assert "Salma Alaoui" in page
    client.force_login(chief)
    assert "Un rectificatif est écrit par" not in client.get(changes(copy)).text


def test_a_deletion_offers_no_correction_to_who_may_not_write_one(client, editor, chief, live):
    editor.user_permissions.add(Permission.objects.get(codename="delete_place"))
    live.dateline = PlaceFactory()
    live.save()
    path = reverse("admin:articles_place_delete", args=[live.dateline.pk])
    client.force_login(editor)
    page = client.get(path).text
    assert 'name="_correction-fr"' not in page
    assert "Salma Alaoui" in page
    client.force_login(chief)
    page = client.get(path).text
    assert 'name="_correction-fr"' in page
    assert "Un rectificatif est écrit par" not in page


def test_what_is_refused_for_want_of_an_update_leads_to_its_field(client, copy, editor):
    add(copy)
    client.force_login(editor)
    pages = [
        (changes(copy), {"_publish_changes": "1"}),
        (change_url(copy), opened(client, copy) | {"_publish_changes": "1"}),
    ]
    for url, sent in pages:
        document = html.fromstring(client.post(url, sent).text)
        (way,) = document.xpath("//ul[contains(@class, 'errorlist')]//a/@href")
        assert way == "#owed-fr"
        assert document.get_element_by_id("owed-fr") is not None


def test_what_only_a_correction_mends_leads_to_its_field_and_not_to_that_of_updates(
    client, copy, chief
):
    copy.body_fr = copy.body_fr.replace("Dix", "Onze")
    copy.save()
    client.force_login(chief)
    for url, sent in (
        (changes(copy), {"_publish_changes": "1"}),
        (change_url(copy), opened(client, copy) | {"_publish_changes": "1"}),
    ):
        document = html.fromstring(client.post(url, sent).text)
        ways = document.xpath("//ul[contains(@class, 'errorlist')]//a/@href")
        assert "#correction-fr" in ways
        assert document.get_element_by_id("correction-fr").name == "_correction-fr"
        # The page that refuses is read from its top.
        form = document.xpath("//form[@id='article_form']/@action")
        assert all("#" not in action and action for action in form)


def test_a_form_that_is_refused_leads_from_its_top_to_each_field(client, live, editor):
    draft = ArticleFactory()
    client.force_login(editor)
    sent = opened(client, draft) | {"headline_fr": "x" * 400, "source_url": "x"}
    document = html.fromstring(client.post(change_url(draft), sent).text)
    ways = document.xpath("//ul[@class='wrong-fields']//a/@href")
    assert len(ways) == 2
    assert all(document.get_element_by_id(one[1:]).text_content() for one in ways)
