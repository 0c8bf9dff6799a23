"""Known terms in texts: what stands before a word, its endings, its case, its place."""

import pytest

from articles.text.analysis.terms import Lexicon


def said(text, *names, nouns=()):
    lexicon = Lexicon()
    for name in names:
        lexicon.add(name, name, inflected=False)
    for noun in nouns:
        lexicon.add(noun, noun, inflected=True)
    return [(text[one.start : one.end], *one.owners) for one in lexicon.find(text)]


@pytest.mark.parametrize("written", ["والإسكوا", "للإسكوا", "بالاسكوا", "الإِسكوا", "الإسـكوا"])
def test_an_arabic_name_is_found_whatever_is_joined_to_it(written):
    assert said(f"أعلنت الجامعة {written} التقرير", "الإسكوا") == [(written, "الإسكوا")]


@pytest.mark.parametrize("elided", ["l'", "d’", "qu'"])
def test_a_french_name_is_found_behind_an_elision_and_marked_without_it(elided):
    assert said(f"Le rapport {elided}ESCWA vient.", "ESCWA") == [("ESCWA", "ESCWA")]


def test_an_article_of_the_name_may_be_another_in_the_text():
    assert said("Arrivés au Caire hier", "Le Caire") == [("Caire", "Le Caire")]


def test_the_longest_term_is_marked_and_not_the_shorter_one_inside():
    text = "وزارة الشؤون الخارجية والتعاون الإفريقي والشؤون الخارجية"
    long, short = "وزارة الشؤون الخارجية والتعاون الإفريقي", "الشؤون الخارجية"
    assert [owner for _, owner in said(text, long, short)] == [long, short]


def test_a_comma_parts_two_names_and_a_hyphen_does_not():
    assert said("Maroc, Egypte", "Maroc Egypte") == []
    assert said("à Addis Abeba", "Addis-Abeba") == [("Addis Abeba", "Addis-Abeba")]


def test_a_name_that_is_also_a_word_needs_its_capital():
    assert said("à Nice, une nice idée", "Nice") == [("Nice", "Nice")]
    assert said("l'union africaine", "Union africaine") == [("union africaine", "Union africaine")]


def test_a_noun_is_found_in_any_form_and_a_name_only_as_it_is_called():
    noun = "travailleur migrant"
    assert said("des travailleurs migrants", nouns=[noun]) == [("travailleurs migrants", noun)]
    assert said("وللعمال المهاجرين", nouns=["عامل مهاجر"]) == [("وللعمال المهاجرين", "عامل مهاجر")]
    assert said("الشعب المغربي", "المغرب") == []


def test_a_letter_that_belongs_to_the_word_is_not_taken_off_the_term():
    assert said("صرح الوزير للصحافة", "وزير") == [("الوزير", "وزير")]
    assert said("زير الماء", "وزير") == []


def test_small_words_are_no_terms():
    assert said("de la part de", "La", "de") == []
