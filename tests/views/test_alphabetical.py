"""People and organizations, in the order of the reader's alphabet."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.views import alphabetical
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    OrganizationFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def listed(client, path):
    page = client.get(path).text
    return re.findall(
        r'<li>\s*<a href="/[^"]+/[^"]+/[^"]+/">([^<]+)</a>', page[page.index("<main") :]
    )


def speaker(fr, ar="", **fields):
    return SpeakerFactory(name_fr=fr, name_ar=ar, **fields)


def test_people_are_found_under_their_family_name(client):
    for name in ("Zoé Alami", "Ali Zaoui", "Étienne Élysée", "Eva Edgar"):
        speaker(name)
    assert listed(client, "/fr/speakers/") == [
        "Zoé Alami",
        "Eva Edgar",
        "Étienne Élysée",
        "Ali Zaoui",
    ]


def test_an_editor_may_say_where_a_name_stands(client):
    speaker("Mohammed VI", sort_name_fr="Mohammed VI")
    speaker("Nadia Nassiri")
    speaker("Ali Lamrani")
    assert listed(client, "/fr/speakers/") == ["Ali Lamrani", "Mohammed VI", "Nadia Nassiri"]


def test_arabic_organizations_stand_without_their_article(client):
    for name in ("منظمة الصحة", "الجامعة العربية", "الأمم المتحدة", "اتحاد المغرب"):
        OrganizationFactory(name_fr="", name_ar=name)
    assert listed(client, "/ar/organizations/") == [
        "اتحاد المغرب",
        "الأمم المتحدة",
        "الجامعة العربية",
        "منظمة الصحة",
    ]


def test_a_person_stands_with_the_position_held_now(client):
    person = speaker("Ismail Chekkouri")
    AffiliationFactory(speaker=person, position_fr="Attaché", until="2020-01-01")
    AffiliationFactory(speaker=person, position_fr="Directeur")
    page = client.get("/fr/speakers/").text
    assert "Directeur" in page
    assert "Attaché" not in page


def test_who_has_no_page_in_the_language_is_not_listed(client):
    speaker("", "إسماعيل")
    assert listed(client, "/fr/speakers/") == []
    assert client.get("/fr/speakers/").status_code == 200


def test_many_names_come_a_letter_at_a_time(client, monkeypatch):
    monkeypatch.setattr(alphabetical, "AT_ONCE", 2)
    for name in ("Ali Alami", "Badr Benani", "Hind Berrada"):
        speaker(name)
    assert listed(client, "/fr/speakers/") == ["Ali Alami"]
    assert listed(client, "/fr/speakers/?letter=B") == ["Badr Benani", "Hind Berrada"]
    assert client.get("/fr/speakers/?letter=Q").status_code == 404


@pytest.mark.parametrize("path", ["speakers", "organizations", "sources", "topics"])
def test_any_number_of_names_takes_at_most_eight_queries(client, path):
    for _ in range(20):
        AffiliationFactory()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/fr/{path}/").status_code == 200
    assert len(queries) <= 8


@pytest.mark.parametrize("page", ["subscribe", "site_map"])
def test_topics_that_one_may_choose_stand_in_the_order_of_their_alphabet(client, page):
    for name in ("Zones franches", "Éducation", "Emploi"):
        ArticleFactory(live=["fr"]).topics.add(TopicFactory(name_fr=name))
    text = client.get(reverse(page)).text
    places = [text.index(name) for name in ("Éducation", "Emploi", "Zones franches")]
    assert places == sorted(places)
