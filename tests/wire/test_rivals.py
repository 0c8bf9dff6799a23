"""Somebody whom a text names without saying who it is may be the one that speaks.

Where a pronoun, a verb alone or an office could mean that person, the words are nobody's.
"""

import pytest

from articles.languages import Language
from articles.wire.fetch import Received
from articles.wire.parse import parse

MINISTER = "قال وزير النقل، محمد العلوي، إن الجسر جاهز. "
LANGUAGES = [language.code for language in Language.all()]
MAYOR = "Le maire, Omar Rachdi, a ouvert le stade. "
SAID = "« Rien n'est prêt depuis mars », a-t-il dit."


def speakers(text, language="fr"):
    title = "عنوان الخبر هنا" if language == "ar" else "Un titre sur la ville"
    return [
        quote.speaker for quote in parse(Received(f"{title}\n\n{text}"), LANGUAGES, language).quotes
    ]


@pytest.mark.parametrize(
    "between",
    [
        "Emmanuel Lacour reste prudent.",
        "Ensuite, Emmanuel Lacour a pris la parole.",
        "Emmanuel Lacour, lui, n'y croit pas.",
        "Il a reçu Emmanuel Lacour.",
        "Selon Emmanuel Lacour, tout est prêt.",
        "Selon Lacour, tout est prêt.",
        "Pour Lacour, il faut attendre.",
        "De son côté, Emmanuel Lacour a refusé.",
        "De son côté, Lacour a refusé.",
        "L'opposant Emmanuel Lacour a refusé.",
        "L'éditeur Emmanuel Lacour proteste.",
        "Son homologue Emmanuel Lacour a refusé.",
        "Emmanuel Lacour et le maire ont parlé.",
        "Le projet est contesté par Emmanuel Lacour.",
        "M. Lacour a refusé.",
        "Me Lacour a refusé.",
    ],
)
def test_a_pronoun_is_nobodys_once_somebody_unknown_was_named(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == [None]


@pytest.mark.parametrize(
    "between",
    [
        "Le commerçant s'emporte.",
        "Dehors, son voisin s'emporte.",
        "À la sortie, un jeune homme s'emporte.",
        "L'élu d'opposition s'emporte.",
        "Le quinquagénaire, licencié en mai, s'emporte.",
        "Quant à l'opposant, il s'emporte.",
        "Autre son de cloche chez un boulanger.",
    ],
)
def test_a_pronoun_is_nobodys_once_somebody_without_a_name_was_spoken_of(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Un habitant s'est plaint, et il a dit que « rien n'est prêt depuis mars ».",
        "Un habitant est venu : « Rien n'est prêt depuis mars », a-t-il dit.",
        "Le préfet s'interroge : « Rien n'est prêt depuis mars », a-t-il dit.",
        "Interrogé, son adjoint hausse les épaules : « Rien n'est prêt depuis mars », dit-il.",
        "Pour son voisin, « rien n'est prêt depuis mars », dit-il.",
    ],
)
def test_a_pronoun_is_nobodys_in_a_sentence_of_somebody_without_a_name(sentence):
    assert speakers(MAYOR + sentence) == [None]


def test_who_is_spoken_of_in_words_told_is_not_who_tells_them():
    told = "Le conducteur a été tué sur le coup, a-t-il ajouté. "
    assert speakers(MAYOR + told + SAID) == ["Omar Rachdi"]
    assert speakers(f"{MAYOR}Le préfet, Karim Lahlou, viendra demain, a-t-il ajouté. {SAID}") == [
        None
    ]


def test_whom_somebody_names_in_speaking_may_reply_but_does_not_go_on():
    spoke = "« Tout est prêt », a dit le maire, Omar Rachdi, à Emmanuel Lacour. "
    assert speakers(spoke + "« Nous avançons », a-t-il ajouté.") == ["Omar Rachdi"] * 2
    assert speakers(spoke + "« Nous attendons », a-t-il répondu.") == ["Omar Rachdi", None]


