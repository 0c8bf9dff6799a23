"""People as Arabic wire copy introduces them.

A name is known by its given name, by the courtesy or the comma before it, or by the « أن » that
ends it after a verb of speech. Nothing else is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_enclosed_names import enclosed
from .arabic_free_bodies import head_of
from .arabic_mentioned import answering, by_first_name, by_given_name, by_kunya, by_origin
from .arabic_name_words import may_begin_a_name, opens_a_name
from .arabic_names import is_bounded, name_end
from .arabic_namings import (
    ROLES,
    after_verbs,
    bearers,
    descendants,
    gives_its_name,
    may_go_on,
    servants,
    tidy_name,
    topics,
)
from .arabic_offices import (
    OF_ANOTHER,
    is_a_demand,
    is_beside_the_titled,
    is_of_a_trade_at,
)
from .arabic_people_in_rows import people_in_rows
from .arabic_places import BARE_PLACES
from .arabic_positions import end_of_position, split_position
from .arabic_titled_names import is_before_a_given_name, name_after_title
from .arabic_unlisted_people import unlisted_people
from .arabic_words import (
    COURTESIES,
    LETTERS,
    OF_SOMEBODY,
    RANKS,
    VERBS,
    ArabicWord,
    bare_verb,
    given_gender,
    is_definite_title,
    is_perhaps_a_verb,
    title_of,
    tokens,
)
from .given_names import WOMEN, is_given_name, plain
from .people import FEMALE, MALE, Person

DOCTOR = re.compile(r"(?<![\u0621-\u0652.])(د|أ|م|أ\.د)\.\s?(?=[\u0621-\u064a]{2})")
"""« د. سالم »: the full stop ends nothing."""
WORD_BEFORE = re.compile(rf"([{LETTERS}]+)\s$")
# « ممثل جلالة الملك محمد », « ممثل آية الله علي »: who has such an office speaks for another.
HIGHNESSES = frozenset(map(plain, "آية جلالة سمو فخامة معالي سعادة حضرة صاحب".split()))
DEPUTIES = frozenset(map(plain, ("نائب", "نائبة", "مساعد", "مساعدة")))


def arabic_people(text: str, speaking: frozenset[str] = frozenset()) -> list[Person]:
    """Everybody a paragraph introduces, in the order they come in.

    Args:
        text: the paragraph.
        speaking: the surnames that stand as who speaks, anywhere in the text.
    """
    text = DOCTOR.sub(without_stop, text)
    found = tokens(text)
    people = [
        *with_titles(found, text),
        *with_courtesy(found, text),
        *after_verbs(found, text),
        *before_titles(found, text),
        *topics(found, text),
        *bearers(found, text, speaking),
        *servants(found, text),
        *descendants(found, text),
        *unlisted_people(found, text),
        *answering(found, text),
        *enclosed(found, text),
    ]
    kept: list[Person] = []
    # What is known by an office counts first, a name alone last.
    alone = [*by_kunya(found, text), *by_given_name(found, text)]
    rows = [*people_in_rows(text)]
    for group in (people, rows, [*by_origin(found, text)], alone, [*by_first_name(found, text)]):
        for person in sorted(group, key=lambda one: (one.start, -one.end)):
            if gives_its_name(found, person):
                continue
            if not any(one.start < person.end and person.start < one.end for one in kept):
                kept.append(person)
    return sorted(kept, key=lambda one: one.start)


def without_stop(found: re.Match[str]) -> str:
    """« م. عيسى » is an engineer; « غسان أ. معلوف » has an initial: a given name stands before it."""
    before = WORD_BEFORE.search(found.string[max(0, found.start() - 30) : found.start()])
    if before and found[1] in {"أ", "م"} and is_given_name(before[1]):
        return found[0]
    return f"{found[1]}{' ' * (len(found[0]) - 1)}"


def with_titles(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« وزير الشؤون الخارجية، ناصر بوريطة » ; « رئيسة المحكمة آمال بن يونس »."""
    taken = -1
    for at, token in enumerate(found):
        title = title_of(token.word)
        if title is None or at < taken or is_a_demand(found, at):
            continue
        begins = name_after_title(found, at, text)
        if begins is None or (
            is_given_name(token.word)
            and not token.definite
            and not is_rather_a_role(found, at, begins)
        ):
            continue
        end = name_end(found, begins, text)
        if end is None:
            continue
        head, prefix, governed = title
        start = courtesy_start(found, at, token.start + prefix)
        words = " ".join(
            text[one.start : one.end]
            for one in found[at : commaless(found, at, begins)]
            if one.word not in COURTESIES | RANKS or one is token
        )
        position, organization = split_position(words[prefix:])
        if governed and token.word[prefix:].startswith("ل"):
            position = "ا" + position
        name = tidy_name(text[found[begins].start : found[end - 1].end])
        gender = gender_of(head, found[begins])
        if begins > at + 1 and is_beside_the_titled(found, at, begins):
            beside = found[at - 1]
            position = f"{text[beside.start : beside.end]} {position}"
            known = beside.word.removeprefix("و") not in OF_ANOTHER
            yield Person(name, position, None, beside.start, found[end - 1].end, "", known)
            taken = end
            continue
        if is_of_a_holder(found, at, begins, head):
            yield Person(name, None, None, start, found[end - 1].end, surely=False)
        else:
            yield Person(
                name, position, organization, start, found[end - 1].end, gender, not governed
            )
        taken = end


