"""What the desk says of readers is true: also while caches keep what they were given."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from articles.desk.editing import working_copies
from articles.desk.editing.waiting_changes import WaitingChanges
from articles.desk.publication.reader_messages import (
    languages_changed,
    readers_have_it,
    soon,
    what_readers_have,
)
from articles.languages import Language
from articles.models import Status
from tests.factories import ArticleFactory, EventFactory, QuoteFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

FRENCH = Language("fr")


@pytest.mark.parametrize(
    ("kept", "french", "arabic"),
    [
        (timedelta(0), "aussitôt", "في الحال"),
        (timedelta(seconds=10), "au plus tard dans une minute", "في ظرف دقيقة على الأكثر"),
        (timedelta(seconds=60), "au plus tard dans une minute", "في ظرف دقيقة على الأكثر"),
        (timedelta(seconds=61), "au plus tard dans 2 minutes", "في ظرف دقيقتين على الأكثر"),
        (timedelta(minutes=5), "au plus tard dans 5 minutes", "في ظرف 5 دقائق على الأكثر"),
    ],
)
def test_a_change_reaches_readers_when_caches_have_let_go(settings, kept, french, arabic):
    settings.KEPT_BY_CACHES = kept
    with translation.override("fr"):
        assert soon() == french
        assert readers_have_it() == f"Les lecteurs l’ont, {french}."
    with translation.override("ar"):
        assert soon() == arabic


def test_no_cache_keeps_a_public_page_longer_than_the_desk_says(client, settings):
    ArticleFactory(live=["fr"])
    speaker, event = SpeakerFactory(), EventFactory()
    most = settings.KEPT_BY_CACHES.total_seconds()
    article = ArticleFactory(live=["fr"])
    pages = ["", "articles/", "events/", "speakers/", "corrections/", "archive/", "feed.rss"]
    pages += ["search/?q=maroc", "search/suggestions.json?q=ma", "events.ics", "follow/"]
    pages += [f"speakers/{speaker.slug_fr}/", f"events/{event.slug_fr}/"]
    pages += [f"articles/{article.slug_fr}/"]
    for page in [*(f"/fr/{one}" for one in pages), "/sitemap.xml", "/news-sitemap.xml"]:
        said = client.get(page).headers.get("Cache-Control", "")
        kept = re.findall(r"(?:max-age|s-maxage|stale-while-revalidate)=(\d+)", said)
        assert all(int(one) <= most for one in kept), (page, said)


def test_what_was_just_published_or_withdrawn_is_with_readers_in_a_minute(editor, chief):
    article = ArticleFactory()
    article.move("fr", Status.PUBLISHED, by=editor)
    said = what_readers_have(article, FRENCH, just_now=True)
    assert said == "Les lecteurs l’ont, au plus tard dans une minute."
    assert what_readers_have(article, FRENCH) == "Les lecteurs le voient maintenant."
    article.withdraw("fr", by=chief, note="Une erreur.")
    said = what_readers_have(article, FRENCH, just_now=True)
    assert said.startswith("Plus aucun lecteur ne l’a, au plus tard dans une minute :")
    assert what_readers_have(article, FRENCH).startswith("Aucun lecteur ne le voit plus")


def test_what_changed_in_one_language_is_said_of_its_readers_alone(editor):
    live = ArticleFactory(live=["fr", "ar"])
    quote = QuoteFactory(article=live)
    copy = working_copies.open_copy(live, by=editor)
    copy.body_ar = "<p>ترأس المغرب، يوم الخميس، جلسة عامة.</p>"
    copy.save()
    mine = copy.quotes.get()
    mine.text_ar = "جلسة عامة موسعة"
    mine.save()
    copy.corrections.create(text_ar="انعقدت الجلسة يوم الخميس.")
    assert languages_changed(WaitingChanges.of(copy)) == [Language("ar")]
    # Who is quoted is said in every language.
    mine.speaker = SpeakerFactory()
    mine.save()
    assert languages_changed(WaitingChanges.of(copy)) == [FRENCH, Language("ar")]
    mine.speaker = quote.speaker
    mine.save()
    QuoteFactory(article=copy, text_ar="", position_ar="", text_fr="une session")
    assert languages_changed(WaitingChanges.of(copy)) == [FRENCH, Language("ar")]


def test_what_comes_at_its_date_comes_on_time(editor):
    article = ArticleFactory(live=["fr"], published_at_fr=timezone.now() + timedelta(hours=1))
    for just_now in (True, False):
        said = what_readers_have(article, FRENCH, just_now=just_now)
        assert said.startswith("Les lecteurs le verront le ")
        assert "minute" not in said