@pytest.mark.parametrize(
    "sentence",
    [
        "« Rien n'est prêt », a-t-il insisté, tandis qu'un habitant lui disait : « On attend toujours. »",
        "« Rien n'est prêt », a-t-il insisté, alors que le préfet expliquait : « On attend toujours. »",
        (
            "Il a répondu : « Rien n'est prêt » et la critique de la Gazette est restée sans aucune "
            "pitié : « On attend toujours. »"
        ),
    ],
)
def test_who_spoke_first_in_a_sentence_does_not_say_what_another_says_in_it(sentence):
    assert speakers(MAYOR + sentence) == ["Omar Rachdi", None]


def test_who_spoke_first_in_a_sentence_may_go_on_in_it_after_many_words():
    first = 'وقال وزير الصحة كريم الصالحي: "المستشفى جاهز" '
    more = 'وأضاف في تصريح طويل للصحفيين بعد زيارته إلى المستشفى الجديد: "الافتتاح غدا".'
    assert speakers(MINISTER + first + more, "ar") == ["كريم الصالحي"] * 2


def test_a_pronoun_may_stand_between_the_parts_of_a_verb():
    said = "Le préfet, Karim Lahlou, a lui estimé que « rien n'est prêt depuis mars »."
    assert speakers(MAYOR + said) == ["Karim Lahlou"]
    assert speakers(f"{MAYOR}Marine Lacour a elle estimé que « rien n'est prêt depuis mars ».") == [
        None
    ]


def test_what_somebody_is_called_beside_his_name_is_nobody_else():
    text = "Le maire, Omar Rachdi, un habitant du quartier, a parlé. "
    assert speakers(text + SAID) == ["Omar Rachdi"]
    assert speakers(f"{MAYOR}L'artiste Omar Rachdi a souri. {SAID}") == ["Omar Rachdi"]
    assert speakers(f"{MAYOR}Devant le Parlement, il a dit que « tout est prêt depuis mars ».") == [
        "Omar Rachdi"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Lacour a lui déclaré que « rien n'est prêt », a-t-il dit.",
        "Face à Emmanuel Lacour, « rien n'est prêt depuis mars », a-t-il dit.",
        "Emmanuel Lacour, lui, n'y croit pas : « Rien n'est prêt depuis mars », a-t-il dit.",
    ],
)
def test_a_pronoun_is_nobodys_beside_somebody_unknown(sentence):
    assert speakers(MAYOR + sentence) == [None]


@pytest.mark.parametrize(
    "between",
    [
        "Il est venu à pied.",
        "Le stade a coûté cher à la région.",
        "La Coupe du monde commence en juin à Béni-Mellal.",
        "Le palais de la Cité Internationale a été repeint.",
    ],
)
def test_a_pronoun_still_means_whom_the_text_speaks_of(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == ["Omar Rachdi"]


def test_words_said_beside_a_stranger_keep_their_speaker():
    said = "« Rien n'est prêt », a dit M. Rachdi à Emmanuel Lacour."
    assert speakers(MAYOR + said) == ["Omar Rachdi"]
    assert speakers(
        "Le maire, Omar Rachdi, a dit à Emmanuel Lacour que « rien n'est prêt depuis mars »."
    ) == ["Omar Rachdi"]


@pytest.mark.parametrize(
    "office",
    [
        "le romancier et éditeur Karim Lahlou",
        "le romancier et grand voyageur Karim Lahlou",
        "le romancier en vogue Karim Lahlou",
        "le romancier pour enfants Karim Lahlou",
    ],
)
def test_an_office_before_another_name_is_not_that_of_who_was_named_before(office):
    text = f"Le romancier Omar Rachdi a signé. « Le livre vit encore », a dit {office}."
    assert speakers(text) in ([None], ["Karim Lahlou"])


def test_a_trade_beside_an_office_introduces_who_has_both():
    text = "Le romancier et éditeur Karim Lahlou est venu. « Le livre vit », a dit M. Lahlou."
    assert speakers(text) == ["Karim Lahlou"]


def test_an_office_at_a_company_is_not_the_companys_name():
    text = "« Tout est prêt », a dit le directeur de l'opérateur Atlas Mobile."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "relayed",
    [
        "Le maire, Omar Rachdi, a rappelé ce que disait Karim Lahlou : « Rien n'est prêt ici. »",
        "Le maire, Omar Rachdi, a rappelé les mots de Karim Lahlou : « Rien n'est prêt ici. »",
    ],
)
def test_words_of_another_that_somebody_recalls_are_not_his(relayed):
    assert speakers(relayed) == [None]


