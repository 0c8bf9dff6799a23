"""Arabic bodies whose name no article begins: of a town, from elsewhere, up to what they are like."""

from __future__ import annotations

from .arabic_body_words import (
    AFTER_HEAD,
    AN_ACT,
    CHARITABLE,
    HEADS,
    NAMED_FREELY,
    OF_PLACES,
    STOPS,
)
from .arabic_words import OF_NO_NAME, STOP, VERBS, ArabicWord, bare_verb, title_of
from .given_names import is_given_name

LONGEST_NAME = 8
"""Words of a body's name."""
LONGEST_ACT = 5
"""Letters of « أوهمت »; « ليفانت » has more."""
SHORTEST_TOWN = 4
DIRECTIONS = frozenset("الغربيه الشرقيه الشماليه الجنوبيه".split())
OF_TOWNS = OF_PLACES - {"غرفه", "نادي", "ولايه", "جماعه", "مكتبه"}
TOWNS_BEGIN = frozenset(
    "عين وادي راس سيدي بني اولاد تل جبل بير قصر باب كفر دير بيت مرج ابو ام حي خان ذي بو".split()
)
"""« عين الزرقاء », « سيدي امحمد », « بني مسوس »."""


def head_of(word: str) -> tuple[str, int, bool] | None:
    """The noun of a word, how many letters stand before its name, and whether « لل » does."""
    for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if prefix.endswith("ل") and rest.startswith("ل") and rest[1:] in HEADS:
            return rest[1:], len(prefix), True
        if rest in HEADS or rest.removeprefix("ال") in HEADS:
            return rest, len(prefix), False
    return None


def begins_another(word: str) -> bool:
    """« المرصد الاتحادَ », « النيابة المدعي »: another body, or somebody."""
    bare = word.removeprefix("ال")
    return word.startswith("ال") and (bare in HEADS or word in {"المدعي", "المدعيه"})


def end_of_free_name(found: list[ArabicWord], at: int) -> int | None:
    """Where the name of a body ends that is called by any words behind its noun."""
    head = head_of(found[at].word)
    if head is None or head[2] or head[0].startswith("ال"):
        return None
    return (
        end_of_its_quality(found, at, head[0])
        or end_of_a_place(found, at, head[0])
        or end_of_elsewhere(found, at, head[0])
    )


def end_of_its_quality(found: list[ArabicWord], at: int, noun: str) -> int | None:
    """« جمعية أبناء وادي حلفا الخيرية », « جامعة كيوتو الغربية »: up to what the body is like."""
    if noun not in NAMED_FREELY | OF_PLACES or not noun.endswith("ه"):
        return None
    for end in range(at + 1, min(at + LONGEST_NAME, len(found))):
        word = found[end].word
        if end > at + 1 and found[end].beside and word in CHARITABLE | DIRECTIONS:
            return end + 1 if may_be_called(found[at + 1].word) else None
        if not found[end].beside or not goes_on(word, first=end == at + 1):
            return None
    return None


def goes_on(word: str, *, first: bool) -> bool:
    """Whether a word may stand within such a name, before what the body is like."""
    ended = word in STOP | STOPS | OF_NO_NAME - AFTER_HEAD or bare_verb(word) in VERBS
    if ended or begins_another(word) or head_of(word):
        return False
    return first or word[0] not in "لبوفك" or is_given_name(word) or word in TOWNS_BEGIN


def may_be_called(word: str) -> bool:
    shaped = word.endswith(("يه", "ات")) or AN_ACT.fullmatch(word) is not None
    return not word.startswith("ال") and (word in AFTER_HEAD or not shaped)


def end_of_a_place(found: list[ArabicWord], at: int, noun: str) -> int | None:
    """« محكمة عين الزرقاء », « بلدية جزين »: what is of a town by whatever name, up to an end."""
    if noun not in OF_TOWNS or at + 1 >= len(found):
        return None
    first, second = found[at + 1], found[at + 2] if at + 2 < len(found) else None
    if not first.beside or first.definite:
        return None
    if first.word in TOWNS_BEGIN and second is not None and second.beside:
        return None if is_no_name(second.word) else at + 3
    return at + 2 if is_a_town(first) and is_ended(found, at + 2) else None


def is_a_town(token: ArabicWord) -> bool:
    word = token.word
    shaped = token.tied or word.endswith(("يه", "ي", "ات", "ون", "ا", "ه")) or word[0] in "وبلكفم"
    known = is_no_name(word) or head_of(word) is not None or AN_ACT.fullmatch(word) is not None
    return len(word) >= SHORTEST_TOWN and not shaped and not known


def end_of_elsewhere(found: list[ArabicWord], at: int, noun: str) -> int | None:
    """« شركة ليفانت كارغو », « دار مارسيليو نوفا »: two words of no tongue of ours, up to an end."""
    own = found[at + 1 : at + 3]
    if noun not in NAMED_FREELY or len(own) < 2 or not all(map(is_unknown, own)):
        return None
    return at + 3 if is_ended(found, at + 3) else None


def is_unknown(token: ArabicWord) -> bool:
    word = token.word
    acts = AN_ACT.fullmatch(word) and not (word.endswith("ت") and len(word) > LONGEST_ACT)
    shaped = acts or token.tied or word.endswith(("يه", "ات", "ين", "ون", "ه"))
    known = is_no_name(word) or word.startswith("ال") or title_of(word) is not None
    prefixed = word[0] in "وف" or (word[0] in "بلك" and (len(word) < LONG or is_a_word(word[1:])))
    return token.beside and len(word) > 3 and not known and not shaped and not prefixed


LONG = 5
"""Letters of a word that may begin with what is elsewhere a preposition: « ليفانت », « كارغو »."""


def is_a_word(word: str) -> bool:
    return is_no_name(word) or word in AFTER_HEAD or word.startswith("ل") or is_given_name(word)


def is_no_name(word: str) -> bool:
    return word in STOP | STOPS | OF_NO_NAME or bare_verb(word) in VERBS


def is_ended(found: list[ArabicWord], at: int) -> bool:
    """Whether what stands at a place goes on with no name."""
    after = found[at] if at < len(found) else None
    if after is None or not after.beside:
        return True
    # « بمستشفى عفرين العام »: what it is like goes on.
    return (after.word in STOP and not after.definite) or bare_verb(after.word) in VERBS
