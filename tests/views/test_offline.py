"""What a browser keeps for reading without a network, and what it must leave alone."""

import json
import re

import pytest

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def known_to_worker(client, **headers):
    response = client.get("/sw.js", headers=headers)
    assert response["Content-Type"].startswith("text/javascript")
    return json.loads(re.search(r"self\.newsroom = (.*);", response.text)[1])


def test_the_worker_has_a_page_for_lack_of_network_in_every_language(client):
    known = known_to_worker(client)
    assert known["offline"] == {"fr": "/fr/offline/", "ar": "/ar/offline/"}
    for path in known["needed"]:
        if not path.startswith("/static/"):
            assert client.get(path).status_code == 200


def test_where_no_language_is_known_the_browsers_own_counts(client):
    assert known_to_worker(client, accept_language="ar-MA")["fallback"] == "/ar/offline/"
    assert known_to_worker(client, accept_language="en")["fallback"] == "/fr/offline/"


def test_the_worker_keeps_out_of_the_admin(client):
    assert "/admin/" in known_to_worker(client)["apart"]


def test_a_browser_always_asks_for_the_worker_anew(client):
    assert "no-cache" in client.get("/sw.js")["Cache-Control"]


@pytest.mark.parametrize(
    ("language", "direction", "name"), [("fr", "ltr", "Newsroom"), ("ar", "rtl", "نيوزروم")]
)
def test_each_language_has_its_manifest(client, language, direction, name):
    page = client.get(f"/{language}/")
    assert f'<link rel="manifest" href="/{language}/manifest.webmanifest">' in page.text
    manifest = client.get(f"/{language}/manifest.webmanifest").json()
    assert manifest["lang"] == language
    assert manifest["dir"] == direction
    assert manifest["name"] == name
    assert manifest["start_url"] == f"/{language}/"
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    for shortcut in manifest["shortcuts"]:
        assert client.get(shortcut["url"]).status_code == 200


@pytest.mark.parametrize("page", ["saved", "offline"])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_is_on_ones_device_is_not_for_search_engines(client, language, page):
    found = client.get(f"/{language}/{page}/")
    assert '<meta name="robots" content="noindex">' in found.text
    other = {"fr": "ar", "ar": "fr"}[language]
    assert f'href="/{other}/{page}/"' in found.text


def test_an_article_is_saved_by_a_button_that_shows_itself_where_it_works(client):
    page = client.get(ArticleFactory(live=["fr"]).url_in("fr")).text
    button = re.search(r"<button[^>]*data-save[^>]*>", page)[0]
    assert 'data-save="/sw.js"' in button
    assert " hidden" in button
