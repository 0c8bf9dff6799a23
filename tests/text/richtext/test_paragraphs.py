"""Two texts say the same words, however either is typed, set or corrected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.richtext.paragraphs import as_html, paragraphs, running_text, verbatim
from articles.text.typography.conventions import ARABIC_INDIC, conventions_for
from articles.text.typography.rules import fixed

FRENCH = conventions_for("fr", "Latn", rtl=False)
ARABIC = conventions_for("ar", "Arab", rtl=True)
EASTERN = conventions_for("ar", "Arab", rtl=True, digits=ARABIC_INDIC)


@pytest.mark.parametrize(
    ("quoted", "body"),
    [
        ("Quoi... demain", "Quoi… demain"),
        ("Quoi… demain", "Quoi ... demain"),
        ("un - deux", "un – deux"),
        ("2030-2040", "2030–2040"),
        ("porte-parole", "porte\u2011parole"),
        ("Quoi ?", "Quoi\u202f?"),
        ("Quoi?", "Quoi\u00a0?"),
        ("l'été", "l’été"),
        ('dit "non"', "dit « non »"),
        ("40 % de 10 000", "40\u202f% de 10\u202f000"),
        ("٤٠٪ من 3", "40% من ٣"),
        ("نعم?", "نعم ؟"),
        ("مـغرب", "مغرب"),
        ("Le Pacte Mondial n’est pas", "le Pacte Mondial n’est pas"),
        ("États membres", "états membres"),
    ],
)
def test_words_stand_in_a_body_that_is_set_otherwise(quoted, body):
    assert verbatim(quoted, as_html([f"Avant, {body}, après."]))
    assert verbatim(body, as_html([f"Avant, {quoted}, après."]))


@pytest.mark.parametrize(
    ("quoted", "body"),
    [
        ("3 000", "30 000"),
        ("nous irons", "nous n’irons"),
        ("40 %", "40"),
        ("المغرب", "المشرق"),
        ("un deux", "un, deux"),
    ],
)
def test_other_words_do_not(quoted, body):
    assert not verbatim(quoted, as_html([body]))


@given(
    st.text(alphabet="abé12 ,.;:!?…-–—'’\"«»“”()%  \u202f\u00a0نعم٣؟،؛\u200f\n", max_size=60),
    st.sampled_from([FRENCH, ARABIC, EASTERN]),
)
def test_a_body_put_right_by_typography_still_holds_what_is_quoted_from_it(text, conventions):
    written = paragraphs(as_html(text.split("\n")))
    corrected = fixed(as_html(written), conventions, rich=True)
    for one in written:
        assert verbatim(one, corrected), (one, corrected)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<h2>Les ports</h2><p>La mer monte.</p>", "Les ports · La mer monte."),
        ("<p>Deux mesures :</p><ul><li>l’eau</li><li>le pain</li></ul>", "Deux mesures : l’eau · le pain"),
        ("<table><tr><th>Pays</th><td>Maroc</td></tr></table>", "Pays · Maroc"),
        ("<p>« Oui. »</p><p>Il part.</p>", "« Oui. » Il part."),
        ("<p>12, rue<br>du Port</p>", "12, rue · du Port"),
        ("<h2>الموانئ</h2><p>هل يرتفع البحر؟</p><p>نعم.</p>", "الموانئ · هل يرتفع البحر؟ نعم."),
        ("<p> </p>", ""),
    ],
)  # fmt: skip
def test_what_ends_no_sentence_is_set_apart_from_the_next_line(body, shown):
    assert running_text(paragraphs(body)) == shown
