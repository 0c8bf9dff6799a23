"""Hours that a clock shows twice, or not at all, and dates nobody means, in the desk's forms."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Article, FrontPage, Placement, User
from articles.models.date_fields import MomentField
from tests.admin.forms import change_url, fields_of, form_of, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory, EventFactory, ImageFactory

pytestmark = pytest.mark.django_db

# Casablanca puts its clocks back at three on the first day of Ramadan, and on at two at its end.
FIRST_HALF_PAST_TWO = datetime(2026, 2, 15, 1, 30, tzinfo=UTC)
SECOND_HALF_PAST_TWO = datetime(2026, 2, 15, 2, 30, tzinfo=UTC)
TYPED = {"embargoed_until_0": "2026-02-15", "embargoed_until_1": "02:30:00"}


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize("moment", [FIRST_HALF_PAST_TWO, SECOND_HALF_PAST_TWO])
def test_an_hour_that_comes_twice_and_was_not_touched_stays_which_it_is(desk, moment):
    article = ArticleFactory(embargoed_until=moment.replace(microsecond=123))
    desk.post(change_url(article), opened(desk, article) | {"byline": "Salma Alaoui"})
    article.refresh_from_db()
    assert article.byline == "Salma Alaoui"
    assert article.embargoed_until == moment.replace(microsecond=123)


AROUND_RAMADAN = [
    FIRST_HALF_PAST_TWO,
    SECOND_HALF_PAST_TWO,
    datetime(2026, 3, 22, 1, 59, 59, tzinfo=UTC),
    datetime(2026, 3, 22, 2, 0, tzinfo=UTC),
    datetime(2025, 2, 23, 1, 30, tzinfo=UTC),
    datetime(2025, 2, 23, 2, 30, tzinfo=UTC),
]


@pytest.mark.parametrize("moment", AROUND_RAMADAN)
def test_an_article_published_in_such_an_hour_is_saved_again_and_again(desk, moment):
    """In Casablanca, in any form of it: its own, its working copy's, that which publishes it."""
    article = ArticleFactory(live=["fr"], published_at_fr=moment, headline_fr="Un titre")
    desk.post(change_url(article), opened(desk, article) | {"_open_copy": "1"})
    copy = Article.with_copies.get(working_copy_of=article)
    for name in ("Salma Idrissi", "Salma Berrada"):
        assert desk.post(change_url(copy), opened(desk, copy) | {"byline": name}).status_code == 302
    desk.post(change_url(copy), opened(desk, copy) | {"_publish_changes": "1"})
    article.refresh_from_db()
    assert article.byline == "Salma Berrada"
    assert article.published_at_fr == moment


@pytest.mark.parametrize("moment", [FIRST_HALF_PAST_TWO, SECOND_HALF_PAST_TWO])
def test_a_form_that_has_no_input_for_it_does_not_change_which(desk, moment):
    article = ArticleFactory(embargoed_until=moment)
    form = opened(desk, article) | {"byline": "Salma Alaoui"}
    del form["embargoed_until_2"]
    assert desk.post(change_url(article), form).status_code == 302
    article.refresh_from_db()
    assert article.embargoed_until == moment


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "montrent cette heure deux fois"), ("ar", "تظهر هذه الساعة مرتين")],
)
def test_an_hour_that_comes_twice_is_asked_about(desk, editor, language, sentence):
    editor.language = language
    editor.save()
    article = ArticleFactory()
    typed = opened(desk, article) | TYPED
    assert "embargoed_until_2" not in typed
    page = desk.post(change_url(article), typed).text
    assert sentence in page
    assert "UTC+01:00" in page
    assert "UTC+00:00" in page
    again = fields_of(page)
    assert again["embargoed_until_1"] == "02:30"
    for which, moment in (("0", FIRST_HALF_PAST_TWO), ("1", SECOND_HALF_PAST_TWO)):
        assert desk.post(change_url(article), again | {"embargoed_until_2": which})
        article.refresh_from_db()
        assert article.embargoed_until == moment
        again = opened(desk, article)
        assert again["embargoed_until_2"] == which


def test_an_hour_that_clocks_skip_is_refused_with_the_two_beside_it(desk):
    article = ArticleFactory()
    typed = {"embargoed_until_0": "22/03/2026", "embargoed_until_1": "02:30:00"}
    page = desk.post(change_url(article), opened(desk, article) | typed).text
    assert "écrivez 01:30 ou 03:30" in page
    assert fields_of(page)["embargoed_until_1"] == "02:30"


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("9h30", "09:30"),
        ("9 h", "09:00"),
        ("21 H 05", "21:05"),
        ("8 heures", "08:00"),
        ("09.30", "09:30"),
        ("٩:٣٠", "09:30"),
    ],
)
def test_an_hour_is_typed_as_people_write_it(desk, written, hour):
    article = ArticleFactory()
    typed = {"embargoed_until_0": "22/05/2026", "embargoed_until_1": written}
    desk.post(change_url(article), opened(desk, article) | typed)
    article.refresh_from_db()
    assert f"{timezone.localtime(article.embargoed_until):%H:%M}" == hour


