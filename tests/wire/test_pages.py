"""The article of a page on the web, without what its site puts around it."""

import pytest

from articles.models import ReceivedFile
from articles.wire.documents.web import read
from articles.wire.fetch import FetchedText, WireError
from articles.wire.incoming.facts import with_facts
from articles.wire.incoming.pages import page_at
from articles.wire.items import items_of
from articles.wire.parse import parse
from articles.wire.receiving import of_bytes, receive
from tests.factories import UserFactory

FRENCH = """<!doctype html><html lang="fr"><head><title>Sommet de l’eau | Le Quotidien</title>
<meta property="og:title" content="Sommet de l’eau : un droit universel">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-07-03T18:20:00+01:00"}</script></head>
<body><div class="menu"><ul><li><a href="/">Accueil</a></li><li><a href="/eco">Économie</a></li></ul></div>
<div class="content"><div class="left"><h1>Sommet de l’eau : un droit universel</h1>
<div class="share"><a href="#">Partager</a> <a href="#">Tweeter</a></div>
<p>Rabat, 3 juillet 2024 (MAP) – Le Sommet africain de l’eau se tient à Rabat les 3 et 4 juillet 2024, en présence de trente délégations.</p>
<p>Le ministre de l’Eau, Nizar Baraka, a déclaré que « l’eau est un droit pour chacun des habitants du continent ».</p>
<script>alert("script")</script>
<p><a href="/barrages">Lire aussi : les barrages au plus bas</a></p><p>Source : MAP</p></div>
<div class="right"><h3>Les plus lus</h3><ul><li><a href="/1">Le prix du gazole augmente encore cette semaine dans le pays</a></li></ul></div></div>
<div class="comments"><p>Bravo monsieur le ministre, il était temps de le dire haut et fort devant tout le monde.</p></div>
<footer>© 2024 Le Quotidien. Tous droits réservés.</footer></body></html>"""
ARABIC = """<html lang="ar"><meta charset="utf-8"><body><div><a href="/">الرئيسية</a><a href="/n">أخبار</a></div>
<div id="main"><h2>المغرب يستضيف القمة الإفريقية للماء</h2>
<p>الرباط 3 يوليوز 2024 (ومع) – تنعقد القمة الإفريقية للماء بالرباط يومي 3 و4 يوليوز 2024 بحضور وفود ثلاثين بلدا.</p>
<p>وقال وزير الماء نزار بركة إن «الماء حق لكل سكان القارة».</p></div>
<div><a href="/1">ارتفاع أسعار الغازوال هذا الأسبوع</a></div><div>جميع الحقوق محفوظة</div></body></html>"""


def test_what_stands_around_an_article_is_left_out():
    found = read(FRENCH.encode())
    assert found.text.startswith(
        "# Sommet de l’eau : un droit universel\n\nPublié le 03/07/2024\n\nRabat, 3 juillet 2024"
    )
    assert found.text.endswith("Source : MAP")
    for word in ("Accueil", "Partager", "Lire aussi", "Les plus lus", "Bravo", "©", "script"):
        assert word not in found.text
    assert str(found.sent_on) == "2024-07-03"


def test_an_arabic_page_is_read():
    lines = read(ARABIC.encode()).text.split("\n\n")
    assert lines[0] == "# المغرب يستضيف القمة الإفريقية للماء"
    assert len(lines) == 3


def test_a_headline_above_the_part_with_the_text_is_kept_with_what_stands_between():
    page = """<html><body><div id="all"><div class="top"><a href="/">Accueil</a></div><h1>Sommet de l’eau</h1>
        <p>Trente délégations sont attendues.</p><div id="text"><p>Le Sommet africain de l’eau se tient à Rabat les 3 et 4 juillet 2024.</p>
        <p>Le ministre a déclaré que « l’eau est un droit pour chacun des habitants du continent ».</p></div>
        <div><h2>Vos avis</h2><p>Bravo</p></div></div></body></html>"""
    lines = read(page.encode()).text.split("\n\n")
    assert lines[:2] == ["# Sommet de l’eau", "Trente délégations sont attendues."]
    assert len(lines) == 4


