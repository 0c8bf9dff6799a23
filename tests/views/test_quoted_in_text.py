"""Somebody's very words are shown where the text has them; what is told of them stands beside it."""

import pytest
from lxml import html

from articles.text.richtext.outline import outlined
from tests.factories import ArticleFactory, QuoteFactory, TopicFactory

pytestmark = pytest.mark.django_db

BODY = {
    "fr": "<p>Le Maroc a présidé.</p><p>« Nous <em>avançons</em> ensemble », dit-elle.</p><p>Fin.</p>",
    "ar": "<p>ترأس المغرب.</p><p>وقالت: «نتقدم <em>معا</em>».</p><p>انتهى.</p>",
}
WORDS = {"text_fr": "Nous avançons ensemble", "text_ar": "نتقدم معا"}


@pytest.fixture
def article():
    return ArticleFactory(live=["fr", "ar"], body_fr=BODY["fr"], body_ar=BODY["ar"])


def page_of(client, article, language):
    return html.fromstring(client.get(article.url_in(language)).text)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_very_words_stand_after_the_paragraph_that_has_them(client, article, language):
    QuoteFactory(article=article, **WORDS)
    page = page_of(client, article, language)
    (figure,) = page.xpath("//figure[contains(@class, 'pull-quote')]")
    assert figure.getparent().get("class") == "body"
    assert figure.getprevious().get("id") == "p2"
    assert figure.getnext().get("id") == "p3"


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_is_reported_stands_beside_the_text(client, article, language):
    QuoteFactory(article=article, kind="reported", **WORDS)
    page = page_of(client, article, language)
    assert page.xpath("//div[@class='beside']//figure[contains(@class, 'reported')]")
    assert not page.xpath("//div[@class='body']//figure")


def test_words_that_the_text_lost_are_kept_beside_it(client, article):
    QuoteFactory(article=article, text_fr="Nous reculons")
    page = page_of(client, article, "fr")
    assert page.xpath("//div[@class='beside']//figure")


def test_two_quotations_of_one_paragraph_stand_after_it_in_their_order(client, article):
    QuoteFactory(article=article, text_fr="ensemble", order=2)
    QuoteFactory(article=article, text_fr="Nous avançons", order=1)
    figures = page_of(client, article, "fr").xpath("//div[@class='body']/figure//blockquote")
    assert [one.text_content().strip() for one in figures] == ["Nous avançons", "ensemble"]


def test_the_blocks_of_a_text_are_the_text():
    read = outlined("<p>a</p><hr><table><tbody><tr><td>1</td></tr></tbody></table>b", "Table")
    assert [block[:7] for block in read.blocks] == ['<p id="', "<hr id=", "<div cl"]
    assert read.html.endswith("</table></div>b")
    assert read.blocks_saying(["a", "1", "c"]) == [0, 2, None]


def test_related_articles_stand_beside_the_text_and_not_under_it(client):
    topic = TopicFactory()
    topic_article = ArticleFactory(live=["fr"], headline_fr="Du même thème")
    article = ArticleFactory(live=["fr"])
    for one in (topic_article, article):
        one.topics.add(topic)
    page = page_of(client, article, "fr")
    assert page.xpath("//div[@class='beside']//*[@id='same-topics']")
    assert (
        "Du même thème" in page.xpath("//section[@aria-labelledby='same-topics']")[0].text_content()
    )


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_text_says_in_which_language_it_is_heard(client, article, language):
    (button,) = page_of(client, article, language).xpath("//button[@data-listen]")
    assert button.get("data-listen") == language
    assert "hidden" in button.attrib
