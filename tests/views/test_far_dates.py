"""No date that stands in the database, however far, takes down a page, a feed or a calendar."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection, models, transaction
from django.db.utils import DatabaseError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone, translation

from articles.desk.publication.previews import make_link
from articles.languages import Language
from articles.models import (
    Article,
    Event,
    FrontPage,
    Image,
    LiveCoverage,
    Merge,
    Newsroom,
    Placement,
    Proposal,
    RecordRevision,
    Section,
    SitePage,
    User,
)
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    AttachmentFactory,
    EventFactory,
    ImageFactory,
    LiveEntryFactory,
    MediaKitFactory,
    NoteFactory,
    PressContactFactory,
    UrgentBannerFactory,
    UserFactory,
)
from tests.views.conftest import covered

pytestmark = pytest.mark.databases

DAYS = (date(1, 1, 1), date(2, 6, 15), date(9998, 6, 15), date(9999, 12, 31))
# No reader sees these, and no page depends on them: they are tried together.
# A move is written once, and by the world below with these days.
UNSEEN = {
    "Transition",
    "Note",
    "PreviewLink",
    "Presence",
    "Remembered",
    "Revision",
    "SentForm",
    "User",
}
OF_EVERY_TABLE = {"created_at", "updated_at"}
NO_ADDRESSES = {"worker", "admin_language", "health_ready"}
# Of the desk.
NO_ADDRESSES |= {"admin_session", "admin_view_on_site", "desk_preview", "desk_preview_paper"}
# One person's, by a letter.
NO_ADDRESSES |= {"preview_paper", "embargoed", "embargoed_paper"}
FIXED = {
    "live_part": [{"slug": "un-0"}],
    "live_entry": [{"slug": "un-0", "entry": 1}],
    "kit_selection": [{"slug": "none"}],
    "icon": [{"size": 192}],
    "feed": [{"form": form} for form in ("rss", "atom", "json")],
    "archive_year": [{"year": 2024}],
    "archive_month": [{"year": 2024, "month": 7}],
    "events_month": [{"year": 2024, "month": 7}],
    "sitemap_section": [
        {"section": name} for name in ("pages", "article-fr-1", "event-ar-1", "speaker-fr-1")
    ],
}
FAR_YEARS = [0, 1, 1899, 1900, 2200, 2201, 9998, 9999, 10**20]


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """The world of all tests here, made once: what one does to it is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("fr"):
        yield whole_newsroom(covered())
        transaction.set_rollback(True)


@pytest.fixture
def world(made, db):
    return made


def whole_newsroom(coverage):
    """A newsroom in which every table with a date has rows, and every page something to show."""
    articles = [
        coverage.article(
            live=["fr", "ar"],
            lead_image=ImageFactory(expires_on=None),
            slug_fr=f"un-{n}",
            slug_ar=f"أ-{n}",
        )
        for n in range(len(DAYS))
    ]
    event = coverage.event
    Event.objects.filter(pk=event.pk).update(starts_at=time(0, 0), ends_at=time(23, 59))
    sessions = [EventFactory(parent=event, starts_at=time(14, 30)) for _ in DAYS[1:]]
    event.slug_fr, event.slug_ar = "examen", "استعراض"
    event.save()
    page = FrontPage.objects.create(language="fr")
    Section.objects.create(front_page=page, topic=coverage.topic)
    for article, day in zip(articles, DAYS, strict=True):
        Placement.objects.create(front_page=page, article=article, ends_at=timezone.now())
        AffiliationFactory(speaker=coverage.speaker)
        moved = {"language": "fr", "from_status": "draft", "to_status": "published"}
        at = datetime.combine(day, time.min, UTC)
        article.transitions.create(**moved, made_at=at, effective_at=at)
    about = {"kind": "speaker", "record_key": coverage.speaker.key}
    RecordRevision.objects.create(number=1, content={"fields": {}}, **about)
    Proposal.objects.create(before={"fields": {}}, after={"fields": {}}, **about)
    Merge.objects.create(gone_key="gone", content={"fields": {}}, **about)
    NoteFactory(article=articles[0], author=UserFactory(is_superuser=True, username="admin"))
    attached = AttachmentFactory(article=articles[0])
    Article.objects.filter(pk=articles[0].pk).update(kind="live")
    for article in articles:
        LiveCoverage.objects.create(article=article)
        LiveEntryFactory(article=article)
        UrgentBannerFactory()
        PressContactFactory()
    static = ArticleFactory(
        live=["fr", "ar"], site_page=SitePage.OTHER, slug_fr="accreditation", slug_ar="اعتماد"
    )
    return {
        "document": [attached.document],
        "article": articles,
        "kit": [MediaKitFactory(live=["fr", "ar"], slug_fr="dossier", slug_ar="ملف")],
        "page": [static],
        "event": [event, *sessions],
        "speaker": [coverage.speaker],
        "organization": [coverage.organization],
        "source": [coverage.source],
        "topic": [coverage.topic],
    }


