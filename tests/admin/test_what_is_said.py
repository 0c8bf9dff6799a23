"""What the desk says of what was done is what was done, in both languages."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from articles.desk.editing import working_copies
from articles.models import Article, Quote
from tests.admin.forms import change_url, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory, ImageFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def in_arabic(person):
    person.language = "ar"
    person.save()
    return person


def told(answer):
    """The messages at the head of a page."""
    return " ".join(strip_tags(str(one)) for one in answer.context["messages"])


@pytest.mark.parametrize(
    ("button", "words"), [({"_save": "1"}, "حُفظ: "), ({"_move-fr-published": "1"}, "«منشور»")]
)
def test_what_was_changed_is_not_said_in_arabic_to_be_added(client, chief, button, words):
    client.force_login(in_arabic(chief))
    article = ArticleFactory()
    answer = client.post(change_url(article), opened(client, article) | button, follow=True)
    assert "نجحت إضافة" not in told(answer)
    assert words in told(answer)


# Working copies.


@pytest.mark.parametrize(
    ("language", "is_open", "changed"),
    [
        (
            "fr",
            "Une copie de travail est ouverte : les lecteurs gardent le texte qu’ils ont",
            "Enregistré : ",
        ),
        ("ar", "نسخة العمل مفتوحة: يبقى أمام القراء النص الذي لديهم", "حُفظ: "),
    ],
)
@pytest.mark.parametrize("live", [["fr"], ["fr", "ar"]])
def test_who_opens_a_working_copy_is_told_that_and_no_more(
    client, editor, live, *, language, is_open, changed
):
    editor.language = language
    editor.save()
    client.force_login(editor)
    article = ArticleFactory(live=live)
    sent = opened(client, article) | {"_open_copy": "1"}
    answer = client.post(change_url(article), sent, follow=True)
    assert Article.with_copies.filter(working_copy_of=article).exists()
    assert is_open in told(answer)
    assert changed not in told(answer)
    assert "voient maintenant" not in told(answer)


def test_who_opens_a_working_copy_with_a_draft_of_the_other_language_is_told_both(client, editor):
    client.force_login(editor)
    article = ArticleFactory(live=["fr"])
    sent = opened(client, article) | {"_open_copy": "1", "headline_ar": "عنوان آخر"}
    said = told(client.post(change_url(article), sent, follow=True))
    assert "Enregistré : " in said
    assert "Une copie de travail est ouverte" in said


def test_a_live_article_says_how_it_is_changed_to_who_may_change_it(client, editor):
    article = ArticleFactory(live=["fr"])
    for person, offers in ((editor, True), (member_of("reporter"), False)):
        client.force_login(person)
        page = client.get(change_url(article)).text
        assert "Vous modifiez une copie de travail" not in page
        assert ("Ouvrez une copie de travail pour le modifier" in page) is offers
        assert ('name="_open_copy"' in page) is offers


@pytest.mark.parametrize(
    ("language", "way"),
    [
        (
            "fr",
            "puis ouvrez « Voir les modifications » : « Envoyer à qui le peut » y est.",
        ),
        ("ar", "اضغطوا «حفظ» ثم افتحوا «عرض التعديلات»: ستجدون فيها «إرسال إلى من يحق له»."),
    ],
)
def test_who_may_not_write_the_correction_is_told_the_way(client, editor, chief, language, way):
    editor.language = language
    editor.save()
    client.force_login(editor)
    article = ArticleFactory(live=["fr"], body_fr="<p>Dix orateurs ont parlé.</p>")
    copy = working_copies.open_copy(article, by=editor)
    changed = opened(client, copy) | {"body_fr": "<p>Douze orateurs ont parlé.</p>"}
    page = client.post(change_url(copy), changed | {"_publish_changes": "1"})
    assert way in " ".join(page.context["adminform"].form.non_field_errors())
    # And that way is there.
    answer = client.post(change_url(copy), changed | {"_continue": "1"}, follow=True)
    changes = reverse("admin:articles_article_changes", args=[copy.pk])
    assert changes in answer.text
    assert 'name="_ask"' in client.get(changes).text


# Words.


def test_french_agrees_with_what_it_is_about(client, chief):
    client.force_login(chief)
    ImageFactory()
    page = client.get(reverse("admin:articles_image_changelist")).text
    assert "images sélectionnés" not in page
    assert "Supprimer la sélection (images)" in page
    with translation.override("fr"):
        help_text = str(Quote._meta.get_field("text_fr").help_text)
    assert help_text.startswith("Les mots mêmes, tels qu’ils figurent dans le texte de l’article.")


def test_french_has_a_space_before_the_colon_of_what_is_deleted(client, chief):
    client.force_login(chief)
    article = QuoteFactory().article
    page = client.get(reverse("admin:articles_article_delete", args=[article.pk])).text
    assert "Citation : <" in page
    assert "Citation: <" not in page


def test_so_has_the_list_of_what_a_picture_is_used_in(client, chief):
    client.force_login(chief)
    image = ArticleFactory(lead_image=ImageFactory()).lead_image
    page = client.get(reverse("admin:articles_image_change", args=[image.pk])).text
    assert "<li>article : <a" in page
