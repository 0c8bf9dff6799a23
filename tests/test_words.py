"""The program calls one thing by one word, the glossary's."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = ROOT / "docs" / "glossary.md"

OTHER_WORDS = {
    "fr": {"orateur": "intervenant", "oratrice": "intervenant", "accroche": "chapeau"},
    "ar": {"اقتباس": "قول", "المتن": "النص", "خطيب": "متحدث"},
}
"""Words for what the glossary calls otherwise, by the word that it has."""


def translations(language):
    path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        for message in read_po(file):
            said = message.string
            yield from said if isinstance(said, tuple) else [said]


@pytest.mark.parametrize("language", OTHER_WORDS)
def test_nothing_is_called_by_two_words(language):
    glossary = GLOSSARY.read_text(encoding="utf-8")
    said = [*translations(language)]
    for other, word in OTHER_WORDS[language].items():
        assert f"| {word} |" in glossary
        assert [one for one in said if other in one.lower()] == []