def test_a_source_that_is_a_link_and_a_heading_that_is_one_are_kept():
    words = "Le Sommet africain de l’eau se tient à Rabat les 3 et 4 juillet 2024 devant trente délégations."
    page = f"""<html><body><article><h1>Sommet de l’eau</h1><p>{words}</p><h2><a href="/2">Un droit</a></h2><p>{words}</p>
        <p><a href="/autre">Barrages : le Nord attend</a></p><p>Source : <a href="https://eau.example">ministère de l’Équipement et de l’Eau</a></p></article></body></html>"""
    found = read(page.encode()).text
    assert "## Un droit" in found
    assert "Source : ministère de l’Équipement et de l’Eau" in found
    assert "Barrages" not in found


def test_the_day_of_a_page_is_the_newsroom_s_where_its_clock_is_told():
    late = FRENCH.replace("2024-07-03T18:20:00+01:00", "2024-07-03T23:40:00+00:00")
    assert str(read(late.encode()).sent_on) == "2024-07-04"


@pytest.mark.parametrize(
    "page", ["", "<html>", "<p>Bonjour</p>", "<html><ul><li><a href='/'>Un</a></ul>"]
)
def test_a_page_without_an_article_is_read_as_a_whole(page):
    assert read(page.encode()).text.strip("- ") in {"", "Bonjour", "Un"}


@pytest.mark.parametrize(
    "part", ["<div>", "<a href=x>mot mot mot</a> ", "<ul><li>un", "<table><tr><td>", "</div></p>"]
)
def test_a_page_of_bad_tags_is_read_in_time(part):
    read((part * 20_000 + "<p>fin").encode())


def received(address):
    upload, place = page_at(address)
    return receive(upload, UserFactory(), address=place)


@pytest.mark.django_db
def test_a_page_is_kept_as_it_came_with_where_it_stands(partner):
    partner.has("/2024/sommet", FRENCH, Content_Type="text/html")
    partner.has("/s", status=302, Location="/2024/sommet")
    (file,) = received(f"{partner.base}/s")
    assert bytes(file.content) == FRENCH.encode()
    text = file.texts.get()
    assert text.address == f"{partner.base}/2024/sommet"
    assert (text.language, str(text.sent_on)) == ("fr", "2024-07-03")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "http://169.254.169.254/", "x"]
)
def test_an_address_that_is_not_asked_for_leaves_nothing(address):
    with pytest.raises(WireError):
        received(address)
    assert not ReceivedFile.objects.exists()


SITE = '<meta property="og:site_name" content="Le Journal de l’Atlas">'


@pytest.mark.parametrize(
    ("beside", "source"),
    [("", "Le Journal de l’Atlas"), ("<p>Source : MAP</p>", "MAP")],
    ids=["by its head", "by its text"],
)
def test_what_a_page_calls_its_site_is_the_source_where_its_text_names_none(db, beside, source):
    page = f"<html><head>{SITE}</head><body><h1>Sommet de l’eau</h1><p>Trente délégations sont attendues à Rabat jeudi.</p>{beside}</body></html>"
    (file,) = receive(of_bytes("page.html", page.encode()), UserFactory(), "fr",
                      address="https://atlas.example/1")  # fmt: skip
    text = file.texts.get()
    copy = with_facts(parse(FetchedText(text.text), ["fr", "ar"], "fr"), text)
    assert copy.source_name == source


ROUND_UP = """{above}

1. Le Maroc accueille le Sommet africain de l’eau

Rabat, 3 juillet 2024 (MAP) – Le Sommet africain de l’eau se tient à Rabat les 3 et 4 juillet 2024. Il réunit les ministres de quarante pays.

2. Les pêcheurs d’Agadir tiennent leur assemblée

Agadir, 4 juillet 2024 (MAP) – Les pêcheurs de la côte se sont réunis jeudi dans le port pour parler de la saison, qui a été longue et dure."""


def test_of_several_reports_none_has_the_rubric_or_the_number_of_its_title():
    first, second = items_of(ROUND_UP.format(above="FIL DU SOIR"))
    assert first.startswith("Le Maroc accueille")
    assert second.startswith("Les pêcheurs")


def test_an_embargo_above_several_reports_stays_with_them():
    assert items_of(ROUND_UP.format(above="SOUS EMBARGO JUSQU’AU 5 JUILLET 2024"))[0].startswith(
        "SOUS"
    )
