"""What the newsroom is called, its sign, its menu and its accounts: on every page, as the desk says."""

import io
import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from lxml import html
from PIL import Image as Pillow

from articles.desk.letters import letter
from articles.models import Newsroom
from tests.factories import ArticleFactory, EventFactory, ImageFactory, TopicFactory

pytestmark = pytest.mark.django_db

NAMES = {"fr": "Le Fil de Rabat", "ar": "خيط الرباط"}
DEFAULTS = {"fr": "Newsroom", "ar": "نيوزروم"}


def write(**columns):
    newsroom = Newsroom.the_one()
    for name, value in columns.items():
        setattr(newsroom, name, value)
    newsroom.save()
    return newsroom


@pytest.fixture
def newsroom():
    return write(
        name_fr=NAMES["fr"],
        name_ar=NAMES["ar"],
        tagline_fr="Les migrations, au jour le jour.",
        tagline_ar="الهجرة يوما بيوم.",
        contact_name_fr="Service de presse",
        contact_name_ar="المكتب الصحفي",
        postal_address_fr="12, avenue Annakhil\nRabat",
        mail="presse@fil.example",
        telephone="+212 5 37 00 00 00",
        footer_note_fr="Reprise libre, source citée.",
    )


def row(newsroom, language="fr", **columns):
    return newsroom.links.create(language=language, **columns)


def read(client, path):
    page = client.get(path)
    assert page.status_code == 200, path
    return html.fromstring(page.content)


def menu_of(client, path):
    links = read(client, path).xpath("//nav[@class='sections']//a")
    return [(one.text_content().strip(), one.get("href")) for one in links]


# Every place.


@pytest.mark.parametrize("code", NAMES)
def test_with_nothing_written_everything_is_as_before(client, code):
    page = read(client, f"/{code}/")
    assert page.xpath("//p[@class='brand']")[0].text_content().strip() == DEFAULTS[code]
    assert len(menu_of(client, f"/{code}/")) == 5
    assert page.xpath("//footer//address") == []


@pytest.mark.parametrize("code", NAMES)
def test_no_place_says_the_name_of_the_program_once_the_newsroom_has_one(client, code, newsroom):
    now = timezone.now()
    article = ArticleFactory(live=["fr", "ar"], published_at_fr=now, published_at_ar=now)
    topic = TopicFactory()
    article.topics.add(topic)
    event = EventFactory()
    ArticleFactory(live=["fr", "ar"], event=event)
    paths = [
        f"/{code}/", f"/{code}/articles/", f"/{code}/follow/", f"/{code}/legal/",
        f"/{code}/privacy/", f"/{code}/accessibility/", f"/{code}/offline/", f"/{code}/saved/",
        f"/{code}/search/?q=x", f"/{code}/search/feed.rss?q=x", f"/{code}/manifest.webmanifest", f"/{code}/events.ics",
        f"/{code}/site-map/", f"/{code}/nothing-there/",
        f"/{code}/feed.rss", f"/{code}/feed.atom", f"/{code}/feed.json",
        article.url_in(code), topic.url_in(code), f"{topic.url_in(code)}feed.rss",
        event.url_in(code),
    ]  # fmt: skip
    for path in paths:
        answer = client.get(path)
        # Of a calendar the identifier names the program that wrote it.
        said = answer.text.replace("-//Newsroom//", "")
        assert NAMES[code] in said, path
        assert not re.search(rf"\b{DEFAULTS[code]}\b", said), path
    assert NAMES[code] in client.get("/news-sitemap.xml").text


def test_the_desk_is_called_so_too_and_who_signs_in_is_told(client, admin_client, newsroom):
    assert NAMES["fr"] in admin_client.get("/admin/").text
    assert NAMES["fr"] in client.get("/admin/login/").text


def test_a_mail_to_a_colleague_is_from_the_newsroom(newsroom, editor):
    with translation.override("fr"):
        mail = letter(editor, "Une note", "mail/assignment.txt", {"by": editor, "number": 1})
    assert mail.from_email == f"{NAMES['fr']} <newsroom@localhost>"


