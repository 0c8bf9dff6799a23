"""What docs/security.md says is proved is proved: each test that it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/security.md").read_text()
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
ROWS = [
    line
    for line in PAGE.split("## Articles")[1].split("## A refusal")[0].splitlines()
    if line.startswith("|") and not line.startswith(("| what", "| ---"))
]


@pytest.mark.parametrize(("path", "name"), sorted(set(NAMED)))
def test_a_test_that_keeps_a_boundary_is_there(path, name):
    assert re.search(rf"^def {name}\(", (ROOT / path).read_text(), re.MULTILINE)


@pytest.mark.parametrize("row", ROWS)
def test_every_boundary_names_the_test_that_keeps_it(row):
    kept_by = row.rstrip("| ").rsplit(" | ", 1)[-1]
    assert "::" in kept_by or kept_by.startswith("the same")
