"""Quotation marks as Arabic papers set them, and what people call out that nobody in particular says."""

from __future__ import annotations

import re

SWAPPED = str.maketrans("“”", "”“")
"""« ”جدي كان يحمل التمر“ »: set the wrong way round, as right-to-left fonts invite to."""


def with_usual_marks(paragraph: str) -> str:
    """A paragraph with the marks that are looked for, every other letter in its place."""
    opens, closes = paragraph.find("“"), paragraph.find("”")
    if closes >= 0 and (opens < 0 or closes < opens):
        is_pair = paragraph.count("“") == paragraph.count("”")
        paragraph = paragraph.translate(SWAPPED) if is_pair else paragraph
    if paragraph.count("((") == paragraph.count("))") > 0:
        paragraph = paragraph.replace("((", " «").replace("))", "» ")
    return paragraph


CALLED_OUT = re.compile(
    r"(?<!\w)(?:[وف]?(?:هم\s+|وهن\s+)?(?:ي|ت)?(?:رددون|رددن|هتفون|هتفن|صرخون|نشدون|رفعون)|[وف]?(?:رددوا|هتفوا|صرخوا|أنشدوا|رفعوا)|مرددين|هاتفين|رافعين|حاملين)"
    r"(?:\s+\w+){0,3}\s*:?\s*[«\"“]?\s*$"
)
"""« وهم يرددون "الأجر قبل أن يجف العرق" », « رافعين شعار "النور حقنا" »."""
A_NAME_FOLLOWS = re.compile(
    r"(?:بعنوان|عنوانه?ا?|باسم|اسمه?ا?|شعاره?ا?|شعار|العنوان|الموضوع|الرابط|المصدر)\s*:\s*[«\"“]?\s*$"
)


def is_called_out(before: str, words: int) -> bool:
    """Whether a few words in marks are somebody's, by what stands before them."""
    if CALLED_OUT.search(before):
        return True
    colon = before.rstrip(' «"“').endswith(":")
    return colon and words > 2 and A_NAME_FOLLOWS.search(before) is None
