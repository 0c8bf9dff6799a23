"""The desk in Arabic names the months as the press does, in digits as everywhere."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_ALT, MONTHS_AP
from django.utils.html import strip_tags

from articles.admin.article_list import short_moment
from articles.admin.date_fields import DayFormField
from articles.languages import Language
from articles.models import Event
from articles.templatetags.newsroom import moment
from tests.factories import ArticleFactory, CorrectionFactory, EventFactory, TopicFactory

pytestmark = pytest.mark.django_db

NOT_OURS = re.compile("نوفمبر|ديسمبر|سبتمبر|أغسطس|يوليو(?!ز)|مايو|إبريل|[٠-٩]")
ARABIC = Language("ar")


@pytest.fixture
def desk(client, chief):
    chief.language = "ar"
    chief.save()
    client.force_login(chief)
    return client


@pytest.mark.parametrize("month", range(1, 13))
def test_every_way_to_name_a_month_is_the_press_s(month):
    name = ARABIC.month(date(2026, month, 1)).split()[0]
    with translation.override("ar"):
        for names in (MONTHS, MONTHS_3, MONTHS_AP, MONTHS_ALT):
            assert str(names[month]) == name


def test_the_calendar_beside_a_date_names_the_months_so_too(desk):
    script = desk.get(reverse("admin:jsi18n")).text
    catalog = json.loads(re.search(r"newcatalog = ({.*?});", script, re.DOTALL)[1])
    for month in range(1, 13):
        day = date(2026, month, 1)
        english = f"{day:%B}"
        name = ARABIC.month(day).split()[0]
        assert catalog[english] == name
        assert catalog[f"abbrev. month {english}\x04{english[:3]}"] == name


def test_a_day_and_an_hour_are_written_as_in_the_rest_of_the_program():
    day, moment = date(2026, 11, 28), datetime(2026, 11, 28, 9, 24, tzinfo=UTC)
    with translation.override("ar"):
        assert formats.localize(day) == ARABIC.date(day) == "28 نونبر 2026"
        assert formats.localize(moment).endswith("09:24")
        assert formats.date_format(day, "YEAR_MONTH_FORMAT") == ARABIC.month(day)
        short = formats.date_format(day, "SHORT_DATE_FORMAT")
    assert short == ARABIC.date(day, "short")


@pytest.mark.parametrize(
    ("code", "long", "short"),
    [
        ("fr", "28 novembre 2024 à 09:24", "28 nov. 2024"),
        ("ar", "28 نونبر 2024 على الساعة 09:24", "28 نونبر 2024"),
    ],
)
def test_the_desk_has_one_long_and_one_short_form_of_a_moment(code, long, short):
    at = datetime(2024, 11, 28, 9, 24, tzinfo=UTC)
    with translation.override(code):
        local = timezone.localtime(at)
        long = long.replace("09:24", f"{local:%H:%M}")
        assert formats.localize(local) == long
        assert strip_tags(moment(at)).replace("\u00a0", " ") == long
        assert strip_tags(short_moment(at)) == short


@pytest.mark.parametrize("typed", ["26/11/2026", "2026-11-26", "2026/11/26"])
def test_a_day_is_typed_in_arabic_as_in_french(desk, typed):
    event = EventFactory(starts_on=date(2026, 11, 28), ends_on=None)
    path = reverse("admin:articles_event_change", args=[event.pk])
    form = desk.get(path).context["adminform"].form
    assert 'value="28/11/2026"' in str(form["starts_on"])
    field = form.fields["starts_on"]
    with translation.override("ar"):
        assert field.clean(typed) == date(2026, 11, 26)


def test_no_list_of_the_desk_writes_another_month(desk, chief):
    moment = datetime(2024, 8, 14, 10, tzinfo=UTC)
    article = ArticleFactory(live=["ar"], live_at=moment, headline_ar="بلاغ")
    CorrectionFactory(article=article, made_on=date(2024, 5, 4), text_ar="صحيح")
    EventFactory(name_ar="ندوة", starts_on=date(2024, 7, 3), ends_on=date(2024, 12, 4))
    TopicFactory(name_ar="هجرة")
    for month in (4, 8, 11):
        Event.objects.create(name_ar=f"دورة {month}", starts_on=date(2025, month, 1))
    for page in ("article", "event", "topic", "correction", "speaker", "image", "frontpage"):
        text = desk.get(reverse(f"admin:articles_{page}_changelist")).text
        assert not NOT_OURS.search(text), (page, NOT_OURS.search(text))
    text = desk.get(reverse("admin:articles_event_changelist"), {"starts_on__year": "2025"}).text
    assert "غشت 2025" in text
    assert "نونبر 2025" in text
    assert not NOT_OURS.search(text)


@pytest.mark.parametrize(
    "typed", ["04.07.2024", "4-7-2024", "4/7/2024", "2024-07-04", "٠٤.٠٧.٢٠٢٤"]
)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_day_is_taken_as_its_source_prints_it(typed, language):
    with translation.override(language):
        assert DayFormField().clean(typed) == date(2024, 7, 4)


def test_a_day_that_cannot_be_read_says_how_one_is_written():
    with translation.override("fr"), pytest.raises(ValidationError) as refusal:
        DayFormField().clean("99.99.2024")
    assert "4/7/2026" in str(refusal.value)
