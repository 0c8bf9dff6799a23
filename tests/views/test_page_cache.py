"""A page that is kept is what would be made anew, to the letter, whatever has changed."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from articles import models
from articles.models import FormerSlug, Placement, Status
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    ImageFactory,
    LiveEntryFactory,
    MediaKitFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
    UrgentBannerFactory,
)
from tests.views.cached_pages import FOUND, kept_pages, said

pytestmark = pytest.mark.django_db


def rename(row):
    row.name_fr, row.name_ar = f"{row.name_fr} (bis)", f"{row.name_ar} (٢)"
    row.save()


def place(coverage):
    page = models.FrontPage.objects.create(language="fr")
    Placement.objects.create(front_page=page, article=coverage.newest, spot=Placement.Spot.HIDDEN)


def correct(coverage):
    coverage.newest.corrections.create(text_fr="Le sommet dure deux jours.", text_ar="يومان.")


def publish_another(coverage):
    coverage.article("autres mots", live=["fr", "ar"])


def withdraw(coverage):
    models.Article.objects.filter(pk=coverage.newest.pk).update(status_fr=Status.WITHDRAWN)


def move_address(coverage):
    coverage.newest.slug_fr = "une-autre-adresse"
    coverage.newest.save()


def name_newsroom(_coverage):
    models.Newsroom.objects.update(name_fr="Le Bureau", name_ar="المكتب")


def follow_live(coverage):
    models.Article.objects.filter(pk=coverage.newest.pk).update(kind="live")
    LiveEntryFactory(article=coverage.newest, is_pinned=True)
    LiveEntryFactory(article=coverage.newest)


def correct_entry():
    now = timezone.now() + timedelta(minutes=1)
    models.LiveEntry.objects.update(reader_note_fr="Non.", changed_at_fr=now, changed_at_ar=now)


def end_live(coverage):
    now = timezone.now()
    models.LiveCoverage.objects.create(article=coverage.newest, started_at=now, ended_at=now)


CHANGES = {
    "a headline": lambda one: models.Article.objects.update(headline_fr="Un autre titre"),
    "a text in bulk": lambda one: models.Article.objects.update(body_ar="<p>نص آخر</p>"),
    "a withdrawal": withdraw,
    "a publication": publish_another,
    "a correction": correct,
    "a correction taken away": lambda one: one.newest.corrections.all().delete(),
    "an address": move_address,
    "an article deleted": lambda one: models.Article.objects.all()[0].delete(),
    "a person renamed": lambda one: rename(one.speaker),
    "an organization renamed": lambda one: rename(one.organization),
    "a source renamed": lambda one: rename(one.source),
    "a topic renamed": lambda one: rename(one.topic),
    "a place renamed": lambda one: rename(one.event.place),
    "an event moved": lambda one: models.Event.objects.update(
        starts_on="2024-07-09", ends_on="2024-07-10"
    ),
    "an event held back": lambda one: models.Event.objects.update(
        embargoed_until=timezone.now() + timedelta(days=2)
    ),
    "a position": lambda one: AffiliationFactory(speaker=one.speaker),
    "a quotation": lambda one: QuoteFactory(article=one.newest, speaker=one.speaker),
    "a mention": lambda one: one.newest.mention(SpeakerFactory()),
    "a topic given": lambda one: one.newest.topics.add(TopicFactory()),
    "a topic taken": lambda one: one.newest.topics.clear(),
    "a picture": lambda one: models.Article.objects.update(lead_image=ImageFactory()),
    "a picture described": lambda one: models.Image.objects.update(
        alt_fr="Une salle", alt_ar="قاعة"
    ),
    "a picture credited": lambda one: models.Image.objects.update(credit_fr="AFP"),
    "a licence that ended": lambda one: models.Image.objects.update(expires_on="2024-07-01"),
    "a source renamed, in bulk": lambda one: models.Source.objects.update(name_fr="Autre agence"),
    "a person renamed, in bulk": lambda one: models.Speaker.objects.update(name_fr="Autre nom"),
    "a topic renamed, in bulk": lambda one: models.Topic.objects.update(name_ar="آخر"),
    "a role at the event": lambda one: models.Participation.objects.update(role="host"),
    "an event hidden": lambda one: models.Event.objects.update(visibility_fr="hidden"),
    "an event put off": lambda one: models.Event.objects.update(state="postponed"),
    "words said elsewhere": lambda one: models.Quote.objects.update(spoken_at=EventFactory()),
    "a place on the front page": place,
    "the newsroom renamed": name_newsroom,
    "a live entry": follow_live,
    "a live entry corrected": lambda one: (follow_live(one), correct_entry()),
    "a live coverage that ended": lambda one: (follow_live(one), end_live(one)),
    "an urgent line": lambda one: UrgentBannerFactory(article=one.newest),
    "an urgent line ended": lambda one: UrgentBannerFactory().end(),
    "a former address": lambda one: FormerSlug.objects.create(
        page="article", record_key=one.newest.key, slug="ancienne", language="fr"
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_in_the_very_next_answer(
    cached_site, uncached_site, coverage, pages_with_articles, name
):
    pages = pages_with_articles | FOUND
    for path in pages.values():
        cached_site.get(path)
    assert (kept_pages(), kept_pages("found")) == (len(pages_with_articles), len(FOUND))
    CHANGES[name](coverage)
    # First all of them as they are served: the other site has what is kept of texts forgotten.
    served = {page: said(cached_site.get(path)) for page, path in pages.items()}
    for page, path in pages.items():
        assert served[page] == said(uncached_site.get(path)), page


TIMES = {
    "an end": ("live_until_fr", 30),
    "a date to come": ("published_at_fr", 30),
    "an embargo": ("embargoed_until", 30),
    "an event's embargo": ("event", 30),
    "a media kit": ("kit", 30),
}


@pytest.mark.databases
@pytest.mark.parametrize("name", TIMES)
def test_what_comes_or_goes_by_itself_does_so_in_its_second(
    cached_site, uncached_site, pages_with_articles, stopped_clock, name
):
    now = timezone.now().replace(microsecond=0) + timedelta(minutes=2)
    stopped_clock(now)
    column, seconds = TIMES[name]
    moment = now + timedelta(seconds=seconds)
    if column == "kit":
        kits = [MediaKitFactory(published_at_fr=moment, published_at_ar=moment) for _ in range(2)]
        kits[0].name_fr = "Kit de la session"
        kits[0].save()
    elif column == "event":
        models.Quote.objects.update(spoken_at=EventFactory())
        models.Event.objects.update(embargoed_until=moment)
    else:
        models.Article.objects.update(**{column: moment})
    pages = pages_with_articles | FOUND
    for after in (0, seconds - 1, seconds, 61):
        stopped_clock(now + timedelta(seconds=after))
        served = {page: said(cached_site.get(path)) for page, path in pages.items()}
        for page, path in pages.items():
            assert served[page][:2] == said(uncached_site.get(path))[:2], (page, after)


@pytest.mark.databases
def test_a_list_has_its_pages(cached_site, uncached_site, db):
    ArticleFactory.create_batch(25, live=["fr"])
    for query in ("", "?page=2", "?page=1"):
        for _ in range(2):
            assert said(cached_site.get(f"/fr/articles/{query}")) == said(
                uncached_site.get(f"/fr/articles/{query}")
            )


@pytest.mark.databases
@pytest.mark.parametrize("name", ["events_month", "events", "site_map", "home", "event"])
def test_no_page_is_kept_past_midnight(cached_site, uncached_site, coverage, stopped_clock, name):
    today = timezone.localdate() + timedelta(days=1)
    evening = timezone.make_aware(datetime.combine(today, time(23, 59, 30)))
    models.Event.objects.update(starts_on=today - timedelta(days=1), ends_on=today)
    coverage.article(live=["fr"])
    with override("fr"):
        path = {
            "events_month": lambda: reverse(name, args=[today.year, today.month]),
            "event": lambda: coverage.event.url_in("fr"),
        }.get(name, lambda: reverse(name))()
    stopped_clock(evening)
    assert "max-age=30" in cached_site.get(path).headers["Cache-Control"]
    stopped_clock(evening + timedelta(seconds=50))
    assert said(cached_site.get(path)) == said(uncached_site.get(path))
