"""Colleagues leave each other notes on an article: on the desk page and by mail."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from articles.desk.editing.working_copies import open_copy
from articles.desk.notes import leave_note
from articles.models import Delivery, Note
from tests.conftest import member_of
from tests.factories import ArticleFactory, NoteFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory(headline_fr="Le Maroc préside", headline_ar="المغرب يرأس")


def colleague(**fields):
    """Somebody of the desk to whom everybody's articles are open."""
    person = UserFactory(**fields)
    person.user_permissions.add(Permission.objects.get(codename="edit_any_article"))
    return person


@pytest.fixture
def salma():
    return colleague(username="salma", email="salma@newsroom.example", language="ar")


@pytest.fixture
def youssef():
    return colleague(username="youssef.b", email="youssef@newsroom.example", language="fr")


def leave(client, article, text):
    return client.post(reverse("admin:articles_article_notes", args=[article.pk]), {"text": text})


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_a_note_reaches_those_it_addresses_in_their_own_language(
    article, editor, salma, youssef, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        note = leave_note(article, "@salma @youssef.b. Le titre est long.", by=editor)
    assert set(note.addressed.all()) == {salma, youssef}
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert letters[salma.email].subject == "ملاحظة على «المغرب يرأس»"
    assert letters[youssef.email].subject == "Une note sur « Le Maroc préside »"
    for letter in letters.values():
        assert "Le titre est long." in letter.body
        assert f"http://testserver{change(article)}#note-{note.pk}" in letter.body
        assert "&" not in letter.body


@pytest.mark.parametrize("text", ["", " ", "\u202e", "\u200b\u2060"])
def test_a_note_of_which_nothing_is_seen_is_none(client, admin_user, article, text):
    client.force_login(admin_user)
    assert leave(client, article, text).status_code == 422
    assert not article.notes.exists()


def test_nobody_gets_mail_from_themselves_nor_without_an_address(
    article, salma, django_capture_on_commit_callbacks
):
    colleague(username="karim")
    with django_capture_on_commit_callbacks(execute=True):
        leave_note(article, "@salma @karim : à revoir.", by=salma)
    assert mail.outbox == []


def test_a_mail_that_cannot_be_sent_does_not_lose_the_note(
    editor, salma, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    article = ArticleFactory()

    def refuse(connection, mail):
        raise ConnectionRefusedError

    monkeypatch.setattr("articles.desk.outgoing.send_over", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        leave_note(article, "@salma, à revoir.", by=editor)
    assert Note.objects.waiting_for(salma).count() == 1
    assert "salma" in caplog.text
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize("text", ["", "   ", "@personne, relis.", "a" * 5000])
def test_a_note_to_nobody_known_or_without_words_is_refused(article, editor, text):
    with pytest.raises(ValidationError):
        leave_note(article, text, by=editor)
    assert not Note.objects.exists()


@pytest.mark.parametrize("who", [{"is_active": False}, {"is_staff": False}])
def test_only_who_may_read_it_is_addressed(article, editor, who):
    UserFactory(username="ancien", **who)
    with pytest.raises(ValidationError):
        leave_note(article, "@ancien, relis.", by=editor)


@pytest.mark.usefixtures("salma", "reporter")
@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_who_may_not_see_the_article_is_not_told_of_it(
    article, editor, state, django_capture_on_commit_callbacks
):
    if state == "scheduled":
        article.published_at_fr = timezone.now() + timedelta(hours=1)
        article.status_fr = "published"
        article.save()
    with (
        pytest.raises(ValidationError) as refusal,
        django_capture_on_commit_callbacks(execute=True),
    ):
        leave_note(article, "@reporter @salma : à revoir.", by=editor)
    assert "@reporter" in str(refusal.value)
    assert "@salma" not in str(refusal.value)
    assert not Note.objects.exists()
    assert mail.outbox == []


def test_of_a_colleagues_article_the_mail_says_what_its_readers_know(
    editor, reporter, django_capture_on_commit_callbacks
):
    reporter.email, reporter.language = "r@newsroom.example", "ar"
    reporter.save()
    live = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside", headline_ar="عنوان لم يُنشر")
    with django_capture_on_commit_callbacks(execute=True):
        leave_note(live, "@reporter : une coquille.", by=editor)
    (letter,) = mail.outbox
    assert "Le Maroc préside" in letter.subject
    assert "عنوان لم يُنشر" not in letter.subject + letter.body


def test_who_is_addressed_on_a_colleagues_article_reads_that_note_and_no_other(
    client, editor, reporter
):
    live = ArticleFactory(live=["fr"])
    leave_note(live, "@reporter : une coquille.", by=editor)
    leave_note(live, "Entre nous seulement.", by=editor)
    client.force_login(reporter)
    page = client.get(change(live)).text
    assert "une coquille" in page
    assert "Entre nous" not in page
    assert "une coquille" in client.get("/admin/").text
    mine, others = Note.objects.order_by("pk")
    settled = [
        client.post(reverse("admin:articles_article_note", args=[live.pk, one.pk])).status_code
        for one in (mine, others)
    ]
    assert settled == [302, 404]
    leave(client, live, "C’est corrigé ?")
    assert "C’est corrigé ?" in client.get(change(live)).text
    live.withdraw("fr", by=member_of("chief"), note="Une erreur.")
    assert "une coquille" not in client.get("/admin/").text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@salma, @youssef.b.", ["salma", "youssef.b"]),
        ("salma@newsroom.example", []),
        ("(@salma) @salma", ["salma"]),
        ("يا @salma، راجعي", ["salma"]),
        ("@", []),
    ],
)
def test_names_are_read_out_of_sentences(text, names):
    assert Note(text=text).names == names


def test_a_note_is_left_under_the_article_and_read_there(client, article, editor, salma):
    client.force_login(editor)
    assert "Pas encore de note." in client.get(change(article)).text
    answer = leave(client, article, "@salma : vérifie <b>le nombre</b>.")
    note = Note.objects.get()
    assert answer.url == f"{change(article)}#note-{note.pk}"
    page = client.get(change(article)).text
    assert "vérifie &lt;b&gt;le nombre&lt;/b&gt;." in page


def test_a_refused_note_comes_back_with_its_words(client, article, editor):
    client.force_login(editor)
    answer = leave(client, article, "@personne : une longue explication.")
    assert answer.status_code == 422
    assert "Personne ici ne s’appelle @personne." in answer.text
    assert (
        "une longue explication."
        in re.search(r"<textarea.*?</textarea>", answer.text, re.DOTALL)[0]
    )


def test_a_note_waits_on_the_desk_page_until_it_is_dealt_with(client, article, editor):
    note = NoteFactory(article=article)
    note.addressed.add(editor)
    client.force_login(editor)
    page = client.get("/admin/").text
    assert note.text in page
    settle = reverse("admin:articles_article_note", args=[article.pk, note.pk])
    answer = client.post(settle, {"next": "/admin/"})
    assert answer.url == "/admin/"
    assert note.text not in client.get("/admin/").text
    client.post(settle)
    assert note.text in client.get("/admin/").text


def test_the_way_back_does_not_lead_away(client, article, editor):
    note = NoteFactory(article=article)
    client.force_login(editor)
    settle = reverse("admin:articles_article_note", args=[article.pk, note.pk])
    answer = client.post(settle, {"next": "https://evil.example/"})
    assert answer.url.startswith(change(article))


def test_a_note_on_a_working_copy_is_a_note_on_the_article(client, editor):
    live = ArticleFactory(live=["fr"])
    copy = open_copy(live, by=editor)
    client.force_login(editor)
    leave(client, copy, "À publier avant midi.")
    assert Note.objects.get().article == live
    assert "À publier avant midi." in client.get(change(copy)).text


def test_a_stranger_neither_leaves_nor_settles_notes(client, article):
    note = NoteFactory(article=article)
    client.force_login(UserFactory())
    assert leave(client, article, "Bonjour").status_code == 404
    settle = reverse("admin:articles_article_note", args=[article.pk, note.pk])
    assert client.post(settle).status_code == 404
    assert client.get(settle).status_code == 405
    note.refresh_from_db()
    assert note.resolved_at is None


def test_no_reader_sees_a_note(client, editor):
    article = ArticleFactory(live=["fr"])
    NoteFactory(article=article, text="Entre nous seulement.")
    assert "Entre nous" not in client.get(article.url_in("fr")).text
    assert "Entre nous" not in client.get("/fr/feed.json").text


def test_notes_are_looked_through_by_who_may_see_their_articles(client, reporter, editor):
    mine, others = ArticleFactory(created_by=reporter), ArticleFactory()
    NoteFactory(article=mine, text="Le nombre de pays est à vérifier.")
    NoteFactory(article=mine, text="La photo manque.")
    NoteFactory(article=others, text="Le nombre est faux.")
    found = {}
    for person in (reporter, editor):
        client.force_login(person)
        page = client.get(reverse("admin:articles_note_changelist"), {"q": "nombre"}).text
        found[person] = ("à vérifier" in page, "est faux" in page, "La photo" in page)
        assert client.get(reverse("admin:index")).text.count("/admin/articles/note/")
    assert found == {reporter: (True, False, False), editor: (True, True, False)}


def test_the_name_of_a_colleague_does_not_turn_an_arabic_note_around(
    client, article, editor, chief
):
    leave_note(article, "@editor يرجى مراجعة <b>الفقرة</b>.", by=chief)
    client.force_login(editor)
    form = reverse("admin:articles_article_change", args=[article.pk])
    for address in (reverse("admin:index"), form):
        page = client.get(address).text
        assert "<bdi>@editor</bdi> يرجى مراجعة &lt;b&gt;الفقرة" in page
