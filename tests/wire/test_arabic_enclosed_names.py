"""Arabic names that no list knows, by what stands on both sides of them."""

import pytest

from tests.wire.sentences import names, speakers


@pytest.mark.parametrize(
    "name",
    ["كمبا عالي ديالو صار", "نداي فاتو مبينغ روش", "ثيوفانو كاراماني", "لوانغا سيبو مكيزي", "علوفة إسماعيل غيدي"],
)  # fmt: skip
@pytest.mark.parametrize(
    "frame",
    [
        "وتحدثت السيدة {}، رئيسة الاتحاد، عن الماء.",
        "أكدت الوزيرة السيدة {} أنها تتابع الملف.",
        "ومثلت البنك السيدة {}.",
    ],
)
def test_behind_a_courtesy_stands_a_name_up_to_a_sure_end(name, frame):
    assert name in names(frame.format(name), "ar")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('وروت كدرة روبله وعيس، وهي أم لستة أطفال، ما حدث قائلة: "وصل الماء إلى السقف".', "كدرة روبله وعيس"),
        ('رفضت زيلكه براندت-أويلر، المتحدثة باسم وزارة البيئة، الحديث عن كارثة.', "زيلكه براندت-أويلر"),
        ('وتقول شنتال مبويي تشيلا، 52 عاما: "لم يبق لنا شيء من الحقل".', "شنتال مبويي تشيلا"),
    ],
)  # fmt: skip
def test_who_stands_between_a_verb_and_who_that_is_has_a_name(text, name):
    assert name in names(text, "ar")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصرّح رئيس الاتحاد المحامي نزار ح. الصغبيني أن الملف جاهز.", "نزار ح. الصغبيني"),
        ("وتساءل رئيس النقابة إلمار ك. فيدمر ساخرا عن القرار.", "إلمار ك. فيدمر"),
        (
            "وشرح المهندس الزراعي عبدالله صالح ع. بن بريك من المركز ما حدث.",
            "عبدالله صالح ع. بن بريك",
        ),
        ("وانتقد مدرب الفريق الكابتن هيثم م. باوزير أداء لاعباته.", "هيثم م. باوزير"),
        ("ودعا النائب السابق بشر غ. الطراونة الحكومة إلى الحوار.", "بشر غ. الطراونة"),
        ("وقالت الطبيبة منى ك. أبو شقرا في تصريح إن الوضع هادئ.", "منى ك. أبو شقرا"),
    ],
)
def test_behind_an_initial_stands_one_part_of_a_name_and_the_last(text, name):
    assert name in names(text, "ar")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('فأمين صندوقها إبراهيم "دولار" جمت يلوّح بكشف أسعار.', 'إبراهيم "دولار" جمت'),
        ("أشاد السيد لحسن «بوحوت» إد بلقاسم بالمبادرة.", "لحسن «بوحوت» إد بلقاسم"),
        ("قال اللاعب سعيد «الغزال» بنعمر إن الفريق جاهز.", "سعيد «الغزال» بنعمر"),
    ],
)
def test_a_byname_in_marks_stands_within_a_name(text, name):
    assert name in names(text, "ar")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استعرض المدير العام محمد الأمين ولد الشيخ حمود إنجازات مؤسسته.", "محمد الأمين ولد الشيخ حمود"),
        ("عدّت مدربة الفريق ميليتسا يوفانوفيتش-بتروف الفوز بداية الطريق.", "ميليتسا يوفانوفيتش-بتروف"),
        ("أكدت الدكتورة رحمة بنت سالم بن علي الكثيرية، رئيسة الجمعية، ذلك.", "رحمة بنت سالم بن علي الكثيرية"),
    ],
)  # fmt: skip
def test_a_name_is_neither_cut_short_nor_goes_on_with_what_is_done(text, name):
    assert name in names(text, "ar")


@pytest.mark.parametrize(
    "text",
    [
        'قالت مصادر أمنية قريبة، وهي على اطلاع: "انتهى الأمر".',
        'قالت منظمة حقوقية محلية، وهي غير حكومية: "انتهى الأمر".',
        'قال شهود عيان: "انتهى الأمر كله".',
        'وقالت زوجة صياد مفقود، وهي أم لثلاثة: "انتهى الأمر".',
    ],
)
def test_who_has_no_name_is_nobody(text):
    assert names(text, "ar") == []
    assert speakers(text, "ar") == [None]


def test_who_joins_behind_a_name_is_no_part_of_it():
    assert names("حضر السيد وسيم أبو جودة وحشد من الأهالي.", "ar") == ["وسيم أبو جودة"]
