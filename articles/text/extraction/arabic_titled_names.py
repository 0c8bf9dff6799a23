"""Where the name begins of whom an Arabic text gives a title or an office."""

from __future__ import annotations

from .arabic_enclosed_names import end_between
from .arabic_name_words import is_compound, may_be_of_a_name, may_begin_a_name, opens_a_name
from .arabic_names import is_bounded, is_nation, is_of_elsewhere, name_end
from .arabic_offices import (
    is_before_a_name_of_its_own,
    is_behind_a_place,
    is_called_as_a_trade,
    is_rather_a_thing,
)
from .arabic_places import BARE_PLACES
from .arabic_shapes import PREFIXED
from .arabic_words import (
    ACRONYMS,
    COURTESIES,
    DESCENT,
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
)
from .given_names import is_given_name, plain
from .people import MALE

# « نائب الرئيس محمد العلوي » is one office.
SPOKESPERSONS = frozenset(map(plain, "متحدث متحدثة ناطق ناطقة".split()))
WHERE = frozenset(("في", "على", "لدى"))
AFTER_COMMA = 4
"""Words before a name after a comma: « ، الفريق أول ركن أحمد »."""


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


def is_before_a_given_name(found: list[ArabicWord], at: int) -> bool:
    """« المقدم طعان سليمان الأحدب »: behind a courtesy, whatever word stands before a given name."""
    word = found[at].word
    joined = word[:1] in "وف" and is_given_name(word[1:])
    if at + 1 >= len(found) or not found[at + 1].beside or joined or word in OF_NO_NAME:
        return False
    name = not word.startswith("ال") and title_of(word) is None and PREFIXED.match(word) is None
    return name and len(word) > 2 and is_given_name(found[at + 1].word)
