"""Translations out to other tools and back, by buttons: who may, and what is said."""

import io

import pytest
from django.urls import reverse

from articles.desk.translation.exchange import bundle
from articles.languages import Language
from articles.text.richtext.segments import body_from, segments_of_body
from articles.wire import xliff
from tests.conftest import member_of
from tests.factories import ArticleFactory, UserFactory
from tests.wire.test_xliff import article, sent, translated

pytestmark = pytest.mark.django_db
ROLES = ["reporter", "translator", "editor", "chief", "administrator", "stranger"]
WRITERS = {"translator", "editor", "chief", "administrator"}
LISTED = "admin:articles_article_changelist"


def upload(client, data, query=""):
    file = io.BytesIO(data)
    file.name = "back.xlf"
    return client.post(reverse("admin:articles_article_xliff_import") + query, {"file": file})


def exported(client, one, code="ar"):
    return client.get(reverse("admin:articles_article_xliff_export", args=[one.pk, code]))


@pytest.mark.parametrize("role", ROLES)
def test_an_article_is_sent_by_who_sees_it_and_taken_back_by_who_may_write_it(client, role):
    person = UserFactory(username=role) if role == "stranger" else member_of(role)
    if role == "translator":
        person.languages = ["ar"]
        person.save()
    client.force_login(person)
    one = article()
    response = exported(client, one)
    assert (response.status_code == 200) == (role in WRITERS)
    data = translated(sent(one), {"Le Caire": "القاهرة"})
    page = upload(client, data)
    one.refresh_from_db()
    assert ("القاهرة" in (one.body_ar or "")) == (role in WRITERS)
    if role in WRITERS:
        assert xliff.read(response.content)[0].key == one.key
        assert "1 paragraphe a été pris." in page.text


def test_chosen_articles_go_into_one_file(client, editor):
    client.force_login(editor)
    chosen = [article(), article()]
    post = {"action": "export_ar", "_selected_action": [one.pk for one in chosen]}
    response = client.post(reverse(LISTED), post)
    assert [one.key for one in xliff.read(response.content)] == [one.key for one in chosen]
    arabic = ArticleFactory(original_language="ar", headline_fr="", body_fr="", slug_fr=None)
    post["_selected_action"] = [arabic.pk]
    refused = client.post(reverse(LISTED), post, follow=True)
    assert "Aucun de ces articles n’est à traduire dans cette langue." in refused.text


def test_the_page_says_what_was_not_taken_and_why(client, editor):
    client.force_login(editor)
    one, other = article(), article()
    data = translated(sent(one), {"Le Caire": "القاهرة", "Second": '<ph id="7"/>'})
    page = upload(client, data, f"?article={other.pk}")
    assert "C’est un autre article que celui que vous traduisiez. Rien n’a été pris." in page.text
    page = upload(client, data, f"?article={one.pk}")
    assert "Son balisage est abîmé" in page.text
    assert "3 paragraphes n’ont pas de traduction dans le fichier." in page.text


def test_a_bad_or_large_file_is_refused_in_the_language_of_the_person(client, editor, monkeypatch):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    assert "ليس الملف XML سليم التركيب" in upload(client, b"PK").text
    monkeypatch.setattr(xliff, "LARGEST", 1024**2)
    assert "1 ميغابايت" in upload(client, b"x" * (1024**2 + 1)).text
    assert (
        client.get(reverse("admin:articles_article_xliff_import"), {"article": "7"}).status_code
        == 404
    )


@pytest.mark.parametrize("depth", [150, 900, 5000])
@pytest.mark.parametrize("code", ["pc", "mrk"])
def test_a_file_whose_mark_up_has_no_bottom_is_refused_in_words(client, editor, depth, code):
    client.force_login(editor)
    one = article()
    deep = f'<{code} id="1">' * depth + "mot" + f"</{code}>" * depth
    data = sent(one).replace(b"Le Caire</source>", f"{deep}</source>".encode())
    assert deep.encode() in data
    page = upload(client, data)
    assert page.status_code == 200
    assert "plus profondément que dans aucun texte" in page.text


@pytest.mark.parametrize("depth", [150, 900, 5000])
def test_deep_mark_up_goes_out_and_comes_back(client, editor, depth):
    client.force_login(editor)
    deep = "<em>" * depth + "mot" + "</em>" * depth
    one = article()
    one.body_fr = f"<p>{deep}</p><p>Après</p>"
    type(one).objects.filter(pk=one.pk).update(body_fr=one.body_fr)
    answer = exported(client, one)
    assert answer.status_code == 200
    assert xliff.read(answer.content)[0].units[-2].source.count("<em>") == depth
    page = client.get(reverse("admin:articles_article_translate", args=[one.pk, "ar"]))
    assert page.status_code == 200
    assert body_from(segments_of_body(one.body_fr)) == one.body_fr


def test_the_language_it_was_written_in_is_not_sent(client, editor):
    client.force_login(editor)
    one = article()
    assert exported(client, one, "fr").status_code == 404
    assert exported(client, one, "de").status_code == 404
    assert len(bundle(one, Language("ar")).units) == 5
