"""What characters a text may have: what no person writes, and no XML holds, is left out."""

from __future__ import annotations

import re

# Controls of both sets of ISO 6429, halves of surrogate pairs, and what Unicode says will never
# be a character. None of them is seen; most of them no XML, no JSON column or no font takes.
NO_CHARACTERS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# Everything that some program takes for the end of a line; Word writes the vertical tab.
BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
NOT_IN_A_LINE = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
NOT_AS_KEPT = re.compile(f"[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|{NO_CHARACTERS.pattern}")
NOT_AS_A_LINE = re.compile(f"{NOT_IN_A_LINE.pattern}|{NO_CHARACTERS.pattern}")


def clean_lines(text: str) -> str:
    """A text of many lines without what is no character; every line ends with a line feed."""
    if NOT_AS_KEPT.search(text) is None:
        return text
    return NO_CHARACTERS.sub("", BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """A text in one line: where it was broken, or had a tab, is one space, so no words meet."""
    if NOT_AS_A_LINE.search(text) is None:
        return text
    text = NO_CHARACTERS.sub("", text)
    if NOT_IN_A_LINE.search(text) is None:
        return text
    parts = (part.strip() for part in NOT_IN_A_LINE.split(text))
    return " ".join(part for part in parts if part)


def clean_lines_within(value: object) -> object:
    """Whatever JSON can hold, its texts and names as ``clean_lines`` has them."""
    if isinstance(value, str):
        return clean_lines(value)
    if isinstance(value, dict):
        return {clean_lines_within(name): clean_lines_within(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean_lines_within(one) for one in value]
    return value
