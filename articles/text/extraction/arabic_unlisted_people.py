"""People whom no list of given names knows, or who are introduced by words that no list of offices has.

What tells them is their place: right behind a verb of speech, a rank, « called ».
"""

from __future__ import annotations

from collections.abc import Iterator

from .arabic_enclosed_names import NOBODY
from .arabic_name_words import is_before_a_name, is_compound, may_be_of_a_name, opens_a_name
from .arabic_names import name_end
from .arabic_namings import FATHERS, FIRST_WORDS, KIN, tidy_name
from .arabic_words import (
    BODIES,
    CALENDAR,
    CLAUSE,
    COMMON,
    CONNECTED,
    COURTESIES,
    OF_SOMEBODY,
    SAYING,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    given_gender,
    is_definite_title,
    title_of,
)
from .given_names import is_given_name, plain
from .people import FEMALE, MALE, Person

CALLED = frozenset(
    plain(prefix + one)
    for one in "المدعو المدعوة يدعى تدعى".split()
    for prefix in ("", "و")
)  # fmt: skip
"""« ويدعى ر. الحسن »."""
WHO_IS = frozenset(
    map(plain, "وهو وهي الذي التي أحد إحدى كبير كبيرة صاحب صاحبة والد والدة أول أولى".split())
)
"""Behind the comma after a name: who that is."""
LONGEST_TRADE = 3
"""Words of what somebody is, between a verb and the name."""


def unlisted_people(found: list[ArabicWord], text: str) -> Iterator[Person]:
    yield from beside_verbs(found, text)
    yield from by_any_trade(found, text)
    yield from called_so(found, text)
    yield from apposed(found, text)


def takes_nobody(word: str) -> bool:
    """Whether a word is a verb of speech behind which who speaks stands, and nobody else."""
    verb = bare_verb(word)
    return verb in VERBS and verb not in OF_SOMEBODY


