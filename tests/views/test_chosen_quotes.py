"""A quotation that has a place in the text: its words follow the record, wherever the text goes."""

import json

import pytest
from django.urls import reverse

from articles.desk.editing import working_copies
from articles.languages import Language
from articles.models.checks import findings
from articles.text.richtext.segments import body_from, segments_of_body
from tests.factories import ArticleFactory, QuoteFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

WORDS = "Le Pacte n’est pas une fin en soi"
BEFORE, AFTER = f"<p>« {WORDS} », a-t-elle dit.</p>", "<p>La séance a été levée.</p>"


def figure(key):
    return f'<figure class="chosen-quote" data-quote="{key}"></figure>'


@pytest.fixture
def article(db):
    article = ArticleFactory(
        live=["fr", "ar"], body_fr=BEFORE + AFTER, body_ar="<p>قالت: الميثاق ليس غاية.</p>"
    )
    speaker = SpeakerFactory(name_fr="Salma Jaziri", name_ar="سلمى الجزيري")
    quote = QuoteFactory(
        article=article, speaker=speaker, text_fr=WORDS, text_ar="الميثاق ليس غاية"
    )
    type(article).objects.filter(pk=article.pk).update(
        body_fr=BEFORE + AFTER + figure(quote.key), body_ar=article.body_ar + figure(quote.key)
    )
    article.refresh_from_db()
    return article


def test_readers_see_its_words_and_speaker_once_and_at_its_place(article, client):
    page = client.get(article.url_in("fr")).text
    assert page.count('class="words"') == 1
    assert page.index("La séance a été levée") < page.index('<p class="words">')
    assert "Salma Jaziri" in page[page.index('<p class="words">') :]
    assert "سلمى الجزيري" in client.get(article.url_in("ar")).text


def test_what_the_record_says_anew_the_text_says_too(article, client):
    article.quotes.update(text_fr="Le Pacte")
    assert '<p class="words">Le Pacte</p>' in client.get(article.url_in("fr")).text


def test_one_that_is_gone_is_not_shown_and_told_at_the_desk(article, client):
    article.quotes.all().delete()
    assert 'class="words"' not in client.get(article.url_in("fr")).text
    assert "chosen_quotes" in {one.check.name for one in findings(article, Language("fr"))}


def test_nothing_is_told_of_one_that_is_there(article):
    for code in ("fr", "ar"):
        assert "chosen_quotes" not in {one.check.name for one in findings(article, Language(code))}


def test_a_feed_has_its_words_and_its_speaker(article, client):
    (item,) = client.get("/fr/feed.json").json()["items"]
    assert f"<blockquote><p>{WORDS}</p></blockquote>" in item["content_html"]
    assert "Salma Jaziri" in item["content_html"]


def test_it_goes_through_translation_unchanged():
    body = BEFORE + figure("abc") + AFTER
    assert body_from(segments_of_body(body)) == body


def test_a_working_copy_shows_the_quotation_that_is_its_own(article, editor):
    copy = working_copies.open_copy(article, by=editor)
    assert "chosen_quotes" not in {one.check.name for one in findings(copy, Language("fr"))}


def test_the_editor_is_offered_those_of_the_article_alone(article, client, editor):
    QuoteFactory(text_fr="D’un autre article")
    client.force_login(editor)
    answer = client.get(
        reverse("admin:articles_article_quotes", args=[article.pk]), {"language": "fr"}
    )
    (quote,) = json.loads(answer.content)["quotes"]
    assert (quote["words"], quote["speaker"]) == (WORDS, "Salma Jaziri")
