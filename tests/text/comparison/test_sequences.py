"""What stayed of a sequence, and what went and came."""

import itertools
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from articles.text.comparison import sequences
from articles.text.comparison.sequences import Block, blocks, in_order, opcodes

WORDS = st.lists(st.sampled_from("abcd "), max_size=30)


@given(WORDS, WORDS, st.sampled_from([(0, 10**6), (10, 0), (10, 10**6), (10**6, 0)]))
def test_the_steps_lead_from_one_to_the_other(old, new, limits):
    with mock.patch.multiple(sequences, SHORT=limits[0], LONG=limits[1]):
        found = list(opcodes(old, new))
    assert [one for step in found for one in old[step.i1 : step.i2]] == old
    assert [one for step in found for one in new[step.j1 : step.j2]] == new
    assert all(old[one.i1 : one.i2] == new[one.j1 : one.j2] for one in found if one.same)
    assert not any(one.same and other.same for one, other in itertools.pairwise(found))


def test_a_word_put_into_a_long_text_is_all_that_came():
    old = [f"mot{number % 700}" for number in range(2_000)]
    new = [*old[:1_000], "nouveau", *old[1_000:]]
    assert blocks(old, new) == [Block(0, 0, 1_000), Block(1_000, 1_001, 1_000)]


def test_a_long_text_of_which_every_word_is_another_keeps_its_spaces():
    old = [one for number in range(2_000) for one in (f"mot{number}", " ")]
    new = [one for number in range(2_000) for one in (f"autre{number}", " ")]
    assert sum(one.length for one in blocks(old, new)) == 2_000


def test_most_of_the_points_that_rise_are_found():
    assert in_order([(0, 3), (1, 1), (2, 2), (3, 0), (4, 4)]) == [(1, 1), (2, 2), (4, 4)]
