"""Care for spaces, signs, digits and names: no letter is changed, and nothing twice."""

import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.richtext.segments import typography_folded
from articles.text.typography.conventions import ARABIC_INDIC, conventions_for
from articles.text.typography.rules import TATWEEL, fixed, remarks

FRENCH = conventions_for("fr", "Latn", rtl=False)
ARABIC = conventions_for("ar", "Arab", rtl=True)
EASTERN = conventions_for("ar", "Arab", rtl=True, digits=ARABIC_INDIC)
SPANISH = conventions_for("es", "Latn", rtl=False)

# In the examples: _ is the narrow no-break space, {} set a name apart.
SHOWN = str.maketrans({"\u202f": "_", "\u2068": "{", "\u2069": "}"})


def care(text, conventions, rich=False):
    return fixed(text, conventions, rich=rich).translate(SHOWN)


@pytest.mark.parametrize(
    ("typed", "cared_for"),
    [
        ("Qui préside? Le Maroc!", "Qui préside_? Le Maroc_!"),
        ("Deux axes : l'eau ; l'énergie", "Deux axes_: l’eau_; l’énergie"),
        ("Quoi ?! Rien...", "Quoi_?! Rien..."),
        ("Il a dit «nous irons».", "Il a dit «_nous irons_»."),
        ('Il a dit "nous irons".', "Il a dit «_nous irons_»."),
        ('« Il a dit "oui" »', "«_Il a dit “oui”_»"),
        ("l'“eau”", "l’«_eau_»"),
        ('Un écran de 5" et (?)', 'Un écran de 5" et (?)'),
        ("À 10:30, ratio 1 : 2, score 3:0 ; oui", "À 10:30, ratio 1 : 2, score 3:0_; oui"),
        ("Voir https://iom.int/a?b=1;c : ici", "Voir https://iom.int/a?b=1;c_: ici"),
        ("Écrire à a;b@map.ma !", "Écrire à a;b@map.ma_!"),
        ("Merci :-) et ;)", "Merci :-) et ;)"),
        ("xml:lang, std::move", "xml:lang, std::move"),
        ("En ٢٠٢٤", "En 2024"),
        ("Pays (المغرب, تونس) amis", "Pays ({المغرب}, {تونس}) amis"),
    ],
)
def test_french(typed, cared_for):
    assert care(typed, FRENCH) == cared_for


@pytest.mark.parametrize(
    ("typed", "cared_for"),
    [
        ("قال الوزير, أمس: هل توافق أوروبا?", "قال الوزير، أمس: هل توافق أوروبا؟"),
        ("نعم ؛ لا ، ربما ؟", "نعم؛ لا، ربما؟"),
        ('قال: " سنذهب "', "قال: «سنذهب»"),
        ("قال: “سنذهب”", "قال: “سنذهب”"),
        ("بنسبة 3,5 في المائة عند 10:30", "بنسبة 3,5 في المائة عند 10:30"),
        ("في ٣ يوليوز ٢٠٢٤ بنسبة ٣٫٥", "في 3 يوليوز 2024 بنسبة 3,5"),
        ("المغـــرب سنة 1445 هـ وبـ50 والـ«أمم»", "المغرب سنة 1445 هـ وبـ50 والـ«أمم»"),
        ("شركات Google، Microsoft وغيرها", "شركات {Google}، {Microsoft} وغيرها"),
        ("اتصلت Google Maps بالوزارة", "اتصلت Google Maps بالوزارة"),
        ("باريس Paris, London ثم", "باريس Paris, London ثم"),
        ("على حساب @OIM وبلغة C++ الشهيرة", "على حساب {@OIM} وبلغة {C++} الشهيرة"),
        ("شركة \u2068Google\u2069، \u2068Meta\u2069", "شركة {Google}، {Meta}"),
        ("نص\u200f عربي\u202b قديم\u202c \u2068ثم", "نص عربي قديم ثم"),
    ],
)
def test_arabic(typed, cared_for):
    assert care(typed, ARABIC) == cared_for


def test_a_newsroom_may_choose_the_other_digits_which_names_do_not_take():
    assert care("في 3 يوليوز 2024 عند 10:30", EASTERN) == "في ٣ يوليوز ٢٠٢٤ عند ١٠:٣٠"
    assert care("قمة COP28 وهاتف iPhone 15 وG20", EASTERN) == "قمة COP28 وهاتف iPhone 15 وG20"


def test_a_language_whose_customs_are_not_known_is_left_alone():
    text = '¿Quién preside? "Marruecos": 10:30, l\'any'
    assert care(text, SPANISH) == text


def test_mark_up_addresses_and_code_stay_as_they_are():
    text = (
        '<p><a href="https://iom.int/?a=1;b">Voir ?</a> <strong>Pourquoi</strong>? '
        '<code>a ? b : c</code> A&amp;B&nbsp;! <em>"Oui"</em><br>?</p><p>? non</p>'
    )
    assert care(text, FRENCH, rich=True) == (
        '<p><a href="https://iom.int/?a=1;b">Voir_?</a> <strong>Pourquoi</strong>_? '
        "<code>a ? b : c</code> A&amp;B_! <em>«_Oui_»</em><br>?</p><p>? non</p>"
    )


def test_each_remark_shows_the_words_it_would_change():
    (remark,) = remarks("<p>Il a dit «oui».</p>", FRENCH, rich=True)
    (change,) = remark.changes
    assert (remark.rule, change.before, change.after) == ("inside", "«oui».", "«\u202foui\u202f».")


SIGNS = "aé Lغم بل تونـ ،؛؟,;:!?.'\"«»“”()5٣٫\n\u00a0\u202f\u2068\u2069\u200f\u202b#+@-/"
PIECES = [*SIGNS, "<em>", "</em>", "<p>", "</p>", "<br>", "&amp;", "&nbsp;", "&quot;"]
PIECES += [
    "36 828 330",
    "+212 522 12 34 56",
    "0522-12",
    "12-15",
    "-5 %",
    "\u200e",
    "\u202a",
    "\u202c",
]
PIECES += [
    "https://iom.int/a?b:c",
    " 10:30 ",
    "Google",
    "المغرب",
    "<code>",
    "</code>",
    '<a href="x?y;">',
    "</a>",
]
WRITINGS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def letters(text, rich):
    kept = (one for one in (html.unescape(text) if rich else text) if one != TATWEEL)
    return "".join(one for one in kept if unicodedata.category(one).startswith(("L", "M")))


@given(WRITINGS, st.sampled_from([FRENCH, ARABIC, EASTERN, SPANISH]), st.booleans())
@settings(max_examples=150)
def test_no_letter_and_no_mark_up_changes_and_nothing_is_changed_twice(text, conventions, rich):
    once = fixed(text, conventions, rich=rich)
    assert fixed(once, conventions, rich=rich) == once
    assert not remarks(once, conventions, rich=rich)
    assert letters(once, rich) == letters(text, rich)
    if rich:
        # A translation of it does not go stale for that.
        assert typography_folded(once) == typography_folded(text)
        assert re.findall("<[^<>]*>", once) == re.findall("<[^<>]*>", text)
