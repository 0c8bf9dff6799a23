"""Bodies are named by what tells them to be one, and cut where their name ends."""

import pytest

from tests.wire.sentences import read, told


def bodies(text, language="fr"):
    return [one.split(" (")[0] for one in told(text, language).organizations]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("L'ONG Mains du Désert demande de l'eau.", "Mains du Désert"),
        ("Une grève commence chez Ozalys, dans la banlieue.", "Ozalys"),
        ("La société Camargo recule en Bourse.", "Camargo"),
        ("Le syndicat IG TEX appelle à la grève.", "IG TEX"),
        ("La Tunisienne des phosphates (TDP) recrute.", "Tunisienne des phosphates"),
        ("Les chiffres sont publiés par le HCDP chaque mois.", "HCDP"),
        ("Le tribunal de première instance de Médenine a jugé.", "tribunal de première instance de Médenine"),
        ("L'ambassade du Japon a confirmé la visite.", "ambassade du Japon"),
        ("Le don vient de la Faculté des Lettres et Sciences humaines.", "Faculté des Lettres et Sciences humaines"),
        ("Le match oppose le Djoliba AC à l'AS Vita.", "Djoliba AC"),
        ("Le match oppose le Djoliba AC à l'AS Vita.", "AS Vita"),
        ("Le représentant de la FAO au Tchad, Karim Lahlou, est venu.", "FAO"),
    ],
)  # fmt: skip
def test_french_bodies(text, named):
    assert named in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le PIB recule et la TVA monte, selon le rapport.",
        "Le dîner a lieu chez Karim Lahlou, dans le centre.",
        "Le comité est venu chez nous lundi.",
    ],
)
def test_letters_and_people_are_no_bodies(text):
    assert bodies(text) == []


def test_letters_that_stand_for_a_name_of_the_text_are_not_another_body():
    text = "L'Agence des zones arides (AZA) recrute. La directrice de l'AZA, Hind Saïdi, est venue."
    assert bodies(text) == ["Agence des zones arides"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("تنعى نقابة الصحفيين السودانيين إلى الأسرة الصحفية أحد أعضائها.", "نقابة الصحفيين السودانيين"),
        ("استقبل الوزير رئيس الرابطة المارونية المحامي جوزف معلوف.", "الرابطة المارونية"),
        ("تدعو السلطات ووكالة الحوض المائي لسبو إلى الحذر.", "وكالة الحوض المائي لسبو"),
        ("أفاد مصدر من المحكمة الابتدائية بسوسة بذلك.", "المحكمة الابتدائية بسوسة"),
        ("أعلنت شركة \"الواحة كابيتال\" عن نتائجها.", "الواحة كابيتال"),
        ("افتتح الأمير مركز أبحاث النخيل والتمور في المدينة.", "مركز أبحاث النخيل والتمور"),
        ("باشرت النيابة العامة التحقيق في الحادث.", "النيابة العامة"),
        ("تقدم النادي بشكوى إلى الاتحاد السوداني لكرة القدم أمس.", "الاتحاد السوداني لكرة القدم"),
        ("أكد وكيل وزارة الثقافة سالم العلوي ذلك.", "وزارة الثقافة"),
        # A noun, a name in marks, and what it is for.
        ("أعلنت شركة «الواحة» للصناعات الغذائية عن نتائجها.", "شركة «الواحة» للصناعات الغذائية"),
        ("نددت جمعية «سنابل» لحماية البيئة بالقرار.", "جمعية «سنابل» لحماية البيئة"),
        ("وقال محلل في مصرف «روتشيلد إيسيه» ذلك.", "مصرف «روتشيلد إيسيه»"),
        ("وقال المتحدث باسم جمعية السائقين \"طريقنا\"، إن القرار مجحف.", "جمعية السائقين \"طريقنا\""),
        # Behind a preposition or an office no verb stands: a place does.
        ("نقل الجرحى إلى مستشفى بريقة أمس.", "مستشفى بريقة"),
        ("وأفاد مصدر بمستشفى عفرين العام بذلك.", "مستشفى عفرين العام"),
        ("وشكرت رئيسة بلدية كفرصيدا المتطوعين.", "بلدية كفرصيدا"),
        ("يدرس في جامعة غنت منذ سنتين.", "جامعة غنت"),
        # It bears somebody's name.
        ("وقال باحث في جامعة الملك فيصل ذلك.", "جامعة الملك فيصل"),
        ("نقل إلى مستشفى أبي بكر الرازي أمس.", "مستشفى أبي بكر الرازي"),
        ("اجتمع مجلس جامعة الحسن بن عمر أمس.", "جامعة الحسن بن عمر"),
        # It goes on with a quality of two words, or with the court's seat.
        ("وقال مصدر من الوكالة الوطنية متعددة المهام ذلك.", "الوكالة الوطنية متعددة المهام"),
        ("وقضت محكمة الجنايات بمجلس قضاء سكيكدة بسجنه.", "محكمة الجنايات بمجلس قضاء سكيكدة"),
        ("ونظم التجمع الوطني للمزارعين وقفة.", "التجمع الوطني للمزارعين"),
    ],
)  # fmt: skip
def test_arabic_bodies(text, named):
    assert named in bodies(text, "ar")


@pytest.mark.parametrize(
    "text",
    [
        "يتعلق الأمر بشبكة أوهمت عشرات الضحايا بعقود شغل.",
        "اجتمع مجلس إدارة الشركة أمس في المقر.",
        "تعطلت إدارة المستشفى عن العمل صباح اليوم.",
        "يناقش النواب مشروع قانون الإدارة المحلية.",
        "بقي القطاع في غرفة الانتظار.",
        "دخل إلى مستشفى كانت تعمل فيه.",
        "درس في جامعة بعيدة عن بيته.",
        "تقبل التعازي في مجلس العائلة.",
    ],
)
def test_nouns_without_a_name_are_no_arabic_bodies(text):
    assert bodies(text, "ar") == []


def test_the_body_whose_paper_it_is_is_one_of_the_bodies():
    text = (
        "AMBASSADE DE NORVÈGE AU MAROC\n\nAVIS AU PUBLIC\n\nFermeture des guichets en décembre\n\n"
        "L'Ambassade informe le public que les guichets des visas seront fermés du 21 au 24 décembre 2026."
    )
    assert "AMBASSADE DE NORVÈGE AU MAROC" in read(text, "fr").organizations
