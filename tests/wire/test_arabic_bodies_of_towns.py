"""Arabic bodies by the nouns that their names are made of, and the town that they are of."""

import pytest

from articles.text.extraction.arabic_bodies import arabic_bodies
from articles.text.extraction.organizers import organizers


def bodies(text):
    return [name for _start, _end, name in arabic_bodies(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أكدت رابطة أولياء التلاميذ في قيرا أن الورش متوقف.", "رابطة أولياء التلاميذ في قيرا"),
        ("زار الوفد مديرية الزراعة في الخليل صباحا.", "مديرية الزراعة في الخليل"),
        ("عرض معهد مخطوطات تمبكتو نسخا نادرة.", "معهد مخطوطات تمبكتو"),
        ("قضت محكمة جنايات المنصورة بالسجن.", "محكمة جنايات المنصورة"),
        ("طعن المحامي أمام مجلس شورى الدولة.", "مجلس شورى الدولة"),
        ("قالت شركة استصلاح الضفة إن القنوات جاهزة.", "شركة استصلاح الضفة"),
    ],
)
def test_the_name_of_a_body_goes_on_to_its_town(text, name):
    assert name in bodies(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقعت الوزارة اتفاقا مع جامعة أسيوط لتدريب الأطقم الطبية.", "جامعة أسيوط"),
        ("يشارك البنك الدولي في الرباط في اللقاء.", "البنك الدولي"),
    ],
)
def test_what_a_body_is_to_do_and_where_it_acts_are_not_of_its_name(text, name):
    assert name in bodies(text)


def test_with_whom_a_body_holds_an_event_is_not_of_its_name():
    text = "ملتقى تنظمه الجمعية العمانية لفنون الدمى بالتعاون مع وزارة الثقافة."
    assert organizers([text], "ar")[0] == "الجمعية العمانية لفنون الدمى"
