"""A preview shows one text in one language to whoever holds the link, and to no machine."""

import pytest
from django.utils import timezone
from lxml import html

from articles.desk.editing.working_copies import open_copy
from articles.languages import Language
from articles.models import Article
from tests.factories import ArticleFactory, QuoteFactory
from tests.views.previews import ARABIC, FRENCH, HEADLINE, a_day, framed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["fr", "ar"])
@pytest.mark.parametrize("state", ["draft", "in_review", "ready", "published", "withdrawn"])
def test_any_state_is_shown_in_the_language_of_the_link(client, code, state):
    dates = {f"published_at_{one}": timezone.now() for one in ("fr", "ar")}
    states = {f"status_{one}": state for one in ("fr", "ar")}
    article = ArticleFactory(
        headline_fr=HEADLINE["fr"], headline_ar=HEADLINE["ar"], slug_ar="جلسة", **states, **dates
    )
    page = client.get(a_day(article, Language(code)))
    other = {"fr": "ar", "ar": "fr"}[code]
    assert page.status_code == 200
    assert f'<h1 class="headline">{HEADLINE[code]}</h1>' in page.text
    assert HEADLINE[other] not in page.text
    assert article.said("body", other) not in page.text


def test_it_is_the_public_page_but_for_what_passes_it_on(client, editor):
    article = ArticleFactory(headline_fr=HEADLINE["fr"], standfirst_fr="Un chapeau.")
    QuoteFactory(article=article)
    seen = framed(client, article, by=editor).text
    article.publish("fr", by=editor)
    public = client.get(article.url_in("fr")).text

    def main(page):
        (found,) = html.fromstring(page).find_class("article")
        # What invites to pass it on, or names the address it will have, is for what is out.
        for one in [*found.find_class("share"), *found.find_class("printed-from")]:
            one.drop_tree()
        for one in [*found.iter("script", "time")]:
            one.drop_tree()
        for one in found.find_class("pull-quote"):
            one.attrib.pop("data-url", None)
            one.attrib.pop("data-credit", None)
        return " ".join(html.tostring(found, encoding="unicode").split())

    assert main(seen) == main(public)


def test_a_text_that_lacks_everything_but_a_headline_can_be_looked_at(client):
    article = ArticleFactory(headline_fr=None, slug_fr=None, body_fr=None, body_ar=None)
    assert client.get(a_day(article, ARABIC)).status_code == 200
    assert client.get(a_day(article, FRENCH)).status_code == 404


def test_a_working_copy_is_previewed_beside_what_readers_have(client, editor):
    live = ArticleFactory(live=["fr"], headline_fr=HEADLINE["fr"])
    copy = open_copy(live, by=editor)
    copy.headline_fr = "Le Maroc préside deux sessions"
    copy.save()
    page = client.get(a_day(copy))
    assert '<h1 class="headline">Le Maroc préside deux sessions</h1>' in page.text
    assert live.headline_fr not in page.text
    assert f'<h1 class="headline">{live.headline_fr}</h1>' in client.get(live.url_in("fr")).text


def test_looking_changes_nothing(client, draft_to_preview):
    before = Article.objects.filter(pk=draft_to_preview.pk).values().get()
    client.get(a_day(draft_to_preview))
    assert Article.objects.filter(pk=draft_to_preview.pk).values().get() == before


WAYS = {"framed by the desk": framed, "by a link": lambda client, one: client.get(a_day(one))}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_kept_by_no_cache_and_found_by_no_search_engine(client, draft_to_preview, way):
    page = WAYS[way](client, draft_to_preview)
    assert set(page.headers["Cache-Control"].split(", ")) == {"private", "no-store"}
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in page.text
    assert "Last-Modified" not in page.headers
    assert 'rel="canonical"' not in page.text
    assert "ld+json" not in page.text
    assert not page.cookies


@pytest.mark.parametrize("code", ["fr", "ar"])
@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_it_invites_to_pass_it_on(client, draft_to_preview, way, code):
    QuoteFactory(article=draft_to_preview)
    page = (
        framed(client, draft_to_preview, Language(code))
        if way.startswith("framed")
        else client.get(a_day(draft_to_preview, Language(code)))
    )
    assert page.status_code == 200
    # Neither the address that it will have, nor anything that copies, sends or keeps it.
    assert draft_to_preview.url_in(code) not in page.text
    for sign in ("data-act", "data-save", "data-url", "wa.me", "mailto:", "og:", "reading.js"):
        assert sign not in page.text, sign
    assert "offline.js" not in page.text


def test_only_what_the_desk_frames_may_be_framed_and_only_by_us(client, draft_to_preview):
    seen = framed(client, draft_to_preview)
    assert seen.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in seen.headers["Content-Security-Policy"]
    shared = client.get(a_day(draft_to_preview))
    assert shared.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in shared.headers["Content-Security-Policy"]