def test_a_surname_that_two_bear_is_neithers_though_one_has_no_office():
    son = "Nadim Rachdi a bâti le stade. Son père, le maire Omar Rachdi, est mort en 2005.\n\n"
    assert speakers(f"{son}« Rien n'est prêt depuis mars », dit Rachdi.") == [None]
    assert speakers(f"{son}« Rien n'est prêt depuis mars », a dit Omar Rachdi.") == ["Omar Rachdi"]
    arabic = "كريم العلوي هو باني الجسر، وابن الوزير محمد العلوي.\n\n"
    assert speakers(f'{arabic}وقال العلوي إن "الجسر سيفتح غدا أمام الجميع".', "ar") == [None]


# In Arabic.

ADDED = 'وأضاف أن "الجسر سيفتح غدا أمام الجميع".'


@pytest.mark.parametrize(
    "between",
    [
        "واستقبل كارل سكاو بعد ذلك.",
        "وفي المقابل، انتقد كارل سكاو القرار بشدة.",
        "أما كارل سكاو فانتقد القرار بشدة.",
        "وفي المساء رفض أحد السكان القرار.",
        "وبحسب المصدر، فإن القرار خاطئ.",
        "وفي تقرير له ندد المرصد بالقرار.",
        "وقبيل الاجتماع، قال كارل سكاو إن الوقت حان.",
        "وأكد وزير النقل السويدي أن الجسر خطير.",
        "وأكد وزير النقل وشؤون المياه السويدي أن الجسر خطير.",
    ],
)
def test_an_arabic_verb_alone_is_nobodys_once_another_acted(between):
    assert speakers(f"{MINISTER}{between} {ADDED}", "ar") == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        'وندد الرئيس السويدي، كارل سكاو، بالقرار وقال: "الجسر لن يفتح غدا أمام الجميع".',
        'ووصف سكاو القرار بأنه خاطئ لكنه حذر من أن "الجسر لن يفتح غدا أمام الجميع".',
        'وكان المتحدث باسم السكان كارل سكاو أعلن، السبت، أن "الجسر لن يفتح أمام الجميع".',
        'وافتتح كارل سكاو المعرض وقال إن "الجسر لن يفتح غدا أمام الجميع".',
    ],
)
def test_an_arabic_verb_alone_is_nobodys_in_a_sentence_of_another(sentence):
    assert speakers(MINISTER + sentence, "ar") == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        'وفي تصريح صحفي أضاف أن "الجسر سيفتح غدا أمام الجميع".',
        'وتوجه بالشكر إلى السكان وقال إن "الجسر سيفتح غدا أمام الجميع".',
    ],
)
def test_an_arabic_verb_alone_still_means_who_spoke_in_a_sentence_of_nobody_else(sentence):
    assert speakers(MINISTER + sentence, "ar") == ["محمد العلوي"]


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
    assert speakers(f"{MINISTER}{between} {ADDED}", "ar") == ["محمد العلوي"]


@pytest.mark.parametrize(
    "office",
    [
        "الوزير كارل سكاو",
        "الوزير السويدي كارل سكاو",
        "الوزير السويدي",
        "الوزير سكاو",
        "الوزير الأسبق",
        "الوزير والناشر كارل سكاو",
    ],
)
def test_an_arabic_office_of_another_is_not_that_of_who_was_named_before(office):
    text = f'قال الوزير محمد العلوي إن الجسر جاهز. وقال {office} إن "الجسر سيفتح غدا للجميع هنا".'
    assert speakers(text, "ar") in ([None], ["كارل سكاو"])


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
    assert speakers(text, "ar") == ["محمد العلوي"]


