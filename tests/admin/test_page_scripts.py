"""Which scripts a page of the desk loads: none that is made of jQuery."""

import lxml.html
import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.urls import reverse

from articles.models import Source
from tests.factories import ArticleFactory, SourceFactory, SpeakerFactory, TermFactory

pytestmark = pytest.mark.django_db
LARGE = ("jquery", "select2", "RelatedObjectLookups", "prepopulate", "inlines", "autocomplete")


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


@pytest.mark.parametrize("kind", ["article", "event", "speaker", "mediakit", "image"])
def test_nor_does_a_form_with_choosers_and_rows(scripts, kind):
    assert scripts(reverse(f"admin:articles_{kind}_add")) == []


def test_nor_accounts_and_pages_with_a_chooser(scripts, admin_user, client):
    client.force_login(admin_user)
    assert scripts(reverse("admin:articles_user_change", args=[admin_user.pk])) == []
    assert scripts(reverse("admin:articles_translations")) == []
    speaker = SpeakerFactory()
    assert scripts(reverse("admin:articles_speaker_merge", args=[speaker.pk])) == []


def test_the_editor_of_rich_text_comes_with_the_map_of_its_modules(client, scripts):
    article = ArticleFactory(live=["ar"], status_fr="in_review")
    url = reverse("admin:articles_article_change", args=[article.pk])
    assert scripts(url) == []
    assert "importmap" in client.get(url).text
