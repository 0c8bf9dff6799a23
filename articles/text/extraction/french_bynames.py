"""What French calls somebody beside the name: out of respect (« Nna Tassadit »), or by a byname."""

from __future__ import annotations

import re
from collections.abc import Callable

from .latin_given_names import begins_as_a_name

HONOURS = re.compile(
    r"(?<![\w’'-])(?:(?:[Ff]eue?|Nna|Dda|Lla|Ammi|Khalti|Hadja?|Hajja?|El\s+Hadj|Tata|Tonton|(?<![Ll]e\s)(?<!du\s)(?<!au\s)(?<!un\s)cheikha?|Sœur|Soeur|Frère|Père|Mère|Abbé|(?<=, )l[’']abbé)\s+)+(?=[A-ZÀ-Þ][\w’'-]+\s+(?:(?:d[eu]s?|ben|bin|bint|ibn|ould|mint|ag|el|al)\s|d[’']|[ae][ldnrs]-)?[A-ZÀ-Þ])"
)
NICKNAME = re.compile(
    r"(?<=[a-zà-ÿ])(?:\s(?:dite?|alias|surnommée?))?\s[«“\"]\s?(?![A-ZÀ-Þ]{2})[A-ZÀ-Þ][\w’'-]{1,15}(?:\s[A-ZÀ-Þ][\w’'-]{1,15})?\s?[»”\"](?=\s(?:[A-ZÀ-Þ]|(?:de|van|von|ben|el|al)\s+[A-ZÀ-Þ]))"
    r"|(?<=[a-zà-ÿ])\s(?:dite?|alias|surnommée?)\s(?:[«“\"]\s?[^«»“”\"]{2,25}?\s?[»”\"]|[A-ZÀ-Þ][a-zà-ÿ’'-]{2,15}(?=\s[a-zà-ÿ]|[,.]))"
)
"""« Marc « Titi » Lebrun »."""


def without_honours(paragraph: str, marks: Callable[[str], list[re.Match[str]]]) -> str:
    """« Pour Nna Tassadit Mehenni »: what somebody is called out of respect is no name; nor is it
    looked for in what is quoted."""
    paragraph = NICKNAME.sub(without_nickname, paragraph)
    if not HONOURS.search(paragraph):
        return paragraph
    spans = [one.span() for one in marks(paragraph)]

    def blank(found: re.Match[str]) -> str:
        within = any(start <= found.start() < end for start, end in spans)
        return found[0] if within else " " * len(found[0])

    return HONOURS.sub(blank, paragraph)


def without_nickname(found: re.Match[str]) -> str:
    """Blanks in its place, where the word before it is somebody's given name."""
    before = re.search(r"[\w’-]+$", found.string[: found.start()])
    return " " * len(found[0]) if before and begins_as_a_name(before[0]) else found[0]
