"""Care for how a text is written: each rule finds what it would change, and changes no letter.

Rules read signs (``visible_text.py``) by the conventions of a language (``conventions.py``).
They are pure, and once made, a change is not made again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..scripts import SCRIPTS, script_of
from .conventions import ARABIC_INDIC, DIGITS, NARROW, Conventions
from .direction import isolate_names, stray_controls
from .number_rule import keep_numbers_together
from .visible_text import BREAK, HIDDEN, Edit, VisibleText, read

SPACE_SIGNS = frozenset(" \t\u00a0\u202f" + "".join(map(chr, range(0x2000, 0x200B))))
SPACES = "[ \t\u00a0\u2000-\u200a\u202f]*+"
A_NUMBER = re.compile(r"[ \u00a0\u202f]*+\d")
OPENING = "([{«“‘‹/\\="
CLOSING = "»”’›)]}.,…\"'"
FACES = "()-/|*"
TATWEEL = "\u0640"
WORD_WITH_SIGNS = re.compile(r"[\w.-]+")
JOINING_SPACES = " \u00a0\u202f"
# A rule whose change calls for another's is asked again; it never takes more.
ROUNDS = 6


def at(text: str, place: int) -> str:
    return text[place] if 0 <= place < len(text) else BREAK


def space_before_signs(text: str, conventions: Conventions) -> Iterator[Edit]:
    """« Quoi ? » in French, «ماذا؟» in Arabic; not in 10:30, nor in a face :-)."""
    high = "".join(map(re.escape, conventions.before))
    for found in re.finditer(f"[{high}]+", text) if high else ():
        start, sign = spaces_before(text, found.start()), found[0][0]
        spaces = text[start : found.start()]
        before, after = at(text, start - 1), at(text, found.end())
        if before.isspace() or before in OPENING or before in conventions.before:
            continue
        if not (after.isspace() or after in CLOSING) or (sign in ":;" and after in FACES):
            continue
        if sign == ":" and before.isdigit() and A_NUMBER.match(text, found.end()):
            continue
        if spaces != conventions.before[sign]:
            yield Edit(start, found.start() + 1, conventions.before[sign] + sign)


def spaces_before(text: str, end: int) -> int:
    """Where the spaces begin that end at a place."""
    while end and text[end - 1] in SPACE_SIGNS:
        end -= 1
    return end


def space_inside_marks(text: str, conventions: Conventions) -> Iterator[Edit]:
    """« comme en français », «كما في العربية»."""
    if conventions.inside is None:
        return
    for found in re.finditer(rf"«({SPACES})(?=[^\s»])", text):
        if found[1] != conventions.inside:
            yield Edit(found.start(), found.end(), f"«{conventions.inside}")
    for found in re.finditer(rf"(?<=[^\s«])({SPACES})»", text):
        if found[1] != conventions.inside:
            yield Edit(found.start(), found.end(), f"{conventions.inside}»")


def quotation_marks(text: str, conventions: Conventions) -> Iterator[Edit]:
    """Pairs of a typewriter's marks become the language's own; inside a quotation, the inner ones."""
    outer, start = conventions.marks, 0
    if outer is None:
        return
    for line in text.split(BREAK):
        yield from (
            Edit(start + place, start + place + 1, mark)
            for place, mark in paired(line, conventions, outer)
        )
        start += len(line) + 1


def paired(line: str, conventions: Conventions, outer: tuple[str, str]) -> list[tuple[int, str]]:
    """The marks of a line to replace; none where it is not plain which belong together."""
    found: list[tuple[int, str]] = []
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(line):
        if sign == "«" or (sign == "“" and (opened or "“" not in conventions.unwanted_marks)):
            opened.append((sign, place))
        elif sign == "“" or (sign == '"' and not is_open(opened)):
            if sign == '"' and not opens(line, place):
                return []
            marks = conventions.inner_marks if opened else outer
            found.append((place, marks[0]))
            opened.append((marks[1] + sign, place))
        elif sign in {"»", "”", '"'}:
            wanted = opened.pop()[0] if opened else ""
            twins = {"»": {"«"}, "”": {"“"}, '"': set()}[sign]
            if wanted in twins:
                continue
            if len(wanted) < 2 or wanted[1] != {"”": "“"}.get(sign, sign):
                return []
            if sign == '"' and at(line, place + 1).isalnum():
                return []
            found.append((place, wanted[0]))
    return [] if opened else found


def is_open(opened: list[tuple[str, int]]) -> bool:
    """Whether the quotation that is open was begun with a straight mark."""
    return bool(opened) and opened[-1][0].endswith('"')


def opens(line: str, place: int) -> bool:
    """Whether a straight mark begins a quotation: 5" does not."""
    before, after = at(line, place - 1), at(line, place + 1)
    return (
        not before.isdigit()
        and before not in CLOSING.replace("’", "").replace("'", "")
        and (not after.isspace() or not before.isalnum())
    )


