"""Names of people of many regions, whole, by given and family names that are data."""

import pytest

from articles.text.extraction.arabic_words import OF_NO_NAME
from articles.text.extraction.given_names import MEN, WOMEN, plain
from articles.text.extraction.given_names_by_region import MEN_BY_REGION, WOMEN_BY_REGION
from tests.wire.sentences import names


@pytest.mark.parametrize(
    "name",
    ["جينابا تال", "هيلجا كرومباخ", "فطوم سعيد باحكيم", "عبد العزيز مايغا هارونا", "موسى عدن علي",
     "شيروان جمشيد", "ساليو ديالو", "غياث مرعشلي", "إيكهارد شميت", "محمد الهادي بن رمضان الشاهد"],
)  # fmt: skip
def test_an_arabic_name_of_any_region_is_whole(name):
    assert names(f"وترحم الحاضرون على الخبير {name}، الذي توفي أمس.", "ar") == [name]


@pytest.mark.parametrize("name", ["Joana Lopes Teixeira", "Seynabou Badji", "Calogero Nardi"])
def test_a_french_text_knows_given_names_of_its_neighbours(name):
    assert name in names(f"Dans la cour, {name} regarde le fleuve monter.")


def test_no_given_name_is_a_word_of_no_name():
    by_region = " ".join([*MEN_BY_REGION.values(), *WOMEN_BY_REGION.values()]).split()
    assert [one for one in by_region if plain(one) in OF_NO_NAME] == []
    assert len(MEN | WOMEN) > 3_000
