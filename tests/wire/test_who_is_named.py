"""Who speaks may be named without an office, and what is told may be another's words."""

import pytest

from articles.languages import Language
from articles.wire.fetch import FetchedText
from articles.wire.parse import parse

LANGUAGES = [language.code for language in Language.all()]
BRIDGE = 'إن "الجسر سيفتح غدا أمام الجميع".'
READY = "« Tout est prêt depuis mars »"


def speakers(text, language):
    title = "عنوان الخبر هنا" if language == "ar" else "Un titre sur la ville"
    copy = parse(FetchedText(f"{title}\n\n{text}"), LANGUAGES, language)
    return [quote.speaker for quote in copy.quotes]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"وقال شقيقه سالم العلوي {BRIDGE}", "سالم العلوي"),
        (f"وقال والده، عاطف العلوي، {BRIDGE}", "عاطف العلوي"),
        (f"وقال عبد الواحد الرامي {BRIDGE}", "عبد الواحد الرامي"),
        (f"وقال المتحدث باسم الجيش العميد سالم العلوي {BRIDGE}", "سالم العلوي"),
        (f"وقال وكيل الدفاع المحامي سالم العلوي {BRIDGE}", "سالم العلوي"),
        (f"وقال رئيس اللجنة، الكاميروني سالم العلوي، {BRIDGE}", "سالم العلوي"),
        (f"وقال ريمون الحاج {BRIDGE}", "ريمون الحاج"),
        (f"وقال الشاعر سالم العلوي الصغير {BRIDGE}", "سالم العلوي الصغير"),
        (f"وقال عز الدين بن الشيخ الطاهر {BRIDGE}", "عز الدين بن الشيخ الطاهر"),
        (f"يقول أبو ليث {BRIDGE}", "أبو ليث"),
        ('أما صاحب الهدف، سالم بورقادي، فقال: "الجسر سيفتح غدا أمام الجميع".', "سالم بورقادي"),
        (f"التحقت ليلى قرقني بالفريق. وقالت قرقني {BRIDGE}", "ليلى قرقني"),
        (f"ونقلت الصحيفة عن سالم العلوي قوله {BRIDGE}", "سالم العلوي"),
        (f"وقالت عضو اللجنة حليمة الفاسي {BRIDGE}", "حليمة الفاسي"),
    ],
)
def test_an_arabic_name_is_known_by_what_stands_beside_it(text, who):
    assert speakers(text, "ar") == [who]


def test_an_arabic_name_in_quotation_marks_is_a_name():
    text = f'قال الوزير سالم العلوي {BRIDGE} وقال "العلوي": "سيفتح الجسر غدا أمام الجميع".'
    assert speakers(text, "ar") == ["سالم العلوي"] * 2


@pytest.mark.parametrize(
    "text",
    [
        f"ونفى المدير، سالم العلوي، أن {BRIDGE.removeprefix('إن ')}",
        'دعا الإمام سالم العلوي إلى الصلاة، مذكرا بقوله تعالى: "وأنزلنا من السماء ماء طهورا لكم".',
        f"وذكر الوكيل سالم العلوي أن المدير كان قد صرح للمحققين {BRIDGE.replace('إن', 'بأن')}",
        f"أعلن الأخوان نبيل بن عمار ومراد بن عمار عودتهما. وقال بن عمار {BRIDGE}",
        f"وقالت وزيرة سابقة إن سالم العلوي مخطئ. وبحسب محامي الوزير سالم العلوي فإن {BRIDGE[3:]}",
    ],
)
def test_what_is_denied_or_anothers_in_arabic_is_nobodys(text):
    assert speakers(text, "ar") == [None]


def test_who_denies_one_thing_still_says_another():
    text = f'ونفى المدير، سالم العلوي، أن {BRIDGE[3:-1]}، مؤكدا أن "الأشغال تمت في موعدها تماما".'
    assert speakers(text, "ar") == [None, "سالم العلوي"]


def test_a_stretched_letter_alone_is_a_dash():
    assert speakers(f"كتبت ـ هبة عادل:\n\nوقال سالم العلوي {BRIDGE}", "ar") == ["سالم العلوي"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{READY}, raconte Riadh Kaddour.", "Riadh Kaddour"),
        (f"{READY}, s'amuse Riadh Kaddour.", "Riadh Kaddour"),
        (f"Samira Idrissi, qui dirige les fouilles, a déclaré que {READY}.", "Samira Idrissi"),
        (f"Pour Walid Belhaj, {READY}.", "Walid Belhaj"),
        (f"Me Fatima Mint Ely a plaidé : {READY}", "Fatima Mint Ely"),
        (f"{READY}, a dit M. Sidibé Touré.", "Sidibé Touré"),
        (f"Parmi eux, Moez Zid, chirurgien. {READY}, dit-il.", "Moez Zid"),
        (f"{READY}, a détaillé son porte-parole, le capitaine Nassim Bernaoui.", "Nassim Bernaoui"),
        (f"Le maire, Omar Rachdi, est venu. {READY}, sourit Omar.", "Omar Rachdi"),
        (f"Le maire, Omar Rachdi, est venu. Selon lui, {READY}.", "Omar Rachdi"),
        (
            f"{READY}, a dit la présidente de Pattes blanches, Ghania Ouali.",
            "Ghania Ouali",
        ),
    ],
)
def test_a_french_name_is_known_by_its_given_name(text, who):
    assert speakers(text, "fr") == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"{READY}, raconte Sahara Ciments.",
        f"Human Rights Watch a déclaré que {READY}.",
        f"Le maire, Omar Rachdi, et Omar Lahlou sont venus. {READY}, sourit Omar.",
        f"{READY}, a dit le chef des urgences de l'hôpital Mohammed V.",
    ],
)
def test_capitals_alone_are_no_french_name(text):
    assert speakers(text, "fr") == [None]


def test_a_surname_of_two_words_is_no_name_of_its_own():
    text = f"استقبل وزير المالية يوسف خليل ناصيف الوفد. وقال خليل ناصيف {BRIDGE}"
    assert speakers(text, "ar") in ([None], ["يوسف خليل ناصيف"])
    text = f"Le maire, Omar Sami Lahlou, est venu. {READY}, raconte Sami Lahlou."
    assert speakers(text, "fr") in ([None], ["Omar Sami Lahlou"])
