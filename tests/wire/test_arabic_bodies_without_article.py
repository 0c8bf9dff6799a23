"""Arabic bodies whose name no article begins: of a town, from elsewhere, up to what they are like."""

import pytest

from tests.wire.sentences import told

BODIES = [
    "محكمة عين الزرقاء",
    "بلدية جزين",
    "قيادة شرطة ميسان",
    "جمعية أبناء وادي حلفا الخيرية",
    "جمعية الأمل لمرضى السرطان",
    "شركة دلمون للتأمين",
    "كتلة عزم الوطن",
    "مكتبة طرابلس العامة",
    "السفارة الدنماركية",
    "سفارة هولندا",
    "المعهد الموريتاني لبحوث البحار",
    "مجموعة البركة المصرفية",
    "ديوان المحاسبة",
    "خفر السواحل",
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "frame",
    [
        "وأعلنت {} أمس عن موعد الافتتاح.",
        "وجرى ذلك بالتعاون مع {}.",
        "وتعهد الوزير بدعم {} قبل نهاية العام.",
    ],
)
def test_a_body_is_whole(body, frame):
    assert told(frame.format(body), "ar").organizations == (body,)


@pytest.mark.parametrize(
    "text",
    [
        "وأعلنت شركة أجنبية أمس عن موعد الافتتاح.",
        "وقالت جمعية محلية إن الماء مقطوع.",
        "وفتحت بلدية مجاورة الطريق أمس.",
        "وقالت الشركة التركية إن العقد انتهى.",
        "وأضافت غرفة أخبار القناة خبرا.",
        "ودخل الجريح مستشفى ميدانيا قبل الفجر.",
    ],
)
def test_what_may_be_any_is_no_body(text):
    assert told(text, "ar").organizations == ()


def test_what_a_body_does_is_no_part_of_it():
    text = "وافتتحت جامعة أسيوط لتدريب الأطقم الطبية مركزا جديدا."
    assert "جامعة أسيوط لتدريب الأطقم الطبية" not in told(text, "ar").organizations
