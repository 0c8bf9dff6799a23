"""The importer never puts words into a mouth: a quotation is whose the words beside it say."""

import json
from pathlib import Path

import pytest

from articles.text.analysis.names import fold
from articles.text.folding import Level, folded
from articles.wire.documents.kinds import read as read_file
from articles.wire.parse import parse
from tests.wire.sentences import LANGUAGES, speakers

UNSEEN = Path(__file__).parent / "unseen"
WHO_SPEAKS = json.loads((UNSEEN / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "Cinq ans ont été requis contre l'ancien directeur, Hervé Lassalle.\n\n"
            '"Il le savait depuis le début", a lancé le procureur.'
        ),
        (
            "Cinq ans ont été requis contre l'ancien directeur, Hervé Lassalle.\n\n"
            '"Il le savait depuis le début", a-t-il lancé.'
        ),
        (
            "Cinq ans ont été requis contre le directeur, Hervé Lassalle.\n\n"
            "« Il le savait depuis le début et n'a rien dit à personne. »"
        ),
        "La maire, Nadia Slimani, a reçu le préfet, Omar Rachdi. « Les travaux sont finis », a-t-on dit.",
        "Le ministre, Omar Rachdi, succède au directeur Karim Lahlou. « Je reviendrai », a-t-il dit.",
        "Selon l'avocat du gérant Hervé Lassalle, « rien ne prouve qu'il le savait ».",
        "Le maire, Omar Rachdi, a parlé. Un habitant a protesté. « On attend toujours », a-t-il dit.",
        "Le maire, Omar Rachdi, a parlé. Imad reste prudent. « On attend toujours », dit-il.",
        "Le maire, Omar Rachdi, a ouvert le stade.\n\nORAN - « Il pleut depuis hier », a-t-il dit.",
        "Le maire, Omar Rachdi, a ouvert le stade.\n\n* * *\n\n« Il pleut depuis hier », a-t-il dit.",
        "La directrice, Nadia Slimani, est venue. « Le pont tiendra », a-t-il assuré.",
        "La présidente, Nadia Slimani, a signé. « Le pont tiendra », ont-elles assuré.",
    ],
)
def test_words_that_no_words_beside_them_give_to_somebody_are_nobodys(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        'قال وزير النقل، محمد العلوي، إن الجسر جاهز.\n\n"انتظرنا هذا الجسر سنوات طويلة ولم يأت أحد إلينا".',
        'استقبل الوزير محمد العلوي السفير كريم الصالحي. وأضاف أن "الجسر سيفتح غدا أمام الجميع".',
        'قال وزير النقل، محمد العلوي، إن الجسر جاهز. وقالت الوزارة إن "الجسر سيفتح غدا أمام الجميع".',
        'قال وزير النقل، محمد العلوي، إن الجسر جاهز. وأضافت أن "الجسر سيفتح غدا أمام الجميع".',
        'قال وزير النقل، محمد العلوي، إن الجسر جاهز. وقال أحدهم "انتظرنا الجسر طويلا جدا هنا".',
        'قال وزير النقل، محمد العلوي، إن الجسر جاهز.\n\nوهران - وأضاف أن "المطر يهطل منذ أيام على المدينة".',
        'أكدت مديرة مؤسسة الشهيد كريم الصالحي أن "المعرض سيفتح أبوابه غدا أمام الجميع".',
        'يذكر أن "المعرض الذي افتتح أمس سيبقى مفتوحا أمام الجميع" وقد زاره الوزير محمد العلوي.',
    ],
)
def test_in_arabic_too(text):
    assert speakers(text, "ar") == [None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"Il le savait", a lancé la procureure Inès Abitbol.', "Inès Abitbol"),
        ("« Tout est prêt », a confié la cantatrice Emna Ghali.", "Emna Ghali"),
        ("« Tout est prêt », nuance Emna Ghali, présidente du comité.", "Emna Ghali"),
        ("Le maire, Omar Rachdi, a souri. « Tout est prêt », a-t-il dit.", "Omar Rachdi"),
        ("Le maire, Omar Rachdi, a rappelé que « tout est prêt depuis mars ».", "Omar Rachdi"),
        ("Selon le maire, Omar Rachdi, « tout est prêt depuis mars ».", "Omar Rachdi"),
        (
            "Le maire, Omar Rachdi, est venu.\n\n« Tout est prêt », a assuré M. Rachdi.",
            "Omar Rachdi",
        ),
        (
            "Le maire, Omar Rachdi, est venu.\n\n« Tout est prêt », a assuré le maire.",
            "Omar Rachdi",
        ),
    ],
)
def test_the_words_beside_a_quotation_say_whose_it_is(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('وقالت لمياء الجريبي، المحللة لدى بنك الجنوب، إن "الأسعار سترتفع".', ["لمياء الجريبي"]),
        ('قال وزير النقل، محمد العلوي، إن الجسر جاهز. وأضاف: "سيفتح غدا".', ["محمد العلوي"]),
        (
            'قال وزير النقل، محمد العلوي: "الجسر جاهز". وأكد المسؤول ذاته أن "الافتتاح غدا".',
            ["محمد العلوي"] * 2,
        ),
        ('"الجسر جاهز"، أوضح المهندس سالم الهاجري.', ["سالم الهاجري"]),
        ('قال الوزير محمد العلوي إن الجسر جاهز. وتابع العلوي: "الافتتاح غدا".', ["محمد العلوي"]),
    ],
)
def test_in_arabic_the_verb_names_who_speaks(text, who):
    assert speakers(text, "ar") == who


def test_what_is_called_something_is_no_quotation():
    assert speakers("Le maire a salué le film « Ali Zaoua ».") == []
    assert speakers('قال الوزير محمد العلوي في تصريح لـ"راديو المدينة" إن الجسر جاهز.', "ar") == []


def called(who):
    """By what names somebody is called in a text: by one, by several, or by none."""
    return {fold(one) for one in ([who] if isinstance(who, str) else who or [])}


def text_of(name):
    return read_file((UNSEEN / f"{name}.txt").read_bytes(), f"{name}.txt")[2]


@pytest.mark.parametrize("name", WHO_SPEAKS)
def test_no_text_gives_words_to_somebody_else(name):
    copy = parse(text_of(name), LANGUAGES, name[-2:])
    for words, who in WHO_SPEAKS[name]["quotes"]:
        for quote in copy.quotes:
            if folded(words, Level.WORDS) in folded(quote.text, Level.WORDS):
                assert fold(quote.speaker or "") in {"", *called(who)}
    people = {fold(one) for one in WHO_SPEAKS[name]["people"]}
    assert {fold(person.name) for person in copy.speakers} <= people


def test_most_of_the_unseen_texts_quotations_have_their_speaker():
    """167 of 262 in November 2026; the rest are left to a person."""
    given = 0
    for name, expected in WHO_SPEAKS.items():
        copy = parse(text_of(name), LANGUAGES, name[-2:])
        for words, who in expected["quotes"]:
            given += any(
                fold(quote.speaker or "") in called(who)
                for quote in copy.quotes
                if folded(words, Level.WORDS) in folded(quote.text, Level.WORDS)
            )
    assert given >= 165
