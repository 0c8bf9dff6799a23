"""The search tells nobody a word that they could not read: not readers, not colleagues."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Appearance, Article, Status
from articles.search.desk_search import search_for_user
from articles.text.analysis.transliteration import other_layouts
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

SECRET, SECRET_AR = "Zarkovide", "زركوفيد"
NOW = timezone.now()
SOON, PAST = NOW + timedelta(hours=1), NOW - timedelta(hours=1)
UNSEEN = {
    "draft": {},
    "scheduled": {"live": ["fr", "ar"], "live_at": SOON},
    "embargoed": {"live": ["fr", "ar"], "live_at": PAST, "embargoed_until": SOON},
    "withdrawn": {"status_fr": "withdrawn", "published_at_fr": PAST},
    "expired": {"live": ["fr"], "live_at": PAST - timedelta(hours=1), "live_until_fr": PAST},
}


def article(state="draft", **fields):
    words = {
        "headline_fr": f"Le programme {SECRET}",
        "headline_ar": f"برنامج {SECRET_AR}",
        "body_fr": f"<p>Accord {SECRET}</p>",
        "body_ar": f"<p>اتفاق {SECRET_AR}</p>",
    }
    return ArticleFactory(**(words | UNSEEN[state] | fields))


def page(client, typed, language="fr", **chosen):
    """What the search says; not the newest articles, which everybody is led to that found nothing."""
    said = client.get(f"/{language}/search/", {"q": typed} | chosen).text
    return said.partition('<section class="where-next"')[0]


def suggested(client, typed, language="fr"):
    return client.get(f"/{language}/search/suggestions.json", {"q": typed}).json()["suggestions"]


def make_live(one):
    # As the moves leave it: ``save`` alone gives no new dates to what readers had once.
    Article.objects.filter(pk=one.pk).update(
        **dict.fromkeys(("published_at_fr", "published_at_ar"), PAST),
        **dict.fromkeys(("embargoed_until", "live_until_fr")),
    )
    one.refresh_from_db()
    one.status_fr = one.status_ar = Status.PUBLISHED
    one.save()


@pytest.mark.parametrize("state", UNSEEN)
def test_what_was_meant_is_offered_while_readers_can_find_it(client, state):
    one = article(state)
    assert SECRET.lower() not in page(client, "Zarkovyde").lower()
    make_live(one)
    assert SECRET.lower() in page(client, "Zarkovyde").lower()


@pytest.mark.parametrize("state", UNSEEN)
def test_another_keyboard_brings_nothing_secret_out(client, state):
    one = article(state)
    typed = next(text for text in other_layouts(SECRET_AR) if SECRET_AR in other_layouts(text))
    assert SECRET_AR not in page(client, typed, "ar")
    make_live(one)
    assert SECRET_AR in page(client, typed, "ar")


def test_a_scheduled_word_is_offered_from_its_minute_on(client, monkeypatch):
    article("scheduled")
    assert SECRET.lower() not in page(client, "Zarkovyde").lower()
    later = SOON + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert SECRET.lower() in page(client, "Zarkovyde").lower()


def test_a_word_of_a_draft_is_corrected_like_one_nobody_has_written(client):
    ArticleFactory(live=["fr"], headline_fr="Le port de Zarkovida")
    before = page(client, SECRET)
    assert "zarkovida" in before.lower()
    article("draft")
    assert page(client, SECRET) == before


def secret_names():
    """Records that nothing before the readers names, each of another kind."""
    name = {"name_fr": SECRET, "name_ar": SECRET_AR}
    unlisted = name | {"is_listed": False}
    event = EventFactory(visibility_fr="automatic", visibility_ar="automatic", **name)
    host = SpeakerFactory(**unlisted)
    Appearance.objects.create(event=event, speaker=host)
    body = OrganizationFactory(**unlisted)
    AffiliationFactory(speaker=host, organization=body)
    return [event, host, body, TopicFactory(**unlisted), PlaceFactory(**name)]


def test_names_of_what_nobody_knows_of_are_neither_suggested_nor_understood(client):
    ArticleFactory(live=["fr"], headline_fr="Le port de Tanger")
    plain = page(client, "Quelquechose").replace("Quelquechose", "…")
    secret_names()
    assert suggested(client, "Zark") == []
    assert page(client, SECRET).replace(SECRET, "…") == plain


def test_a_person_is_found_from_the_minute_on_in_which_a_text_names_them(client, monkeypatch):
    # Nothing is written when a scheduled text appears.
    speaker = SpeakerFactory(is_listed=False, name_fr=SECRET, name_ar=None)
    QuoteFactory(article=ArticleFactory(live=["fr"], live_at=SOON), speaker=speaker)
    assert suggested(client, "Zark") == []
    later = SOON + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert suggested(client, "Zark") == [SECRET]
    assert speaker.url_in("fr") in page(client, SECRET)


def test_a_name_is_understood_in_the_languages_that_readers_know_it_in(client):
    speaker = SpeakerFactory(is_listed=False, name_fr=SECRET, name_ar="سليم الحاج")
    live = ArticleFactory(live=["ar"], headline_ar="خطاب في الرباط")
    QuoteFactory(article=live, speaker=speaker)
    assert live.headline_ar in page(client, "سليم الحاج", "ar")
    for language in ("fr", "ar"):
        assert live.headline_ar not in page(client, SECRET, language)
        assert speaker.name_ar not in page(client, SECRET, language)


def test_other_names_widen_a_search_only_where_readers_know_whose_they_are(client):
    live = ArticleFactory(live=["fr"], headline_fr="Un mot du prince Almadar")
    person = SpeakerFactory(
        is_listed=False, name_fr="Almadar", name_ar=None, aliases_fr=SECRET, aliases_ar=""
    )
    assert live.url_in("fr") not in page(client, SECRET)
    person.is_listed = True
    person.save()
    assert live.url_in("fr") in page(client, SECRET)


@pytest.mark.parametrize(
    "held", [{"visibility_fr": "hidden"}, {"embargoed_until": SOON}], ids=["hidden", "embargoed"]
)
def test_a_facet_does_not_name_an_event_that_is_held_back(client, held):
    event = EventFactory(name_fr=f"Visite {SECRET}", **held)
    live = ArticleFactory(live=["fr"], headline_fr="Le port de Tanger", event=event)
    assert SECRET not in page(client, "port")
    # Nor do its name and its number lead to what is about it.
    assert live.headline_fr not in page(client, f"Visite {SECRET}")
    assert live.headline_fr not in page(client, "", event=event.pk)
    chosen = [client.get("/fr/search/", {"q": "port", "event": pk}) for pk in (event.pk, 999)]
    assert [one.context["removable"] for one in chosen] == [[], []]
    for name in held:
        setattr(event, name, "automatic" if name == "visibility_fr" else None)
    event.save()
    assert SECRET in page(client, "port")


def test_a_field_names_nobody_that_readers_do_not_know(client):
    event = EventFactory(name_fr=f"Visite {SECRET}", visibility_fr="hidden")
    live = ArticleFactory(live=["fr"], headline_fr="Le port de Tanger", event=event)
    with translation.override("fr"):
        typed = f"événement:{SECRET}"
    assert live.headline_fr not in page(client, typed)


# The desk.


def test_the_desk_finds_the_drafts_that_each_may_read(reporter, translator, editor):
    mine, theirs = article(created_by=reporter), article(created_by=editor)
    assert search_for_user(Article, SECRET, reporter) == [mine.pk]
    for person in (translator, editor):
        assert set(search_for_user(Article, SECRET, person)) == {mine.pk, theirs.pk}


@pytest.mark.parametrize("state", UNSEEN)
def test_colleagues_find_an_article_by_what_readers_have_of_it(reporter, editor, state):
    one = article(state, created_by=editor)
    assert search_for_user(Article, SECRET, reporter) == []
    assert search_for_user(Article, SECRET, editor) == [one.pk]
    make_live(one)
    assert search_for_user(Article, SECRET, reporter) == [one.pk]


def test_a_draft_in_one_language_is_not_found_through_the_live_one(reporter, editor):
    article(created_by=editor, live=["ar"])
    assert search_for_user(Article, SECRET, reporter) == []
    assert len(search_for_user(Article, SECRET_AR, reporter)) == 1


def plain(text):
    """A page of the desk without what is new each time."""
    return re.sub('(nonce|name="csrfmiddlewaretoken" value)="[^"]*"', "", text)


def test_no_box_of_the_desk_counts_what_a_reporter_may_not_see(client, reporter, editor):
    article(created_by=editor)
    client.force_login(reporter)
    boxes = [
        reverse("admin:articles_article_changelist"),
        reverse("admin:articles_translations"),
        f"{reverse('admin:autocomplete')}?app_label=articles&model_name=placement&field_name=article",
    ]
    for address in boxes:
        sign = "&" if "?" in address else "?"
        name = "term" if "autocomplete" in address else "q"
        pages = [
            plain(client.get(f"{address}{sign}{name}={typed}").text.replace(typed, "…"))
            for typed in (SECRET, "Quelquech")
        ]
        assert pages[0] == pages[1], address
