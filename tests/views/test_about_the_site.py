"""The map of the site, what it says of accessibility and of privacy, and where it leads the lost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from lxml import html

from articles import urls
from tests.factories import (
    ArticleFactory,
    EventFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

PAGES = ("site_map", "accessibility", "privacy", "legal")
CODES = ("fr", "ar")


def path_of(name, code):
    with translation.override(code):
        return reverse(name)


def text_of(response):
    assert response.status_code in {200, 404}
    return " ".join(html.fromstring(response.content).text_content().split())


def links_of(response):
    return {one.get("href") for one in html.fromstring(response.content).xpath("//main//a")}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_leads_to_it_and_robots_find_it(client, name, code):
    path = path_of(name, code)
    home = html.fromstring(client.get(f"/{code}/").content)
    assert path in {one.get("href") for one in home.xpath("//footer//a")}
    page = client.get(path)
    assert page.status_code == 200
    assert f'<html lang="{code}"' in page.text
    assert f"http://testserver{path}" in client.get("/sitemap-pages.xml").text


# The map.


@pytest.mark.parametrize("code", CODES)
def test_the_map_has_every_page_that_has_no_name_in_its_address(client, code):
    ArticleFactory(live=["fr", "ar"])
    for page in ("about", "press"):
        ArticleFactory(site_page=page, live=["fr", "ar"])
    lists = {
        path_of(one.name, code)
        for one in urls.urlpatterns
        if not one.pattern.regex.groupindex
        and not str(one.pattern).endswith((".json", ".rss", ".ics", ".webmanifest"))
    }
    missing = lists - links_of(client.get(path_of("site_map", code)))
    # The page itself, what stands for pages without a network, and what a letter alone leads to.
    unlisted = {"offline", "site_map", "subscribe_confirm", "subscribe_choices", "subscribe_leave"}
    assert missing == {path_of(name, code) for name in unlisted}


def test_the_map_has_topics_events_to_come_years_and_feeds(client):
    topic = TopicFactory()
    coming = EventFactory(starts_on=timezone.localdate() + timedelta(days=3), ends_on=None)
    past = EventFactory()
    for year in (2022, 2024):
        ArticleFactory(live=["fr"], live_at=datetime(year, 3, 1, tzinfo=UTC))
    found = links_of(client.get("/fr/site-map/"))
    assert {topic.url_in("fr"), coming.url_in("fr"), "/fr/archive/2022/", "/fr/feed.rss"} <= found
    assert {"/fr/archive/2024/", "/fr/events.ics", "/ar/"} <= found
    assert "/fr/archive/2023/" not in found
    assert past.url_in("fr") not in found


def test_the_map_has_its_topics_in_the_order_of_the_alphabet(client):
    for name in ("Migrations", "Éducation", "Eau"):
        TopicFactory(name_fr=name)
    page = html.fromstring(client.get("/fr/site-map/").content)
    topics = page.xpath("//section[@aria-labelledby='topics']//a")
    assert [one.text_content() for one in topics] == ["Eau", "Éducation", "Migrations"]


def test_the_map_says_nothing_of_what_readers_do_not_know_of(client):
    hidden = TopicFactory(is_listed=False)
    later = timezone.now() + timedelta(days=1)
    held = EventFactory(
        starts_on=timezone.localdate() + timedelta(days=3), ends_on=None, embargoed_until=later
    )
    page = client.get("/fr/site-map/")
    for one in (hidden, held):
        assert one.name_fr not in page.text


def test_the_map_is_as_many_queries_with_a_hundred_topics_and_leads_to_all_of_them(client):
    def queries():
        client.get("/fr/site-map/")
        with CaptureQueriesContext(connection) as found:
            client.get("/fr/site-map/")
        return len(found)

    TopicFactory()
    with_one = queries()
    for _ in range(99):
        TopicFactory()
    assert queries() == with_one <= 6
    page = html.fromstring(client.get("/fr/site-map/").content)
    (section,) = page.xpath("//section[@aria-labelledby='topics']")
    assert len(section.xpath(".//li")) <= 61
    assert section.xpath(".//a[@href='/fr/topics/']")


# What is said of the site.

SAYS = {
    "fr": ("Dépêches du Détroit", "courrier@detroit.example", "n’a pas encore publié d’adresse"),
    "ar": ("برقيات المضيق", "courrier@detroit.example", "لم تنشر بعد عنوانا"),
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["accessibility", "privacy", "legal"])
def test_it_names_who_answers_and_how_to_write_to_them(client, settings, name, code):
    publisher, address, none_yet = SAYS[code]
    settings.PUBLISHER, settings.CONTACT = publisher, f"mailto:{address}"
    page = client.get(path_of(name, code))
    assert publisher in text_of(page)
    assert f"mailto:{address}" in links_of(page)
    assert none_yet not in text_of(page)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["accessibility", "privacy", "legal"])
def test_without_an_address_it_says_that_there_is_none(client, settings, name, code):
    settings.PUBLISHER = settings.CONTACT = ""
    page = client.get(path_of(name, code))
    assert SAYS[code][2] in text_of(page)
    assert not any(one.startswith("mailto:") for one in links_of(page))


@pytest.mark.parametrize("code", CODES)
def test_only_a_newsroom_with_an_address_is_to_be_asked_something(client, settings, code):
    ask = {"fr": "Demandez à la rédaction", "ar": "فاسألوا هيئة التحرير"}[code]
    for address, told in (("", False), ("mailto:courrier@detroit.example", True)):
        settings.CONTACT = address
        assert (ask in text_of(client.get(path_of("privacy", code)))) == told


@pytest.mark.parametrize(
    ("code", "words"),
    [("fr", "enregistrer un article"), ("ar", "حفظ مقال")],
)
def test_what_needs_a_script_is_said_to_need_one(client, code, words):
    assert words in text_of(client.get(path_of("accessibility", code)))


def test_arabic_pages_speak_to_several_readers_as_they_do_everywhere(client):
    for name in ("privacy", "accessibility", "legal"):
        said = text_of(client.get(path_of(name, "ar")))
        assert "جهازكم" in said or name == "legal"
        for of_one in ("جهازك ", "متصفحك ", "تحفظه", "إليك "):
            assert of_one not in said


def test_a_form_elsewhere_is_named_by_its_host(client, settings):
    settings.CONTACT = "https://www.example.org/ecrire?a=1"
    page = client.get("/fr/privacy/")
    assert "https://www.example.org/ecrire?a=1" in links_of(page)
    assert "www.example.org" in text_of(page)


def test_reading_sets_no_cookie_as_it_is_said(client):
    article = ArticleFactory(live=["fr"], event=EventFactory())
    for path in ("/", "/fr/", article.url_in("fr"), "/fr/search/?q=a", *map(path_fr, PAGES)):
        assert not client.get(path).cookies, path
    assert "aucun cookie" in text_of(client.get("/fr/privacy/"))


def path_fr(name):
    return path_of(name, "fr")


TOLD = [
    ("SENTRY_DSN", "https://key@errors.example.org/1", "errors.example.org"),
    ("SEARCH_URL", "https://user:password@search.example.org/articles", "search.example.org"),
    ("MEDIA_ORIGIN", ["https://pictures.example.org"], "pictures.example.org"),
]


@pytest.mark.parametrize(("name", "value", "host"), TOLD)
def test_who_else_is_told_something_is_named_when_it_is_so_and_only_then(
    client, settings, name, value, host
):
    for path in (path_of("privacy", code) for code in CODES):
        setattr(settings, name, type(value)())
        assert host not in client.get(path).text
        setattr(settings, name, value)
        page = client.get(path)
        assert host in text_of(page)
        assert "password" not in page.text
        assert "key@" not in page.text


LAW = {
    "PUBLISHER": "Dépêches du Détroit SARL",
    "PUBLISHER_ADDRESS": "12, rue du Port, 90000 Tanger",
    "PUBLISHER_REGISTRATION": "RC Tanger 12345",
    "PUBLICATION_DIRECTOR": "Nadia Alami",
    "EDITOR_IN_CHARGE": "Karim Idrissi",
    "HOUSED_BY": "Hébergeur SA, 1, rue des Serveurs, Paris",
}
CALLED = {
    "fr": ["Éditeur", "Adresse", "Immatriculation", "Directeur ou directrice de la publication",
           "Responsable de la rédaction", "Hébergeur"],
    "ar": ["الناشر", "العنوان", "التسجيل", "مدير النشر أو مديرته", "المسؤول عن التحرير",
           "مستضيف الموقع"],
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_the_legal_notice_says_what_the_settings_say_in_its_order(client, settings, code):
    for name, value in LAW.items():
        setattr(settings, name, value)
    page = html.fromstring(client.get(path_of("legal", code)).content)
    assert [one.text_content().strip() for one in page.xpath("//main//dt")] == CALLED[code]
    assert [one.text_content().strip() for one in page.xpath("//main//dd")] == [*LAW.values()]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LAW)
def test_of_what_is_not_set_the_legal_notice_says_nothing(client, settings, code, name):
    for other, value in LAW.items():
        setattr(settings, other, "" if other == name else value)
    called = CALLED[code][[*LAW].index(name)]
    page = html.fromstring(client.get(path_of("legal", code)).content)
    assert called not in [one.text_content().strip() for one in page.xpath("//main//dt")]
    assert len(page.xpath("//main//dd")) == len(LAW) - 1


def test_a_newsroom_without_settings_has_a_legal_notice_without_an_empty_list(client, settings):
    for name in LAW:
        setattr(settings, name, "")
    page = html.fromstring(client.get(path_of("legal", "fr")).content)
    assert not page.xpath("//main//dl")


# Where nothing is.


def leads(page):
    (found,) = html.fromstring(page.content).xpath("//section[@aria-labelledby='where-next']")
    return found


@pytest.mark.parametrize("code", CODES)
def test_a_missing_page_has_a_search_field_the_newest_and_the_sections(client, code):
    article = ArticleFactory(live=["fr", "ar"])
    page = client.get(f"/{code}/nothing-here/")
    assert page.status_code == 404
    found = leads(page)
    assert found.xpath(f".//form[@action='{path_of('search', code)}']//input[@name='q']")
    addresses = {one.get("href") for one in found.xpath(".//a")}
    assert {article.url_in(code), path_of("topics", code), path_of("site_map", code)} <= addresses


def test_what_a_robot_tries_is_answered_without_a_query(client):
    ArticleFactory(live=["fr"])
    for path in ("/wp-admin/", "/fr/xmlrpc.php", "/.env"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 404
        assert len(queries) == 0, path


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("make", [TopicFactory, EventFactory, SpeakerFactory, SourceFactory])
def test_a_page_of_what_nothing_tells_of_leads_on(client, make, code):
    newest = ArticleFactory(live=["fr", "ar"])
    found = leads(client.get(make().url_in(code)))
    assert newest.url_in(code) in {one.get("href") for one in found.xpath(".//a")}
    assert found.xpath(".//input[@name='q']")


def test_a_page_with_articles_leads_nowhere_else(client):
    event = EventFactory()
    ArticleFactory(live=["fr"], event=event)
    assert "where-next" not in client.get(event.url_in("fr")).text


@pytest.mark.parametrize("code", CODES)
def test_a_search_that_finds_nothing_leads_on_and_asks_once_only(client, code):
    newest = ArticleFactory(live=["fr", "ar"])
    page = client.get(path_of("search", code), {"q": "zzqx"})
    found = leads(page)
    assert newest.url_in(code) in {one.get("href") for one in found.xpath(".//a")}
    assert len(html.fromstring(page.content).xpath("//main//input[@name='q']")) == 1
    assert "where-next" not in client.get(path_of("search", code)).text


@pytest.mark.parametrize(
    ("code", "words"), [("fr", "la page Rectificatifs"), ("ar", "صفحة التصويبات")]
)
def test_the_legal_notice_leads_to_the_corrections_within_its_sentence(client, code, words):
    page = html.fromstring(client.get(path_of("legal", code)).content)
    (link,) = page.xpath("//main//p/a[contains(@href, '/corrections/')]")
    sentence = " ".join(link.getparent().text_content().split())
    assert f"{words}." in sentence
