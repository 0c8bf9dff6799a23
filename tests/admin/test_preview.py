"""The desk looks at a text before its readers do, and sends a link to somebody outside."""

import re

import pytest
from django.urls import reverse

from tests.conftest import member_of
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


def preview(article, code="fr"):
    return reverse("admin:articles_article_preview", args=[article.pk, code])


def frame(page):
    return re.search(r'<iframe[^>]*src="([^"]+)"', page.text)[1]


@pytest.mark.parametrize("role", ["reporter", "translator", "editor", "chief"])
@pytest.mark.parametrize(("code", "words"), [("fr", "a présidé"), ("ar", "ترأس المغرب")])
def test_everybody_at_the_desk_sees_a_draft_as_readers_will(client, role, code, words):
    colleague = member_of(role)
    # A reporter sees their own drafts, the others everybody's.
    article = ArticleFactory(created_by=colleague if role == "reporter" else None)
    client.force_login(colleague)
    page = client.get(preview(article, code))
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    assert words in client.get(frame(page)).text


def test_a_screen_is_chosen(client, editor):
    client.force_login(editor)
    address = preview(ArticleFactory())
    assert 'class="preview-frame desktop"' in client.get(address).text
    assert 'class="preview-frame phone"' in client.get(address, {"screen": "phone"}).text
    assert 'class="preview-frame desktop"' in client.get(address, {"screen": "<b>"}).text


def test_a_link_made_at_the_desk_works_without_an_account(client, editor):
    article = ArticleFactory()
    client.force_login(editor)
    page = client.post(preview(article), {"days": "7", "make": ""})
    made = re.search(r'id="link"[^>]*value="([^"]+)"', page.text)[1]
    client.logout()
    opened = client.get(made)
    assert opened.status_code == 200
    assert "Aperçu, non publié" in opened.text

    client.force_login(editor)
    client.post(preview(article), {"take_back": ""})
    assert client.get(made).status_code == 410


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_one_link_is_taken_back_and_the_others_still_work(client, editor, language):
    editor.language = language
    editor.save()
    article, another = ArticleFactory(), ArticleFactory()
    client.force_login(editor)

    def made(of):
        page = client.post(preview(of), {"days": "7", "make": ""}).text
        return re.search(r'id="link"[^>]*value="([^"]+)"', page)[1]

    first, second, elsewhere = made(article), made(article), made(another)
    page = client.get(preview(article)).text
    assert page.count('name="take_back_one"') == 2
    assert "editor" in page
    one, other = article.preview_links.order_by("pk"), another.preview_links.get()
    client.post(preview(article), {"take_back_one": one[0].key})
    client.post(preview(article), {"take_back_one": other.key})
    assert [client.get(link).status_code for link in (first, second, elsewhere)] == [410, 200, 200]
    assert client.get(preview(article)).text.count('name="take_back_one"') == 1


def test_the_form_leads_to_the_previews_of_what_is_written(client, editor):
    client.force_login(editor)
    article = ArticleFactory(headline_ar=None, body_ar=None)
    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert preview(article, "fr") in form
    assert preview(article, "ar") not in form
    assert client.get(preview(article, "ar")).status_code == 404


def test_a_stranger_sees_nothing(client):
    article = ArticleFactory()
    assert client.get(preview(article)).status_code == 302
    client.force_login(UserFactory())
    assert client.get(preview(article)).status_code == 404
    assert client.post(preview(article), {"days": "7", "make": ""}).status_code == 404


def test_what_is_no_article_or_language_is_missing(client, editor):
    client.force_login(editor)
    article = ArticleFactory()
    for address in (preview(article, "de"), "/admin/articles/article/999999/preview/fr/"):
        assert client.get(address).status_code == 404