def beside_verbs(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« قالت سابرينا كوندوري، باحثة في المركز »: a name that no list has."""
    for at in range(len(found) - 3):
        first = found[at + 1]
        if not takes_nobody(found[at].word) or not first.beside or not is_unlisted(found, at + 1):
            continue
        end = name_end(found, at + 1, text)
        if end is None or end >= len(found) or found[end].gap.strip() not in {"،", ","}:
            continue
        if any(one.word in NOBODY or is_of_many(one.word) for one in found[at + 1 : end]):
            continue
        title = title_of(found[end].word)
        if not (found[end].word in WHO_IS or (title and not title[1])):
            continue
        gender = VERBS[bare_verb(found[at].word)]
        name = tidy_name(text[first.start : found[end - 1].end])
        yield Person(name, None, None, first.start, found[end - 1].end, gender)


def is_unlisted(found: list[ArabicWord], at: int) -> bool:
    """Whether a word behind a verb can begin a name: who speaks is told in no other case."""
    word = found[at].word
    if is_compound(found, at):
        return True
    known = (
        is_given_name(word) or word in CONNECTED or word.startswith(("ال", "و", "ف", "ب", "ل", "ك"))
    )
    return len(word) > 2 and not known and may_be_of_a_name(word)


def is_of_many(word: str) -> bool:
    """« سكان غاضبون », « نقابات عمالية »: no name ends so, behind no article."""
    return not word.startswith("ال") and word.endswith(("ون", "ات", "يه"))


def by_any_trade(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« وقالت الفاعلة الجمعوية خديجة أمزيان », « وقال رفيق عمره المطرب حسن بو زيدان »."""
    for at in range(len(found) - 3):
        if not takes_nobody(found[at].word):
            continue
        begins = behind_a_trade(found, at + 1)
        end = name_end(found, begins, text) if begins else None
        if begins is None or end is None:
            continue
        gender = VERBS[bare_verb(found[at].word)]
        if given_gender(found[begins].word) not in {"", gender}:
            continue
        name = tidy_name(text[found[begins].start : found[end - 1].end])
        start = found[at + 1].start
        position = words_of(found[at + 1 : begins], text)
        yield Person(name, position, None, start, found[end - 1].end, gender)


def behind_a_trade(found: list[ArabicWord], at: int) -> int | None:
    """Where the name begins behind words that say, right after a verb, who somebody is."""
    leading = found[at].word in LEADING and at + 1 < len(found) and found[at + 1].definite
    longest = LONGEST_ROLE if leading else LONGEST_TRADE
    for begins in range(at, min(at + longest + 1, len(found) - 1)):
        word = found[begins].word
        if leading and (begins <= at + 1 or word in WITHIN or found[begins].definite):
            continue
        if not found[begins].beside:
            return None
        if begins > at and (opens_a_name(found, begins) or is_compound(found, begins)):
            before = found[begins - 1].word
            return begins if before.startswith("ال") or before.endswith(("ه", "ها")) else None
        if begins > at and word in COURTESIES:
            continue
        if not is_of_a_trade(word, first=begins == at):
            return None
    return None


LEADING = frozenset(map(plain, "كبير كبيرة كبيري أقدم أكبر أصغر أحد إحدى أول".split()))
WITHIN = frozenset(("في", "لدى", "لدي"))
"""« كبيرة الاقتصاديين في المرصد ماري-هيلين دو لا تور »."""


def is_of_a_trade(word: str, *, first: bool) -> bool:
    known = word in STOP | CLAUSE | CALENDAR | SAYING | COURTESIES or bare_verb(word) in VERBS
    if known or word.removeprefix("ال") in COMMON | BODIES or word in NOBODY:
        return False
    if first and title_of(word):
        return False  # read as any office is
    if word.startswith("ال"):
        return not word.endswith(("ات", "ون", "ين")) or is_definite_title(word)
    # « رفيق عمره »
    return len(word) > 2 and (first or word.endswith(("ه", "ها"))) and word[0] not in "بلكوف"


def called_so(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« المدعو "ب. ن." », « ويدعى ر. الحسن »."""
    for at in range(len(found) - 2):
        first = found[at + 1]
        if found[at].word not in CALLED or first.gap.strip() not in {"", "«", '"', "“"}:
            continue
        end = name_end(found, at + 1, text) if is_given_name(first.word) else None
        if first.word in FATHERS and found[at + 2].beside:
            end = end or at + 3  # « يدعى أبو حيدر »
        if end is not None:
            gender = FEMALE if found[at].word.endswith("ه") or "تدعى" in found[at].word else MALE
            name = tidy_name(text[first.start : found[end - 1].end])
            head = head_of_role(found, at)
            start = first.start if head is None else found[head].start
            yield Person(name, None, None, start, found[end - 1].end, gender)


def apposed(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« كبير المهندسين في شركة "النيل"، سليم الحداد، », « ورفض نظيره في الشباب، سعيد المعمري، »."""
    for at in range(2, len(found) - 1):
        if found[at].gap.strip() not in {"،", ","}:
            continue
        begins = at + is_before_a_name(found[at].word)
        given = is_given_name(found[begins].word) or found[begins].word in FIRST_WORDS
        end = name_end(found, begins, text) if given else None
        head = head_of_role(found, at) if end else None
        if end is None or head is None or text[found[end - 1].end :].lstrip()[:1] not in SIGNS:
            continue
        gender = given_gender(found[begins].word)
        name = tidy_name(text[found[begins].start : found[end - 1].end])
        kin = found[head].word in KIN
        position = None if kin else words_of(found[head:at], text)
        yield Person(name, position, None, found[head].start, found[end - 1].end, gender)


def words_of(found: list[ArabicWord], text: str) -> str:
    """What somebody is, as it is written, without a courtesy."""
    kept = [one for one in found if one.word not in COURTESIES]
    if len(kept) == len(found):
        return tidy_name(text[found[0].start : found[-1].end])
    return " ".join(text[one.start : one.end] for one in kept)


SIGNS = ("،", ",", "(", ":")
ROLES = frozenset(map(plain, "كبير كبيرة كبيري صاحب صاحبة أقدم أكبر أصغر أحد إحدى".split())) | KIN
"""What somebody is, that is no office: « كبير المهندسين », « نظيره »."""
LONGEST_ROLE = 10
"""Words of what somebody is."""


def head_of_role(found: list[ArabicWord], comma: int) -> int | None:
    """Where the words begin that say who somebody is, up to a comma: none of them is done."""
    for at in range(comma - 1, max(comma - LONGEST_ROLE, 0) - 1, -1):
        title = title_of(found[at].word)
        if (found[at].word in ROLES and not (found[at].word in KIN and found[at].tied)) or (
            title and not title[1] and not found[at].definite
        ):
            return at
        word = found[at].word
        if word in CLAUSE or bare_verb(word) in VERBS or set("،,.:؛") & set(found[at].gap):
            return None
    return None
