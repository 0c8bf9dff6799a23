"""Bodies cut where their name ends, by what goes on with it; clubs by the match in which they play."""

import pytest

from .sentences import told


def bodies(text, language="fr"):
    return list(told(text, language).organizations)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عقد اللقاء بمقر الاتحاد التونسي للفلاحة والصيد البحري صباحا.", "الاتحاد التونسي للفلاحة والصيد البحري"),
        ("وشكر وزارة التجارة الخارجية وتنمية الصادرات على الدعم.", "وزارة التجارة الخارجية وتنمية الصادرات"),
        ("بدعم من منظمة تكافل الواحة.", "منظمة تكافل الواحة"),
        ("وأكد مدير إعلام دائرة صحة كركوك، سامي العلوي، ذلك.", "دائرة صحة كركوك"),
        ("ودعت الجمعية مؤسسة كهرباء لبنان الجنوبي إلى نشر النتائج.", "مؤسسة كهرباء لبنان الجنوبي"),
        ("في مختبرات مصلحة البحوث البحرية الساحلية.", "مصلحة البحوث البحرية الساحلية"),
        ("بدعم من مجلس جهة فاس مكناس.", "مجلس جهة فاس مكناس"),
        ("يدعو الرابطة المغربية للدفاع عن الحقوق المدنية إلى الحوار.", "الرابطة المغربية للدفاع عن الحقوق المدنية"),
        ("الذي تنظمه المدرسة بالتعاون مع الصندوق العربي للإنماء الاجتماعي بغلاف مالي كبير.", "الصندوق العربي للإنماء الاجتماعي"),
        ("وأوفى بتعليمات بنك الكويت المركزي المتعلقة بالسيولة.", "بنك الكويت المركزي"),
        ("وشاركت فرقة \"القنديل\" من مراكش في العرض.", 'فرقة "القنديل"'),
        ("وأعرب المدير العام لشركة تطوير الزرقاء، سامي العلوي، عن أمله.", "شركة تطوير الزرقاء"),
    ],
)  # fmt: skip
def test_an_arabic_body_is_cut_where_its_name_ends(text, name):
    assert name in bodies(text, "ar")


@pytest.mark.parametrize(
    "text",
    [
        "وشكر وزارة الثقافة ورئيس البلدية.",
        "وشكر وزارة الثقافة ومنظمة اليونسكو.",
    ],
)
def test_a_ministry_does_not_go_on_with_somebody_else(text):
    assert "وزارة الثقافة" in bodies(text, "ar")


def test_a_noun_alone_is_any_body():
    assert bodies("وقالت المديرة الإقليمية للمنظمة، سلمى العلوي، إن العلاج معروف.", "ar") == []


def test_a_professor_of_a_university_who_has_another_office():
    copy = told(
        "قال الدكتور سالم بناني، أستاذ الصحة في جامعة أسيوط والمشرف على الدراسة، إن النتائج جيدة.",
        "ar",
    )
    assert copy.organizations == ("جامعة أسيوط",)


MATCH = (
    "حقق فريق المرجان فوزا ثمينا على النورس بثلاثة أهداف في المباراة التي جمعتهما ضمن الجولة العاشرة من الدوري.\n\n"
    "وتستكمل الجولة غدا فيلتقي كاظمية مع الشراع والسالمة مع القوس."
)


def test_clubs_are_whoever_meets_in_a_match():
    assert set(bodies(MATCH, "ar")) == {"المرجان", "النورس", "كاظمية", "الشراع", "السالمة", "القوس"}


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير مع المدير في القاعة، وتحدثا عن الميزانية.",
        "فاز المنتخب في المباراة النهائية من البطولة على البحرين.",
        "وتغلب الفريق على ضيفه في المباراة وابتعد عن الصدارة في الدوري.",
    ],
)
def test_elsewhere_nobody_is_a_club(text):
    assert bodies(text, "ar") == []


def test_french_clubs_of_results_and_fixtures():
    text = "Résultats : Kazma - FUS Rabat 85-83\nÉtoile Homs - Al Hilal 77-61"
    assert {"Kazma", "FUS Rabat", "Al Hilal"} <= set(bodies(text))
    fixture = "DOUAI - 20h00 : Football, 16e journée : Valmont FC - Quercy-Rouen"
    assert {"Valmont FC", "Quercy-Rouen"} <= set(bodies(fixture))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le tribunal judiciaire de Lille du procès de l'ancien maire parle.", "tribunal judiciaire de Lille"),
        ("Il vient de l'Assemblée générale de la Fédération régionale des potiers.", "Fédération régionale des potiers"),
        ("Avec l'appui du Centre d'étude en habitat durable, il avance.", "Centre d'étude en habitat durable"),
        ("Elle est présidente de la commission du développement rural, à Thiès.", "commission du développement rural"),
        ("Elle salue la Croix-Rouge burkinabè pour son appui.", "Croix-Rouge burkinabè"),
        ("Je remercie Lyon-Bourgogne Université, qui nous accueille.", "Lyon-Bourgogne Université"),
        ("Le sociologue Yann Roy (UQAT), qui l'a suivie, est cité. Elle vient de la UQAT.", "UQAT"),
    ],
)  # fmt: skip
def test_a_french_body_is_cut_where_its_name_ends(text, name):
    assert name in bodies(text)


def test_what_holds_an_event_ends_before_a_verb():
    text = "Une équipe, en collaboration avec le Centre Muraz de Sikasso, montre qu'une dose unique protège."
    assert not any("montre" in one for one in bodies(text))


def test_the_letters_of_a_club_are_no_other():
    text = "L'US Monastir s'est qualifiée. En finale, l'USM affrontera le vainqueur."
    assert "USM" not in bodies(text)


def test_a_policeman_is_no_body():
    text = (
        "Le Commissaire de Police Harouna Sani, chef d'antenne, est venu. L'Office du Niger aussi."
    )
    assert not any("Harouna" in one for one in bodies(text))
