"""Bodies that have no noun of a body before their name, or one that is written small."""

import pytest

from tests.wire.sentences import told


def bodies(text, language="fr"):
    return list(told(text, language).organizations)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La société Sable & Chaux a été vendue.", ["Sable & Chaux"]),
        ("L'association Murs & Droits a écrit au maire.", ["Murs & Droits"]),
        ("L'association Voisins sûrs 13 a écrit au maire.", ["Voisins sûrs 13"]),
        ("Le groupement Zaytoun Sud réunit 40 fermes.", ["Zaytoun Sud"]),
        ("La Caisse des petites pêches prête aux patrons.", ["Caisse des petites pêches"]),
        ("Le ministre répond à l’Ordre des infirmières et infirmiers.", ["Ordre des infirmières et infirmiers"]),
        ("Le film est produit chez Oued productions.", ["Oued productions"]),
        ("L'idée vient de Mains de Sfax, une association née en 2020.", ["Mains de Sfax"]),
        ("La Ruche solidaire, l'association qu'il a fondée, distribue du pain.", ["La Ruche solidaire"]),
        ("L'usine est au concurrent du tunisien Ferphos.", ["Ferphos"]),
        ("Un industriel belge, Walcourt Steel, veut la reprendre.", ["Walcourt Steel"]),
        ("Selon l'ONG marocaine Zaytoun Bladi, 300 enfants attendent.", ["Zaytoun Bladi"]),
        ("Elle travaille avec le Service météorologique de Zambie.", ["Service météorologique de Zambie"]),
        ("La Verrerie du Bassin est en redressement.", ["Verrerie du Bassin"]),
        ("Les gendarmes de la brigade de recherches sont venus.", ["brigade de recherches"]),
        ("La réunion a lieu à l'inspection du travail.", ["inspection du travail"]),
        ("La direction régionale de la protection des oiseaux enquête.", ["direction régionale de la protection des oiseaux"]),
        ("Le comité départemental des pêches proteste.", ["comité départemental des pêches"]),
        ("La gendarmerie nationale a bouclé le port.", ["gendarmerie nationale"]),
        ("La communauté de communes a voté.", ["communauté de communes"]),
        ("L'appel sera jugé par la cour d'appel.", ["cour d'appel"]),
        ("Le stage est organisé avec le Centre d'études des lettres arabes et l'Institut français du livre.",
         ["Centre d'études des lettres arabes", "Institut français du livre"]),
    ],
)  # fmt: skip
def test_french_bodies(text, found):
    assert bodies(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Le prix du marocain Karim Lahlou sera remis lundi.",
        "L'association a écrit au maire, et le comité a répondu.",
        "Il cherche un service de nuit dans le quartier.",
        "La direction de l'usine et la section de natation ont signé.",
        "Sfax, une ville du sud, attend la pluie.",
    ],
)
def test_what_is_no_french_body(text):
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وأعلنت جمعية عناقيد للتنمية المحلية عن اللقاء.", ["جمعية عناقيد للتنمية المحلية"]),
        ("وتشارك في اللقاء منظمة زيتونة للبيئة.", ["منظمة زيتونة للبيئة"]),
        ("واشترت القمح شركة مطاحن الفرات.", ["شركة مطاحن الفرات"]),
        ("وقال بنك الضفاف للاستثمار إن الأرباح ارتفعت.", ["بنك الضفاف للاستثمار"]),
        ("وأصدرت شبكة سواعد البحر بيانا.", ["شبكة سواعد البحر"]),
        ("وبحسب دائرة الأرصاد الجوية، ستمطر غدا.", ["دائرة الأرصاد الجوية"]),
        ("وتكفلت نظارة الأوقاف بالكراء.", ["نظارة الأوقاف"]),
        ("وأغلق السهم في البورصة التونسية مرتفعا.", ["البورصة التونسية"]),
        ("وصدر البلاغ عن الديوان الملكي.", ["الديوان الملكي"]),
        ("ودعت التنسيقية الوطنية لعمال الموانئ إلى الإضراب.", ["التنسيقية الوطنية لعمال الموانئ"]),
        ("وزارت المكان العصبة التونسية للدفاع المدني.", ["العصبة التونسية للدفاع المدني"]),
        ("وقال مصدر في الهيئة القومية لقناطر النيل إن المياه كافية.", ["الهيئة القومية لقناطر النيل"]),
        ("وشاركت الكشافة الإسلامية الليبية في الحملة.", ["الكشافة الإسلامية الليبية"]),
        ("وتعلن الجمعية القطرية لأصدقاء النخيل عن المسابقة.", ["الجمعية القطرية لأصدقاء النخيل"]),
    ],
)  # fmt: skip
def test_arabic_bodies(text, found):
    assert bodies(text, "ar") == found


@pytest.mark.parametrize(
    "text",
    [
        "وأشغال تأهيل شبكة الكهرباء مستمرة.",
        "وقدمت الخطوط العريضة لبرنامج العمل الجديد.",
        "ويقام العزاء غدا بدار المناسبات.",
        "وهي شركة تدعم الفلاحين في القرى.",
        "وقررت لجنة تضم الخبراء وقف العمل.",
        "ووافق المجلس على دعوة الجمعية العامة للانعقاد.",
        "وفي البلدة جمعية ساعدت الأهالي على البناء.",
    ],
)
def test_what_is_no_arabic_body(text):
    assert bodies(text, "ar") == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Elle est avocate au barreau de Nouadhibou depuis dix ans.", "barreau de Nouadhibou"),
        ("Il a demandé à l'Union africaine de suspendre la mission.", "Union africaine"),
        ("La société marocaine Atlas Voltaïque a gagné le marché.", "Atlas Voltaïque"),
        ("L'organisation Terre Debout a porté plainte mardi.", "Terre Debout"),
        ("Elle milite au sein du collectif « Médina vivante » depuis mars.", "Médina vivante"),
        ("Le président de l'Ordre de la presse est venu.", "Ordre de la presse"),
        ("L'affaire vient devant la 4e chambre correctionnelle.", "4e chambre correctionnelle"),
        ("Une session du Grand Conseil est prévue.", "Grand Conseil"),
        ("Le maire de la commune Mme Zeïnabou Walet est venue.", None),
    ],
)
def test_a_body_begins_and_ends_where_its_name_does(text, body):
    assert told(text).organizations == ((body,) if body else ())