@pytest.mark.parametrize(
    "text",
    [
        'قال الرئيس محمد العلوي إن الجسر جاهز. وأكد الرئيس التنفيذي للشركة أن "الجسر جاهز للجميع هنا".',
        'شكر الوزير محمد العلوي سكاو الذي قال إن "الجسر سيفتح غدا للجميع هنا".',
        'قال الوزير محمد العلوي إن سكاو أكد أن "الجسر سيفتح غدا للجميع هنا".',
        'وقال محامي الوزير محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال ممثل آية الله محمد العلوي في المدينة، كارل سكاو، إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال مبعوث جلالة الملك محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال وكيل اللاعب محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'وقال مستشار وزير النقل محمد العلوي إن "الجسر سيفتح غدا للجميع هنا".',
        'نقلت الصحيفة عن أحد مستشاري الوزير محمد العلوي قوله إن "الجسر سيفتح غدا للجميع هنا".',
        'ونفى الوزير محمد العلوي ما قاله النائب من أن "الجسر لن يفتح غدا للجميع هنا".',
        'وانتقد الوزير محمد العلوي من يقول إن "الجسر لن يفتح غدا للجميع هنا".',
        'وصف النائب الوزير محمد العلوي بأنه "باع الجسر سرا لشركة أجنبية كبيرة".',
        'أعلن الوزير محمد العلوي الذي وصفته المعارضة بأنه "باع الجسر سرا لشركة أجنبية" افتتاحه.',
    ],
)
def test_arabic_words_of_somebody_else_in_a_sentence_are_not_his_whom_it_names(text):
    assert speakers(text, "ar") == [None]


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
    assert speakers(text, "ar") == ["محمد العلوي"]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الوزير في المطار محمد العلوي.",
        "التقى وزير الخارجية في القاهرة محمد العلوي.",
    ],
)
def test_whom_a_minister_meets_in_a_place_is_not_the_minister(text):
    said = 'وأكد الوزير أن "الجسر سيفتح غدا أمام الجميع".'
    assert speakers(f"{text} {said}", "ar") == [None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('وقال الطبيب كارل سكاو والذي ترأس الدراسة: "الجسر سيفتح غدا أمام الجميع".', "كارل سكاو"),
        ('ورد سلمان بقوله: "الجسر سيفتح غدا أمام الجميع".', None),
        ('وقال مالك النادي كارل سكاو: "الجسر سيفتح غدا أمام الجميع".', None),
        ('وقال أمين المال كارل سكاو: "الجسر سيفتح غدا أمام الجميع".', None),
        ('وقالت الأميرة الجوهرة بنت سالم العلوي: "الجسر سيفتح غدا أمام الجميع".', None),
        (
            'وأكد الرئيس محمد سالم أردوغان الاثنين: "الجسر سيفتح غدا أمام الجميع".',
            "محمد سالم أردوغان",
        ),
    ],
)
def test_an_arabic_name_is_whole_or_is_none(text, who):
    assert speakers(text, "ar") in ([None], [who])


def test_the_name_of_a_site_is_no_quotation_though_a_verb_follows():
    text = 'في تغريدة على حسابه بموقع "تويتر"، أكد الوزير محمد العلوي وقوف بلاده مع السكان.'
    assert speakers(text, "ar") == []


def test_what_is_called_something_in_a_clause_is_not_said_by_who_follows():
    text = 'وتزامنا مع عاصفة "مسرحية الجسر"، أعلن الوزير محمد العلوي افتتاحه غدا.'
    assert speakers(text, "ar") in ([], [None])
    assert speakers('"الجسر جاهز"، أعلن الوزير محمد العلوي.', "ar") == ["محمد العلوي"]


def test_a_hashtag_is_of_a_name():
    text = 'قال الرئيس محمد سالم #العلوي إن الجسر جاهز. وأضاف: "سيفتح الجسر غدا أمام الجميع".'
    assert speakers(text, "ar") == ["محمد سالم العلوي"]


def test_a_king_and_somebody_without_an_office_are_read_in_one_text():
    text = 'قال الدكتور سالم الهاجري إن العاهل استقبله. وأضاف: "كان اللقاء طويلا ومفيدا للجميع".'
    assert speakers(text, "ar") == ["سالم الهاجري"]


def test_a_vowel_mark_that_stands_alone_is_no_word():
    text = 'قال محمد \u064b العلوي إن الجسر جاهز. وقال محمد \u064f: "الجسر سيفتح غدا أمام الجميع".'
    assert speakers(text, "ar") == [None]
