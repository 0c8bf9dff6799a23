"""The desk looks at a text before its readers do, and sends a link to somebody outside."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from articles.desk.publication.previews import make_link
from articles.languages import Language
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
    assert "Texte non publié" in opened.text

    client.force_login(editor)
    assert "Le lien est créé : copiez-le" in page.text
    assert 'data-copies="link"' in page.text
    client.post(preview(article), {"take_back": ""})
    refused = client.get(made)
    assert refused.status_code == 410
    assert (
        "Ce lien d’aperçu a été annulé"
        in re.search("<title>.*?</title>", refused.text, re.DOTALL)[0]
    )


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


# The links are for who may write the language.


def shares(client, article, code="fr"):
    """Whether the page offers a link, shows those there are, and lets it be made and taken back."""
    page = client.get(preview(article, code))
    assert page.status_code == 200
    (known,) = article.preview_links.filter(language=code)[:1] or [None]
    posts = [
        client.post(preview(article, code), {"days": "7", "make": ""}),
        client.post(preview(article, code), {"take_back_one": known.key}),
        client.post(preview(article, code), {"take_back": ""}),
    ]
    seen = {'name="make"' in page.text, known.made_by.username in page.text}
    return seen | {one.status_code < 400 for one in posts}


# Who may write a draft of somebody else's, one of their own, and their own once it is in review.
WHO_SHARES = {
    "reporter": {"mine", "mine in Arabic"},
    "translator": {"others in Arabic", "mine in Arabic"},
    "editor": "all",
    "chief": "all",
}


@pytest.mark.parametrize("role", WHO_SHARES)
def test_links_are_made_shown_and_taken_back_by_who_may_write_the_language(client, role):
    person, other = member_of(role), member_of("administrator")
    person.languages = ["ar"]
    person.save()
    others, mine, in_review = (
        ArticleFactory(created_by=one, status_ar=state, status_fr=state)
        for one, state in ((other, "draft"), (person, "draft"), (person, "in_review"))
    )
    cells = {
        "others": (others, "fr"),
        "others in Arabic": (others, "ar"),
        "mine": (mine, "fr"),
        "mine in Arabic": (mine, "ar"),
        "mine in review": (in_review, "fr"),
        "mine in review, in Arabic": (in_review, "ar"),
    }
    client.force_login(person)
    for name, (article, code) in cells.items():
        make_link(article, Language(code), timedelta(days=1), by=other)
        if role == "reporter" and article == others:
            assert client.get(preview(article, code)).status_code == 404
            continue
        may = WHO_SHARES[role] == "all" or name in WHO_SHARES[role]
        assert shares(client, article, code) == {may}, name


def test_the_links_of_one_language_are_not_those_of_another(client, editor):
    article = ArticleFactory()
    french, arabic = (
        make_link(article, Language(code), timedelta(days=1), by=editor) for code in ("fr", "ar")
    )
    client.force_login(editor)
    keys = {one.language: one.key for one in article.preview_links.all()}
    page = client.get(preview(article, "ar")).text
    assert keys["ar"] in page
    assert keys["fr"] not in page
    client.post(preview(article, "ar"), {"take_back_one": keys["fr"]})
    client.post(preview(article, "ar"), {"take_back": ""})
    assert [client.get(link).status_code for link in (french, arabic)] == [200, 410]


def test_a_link_that_is_dead_with_its_maker_is_not_shown_as_one_that_works(client, editor, chief):
    article = ArticleFactory()
    make_link(article, Language("fr"), timedelta(days=1), by=chief)
    client.force_login(editor)
    assert 'name="take_back_one"' in client.get(preview(article)).text
    chief.is_active = False
    chief.save()
    assert 'name="take_back_one"' not in client.get(preview(article)).text


def test_the_frame_opens_to_nobody_but_who_is_signed_in(client, editor):
    client.force_login(editor)
    address = frame(client.get(preview(ArticleFactory())))
    assert client.get(address).status_code == 200
    client.logout()
    assert client.get(address).status_code == 403
