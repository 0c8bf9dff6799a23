"""The importer makes no people, positions or bodies of words."""

import pytest

from tests.wire.sentences import names, told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("LA FORÊT D'ABORD, LA ROUTE ENSUITE\n\nLe texte est dans la ville et la rue.", "fr"),
        ("Le directeur\n\nBéni Mellal attend la pluie et le froid dans la montagne.", "fr"),
        ("Le maire a visité la Cité Internationale et le Palais Royal.", "fr"),
        ("Le président de l'association Présence Solidaire a signé.", "fr"),
        ("« Nous avançons vite », a annoncé la société Atlas Énergie.", "fr"),
        ("رعت وزيرة الثقافة افتتاح معرض في قصر البلدية.", "ar"),
        ("أعلن رئيس الجامعة تأجيل الملتقى.", "ar"),
        ("قال المدير لمرصد المياه إن النتائج جيدة.", "ar"),
        ("التقى الوزير بجمهورية مصر العربية نظيره.", "ar"),
        ("يجتمع رئيس اللجنة كل ستة أشهر في المقر.", "ar"),
        ("شدد المدير على عدم التراجع عن القرار.", "ar"),
        ("قال الناطق الرسمي باسم المحكمة إن الجلسة رفعت.", "ar"),
    ],
)
def test_words_are_no_names(text, language):
    assert names(text, language) == []


@pytest.mark.parametrize(
    ("text", "position", "organization"),
    [
        (
            "L'ancien ministre des Pêches, Karim Lahlou, est venu.",
            "ancien ministre des Pêches",
            None,
        ),
        ("L'ex-ministre Karim Lahlou est venu.", "ex-ministre", None),
        (
            "La ministre déléguée à l'Artisanat, Hind Saïdi, est venue.",
            "ministre déléguée à l'Artisanat",
            None,
        ),
        ("Le directeur de l'Office, Karim Lahlou, est venu.", "directeur de l'Office", None),
        (
            "La représentante du ministère public, Hind Saïdi, est venue.",
            "représentante du ministère public",
            None,
        ),
        (
            (
                "Le directeur du port, au Sud de la ville, dort. Le président de la Ligue arabe, "
                "Karim Lahlou, est venu."
            ),
            "président",
            "Ligue arabe",
        ),
    ],
)
def test_a_position_is_what_is_said_and_a_body_has_a_name(text, position, organization):
    copy = told(text)
    person = copy.speakers[0]
    assert (person.position, person.organization) == (position, organization)
    assert list(copy.organizations) == ([organization] if organization else [])


def test_a_courtesy_ends_an_arabic_position():
    copy = told(
        "قال الرئيس التنفيذي للمركز الوطني للمياه الدكتور سالم بن راشد الهاجري أن المشروع جاهز.",
        "ar",
    )
    person = copy.speakers[0]
    assert person.name == "سالم بن راشد الهاجري"
    assert person.organization == "المركز الوطني للمياه"
