"""The lines around an Arabic text: where and for which paper, notes above a title, and bodies in it."""

import pytest

from tests.wire.sentences import read, told

TITLE = "انطلاق مهرجان المدينة للمسرح الصغير"
TEXT = (
    "تنطلق في المدينة يوم الخميس فعاليات الدورة السابعة من المهرجان، وتستمر حتى التاسع من الشهر "
    "بمشاركة ثماني عشرة فرقة من أحد عشر بلدا، وتحمل الدورة اسم المخرج الراحل."
)


@pytest.mark.parametrize(
    ("line", "place", "house"),
    [
        ("البصرة/ صحيفة الفيحاء الجديدة", "البصرة", "صحيفة الفيحاء الجديدة"),
        ("مونتريال - «ضفاف الثقافية»", "مونتريال", "ضفاف الثقافية"),
        ("طنجة/ جريدة المضيق: سعاد الوهابي", "طنجة", "جريدة المضيق"),
        ("لعيون (موريتانيا) ـ من مبعوث «الساحل اليوم» محمد فال ولد ابنو", "لعيون", "الساحل اليوم"),
        ("المرج الأخضر - المفرق - هبة الله العمري", "المفرق", "المرج الأخضر"),
        ("نواكشوط – ضفة ميديا", "نواكشوط", "ضفة ميديا"),
        ("الخرطوم - خاص بـ«النيلين»", "الخرطوم", "النيلين"),
        ("طرابلس - بوابة الساحل - هدى الحداد", "طرابلس", "بوابة الساحل"),
        ("بغداد/ مراسل الميزان", "بغداد", "الميزان"),
    ],
)
def test_a_line_below_a_title_says_where_and_for_which_paper(line, place, house):
    copy = read(f"{TITLE}\n\n{line}\n\n{TEXT}", "ar")
    assert (copy.headline, copy.dateline_place, copy.source_name) == (TITLE, place, house)
    assert copy.paragraphs[0].startswith("تنطلق")


@pytest.mark.parametrize(
    "line",
    ["الوزير: «لن نرحل»", "نداء إلى «المجلس الوطني»", "محمد السادس - «الرباط»"],
)
def test_a_line_that_says_something_is_no_paper(line):
    copy = read(f"{TITLE}\n\n{line}\n\n{TEXT}", "ar")
    assert copy.dateline_place is None


@pytest.mark.parametrize(
    "above",
    [
        "مادة إعلامية لاستخدام الصحفيين فقط",
        "إعلان إلى سكان باب الرمل والحدادين",
        "البورصة المصرية\nإفصاحات الشركات المقيدة",
        "بلدية طرابلس\nمصلحة الهندسة\nالرقم: 902/ص",
        "🔴",
    ],
)
def test_a_title_is_found_below_notes_and_signs(above):
    joined = f"{above} {TITLE}" if above == "🔴" else f"{above}\n\n{TITLE}"
    assert read(f"{joined}\n\n{TEXT}\n\n{TEXT}", "ar").headline == TITLE


def test_a_chat_whose_stamps_begin_with_the_hour_is_opened():
    text = (
        f"[٩:١٥ م، ٢٦/١١/٢٠٢٦] لجنة الإعلام: *{TITLE}*\n\n[٩:١٧ م، ٢٦/١١/٢٠٢٦] لجنة الإعلام: {TEXT}"
    )
    copy = read(text, "ar")
    assert copy.headline == TITLE
    assert copy.paragraphs[0].startswith("تنطلق")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("وقال رئيس النقابة العامة للعاملين في الغزل والنسيج إن المفاوضات توقفت.", ["النقابة العامة للعاملين في الغزل والنسيج"]),
        ("ويشرف المعهد الوطني لعلوم وتكنولوجيا البحار على الدراسة.", ["المعهد الوطني لعلوم وتكنولوجيا البحار"]),
        ("وصوت عضو مجلس محافظة البصرة ضد القرار.", ["مجلس محافظة البصرة"]),
        ("وطالبت جمعية ضحايا الأندلس بالتعويض.", ["جمعية ضحايا الأندلس"]),
        ("ودشنت مؤسسة يد العون الكويتية قرية سكنية.", ["مؤسسة يد العون"]),
        ("وقالت شركة إسمنت النيلين إن المبيعات ارتفعت.", ["شركة إسمنت النيلين"]),
        ('وأضرب عمال مصنع "خيط الشمال" للألبسة.', ["خيط الشمال"]),
        ("وأعلنت نقابة الفنانين العراقيين فرع البصرة موقفها.", ["نقابة الفنانين العراقيين"]),
        ("وتجمع المضربون أمام المصنع.", []),
        ("ونقلت الأم إلى غرفة الولادة.", []),
        ("وأوفدت الوزارة لجنة التحقيق.", []),
        ("وقالت مديرة المستشفى د. إشراقة عبد الرحيم إن الوقود نفد.", []),
    ],
)  # fmt: skip
def test_a_body_has_its_whole_name_and_rooms_are_none(text, bodies):
    assert list(told(text, "ar").organizations) == bodies
