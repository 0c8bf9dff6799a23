"""A long coverage is searched whole, and its next entry costs no more than its first."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import SearchEntry
from articles.search import live_entries
from articles.search.index import drift
from tests.factories import ArticleFactory, LiveEntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory(kind="live", live=["fr", "ar"])


def test_the_newest_entry_is_found_below_any_number_of_words(client, article):
    long_ago = timezone.now() - timedelta(hours=1)
    LiveEntryFactory(
        article=article, at=long_ago, body_fr=f"<p>{'la route est coupée ' * 8000}</p>"
    )
    LiveEntryFactory(article=article, body_fr="<p>Un hélicoptère s’est posé.</p>")
    assert article.headline_fr in client.get("/fr/search/feed.rss?q=hélicoptères").text


def test_who_writes_an_entry_has_the_others_analysed_no_more(article, monkeypatch):
    entries = [LiveEntryFactory(article=article) for _ in range(5)]
    analysed = []
    analyse = live_entries.analyse
    monkeypatch.setattr(live_entries, "analyse", lambda *text: analysed.append(1) or analyse(*text))
    entries[2].body_fr = "<p>Le pont de Tnine a tenu.</p>"
    entries[2].save()
    assert len(analysed) == 1


def test_what_an_entry_does_not_say_any_more_finds_it_no_more(client, article):
    entry = LiveEntryFactory(article=article, body_fr="<p>Un hélicoptère s’est posé.</p>")
    entry.body_fr = "<p>Un avion s’est posé.</p>"
    entry.save()
    assert article.headline_fr not in client.get("/fr/search/feed.rss?q=hélicoptère").text
    assert article.headline_fr in client.get("/fr/search/feed.rss?q=avions").text
    assert list(drift()) == []
    assert SearchEntry.objects.filter(kind="article").count() == 2
