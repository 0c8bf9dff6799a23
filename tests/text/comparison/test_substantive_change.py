"""What may be called a misprint, and what is a change of substance."""

from time import monotonic

import pytest

from articles.text.comparison.substantive_change import Verdict, judge

NAMES = ["Nasser Bourita", "ناصر بوريطة", "القاهرة"]

CASES = [
    # The same words.
    ("Le Maroc « préside »", "Le Maroc “préside”", "none"),
    ("<p>Une session.</p>", "<p>Une <strong>session</strong>.</p>", "none"),
    ("À 10 heures : rien", "À 10\u00a0heures\u202f: rien", "none"),
    ("ترأس المغرب الجلسة", "ترأّس المغـرب الجلسة", "none"),
    ("في 3 يوليوز، بالرباط", "في ٣ يوليوز, بالرباط", "none"),
    ("Quoi... demain - oui", "Quoi… demain – oui", "none"),
    ("ماذا? 1,5", "ماذا؟ ١٫٥", "none"),
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
    ("Il vient.", "Il vient ?", "sense"),
    # Other words, more words, fewer.
    ("Le Maroc préside", "Le Maroc copréside", "words"),
    ("La session est ouverte", "La session est close", "words"),
    ("Un accord légal", "Un accord illégal", "words"),
    ("La session", "La session plénière", "words"),
    ("جلسة عامة", "جلسة مغلقة", "words"),
    ("aab bbc ccd dde eef ffg", "aaa bbb ccc ddd eee fff", "words"),
    ("La session est ouverte, et close.", "La session est ouverte.", "words"),
    # Sentences that came; what stood there stands there still.
    ("<p>Une.</p>", "<p>Une.</p><p>Encore une phrase.</p>", "added"),
    ("<p>Une.</p>", "<p>Le 3 juillet, Nasser Bourita a dit « oui ».</p><p>Une.</p>", "added"),
    ("<p>Une. Trois.</p>", "<p>Une. Deux pays, dont le Maroc. Trois.</p>", "added"),
    ("<p>انعقدت الجلسة.</p>", "<p>انعقدت الجلسة. وحضرها 12 بلدا.</p>", "added"),
    # With a misprint put right on the way, or another place for a sentence.
    ("<p>Une sesion a eu lieu.</p>", "<p>Une session a eu lieu. Dix pays y étaient.</p>", "added"),
    (
        "<p>Dix pays y étaient.</p><p>Il pleut.</p>",
        "<p>Il pleut.</p><p>Dix pays y étaient.</p>",
        "added",
    ),
    ("<p>Le Maroc préside et Rabat suit.</p>", "<p>Le Maroc préside. Et Rabat suit.</p>", "small"),
    # A sentence that came beside one that changed: the heavier counts.
    ("<p>Dix pays y étaient.</p>", "<p>Douze pays y étaient. Il pleut.</p>", "number"),
    # Words put into a sentence that stood there; a number beside a number makes another of it.
    ("Le bilan est de 10 morts.", "Le bilan est de 10 morts et 3 blessés.", "words"),
    ("Deux pays y étaient.", "Vingt deux pays y étaient.", "number"),
    ("a dit Bourita hier", "a dit Nasser Bourita hier", "name"),
    # A number or a day that only went: nothing says that it was wrong.
    ("<p>Une. Dix pays y étaient.</p>", "<p>Une.</p>", "words"),
    ("<p>Une.</p><p>Selon Nasser Bourita, il pleut.</p>", "<p>Une.</p>", "name"),
    ("Le bilan est de 10 morts et 3 blessés.", "Le bilan est de 10 morts.", "words"),
    ("Le Maroc a présidé, mercredi, une session.", "Le Maroc a présidé une session.", "words"),
    ("ترأس المغرب، الأربعاء، جلسة عامة.", "ترأس المغرب جلسة عامة.", "words"),
    ("Il a présidé mercredi une session.", "Il a présidé ensuite une session.", "words"),
    ("La session de mercredi 3 juillet", "La session de mercredi", "words"),
    ("La session du 3 juillet", "La session du mercredi 3 juillet", "words"),
    (
        "Une session s’est tenue, mercredi, au siège du conseil.",
        "Les membres élisent leur bureau.",
        "words",
    ),
    # Where it stood beside another, or another came, it is another now.
    ("Vingt deux pays y étaient.", "Deux pays y étaient.", "number"),
    ("Le prix : 2 millions", "Le prix : 2", "number"),
    ("a dit Nasser Bourita hier", "a dit Bourita hier", "name"),
    ("10 morts", "plusieurs morts", "number"),
    ("Il a présidé mercredi une session.", "Il a présidé jeudi une session.", "number"),
    ("Il vient mercredi.", "Il vient le 4 juillet.", "number"),
    ("<p>Dix pays y étaient.</p>", "<p>On compte douze États membres.</p>", "number"),
    ("<p>Ils étaient dix, a-t-on appris.</p>", "<p>Une foule compacte se pressait.</p>", "number"),
    # Who was named, and somebody's words, are not left out unsaid.
    ("<p>Une. Il a dit : « oui ».</p>", "<p>Une.</p>", "quote"),
    ("<p>Une. Il pleut.</p>", "<p>Une.</p>", "words"),
    # Words in quotation marks are somebody's.
    ("Il a dit : « la session est ouverte ».", "Il a dit : « la session est close ».", "quote"),
    ("Il a dit : “la session”.", "Il a dit : “la belle session”.", "quote"),
    ("Il a dit : « la session est ouverte ».", "Il a dit : la session est ouverte.", "quote"),
    ("Il a dit oui à la paix", "Il a dit « oui » à la paix", "quote"),
    ("<p>وقال: «الجلسة مفتوحة».</p>", "<p>وقال: «الجلسة مغلقة».</p>", "quote"),
    (
        "<blockquote><p>Elle est ouverte.</p></blockquote>",
        "<blockquote><p>Elle est close.</p></blockquote>",
        "quote",
    ),
    # One number, however its groups are parted.
    ("<p>Ils sont 12 500.</p>", "<p>Ils sont 12\u2009500.</p>", "none"),
    ("<p>Ils sont 12500.</p>", "<p>Ils sont 12\u202f500.</p>", "none"),
    ("<p>يبلغ ١٢٬٥٠٠ شخص.</p>", "<p>يبلغ 12\u202f500 شخص.</p>", "none"),
    ("<p>Ils sont 12 500.</p>", "<p>Ils sont 12 501.</p>", "number"),
    ("Il a dit : « une sesion ».", "Il a dit : « une session ».", "small"),
    ("Il a dit : « oui ». Elle vient.", "Il a dit : « oui ». Elle part.", "words"),
]


@pytest.mark.parametrize(("before", "after", "verdict"), CASES)
def test_a_change_is_judged_by_what_it_says(before, after, verdict):
    assert judge(before, after, NAMES) == Verdict(verdict)


def test_only_figures_names_and_quotations_are_corrections_whatever_a_person_says():
    insisting = {one for one in Verdict if one.insists}
    assert insisting == {Verdict.NUMBER, Verdict.NAME, Verdict.QUOTE}


def test_a_whole_text_that_is_written_anew_is_judged_in_no_time():
    words = [f"mot{n % 97} suite{n % 89} fin{n % 83}" for n in range(4000)]
    old = "".join(f"<p>{one}.</p>" for one in words)
    new = "".join(f"<p>{one} autre.</p>" for one in reversed(words))
    started = monotonic()
    assert judge(old, new).is_substance
    assert monotonic() - started < 20
