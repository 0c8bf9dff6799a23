"""A preview shows one text in one language to whoever holds the link, and to no machine."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from articles.desk.previews import link, take_back_links
from articles.desk.working_copies import open_copy
from articles.languages import Language
from articles.models import Article
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

FRENCH, ARABIC = Language("fr"), Language("ar")
HEADLINE = {"fr": "Le Maroc préside une session plénière", "ar": "المغرب يرأس جلسة عامة"}


@pytest.fixture
def draft():
    return ArticleFactory(headline_fr=HEADLINE["fr"], headline_ar=HEADLINE["ar"])


def a_day(article, language=FRENCH):
    return link(article, language, timedelta(days=1))


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


def test_it_is_the_public_page_but_for_the_notice(client, editor):
    article = ArticleFactory(headline_fr=HEADLINE["fr"], standfirst_fr="Un chapeau.")
    framed = client.get(link(article, FRENCH, timedelta(hours=1), framed=True)).text
    article.publish("fr", by=editor)
    public = client.get(article.url_in("fr")).text

    def main(page):
        return page[page.index('<article class="article">') : page.index("</article>")]

    # The date of publication is the moment of the preview: to the same minute, or nearly.
    assert main(framed).split("<time")[0] == main(public).split("<time")[0]
    assert main(framed).split("</time>")[-1] == main(public).split("</time>")[-1]


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


def test_looking_changes_nothing(client, draft):
    before = Article.objects.filter(pk=draft.pk).values().get()
    client.get(a_day(draft))
    assert Article.objects.filter(pk=draft.pk).values().get() == before


@pytest.mark.parametrize("framed", [True, False])
def test_it_is_kept_by_no_cache_and_found_by_no_search_engine(client, draft, framed):
    page = client.get(link(draft, FRENCH, timedelta(hours=1), framed=framed))
    assert set(page.headers["Cache-Control"].split(", ")) == {"private", "no-store"}
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in page.text
    assert "Last-Modified" not in page.headers
    assert 'rel="canonical"' not in page.text
    assert "ld+json" not in page.text
    assert not page.cookies


def test_only_what_the_desk_frames_may_be_framed_and_only_by_us(client, draft):
    framed = client.get(link(draft, FRENCH, timedelta(hours=1), framed=True))
    assert framed.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
    shared = client.get(a_day(draft))
    assert shared.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in shared.headers["Content-Security-Policy"]


REFUSED = {
    "fr": {403: "Ceci n’est pas un lien d’aperçu", 410: "Ce lien d’aperçu a expiré"},
    "ar": {403: "هذا ليس رابط معاينة", 410: "انتهت صلاحية رابط المعاينة هذا"},
}


def refused(client, path, code, status):
    page = client.get(path)
    assert page.status_code == status
    assert REFUSED[code][status] in page.text
    assert not any(headline in page.text for headline in HEADLINE.values())
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def both(article):
    return [(language.code, a_day(article, language)) for language in (FRENCH, ARABIC)]


def test_an_altered_link_opens_nothing(client, draft):
    for code, path in both(draft):
        middle = len(path) - 20
        swapped = "A" if path[middle] != "A" else "B"
        refused(client, f"{path[:middle]}{swapped}{path[middle + 1 :]}", code, 403)
        refused(client, f"{path[:-12]}/", code, 403)


def test_a_link_does_not_open_another_article(client, draft):
    other = ArticleFactory()
    for code, path in both(draft):
        refused(client, path.replace(draft.key, other.key), code, 403)


def test_a_link_does_not_open_the_other_language(client, draft):
    refused(client, a_day(draft, FRENCH).replace("/fr/", "/ar/"), "ar", 403)
    refused(client, a_day(draft, ARABIC).replace("/ar/", "/fr/"), "fr", 403)


def test_a_link_expires(client, draft, monkeypatch):
    paths = both(draft)
    later = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    for code, path in paths:
        refused(client, path, code, 410)


def test_links_are_taken_back_and_new_ones_work(client, draft):
    paths = both(draft)
    take_back_links(draft)
    for code, path in paths:
        refused(client, path, code, 410)
    draft.refresh_from_db()
    assert client.get(a_day(draft)).status_code == 200


def test_a_link_to_a_deleted_article_says_it_is_over(client, draft):
    paths = both(draft)
    draft.delete()
    for code, path in paths:
        refused(client, path, code, 410)


@pytest.mark.parametrize("token", ["x", "WyJ4Il0:1:2", "é", "%00", "a" * 5000])
def test_nonsense_is_refused(client, draft, token):
    with translation.override("fr"):
        refused(client, f"/fr/preview/{draft.key}/{token}/", "fr", 403)
