"""Whose words Arabic ones are, by the place of the name in the sentence and not by a list of names."""

import pytest

from .sentences import names, speakers, told

LONG = "«التحريات لا تزال متواصلة ولا أحد فوق القانون في هذه المدينة»"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "أكدت المفتشة العامة، السيدة نصيرة زروقي، أن المنصة «لا تعوض القسم ولا الأستاذ وإنما تمد يدا للجميع».",
            "نصيرة زروقي",
        ),
        (f"وقالت ابنته، الفنانة دلال الخازن: {LONG}.", "دلال الخازن"),
        (
            f"أبرز رئيس الغرفة، سمير العلوي، أن الإنتاج يرتقب أن يبلغ هذا الموسم 31 ألف طن، مسجلا أن {LONG}.",
            "سمير العلوي",
        ),
        (
            f"شدد عمدة مدينة ليون السابق، الفرنسي كريم بناني، على ضرورة الحوار، معتبرا أن {LONG}.",
            "كريم بناني",
        ),
        (f"أما مدرب الأهلي، سفيان العلوي، فانتقد التحكيم قائلا إن {LONG}.", "سفيان العلوي"),
        (
            f"قال لي يومها الأستاذ الراحل سالم بن حمد الكندي، وهو من علمنا القراءة: {LONG}.",
            "سالم بن حمد الكندي",
        ),
        (f"أما رئيسة الجمعية، زهراء التميمي، فلا تنتظر شيئا. {LONG}، تضحك زهراء.", "زهراء التميمي"),
        (
            (
                "تقدم الجني كثيرا، وفق ما أفاد به رئيس الدائرة، أنيس الطريقي، لصحفية محلية.\n\n"
                f"وأوضح المصدر ذاته أن الأسعار تراوحت كثيرا، مبينا أن {LONG}."
            ),
            "أنيس الطريقي",
        ),
        (
            f"واستمعت المحكمة إلى المتضررة حياة العوني، التي قالت باكية إنها لم تتسلم شيئا. {LONG}، أضافت الشاهدة.",
            "حياة العوني",
        ),
        (f"وأكد قائد الفوج المقدم رامز العلوي أن فرقه وصلت. {LONG}، شدد المقدم.", "رامز العلوي"),
        (
            f"والتقى الوزير السفير حمد بن غيث المنصوري في القاهرة.\n\nوشدد السفير المنصوري على أن {LONG}.",
            "حمد بن غيث المنصوري",
        ),
        (
            f"وقال مدير المهرجان الفنان سامي العلوي ان المهرجان سيقام في البيوت. وتابع:\n\n{LONG}.",
            "سامي العلوي",
        ),
    ],
)
def test_the_words_are_of_whoever_stands_there(text, name):
    assert speakers(text, "ar") == [name]


@pytest.mark.parametrize(
    "text",
    [
        # Two have that rank.
        f"وأكد المقدم رامز العلوي أن فرقه وصلت. ورافقه المقدم سامي الحداد. {LONG}، شدد المقدم.",
        # Another speaks between.
        f"أبرز رئيس الغرفة، سمير العلوي، أن الإنتاج جيد، وقال الوزير مسجلا أن {LONG}.",
        # A man does not laugh so.
        f"أما رئيس الجمعية، كريم التميمي، فلا ينتظر شيئا. {LONG}، تضحك كريم.",
        # Below a colon that nobody's verb opens.
        f"وحضر المدير طالب العلوي. وهذه أهم النقاط:\n\n{LONG}.",
    ],
)
def test_where_the_place_says_nothing_for_sure_the_words_are_nobodys(text):
    assert speakers(text, "ar") == [None]


def test_what_a_platform_is_called_is_still_no_quotation():
    assert told("أطلقت الوزارة رسميا المنصة «سندي للتعليم عن بعد».", "ar").quotes == ()


TEXT = (
    "{called} في البستان كل صباح.\n\n"
    + LONG
    + "، يقول {called}، واسمه الكامل عبد الحسين جاسم المالكي. وبعد الظهر يرتاح."
)


def test_who_is_called_by_a_child_has_the_whole_name_that_the_text_says():
    copy = told(TEXT.format(called="أبو كرار"), "ar")
    assert [one.speaker for one in copy.quotes] == ["عبد الحسين جاسم المالكي"]
    assert [one.name for one in copy.speakers] == ["عبد الحسين جاسم المالكي"]


def test_in_french_too_whoever_has_another_name():
    text = "« Nous avons chanté toute la nuit dans cette vallée », raconte Lalla Batoul, de son vrai nom Batoul Marouane."
    copy = told(text)
    assert [one.speaker for one in copy.quotes] == ["Batoul Marouane"]


def test_a_mayor_is_a_man_or_a_woman_as_the_name_says():
    assert names("استقبل عمدة المدينة كريم بناني الوفد.", "ar") == ["كريم بناني"]
    assert speakers(f"وقال عمدة المدينة، كريم بناني، إن {LONG}.", "ar") == ["كريم بناني"]
