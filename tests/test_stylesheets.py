"""A stylesheet says no physical direction, and no colour of its own: the check names the line."""

import pytest

from scripts.stylesheets import faults


@pytest.mark.parametrize("line", ["margin-left: 1rem;", "text-align: right;", "left: 0;"])
def test_a_physical_direction_is_refused(line):
    assert faults(f".card {{\n  {line}\n}}") == [(2, line)]


@pytest.mark.parametrize(
    "line", ["background: #fbe7a1;", "color: light-dark(var(--ink), var(--paper));"]
)
def test_a_colour_stands_with_the_tokens(line):
    assert faults(f"mark {{\n  {line}\n}}", "search.css") == [(2, line)]
    assert faults(f"mark {{\n  {line}\n}}", "tokens.css") == []


@pytest.mark.parametrize(
    "css",
    [
        "#notes-title:hover { margin-inline-start: 1rem }",
        "/* #fff, left: */",
        "a { background: url(#face); box-shadow: 0 0 2px rgb(0 0 0 / 18%) }",
    ],
)
def test_what_only_looks_like_one_is_not(css):
    assert faults(css, "notes.css") == []
