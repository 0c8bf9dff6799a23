"""A place is one place in each language: a text that names it otherwise makes no second record."""

import pytest

from articles.models import Place
from articles.wire.exonyms import perhaps_the_same, surely_the_same
from articles.wire.name_lookup import KnownNames
from articles.wire.save import record_named
from tests.factories import PlaceFactory

LONDON = ("Londres", "London", "لندن")


@pytest.mark.parametrize(
    "names", [LONDON, ("Genève", "Geneva", "جنيف"), ("Le Caire", "القاهرة"), ("Rabat", "الرباط"),
              ("Pékin", "بكين"), ("Le Maroc", "المغرب")],
)  # fmt: skip
@pytest.mark.django_db
def test_a_place_is_found_by_its_name_in_another_language(names):
    for known in names:
        place = PlaceFactory(name_fr=known, name_ar="")
        for name in names:
            assert record_named(Place, name) == place
            assert KnownNames(Place).called(name) == place.pk
        place.delete()


@pytest.mark.django_db
def test_a_name_that_two_places_have_is_offered_and_not_taken():
    tunisia = PlaceFactory(name_fr="Tunisie", name_ar="")
    assert record_named(Place, "تونس") is None
    assert KnownNames(Place).called("تونس") is None
    assert KnownNames(Place).near("تونس") == [tunisia.pk]


def test_a_place_that_nothing_is_known_of_has_one_name():
    assert surely_the_same("Aoufous") == frozenset()
    assert perhaps_the_same("Aoufous") == frozenset()
