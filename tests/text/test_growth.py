"""No text makes a function slow: twice as long a text takes twice as long."""

import pytest

from .growth import INNER, MAKERS, SEEDS, functions, growth, measured, parameters, takes_text

MEASURED = measured()


def test_every_function_that_takes_a_text_is_measured_or_told_why_not():
    """A parameter of a new kind: say in ``MAKERS`` how it is made of a text."""
    unknown = {
        (name, str(hint))
        for name, function in functions()
        if takes_text(function)
        for hint in parameters(function).values()
        if hint not in MAKERS and hint not in INNER
    }
    assert not unknown


def test_a_function_that_grows_with_the_square_is_found():
    def pairs(rich_text: str) -> int:
        return sum(one == other for one in rich_text for other in rich_text)

    (one,) = [one for one in MEASURED if one.name == "richtext.paragraphs.plain_text"]
    slow = one._replace(name="pairs", function=pairs)
    assert "pairs: " in growth(slow, "a")


@pytest.mark.parametrize("one", MEASURED, ids=[one.name for one in MEASURED])
def test_twice_the_text_takes_at_most_three_times_as_long(one):
    assert not [told for seed in SEEDS if (told := growth(one, seed))]