def test_so_is_the_hour_of_an_event(desk):
    event = EventFactory(starts_at=None)
    path = reverse("admin:articles_event_change", args=[event.pk])
    page = html.fromstring(desk.get(path).text)
    form = dict(page.get_element_by_id("event_form").form_values())
    desk.post(path, form | {"starts_at": "9h30", "_save": "1"})
    event.refresh_from_db()
    assert f"{event.starts_at:%H:%M}" == "09:30"


def test_what_is_no_hour_is_refused_and_stays_in_its_field(desk):
    article = ArticleFactory()
    form = opened(desk, article) | {"embargoed_until_0": "22/05/2026"}
    for written in ("25h", "9h61", "h30", "neuf heures", "9h30h"):
        page = desk.post(change_url(article), form | {"embargoed_until_1": written}).text
        assert "Saisissez une heure valide" in page, written
        assert fields_of(page)["embargoed_until_1"] == written


def test_an_hour_is_emptied_with_its_day(desk):
    article = ArticleFactory(embargoed_until=SECOND_HALF_PAST_TWO)
    emptied = {"embargoed_until_0": "", "embargoed_until_1": ""}
    desk.post(change_url(article), opened(desk, article) | emptied)
    article.refresh_from_db()
    assert article.embargoed_until is None


def test_the_rows_of_a_front_page_ask_too(desk):
    page = FrontPage.objects.create(language="fr")
    row = Placement.objects.create(
        front_page=page, article=ArticleFactory(live=["fr"]), ends_at=SECOND_HALF_PAST_TWO
    )
    address = reverse("admin:articles_frontpage_change", args=[page.pk])
    form = form_of(desk.get(address).text)
    assert form["placements-0-ends_at_2"] == "1"
    desk.post(address, form | {"placements-0-order": "4"})
    row.refresh_from_db()
    assert (row.order, row.ends_at) == (4, SECOND_HALF_PAST_TWO)


@pytest.mark.parametrize(
    ("typed", "due_at"),
    [
        ("2026-02-15T02:30", FIRST_HALF_PAST_TWO),
        ("2026-03-22T02:30", datetime(2026, 3, 22, 2, 30, tzinfo=UTC)),
    ],
)
def test_a_due_time_is_the_first_of_two_or_the_hour_after_one_that_is_skipped(desk, typed, due_at):
    article = ArticleFactory()
    assign = reverse("admin:articles_translations_assign")
    desk.post(assign, {"cell": f"{article.pk}:ar", "due_at": typed})
    assert article.translations.get(language="ar").due_at == due_at


# Far dates.

FAR = ["01/01/0001", "31/12/0002", "31/12/1899", "01/01/2201", "31/12/9998", "31/12/9999"]


def test_a_far_licence_is_refused_at_its_field(desk):
    image = ImageFactory()
    address = reverse("admin:articles_image_change", args=[image.pk])
    form = form_of(desk.get(address).text)
    for day in FAR:
        page = desk.post(address, form | {"expires_on": day})
        assert "expires_on" in page.context["adminform"].form.errors, day
        assert "des années 1900 à 2200" in page.text
        assert form_of(page.text)["expires_on"] == day
    image.refresh_from_db()
    assert image.expires_on is None


def test_a_far_moment_is_refused_at_its_field(desk):
    columns = ["published_at_fr", "live_until_ar", "embargoed_until"]
    article = ArticleFactory()
    form = opened(desk, article) | {f"{column}_1": "00:30:00" for column in columns}
    for day in FAR:
        typed = {f"{column}_0": day for column in columns}
        page = desk.post(change_url(article), form | typed)
        assert {*columns} <= {*page.context["adminform"].form.errors}, day
    assert Article.objects.filter(**dict.fromkeys(columns)).exists()


@pytest.mark.parametrize("role", ["reporter", "editor", "chief"])
def test_nobody_may_set_a_far_date(client, role):
    client.force_login(member_of(role))
    event = EventFactory()
    address = reverse("admin:articles_event_change", args=[event.pk])
    client.post(address, form_of(client.get(address).text) | {"starts_on": "31/12/9999"})
    event.refresh_from_db()
    assert event.starts_on == date(2024, 7, 3)


def test_an_account_has_no_far_date(client, admin_user):
    client.force_login(admin_user)
    address = reverse("admin:articles_user_change", args=[admin_user.pk])
    form = form_of(client.get(address).text) | {"date_joined_0": "31/12/9999"}
    assert client.post(address, form).status_code == 200
    assert User.objects.get(pk=admin_user.pk).date_joined.year < 2200


def test_every_moment_of_a_form_of_the_desk_asks(rf, admin_user):
    """The fields are made from the models: a new one asks by itself."""
    from django.contrib import admin  # noqa: PLC0415

    from articles.admin.date_fields import MomentFormField  # noqa: PLC0415

    request = rf.get("/")
    request.user = admin_user
    asking = 0
    for model, site in admin.site._registry.items():
        if model._meta.app_label != "articles":
            continue
        forms = [site.get_form(request)] + [
            one.get_formset(request).form for one in site.get_inline_instances(request)
        ]
        for form in forms:
            for name, field in form.base_fields.items():
                columns = {one.name: one for one in form._meta.model._meta.fields}
                if isinstance(columns.get(name), MomentField):
                    assert isinstance(field, MomentFormField), name
                    asking += 1
    assert asking >= 6
