"""Whose words they are in Arabic, where no verb of speech stands before who speaks."""

import pytest

from tests.wire.sentences import speakers

WORDS = "«لن يكون الميناء جاهزا قبل نهاية الشهر»"
THAT = "«الميناء لن يكون جاهزا قبل نهاية الشهر»"
KARIM = "مدير الميناء كريم الحلو"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{WORDS}. هكذا لخص {KARIM} الوضع.", "كريم الحلو"),
        (f"{WORDS}. هذا ما قاله {KARIM} أمس.", "كريم الحلو"),
        (f"{WORDS}. كانت هذه كلمات {KARIM} أمس.", "كريم الحلو"),
        (f"وجاء رد {KARIM}: {WORDS}.", "كريم الحلو"),
        (f"ويستغرب المكتب تصريح المدير العام السيد نوفل القروي الحامدي لإحدى الإذاعات بأن {THAT}.", "نوفل القروي الحامدي"),
        (f"ولم يخف {KARIM} قلقه: {WORDS}.", "كريم الحلو"),
        (f"وحمل {KARIM} الوزارة المسؤولية: {WORDS}.", "كريم الحلو"),
        (f"وأوضح رئيس المصلحة، عميد الشرطة نور الدين بوعكاز، أن الشبكة كانت تنشط، مؤكدا ان {THAT}.", "نور الدين بوعكاز"),
        (f"وأكد {KARIM} أن العمل مستمر. وأشار المتحدث إلى أن {THAT}.", "كريم الحلو"),
    ],
)  # fmt: skip
def test_the_sentence_says_whose_the_words_are(text, who):
    assert speakers(text, "ar") == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"زار {KARIM} المدينة.\n\n12:11 الحلو: {WORDS}",
        f"زار {KARIM} المدينة.\n\n12:11 - المدير: {WORDS}",
        f"زار {KARIM} المدينة.\n\nسأل صحفي عن الموعد. الحلو مقاطعا: {WORDS}",
    ],
)
def test_who_stands_before_a_colon_speaks(text):
    assert speakers(text, "ar") == ["كريم الحلو"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"تقول سعاد (43 عاما): {WORDS}.", "سعاد"),
        (f"يقول الشاب أيمن: {WORDS}.", "أيمن"),
        (f"س: متى يفتح الميناء؟\n\nكريم الحلو: {WORDS}", "كريم الحلو"),
        (f"أشرفت الدكتورة شيخة بنت سالم الريامية على المشروع. وقالت الدكتورة شيخة إن الفكرة قديمة: {WORDS}.", "شيخة بنت سالم الريامية"),
        (f"فاز الطالب سامي بن هلال الشكيلي أمس.\n\nيقول سامي مبتسما: {WORDS}.", "سامي بن هلال الشكيلي"),
    ],
)  # fmt: skip
def test_who_is_called_by_a_first_name_speaks(text, who):
    assert speakers(text, "ar") == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"والتقى {KARIM} عاملا قال له: {WORDS}.",
        f"ورفع العمال أمام {KARIM} لافتة كتب عليها: {WORDS}.",
        f"وتسلم {KARIM} رسالة من العمال: {WORDS}.",
        f"والتقى {KARIM} النائب وأهالي الحي: {WORDS}.",
        f"{WORDS}. هذا ما جاء في تقرير زاره {KARIM} أمس.",
    ],
)
def test_words_of_another_are_not_his_whom_the_sentence_names(text):
    assert speakers(text, "ar") == [None]