def test_the_share_image_is_another_when_the_name_is(client, newsroom):
    article = ArticleFactory(live=["fr"])

    def image():
        page = read(client, article.url_in("fr"))
        return page.xpath("//meta[@property='og:image']/@content")[0]

    before = image()
    write(name_fr="Autre nom")
    assert image() != before


def test_a_page_of_a_fault_says_the_name_that_was_known_last(client, newsroom, settings):
    read(client, "/fr/")
    settings.MAINTENANCE = True
    page = client.get("/fr/")
    assert page.status_code == 503
    assert NAMES["fr"] in page.text


def test_the_contact_stands_in_the_footer_and_in_the_linked_data(client, newsroom):
    page = read(client, "/fr/")
    (address,) = page.xpath("//footer//address")
    said = " ".join(address.text_content().split())
    assert said == (
        "Service de presse presse@fil.example +212 5 37 00 00 00 12, avenue AnnakhilRabat"
    )
    assert address.xpath(".//a/@href") == ["mailto:presse@fil.example", "tel:+212537000000"]
    assert "Reprise libre" in page.xpath("//footer")[0].text_content()
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    (made_by,) = [one for one in json.loads(data)["@graph"] if one["@type"] != "WebSite"]
    assert made_by["name"] == NAMES["fr"]
    assert made_by["contactPoint"]["email"] == "presse@fil.example"


def test_an_account_is_a_link_with_a_name_and_search_engines_are_told(client, newsroom):
    newsroom.links.create(
        spot="account", network="mastodon", address="https://social.example/@fil", order=2
    )
    newsroom.links.create(
        spot="account",
        network="other",
        label="Signal",
        address="https://signal.example/fil",
        order=1,
    )
    for code in NAMES:
        page = read(client, f"/{code}/")
        links = page.xpath("//footer//nav[contains(@class, 'accounts')]//a")
        assert [one.text_content() for one in links] == ["Signal", "Mastodon"]
        assert "me" in links[0].get("rel")
        (data,) = page.xpath("//script[@type='application/ld+json']/text()")
        assert "https://social.example/@fil" in json.loads(data)["@graph"][0]["sameAs"]


def test_a_logo_stands_beside_the_name_and_its_file_is_with_readers(client):
    image, night = ImageFactory(), ImageFactory()
    assert client.get(image.file.url).status_code == 404
    write(logo=image, night_logo=night)
    signs = read(client, "/fr/").xpath("//p[@class='brand']//img")
    assert [one.get("alt") for one in signs] == ["", ""]
    assert all(client.get(one.get("src")).status_code == 200 for one in signs)


def test_a_logo_whose_licence_has_ended_is_gone(client):
    write(logo=ImageFactory(expires_on=timezone.localdate() - timedelta(days=1)))
    assert read(client, "/fr/").xpath("//p[@class='brand']//img") == []


# The menu.


def test_the_menu_of_a_language_is_its_rows_in_their_order(client, newsroom):
    topic, event = TopicFactory(), EventFactory()
    ArticleFactory(live=["fr", "ar"], event=event).topics.add(topic)
    row(newsroom, own_page="events", order=1)
    row(newsroom, topic=topic, order=2)
    row(newsroom, event=event, label="Le sommet", order=3)
    row(newsroom, address="https://ministere.example/", label="Ministère", order=4)
    assert menu_of(client, "/fr/") == [
        ("Événements", "/fr/events/"),
        (topic.name_fr, topic.url_in("fr")),
        ("Le sommet", event.url_in("fr")),
        ("Ministère", "https://ministere.example/"),
    ]
    # The other language has none, and so what it had.
    assert len(menu_of(client, "/ar/")) == 5


def test_the_menu_says_where_one_is(client, newsroom):
    row(newsroom, own_page="events", order=1)
    event = EventFactory()
    ArticleFactory(live=["fr"], event=event)

    def current(path):
        return read(client, path).xpath("//nav[@class='sections']//a/@aria-current")

    assert current("/fr/events/") == ["page"]
    assert current(event.url_in("fr")) == ["true"]
    assert current("/fr/") == []


