"""A speaker whom the importer makes is a woman or a man where the text says so plainly, and only there."""

import pytest
from django.core.management import call_command

from articles.models import Speaker
from tests.factories import SpeakerFactory

pytestmark = pytest.mark.django_db

TITLE_FR, TITLE_AR = "Le plan national adopté à Rabat", "المصادقة على المخطط الوطني بالرباط"
SAYS = {
    "Rabat – « Le plan est prêt », a déclaré la ministre de l’Économie, Nadia Fettah.": "feminine",
    "Rabat – « Le plan est prêt », a déclaré le ministre de l’Équipement, Nizar Baraka.": "masculine",
    "Rabat – « Le plan est prêt », a déclaré Mme Leila Benali.": "feminine",
    "Rabat – « Le plan est prêt », a déclaré M. Karim Zidane.": "masculine",
    "Rabat – « Le plan est prêt », a déclaré Mme le ministre de l’Économie, Nadia Fettah.": "",
    "Rabat – « Le plan est prêt », a déclaré Sanae Lahlou, directrice de l’Institut.": "feminine",
    "Rabat – « Le plan est prêt », a déclaré Claude Amar, directeur de l’Institut.": "",
    "Rabat – « Le plan est prêt », a déclaré Dominique Amar, porte-parole du ministère.": "",
    "Rabat – « Le plan est prêt », a déclaré le médecin Camille Amar.": "",
    "الرباط – قالت السيدة نادية فتاح: «المخطط جاهز».": "feminine",
    "الرباط – قال السيد نزار بركة: «المخطط جاهز».": "masculine",
    "الرباط – قالت وزيرة الاقتصاد، نادية فتاح: «المخطط جاهز».": "feminine",
    "الرباط – قال وزير التجهيز، نزار بركة: «المخطط جاهز».": "masculine",
    "الرباط – قال وزير الاقتصاد، نادية فتاح: «المخطط جاهز».": "",
}


def imported(tmp_path, text):
    file = tmp_path / "copy.txt"
    is_arabic = "الرباط" in text
    file.write_text(f"{TITLE_AR if is_arabic else TITLE_FR}\n\n{text}\n", encoding="utf-8")
    call_command("import_article", str(file), language="ar" if is_arabic else "fr")


@pytest.mark.parametrize("text", SAYS)
def test_what_the_text_says_plainly_is_known_and_nothing_else(tmp_path, text):
    imported(tmp_path, text)
    assert Speaker.objects.get().gender == SAYS[text]


def test_a_later_sentence_says_it_too_by_the_surname(tmp_path):
    imported(
        tmp_path,
        "Rabat – « Le plan est prêt », a déclaré Dominique Amar, porte-parole du ministère.\n\n"
        "Mme Amar a ajouté que tout serait publié.",
    )
    assert Speaker.objects.get().gender == "feminine"


def test_a_surname_that_two_have_says_nothing_of_either(tmp_path):
    imported(
        tmp_path,
        "Rabat – « Le plan est prêt », a déclaré Dominique Amar, porte-parole du ministère.\n\n"
        "« Il est à lire », a déclaré Camille Amar, économiste.\n\n"
        "Mme Amar a ajouté que tout serait publié.",
    )
    assert {one.gender for one in Speaker.objects.all()} == {""}
    assert Speaker.objects.count() == 2


@pytest.mark.parametrize("gender", ["", "masculine"])
def test_who_is_there_already_stays_as_the_newsroom_has_them(tmp_path, gender):
    SpeakerFactory(name_fr="Nadia Fettah", gender=gender)
    imported(tmp_path, next(iter(SAYS)))
    assert Speaker.objects.get().gender == gender
