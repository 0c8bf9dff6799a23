"""What somebody is, in Arabic, and where: « المدير العام لمنظمة الصحة العالمية »."""

from __future__ import annotations

import re

from .arabic_shapes import PREFIXED
from .arabic_words import (
    ACRONYMS,
    BODIES,
    CALENDAR,
    LETTERS,
    LONGEST_POSITION,
    POSITION_END,
    VERBS,
    ArabicWord,
    bare_verb,
    title_of,
)
from .given_names import plain
from .people import tidy

AT = re.compile(rf"\s+(?:لدى\s+|في\s+|ب(?=[{LETTERS}]{{4}})|ل(?=[{LETTERS}]{{4}}))")


def split_position(words: str) -> tuple[str, str | None]:
    """« المدير العام لمنظمة الصحة العالمية » is a position, and where it is held."""
    words = tidy(words)
    second = plain(words.split()[1]) if len(words.split()) > 1 else ""
    if second.startswith("ال") and second.removeprefix("ال") in BODIES | {"مفوضيه"}:
        return words, None  # « ممثل المفوضية السامية للأمم المتحدة »: the first is the body
    for found in AT.finditer(words):
        rest = words[found.end() :]
        if rest.startswith("ل"):
            # ل and ال are written لل: give the name its article back.
            rest = "ا" + rest
        body = rest.split()
        cut = next(
            (
                n
                for n, word in enumerate(body)
                if n and PREFIXED.match(plain(word)) and word.startswith("بال")
            ),
            len(body),
        )
        if behind := next(
            (n for n, word in enumerate(body) if n > 1 and is_another_office(word)), 0
        ):
            # « أستاذ في جامعة أسيوط والمشرف على الدراسة »
            body, rest = body[:behind], " ".join(body[:behind])
            cut = min(cut, len(body))
        first = plain(body[0]).removeprefix("ال") if body else ""
        if len(body) > 1 and plain(body[0]).startswith("ال") and plain(body[1])[0] == "ل":
            continue  # « المدير العام للمؤسسة لشؤون المشاريع »: which, is not said
        if first in BODIES and (cut > 1 or first in ACRONYMS) and cut == len(body):
            return tidy(words[: found.start()]), tidy(rest)
    return words, None


def is_another_office(word: str) -> bool:
    bare = plain(word)
    return bare.startswith("وال") and (title_of(bare[1:]) is not None or bare[3:] in OFFICES)


OFFICES = frozenset(
    map(plain, "مشرف مشرفة مكلف مكلفة منسق منسقة مؤسس مؤسسة مساهم مساهمة مشارك مشاركة".split())
)


def end_of_position(found: list[ArabicWord], start: int) -> int:
    """Where the words end that say, after a comma, what somebody is."""
    at = start + 1
    while (
        at < len(found)
        and at - start < LONGEST_POSITION
        and found[at].beside
        and found[at].word not in POSITION_END | CALENDAR
        and bare_verb(found[at].word) not in VERBS
    ):
        at += 1
    return at
