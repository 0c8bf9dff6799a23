"""Which scripts a page of the desk loads: jQuery and the choosers only where they are used."""

import lxml.html
import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.urls import reverse

from articles.models import Source
from tests.factories import ArticleFactory, SourceFactory, TermFactory

pytestmark = pytest.mark.django_db
LARGE = ("jquery", "select2", "RelatedObjectLookups", "prepopulate")


class Hashed(StaticFilesStorage):
    """Addresses as a newsroom serves them: with letters of each file's content."""

    def url(self, name):
        path, __, kind = super().url(name).rpartition(".")
        return f"{path}.0123456789ab.{kind}"


@pytest.fixture(autouse=True, params=["as in development", "as served"])
def names_of_files(request, settings):
    if request.param == "as served":
        backend = f"{__name__}.Hashed"
        settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": backend}}


@pytest.fixture
def scripts(client, chief):
    client.force_login(chief)

    def scripts(url):
        page = lxml.html.fromstring(client.get(url).content)
        return [one for one in page.xpath("//script/@src") if any(name in one for name in LARGE)]

    return scripts


@pytest.mark.parametrize("kind", ["article", "event", "speaker", "source", "image"])
def test_a_list_loads_no_jquery(scripts, kind):
    ArticleFactory(source=SourceFactory())
    assert scripts(reverse(f"admin:articles_{kind}_changelist")) == []


def test_nor_does_a_form_that_chooses_nothing(scripts):
    assert scripts(reverse("admin:articles_source_change", args=[SourceFactory().pk])) == []
    assert scripts(reverse("admin:articles_term_change", args=[TermFactory().pk])) == []


def test_nor_the_history_of_a_record(scripts):
    source = Source.objects.get(pk=SourceFactory().pk)
    assert scripts(reverse("admin:articles_source_history", args=[source.pk])) == []


@pytest.mark.parametrize("kind", ["article", "event", "speaker"])
def test_a_form_with_choosers_loads_what_they_are_made_of(scripts, kind):
    found = " ".join(scripts(reverse(f"admin:articles_{kind}_add")))
    assert "vendor/jquery/jquery" in found
    assert "select2" in found


def test_a_form_with_rows_and_no_chooser_loads_what_rows_are_made_of(client, scripts):
    article = ArticleFactory(live=["ar"], status_fr="in_review")
    url = reverse("admin:articles_article_change", args=[article.pk])
    found = " ".join(scripts(url))
    assert "vendor/jquery/jquery" in found
    assert "jquery.init" in found
    assert "importmap" in client.get(url).text
