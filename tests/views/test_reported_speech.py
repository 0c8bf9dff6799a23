"""Somebody's words are quoted, what was reported of them is told: on no page is one the other."""

import json
import re

import pytest
from lxml import html

from tests.factories import ArticleFactory, EventFactory, QuoteFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

WORDS = {
    "fr": ("Le Pacte n’est pas une fin en soi", "Les défis n’ont pas empêché des avancées"),
    "ar": ("الميثاق ليس غاية في حد ذاته", "التحديات لم تمنع من إحراز تقدم"),
}


@pytest.fixture
def article():
    said, told = ([WORDS[code][n] for code in WORDS] for n in (0, 1))
    article = ArticleFactory(
        live=["fr", "ar"],
        event=EventFactory(),
        body_fr=f"<p>« {said[0]} ». {told[0]}, a-t-il relevé.</p>",
        body_ar=f"<p>«{said[1]}». وأوضح أن {told[1]}.</p>",
    )
    speaker = SpeakerFactory()
    QuoteFactory(article=article, speaker=speaker, text_fr=said[0], text_ar=said[1])
    QuoteFactory(
        article=article, speaker=speaker, kind="reported", text_fr=told[0], text_ar=told[1], order=1
    )
    return article


def paths(article, code):
    speaker = article.quotes.first().speaker
    return [article.url_in(code), speaker.url_in(code), article.event.url_in(code)]


@pytest.mark.parametrize("code", WORDS)
def test_only_somebodys_very_words_are_a_block_of_quotation(client, article, code):
    said, told = WORDS[code]
    for path in paths(article, code):
        page = html.fromstring(client.get(path).content)
        figures = {
            " ".join(one.find_class("words")[0].text_content().split()): one
            for one in page.find_class("pull-quote")
        }
        assert set(figures) == {said, told}, path
        assert figures[said].xpath(".//blockquote")
        assert not figures[told].xpath(".//blockquote")
        label = {"fr": "Propos rapportés", "ar": "كلام منقول"}[code]
        assert label in figures[told].text_content()
        assert label not in figures[said].text_content()


@pytest.mark.parametrize("code", WORDS)
def test_what_is_copied_of_it_says_that_it_is_reported(client, article, code):
    label = {"fr": "Propos rapportés", "ar": "كلام منقول"}[code]
    page = html.fromstring(client.get(article.url_in(code)).content)
    copied = [one.get("data-credit") for one in page.find_class("pull-quote")]
    assert [label in one for one in copied] == [False, True]


@pytest.mark.parametrize("code", WORDS)
def test_machines_are_given_a_quotation_of_the_words_and_a_summary_of_what_is_reported(
    client, article, code
):
    said, told = WORDS[code]
    for path in paths(article, code)[:2]:
        script = re.search(
            r'<script type="application/ld\+json">(.*?)</script>', client.get(path).text
        )
        nodes = json.loads(script[1])["@graph"]
        parts = [*nodes, *nodes[0].get("hasPart", [])]
        kinds = {one["@type"]: one for one in parts if one["@type"] in {"Quotation", "Statement"}}
        assert kinds["Quotation"]["text"] == said
        assert kinds["Statement"]["abstract"] == told
        assert kinds["Statement"]["creator"] == kinds["Quotation"]["spokenByCharacter"]
        assert "text" not in kinds["Statement"]
