"""Numbers in running text: joined, and set apart where a line would turn them round."""

import pytest

from articles.text.numbers import folded_number, numbers
from articles.text.typography.conventions import ARABIC_INDIC, conventions_for
from articles.text.typography.number_rule import page_with_numbers, with_numbers
from articles.text.typography.rules import fixed, remarks

FRENCH = conventions_for("fr", "Latn", rtl=False)
ARABIC = conventions_for("ar", "Arab", rtl=True)
EASTERN = conventions_for("ar", "Arab", rtl=True, digits=ARABIC_INDIC)
SPANISH = conventions_for("es", "Latn", rtl=False)

# In the examples: _ is a no-break space, [ ] set apart, ^ is the mark of left to right.
SHOWN = str.maketrans(
    {"\u202f": "_", "\u00a0": "_", "\u2066": "[", "\u2068": "{", "\u2069": "]", "\u200e": "^"}
)
TYPED = str.maketrans({"~": "\u2009", "_": "\u00a0", "^": "\u200e", "[": "\u2066", "]": "\u2069"})


@pytest.mark.parametrize(
    ("typed", "cared_for"),
    [
        ("بلغ 36 828 330 نسمة", "بلغ 36_828_330 نسمة"),
        ("و36~828~330 نسمة", "و36_828_330 نسمة"),
        ("18 500", "18_500"),
        ("٣٦ ٨٢٨ ٣٣٠ نسمة", "36_828_330 نسمة"),
        ("بلغ 12 500,75 درهم", "بلغ 12_500,75 درهم"),
        ("بلغ 12'500 درهم", "بلغ [12'500] درهم"),
        ("زيادة +18 500 منصب", "زيادة [+18_500] منصب"),
        ("تراجع -5% اليوم", "تراجع [-5%] اليوم"),
        ("-5%", "[-5%]"),
        ("كوفيد-19 و€5 و+3", "كوفيد-19 و[€5] و[+3]"),
        ("بـ-2,5 %", "بـ[-2,5_%]"),
        # A letter that is a word of its own start carries a sign.
        ("+5% و-3% ثم و-7%", "[+5%] و[-3%] ثم و[-7%]"),
        ("و-7%", "و[-7%]"),
        ("بين 10 و-3 درجات", "بين 10 و[-3] درجات"),
        ("(ب−3) «ف-7» وب-12,5 %", "(ب[−3]) «ف[-7]» وب[-12,5_%]"),
        ("ل–4 ك-4", "ل[–4] ك[-4]"),
        ("كوكب-3 ولولب-3 وف-16 وب-52", "كوكب-3 ولولب-3 وف-16 وب-52"),
        ("مقاتلات ف-16 ثم ف-16%", "مقاتلات ف-16 ثم ف[-16%]"),
        ("بنسبة 12 % ثم 12%", "بنسبة 12_% ثم 12%"),
        ("هاتف 0522 12 34 56", "هاتف 0522_12_34_56"),
        ("هاتف 0522-123456", "هاتف [0522-123456]"),
        ("هاتف +212 522 12 34 56", "هاتف [+212_522_12_34_56]"),
        ("هاتف +212 (0) 522 12 34 56", "هاتف [+212_(0)_522_12_34_56]"),
        ("القانون رقم 12-15", "القانون رقم [12-15]"),
        ("القانون التنظيمي 12-15", "القانون التنظيمي [12-15]"),
        ("القانون 31-08 والظهير 1-58-250", "القانون [31-08] والظهير [1-58-250]"),
        ("في 2026-12-03 و03-12-2026", "في [2026-12-03] و[03-12-2026]"),
        ("في 03/12/2026 عند 10:30", "في 03/12/2026 عند 10:30"),
        # Two numbers, each in its place: read from the right, as the text is.
        ("بين 10-15 سنة، 2018-2022", "بين 10-15 سنة، 2018-2022"),
        ("سنوات 2021 2022 2023", "سنوات 2021 2022 2023"),
        ("سنة 2024 18 500 شخص", "سنة 2024 18_500 شخص"),
        ("بين 18 000-20 000 شخص", "بين 18_000-20_000 شخص"),
        # Letters from left to right carry the digits behind them along.
        ("طائرة Airbus A320-200 وشركة Boeing 12-15", "طائرة Airbus A320-200 وشركة Boeing 12-15"),
        ("كوفيد COVID-19 وقمة G-20", "كوفيد COVID-19 وقمة G-20"),
        ("موقع https://a.ma/12-15-16 هنا", "موقع https://a.ma/12-15-16 هنا"),
        # What is right already stays as it is.
        ("هاتف ^+212 522 123 456", "هاتف ^+212_522_123_456"),
        ("هاتف [+212 522 123 456]", "هاتف [+212_522_123_456]"),
        ("رقم ^12-15", "رقم ^12-15"),
    ],
)
def test_arabic(typed, cared_for):
    typed = typed.translate(TYPED)
    assert fixed(typed, ARABIC, rich=False).translate(SHOWN) == cared_for
    if "٣" not in typed:
        assert with_numbers(typed, ARABIC).translate(SHOWN) == cared_for


