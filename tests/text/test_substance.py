"""What may be called a misprint, and what is a change of substance."""

import pytest

from articles.text.substance import Verdict, judge

NAMES = ["Nasser Bourita", "ناصر بوريطة", "القاهرة"]

CASES = [
    # The same words.
    ("Le Maroc « préside »", "Le Maroc “préside”", "none"),
    ("<p>Une session.</p>", "<p>Une <strong>session</strong>.</p>", "none"),
    ("À 10 heures : rien", "À 10\u00a0heures\u202f: rien", "none"),
    ("ترأس المغرب الجلسة", "ترأّس المغـرب الجلسة", "none"),
    ("في 3 يوليوز، بالرباط", "في ٣ يوليوز, بالرباط", "none"),
    # A misprint.
    ("Un session. Etat", "Une session. État", "small"),
    ("Une sesion plénière.", "Une session plénière.", "small"),
    ("Une la la session.", "Une la session.", "small"),
    ("La présidente à ouvert la séance", "La présidente a ouvert la séance", "small"),
    ("Bien sur cette session , dit-il", "Bien sur cette session, dit-il", "none"),
    ("La sessionplénière", "La session plénière", "small"),
    ("ترأس المغرب جلسة عامه.", "ترأس المغرب جلسة عامة.", "small"),
    ("انعقدت الجسلة بالرباط", "انعقدت الجلسة بالرباط", "small"),
    # A number, said with figures or with words, a sum, a day.
    ("12 pays", "15 pays", "number"),
    ("1,5 million", "15 million", "number"),
    ("six pays", "dix pays", "number"),
    ("2 millions de dirhams", "2 milliards de dirhams", "number"),
    ("en juin", "en juillet", "number"),
    ("سبعة بلدان", "تسعة بلدان", "number"),
    ("يوم الأربعاء", "يوم الخميس", "number"),
    ("5 €", "5 $", "number"),
    # A name.
    ("a dit Bourtia hier", "a dit Bourita hier", "name"),
    ("Bourtia a dit", "Bourita a dit", "name"),
    ("وقال بوريطه إن", "وقال بوريطة إن", "name"),
    ("انعقدت بالقاهره", "انعقدت بالقاهرة", "name"),
    # The sense.
    ("Il ne vient pas", "Il vient", "sense"),
    ("ونفى أنه لم يحضر", "ونفى أنه لن يحضر", "sense"),
    ("Il a dit oui à la paix", "Il a dit « oui » à la paix", "sense"),
    ("Il vient.", "Il vient ?", "sense"),
    # Other words, more words, fewer.
    ("Le Maroc préside", "Le Maroc copréside", "words"),
    ("La session est ouverte", "La session est close", "words"),
    ("Un accord légal", "Un accord illégal", "words"),
    ("La session", "La session plénière", "words"),
    ("<p>Une.</p>", "<p>Une.</p><p>Encore une phrase.</p>", "words"),
    ("جلسة عامة", "جلسة مغلقة", "words"),
    ("aab bbc ccd dde eef ffg", "aaa bbb ccc ddd eee fff", "words"),
]


@pytest.mark.parametrize(("before", "after", "verdict"), CASES)
def test_a_change_is_judged_by_what_it_says(before, after, verdict):
    assert judge(before, after, NAMES) == Verdict(verdict)
