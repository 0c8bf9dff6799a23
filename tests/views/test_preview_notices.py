"""A guest is told on top of a preview what it is: under embargo, not published, or published."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from lxml import html

from articles.languages import Language
from tests.factories import ArticleFactory
from tests.views.previews import a_day

pytestmark = pytest.mark.django_db
BANDS = {
    "fr": {
        "embargo": "Sous embargo jusqu’au 3 juillet 2030 à 14:30 (heure de Casablanca).",
        "unpublished": "Texte non publié",
        "published": "Ce texte est publié",
    },
    "ar": {
        "embargo": "محظور النشر إلى غاية 3 يوليوز 2030 على الساعة 14:30 (بتوقيت الدار البيضاء).",
        "unpublished": "نص غير منشور",
        "published": "هذا النص منشور",
    },
}
LATER = datetime(2030, 7, 3, 14, 30, tzinfo=UTC)


def band_of(page):
    (band,) = html.fromstring(page.text).find_class("preview-notice")
    return " ".join(band.text_content().split())


@pytest.mark.parametrize("state", ["draft", "ready", "published"])
@pytest.mark.parametrize("code", ["fr", "ar"])
def test_the_embargo_stands_on_top_with_the_hour_of_the_newsroom(client, code, state):
    states = {f"status_{one}": state for one in ("fr", "ar")}
    dates = {f"published_at_{one}": timezone.now() for one in ("fr", "ar")}
    article = ArticleFactory(slug_ar="جلسة", embargoed_until=LATER, **states, **dates)
    page = client.get(a_day(article, Language(code)))
    assert BANDS[code]["embargo"] in band_of(page)
    top = page.text.index("preview-notice")
    assert top < page.text.index("<h1")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_without_an_embargo_it_says_whether_it_is_published(client, code):
    before = timezone.now() - timedelta(hours=1)
    draft, over = ArticleFactory(), ArticleFactory(embargoed_until=before)
    live = ArticleFactory(live=[code], slug_ar="جلسة")
    for article in (draft, over):
        assert BANDS[code]["unpublished"] in band_of(client.get(a_day(article, Language(code))))
    page = client.get(a_day(live, Language(code)))
    assert BANDS[code]["published"] in band_of(page)
    assert live.url_in(code) in page.text


def test_the_band_goes_by_the_moment_and_not_by_the_state(client, monkeypatch):
    soon = timezone.now() + timedelta(hours=1)
    article = ArticleFactory(live=["fr"], embargoed_until=soon)
    path = a_day(article)
    assert "embargo" in band_of(client.get(path))
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(minutes=1))
    assert BANDS["fr"]["published"] in band_of(client.get(path))
