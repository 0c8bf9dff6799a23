"""Nothing an editor or a wire writes becomes markup it should not be."""

import re

import pytest
from django.test import Client

from tests.factories import ArticleFactory, ImageFactory, QuoteFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

ATTACK = '"><script>alert(1)</script>'
DATA = '<script type="application/ld+json">'


def scripts_in(page):
    """The opening tags of its scripts, but for our own files.

    Linked data is no script, though its element says so.
    """
    tags = re.findall(r"<script[^>]*>", page.text)
    return {tag for tag in tags if ' src="/static/js/' not in " ".join(tag.split())}


def test_markup_in_a_headline_or_a_name_is_shown_as_text(client):
    article = ArticleFactory(
        live=["fr", "ar"],
        headline_fr=ATTACK,
        slug_fr="attaque",
        standfirst_fr=ATTACK,
        byline=ATTACK,
        lead_image=ImageFactory(alt_fr=ATTACK, caption_fr=ATTACK, credit=ATTACK),
    )
    speaker = SpeakerFactory(name_fr="", name_ar=ATTACK, slug_ar="هجوم")
    QuoteFactory(article=article, speaker=speaker, position_fr=ATTACK)
    for path in (article.url_in("fr"), "/fr/", "/fr/articles/", "/ar/articles/attaque/"):
        page = client.get(path, follow=True)
        assert scripts_in(page) <= {DATA}
        assert "alert(1)" in page.text or path.startswith("/ar/")


def test_a_script_in_a_body_never_reaches_the_page(client):
    article = ArticleFactory(
        live=["fr"], body_fr='<p onclick="x()">Rabat</p><script>alert(1)</script>'
    )
    page = client.get(article.url_in("fr"))
    assert '<p id="p1">Rabat</p>' in page.text
    assert "alert(1)" not in page.text
    assert "onclick" not in page.text


def test_a_page_has_no_inline_script_or_style(client):
    page = client.get(ArticleFactory(live=["fr"]).url_in("fr"))
    assert scripts_in(page) <= {DATA}
    assert "<style" not in page.text
    assert " style=" not in page.text
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]


def test_the_policy_of_pages_is_not_sent_with_each_of_their_files(settings):
    settings.WHITENOISE_USE_FINDERS = True
    client = Client()
    # It says what a page may ask for: of a file it says nothing, and was half of what was sent.
    assert "Content-Security-Policy" in client.get("/fr/").headers
    file = client.get("/static/js/search.js")
    assert file.status_code == 200
    assert "Content-Security-Policy" not in file.headers
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    # What runs by itself, beside the pages, has it.
    assert "Content-Security-Policy" in client.get("/sw.js").headers