@pytest.mark.parametrize(
    ("typed", "cared_for"),
    [
        ("في ٢٠٢٦-١٢-٠٣", "في [٢٠٢٦-^١٢-^٠٣]"),
        ("بلغ ٣٦ ٨٢٨ ٣٣٠", "بلغ ٣٦_٨٢٨_٣٣٠"),
        ("هاتف +٢١٢ ٥٢٢ ١٢ ٣٤ ٥٦", "هاتف [+٢١٢_٥٢٢_١٢_٣٤_٥٦]"),
        ("بلغ ٣٫٥ و١٬٥٠٠", "بلغ ٣٫٥ و١٬٥٠٠"),
    ],
)
def test_arabic_digits(typed, cared_for):
    assert fixed(typed, EASTERN, rich=False).translate(SHOWN) == cared_for
    assert with_numbers(typed, ARABIC).translate(SHOWN) == cared_for


@pytest.mark.parametrize(
    ("typed", "cared_for"),
    [
        ("Le Maroc compte 36 828 330 habitants", "Le Maroc compte 36_828_330 habitants"),
        ("Un recul de -2,5 % et 5~€", "Un recul de -2,5_% et 5_€"),
        ("Tél. 05 22 12 34 56, loi n° 12-15", "Tél. 05_22_12_34_56, loi n° 12-15"),
        ("En 2024, 300 personnes ; les 3 et 4", "En 2024, 300 personnes_; les 3 et 4"),
        ("36_828 habitants", "36_828 habitants"),
    ],
)
def test_french(typed, cared_for):
    assert fixed(typed.translate(TYPED), FRENCH, rich=False).translate(SHOWN) == cared_for


def test_a_language_without_customs_keeps_its_numbers_together_too():
    assert fixed("36 828", SPANISH, rich=False) == "36\u00a0828"


@pytest.mark.parametrize("name", ["controls", ""])
def test_what_contacts_copy_around_a_telephone_number_goes_without_turning_it_round(name):
    typed = "هاتف \u202a+212 522 123 456\u202c مكتب"
    cared_for = fixed(typed, ARABIC, rich=False, only=name)
    assert cared_for.replace("\u00a0", " ") == "هاتف \u2066+212 522 123 456\u2069 مكتب"
    assert not [one for one in remarks(cared_for, ARABIC, rich=False) if one.rule != "numbers"]


def test_a_mark_of_direction_is_no_name_in_foreign_letters():
    for text in (
        "هاتف \u200e+212\u00a0522\u00a0123\u00a0456",
        "شركة \u200eGoogle وحدها",
        "رقم \u200e12-15",
    ):
        assert not [one for one in remarks(text, ARABIC, rich=False) if one.rule == "isolation"]
    assert not [
        one for one in remarks("Le \u200f12 mai", FRENCH, rich=False) if one.rule == "isolation"
    ]


def test_a_number_in_mark_up_is_one_and_code_is_none():
    text = "<p>بلغ 36 <strong>828</strong> 330 <code>1 234</code></p>"
    assert fixed(text, ARABIC, rich=True).translate(SHOWN) == (
        "<p>بلغ 36_<strong>828</strong>_330 <code>1 234</code></p>"
    )


def test_a_page_says_numbers_rightly_in_its_words_and_only_there():
    page = (
        '<title>36 828 330</title><img srcset="a 320w, b 640w" alt="1 234"><p>رقم 12-15&#39; 500</p>'
        '<script>[1 234, -5]</script><svg><path d="M10 200 300"/></svg>'
    )
    assert page_with_numbers(page, ARABIC).translate(SHOWN) == (
        '<title>36_828_330</title><img srcset="a 320w, b 640w" alt="1 234"><p>رقم [12-15]&#39; 500</p>'
        '<script>[1 234, -5]</script><svg><path d="M10 200 300"/></svg>'
    )


def test_headlines_of_digits_and_signs_and_a_paragraph_of_numbers_are_read():
    for text in ("-+-1 2-3(4)5%%", "\u2066\u2067\u2068 12-15 " * 5, "-5 % 18 500 12-15 " * 400):
        once = fixed(text, ARABIC, rich=False)
        assert fixed(once, ARABIC, rich=False) == once
        with_numbers(text, ARABIC)


def test_one_number_is_one_however_it_is_written():
    written = ("12 500", "12\u202f500", "12\u00a0500", "12500", "١٢٬٥٠٠", "12’500")
    assert {folded_number(one) for one in written} == {"12500"}
    assert [one.text for one in numbers("de 12 500 à 13 000,5 %")] == ["12 500", "13 000,5 %"]


@pytest.mark.parametrize("typed", ["0522 12 34 56", "+212 5 22 12 34 56", "4970 1012 3456 7890"])
def test_pairs_of_a_number_that_is_no_amount_are_told_apart_by_wide_spaces(typed):
    for conventions in (FRENCH, ARABIC):
        shown = with_numbers(f"{typed}, ou 12 500", conventions)
        assert typed.replace(" ", "\u00a0") in shown
        assert "12\u202f500" in shown
