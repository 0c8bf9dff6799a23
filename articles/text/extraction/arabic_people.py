"""People as Arabic wire copy introduces them.

A name is known by its given name, by the courtesy or the comma before it, or by the « أن » that
ends it after a verb of speech. Nothing else is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_enclosed_names import enclosed, end_between
from .arabic_mentioned import answering, by_first_name, by_given_name, by_kunya, by_origin
from .arabic_name_words import is_compound, may_be_of_a_name, may_begin_a_name, opens_a_name
from .arabic_names import is_bounded, is_nation, is_of_elsewhere, name_end
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
    is_before_a_name_of_its_own,
    is_behind_a_place,
    is_beside_the_titled,
    is_called_as_a_trade,
    is_of_a_trade_at,
    is_rather_a_thing,
)
from .arabic_places import BARE_PLACES
from .arabic_positions import end_of_position, split_position
from .arabic_shapes import PREFIXED
from .arabic_unlisted import unlisted
from .arabic_words import (
    ACRONYMS,
    COURTESIES,
    DESCENT,
    LETTERS,
    LONGEST_POSITION,
    OF_NO_NAME,
    OF_SOMEBODY,
    POSITION_END,
    RANKS,
    SAYING,
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
# « نائب الرئيس محمد العلوي » is one office.
SPOKESPERSONS = frozenset(map(plain, "متحدث متحدثة ناطق ناطقة".split()))
WHERE = frozenset(("في", "على", "لدى"))
AFTER_COMMA = 4
"""Words before a name after a comma: « ، الفريق أول ركن أحمد »."""
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
        *unlisted(found, text),
        *answering(found, text),
        *enclosed(found, text),
    ]
    kept: list[Person] = []
    # What is known by an office counts first, a name alone last.
    alone = [*by_kunya(found, text), *by_given_name(found, text)]
    for group in (people, [*by_origin(found, text)], alone, [*by_first_name(found, text)]):
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
    if head.endswith("ه"):
        return FEMALE
    if name.word in WOMEN:
        return given_gender(name.word)
    return given_gender(name.word) or ("" if head == "عضو" else MALE)


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


def name_after_title(found: list[ArabicWord], title: int, text: str) -> int | None:
    """The token at which the name of who has a title begins."""
    verb = found[title - 1].word if title > 0 and found[title].beside else ""
    spoken = bare_verb(verb) in VERBS
    plainly = spoken and bare_verb(verb) not in OF_SOMEBODY
    met = bool(verb) and not spoken and is_perhaps_a_verb(verb)
    for at in range(title + 1, min(title + LONGEST_POSITION, len(found))):
        token = found[at]
        if not token.beside:
            if is_behind_marks(found, at):
                continue
            return name_behind_sign(found, at, text, spoken)
        if is_apposed_title(found, at, plainly=plainly):
            continue
        if is_called_as_a_trade(found, at, title):
            return at if name_end(found, at, text) else None
        if token.word == "باسم" and speaks_for_another(found[title].word):
            continue
        mother = token.word == "ام" and at + 1 < len(found) and is_given_name(found[at + 1].word)
        ended = ends_a_position(token.word, first=at == title + 1) and not mother
        if ended or (met and token.word in WHERE):
            return None  # « التقى الوزير في القاهرة محمد العلوي »
        begins = begins_here(found, at, title, text, (spoken, plainly))
        if begins is not None:
            return at if begins else None
    return None


def begins_here(
    found: list[ArabicWord], at: int, title: int, text: str, verb: tuple[bool, bool]
) -> bool | None:
    """Whether a name begins at a token; nothing where it may begin later.

    Where a name begins that ends nobody knows where, no other begins after it.
    """
    token, before, (spoken, plainly) = found[at], found[at - 1], verb
    polite = before.word in COURTESIES and at - 1 > title
    if polite and not token.definite and end_between(found, at, text):
        return True
    settled = before.definite or before.word in BARE_PLACES | ACRONYMS | RANKS or polite
    settled = settled or is_behind_a_place(found, at, title)
    if (not settled and is_before_a_name_of_its_own(found, at, title)) or (
        is_rather_a_thing(found, at) and not spoken
    ):
        return None  # « وكيل محافظة عمران عبدالملك », « سلم مدير المركز مفتاح الدار »
    if settled and token.word == "ام" and at + 1 < len(found):
        return True if is_given_name(found[at + 1].word) and name_end(found, at, text) else None
    if settled and opens_a_name(found, at):
        return bool(name_end(found, at, text) and may_be_of(found[title], token, before))
    end = name_end(found, at, text)
    bounded = end is not None and is_bounded(found, end, text)
    begun = is_given_name(before.word) and before.word not in BARE_PLACES
    if plainly and end and is_given_name(token.word) and at > title + 1 and not begun:
        # « وقال رئيس مجلس قروي بورين ناصر عيد لـ"وفا" إن »
        begins = bounded or is_told_to(found, end)
    elif settled and is_before_a_fathers_name(found, at, title):
        return bool(end)
    else:
        hers = plainly and is_perhaps_hers(found[title], token)
        foreign = settled and (hers or may_begin_a_name(token.word)) and (spoken or polite)
        begins = foreign and bounded
    return True if begins else None


def is_before_a_fathers_name(found: list[ArabicWord], at: int, title: int) -> bool:
    """« وزيرة التنمية جلنار عبد المجيد », « للروائية لينورا بدر الدين »."""
    if at + 1 >= len(found) or not found[at + 1].beside:
        return False
    word, after = found[at].word, found[at + 1].word
    if is_compound(found, at) or is_compound(found, at + 1):
        return word not in OF_NO_NAME and not found[at].definite
    head = title_of(found[title].word)
    hers = head is not None and head[0].endswith("ه") and word.endswith("ا")
    own = may_begin_a_name(word) or (hers and not word.endswith(("يا", "ما")))
    place = word[0] in "بلك" and word[1:] in BARE_PLACES | OF_NO_NAME
    if place or word[0] in "وف" or word.startswith(("ال", "لل", "بال", "كال")):
        return False
    kin = after in {"عبد", "بن", "بنت", "ابو"} or (hers and is_given_name(after))
    return own and kin and word not in OF_NO_NAME


def is_perhaps_hers(title: ArabicWord, name: ArabicWord) -> bool:
    """« وأفادت الناطقة باسم الوزارة إيفانا كريستيتش »: of women, names end as an adverb does."""
    head = title_of(title.word)
    woman = head is not None and head[0].endswith("ه") and name.word.endswith("ا")
    adverb = name.word.endswith("يا") or name.word[0] in "وفبلك" or name.definite
    return woman and not adverb and name.word not in OF_NO_NAME


def is_behind_marks(found: list[ArabicWord], at: int) -> bool:
    """« في شركة "النيل كابيتال" »: the marks around a body's name end no position."""
    sign = found[at].gap.strip()
    named = is_given_name(found[at].word) or is_before_a_given_name(found, at)
    return sign in OPENED | CLOSED and not (sign in CLOSED and named)