def apostrophes(text: str, conventions: Conventions) -> Iterator[Edit]:
    for found in re.finditer(r"(?<=[^\W\d_])'(?=[^\W\d_]|[«“\"])", text):
        if conventions.apostrophe:
            yield Edit(found.start(), found.end(), conventions.apostrophe)


def signs_of_the_script(text: str, conventions: Conventions) -> Iterator[Edit]:
    """A comma beside Arabic is an Arabic one; between two Latin names, or in 3,5, it stays."""
    if not any(sign in text for sign in conventions.signs):
        return
    before = nearest_letters(text)
    after = nearest_letters(text[::-1])[::-1]
    for place, sign in enumerate(text):
        if sign not in conventions.signs:
            continue
        if at(text, place - 1).isdigit() and at(text, place + 1).isdigit():
            continue
        if is_own(before[place], conventions) or is_own(after[place], conventions):
            yield Edit(place, place + 1, conventions.signs[sign])


def nearest_letters(text: str) -> list[str]:
    """For each sign the last letter of its line before it."""
    last, found = "", []
    for sign in text:
        found.append(last)
        if sign == BREAK:
            last = ""
        elif is_letter(sign):
            last = sign
    return found


def is_letter(sign: str) -> bool:
    return sign.isalpha() and sign != TATWEEL


def is_own(letter: str, conventions: Conventions) -> bool:
    return bool(letter) and script_of(letter) == SCRIPTS.get(conventions.script)


def digits(text: str, conventions: Conventions) -> Iterator[Edit]:
    """The newsroom's digits; those of COP28 and of « iPhone 15 » are part of a Latin name."""
    wanted = DIGITS[conventions.digits]
    kept = digits_of_names(text, conventions) if conventions.digits == ARABIC_INDIC else set()
    for found in re.finditer(r"\d", text):
        place, value = found.start(), int(found[0])
        if found[0] != wanted[value] and place not in kept:
            yield Edit(place, place + 1, wanted[value])
    if conventions.digits != ARABIC_INDIC:
        for found in re.finditer(r"(?<=\d)[\u066b\u066c](?=\d)", text):
            sign = "," if found[0] == "\u066b" else NARROW
            yield Edit(found.start(), found.end(), sign)


def digits_of_names(text: str, conventions: Conventions) -> set[int]:
    """Where digits stand in a word with letters of another script, or follow one."""
    found: set[int] = set()
    word_before, end_before = "", 0
    for word in WORD_WITH_SIGNS.finditer(text):
        follows = word.start() == end_before + 1 and text[end_before] in JOINING_SPACES
        near = last_letter(word_before) if follows else ""
        first = next(filter(is_letter, word[0]), "") if has_digit(word[0]) else ""
        last = ""
        for place, sign in enumerate(word[0], word.start()):
            if is_letter(sign):
                last = sign
            elif sign.isdecimal():
                letter = last or first or near
                if letter and not is_own(letter, conventions):
                    found.add(place)
        word_before, end_before = word[0], word.end()
    return found


