"""Who reads a form and does not write it is told why, and what can be done."""

import pytest
from lxml import html

from articles.desk.editing import working_copies
from articles.languages import Language
from tests.admin.forms import change_url
from tests.admin.test_rights import LANGUAGES, STATES, account, article_in
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def why(answer):
    """The sentences at the head of a form, each with a way to leave a note."""
    return [
        " ".join(one.text_content().split())
        for one in html.fromstring(answer.text).xpath("//p[@class='held']")
    ]


def held_languages(article, person):
    return [one for one in Language.all() if not article.may_edit(person, one)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("start", STATES)
@pytest.mark.parametrize("role", ["reporter", "translator", "editor"])
def test_a_form_says_of_each_text_that_is_only_read_why_and_what_to_do(
    client, admin_user, role, start, code
):
    person = account(role)
    article = article_in(start, code, by=person)
    forms = [article]
    if start == "published":
        forms.append(working_copies.open_copy(article, by=admin_user))
    client.force_login(person)
    for form in forms:
        said = why(client.get(change_url(form)))
        for language in held_languages(form, person):
            (sentence,) = [
                one for one in said if Language.active().name_of(language) in one.lower()
            ]
            assert "note" in sentence
        assert bool(said) >= (not form.may_edit_facts(person))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Votre compte n’écrit pas en français"),
        ("ar", "حسابك لا يكتب بالفرنسية"),
    ],
)
def test_who_translates_is_told_why_the_source_is_only_read(client, translator, language, words):
    translator.language = language
    translator.save()
    client.force_login(translator)
    of_source, of_facts = why(client.get(change_url(ArticleFactory())))
    assert words in of_source
    assert {"fr": "source, événement, image", "ar": "المصدر والفعالية والصورة"}[
        language
    ] in of_facts


def test_who_may_write_all_of_it_is_told_nothing(client, editor):
    client.force_login(editor)
    for start in STATES:
        assert not why(client.get(change_url(article_in(start, "fr"))))
