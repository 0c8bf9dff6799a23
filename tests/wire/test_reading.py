"""What other people's texts say, in their own styles; never what they do not say."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.languages import Language
from articles.text.scripts import language_of
from articles.wire.documents.kinds import read as read_file
from articles.wire.fetch import FetchedText, WireError
from articles.wire.parse import parse

COPY = Path(__file__).parent / "copy"
LANGUAGES = [language.code for language in Language.all()]
KEYS = [
    "file",
    "language",
    "headline",
    "published_on",
    "dateline_place",
    "source_name",
    "source_url",
    "event",
    "speakers",
    "organizations",
    "quotes",
    "warnings",
]


def read(text):
    return parse(FetchedText(text), LANGUAGES)


@pytest.mark.parametrize("file", sorted(COPY.glob("*.txt")), ids=lambda file: file.stem)
def test_each_text_is_read_as_a_person_reads_it(file):
    __, __, text = read_file(file.read_bytes(), file.name)
    found = parse(text, LANGUAGES).as_dict(file.name)
    expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert {key: found[key] for key in KEYS} == expected
    assert list(found)[: len(KEYS)] == KEYS


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("lundi, 27 mai, 2024 à 12:46", "2024-05-27"),
        ("04/07/2024", "2024-07-04"),
        ("juillet 4, 2024", "2024-07-04"),
        ("Publié le 1er juin 2023", "2023-06-01"),
        ("2024-07-03", "2024-07-03"),
    ],
)
def test_dates_of_the_french_press(line, day):
    copy = read(
        f"Un titre sur la ville\n\n{line}\n\nLe texte de la dépêche est ici, dans la ville."
    )
    assert str(copy.published_on) == day
    assert copy.headline == "Un titre sur la ville"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الإثنين 10 ديسمبر 2018 - 11:36", "2018-12-10"),
        ("٣ يوليو ٢٠٢٤", "2024-07-03"),
        ("3 تموز/يوليو 2024", "2024-07-03"),
        ("5 كانون الثاني 2023", "2023-01-05"),
        ("12 جويلية 2021", "2021-07-12"),
        ("31 غشت 2022", "2022-08-31"),
        ("7 دجنبر 2020", "2020-12-07"),
    ],
)
def test_dates_of_the_arabic_press(line, day):
    assert str(read(f"عنوان الخبر هنا\n\n{line}\n\nهذا نص الخبر في المدينة.").published_on) == day


def test_a_date_that_does_not_exist_is_no_date_and_is_said():
    copy = read("Un titre\n\n31.02.2024\n\nLe texte de la dépêche est dans la ville.")
    assert copy.published_on is None
    assert any("31.02.2024" in warning for warning in copy.warnings)


def test_a_source_that_is_a_script_is_ignored_and_said():
    copy = read("Un titre\n\nLe texte est dans la ville et la rue.\n\nSource : javascript:alert(1)")
    assert copy.source_url is None
    assert copy.warnings


def test_a_text_without_any_of_it_has_none_of_it():
    copy = read("La pluie est tombée sur la ville et les champs, et les rues sont dans l'eau.")
    assert (copy.event, copy.source_name, copy.source_url, copy.published_on) == (None,) * 4
    assert (copy.speakers, copy.quotes, copy.organizations) == ((), (), ())


def test_a_quotation_left_open_is_said():
    assert read("Un titre\n\nIl a dit « que la ville est dans la rue.").warnings


@pytest.mark.parametrize(
    "words",
    [
        "El ministro de Agricultura presentó este martes en Agadir el plan de la pesca, que prevé la creación de tres puertos y la modernización de la flota de los pescadores de la región.",
        "O ministro da Agricultura apresentou em Lisboa o plano da pesca, que prevê a criação de três portos e uma frota de navios para os pescadores da região.",
        "Il ministro ha presentato il piano di pesca che prevede la costruzione di tre porti nella regione, secondo un comunicato della agenzia.",
    ],
)
def test_a_neighbour_of_french_is_not_taken_for_it(words):
    assert language_of(words) is None


def test_a_text_in_no_language_of_ours_is_refused():
    with pytest.raises(WireError):
        read("The quick brown fox jumps over the lazy dog near the river bank.")


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from('aéLe du et la 12./-«»"():\n#*,،قالوزير المغرب31'), max_size=400
    )
)
def test_whatever_comes_is_read_or_refused_in_words(text):
    with contextlib.suppress(WireError):
        parse(FetchedText(text), LANGUAGES, LANGUAGES[0])


def test_a_hostile_text_of_a_megabyte_is_read_to_its_end():
    copy = read("Le ministre " * 40_000 + "« " * 20_000 + "(" * 10_000)
    assert copy.language == "fr"
