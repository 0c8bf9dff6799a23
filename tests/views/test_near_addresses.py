"""An address that differs from a page's own by what nobody sees leads to it, at once."""

import unicodedata
from urllib.parse import quote

import pytest

from tests.factories import ArticleFactory, EventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

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
