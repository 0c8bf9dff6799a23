"""The words of the newsroom in the documentation, in each language as the program says them.

In docs/glossary.md somebody writes the English word and what it is; between them stand the
translations of the catalogs. A word that the code tells apart has its context in brackets.

python scripts/words.py update    write them
python scripts/words.py check     complain where what is written is not what is
"""

from __future__ import annotations

import re
import sys

from babel.messages.catalog import Catalog
from django.conf import settings
from django.utils.translation import to_locale
from documents import ROOT, keep, markdown, set_up
from messages import catalogs

GLOSSARY = ROOT / "docs/glossary.md"
ROW = re.compile(
    r"^\| (?!English |---)(?P<word>[^|]+?) \|.*\| (?P<meaning>[^|]+?) \|$", re.MULTILINE
)
IN_CONTEXT = re.compile(r"(?P<word>.+) \((?P<context>\w+)\)")


def said(word: str, catalog: Catalog) -> str:
    """What a catalog has for a word.

    Raises:
        SystemExit: it has nothing.
    """
    found = catalog.get(word)
    if found is None and (part := IN_CONTEXT.fullmatch(word)):
        found = catalog.get(part["word"], context=part["context"])
    if found is None or not found.string:
        raise SystemExit(f"docs/glossary.md: “{word}” is not in locale/{catalog.locale}.")
    return str(found.string)


def table() -> str:
    """The rows that are there, with their translations anew."""
    names = dict(settings.LANGUAGES)
    read = {str(catalog.locale): catalog for catalog in catalogs().values()}
    ours = {names[code]: read[to_locale(code)] for code in names if to_locale(code) in read}
    rows = [
        [row["word"], *(said(row["word"], catalog) for catalog in ours.values()), row["meaning"]]
        for row in ROW.finditer(GLOSSARY.read_text("utf-8"))
    ]
    return markdown([["English", *ours, "what it is"], *rows])


if __name__ == "__main__":
    set_up()
    sys.exit(keep(sys.argv[1], "words", {GLOSSARY: "en"}, table))