def commaless(found: list[ArabicWord], title: int, name: int) -> int:
    """Where the words of a position end: at the comma before the name, if there is one."""
    return next((at for at in range(title + 1, name) if not found[at].beside), name)


def is_rather_a_role(found: list[ArabicWord], title: int, name: int) -> bool:
    """« رائد الفضاء العماني خالد الشعيلي » is no « رائد العلوي »."""
    of = found[title + 1]
    role = found[title].word in ROLES and (of.definite or of.word in OF_AN_OFFICE)
    far = name > title + 2 or not found[name].beside
    return role and far and is_given_name(found[name].word)


OF_AN_OFFICE = frozenset(map(plain, "سر عام صندوق مال مكتبة مستودع مخزن".split()))
"""« أمين سر المركز »."""


def gender_of(head: str, name: ArabicWord) -> str:
    """« عضو » is said of women too, as « النائب » is by some: a name of both tells nothing."""
    if head in OF_BOTH:
        return given_gender(name.word)
    if head.endswith("ه"):
        return FEMALE
    if name.word in WOMEN:
        return given_gender(name.word)
    return given_gender(name.word) or ("" if head == "عضو" else MALE)


OF_BOTH = frozenset(map(plain, "عمدة خليفة علامة داعية نابغة رحالة نسابة ضحية قدوة شخصية".split()))
"""« عمدة المدينة »: written as a woman's office, and held by anybody."""


def is_of_a_holder(found: list[ArabicWord], title: int, begins: int, head: str) -> bool:
    """« محامي الوزير محمد العلوي »: which of the two has the name, nobody can tell."""
    if found[title].definite:
        return is_perhaps_an_object(found, title)
    if found[title].word.endswith(("ه", "ها", "هم")) and not found[title].tied:
        return False  # « تلميذها عازف العود إيلي »
    for at in range(title + 1, begins):
        token, before = found[at], found[at - 1]
        if token.word in HIGHNESSES and not before.definite:
            return True
        inner = title_of(token.word)
        settled = before.definite or before.word in BARE_PLACES or token.word in COURTESIES
        deputy = at == title + 1 and (head in DEPUTIES or is_of_a_trade_at(found, at, head))
        if inner and not inner[1] and not settled and not deputy:
            return True
    return False


def is_perhaps_an_object(found: list[ArabicWord], title: int) -> bool:
    """« وصف النائب الوزير محمد العلوي »: one calls the other something, or meets him."""
    after = found[title + 1]
    another = after.beside and is_definite_title(after.word) and after.word not in COURTESIES
    verb = bare_verb(found[title - 1].word) if title > 0 and found[title].beside else "في"
    return another and (verb in OF_SOMEBODY or (verb not in VERBS and is_perhaps_a_verb(verb)))


def courtesy_start(found: list[ArabicWord], at: int, start: int) -> int:
    while at > 0 and found[at].beside and found[at - 1].word in COURTESIES:
        at -= 1
        start = found[at].start
    return start


def with_courtesy(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« الدكتورة رنا الكفاوين »."""
    for at, token in enumerate(found[:-1]):
        if token.word not in COURTESIES or not found[at + 1].beside or found[at + 1].word in RANKS:
            continue
        if found[at + 1].word[0] in "بل" and head_of(found[at + 1].word) is not None:
            continue  # « الأستاذ بجامعة محمد الأول »
        end = name_end(found, at + 1, text)
        known = is_given_name(found[at + 1].word)
        bounded = end and may_begin_a_name(found[at + 1].word) and is_bounded(found, end, text)
        known = known or opens_a_name(found, at + 1)
        if end and (known or bounded or is_before_a_given_name(found, at + 1)):
            name = tidy_name(text[found[at + 1].start : found[end - 1].end])
            gender = FEMALE if token.word.endswith("ه") else MALE
            start = courtesy_start(found, at, token.start)
            yield Person(name, None, None, start, found[end - 1].end, gender)


def before_titles(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« منى بركات، رئيسة قسم البحوث، »: what follows the comma is not of somebody named there."""
    for at, token in enumerate(found[:-2]):
        if not is_given_name(token.word) or may_go_on(found, at):
            continue
        end = name_end(found, at, text)
        if end is None or end >= len(found) or found[end].gap.strip() not in {"،", ","}:
            continue
        title = title_of(found[end].word)
        if title is None or title[1] or name_after_title(found, end, text) is not None:
            continue
        within = found[end : end_of_position(found, end)]
        position, organization = split_position(text[within[0].start : within[-1].end])
        name = tidy_name(text[token.start : found[end - 1].end])
        start = courtesy_start(found, at, token.start)
        gender = gender_of(title[0], token)
        yield Person(name, position, organization, start, within[-1].end, gender)
