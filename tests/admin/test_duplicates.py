"""Twice the same topic, person, body: told while typing, asked about at saving."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Organization, Speaker, Topic
from tests.admin.records import form_of, page_of
from tests.factories import (
    EventFactory,
    OrganizationFactory,
    PlaceFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

ROWS = {"affiliations-TOTAL_FORMS": "0", "affiliations-INITIAL_FORMS": "0"}


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def told(desk, kind, **asked):
    return desk.get(reverse(f"admin:articles_{kind}_alike"), asked).json()


SPELLINGS = [
    (TopicFactory, {"name_fr": "Migrations internationales"}, "MIGRATIONS internationales"),
    (TopicFactory, {"name_fr": "Énergie solaire"}, "energie  solaire"),
    (TopicFactory, {"name_ar": "الإستثمار الأجنبي"}, "الاستثمار الاجنبي"),
    (TopicFactory, {"name_ar": "الهجرة الدولية"}, "الهِجْرَةُ الدُّوَلِيَّة"),
    (SpeakerFactory, {"name_fr": "Ismail Chekkouri"}, "Ismaïl CHEKKOURI"),
    (SpeakerFactory, {"name_ar": "إسماعيل الشقوري"}, "اسماعيل الشقوري"),
    (OrganizationFactory, {"name_fr": "Ligue des États arabes"}, "ligue des etats arabes"),
    (OrganizationFactory, {"name_fr": "Ligue", "aliases_fr": "La Ligue arabe"}, "Ligue Arabe"),
    (SourceFactory, {"name_fr": "Maghreb Arabe Presse"}, "maghreb arabe presse"),
    (EventFactory, {"name_fr": "Deuxième examen régional"}, "deuxieme examen regional"),
    (PlaceFactory, {"name_fr": "Le Caire"}, "le caire"),
]


@pytest.mark.parametrize(("factory", "said", "typed"), SPELLINGS)
def test_who_types_a_name_is_told_of_what_there_is(desk, factory, said, typed):
    record = factory(**said)
    factory(**dict.fromkeys(said, "Tout autre chose"))
    answer = told(desk, record._meta.model_name, name=typed)
    assert [one["url"] for one in answer["records"]] == [page_of(record)]
    assert answer["title"] == "Il y a déjà :"
    assert not told(desk, record._meta.model_name, name=typed, without=record.pk)["records"]


@pytest.mark.parametrize("typed", ["", " ", "de la", "!", "x" * 5000, "\0"])
def test_what_says_nothing_finds_nothing(desk, typed):
    TopicFactory(name_fr="Migrations")
    assert told(desk, "topic", name=typed)["records"] == []


def test_who_may_not_see_records_is_told_nothing(client, db):
    from tests.factories import UserFactory  # noqa: PLC0415

    client.force_login(UserFactory(is_staff=True, is_superuser=False))
    assert client.get(reverse("admin:articles_topic_alike"), {"name": "x"}).status_code == 403


def test_saving_asks_and_saves_what_is_another(desk):
    TopicFactory(name_fr="Migrations")
    add = reverse("admin:articles_topic_add")
    page = desk.post(add, {"name_fr": "migrations"})
    assert page.status_code == 200
    assert "Enregistrer quand même" in page.text
    assert 'value="migrations"' in page.text
    assert Topic.objects.count() == 1
    desk.post(add, {"name_fr": "migrations", "_save_anyway": "1"})
    assert Topic.objects.count() == 2


def test_a_window_over_another_form_asks_too(desk):
    SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="")
    add = reverse("admin:articles_speaker_add")
    form = {"name_fr": "Ismaïl Chekkouri", "_popup": "1", **ROWS}
    assert "Enregistrer quand même" in desk.post(f"{add}?_popup=1", form).text
    assert Speaker.objects.count() == 1


def test_a_record_is_not_like_itself_nor_asked_about_for_other_changes(desk):
    twins = [OrganizationFactory(name_fr="Ligue", name_ar="", is_listed=False) for _ in range(2)]
    desk.post(page_of(twins[0]), form_of(desk, twins[0]) | {"website": "https://example.org/"})
    assert Organization.objects.get(pk=twins[0].pk).website == "https://example.org/"


def test_a_window_of_a_chooser_offers_to_take_what_there_is(desk):
    record = TopicFactory(name_fr="Migrations internationales")
    address = reverse("admin:articles_topic_add")
    for popup, offered in (("", []), ("1", [f"{record.pk}"])):
        typed = {"name_fr": "Migrations internationales", "name_ar": "", "_save": "1"}
        typed |= {"_popup": popup} if popup else {}
        page = html.fromstring(desk.post(f"{address}?{'_popup=1' if popup else ''}", typed).text)
        assert page.xpath("//div[@data-alike]//button/@data-takes") == offered
        assert page.xpath("//div[@data-alike]/@data-take") == ["Prendre celui-ci"]
    assert told(desk, "topic", name="Migrations internationales")["records"][0]["key"] == record.pk
