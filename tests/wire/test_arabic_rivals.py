"""In Arabic, a verb alone, an office or a surname may be of somebody the text does not introduce.

The words are nobody's then, as where one speaks for another.
"""

import pytest

from articles.languages import Language
from articles.wire.fetch import FetchedText
from articles.wire.parse import parse

LANGUAGES = [language.code for language in Language.all()]
MINISTER = "قال وزير النقل، محمد العلوي، إن الجسر جاهز. "
ADDED = 'وأضاف أن "الجسر سيفتح غدا أمام الجميع".'


def speakers(text):
    copy = parse(FetchedText(f"عنوان الخبر هنا\n\n{text}"), LANGUAGES, "ar")
    return [quote.speaker for quote in copy.quotes]


@pytest.mark.parametrize(
    "between",
    [
        "واستقبل ثورفال سكاو بعد ذلك.",
        "وفي المقابل، انتقد ثورفال سكاو القرار بشدة.",
        "أما ثورفال سكاو فانتقد القرار بشدة.",
        "وفي المساء رفض أحد السكان القرار.",
        "وبحسب المصدر، فإن القرار خاطئ.",
        "وكان المذيع استقال من منصبه.",
        "وشكر الوزير العلوي على الاستقبال.",
        "وفي تقرير له ندد المرصد بالقرار.",
        "وقبيل الاجتماع، قال ثورفال سكاو إن الوقت حان.",
        "وأكد وزير النقل السويدي أن الجسر خطير.",
        "وأكد وزير النقل وشؤون المياه السويدي أن الجسر خطير.",
    ],
)
def test_an_arabic_verb_alone_is_nobodys_once_another_acted(between):
    assert speakers(f"{MINISTER}{between} {ADDED}") == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        'وندد الرئيس السويدي، ثورفال سكاو، بالقرار وقال: "الجسر لن يفتح غدا أمام الجميع".',
        'ووصف سكاو القرار بأنه خاطئ لكنه حذر من أن "الجسر لن يفتح غدا أمام الجميع".',
        'وكان المتحدث باسم السكان ثورفال سكاو أعلن، السبت، أن "الجسر لن يفتح أمام الجميع".',
        'في هذه الأثناء، قال موظف كبير إن الجسر خطير وأضاف أن "الجسر لن يفتح غدا أمام الجميع".',
        'وافتتح ثورفال سكاو المعرض وقال إن "الجسر لن يفتح غدا أمام الجميع".',
        'أما العارضة خديجة أوبلا، القادمة من الشمال، فقال لها زوجها إن "الجسر لن يفتح غدا".',
        'أما البائع ثورفال سكاو، القادم من الشمال، فقال "الجسر لن يفتح غدا أمام الجميع".',
        'والبائع ثورفال سكاو، القادم من الشمال، قال "الجسر لن يفتح غدا أمام الجميع".',
    ],
)
def test_an_arabic_verb_alone_is_not_his_in_a_sentence_of_another(sentence):
    assert speakers(MINISTER + sentence) in ([None], ["ثورفال سكاو"])


@pytest.mark.parametrize(
    "sentence",
    [
        'وفي تصريح صحفي أضاف أن "الجسر سيفتح غدا أمام الجميع".',
        'وتوجه بالشكر إلى السكان وقال إن "الجسر سيفتح غدا أمام الجميع".',
    ],
)
def test_an_arabic_verb_alone_still_means_who_spoke_in_a_sentence_of_nobody_else(sentence):
    assert speakers(MINISTER + sentence) == ["محمد العلوي"]


@pytest.mark.parametrize(
    "between",
    [
        "وأوضح أن الأشغال انتهت.",
        "وأشار في السياق ذاته إلى أن الأشغال انتهت.",
        "كما أوضح أن الأشغال انتهت.",
        "وكشف العلوي أن الأشغال انتهت.",
    ],
)
def test_an_arabic_verb_alone_still_means_who_goes_on_speaking(between):
    assert speakers(f"{MINISTER}{between} {ADDED}") == ["محمد العلوي"]


@pytest.mark.parametrize(
    "office",
    [
        "الوزير ثورفال سكاو",
        "الوزير السويدي ثورفال سكاو",
        "الوزير السويدي",
        "الوزير سكاو",
        "الوزير الأسبق",
        "الوزير والناشر ثورفال سكاو",
    ],
)
def test_an_arabic_office_of_another_is_not_that_of_who_was_named_before(office):
    text = f'قال الوزير محمد العلوي إن الجسر جاهز. وقال {office} إن "الجسر سيفتح غدا للجميع هنا".'
    assert speakers(text) in ([None], ["ثورفال سكاو"])


