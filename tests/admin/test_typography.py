"""Typography in the form: shown with what would change, and changed where an editor says so."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Article
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory, QuoteFactory

pytestmark = pytest.mark.django_db

BODY = "<p>Qui préside? « Le Maroc », a-t-il dit.</p>"
TYPOGRAPHY = "/admin/articles/article/typography/"


@pytest.fixture
def article():
    return ArticleFactory(headline_fr="Le Maroc préside!", body_fr=BODY, headline_ar="المغرب, مصر")


def buttons(page):
    return html.fromstring(page).xpath("//button[@name='_fix']/@value")


def test_what_would_change_is_shown_with_its_signs_drawn(client, editor, article):
    client.force_login(editor)
    page = client.get(change_url(article)).text
    french, arabic = (
        ["body_fr:inside", "headline_fr:before", "body_fr:before"],
        ["headline_ar:signs"],
    )
    assert buttons(page) == [*french, "fr", *arabic, "ar"]
    assert "<del>préside?</del>" in page
    assert 'title="espace fine insécable"' in page


def test_a_fix_without_script_saves_the_field_as_the_rule_has_it(client, editor, article):
    client.force_login(editor)
    typed = opened(client, article) | {"standfirst_fr": "Tapé, non enregistré!"}
    client.post(change_url(article), typed | {"_fix": "body_fr:before"})
    article.refresh_from_db()
    assert article.body_fr == "<p>Qui préside\u202f? « Le Maroc », a-t-il dit.</p>"
    assert article.standfirst_fr == "Tapé, non enregistré!"
    assert article.headline_ar == "المغرب, مصر"


def test_all_of_a_language_is_fixed_at_once_and_no_other(client, editor, article):
    client.force_login(editor)
    answer = client.post(change_url(article), opened(client, article) | {"_fix": "ar"})
    article.refresh_from_db()
    assert (article.headline_ar, article.body_fr) == ("المغرب، مصر", BODY)
    assert answer["Location"] == change_url(article)


def test_a_translator_is_offered_fixes_of_their_language_only(client, translator, article):
    client.force_login(translator)
    assert buttons(client.get(change_url(article)).text) == ["headline_ar:signs", "ar"]


def test_enter_saves_stays_here_and_fixes_nothing(client, editor, article):
    client.force_login(editor)
    form = html.fromstring(client.get(change_url(article)).text).get_element_by_id("article_form")
    first = form.xpath(".//*[@type='submit']")[0]
    assert first.get("name") == "_continue"


def test_a_text_is_cared_for_while_it_is_typed_and_nothing_is_saved(client, editor, article):
    client.force_login(editor)
    said = {"language": "ar", "kind": "rich", "text": '<p onclick="x()">نعم, لا?</p>'}
    answer = client.post(TYPOGRAPHY, said).json()
    assert (answer["fixed"], answer["changes"]) == ("<p>نعم، لا؟</p>", 2)
    assert "<del>نعم,</del>" in answer["html"]
    QuoteFactory(article=article, text_fr="Le Maroc", text_ar="")
    typed = opened(client, article) | {"body_fr": "<p>La Tunisie.</p>", "headline_fr": ""}
    typed["quotes-0-text_fr"] = "La Tunisie"
    checks = reverse("admin:articles_article_checks", args=[article.pk])
    page = client.post(checks, typed).text
    assert 'data-check="headline"' in page
    assert "body_fr:before" not in page
    assert 'data-check="quotes"' not in page
    assert Article.objects.get().body_fr == BODY


def test_a_text_in_no_language_of_the_newsroom_is_not_found(client, editor):
    client.force_login(editor)
    assert client.post(TYPOGRAPHY, {"language": "xx", "text": "a"}).status_code == 404


def test_the_digits_are_those_the_newsroom_chose(client, editor, settings):
    settings.DIGITS = {"ar": "arabic-indic"}
    client.force_login(editor)
    answer = client.post(TYPOGRAPHY, {"language": "ar", "text": "سنة 2024", "kind": "plain"}).json()
    assert answer["fixed"] == "سنة ٢٠٢٤"


def test_a_quotation_still_stands_in_a_body_that_was_cared_for(editor, article):
    article.body_fr = '<p>Il a dit: "Qui préside? Le Maroc".</p>'
    QuoteFactory(article=article, text_fr="Qui préside? Le Maroc", text_ar="")
    article.body_fr = "<p>Il a dit\u202f: «\u202fQui préside\u202f? Le Maroc\u202f».</p>"
    article.publish("fr", by=editor)
