"""Whose words those in marks are where the verb beside them has no subject: the one in focus."""

import pytest

from tests.wire.sentences import speakers

WORDS = "« Personne ne nous a prévenus de rien »"
SAID = "«لم يخبرنا أحد بشيء منذ شهرين كاملين»"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"ويؤكد المندوب الدكتور صالح العويني أن الورش انطلق، ويتعهد قائلا: {SAID}.", "صالح العويني"),
        (f"وعبّر الطفل أيمن بن خميس جعبوب، البالغ 9 سنوات، عن إعجابه بقوله: {SAID}.", "أيمن بن خميس جعبوب"),
        (f"فتح سالم بن عمر باعشن الباب. يمدّ يده بلا خوف، ويقول بهدوء: {SAID}.", "سالم بن عمر باعشن"),
        (f"رفضت الخبيرة ريم الحداد، العضو في اللجنة، الحديث عن كارثة، وقالت: {SAID}.", "ريم الحداد"),
        (f"وبحسب زوجته غادة الحداد، فإن الباب كسر. وتوضح: {SAID}.", "غادة الحداد"),
    ],
)  # fmt: skip
def test_an_arabic_verb_alone_means_the_one_person_of_the_sentence(text, who):
    assert speakers(text, "ar") == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"استقبل المدير سامي الحداد الوزير كريم الحلو وقال: {SAID}.",
        f"تحدث المدير سامي الحداد. وصدر تقرير عن المركز، وجاء فيه قائلا: {SAID}.",
        f"تحدث المدير سامي الحداد. وقالت: {SAID}.",
    ],
)
def test_an_arabic_verb_alone_means_nobody_where_two_or_a_paper_may_speak(text):
    assert speakers(text, "ar") == [None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"La maire Nadia Slimani a vu la digue. Elle y va depuis dix ans. {WORDS}, dit-elle.", "Nadia Slimani"),
        (f"Venue à la barre, la témoin Nadia Slimani n'a parlé que peu. {WORDS}, s'est-elle émue.", "Nadia Slimani"),
        ("La maire Nadia Slimani attend. « J'ai failli partir, raconte-t-elle. Puis je suis restée. »", "Nadia Slimani"),
    ],
)  # fmt: skip
def test_a_pronoun_means_the_one_person_of_the_paragraph(text, who):
    assert speakers(text) == [who]


def test_who_signed_what_somebody_holds_up_does_not_speak():
    text = f"Le trésorier, Paul Martin, brandit un devis signé par l'ancien maire Omar Rachdi : {WORDS}"
    assert speakers(text) != ["Omar Rachdi"]


def test_a_body_that_acts_may_speak_and_nobody_else_does():
    said = f"وأضافت المديرة دلال الحداد أن العمل انتهى.\n\nوثبتت وكالة فيتش التصنيف، وأشارت إلى أن {SAID}."
    assert speakers(said, "ar") == [None]
