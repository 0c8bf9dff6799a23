"""People as Arabic wire copy introduces them.

A name is known by its given name, by the courtesy or the comma before it, or by the « أن » that
ends it after a verb of speech. Nothing else is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_names import (
    ACRONYMS,
    BARE_PLACES,
    BODIES,
    CALENDAR,
    CLAUSE,
    CONNECTED,
    COURTESIES,
    LETTERS,
    LONGEST_POSITION,
    POSITION_END,
    PREFIXED,
    SAYING,
    STOP,
    VERBS,
    Token,
    bare_verb,
    given_gender,
    is_bounded,
    is_definite_title,
    is_perhaps_a_verb,
    may_begin_a_name,
    name_end,
    title_of,
    tokens,
)
from .given_names import is_given_name, plain
from .people import FEMALE, MALE, Person, tidy

BEGINNING = CONNECTED - {"ال", "ام", "بنت"}
"""Of what is not of its own a name, that with which one can begin: بن علي, عبد الله."""
# Given names that are also what somebody is, of something: « مالك النادي ».
ROLES = frozenset(map(plain, "مالك رائد أمين حافظ شريف سلطان خليفة راعي كامل جابر حامد".split()))
# « ممثل جلالة الملك محمد », « ممثل آية الله علي »: who has such an office speaks for another.
HIGHNESSES = frozenset(map(plain, "آية جلالة سمو فخامة معالي سعادة حضرة صاحب".split()))
# « نائب الرئيس محمد العلوي » is one office.
RANKS = frozenset(map(plain, ("أول", "ثان", "ركن")))
"""Of a rank, after its first word: « الفريق أول »."""
WHERE = frozenset(("في", "على", "لدى"))
# Verbs that are said of somebody: « وصف النائب الوزير ».
OF_SOMEBODY = frozenset(
    plain(one + end)
    for one in "وصف اتهم انتقد ناشد طالب حذر دعا أبلغ سأل هدد نصح نبه وعد".split()
    for end in ("", "ت")
)
DEPUTIES = frozenset(map(plain, ("نائب", "نائبة", "مساعد", "مساعدة")))


def arabic_people(text: str) -> list[Person]:
    """Everybody a paragraph introduces, in the order they come in."""
    found = tokens(text)
    people = [
        *with_titles(found, text),
        *with_courtesy(found, text),
        *after_verbs(found, text),
        *servants(found, text),
    ]
    kept: list[Person] = []
    for person in sorted(people, key=lambda one: (one.start, -one.end)):
        if not any(one.start <= person.start < one.end for one in kept):
            kept.append(person)
    return kept


def with_titles(found: list[Token], text: str) -> Iterator[Person]:
    """« وزير الشؤون الخارجية، ناصر بوريطة » ; « رئيسة المحكمة آمال بن يونس »."""
    taken = -1
    for at, token in enumerate(found):
        title = title_of(token.word)
        if title is None or at < taken or (is_given_name(token.word) and not token.definite):
            continue
        begins = name_after_title(found, at, text)
        if begins is None:
            continue
        end = name_end(found, begins, text)
        if end is None:
            continue
        head, prefix, governed = title
        start = courtesy_start(found, at, token.start + prefix)
        words = " ".join(
            text[one.start : one.end]
            for one in found[at:begins]
            if one.word not in COURTESIES or one is token
        )
        position, organization = split_position(words[prefix:])
        if governed and token.word[prefix:].startswith("ل"):
            position = "ا" + position
        name = tidy_name(text[found[begins].start : found[end - 1].end])
        gender = FEMALE if head.endswith("ه") else MALE
        if is_of_a_holder(found, at, begins, head):
            yield Person(name, None, None, start, found[end - 1].end, surely=False)
        else:
            yield Person(
                name, position, organization, start, found[end - 1].end, gender, not governed
            )
        taken = end


def is_of_a_holder(found: list[Token], title: int, begins: int, head: str) -> bool:
    """« محامي الوزير محمد العلوي »: which of the two has the name, nobody can tell."""
    if found[title].definite:
        return is_perhaps_an_object(found, title)
    for at in range(title + 1, begins):
        token, before = found[at], found[at - 1]
        if token.word in HIGHNESSES and not before.definite:
            return True
        inner = title_of(token.word)
        settled = before.definite or before.word in BARE_PLACES or token.word in COURTESIES
        deputy = at == title + 1 and head in DEPUTIES
        if inner and not inner[1] and not settled and not deputy:
            return True
    return False


def is_perhaps_an_object(found: list[Token], title: int) -> bool:
    """« وصف النائب الوزير محمد العلوي »: one calls the other something, or meets him."""
    after = found[title + 1]
    another = after.beside and is_definite_title(after.word) and after.word not in COURTESIES
    verb = bare_verb(found[title - 1].word) if title > 0 and found[title].beside else "في"
    return another and (verb in OF_SOMEBODY or (verb not in VERBS and is_perhaps_a_verb(verb)))


def tidy_name(words: str) -> str:
    return tidy(words.replace("#", ""))


def courtesy_start(found: list[Token], at: int, start: int) -> int:
    while at > 0 and found[at].beside and found[at - 1].word in COURTESIES:
        at -= 1
        start = found[at].start
    return start


def name_after_title(found: list[Token], title: int, text: str) -> int | None:
    """The token at which the name of who has a title begins."""
    verb = found[title - 1].word if title > 0 and found[title].beside else ""
    spoken = bare_verb(verb) in VERBS
    met = bool(verb) and not spoken and is_perhaps_a_verb(verb)
    for at in range(title + 1, min(title + LONGEST_POSITION, len(found))):
        token, before = found[at], found[at - 1]
        if not token.beside:
            return name_after_comma(found, at, text, spoken)
        if ends_a_position(token.word, first=at == title + 1) or (met and token.word in WHERE):
            return None  # « التقى الوزير في القاهرة محمد العلوي »
        polite = before.word in COURTESIES and at - 1 > title
        settled = before.definite or before.word in BARE_PLACES | ACRONYMS or polite
        given = is_given_name(token.word) or token.word in BEGINNING
        if settled and given and name_end(found, at, text):
            return at if may_be_of(found[title], token, before) else None
        if settled and may_begin_a_name(token.word) and (spoken or polite):
            end = name_end(found, at, text)
            if end and is_bounded(found, end, text):
                return at
    return None


def ends_a_position(word: str, first: bool) -> bool:
    """Whether a word after a title is not of what somebody is, so that no name follows."""
    title = title_of(word)
    if title and title[2]:
        # « انتقاده لوزير التربية ناجي جلول »: the name is of the other one.
        return True
    another = not first and is_definite_title(word) and not word.startswith("و")
    if another and word not in COURTESIES:
        return True
    return bool({word, word.removeprefix("و")} & POSITION_END) or word in VERBS or word in SAYING


def may_be_of(title: Token, name: Token, before: Token) -> bool:
    """« مديرة مؤسسة الشهيد شكري بلعيد » is a woman whose name is not said."""
    head = title_of(title.word)
    woman = head is not None and head[0].endswith("ه")
    return not (woman and given_gender(name.word) == MALE) and before.word not in {
        "الشهيد",
        "الشهيده",
    }


def name_after_comma(found: list[Token], at: int, text: str, spoken: bool) -> int | None:
    """A name set off by a comma after what somebody is."""
    if found[at].gap.strip() not in {"،", ","}:
        return None
    if found[at].word in COURTESIES:
        at += 1
    if at >= len(found) or (end := name_end(found, at, text)) is None:
        return None
    if is_given_name(found[at].word) or found[at].word in BEGINNING:
        return at
    foreign = spoken and may_begin_a_name(found[at].word)
    return at if foreign and is_bounded(found, end, text) else None


def with_courtesy(found: list[Token], text: str) -> Iterator[Person]:
    """« الدكتورة رنا الكفاوين »."""
    for at, token in enumerate(found[:-1]):
        if token.word not in COURTESIES or not found[at + 1].beside or found[at + 1].word in RANKS:
            continue
        end = name_end(found, at + 1, text)
        known = is_given_name(found[at + 1].word)
        if end and (
            known or (may_begin_a_name(found[at + 1].word) and is_bounded(found, end, text))
        ):
            name = tidy_name(text[found[at + 1].start : found[end - 1].end])
            gender = FEMALE if token.word.endswith("ه") else MALE
            yield Person(name, None, None, token.start, found[end - 1].end, gender)


def after_verbs(found: list[Token], text: str) -> Iterator[Person]:
    """« وقالت لمياء الجريبي، المحللة لدى بنك الجنوب، إن » ; « الملك محمد السادس »."""
    for at, token in enumerate(found[:-2]):
        begins = found[at + 1]
        spoken = bare_verb(token.word) in VERBS
        if not begins.beside or not is_given_name(begins.word) or not spoken:
            continue
        end = name_end(found, at + 1, text)
        if end is None or is_a_role(found, at + 1):
            continue
        name = tidy_name(text[begins.start : found[end - 1].end])
        gender = given_gender(begins.word)
        position, organization, last = None, None, found[end - 1].end
        if end < len(found) and "،" in found[end].gap and title_of(found[end].word):
            within = found[end : end_of_position(found, end)]
            last = within[-1].end
            position, organization = split_position(text[within[0].start : last])
        yield Person(name, position, organization, begins.start, last, gender)


def is_a_role(found: list[Token], at: int) -> bool:
    """« وقال مالك النادي كارل سكاو »: a name follows what could be one itself."""
    role = found[at].word in ROLES and at + 2 < len(found) and found[at + 1].definite
    return role and found[at + 2].beside and may_begin_a_foreign_name(found[at + 2].word)


def may_begin_a_foreign_name(word: str) -> bool:
    return is_given_name(word) or (word not in STOP | CLAUSE | CALENDAR and word not in VERBS)


def end_of_position(found: list[Token], start: int) -> int:
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


def servants(found: list[Token], text: str) -> Iterator[Person]:
    """« خلفا لعبد الحميد زروقي »: what begins so can only be a name."""
    for at, token in enumerate(found):
        if token.word in {"لعبد", "بعبد", "وعبد", "كعبد"} and (end := name_end(found, at, text)):
            name = tidy_name(text[token.start + 1 : found[end - 1].end])
            yield Person(name, None, None, token.start, found[end - 1].end, MALE, surely=False)


AT = re.compile(rf"\s+(?:لدى\s+|في\s+|ب(?=[{LETTERS}]{{4}})|ل(?=[{LETTERS}]{{4}}))")


def split_position(words: str) -> tuple[str, str | None]:
    """« المدير العام لمنظمة الصحة العالمية » is a position, and where it is held."""
    words = tidy(words)
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
        first = plain(body[0]).removeprefix("ال") if body else ""
        if first in BODIES and (cut > 1 or first in ACRONYMS) and cut == len(body):
            return tidy(words[: found.start()]), tidy(rest)
    return words, None
