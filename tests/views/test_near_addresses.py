"""An address that differs from a page's own by what nobody sees leads to it, at once."""

import unicodedata
from urllib.parse import quote

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from tests.factories import ArticleFactory, EventFactory, SpeakerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

ARABIC = "أكادير-تستضيف-المؤتمر"


@pytest.fixture
def article():
    return ArticleFactory(live=["fr", "ar"], slug_fr="examen-regional-2026", slug_ar=ARABIC)


@pytest.mark.parametrize(
    "asked",
    [
        "Examen-Regional-2026",
        "examen-régional-2026",
        "EXAMEN-RE\u0301GIONAL-2026",
        "examen-regional-2026،",
        "examen-regional-2026)",
        "examen-regional-2026».",
        "examen-regional-2026/)",
        "examen-regional-2026/amp",
        "examen-regional-2026/feed",
        "examen-regional-2026/feed.rss",
        "examen-regional-2026&fbclid=IwAR0",
        "examen-regional-2026/&utm_source=x",
        "examen-regional-2026%3Futm_source=x",
        "examen\u200b-regional-2026",
        "exa\u00admen-regional-2026\u200f",
    ],
)
@pytest.mark.parametrize("end", ["/", ""])
def test_french(client, article, asked, end):
    response = client.get(f"/fr/articles/{quote(asked, safe='/')}{end}")
    assert (response.status_code, response["Location"]) == (301, article.url_in("fr"))
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        unicodedata.normalize("NFD", ARABIC),
        quote(ARABIC),
        quote(quote(ARABIC)),
        f"{ARABIC}،",
        f"{ARABIC}/amp",
        f"{ARABIC}؟",
        f"{ARABIC}&fbclid=IwAR0",
        ARABIC.replace("م", "م\u064f"),
    ],
)
def test_arabic(client, article, asked):
    response = client.get(f"/ar/articles/{quote(asked, safe='/')}/")
    assert (response.status_code, response["Location"]) == (301, article.url_in("ar"))


def test_every_kind_of_page_and_former_addresses(client, article):
    event, speaker = EventFactory(slug_fr="sommet"), SpeakerFactory(slug_fr="ismail-chekkouri")
    assert client.get("/fr/events/Sommet/amp/")["Location"] == event.url_in("fr")
    assert client.get("/fr/speakers/Ismaïl-Chekkouri)/")["Location"] == speaker.url_in("fr")
    article.slug_fr = "autre"
    article.save()
    assert client.get("/fr/articles/Examen-Regional-2026/")["Location"] == article.url_in("fr")


def test_nothing_leads_to_what_readers_do_not_have_or_round_in_a_circle(client):
    ArticleFactory(slug_fr="brouillon")
    live = ArticleFactory(live=["fr"], slug_fr="paru")
    for path in (
        "/fr/articles/Brouillon/",
        "/fr/articles/rien,/",
        "/fr/nulle/Paru/",
        "/fr/articles/,/",
    ):
        assert client.get(path).status_code == 404, path
    assert client.get("/fr/articles/paru?page=2")["Location"] == "/fr/articles/paru/?page=2"
    assert client.get(f"/fr/articles/{'%25' * 2000}paru/").status_code == 404
    assert client.get(live.url_in("fr")).status_code == 200


def test_an_address_that_two_pages_would_share_leads_to_the_nearer_one(client):
    ArticleFactory(live=["fr"], slug_fr="ete")
    accented = ArticleFactory(live=["fr"], slug_fr="été")
    response = client.get(f"/fr/articles/{quote(unicodedata.normalize('NFD', 'été'))}/")
    assert response["Location"] == accented.url_in("fr")


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/FR/", "/fr/"),
        ("/Ar", "/ar/"),
        ("/fr/Articles/", "/fr/articles/"),
        ("/fr/EVENTS", "/fr/events/"),
        ("/FR/Archive/2026/7/", "/fr/archive/2026/7/"),
        ("/fr/Feed.RSS", "/fr/feed.rss"),
        ("/AR/Search/?q=Rabat&page=2", "/ar/search/?q=Rabat&page=2"),
        ("/FR/Site-Map/", "/fr/site-map/"),
    ],
)
def test_capitals_lead_to_the_list_that_is_meant(client, asked, led_to):
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, led_to)
    assert client.get(led_to).status_code in {200, 404}


def test_capitals_of_a_key_or_of_nothing_lead_nowhere(client):
    for path in ("/FR/preview/Ab/Cd/", "/EN/", "/fr/Nulle-part/"):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize(
    ("asked", "file"),
    [
        ("/favicon.ico", "favicon.ico"),
        ("/apple-touch-icon.png", "apple-touch-icon.png"),
        ("/apple-touch-icon-120x120-precomposed.png", "apple-touch-icon.png"),
    ],
)
def test_what_browsers_ask_for_at_the_root_is_where_the_files_are(client, asked, file):
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, static(file))
    assert finders.find(file)
