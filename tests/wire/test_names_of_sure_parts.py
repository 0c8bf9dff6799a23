"""Arabic names of three to six words, made of nothing but what names are made of, whatever stands around."""

import pytest

from tests.wire.sentences import names, speakers

NAMES = [
    "مبارك عبدالله الجابر السالم",
    "نوفل القروي الحامدي",
    "رند عادل المجالي",
    "محمد الصالح بالحاج عمر",
    "إبراهيم السيد علوي الموسوي",
    "زكريا الحاج خلف",
    "فايز الدويري الحوراني",
    "حمد بن جاسم بن حمد آل ثاني",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "frame",
    [
        "وقال رئيس مجلس الإدارة الشيخ {}: «دخلنا العام بحذر شديد».",
        "وعقد الاجتماع برئاسة السيد {}.",
        "أكد مدير المستشفى الدكتور {} أن الوضع مستقر.",
        "وأشاد الوزير بتعاون المحافظ {} مع اللجنة.",
    ],
)
def test_a_name_of_sure_parts_is_whole(name, frame):
    assert name in names(frame.format(name), "ar")


def test_the_servant_of_god_is_of_the_name():
    assert names("قالت مسؤولة الشراكات أمة الرزاق يحيى جحاف إن الدعم وصل.", "ar") == [
        "أمة الرزاق يحيى جحاف"
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("استقبل المدير محمد حسن علي بيروت.", ["محمد حسن علي"]),
        ("هنأ النائب خالد سعيد المدير كريم الحلو على فوزه.", ["خالد سعيد", "كريم الحلو"]),
        ("سلم القاضي محمد خالد الجائزة للفائز.", ["محمد خالد"]),
        ("وصل المدرب وليد خالد مبتسما.", ["وليد خالد"]),
        ("انتهى شهر رمضان الماضي بلا أمطار في المدينة.", []),
        ("أكد الأستاذ باسم حسن الجابري أن المشروع جاهز.", ["باسم حسن الجابري"]),
    ],
)
def test_what_is_done_or_said_of_things_is_no_part_of_a_name(text, who):
    assert names(text, "ar") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('قال الخبير العسكري اللواء فايز الدويري الحوراني للجزيرة نت إن "الجسر سيفتح غدا".', "فايز الدويري الحوراني"),
        ('وعلق النائب فارس سعيد باسيل على ذلك إن "الجسر سيفتح غدا أمام الجميع".', "فارس سعيد باسيل"),
    ],
)  # fmt: skip
def test_who_has_such_a_name_speaks(text, who):
    assert speakers(text, "ar") == [who]
