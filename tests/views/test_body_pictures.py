"""Pictures of the library in a text: who sees them, with which words, and what keeps them."""

from datetime import date

import pytest
from django.urls import reverse

from articles.desk.editing.working_copies import open_copy
from articles.languages import Language
from articles.models import Article, BodyPicture, Image, NeededByReadersError
from articles.models.checks import findings
from tests.factories import ArticleFactory, ImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return ImageFactory(caption_fr="La salle plénière", credit_fr="OIM", key="salle")


def figure(image, caption="Vue de la salle"):
    return f'<figure class="image" data-image="{image.key}"><figcaption>{caption}</figcaption></figure>'


def body_of(client, article, language="fr"):
    return client.get(article.url_in(language)).text.split('class="body"')[1]


def test_it_stands_in_the_text_with_its_caption_credit_and_alternative_text(client, image):
    article = ArticleFactory(live=["fr"], body_fr=f"<p>Avant.</p>{figure(image)}<p>Après.</p>")
    shown = body_of(client, article)
    assert f'alt="{image.alt_fr}"' in shown
    assert '<span class="caption">Vue de la salle</span>' in shown
    assert "OIM" in shown
    assert '<div id="p2">' in shown


def test_without_words_of_its_own_it_has_those_of_the_library(client, image):
    article = ArticleFactory(live=["fr"], body_fr=f"<p>x</p>{figure(image, '')}")
    assert '<span class="caption">La salle plénière</span>' in body_of(client, article)


def test_several_in_a_row_are_a_gallery(client, image):
    other = ImageFactory()
    article = ArticleFactory(live=["fr"], body_fr=f"<p>x</p>{figure(image)}{figure(other)}")
    assert 'class="body-gallery"' in body_of(client, article)


def test_readers_have_its_file_while_a_text_of_theirs_shows_it(client, image):
    address = image.file.url
    assert client.get(address).status_code == 404
    article = ArticleFactory(live=["fr"], body_fr=f"<p>x</p>{figure(image)}")
    assert client.get(address).status_code == 200
    article.body_fr = "<p>x</p>"
    article.save()
    assert client.get(address).status_code == 404


def test_the_draft_of_another_language_gives_no_file_to_readers(client, image):
    ArticleFactory(live=["fr"], body_fr="<p>x</p>", body_ar=f"<p>س</p>{figure(image)}")
    assert client.get(image.file.url).status_code == 404


def test_a_working_copy_shows_it_to_nobody_before_it_is_published(client, image, editor):
    article = ArticleFactory(live=["fr"], body_fr="<p>x</p>")
    copy = open_copy(article, by=editor)
    copy.body_fr = f"<p>x</p>{figure(image)}"
    copy.save()
    assert client.get(image.file.url).status_code == 404
    assert BodyPicture.objects.get().article == copy


def test_the_pictures_of_the_texts_of_others_are_not_in_the_library(
    client, image, editor, reporter
):
    ArticleFactory(created_by=editor, body_fr=f"<p>x</p>{figure(image)}")
    assert list(Image.objects.for_desk(reporter)) == []
    assert list(Image.objects.for_desk(editor)) == [image]
    client.force_login(reporter)
    small = reverse("admin:articles_image_by_key", args=[image.key])
    assert client.get(small).status_code == 404
    chosen = client.get(reverse("admin:articles_image_choose"), {"q": "plénière"}).json()
    assert chosen == {"pictures": []}


def test_the_editor_finds_it_by_its_words(client, image, editor):
    client.force_login(editor)
    asked = {"q": "salle plénière", "language": "fr"}
    found = client.get(reverse("admin:articles_image_choose"), asked).json()["pictures"]
    assert [(one["key"], one["caption"]) for one in found] == [("salle", "La salle plénière")]


def test_it_is_not_deleted_while_readers_need_it(image):
    ArticleFactory(live=["fr"], body_fr=f"<p>x</p>{figure(image)}")
    with pytest.raises(NeededByReadersError):
        image.delete()


def test_one_whose_licence_has_ended_is_shown_to_nobody_and_stops_publication(client, image):
    article = ArticleFactory(live=["fr"], body_fr=f"<p>x</p>{figure(image)}")
    Image.objects.update(expires_on=date(2020, 1, 1))
    assert "<img" not in body_of(client, article).split("<footer")[0].split("</div>")[0]
    said = [one.check.name for one in findings(article, Language("fr"))]
    assert "licence" in said


def test_one_that_nobody_has_described_stops_publication(image):
    Image.objects.update(alt_fr="")
    article = ArticleFactory(body_fr=f"<p>x</p>{figure(image)}")
    assert "alternative_text" in [one.check.name for one in findings(article, Language("fr"))]


def test_feeds_have_the_image_itself(client, image):
    ArticleFactory(live=["fr"], body_fr=f"<p>x</p>{figure(image)}")
    html = client.get("/fr/feed.json").json()["items"][0]["content_html"]
    assert f'<img src="http://testserver{image.file.url}' in html
    assert "Vue de la salle – OIM" in html


def test_a_text_that_names_a_picture_which_is_not_there_is_shown_without_it(client):
    gone = '<figure class="image" data-image="gone"><figcaption>Rien</figcaption></figure>'
    article = ArticleFactory(live=["fr"], body_fr=f"<p>Avant.</p>{gone}<p>Après.</p>")
    shown = body_of(client, article)
    assert "Avant." in shown
    assert "Rien" not in shown
    assert not Article.objects.get().body_pictures.exists()
