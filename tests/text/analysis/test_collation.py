"""Names stand where the readers of each script look for them."""

import pytest

from articles.text.analysis.collation import family_name_first, initial, sort_key, without_article


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Élysée", "E"),
        ("Œuvre", "O"),
        ("El Othmani", "E"),
        ("الجامعة العربية", "ج"),
        ("الأمم المتحدة", "ا"),
        ("إسماعيل", "ا"),
        ("آل ثاني", "ا"),
        ("ألمانيا", "ا"),
        ("3e région", "#"),
        ("«الأخبار»", "ا"),
    ],
)
def test_a_name_stands_under_its_letter(name, letter):
    assert initial(name) == letter


def test_an_organization_is_listed_without_its_french_article():
    assert without_article("L’Union africaine") == "Union africaine"
    assert without_article("La Ligue arabe") == "Ligue arabe"
    assert without_article("Laboratoire central") == "Laboratoire central"


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Ismail Chekkouri", "Chekkouri Ismail"),
        ("Saad Eddine El Othmani", "El Othmani Saad Eddine"),
        ("Dominique de Villepin", "Villepin Dominique de"),
        ("Ursula von der Leyen", "Leyen Ursula von der"),
        ("أحمد أبو الغيط", "أبو الغيط أحمد"),
        ("عبد الله بن كيران", "بن كيران عبد الله"),
        ("تميم بن حمد آل ثاني", "آل ثاني تميم بن حمد"),
        ("Zendaya", "Zendaya"),
        # A number, or an ordinal, is no family name.
        ("محمد السادس", "محمد السادس"),
        ("الحسن الثاني", "الحسن الثاني"),
        ("محمد الخامس", "محمد الخامس"),
        ("لويس السادس عشر", "لويس السادس عشر"),
        ("عبد الله الثاني بن الحسين", "عبد الله الثاني بن الحسين"),
        ("نور الدين الأول", "نور الدين الأول"),
        ("Mohammed VI", "Mohammed VI"),
        ("Charles III", "Charles III"),
        ("Louis XIV", "Louis XIV"),
        ("François Ier", "François Ier"),
        ("Jean-Paul II", "Jean-Paul II"),
        ("William Gates III", "Gates III William"),
        ("Martin Luther King Jr", "King Jr Martin Luther"),
        # Nor is a title.
        ("Sa Majesté le Roi Mohammed VI", "Mohammed VI"),
        ("pape Jean Paul II", "Jean Paul II"),
        ("le pape François", "François"),
        ("صاحب الجلالة الملك محمد السادس", "محمد السادس"),
        ("البابا فرنسيس", "فرنسيس"),
        ("الأمير رحيم", "رحيم"),
        ("Mme Nadia Fettah", "Fettah Nadia"),
        ("Son Heung-min", "Heung-min Son"),
        ("Pape", "Pape"),
        # What makes one name of two words.
        ("أبو بكر", "أبو بكر"),
        ("عبد الله", "عبد الله"),
        ("نور الدين", "نور الدين"),
        ("حسن نصر الله", "نصر الله حسن"),
        ("محمد عبد الله", "عبد الله محمد"),
        ("محمد بن سلمان", "بن سلمان محمد"),
        ("محمد بن سلمان آل سعود", "آل سعود محمد بن سلمان"),
        ("عائشة منت السالك", "منت السالك عائشة"),
        ("El Othmani", "El Othmani"),
        ("M. Ben Barka", "Ben Barka"),
        ("Ben Affleck", "Affleck Ben"),
        ("Al Gore", "Gore Al"),
        # Particles: the French « de » and « d’ » follow, « du », « la » and « van » stay.
        ("Charles d’Ornano", "Ornano Charles"),
        ("Jean de La Fontaine", "La Fontaine Jean de"),
        ("Joachim du Bellay", "du Bellay Joachim"),
        ("Vincent van Gogh", "van Gogh Vincent"),
        ("Aïcha Mint Saleck", "Mint Saleck Aïcha"),
        ("", ""),
    ],
)
def test_people_are_listed_by_their_family_name(name, listed):
    assert family_name_first(name) == listed


def test_accents_do_not_part_what_belongs_together():
    names = ["Zoé", "Étienne", "Eva", "Edgar", "Œdipe", "Odile"]
    assert sorted(names, key=sort_key) == ["Edgar", "Étienne", "Eva", "Odile", "Œdipe", "Zoé"]


def test_arabic_stands_in_its_own_order_without_the_article():
    names = ["الياسمين", "المغرب", "أحمد", "باكستان", "إيران", "الأردن", "تونس", "آسيا", "ليبيا"]
    assert sorted(names, key=sort_key) == [
        "أحمد",
        "الأردن",
        "آسيا",
        "إيران",
        "باكستان",
        "تونس",
        "ليبيا",
        "المغرب",
        "الياسمين",
    ]