def routes():
    """The names of the public pages, as the tables of addresses have them."""
    found = set()
    for pattern in get_resolver().url_patterns:
        nested = getattr(pattern, "url_patterns", None)
        if nested is None:
            found.add(pattern.name)
        elif not str(pattern.pattern).startswith("admin/"):
            found |= {one.name for included in nested for one in included.url_patterns}
    return sorted(name for name in found if name and name not in NO_ADDRESSES)


def maker():
    return User.objects.filter(username="maker").first() or UserFactory(
        username="maker", is_superuser=True
    )


def addresses(world, language):
    """Every public address there is something at, in a language."""
    with translation.override(language):
        for name in routes():
            kind = name.split("_")[0]
            if name == "share_image":
                kind = "article"
            if name == "preview":
                an_hour, by = timedelta(hours=1), maker()
                for one in world["article"]:
                    yield make_link(one, Language(language), an_hour, by=by)
            elif kind == "document":
                yield from (reverse(name, kwargs={"key": one.key}) for one in world[kind])
            elif name in FIXED:
                yield from (reverse(name, kwargs=one) for one in FIXED[name])
            elif kind in world and "s_" not in name:
                for one in world[kind]:
                    yield reverse(name, kwargs={"slug": one.said("slug", language)})
            else:
                yield reverse(name)
        yield f"{reverse('search')}?q=session"


def test_every_address_is_tried(world):
    """A page that is added to the table of addresses is tried by itself, or this fails."""
    try:
        tried = list(addresses(world, "fr"))
    except NoReverseMatch as error:
        pytest.fail(f"Say in this file what the address is made of: {error}")
    assert len(tried) > len(routes())
    for path in tried:
        assert Client().get(path).status_code in {200, 301, 302, 404, 410}, path


@pytest.mark.parametrize("year", FAR_YEARS)
def test_a_far_date_in_an_address_takes_down_no_page(world, client, year):
    for path in (f"archive/{year}", f"archive/{year}/12", f"events/{year}/1", f"events/{year}/12"):
        assert client.get(f"/fr/{path}/").status_code in {200, 404}
    day = f"{year:04}-12-31"
    for query in (f"since={day}&until={day}", f"q={day}", f"q=session&since={day}"):
        assert client.get(f"/ar/search/?{query}").status_code == 200
        assert client.get(f"/ar/search/feed.rss?{query}").status_code == 200


@pytest.mark.parametrize("year", FAR_YEARS)
def test_a_far_date_in_an_address_of_the_desk_is_no_error(client, world, year):
    client.force_login(User.objects.get(username="admin"))
    for model, column in (
        ("article", "created_at"),
        ("event", "starts_on"),
        ("image", "expires_on"),
    ):
        page = reverse(f"admin:articles_{model}_changelist")
        for query in (f"{column}__year={year}", f"{column}__gte={year:04}-01-01"):
            assert client.get(f"{page}?{query}").status_code in {200, 302}, query


def dated():
    """Every column of a table of ours that has a day or a moment, once for each language."""
    return [
        column
        for model in apps.get_app_config("articles").get_models()
        for column in model._meta.concrete_fields
        if isinstance(column, models.DateField) and model.__name__ != "SearchEntry"
    ]


def is_unseen(column):
    return column.model.__name__ in UNSEEN or column.name in OF_EVERY_TABLE


def far(column, day):
    if not isinstance(column, models.DateTimeField):
        return day
    at = time.max if day.month == 12 else time.min
    return datetime.combine(day, at, UTC)