def test_a_row_to_what_readers_do_not_have_is_not_there_for_them(client, newsroom):
    topic = TopicFactory(is_listed=False)
    article = ArticleFactory(live=["ar"])
    article.topics.add(topic)
    row(newsroom, own_page="home")
    row(newsroom, topic=topic)
    assert menu_of(client, "/fr/") == [("Page d’accueil", "/fr/")]
    topic.is_listed = True
    topic.save()
    assert len(menu_of(client, "/fr/")) == 2
    article.topics.remove(topic)
    topic.is_listed = False
    topic.save()
    topic.delete()
    assert menu_of(client, "/fr/") == [("Page d’accueil", "/fr/")]


# What it costs, and that it is seen at once.


def queries(client, path):
    with CaptureQueriesContext(connection) as found:
        client.get(path)
    return len(found)


def test_it_is_one_query_of_a_page_whatever_is_in_it(uncached_site, newsroom):
    topic = TopicFactory()
    ArticleFactory(live=["fr"]).topics.add(topic)
    with_nothing = queries(uncached_site, "/fr/legal/")
    for n in range(5):
        row(newsroom, topic=topic, order=n)
        newsroom.links.create(spot="account", network="x", address="https://x.com/fil", order=n)
    write(logo=ImageFactory(), night_logo=ImageFactory())
    assert queries(uncached_site, "/fr/legal/") == with_nothing


def test_a_page_that_is_kept_asks_nothing_more_and_the_next_one_knows_it(cached_site, newsroom):
    cached_site.get("/fr/legal/")
    with CaptureQueriesContext(connection) as found:
        cached_site.get("/fr/legal/")
        cached_site.get("/fr/privacy/")
    assert not [one for one in found if "articles_newsroom" in one["sql"]]


@pytest.mark.parametrize("path", ["/fr/", "/fr/legal/", "/fr/feed.rss"])
def test_pages_that_are_kept_follow_at_once(cached_site, newsroom, path):
    ArticleFactory(live=["fr"])
    assert NAMES["fr"] in cached_site.get(path).text
    first = cached_site.get(path)
    write(name_fr="Le Fil du soir")
    later = cached_site.get(
        path,
        headers={
            "If-None-Match": first.get("ETag", "x"),
            "If-Modified-Since": first.get("Last-Modified", ""),
        },
    )
    assert later.status_code == 200
    assert "Le Fil du soir" in later.text


def test_a_page_is_as_new_as_the_menu(client, newsroom):
    ArticleFactory(live=["fr"])
    before = client.get("/fr/")
    Newsroom.objects.update(updated_at=timezone.now() + timedelta(seconds=-5))
    assert client.get("/fr/")["Last-Modified"] >= before["Last-Modified"]


def test_a_device_keeps_the_newsroom_under_its_logo(client):
    def icons():
        return client.get("/fr/manifest.webmanifest").json()["icons"]

    write()
    assert {one["src"].rsplit("/", 1)[-1].split(".")[0] for one in icons()} == {
        "newsroom-192",
        "newsroom-512",
    }
    assert client.get("/fr/icon-192.png").status_code == 404
    logo = ImageFactory()
    write(logo=logo)
    shown = {one["sizes"]: one["src"] for one in icons()}
    for side in (192, 512):
        answer = client.get(shown[f"{side}x{side}"])
        assert answer["Content-Type"] == "image/png"
        assert Pillow.open(io.BytesIO(answer.content)).size == (side, side)
    assert client.get("/fr/icon-64.png").status_code == 404
    # Another logo is at another address: devices keep what they have.
    write(logo=ImageFactory(focal_x=10))
    assert icons()[0]["src"] != shown["192x192"]


def test_a_device_is_not_given_a_logo_whose_licence_has_ended(client):
    write(logo=ImageFactory(expires_on=timezone.localdate() - timedelta(days=1)))
    assert "newsroom-192" in client.get("/fr/manifest.webmanifest").json()["icons"][0]["src"]
    assert client.get("/fr/icon-192.png").status_code == 404
