"""What readers get where there is nothing, or where something went wrong."""

from pathlib import Path

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import translation

from newsroom.urls import urlpatterns as real_urls
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def fail(request):
    raise RuntimeError("a fault of ours")


urlpatterns = [*real_urls, path("fail/", fail)]


def in_words_of(language, sentence):
    with translation.override(language):
        return translation.gettext(sentence)


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("end", ["nothing/", "articles/nothing/", "articles/لا-شيء/", "topics/x/"])
def test_a_missing_page_says_so_in_the_language_of_its_address(client, language, direction, end):
    other = {"fr": "ar", "ar": "fr"}[language]
    page = client.get(f"/{language}/{end}", headers={"accept-language": other})
    assert page.status_code == 404
    assert f'<html lang="{language}" dir="{direction}">' in page.text
    assert in_words_of(language, "Page not found") in page.text
    assert 'content="noindex"' in page.text
    for front in ("/fr/", "/ar/"):
        assert f'href="{front}"' in page.text


def test_an_address_without_a_language_is_answered_in_the_readers(client):
    page = client.get("/nothing", headers={"accept-language": "ar"})
    assert page.status_code == 404
    assert '<html lang="ar" dir="rtl">' in page.text


@pytest.mark.parametrize("number", ["0", "-1", "2", "x", "last", "01", "٢", "9" * 5000, "1e3", ""])
@pytest.mark.parametrize("name", ["articles", "events", "corrections"])
def test_a_page_number_that_is_none_is_not_found(client, name, number):
    ArticleFactory(live=["fr"])
    assert client.get(f"/fr/{name}/", {"page": number}).status_code == 404


def test_a_list_goes_on_over_pages(client):
    articles = [ArticleFactory(live=["fr"]) for _ in range(21)]
    first, second = client.get("/fr/articles/"), client.get("/fr/articles/?page=2")
    assert 'href="?page=2"' in first.text
    assert articles[0].headline_fr not in first.text
    assert articles[0].headline_fr in second.text
    assert '"http://testserver/fr/articles/?page=2"' in second.text
    assert 'rel="prev"' in second.text
    assert 'rel="next"' not in second.text


@pytest.mark.urls("tests.views.test_errors")
def test_a_fault_of_ours_is_admitted_in_both_languages():
    page = Client(raise_request_exception=False).get("/fail/")
    assert page.status_code == 500
    for language, direction in (("fr", "ltr"), ("ar", "rtl")):
        assert f'<section lang="{language}" dir="{direction}">' in page.text
        assert in_words_of(language, "Something went wrong") in page.text


@pytest.mark.parametrize("template", ["400.html", "500.html", "503.html"])
def test_the_bare_pages_need_nothing_but_themselves(template):
    page = render_to_string(template)
    assert "/static/css/newsroom.css" in page
    assert 'dir="ltr"' in page
    assert 'dir="rtl"' in page


def test_during_maintenance_every_page_says_so_and_costs_nothing(client, settings):
    settings.MAINTENANCE = True
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/fr/articles/")
    assert page.status_code == 503
    assert page["Retry-After"] == "600"
    for language in ("fr", "ar"):
        assert in_words_of(language, "Back in a moment") in page.text
    assert len(queries) == 0
    assert client.get("/admin/").status_code == 503
    assert client.get("/health/live").status_code == 200


def test_the_proxy_has_the_same_words_for_when_nothing_answers(settings):
    written = Path(settings.BASE_DIR, "deploy/maintenance.html").read_text(encoding="utf-8")
    assert written == render_to_string("503.html"), (
        "deploy/maintenance.html is stale: write render_to_string('503.html') to it"
    )


def test_a_foreign_host_is_refused_in_both_languages(client):
    page = client.get("/fr/", headers={"host": "evil.example"})
    assert page.status_code == 400
    assert in_words_of("ar", "This request makes no sense") in page.text
