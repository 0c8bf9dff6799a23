"""An article is passed on by plain links, owns up to its corrections, and says where one is."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return html.fromstring(response.text)


def test_it_is_shared_by_links_that_load_nothing_from_elsewhere(client):
    article = ArticleFactory(live=["ar"], headline_ar="المغرب يترأس & يدعو")
    page = read(client, article.url_in("ar"))
    links = page.xpath("//section[@class='share']//a/@href")
    asked = {urlsplit(link).netloc or "mail": parse_qs(urlsplit(link).query) for link in links}
    address = f"http://testserver{article.url_in('ar')}"
    assert asked["t.me"] == {"url": [address], "text": ["المغرب يترأس & يدعو"]}
    assert asked["x.com"] == {"url": [address], "text": ["المغرب يترأس & يدعو"]}
    assert asked["wa.me"] == {"text": [f"المغرب يترأس & يدعو\n{address}"]}
    assert asked["www.linkedin.com"] == {"url": [address]}
    assert asked["mail"]["subject"] == ["المغرب يترأس & يدعو"]
    # What a page loads by itself is ours alone.
    loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href")
    assert all(one.startswith("/") for one in loaded)


def test_numbers_keep_their_order_where_others_show_the_words(client):
    article = ArticleFactory(live=["ar"], headline_ar="12 500 منصب، +18 000 في 2026")
    page = read(client, article.url_in("ar"))
    links = page.xpath("//section[@class='share']//a/@href")
    asked = {urlsplit(link).netloc or "mail": parse_qs(urlsplit(link).query) for link in links}
    # A mark says that it runs from the right; a narrow no-break space and isolates keep the numbers.
    words = "\u200f12\u202f500 منصب، \u2066+18\u202f000\u2069 في 2026"
    assert asked["t.me"]["text"] == [words]
    assert asked["mail"]["subject"] == [words]
    assert asked["wa.me"]["text"][0].startswith(words)


def test_mail_programs_get_spaces_and_not_plus_signs(client):
    article = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside")
    page = read(client, article.url_in("fr"))
    (mail,) = page.xpath("//a[starts-with(@href, 'mailto:')]/@href")
    assert "Le%20Maroc" in mail


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "rectifié le 9 juillet 2024"), (3, "rectifié 3 fois, la dernière le 9 juillet 2024")],
)
def test_a_corrected_article_says_so_at_the_top(client, number, words):
    article = ArticleFactory(live=["fr"])
    for day in range(number):
        CorrectionFactory(article=article, made_on=date(2024, 7, 9 - day))
    page = read(client, article.url_in("fr"))
    (notice,) = page.xpath("//header//p[@class='corrected']/a")
    assert words in " ".join(notice.text_content().split())
    assert page.xpath(f"//section[@id='{notice.get('href')[1:]}']")


def test_an_article_without_corrections_says_nothing_of_any(client):
    CorrectionFactory(article=(article := ArticleFactory(live=["fr"])), public=False)
    assert "corrected" not in client.get(article.url_in("fr")).text


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_misprint_put_right_is_marked_as_such_and_nothing_more(client, language):
    article = ArticleFactory(live=["fr", "ar"])
    CorrectionFactory(article=article, kind="typographical", made_on=date(2024, 7, 9))
    words = {"fr": "Coquille corrigée", "ar": "تصحيح مطبعي"}[language]
    page = read(client, article.url_in(language))
    (mark,) = page.xpath("//p[@class='byline fix']")
    assert words in mark.text_content()
    assert "2024" in mark.text_content()
    assert not page.xpath("//*[@class='corrected' or @id='corrections']")
    assert words in client.get(f"/{language}/feed.rss").text
    # Nothing was wrong: the page of corrections has it not.
    assert words not in client.get(f"/{language}/corrections/").text


def test_paper_gets_the_address(client):
    article = ArticleFactory(live=["fr"])
    page = read(client, article.url_in("fr"))
    (printed,) = page.xpath("//p[@class='printed-from']")
    assert f"http://testserver{article.url_in('fr')}" in printed.text_content()


def test_a_quotation_carries_the_credit_to_be_copied_with_it(client):
    article = ArticleFactory(live=["ar"], headline_ar="المغرب يترأس")
    QuoteFactory(article=article, speaker__name_ar="إسماعيل شكوري", position_ar="مدير")
    for path in (article.url_in("ar"), article.quotes.get().speaker.url_in("ar")):
        (figure,) = read(client, path).xpath("//figure[contains(@class, 'pull-quote')]")
        assert figure.get("data-credit") == "إسماعيل شكوري، مدير، المغرب يترأس"
        assert figure.get("data-url") == f"http://testserver{article.url_in('ar')}"


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/fr/articles/", ("/fr/articles/", "page")),
        ("/fr/events/", ("/fr/events/", "page")),
        ("/fr/events/2024/7/", ("/fr/events/", "true")),
        ("/fr/follow/", ("/fr/follow/", "page")),
    ],
)
def test_the_menu_says_where_one_is(client, path, current):
    EventFactory()
    links = read(client, path).xpath("//header//a[@aria-current] | //footer//a[@aria-current]")
    assert [(link.get("href"), link.get("aria-current")) for link in links] == [current]


@pytest.mark.parametrize(
    ("make", "section"),
    [
        (lambda: ArticleFactory(live=["fr"]), "/fr/articles/"),
        (EventFactory, "/fr/events/"),
        (SpeakerFactory, "/fr/speakers/"),
        (TopicFactory, "/fr/topics/"),
    ],
)
def test_a_page_of_a_section_is_in_it(client, make, section):
    page = read(client, make().url_in("fr"))
    (link,) = page.xpath("//header[@class='masthead']//a[@aria-current]")
    assert (link.get("href"), link.get("aria-current")) == (section, "true")


def test_feeds_and_calendars_of_every_language_are_on_one_page(client):
    page = read(client, "/ar/follow/")
    links = page.xpath("//main//a/@href")
    for language in ("fr", "ar"):
        for form in ("rss", "atom", "json"):
            assert f"http://testserver/{language}/feed.{form}" in links
        assert f"webcal://testserver/{language}/events.ics" in links
    assert page.xpath("//footer//a[@href='/ar/follow/']")


def test_what_was_taken_from_a_source_stands_under_that_heading(client):
    source = SourceFactory(licence="CC BY 4.0")
    article = ArticleFactory(live=["fr"], source=source)
    page = read(client, source.url_in("fr"))
    (taken,) = page.xpath("//section[@aria-labelledby='coverage']")
    assert taken.xpath("h2")[0].text_content().strip() == "Repris de cette source"
    assert taken.xpath(f".//a[@href='{article.url_in('fr')}']")
    assert "CC BY 4.0" in page.text_content()


def test_paper_gets_an_arabic_address_as_it_is_read(client):
    article = ArticleFactory(live=["ar"], headline_ar="المغرب", slug_ar="المغرب-يترأس")
    page = read(client, article.url_in("ar"))
    (printed,) = page.xpath("//p[@class='printed-from']")
    assert "http://testserver/ar/articles/المغرب-يترأس/" in printed.text_content()


def test_paper_gets_the_address_of_the_source_as_it_is_read(client):
    address = "https://www.mapexpress.ma/ar/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8"
    article = ArticleFactory(live=["ar"], source_url=address)
    page = read(client, article.url_in("ar"))
    (link,) = page.xpath("//footer[@class='source']//a[@rel]")
    assert link.get("href") == address
    assert link.get("data-printed") == "https://www.mapexpress.ma/ar/المغرب"