def put(column, days):
    """Write past every rule, as another program would: the days one after the other, row by row.

    Returns:
        How many rows the table's own constraints let have one.
    """
    adapt = connection.ops.adapt_datefield_value
    if isinstance(column, models.DateTimeField):
        adapt = connection.ops.adapt_datetimefield_value
    table = connection.ops.quote_name(column.model._meta.db_table)
    name = connection.ops.quote_name(column.column)
    taken = 0
    keys = column.model._base_manager.order_by("pk").values_list("pk", flat=True)
    for key, day in zip(keys, cycle(days), strict=False):
        with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            query = f"UPDATE {table} SET {name} = %s WHERE id = %s"  # noqa: S608
            cursor.execute(query, [adapt(far(column, day)), key])
            taken += 1
    return taken


def turns(column):
    """The days in such orders that one row or another has each of them once."""
    rows = column.model._base_manager.count()
    return [DAYS[first:] + DAYS[:first] for first in range(0, len(DAYS), min(rows, len(DAYS)))]


def broken(paths):
    answers = {path: Client(raise_request_exception=False).get(path) for path in paths}
    return [
        path for path, one in answers.items() if one.status_code not in {200, 301, 302, 404, 410}
    ]


def reading(paths):
    """What each page asks of the database."""
    asked = {}
    for path in paths:
        with CaptureQueriesContext(connection) as queries:
            Client().get(path)
        asked[path] = " ".join(one["sql"] for one in queries)
    return asked


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_far_date_takes_down_no_page(world, language):
    asked, failing, refused = reading(addresses(world, language)), {}, []
    for column in dated():
        if is_unseen(column) or getattr(column, "language", "fr") != language:
            continue
        name = f'"{column.model._meta.db_table}"."{column.column}"'
        paths = [path for path, queries in asked.items() if name in queries]
        for days in turns(column) if paths else ():
            with transaction.atomic():
                if not put(column, days):
                    refused.append((name, days))
                if found := broken(paths):
                    failing[name, days] = found
                transaction.set_rollback(True)
    assert (failing, refused) == ({}, [])


@pytest.mark.parametrize("day", DAYS)
def test_far_dates_of_changes_take_down_no_page(world, day):
    assert sum(put(one, [day]) for one in dated() if is_unseen(one)) > 0
    assert broken(addresses(world, "fr")) == []


@pytest.mark.parametrize("day", DAYS)
def test_a_far_date_takes_down_no_page_of_the_desk(world, client, day):
    client.force_login(User.objects.get(username="admin"))
    put = 0
    for column in dated():
        # What the database itself refuses beside the other dates is not there to be shown.
        with suppress(DatabaseError), transaction.atomic():
            column.model._base_manager.update(**{column.name: far(column, day)})
            put += 1
    assert put > len(dated()) // 2
    for model in admin.site._registry:
        for path in desk_pages(model) if model._meta.app_label == "articles" else ():
            assert client.get(path).status_code == 200, path


def desk_pages(model):
    yield reverse("admin:index")
    if model in admin.site._registry:
        name = f"admin:articles_{model._meta.model_name}"
        # Of the newsroom's settings there is one, and no list.
        if model is not Newsroom:
            yield reverse(f"{name}_changelist")
        for row in model._base_manager.all()[:1]:
            yield reverse(f"{name}_change", args=[row.pk])


@pytest.mark.django_db
@pytest.mark.parametrize("years", [(1, 9999), (9998, 9999), (1, 2)])
def test_a_calendar_of_far_events_with_hours_is_written(client, years):
    first, last = years
    event = EventFactory(starts_at=time(0, 0), ends_at=time(23, 59))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {Event._meta.db_table} SET starts_on = %s, ends_on = %s WHERE id = %s",  # noqa: S608
            [f"{first:04}-01-01", f"{last:04}-12-31", event.pk],
        )
    for path in (
        "/fr/events.ics",
        f"/fr/events/{event.slug_fr}.ics",
        f"/fr/events/{event.slug_fr}/",
    ):
        assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_a_licence_that_never_ends_lets_the_picture_be_shown(client):
    picture = ImageFactory(expires_on=date(9999, 12, 31))
    picture.refresh_from_db()
    assert picture.may_be_shown()
    assert Image.objects.filter(expires_on__gte=date(2026, 1, 1)).exists()
