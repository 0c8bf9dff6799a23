"""What has become of each paragraph of a source, told from its words alone."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.comparison.alignment import (
    CHANGED,
    CURRENT,
    MOVED,
    NEW,
    REMOVED,
    UNCONFIRMED,
    Pair,
    align,
)
from articles.text.richtext.segments import plain, segments_of_body
from tests.text.comparison.edits import (
    ARABIC,
    ARABIC_EDITS,
    ARABIC_NEWS,
    FRENCH,
    FRENCH_EDITS,
    FRENCH_NEWS,
)

SIGNS = {CURRENT: "=", CHANGED: "~", MOVED: ">", NEW: "+", REMOVED: "-", UNCONFIRMED: "?"}
SIDES = [(FRENCH, FRENCH_NEWS, ARABIC, FRENCH_EDITS), (ARABIC, ARABIC_NEWS, FRENCH, ARABIC_EDITS)]


def body(texts):
    return segments_of_body("".join(f"<p>{text}</p>" for text in texts))


def rows_after(edit, source, news, target):
    """The rows of a confirmed translation after its source was edited."""
    pairs = [Pair("body", source[letter], target[letter]) for letter in source]
    return align(pairs, body(edit.done({**source, **news})), body(target.values()))


def test_of_sixty_edits_at_least_fifty_eight_are_understood():
    assert sum(len(edits) for *_, edits in SIDES) == 60
    wrong = [
        (edit.name, told, edit.rows)
        for source, news, target, edits in SIDES
        for edit in edits
        if (told := "".join(SIGNS[row.state] for row in rows_after(edit, source, news, target)))
        != edit.rows
    ]
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("side", SIDES, ids=["fr", "ar"])
def test_another_number_date_or_name_is_pointed_out(side):
    source, news, target, edits = side
    for edit in edits:
        if edit.facts:
            rows = rows_after(edit, source, news, target)
            facts = [(fact.kind, fact.then, fact.now) for row in rows for fact in row.facts]
            assert facts == list(edit.facts), edit.name


def test_a_changed_row_says_which_words_were_replaced():
    changed = Pair("headline", "Le roi parle", "الملك يتحدث")
    [row] = align(
        [changed], [plain("headline", "Le ministre parle")], [plain("headline", "الملك يتحدث")]
    )
    assert row.state == CHANGED
    assert [(span.kind, span.text) for span in row.differences][1:3] == [
        ("gone", "roi"),
        ("new", "ministre"),
    ]


def test_texts_that_nobody_confirmed_are_laid_side_by_side():
    rows = align([], body(FRENCH.values()), body(ARABIC.values()))
    assert [row.state for row in rows] == [UNCONFIRMED] * 8
    assert [row.at for row in rows] == list(range(8))


def test_a_translation_with_fewer_paragraphs_leaves_out_the_one_that_fits_least():
    source = [
        "Une phrase assez longue pour un paragraphe.",
        "Court.",
        "Une autre phrase assez longue ici.",
    ]
    target = ["جملة طويلة بما يكفي لتكون فقرة كاملة.", "جملة أخرى طويلة بما يكفي هنا."]
    rows = align([], body(source), body(target))
    assert [row.state for row in rows] == [UNCONFIRMED, NEW, UNCONFIRMED]


TEXTS = st.lists(
    st.sampled_from(["un", "un deux trois", "un deux quatre", "cinq six", "sept"]), max_size=6
)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=1), TEXTS, TEXTS)
def test_every_paragraph_of_either_side_has_exactly_one_row(before, source, target):
    pairs = [Pair("body", *pair) for one, other in before for pair in zip(one, other, strict=False)]
    rows = align(pairs, body(source), body(target))
    assert Counter(row.at for row in rows if row.target) == Counter(range(len(target)))
    assert [row.origin for row in rows if row.source] == list(range(len(source)))
