"""Words that some write as one and others as two: Ben Kirane, عبد الله, anti-corruption."""

from __future__ import annotations

import re
from collections.abc import Iterator

FIRST_OF_NAMES = (
    "abd abdel abou abu aït ait ben bin bel bou el al ibn ould oum "
    "عبد بن ابن أبو ابو أبي ابي أبا ابا آيت ايت أيت بو ولد"
).split()
"""What stands before a name as a part of it; Arabic may write a letter before that."""
NAME = re.compile(
    rf"(?<!\w)(?P<before>[وفبكل]?)(?P<first>{'|'.join(FIRST_OF_NAMES)})[\s\-‐‑]+(?P<rest>[^\W\d_]{{3,}})",
    re.IGNORECASE,
)
HYPHENED = re.compile(
    r"(?<![\w\-‐‑])([^\W\d_]+)[-‐‑](?!(?:elles?|nous|vous|ils)\b)([^\W\d_]{3,})(?![\w\-‐‑])"
)


def joined_compounds(text: str) -> Iterator[str]:
    """Its names and hyphened words as those write them who join their two parts."""
    for found in NAME.finditer(text):
        yield found["first"] + found["rest"]
    for found in HYPHENED.finditer(text):
        yield found[1] + found[2]
