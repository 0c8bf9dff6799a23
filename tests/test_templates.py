"""What every template keeps to."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
INCLUDE = re.compile(r"\{%-?\s*include\b.*?%\}")


def test_a_partial_is_given_what_it_shows_and_nothing_else():
    includes = {
        f"{path.relative_to(TEMPLATES)}: {found[0]}"
        for path in TEMPLATES.rglob("*.html")
        for found in INCLUDE.finditer(path.read_text("utf-8"))
    }
    assert len(includes) > 100
    assert {one for one in includes if " only %}" not in one} == set()