@pytest.mark.parametrize(
    "words",
    [
        "وأكد الوزير أن",
        "وأكد الوزير اليوم أن",
        "وأكد الوزير للصحفيين أن",
        "وأكد الوزير في تصريح أن",
        "وأكد وزير النقل أن",
    ],
)
def test_an_arabic_office_alone_is_its_only_holders(words):
    text = f'{MINISTER}{words} "الجسر سيفتح غدا أمام الجميع".'
    assert speakers(text) == ["محمد العلوي"]


@pytest.mark.parametrize(
    "text",
    [
        'قال الرئيس محمد العلوي إن الجسر جاهز. وأكد الرئيس التنفيذي للشركة أن "الجسر جاهز للجميع هنا".',
        'شكر الوزير محمد العلوي سكاو الذي قال إن "الجسر سيفتح غدا للجميع هنا".',
        'قال الوزير محمد العلوي إن سكاو أكد أن "الجسر سيفتح غدا للجميع هنا".',
        'وقال محامي الوزير محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال ممثل آية الله محمد العلوي في المدينة، ثورفال سكاو، إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال مبعوث جلالة الملك محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال وكيل اللاعب محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال مستشار وزير النقل محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'نقلت الصحيفة عن أحد مستشاري الوزير محمد العلوي قوله إن "الجسر سيفتح غدا للجميع هنا".',
        'قال الوزير محمد العلوي إن الجسر جاهز، في حين علق ثورفال سكاو قائلا: "الجسر خطير على الجميع".',
        'ونفى الوزير محمد العلوي ما قاله النائب من أن "الجسر لن يفتح غدا للجميع هنا".',
        'وانتقد الوزير محمد العلوي من يقول إن "الجسر لن يفتح غدا للجميع هنا".',
        'وصف النائب الوزير محمد العلوي بأنه "باع الجسر سرا لشركة أجنبية كبيرة".',
        'أعلن الوزير محمد العلوي الذي وصفته المعارضة بأنه "باع الجسر سرا لشركة أجنبية" افتتاحه.',
    ],
)
def test_arabic_words_of_somebody_else_in_a_sentence_are_not_his_whom_it_names(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        'الوزير محمد العلوي قال إن "الجسر سيفتح غدا أمام الجميع".',
        'وكان الوزير محمد العلوي قد قال إن "الجسر سيفتح غدا أمام الجميع".',
        'افتتح الوزير محمد العلوي الجسر وأكد أن "الأشغال انتهت منذ شهر كامل".',
        'قال المتحدث السفير محمد العلوي إن "الجسر سيفتح غدا أمام الجميع".',
        'قال نائب الرئيس محمد العلوي إن "الجسر سيفتح غدا أمام الجميع".',
        'نقلت الصحيفة عن الوزير محمد العلوي قوله إن "الجسر سيفتح غدا أمام الجميع".',
        'ندد الوزير محمد العلوي بما وصفه بأنه "قرار جائر في حق السكان جميعا".',
        'شكر السكان الوزير محمد العلوي الذي قال إن "الجسر سيفتح غدا أمام الجميع".',
    ],
)
def test_arabic_words_of_who_is_named_before_the_verb_are_his(text):
    assert speakers(text) == ["محمد العلوي"]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الوزير في المطار محمد العلوي.",
        "التقى وزير الخارجية في القاهرة محمد العلوي.",
    ],
)
def test_whom_a_minister_meets_in_a_place_is_not_the_minister(text):
    said = 'وأكد الوزير أن "الجسر سيفتح غدا أمام الجميع".'
    assert speakers(f"{text} {said}") == [None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            'وقال الطبيب ثورفال سكاو والذي ترأس الدراسة: "الجسر سيفتح غدا أمام الجميع".',
            "ثورفال سكاو",
        ),
        ('وقال الفريق أول سالم العلوي: "الجسر سيفتح غدا أمام الجميع".', "سالم العلوي"),
        ('ووصف الجنرال دانفورد العملية بأنها "ضربة واحدة لن تعود أبدا".', None),
        ('ورد سلمان بقوله: "الجسر سيفتح غدا أمام الجميع".', None),
        ('وقال مالك النادي ثورفال سكاو: "الجسر سيفتح غدا أمام الجميع".', None),
        ('وقال أمين المال ثورفال سكاو: "الجسر سيفتح غدا أمام الجميع".', None),
        (
            'وقالت الأميرة الجوهرة بنت سالم العلوي: "الجسر سيفتح غدا أمام الجميع".',
            "الجوهرة بنت سالم العلوي",
        ),
        (
            'وأكد الرئيس محمد سالم أردوغان الاثنين: "الجسر سيفتح غدا أمام الجميع".',
            "محمد سالم أردوغان",
        ),
    ],
)
def test_an_arabic_name_is_whole_or_is_none(text, who):
    assert speakers(text) in ([None], [who])


