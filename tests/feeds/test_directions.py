"""What leaves the site is read in its direction, also where a program knows nothing of it."""

import feedparser
import pytest
from icalendar import Calendar

from tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

RLM, LRM = "\u200f", "\u200e"


def titles(client, form, language="ar"):
    response = client.get(f"/{language}/feed.{form}")
    if form == "json":
        return [(item["title"], item["content_html"]) for item in response.json()["items"]]
    return [(one.title, one.content[0].value) for one in feedparser.parse(response.content).entries]


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_the_content_of_a_feed_says_its_direction_and_language(client, form):
    ArticleFactory(live=["fr", "ar"], body_ar="<p>OIM تعلن</p>", body_fr="<p>المغرب et l’OIM</p>")
    ((_, arabic),) = titles(client, form)
    ((_, french),) = titles(client, form, "fr")
    assert arabic.startswith('<div dir="rtl" lang="ar">')
    assert french.startswith('<div dir="ltr" lang="fr">')
    assert arabic.endswith("</div>")


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("OIM تعلن", f"{RLM}OIM تعلن"),
        ("36 828 330 نسمة", f"{RLM}36\u202f828\u202f330 نسمة"),
        ("«نعم» للمغرب", f"{RLM}«نعم» للمغرب"),
        ("المغرب وOIM", "المغرب وOIM"),
        ("COP28", "COP28"),
        (f"{RLM}OIM تعلن", f"{RLM}OIM تعلن"),
    ],
)
def test_a_title_begins_with_a_mark_where_its_first_letter_would_turn_it(
    client, form, headline, title
):
    ArticleFactory(live=["ar"], headline_ar=headline, slug_ar="x")
    ((found, _),) = titles(client, form)
    assert found == title


def test_a_french_title_that_begins_in_arabic_is_marked_too(client):
    ArticleFactory(live=["fr"], headline_fr="المغرب vu du Caire")
    assert titles(client, "json", "fr")[0][0] == f"{LRM}المغرب vu du Caire"
    ArticleFactory(live=["fr"], headline_fr="36 morts au Caire")
    assert "36 morts au Caire" in {title for title, _ in titles(client, "json", "fr")}


def test_what_is_shared_and_put_in_a_calendar_is_marked(client):
    article = ArticleFactory(live=["ar"], headline_ar="OIM تعلن 18 500 منصب")
    page = client.get(article.url_in("ar")).text
    assert f'<meta property="og:title" content="{RLM}OIM تعلن 18\u202f500 منصب">' in page
    event = EventFactory(name_ar="COP28 في مراكش", name_fr="COP28 à Marrakech")
    for language, name in (("ar", f"{RLM}COP28 في مراكش"), ("fr", "COP28 à Marrakech")):
        address = event.url_in(language).rstrip("/") + ".ics"
        (entry,) = Calendar.from_ical(client.get(address).content).events
        assert (entry["SUMMARY"], entry["SUMMARY"].params["LANGUAGE"]) == (name, language)


def test_a_name_in_other_letters_is_not_said_to_be_in_the_language(client):
    """« الاستعراض » is no French, whichever field somebody wrote it in."""
    event = EventFactory(name_fr="الاستعراض الإقليمي", name_ar="", slug_fr="examen")
    (entry,) = Calendar.from_ical(client.get("/fr/events/examen.ics").content).events
    assert entry["SUMMARY"].params.get("LANGUAGE") == "ar"
    assert str(event) == "الاستعراض الإقليمي"


def test_numbers_stay_together_in_titles_lists_texts_and_feeds(client):
    article = ArticleFactory(
        live=["ar"],
        headline_ar="القانون 12-15 يهم 36 828 330 نسمة",
        standfirst_ar="الهاتف +212 522 12 34 56",
        body_ar="<p>في 2026-12-03</p><table><tbody><tr><td>-5%</td></tr></tbody></table>",
    )
    headline = "القانون \u206612-15\u2069 يهم 36\u202f828\u202f330 نسمة"
    telephone = "\u2066+212\u00a0522\u00a012\u00a034\u00a056\u2069"
    page = client.get(article.url_in("ar")).text
    for text in (f"<title>{headline} –", headline, telephone, "\u20662026-12-03\u2069"):
        assert text in page
    assert "\u2066-5%\u2069</" in page
    assert headline in client.get("/ar/articles/").text
    for form in ("rss", "atom", "json"):
        ((title, content),) = titles(client, form)
        assert title == headline
        assert "\u20662026-12-03\u2069" in content
        assert "\u2066-5%\u2069" in content


def test_a_french_number_does_not_break_over_two_lines(client):
    article = ArticleFactory(live=["fr"], body_fr="<p>Soit 36 828 330 habitants, ou 5 %.</p>")
    text = client.get(article.url_in("fr")).text
    assert "Soit 36\u202f828\u202f330 habitants, ou 5\u202f%." in text


def test_the_address_on_paper_is_as_people_read_it(client):
    article = ArticleFactory(live=["ar"], slug_ar="المغرب-2026")
    page = client.get(article.url_in("ar")).text
    assert '<bdi dir="ltr">http://testserver/ar/articles/المغرب-2026/</bdi>' in page


def test_the_feed_of_an_arabic_search_has_the_arabic_name_of_the_site(client):
    read = feedparser.parse(client.get("/ar/search/feed.rss?q=المغرب").content)
    assert read.feed.title == "«المغرب» – نيوزروم"
