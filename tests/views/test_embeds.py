"""Videos and posts in a text: a link with its title everywhere, and nothing of others before asked."""

import re

import pytest
from django.urls import reverse

from articles.languages import Language
from articles.models.checks import findings
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

ADDRESS = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
BODY = f'<p>Avant.</p><figure class="embed"><a href="{ADDRESS}">La séance filmée</a></figure><p>Après.</p>'


@pytest.fixture
def filmed():
    return ArticleFactory(live=["fr"], body_fr=BODY)


def test_the_page_has_a_link_and_loads_nothing_from_elsewhere(client, filmed):
    page = client.get(filmed.url_in("fr")).text
    body = page.split('class="body"')[1]
    assert f'href="{ADDRESS}"' in body
    assert "La séance filmée" in body
    assert "<iframe" not in page
    assert not re.search(r'(?:src|srcset|action)="https?://(?!testserver)', page)
    assert 'data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"' in body


def test_only_the_players_of_the_sites_that_are_let_in_may_be_framed(client, filmed):
    policy = client.get(filmed.url_in("fr"))["Content-Security-Policy"]
    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com" in policy


def test_a_text_without_any_has_no_script_for_it(client):
    assert "js/embeds" not in client.get(ArticleFactory(live=["fr"]).url_in("fr")).text


def test_what_readers_had_of_a_site_that_is_let_in_no_more_is_a_link(client, filmed, settings):
    settings.EMBED_HOSTS = ["vimeo.com"]
    page = client.get(filmed.url_in("fr")).text
    assert f'href="{ADDRESS}"' in page
    assert "data-player" not in page


def test_feeds_and_the_search_have_its_title_and_its_address(client, filmed):
    assert ADDRESS in client.get("/fr/feed.json").json()["items"][0]["content_html"]
    assert filmed.headline_fr in client.get("/fr/search/", {"q": "filmée"}).text


def test_an_unknown_site_in_a_text_keeps_it_from_being_published():
    article = ArticleFactory(body_fr=BODY.replace("www.youtube.com", "videos.example"))
    said = [one for one in findings(article, Language("fr")) if one.check.name == "embeds"]
    assert [one.check.blocks for one in said] == [True]
    assert "videos.example" in said[0].fault.sentence


def test_the_sanitiser_lets_through_what_the_editor_writes_and_no_more():
    article = ArticleFactory(
        body_fr=f'<figure class="embed x" onclick="x()" style="x"><a href="{ADDRESS}">t</a></figure>'
        '<iframe src="https://x.example"></iframe><figure class="other">o</figure>'
    )
    article.refresh_from_db()
    assert article.body_fr == (
        f'<figure class="embed"><a href="{ADDRESS}">t</a></figure><figure class="">o</figure>'
    )


def test_the_dialog_of_the_editor_is_told_the_plain_address_or_why_not(client, reporter):
    client.force_login(reporter)
    asked = reverse("admin:articles_article_embed")
    found = client.get(asked, {"address": "https://youtu.be/dQw4w9WgXcQ?si=x"}).json()
    assert found == {"address": ADDRESS, "site": "YouTube"}
    for address, word in [("https://bit.ly/x", "raccourcie"), ("https://a.example/v", "a.example")]:
        assert word in client.get(asked, {"address": address}).json()["refusal"]


def test_its_title_is_a_row_of_the_translation_desk_and_the_translation_has_it(client, editor):
    article = ArticleFactory(body_fr=BODY, body_ar="", headline_ar="", original_language="fr")
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_translate", args=[article.pk, "ar"])).text
    assert "La séance filmée" in page
    assert "Vidéo ou publication" in page
