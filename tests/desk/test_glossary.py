"""The glossary: the newsroom's records and its own terms, in the texts that are translated."""

import pytest
from django.core.exceptions import ValidationError

from articles.desk.translation.glossary import lacking, misused, terms_in
from articles.languages import Language
from articles.models import Organization, Term
from tests.factories import AffiliationFactory, OrganizationFactory, PlaceFactory, TermFactory

pytestmark = pytest.mark.django_db
FR, AR = Language("fr"), Language("ar")


def escwa(**more):
    return OrganizationFactory(
        name_fr="Commission économique et sociale pour l’Asie occidentale",
        acronym_fr="CESAO",
        aliases_fr="ESCWA",
        name_ar="اللجنة الاقتصادية والاجتماعية لغربي آسيا",
        acronym_ar="الإسكوا",
        **more,
    )


def offered(text, source=FR, target=AR):
    return [(one.text, one.said) for one in terms_in(text, source, target)]


def test_each_form_is_offered_the_form_of_its_kind():
    escwa()
    PlaceFactory()
    assert offered("La CESAO, ou l’ESCWA, siège au Caire.") == [
        ("CESAO", "الإسكوا"),
        ("ESCWA", "اللجنة الاقتصادية والاجتماعية لغربي آسيا"),
        ("Caire", "القاهرة"),
    ]
    assert offered("ووقعت والإسكوا اتفاقا", AR, FR) == [("والإسكوا", "CESAO")]


def test_positions_are_known_and_so_is_what_they_are():
    AffiliationFactory()
    (position,) = terms_in("le directeur des questions globales a dit", FR, AR)
    assert (position.said, position.kind) == ("مدير القضايا الشاملة", "affiliation")


def test_a_record_without_a_name_in_the_other_language_offers_nothing():
    OrganizationFactory(name_fr="Croissant-Rouge", name_ar="")
    assert offered("le Croissant-Rouge") == []


def test_the_newsrooms_own_term_comes_before_a_record_of_the_same_name():
    OrganizationFactory(name_fr="Pacte mondial", name_ar="منظمة الميثاق")
    TermFactory(name_fr="Pacte mondial", name_ar="الميثاق العالمي", note="De Marrakech, 2018.")
    (known,) = terms_in("le Pacte mondial", FR, AR)
    assert known.forms == ("الميثاق العالمي", "منظمة الميثاق")
    assert known.note == "De Marrakech, 2018."


def test_a_translation_is_told_which_terms_it_lacks():
    escwa()
    PlaceFactory()
    source = "La CESAO et l’ESCWA au Caire."
    assert [one.text for one in lacking(source, "اجتماع في القاهرة", FR, AR)] == ["CESAO"]
    assert lacking(source, "اجتماع للجنة الاقتصادية والاجتماعية لغربي آسيا بالقاهرة", FR, AR) == []


def test_a_term_inside_a_longer_one_of_the_translation_is_there():
    PlaceFactory()
    OrganizationFactory(name_fr="Université", name_ar="جامعة القاهرة")
    assert lacking("Au Caire.", "في جامعة القاهرة", FR, AR) == []


def test_a_forbidden_form_is_named_with_what_to_say_instead():
    TermFactory(
        name_fr="migrant irrégulier", name_ar="مهاجر غير نظامي", forbidden_ar="مهاجر سري\nحراگ"
    )
    (known,) = lacking("Des migrants irréguliers.", "مهاجرون سريون", FR, AR)
    assert (known.text, known.instead, known.said) == (
        "migrants irréguliers",
        "مهاجرون سريون",
        "مهاجر غير نظامي",
    )
    assert [one.said for one in misused("المهاجر السري", AR)] == ["مهاجر غير نظامي"]


def test_the_glossary_follows_the_records():
    known = escwa()
    assert offered("La CESAO") == [("CESAO", "الإسكوا")]
    known.acronym_ar = "اسكوا"
    known.save()
    assert offered("La CESAO") == [("CESAO", "اسكوا")]
    Organization.objects.all().delete()
    assert offered("La CESAO") == []


def test_a_form_is_not_both_good_and_forbidden():
    with pytest.raises(ValidationError, match="bonne"):
        Term(name_fr="migrant", forbidden_fr="clandestin\nMigrant").full_clean()


def test_a_known_glossary_is_asked_with_one_query(django_assert_num_queries):
    escwa()
    terms_in("La CESAO", FR, AR)
    with django_assert_num_queries(1):
        terms_in("La CESAO au Caire", FR, AR)
