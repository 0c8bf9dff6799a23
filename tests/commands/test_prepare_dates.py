"""The demo is of this week on whatever day and at whatever hour it is made."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.languages import Language
from articles.management.demo.moments import Calendar
from articles.models import Article, Correction, Event
from articles.models.phases import Phase

CAIRO = "cairo-plenary-report"


def at(*moment):
    return datetime(*moment, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def clock(monkeypatch):
    """Set the machine's clock, as far as Django asks it."""

    def set_to(moment):
        class Clock(datetime):
            @classmethod
            def now(cls, tz=None):
                return moment.astimezone(tz or UTC)

        monkeypatch.setattr("django.utils.timezone.datetime", Clock)

    return set_to


@pytest.mark.django_db
@pytest.mark.parametrize("now", [at(2027, 1, 1, 3, 20), at(2028, 2, 29, 23, 5)])
def test_it_is_whole_on_the_first_of_january_and_on_the_last_of_february(now, clock, settings):
    clock(now)
    settings.DEBUG = True
    call_command("prepare", verbosity=0)
    today = now.date()
    for language in Language.all():
        live = Article.objects.live(language=language).exclude(key=CAIRO)
        assert live.count() >= 30
        for article in live:
            moment = article.published_at_in(language)
            assert now - timedelta(days=10, hours=12) < moment <= now
            assert 5 <= timezone.localtime(moment).hour <= 22
    phases = [one.phase_in("fr") for one in Article.objects.all()]
    assert phases.count(Phase.SCHEDULED) == phases.count(Phase.EMBARGOED) == 1
    assert Event.objects.get(key="oasis-water-conference").starts_on == today + timedelta(days=6)
    assert {(today - one.made_on).days for one in Correction.objects.all()} == {1, 2, 3}


@pytest.mark.parametrize(
    ("now", "said", "moment"),
    [
        (at(2026, 11, 28, 15, 0), "2h15", at(2026, 11, 28, 12, 45)),
        (at(2026, 11, 28, 23, 50), "0h20", at(2026, 11, 28, 21, 20)),
        (at(2026, 11, 28, 15, 0), "-1 17:20", at(2026, 11, 27, 17, 20)),
        # Before the day has begun, what is new is of last night.
        (at(2027, 1, 1, 0, 5), "1h10", at(2026, 12, 31, 20, 30)),
        (at(2027, 1, 1, 8, 0), "-1 09:00", at(2026, 12, 31, 9, 0)),
        (at(2028, 3, 1, 10, 0), "-1 09:00", at(2028, 2, 29, 9, 0)),
        (at(2026, 11, 28, 15, 0), "+2 10:00", at(2026, 11, 30, 10, 0)),
    ],
)
def test_a_moment_is_counted_from_the_day_on_which_the_demo_is_made(now, said, moment):
    assert Calendar(now).moment(said) == moment


@pytest.mark.parametrize(
    ("code", "text", "written"),
    [
        ("fr", "Le {date+6}, dit {weekday-1}", "Le 4 décembre, dit vendredi"),
        ("fr", "du {day+2} au {date+3}", "du 30 au 1er décembre"),
        ("ar", "يوم {date+6}، {weekday-1}", "يوم 4 دجنبر، الجمعة"),
    ],
)
def test_days_are_written_as_each_language_says_them(code, text, written):
    assert Calendar(at(2026, 11, 28, 15, 0)).written(text, Language(code)) == written


@pytest.mark.parametrize(
    ("now", "written"),
    [
        (at(2026, 11, 28, 15, 0), "samedi"),
        # What readers have in the morning was written the evening before.
        (at(2026, 11, 28, 8, 0), "vendredi"),
    ],
)
def test_nothing_is_said_to_be_of_a_day_after_the_one_it_was_written_on(now, written):
    assert Calendar(now).written("{weekday+0}", Language("fr")) == written


def test_a_full_date_is_itself():
    assert Calendar(at(2026, 11, 28, 15, 0)).day("2021-09-01") == date(2021, 9, 1)
