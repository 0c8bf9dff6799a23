"""Whose words stand alone in a paragraph: what the lines above them announce.

A cue of radio (« [SON 2 – Noémie Kabongo, habitante] »), the questions of an interview, the subjects of a
speech that a text gives passages of (« Sur l'Europe : »).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..analysis.names import fold
from .people import Person

CUE = re.compile(r"\s*[*_]*[\[(（{][^\[\]{}]{4,160}[\])）}]\s*:?[*_]*\s*")
"""« [SON 1 – Gérald Udry, éleveur – 0'14] »: a line in brackets."""
QUESTION = re.compile(r"[?؟](?:\s*[»”\")*_]*)*\s*$")
OPEN_END = re.compile(r"(?:\.{3}|…|[?؟.])\s*[»”\")*_]*\s*$")
SUBJECT = re.compile(
    r"\s*[-–—•▪■*_]*\s*(?:(?:Sur|Concernant|Quant\s(?:à|aux?)|À\spropos|A\spropos|Au\ssujet|Pour\sce\squi|S[’']agissant|En\smatière)\s"
    r"|(?:وعن|عن|حول|بشأن|وبشأن|بخصوص|وبخصوص|في\sشأن|فيما\sيخص|في\sما\sيخص|في\sموضوع|على\sصعيد)\s)[^.?!؟«»\"]{2,110}:\s*[*_]*\s*"
)
"""« Sur les dockers : », « وعن التعليم: »."""
ENOUGH = 2
"""Questions, or subjects, that make an interview of a text, or passages of a speech."""
LONGEST_QUESTION = 400
ANSWERS = re.compile(r"\s*[*_]*\s*(?:\([^()]{2,40}\)\s*)?(?:\s[-–—])?\s*[:：]\s*[*_]*\s*[«“\"]")
"""Between a name and what its bearer answers."""


def announced_speakers(
    paragraphs: list[str],
    introduced: list[list[Person]],
    is_alone: Callable[[str], bool],
    above: list[list[Person]],
) -> dict[int, Person]:
    """Who speaks in each paragraph in which nothing but words in marks stands, where lines say it.

    ``above`` are those whom headline and summary introduce.
    """
    alone = [number for number, one in enumerate(paragraphs) if number and is_alone(one)]
    if not alone:
        return {}
    said = by_cues(paragraphs, introduced, alone)
    questions = [one for one in alone if is_question(paragraphs[one - 1])]
    if len(questions) >= ENOUGH and (
        person := interviewee(paragraphs, introduced, above, questions[0])
    ):
        said |= {one: person for one in alone if is_asked(paragraphs, one, alone)}
    subjects = [one for one in alone if SUBJECT.fullmatch(paragraphs[one - 1])]
    if len(subjects) >= ENOUGH and (person := only_one([*above, *introduced[: subjects[0] - 1]])):
        said |= dict.fromkeys(subjects, person)
    return said


def by_cues(
    paragraphs: list[str], introduced: list[list[Person]], alone: list[int]
) -> dict[int, Person]:
    found: dict[int, Person] = {}
    for number in alone:
        named = introduced[number - 1]
        if CUE.fullmatch(paragraphs[number - 1]) and len({fold(one.name) for one in named}) == 1:
            found[number] = named[0]
    return found


def is_question(paragraph: str) -> bool:
    return len(paragraph) < LONGEST_QUESTION and QUESTION.search(paragraph) is not None


def is_asked(paragraphs: list[str], number: int, alone: list[int]) -> bool:
    """Whether what stands above is the other's: a question, or what is put to who answers."""
    above = paragraphs[number - 1]
    put = len(above) < LONGEST_QUESTION and OPEN_END.search(above) is not None
    return put and number - 1 not in alone and CUE.fullmatch(above) is None


def interviewee(
    paragraphs: list[str], introduced: list[list[Person]], above: list[list[Person]], first: int
) -> Person | None:
    """Who answers: whose name stands before an answer, or who alone is spoken of above the questions."""
    answering = {
        fold(one.name): one
        for paragraph, people in zip(paragraphs, introduced, strict=True)
        for one in people
        if not paragraph[: one.start].strip() and ANSWERS.match(paragraph, one.end)
    }
    if len(answering) == 1:
        return next(iter(answering.values()))
    return None if answering else only_one([*above, *introduced[: first - 1]])


def only_one(introduced: list[list[Person]]) -> Person | None:
    """The one person who is spoken of in some paragraphs."""
    named = {fold(one.name): one for people in introduced for one in people}
    person = next(iter(named.values())) if len(named) == 1 else None
    return person if person and person.surely else None