def name_behind_sign(found: list[ArabicWord], at: int, text: str, spoken: bool) -> int | None:
    """« … في شركة "النيل كابيتال" داليا منصور », or behind a comma."""
    if found[at].gap.strip() in CLOSED:
        return at if name_end(found, at, text) else None
    return name_after_comma(found, at, text, spoken)


OPENED, CLOSED = frozenset('"«“'), frozenset('"»”')
"""Around the name of a body in what somebody is."""


def is_told_to(found: list[ArabicWord], end: int) -> bool:
    """« ناصر عيد لـ"وفا" »."""
    return end < len(found) and found[end].beside and found[end].word[:1] == "ل"


def speaks_for_another(word: str) -> bool:
    """« المتحدث باسم الجيش »."""
    title = title_of(word)
    return title is not None and title[0] in SPOKESPERSONS


def is_apposed_title(found: list[ArabicWord], at: int, plainly: bool) -> bool:
    """« قال وكيل الدفاع المحامي طارق أبو الراغب »: both are of who speaks."""
    apposed = plainly and found[at - 1].definite and title_of(found[at - 1].word) is None
    title = is_definite_title(found[at].word) and found[at].word.startswith("ال")
    after = found[at + 1] if at + 1 < len(found) else None
    named = after is not None and after.beside and is_given_name(after.word)
    return apposed and title and (named or is_called_as_a_trade(found, at + 1, at))


def ends_a_position(word: str, first: bool) -> bool:
    """Whether a word after a title is not of what somebody is, so that no name follows."""
    if first and word in {"عام", "عامه", "اول", "مساعد", "مركزي"}:
        return False  # « كاتب عام البلدية », « وكيل أول الوزارة »
    title = title_of(word)
    if title and title[2]:
        # « انتقاده لوزير التربية ناجي جلول »: the name is of the other one.
        return True
    another = not first and is_definite_title(word) and not word.startswith("و")
    if another and word not in COURTESIES:
        return True
    return bool({word, word.removeprefix("و")} & POSITION_END) or word in VERBS or word in SAYING


