"""What people write in several ways is found by each: numbers in groups, names joined or not."""

import pytest
from django.db import transaction
from django.utils import translation

from tests.factories import ArticleFactory, SourceFactory, SpeakerFactory

FOUND = [
    # Numbers, whatever parts their groups and in whatever digits.
    ("12500", "12 500"),
    ("12 500", "12500"),
    ("12\u202f500", "12.500"),
    ("12\xa0500", "12\u2009500"),
    ("١٢٥٠٠", "12,500"),
    ("12500", "١٢٬٥٠٠"),
    ("1234", "1.234"),
    ("36828330", "36 828 330"),
    ("36 828 330", "٣٦ ٨٢٨ ٣٣٠"),
    ("500", "12 500"),
    # What a language writes as one with a number, in Arabic with tatweel or without.
    ("31828331", "و٣١٬٨٢٨٬٣٣١ نسمة"),
    ("31 828 332", "و31.828.332 نسمة"),
    ("٣١٬٨٢٨٬٣٣٣", "بـ31 828 333"),
    ("و٣١٬٨٢٨٬٣٣٤", "وبـ٣١ ٨٢٨ ٣٣٤"),
    ("بـ31.828.335", "الـ31,828,335"),
    ("31828336", "ل31\u202f828\u202f336"),
    ("و31828337", "فَ31828337"),
    ("و31828338", "31 828 338"),
    ("31828339", "près d’31 828 339 habitants"),
    ("63400", "و63.400 طن"),
    ('"63.400 طن"', "و63.400 طن"),
    ("و63", "63 طنا"),
    ("04/07/2024", "و2024-07-04"),
    ("و4.07.2024", "04/07/2024"),
    ("12 500 habitants", "12 500 habitants"),
    ('"12500 habitants"', "12 500 habitants"),
    # Telephone numbers, whatever parts their figures, from inside and outside the country.
    *(
        (typed, text)
        for text in (
            "0522-123456",
            "05 22 12 34 56",
            "+212 5 22 12 34 56",
            "05.22.12.34.56",
            "+212 (0) 522 123 456",
            "٠٥٢٢-١٢٣٤٥٦",
        )
        for typed in (
            "0522123456",
            "05 22 12 34 56",
            "+212522123456",
            "00212 522 12 34 56",
            "٠٥٢٢١٢٣٤٥٦",
        )
    ),
    ("+216 71 123 456", "+216 71 123 456"),
    ("212622123456", "+212 622 12 34 56"),
    ("212622123457", "0622-123457"),
    ("0622123458", "212622123458"),
    ("+212 622 123 459", "212622123459"),
    ("21671123457", "71 123 457"),
    ("71123456", "+216 71 123 456"),
    ("71 123 456", "+216 71 123 456"),
    # Signs before figures, and dashes of running text, exclude nothing.
    ("Croissance : -2,5 % au Maroc", "Croissance : -2,5 % au Maroc"),
    ("Croissance : −2,5 %", "Croissance : −2,5 %"),
    ("Le Maroc –dit le ministre– avance", "Le Maroc –dit le ministre– avance"),
    ("Le Maroc -dit le ministre- avance", "Le Maroc -dit le ministre- avance"),
    ("النمو -2,5 بالمئة", "النمو -2,5 بالمئة"),
    # Letters of the Maghreb and of other countries.
    ("أكادير", "أݣادير"),
    ("أݣادير", "أگادير"),
    ("كلميم", "ڭلميم"),
    ("قفصة", "ڨفصة"),
    ("فيلا", "ڥيلا"),
    ("خامنئي", "خامنئی"),
    # Two schools of spelling.
    ("هيئة", "هيأة"),
    ("هيأة", "هيئة"),
    ("هيئات", "هيآت"),
    ("مئة", "مائة"),
    ("خمسمائة", "خمسمئة"),
    ("المئوية", "المائوية"),
    # Names that are joined or not, of nobody who has a record.
    ("عبد الله", "عبدالله"),
    ("عبدالله", "وعبد الله"),
    ("بن كيران", "بنكيران"),
    ("بنكيران", "بن كيران"),
    ("Benkirane", "Ben Kirane"),
    ("Ben Kirane", "Benkirane"),
    ("El Othmani", "Elothmani"),
    ("Elothmani", "El-Othmani"),
    # Words with a hyphen, a space or nothing.
    ("anti-corruption", "anticorruption"),
    ("anticorruption", "anti-corruption"),
    ("anti corruption", "anticorruption"),
    ("email", "e-mail"),
    ("week-end", "weekend"),
    # Broken plurals.
    ("صومعة", "صوامع"),
    ("الصوامع", "صومعة"),
    ("جزيرة", "الجزر"),
    ("صاروخ", "بصواريخ"),
    # Agencies and institutions by their other names.
    ("Organisation internationale pour les migrations", "OIM"),
    ("OIM", "Organisation internationale pour les migrations"),
    ("المنظمة الدولية للهجرة", "OIM"),
    ("IOM", "المنظمة الدولية للهجرة"),
    ("UNHCR", "le Haut-Commissariat des Nations unies pour les réfugiés"),
    ("مفوضية اللاجئين", "HCR"),
    ("HCR", "المفوضية السامية للأمم المتحدة لشؤون اللاجئين"),
    ("Maghreb Arabe Presse", "وكالة المغرب العربي للأنباء"),
    ("وكالة المغرب العربي للأنباء", "(MAP)"),
    ("رويترز", "Reuters"),
    ("Ligue des États arabes", "جامعة الدول العربية"),
    ("صندوق النقد الدولي", "du FMI"),
    ("FMI", "le Fonds monétaire international"),
    ("Nations unies", "l’ONU"),
    ("الإيسيسكو", "ICESCO"),
    ("World Bank", "البنك الدولي"),
    # People who are named in a text of the other script, and have no record.
    ("الشرايبي", "Hakim Chraïbi"),
    ("حكيم الشرايبي", "M. Hakim Chraïbi"),
    ("Chekroun", "يوسف شقرون"),
    ("بنموسى", "Chakib Benmoussa"),
    ("Benjelloun", "عثمان بنجلون"),
    ("Ouahbi", "عبد اللطيف وهبي"),
    ("ماكرون", "Emmanuel Macron"),
    ("Zelensky", "زيلينسكي"),
    ("بوريطة", "M. Bourita"),
    ("Netanyahou", "نتنياهو"),
    ("طالبوف", "Akram Talibov"),
]
APART = [
    ("le la au un", "Nations unies"),
    ("au", "Union africaine"),
    ("كتاب الوزير", "Kateb"),
    ("marché", "مرشح"),
    ("Union africaine", "Auch"),
    ("وكالة الأنباء القطرية", "قنا المعدن"),
    ("12500", "12 600"),
    ("12 500", "500 12"),
    ("0522123456", "0522-123457"),
    ("0522123456", "05 22 12 34"),
    ("212522123456", "213522123457"),
    ("maroc -rabat", "maroc rabat"),
]


