"""Which of the lines above a text is its title, by what each is like and not by whose it is.

A title says what the text tells: its words come again below. What stands above it is short, has
signs between its parts, a day or an hour, and names who sends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.text.extraction.datelines import dateline, says_only_when
from articles.text.extraction.labels import LABEL_ALONE, is_rubric_alone
from articles.text.folding import letters

from .first_lines import BYLINE, GOES_ON, SENT_BY, begins_text, is_bullet, is_from_sender
from .layout.letterheads import HOUSE, is_row_of_letters
from .markup import without_markup

STEM = 5
"""Letters by which two words are of one stem."""
WEIGHTS = {
    "repeated": 2.0,
    "long enough": 0.6,
    "a few words": 0.3,
    "ends as a sentence": -0.6,
    "parts": -1.2,
    "a day or an hour": -0.8,
    "a house": -1.2,
    "capitals": -0.8,
    "a rubric": -2.0,
    "goes on": -2.0,
    "who wrote it": -3.0,
}
"""What each feature of a line is worth; set by hand, judged on the first to the seventh set."""
LONGEST_HOUSE = 12
"""Words of « Ministère de la Pêche artisanale et de l'Économie bleue »."""
LEAD, ENOUGH = 0.9, 1.3
"""By how much a lower line is to be the better title, and how good it is to be."""
PARTS = re.compile(r"\s[|·▸›]\s|\S/\S.*\S/\S|[◾📌👁↪]")
HOUR = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-3])\s?[:h]\s?[0-5]\d(?!\d)|(?<!\d)(?:19|20)\d{2}(?!\d)|[٠-٩]{4}"
)
PREFIXES = re.compile("^(?:و|ف)?(?:بال|كال|لل|ال|ب|ل)(?=...)")


@dataclass(frozen=True)
class ScoredLine:
    at: int
    score: float


def stems(text: str) -> set[str]:
    """The words of a text that tell something, by their first letters."""
    words = re.findall(r"\w+", letters(text))
    return {PREFIXES.sub("", one)[:STEM] for one in words if len(one) > STEM - 2}


def features(line: str, below: set[str]) -> dict[str, float]:
    own, words = stems(line), re.findall(r"\w+", line)
    repeated = len(own & below) / len(own) if own else 0.0
    return {
        "repeated": repeated * min(len(words), 6) / 6,
        "long enough": len(words) >= 5,
        "a few words": len(words) >= 3,
        "ends as a sentence": line.endswith((".", ":", "،", ",")),
        "parts": PARTS.search(line) is not None,
        "a day or an hour": HOUR.search(line) is not None,
        "a house": is_from_sender(line) or is_called_as_a_body(line, len(words)),
        "capitals": line.isupper(),
        "a rubric": is_rubric_alone(line) or LABEL_ALONE.match(line) is not None,
        "goes on": GOES_ON.match(line) is not None,
        "who wrote it": bool(
            BYLINE.match(line) or SENT_BY.match(line) or is_bullet(line) or is_dateline(line)
            or re.fullmatch(r"[(\[].*[)\]]", line)
        ),
    }  # fmt: skip


def is_called_as_a_body(line: str, words: int) -> bool:
    return words < LONGEST_HOUSE and HOUSE.match(letters(line)) is not None


def is_dateline(line: str) -> bool:
    found = dateline(line)
    return says_only_when(line) or (found is not None and found.end >= len(line))


def score(line: str, below: set[str]) -> float:
    return sum(WEIGHTS[name] * value for name, value in features(line, below).items())


def better_title(lines: list[str], text: str) -> int:
    """Which line above a text is a far better title than the first; the first where none is."""
    if len(lines) < 2:
        return 0
    below = stems(text)
    first, *others = (
        ScoredLine(at, score(line, below) - of_letters(lines, at)) for at, line in enumerate(lines)
    )
    best = max(others, key=lambda one: (one.score, -one.at))
    return best.at if best.score >= ENOUGH and best.score - first.score >= LEAD else 0


def of_letters(lines: list[str], at: int) -> float:
    """What a line loses that is a row of acronyms, or stands right above one."""
    return 2.0 if any(map(is_row_of_letters, lines[at : at + 2])) else 0.0


def house_above(line: str) -> str:
    """The name, in a line above a title, of who may have sent the text: « النهار | تحقيقات »."""
    parts = [one.strip(" *|") for one in PARTS.split(line)]
    names = [one for one in parts if may_be_a_house(one, alone=len(parts) == 1)]
    return names[0] if names and len(names) <= len(parts) else ""


def may_be_a_house(line: str, *, alone: bool) -> bool:
    words = re.findall(r"\w{2,}", line)
    return (
        alone < len(words) < MOST_OF_A_NAME
        and not is_rubric_alone(line)
        and not LABEL_ALONE.match(line)
        and not re.search(r"[\d:.!?/–—↪]", line)
    )


MOST_OF_A_NAME = 8


def first_of_text(blocks: list[str]) -> int:
    """Where the text begins: a line that ends in marks may be a title as well."""
    for at, block in enumerate(blocks):
        line = without_markup(block)
        told = begins_text(line) and len(line) > LONGEST_LINE // 2
        if (
            told
            or len(line) > 2 * LONGEST_LINE
            or (line.endswith(".") and len(line) > LONGEST_LINE)
        ):
            return at
    return 0


LONGEST_LINE = 90
"""Letters of most titles."""