def may_be_of(title: ArabicWord, name: ArabicWord, before: ArabicWord) -> bool:
    """« مديرة مؤسسة الشهيد شكري بلعيد » is a woman whose name is not said."""
    head = title_of(title.word)
    woman = head is not None and head[0].endswith("ه")
    return not (woman and given_gender(name.word) == MALE) and before.word not in {
        "الشهيد",
        "الشهيده",
    }


def name_after_comma(found: list[ArabicWord], at: int, text: str, spoken: bool) -> int | None:
    """A name set off by a comma after what somebody is."""
    if found[at].gap.strip() not in {"،", ","}:
        return None
    at = after_comma(found, at)
    if at >= len(found) or (end := name_end(found, at, text)) is None:
        return None
    if opens_a_name(found, at) or is_a_father(found, at):
        return at
    if at + 1 < len(found) and found[at + 1].word in DESCENT and may_be_of_a_name(found[at].word):
        return at  # « ، الأستاذ التجاني ود البدوي »
    if is_of_two_families(found, at) and is_bounded(found, end, text):
        return at
    abroad = is_nation(found[at - 1].word) and found[at].beside
    foreign = (abroad and is_of_elsewhere_or_may(found[at].word)) or (
        spoken and may_begin_a_name(found[at].word)
    )
    return at if foreign and is_bounded(found, end, text) else None


def is_of_two_families(found: list[ArabicWord], at: int) -> bool:
    """« دعا الأمين الجهوي، المولدي الرابحي، »: a first name with its article, and a surname."""
    first, second = found[at], found[at + 1] if at + 1 < len(found) else None
    known = title_of(first.word) is not None or first.word in OF_NO_NAME or is_nation(first.word)
    known = known or first.word.removeprefix("ال") in OF_NO_NAME
    if second is None or known or not (first.definite and second.beside and second.definite):
        return False
    return first.word.endswith("ي") and second.word.endswith("ي") and not is_nation(second.word)


def is_of_elsewhere_or_may(word: str) -> bool:
    return may_begin_a_name(word) or (is_of_elsewhere(word) and not word.startswith("ال"))


def is_a_father(found: list[ArabicWord], at: int) -> bool:
    """« ، با عمر تيجاني، », « ، أم كلثوم بنت محمد، »: behind a comma these are of a name."""
    after = found[at + 1] if at + 1 < len(found) else None
    return found[at].word in {"با", "ام"} and after is not None and is_given_name(after.word)


def after_comma(found: list[ArabicWord], at: int) -> int:
    """« ، السيدة مريم », « ، الكاميروني جان بول », « ، النائب أنور »: what stands before the name."""
    first = at
    while at + 1 < len(found) and at - first < AFTER_COMMA and found[at + 1].beside:
        word = found[at].word
        if found[at + 1].word in DESCENT:
            break
        said = is_definite_title(word) or (word.startswith("ال") and word.endswith(("ي", "يه")))
        if word not in COURTESIES | RANKS and not (said and not is_given_name(word)):
            break
        at += 1
    return at


def with_courtesy(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« الدكتورة رنا الكفاوين »."""
    for at, token in enumerate(found[:-1]):
        if token.word not in COURTESIES or not found[at + 1].beside or found[at + 1].word in RANKS:
            continue
        end = name_end(found, at + 1, text)
        known = is_given_name(found[at + 1].word)
        bounded = end and may_begin_a_name(found[at + 1].word) and is_bounded(found, end, text)
        known = known or opens_a_name(found, at + 1)
        if end and (known or bounded or is_before_a_given_name(found, at + 1)):
            name = tidy_name(text[found[at + 1].start : found[end - 1].end])
            gender = FEMALE if token.word.endswith("ه") else MALE
            start = courtesy_start(found, at, token.start)
            yield Person(name, None, None, start, found[end - 1].end, gender)


def is_before_a_given_name(found: list[ArabicWord], at: int) -> bool:
    """« المقدم طعان سليمان الأحدب »: behind a courtesy, whatever word stands before a given name."""
    word = found[at].word
    joined = word[:1] in "وف" and is_given_name(word[1:])
    if at + 1 >= len(found) or not found[at + 1].beside or joined or word in OF_NO_NAME:
        return False
    name = not word.startswith("ال") and title_of(word) is None and PREFIXED.match(word) is None
    return name and len(word) > 2 and is_given_name(found[at + 1].word)


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