def has_digit(word: str) -> bool:
    return any(map(str.isdecimal, word))


def last_letter(word: str) -> str:
    """The last letter of the word that ends a run of words and signs: of « a-b », of b."""
    for sign in reversed(word):
        if sign in ".-":
            return ""
        if is_letter(sign):
            return sign
    return ""


def tatweel(text: str, conventions: Conventions) -> Iterator[Edit]:
    """المغـــرب is المغرب; the sign stays at the end of هـ and of بـ before a number."""
    if conventions.stretches:
        letter = "[\u0620-\u063f\u0641-\u064a\u064b-\u065f\u0670-\u06d3]"
        for found in re.finditer(f"(?<={letter}){TATWEEL}+(?={letter})", text):
            yield Edit(found.start(), found.end(), "")


@dataclass(frozen=True)
class Rule:
    name: str
    find: Callable[[str, Conventions], Iterable[Edit]]


RULES = (
    Rule("controls", stray_controls),
    Rule("tatweel", tatweel),
    Rule("digits", digits),
    Rule("signs", signs_of_the_script),
    Rule("marks", quotation_marks),
    Rule("apostrophes", apostrophes),
    Rule("inside", space_inside_marks),
    Rule("before", space_before_signs),
    Rule("numbers", keep_numbers_together),
    Rule("isolation", isolate_names),
)


@dataclass(frozen=True)
class Change:
    """A few words as they are, and as a rule would have them."""

    before: str
    after: str


@dataclass(frozen=True)
class Remark:
    """What one rule has to say of a text."""

    rule: str
    changes: tuple[Change, ...]


def fixed(source: str, conventions: Conventions, *, rich: bool, only: str = "") -> str:
    """A text as all rules have it, or the one of this name. Fixing it again changes nothing."""
    rules = [rule for rule in RULES if only in {"", rule.name}]
    for _ in range(ROUNDS):
        before = source
        for rule in rules:
            written = read(source, rich)
            source = written.changed(allowed(rule, written, conventions))
        if source == before:
            break
    return source


def allowed(rule: Rule, written: VisibleText, conventions: Conventions) -> list[Edit]:
    """What a rule would change, but for what it may not: breaks, addresses, code."""
    return [
        edit
        for edit in rule.find(written.text, conventions)
        if not {BREAK, HIDDEN} & set(written.text[edit.start : edit.end])
    ]


def remarks(source: str, conventions: Conventions, *, rich: bool, only: str = "") -> list[Remark]:
    """What the rules have to say of a text, each with the words it would change."""
    written = read(source, rich)
    found = (
        (rule, allowed(rule, written, conventions)) for rule in RULES if only in {"", rule.name}
    )
    return [
        Remark(rule.name, tuple(changes(written.seen, edits))) for rule, edits in found if edits
    ]


def changes(text: str, edits: list[Edit]) -> Iterator[Change]:
    """Edits within the words they are in; those of one word together."""
    spaces = [-1, *(found.start() for found in re.finditer(r"\s", text)), len(text)]
    waiting: list[Edit] = []
    start = end = 0
    for edit in sorted(edits, key=lambda one: one.start):
        left = max(min(spaces[bisect_left(spaces, edit.start) - 1] + 1, edit.start), 0)
        right = max(spaces[bisect_left(spaces, edit.end)], edit.end)
        if waiting and left < end:
            end = max(end, right)
        else:
            if waiting:
                yield change(text, start, end, waiting)
            waiting, start, end = [], left, right
        waiting.append(edit)
    if waiting:
        yield change(text, start, end, waiting)


def change(text: str, start: int, end: int, edits: list[Edit]) -> Change:
    after, place = "", start
    for edit in edits:
        after += text[place : edit.start] + edit.new
        place = edit.end
    return Change(text[start:end], after + text[place:end])
