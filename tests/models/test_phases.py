"""Where a text stands is told by the moment, the same by the program and by the database."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from django.utils import translation

from articles.models import Article, Phase, Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EARLY, LATE = NOON - timedelta(hours=2), NOON + timedelta(hours=2)
LATER = NOON + timedelta(hours=4)
MOMENTS = [EARLY - timedelta(hours=1), EARLY, NOON, LATE, LATER, LATER + timedelta(hours=1)]


def published(**dates):
    return ArticleFactory(live=["fr"], **({"published_at_fr": EARLY} | dates))


@pytest.mark.parametrize(
    ("dates", "phase", "moment"),
    [
        ({}, Phase.PUBLISHED, None),
        ({"live_until_fr": LATE}, Phase.PUBLISHED, LATE),
        ({"published_at_fr": LATE}, Phase.SCHEDULED, LATE),
        ({"embargoed_until": LATE}, Phase.EMBARGOED, LATE),
        ({"embargoed_until": EARLY}, Phase.PUBLISHED, None),
        # The later of the two decides, and gives its name.
        ({"published_at_fr": LATE, "embargoed_until": LATER}, Phase.EMBARGOED, LATER),
        ({"published_at_fr": LATER, "embargoed_until": LATE}, Phase.SCHEDULED, LATER),
        ({"published_at_fr": LATE, "embargoed_until": LATE}, Phase.EMBARGOED, LATE),
        ({"live_until_fr": NOON}, Phase.EXPIRED, NOON),
    ],
)
def test_a_published_state_is_read_by_the_clock(dates, phase, moment):
    standing = published(**dates).state_in("fr", NOON)
    assert (standing.phase, standing.moment) == (phase, moment)


@pytest.mark.parametrize("state", ["draft", "in_review", "ready", "withdrawn"])
def test_no_date_makes_another_state_of_what_is_not_published(state):
    article = ArticleFactory(status_fr=state, published_at_fr=LATE, embargoed_until=LATER)
    assert article.phase_in("fr", NOON) == state


def test_at_its_very_minute_a_text_is_there_and_at_its_last_it_is_gone():
    article = published(published_at_fr=NOON, live_until_fr=LATE)
    second = timedelta(seconds=1)
    phases = [article.phase_in("fr", at) for at in (NOON - second, NOON, LATE - second, LATE)]
    assert phases == [Phase.SCHEDULED, Phase.PUBLISHED, Phase.PUBLISHED, Phase.EXPIRED]


def every_kind():
    """An article of each state with each order of its dates that the database allows."""
    for state, appears, embargo, leaves in product(
        Status.values, [EARLY, NOON, LATE], [None, EARLY, NOON, LATE], [None, NOON, LATE, LATER]
    ):
        if leaves is None or leaves > appears:
            ArticleFactory(
                status_ar=state,
                slug_ar=f"s-{state}-{appears:%H}-{embargo and embargo.hour}-{leaves and leaves.hour}",
                published_at_ar=appears,
                embargoed_until=embargo,
                live_until_ar=leaves,
            )


def test_a_database_finds_in_each_phase_what_the_program_says_is_in_it():
    every_kind()
    articles = list(Article.objects.all())
    for at in MOMENTS:
        for phase in Phase:
            found = set(Article.objects.in_phase(phase, "ar", at))
            assert found == {one for one in articles if one.phase_in("ar", at) == phase}, (
                phase,
                at,
            )
        assert set(Article.objects.live(at, "ar")) == {
            one for one in articles if one.is_live("ar", at)
        }


def test_a_database_finds_as_withdrawn_what_readers_had_and_have_no_more():
    every_kind()
    articles = list(Article.objects.all())
    for at in MOMENTS:
        had = {one for one in articles if one.timetable_in("ar").was_read(at)}
        gone = {one for one in had if not one.is_live("ar", at)}
        assert set(Article.objects.withdrawn("ar", at)) == gone, at


def test_what_would_have_left_before_its_embargo_ended_was_never_there():
    article = published(live_until_fr=NOON, embargoed_until=LATE)
    assert not Article.objects.withdrawn("fr", LATER).exists()
    assert not article.timetable_in("fr").was_read(LATER)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "sous embargo jusqu’au 2 mars 2026 à 14:00 (heure de Casablanca)"),
        ("ar", "محظور النشر إلى غاية 2 مارس 2026 على الساعة 14:00 (بتوقيت الدار البيضاء)"),
    ],
)
def test_a_state_is_said_with_its_moment_by_the_newsrooms_clock(language, words):
    # In Ramadan Casablanca goes by Greenwich.
    article = published(embargoed_until=LATE)
    with translation.override(language):
        assert article.state_in("fr", NOON).label == words
