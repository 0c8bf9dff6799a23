"""What a stylesheet says of the text of a page says nothing of what stands on every page."""

import re
from pathlib import Path

SHEETS = Path("static/css")
OF_A_PAGE = re.compile(r"^\.(?:statement|notice|list|article|site|kit|home|press|event)-page ")


def selectors():
    for sheet in sorted(SHEETS.glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
        for group in re.findall(r"([^{}]+)\{", text):
            for one in re.split(r",(?![^(]*\))", group):
                yield sheet.name, " ".join(one.split())


def test_headings_of_a_pages_text_are_named_within_it():
    """Else they win over the urgent line, whose heading they painted in its own ground."""
    reaching = [
        (sheet, one)
        for sheet, one in selectors()
        if OF_A_PAGE.match(one)
        and "main" not in one
        and re.search(r"(^|[ >])h[1-6]\b", one)
        and not re.search(r" \.", one)
    ]
    assert reaching == []


def test_the_heading_of_a_section_that_has_a_style_of_its_own_keeps_it():
    found = [one for _sheet, one in selectors() if one.startswith(".statement-page main section")]
    assert found == [".statement-page main section:not([class]) > h2"]
