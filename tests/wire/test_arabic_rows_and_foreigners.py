"""Arabic names in a row, foreigners' names, and places that bear somebody's name."""

import pytest

from .sentences import names


def test_everybody_of_a_row_is_named():
    text = "عقدت اللجنة جلسة بحضور النواب: نجوى السيد حسن، طوني مخول، غادة فتفت وأسامة الضيقة."
    assert names(text, "ar") == ["نجوى السيد حسن", "طوني مخول", "غادة فتفت", "أسامة الضيقة"]


def test_a_row_of_things_is_of_nobody():
    assert names("وناقش النواب: ميزانية الدولة، قانون المالية وموعد الجلسة.", "ar") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وحضر المخرج البلجيكي لوك فانديرلاين.", "لوك فانديرلاين"),
        ("وسئل العميد محمد الهادي الجزيري عن ذلك.", "محمد الهادي الجزيري"),
        ("وكتب وزير الثقافة حسن فقيه عبر منصة رقمية.", "حسن فقيه"),
    ],
)
def test_a_name_is_whole(text, name):
    assert names(text, "ar") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "جرت المباراة على استاد محمد الحمد مساء الجمعة.",
        "في مدينة الملك الحسين بن طلال التنموية.",
        "وأشاد المدرب كثيرا بدور الجماهير في الفوز.",
        "وهو الأستاذ بجامعة محمد الأول.",
        "بحضور الناطقة باسمه في القاعة.",
    ],
)
def test_places_and_words_are_nobody(text):
    assert names(text, "ar") == []