def test_the_name_of_a_site_is_no_quotation_though_a_verb_follows():
    text = 'في تغريدة على حسابه بموقع "تويتر"، أكد الوزير محمد العلوي وقوف بلاده مع السكان.'
    assert speakers(text) == []


def test_what_is_called_something_in_a_clause_is_not_said_by_who_follows():
    text = 'وتزامنا مع عاصفة "مسرحية الجسر"، أعلن الوزير محمد العلوي افتتاحه غدا.'
    assert speakers(text) in ([], [None])
    assert speakers('"الجسر جاهز"، أعلن الوزير محمد العلوي.') == ["محمد العلوي"]


def test_a_hashtag_is_of_a_name():
    text = 'قال الرئيس محمد سالم #العلوي إن الجسر جاهز. وأضاف: "سيفتح الجسر غدا أمام الجميع".'
    assert speakers(text) == ["محمد سالم العلوي"]


def test_a_king_and_somebody_without_an_office_are_read_in_one_text():
    text = 'قال الدكتور سالم الهاجري إن العاهل استقبله. وأضاف: "كان اللقاء طويلا ومفيدا للجميع".'
    assert speakers(text) == ["سالم الهاجري"]


def test_a_vowel_mark_that_stands_alone_is_no_word():
    text = 'قال محمد \u064b العلوي إن الجسر جاهز. وقال محمد \u064f: "الجسر سيفتح غدا أمام الجميع".'
    assert speakers(text) == [None]


def test_who_spoke_first_in_a_sentence_may_go_on_in_it_after_many_words():
    first = 'وقال وزير الصحة كريم الصالحي: "المستشفى جاهز" '
    more = 'وأضاف في تصريح طويل للصحفيين بعد زيارته إلى المستشفى الجديد: "الافتتاح غدا".'
    assert speakers(MINISTER + first + more) == ["كريم الصالحي"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        'ووصف الأمين العام للحزب إدريس الأزرق بأنه "رجل بلا مبادئ ولا ذاكرة ولا وفاء".',
        'واتهم الوزير إدريس الأزرق بـ"بيع الجسر لشركة أجنبية دون مناقصة".',
    ],
)
def test_who_is_called_something_does_not_say_it(sentence):
    assert speakers(MINISTER + sentence) == [None]


def test_an_honour_is_of_who_was_introduced_with_it():
    received = "استقبل صاحب السمو الأمير خالد العلوي مدير الجامعة الدكتور سالم الهاجري. "
    spoke = 'وقال الدكتور الهاجري إن الجامعة جاهزة. وقال {} إن "الجامعة ستفتح غدا أمام الجميع".'
    assert speakers(received + spoke.format("سموه")) == [None]
    spoke = 'قال معالي وزير النقل محمد العلوي إن الجسر جاهز. وقال {} إن "الجسر سيفتح غدا للجميع".'
    assert speakers(spoke.format("معاليه")) == ["محمد العلوي"]
    assert speakers(spoke.format("سموه")) == [None]


@pytest.mark.parametrize(
    "beginning",
    [
        "رأى الباحث في التاريخ عبد الله حمودي الإدريسي أن",
        "أبلغ الوزير محمد العلوي نظيره أسعد الشيباني الحلبي أن الجسر جاهز. وقال الشيباني إن",
        "ورد المتحدث العسكري دانيال هاغاري ليفي:",
    ],
)
def test_no_part_of_a_name_is_given_for_the_whole(beginning):
    assert speakers(f'{beginning} "الجسر سيفتح غدا أمام الجميع".') == [None]


@pytest.mark.parametrize(
    ("beginning", "who"),
    [
        (
            "نفى الرئيس محمد ولد عبد العزيز مشاركة بلاده. وقال ولد عبد العزيز إن",
            "محمد ولد عبد العزيز",
        ),
        ("وقال العميد ركن عامر محمد الحسن، قائد الفوج، إن", "عامر محمد الحسن"),
        ("وقال المتحدث باسم الجيش، العميد ركن عامر محمد الحسن، إن", "عامر محمد الحسن"),
    ],
)
def test_a_name_is_given_whole_and_without_a_rank(beginning, who):
    assert set(speakers(f'{beginning} "الجسر سيفتح غدا أمام الجميع".')) <= {who, None}


def test_a_question_is_no_part_of_a_name():
    text = 'وقال السفير محمد العلوي: "هل استقال الأمير سعود الفيصل أم أنها شائعة جديدة فقط؟"'
    copy = parse(FetchedText(f"عنوان الخبر هنا\n\n{text}"), LANGUAGES, "ar")
    assert "سعود الفيصل أم أنها" not in {person.name for person in copy.speakers}
