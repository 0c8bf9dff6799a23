"""A text with places that a template left open, and nobody filled in, goes to no reader."""

import pytest
from django.core.exceptions import ValidationError

from articles.languages import Language
from articles.models import ArticleTemplate
from articles.models.checks import findings
from articles.text.placeholders import in_brackets, to_complete
from tests.factories import ArticleFactory

FR, AR = Language("fr"), Language("ar")


@pytest.fixture
def communique(db):
    return ArticleTemplate.objects.create(
        name_fr="Communiqué",
        body_fr="<p>[Ville, date] – [Qui] annonce [quoi].</p>",
        body_ar="<p>[المدينة، التاريخ] – [الجهة] تعلن [الموضوع].</p>",
        contact_fr="<p><strong>Contact</strong> : [<em>l'adresse</em>]</p>",
    )


def found(article, language):
    return {one.check.name: str(one.fault.sentence) for one in findings(article, language)}


def test_a_text_with_the_holes_of_its_template_is_not_published(communique, editor):
    article = ArticleFactory(body_ar=communique.body_ar)
    with pytest.raises(ValidationError, match="المدينة، التاريخ"):
        article.publish("ar", by=editor)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Rabat, 4 juillet – [Qui] annonce un accord.</p>",
        # Of the other language; with another apostrophe; cut by marks of the editor.
        "<p>Rabat – [الجهة] annonce un accord.</p>",
        "<p>Contact : [l’adresse]</p>",
        "<p>Rabat – <strong>[Q</strong>ui] annonce un accord.</p>",
    ],
)
def test_each_place_is_found_however_it_is_written(communique, body):
    assert "holes" in found(ArticleFactory.build(body_fr=body), FR)


def test_the_headline_is_looked_at_too(communique):
    article = ArticleFactory.build(headline_fr="[Qui] réunit ses membres")
    assert "[Qui]" in found(article, FR)["holes"]


def test_the_brackets_of_an_editor_stop_nothing(communique):
    body = "<p>« Nous [le gouvernement] avons signé […] hier », a-t-il dit.</p>"
    said = found(ArticleFactory.build(body_fr=body), FR)
    assert "holes" not in said
    assert "[le gouvernement]" in said["brackets"]


def test_an_author_s_own_brackets_stop_a_text_as_a_template_s_do(communique, editor):
    """One rule: « [nom] » of a template, « [nom et téléphone] » of nobody’s."""
    for language, words in ((FR, "[nom et téléphone]"), (AR, "[رقم الهاتف]")):
        article = ArticleFactory.build(**{language.field("body"): f"<p>Contact : {words}</p>"})
        assert words in found(article, language)["holes"]
        assert "brackets" not in found(article, language)


@pytest.mark.parametrize("words", ["[sic]", "[Vidéo]", "[NDLR : le maire]", "[كذا]", "[…]", "[1]"])
def test_what_newsrooms_leave_in_brackets_for_readers_is_nothing_to_fill_in(db, words):
    said = found(ArticleFactory.build(body_fr=f"<p>Un accord {words} est signé.</p>"), FR)
    assert not {"holes", "brackets"} & said.keys()


@pytest.mark.parametrize(
    "words",
    ["le XXX octobre", "[à compléter]", "(à compléter par le chef)", "Lorem ipsum dolor",
     "[TK]", "[يُستكمل لاحقًا]", "(للاستكمال)"],
)  # fmt: skip
def test_signs_that_stand_for_words_are_found(words):
    assert [*to_complete(words)]


@pytest.mark.parametrize(
    "words", ["un dossier à compléter avant mardi", "les XXXIII Jeux", "XXe siècle", "ملف يستكمل"]
)
def test_words_that_only_look_so_are_not(words):
    assert [*to_complete(words)] == []


def test_a_note_of_numbers_is_no_place_to_fill_in():
    assert in_brackets("Voir [1], […] et [nom]") == ["[nom]"]
