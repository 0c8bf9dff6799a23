"""What characters a text may have: what no person writes, and no XML holds, is left out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Controls of both sets of ISO 6429, halves of surrogate pairs, and what Unicode says will never
# be a character. None of them is seen; most of them no XML, no JSON column or no font takes. And
# U+202E, which turns letters round to the end of the line: nobody types it but to deceive. And
# U+FEFF, which begins a file and is left where files were joined.
NO_CHARACTERS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202e\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# Everything that some program takes for the end of a line; Word writes the vertical tab.
BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# Letters in the shape that they have in a word, as PDF files hold them (Unicode, 9.2), and Latin
# ones drawn as one (ﬁ, ﬂ): each is written as the letter it is. What is a sign of its own stays:
# ﷺ, ﷻ, ﷽, ﷼, ornate brackets.
PRESENTED = re.compile("[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]")
# What leaves no trace where it stands, beside spaces: signs of direction and of joining, fillers.
UNSEEN = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]*"
)
ISOLATES, EMBEDDINGS = "\u2066\u2067\u2068", "\u202a\u202b\u202d"
END_OF_ISOLATE, END_OF_EMBEDDING = "\u2069", "\u202c"
DIRECTION = re.compile(f"([{ISOLATES}{END_OF_ISOLATE}{EMBEDDINGS}{END_OF_EMBEDDING}])")
NOT_IN_A_LINE = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
NOT_AS_KEPT = re.compile(
    f"[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|{NO_CHARACTERS.pattern}|{PRESENTED.pattern}"
)
NOT_AS_A_LINE = re.compile(f"{NOT_IN_A_LINE.pattern}|{NO_CHARACTERS.pattern}|{PRESENTED.pattern}")


def clean_lines(text: str) -> str:
    """A text of many lines without what is no character; every line ends with a line feed."""
    if NOT_AS_KEPT.search(text) is None:
        return text
    return NO_CHARACTERS.sub("", BREAKS.sub("\n", letters_as_written(text)))


def closed_lines(text: str) -> str:
    """A whole text of many lines, not a part of one: each line closes what it opens."""
    text = clean_lines(text)
    if DIRECTION.search(text) is None:
        return text
    return "\n".join(map(closed_line, text.split("\n")))


def one_line(text: str) -> str:
    """A text in one line: where it was broken, or had a tab, is one space, so no words meet."""
    if NOT_AS_A_LINE.search(text) is None:
        return closed_line(text)
    text = NO_CHARACTERS.sub("", letters_as_written(text))
    if NOT_IN_A_LINE.search(text) is None:
        return closed_line(text)
    parts = (part.strip() for part in NOT_IN_A_LINE.split(text))
    return closed_line(" ".join(part for part in parts if part))


def closed_line(line: str) -> str:
    """A line that closes what it opens, so that nothing behind it runs another way (UAX 9, BD9).

    A sign that closes nothing is left out, and so is one that opens before nothing.
    """
    if DIRECTION.search(line) is None:
        return line
    parts = DIRECTION.split(line)
    last = max((at for at, one in enumerate(parts) if if_seen(one)), default=-1)
    embeddings = [0]
    """How many are open in each of the isolates that are, and first outside of all."""
    for at in range(1, len(parts), 2):
        sign = parts[at]
        if sign in ISOLATES and at < last:
            embeddings.append(0)
        elif sign in EMBEDDINGS and at < last:
            embeddings[-1] += 1
        elif sign == END_OF_ISOLATE and len(embeddings) > 1:
            embeddings.pop()
        elif sign == END_OF_EMBEDDING and embeddings[-1]:
            embeddings[-1] -= 1
        else:
            parts[at] = ""
    ends = END_OF_ISOLATE.join(END_OF_EMBEDDING * open_ for open_ in reversed(embeddings))
    return "".join([*parts, ends])


def if_seen(text: str) -> str:
    """A text, or nothing where it leaves no trace on paper: what must be filled in is not then."""
    return "" if UNSEEN.fullmatch(text) else text


def letters_as_written(text: str) -> str:
    """A text with each Arabic letter as it is typed, whatever shape it was copied in."""
    return PRESENTED.sub(lambda found: as_written(found[0]), text)


@cache
def as_written(shape: str) -> str:
    """The letters of one shape; a vowel mark without the space or line it was drawn on."""
    letters = unicodedata.normalize("NFKC", shape)
    marks = letters.lstrip(" \u0640")
    return marks if marks and all(map(unicodedata.combining, marks)) else letters


def clean_lines_within(value: object) -> object:
    """Whatever JSON can hold, its texts and names as ``clean_lines`` has them."""
    if isinstance(value, str):
        return clean_lines(value)
    if isinstance(value, dict):
        return {clean_lines_within(name): clean_lines_within(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean_lines_within(one) for one in value]
    return value