@pytest.fixture(scope="module")
def written(django_db_setup, django_db_blocker):
    """One article for each text: no question changes anything."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("fr"):
        for n, (_typed, text) in enumerate([*FOUND, *APART]):
            ArticleFactory(
                live=["fr", "ar"],
                headline_fr=f"Titre {n}e",
                headline_ar=f"عنوان {n}e",
                body_fr=f"<p>Ici {text} là.</p>",
                body_ar=f"<p>هنا {text} هناك.</p>",
            )
        yield
        transaction.set_rollback(True)


@pytest.fixture
def archive(written, db):
    """An article for each text."""


def headlines(client, language, typed):
    feed = client.get(f"/{language}/search/feed.rss", {"q": typed}).text
    return {part.split("</title>")[0].split()[-1] for part in feed.split("<title>")[2:]}


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize(("typed", "text"), FOUND)
def test_it_is_found_in_another_writing(client, archive, language, typed, text):
    assert f"{FOUND.index((typed, text))}e" in headlines(client, language, typed)


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize(("typed", "text"), APART)
def test_what_is_another_thing_is_not_found(client, archive, language, typed, text):
    assert f"{len(FOUND) + APART.index((typed, text))}e" not in headlines(client, language, typed)


def test_an_article_is_found_by_every_name_of_the_agency_it_is_from(client, db):
    source = SourceFactory(name_fr="MAP", name_ar="ومع")
    ArticleFactory(
        live=["fr", "ar"], source=source, headline_fr="Dépêche 1e", headline_ar="برقية 1e"
    )
    ArticleFactory(live=["fr", "ar"], headline_fr="Dépêche 2e", headline_ar="برقية 2e")
    for language in ("fr", "ar"):
        for typed in ("Maghreb Arabe Presse", "وكالة المغرب العربي للأنباء", "MAP"):
            assert "1e" in headlines(client, language, typed)
            assert "2e" not in headlines(client, language, typed)


def test_what_says_the_very_words_comes_first(client, db):
    for words, title in (
        ("l’OIM", "1e"),
        ("Organisation internationale pour les migrations", "2e"),
    ):
        ArticleFactory(
            live=["fr"], headline_fr=f"Dépêche {title}", body_fr=f"<p>Selon {words}.</p>"
        )
    feed = client.get("/fr/search/", {"q": "Organisation internationale pour les migrations"}).text
    assert feed.index("Dépêche 2e") < feed.index("Dépêche 1e")


def test_the_field_of_a_person_goes_by_the_spelling_and_then_by_the_sound(client, db):
    for number, (name, arabic) in enumerate(
        [("Leïla Benali", "ليلى بنعلي"), ("Ali Ben Ali", "علي بن علي")]
    ):
        title = f"{number}e"
        article = ArticleFactory(
            live=["fr", "ar"], headline_fr=f"Dépêche {title}", headline_ar=f"برقية {title}"
        )
        article.mention(SpeakerFactory(name_fr=name, name_ar=arabic))
    assert headlines(client, "ar", "من:بنعلي") == {"0e"}
    assert headlines(client, "fr", "de:benaly") >= {"0e"}


def test_what_is_written_as_it_is_typed_comes_before_what_sounds_like_it(client, db):
    for text, title in (("Hamid Bensouda", "4e"), ("حميد بنسودة", "5e")):
        ArticleFactory(live=["ar"], headline_ar=f"برقية {title}", body_ar=f"<p>قال {text} ذلك.</p>")
    page = client.get("/ar/search/", {"q": "بنسودة"}).text
    assert page.index("برقية 5e") < page.index("برقية 4e")


def test_who_is_found_is_not_taken_for_somebody_typed_in_another_layout(client, db):
    article = ArticleFactory(
        live=["fr"], headline_fr="Dépêche 6e", body_ar="<p>فشمل القرار الجميع</p>"
    )
    article.mention(SpeakerFactory(name_fr="Youssef Talbi", name_ar="يوسف الطالبي"))
    ArticleFactory(live=["ar"], headline_ar="برقية 7e", body_ar="<p>وهذا فشملاه بالقرار معا</p>")
    page = client.get("/fr/search/", {"q": "Talbi"}).text
    assert "Dépêche 6e" in page
    assert "فشملاه" not in page
