"""Who is meant, in Arabic, by a word for anybody: « الرجل », « المسؤولة », « الابنة », « أحدهم »."""

from __future__ import annotations

import re

from .arabic_namings import KIN
from .arabic_offices import OF_ANOTHER
from .arabic_shapes import is_accusative
from .arabic_words import (
    CALENDAR,
    CLAUSE,
    COURTESIES,
    LETTERS,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    tokens,
)
from .attribution import PersonMention, Sentence
from .given_names import is_given_name, plain
from .people import FEMALE, MALE

ANYBODY = {
    plain(f"ال{one}"): gender
    for gender, words in (
        (
            MALE,
            (
                "رجل شاب فتى طفل مسن متحدث مسؤول خبير أخير قيادي ناجي شاهد لاجئ نازح مواطن دبلوماسي نقابي حقوقي أكاديمي باحث "
                "ستيني خمسيني أربعيني ثلاثيني عشريني سبعيني ثمانيني مزارع سائق حرفي أب كاتب مؤلف"
            ),
        ),
        (
            FEMALE,
            (
                "مرأة سيدة شابة فتاة طفلة مسنة متحدثة مسؤولة خبيرة أخيرة قيادية ناجية شاهدة لاجئة نازحة مواطنة دبلوماسية نقابية حقوقية "
                "أكاديمية باحثة ستينية خمسينية أربعينية ثلاثينية عشرينية سبعينية ثمانينية مزارعة أم كاتبة مؤلفة"
            ),
        ),
    )
    for one in words.split()
}
"""« يضيف الرجل »: who spoke or acted last goes on, where nobody else can be meant."""
THE_SAME = frozenset(("ذات", "نفس"))
KIN_BARE = frozenset(re.sub("(?:هما|هم|ها|ه)$", "", one) for one in KIN)
NOT_MORE = 40
"""Characters after a word for anybody that tell whether it is one of several."""


def anybody_at(text: str, start: int) -> str | None:
    """The gender of whom a word for anybody means; nothing where it says which of several."""
    words = tokens(text[start : start + NOT_MORE])
    if words and words[0].word in THE_SAME and len(words) > 1:
        words = words[1:]
    if not words or words[0].gap.strip() or words[0].word not in ANYBODY:
        return None
    after = words[1] if len(words) > 1 else None
    alone = after is None or not after.beside or says_no_more(words[0].word, after.word)
    return ANYBODY[words[0].word] if alone else None


def says_no_more(who: str, word: str) -> bool:
    """Whether a word behind « الرجل » says neither who nor which: « الطفلة أمل », « المتحدث باسم »."""
    if who.removeprefix("ال").removesuffix("ه") in OF_SOMETHING:
        return word in CLAUSE | AT_ONCE | WHICH or is_accusative(word)
    how = word in STOP | CLAUSE | WHICH or is_accusative(word) or bare_verb(word) in VERBS
    return how or (word[0] in "بلو" and not word.startswith("وال") and not is_given_name(word))


OF_SOMETHING = frozenset(
    map(
        plain,
        "متحدث مسؤول خبير باحث قيادي كاتب مؤلف دبلوماسي نقابي حقوقي أكاديمي شاهد ناجي".split(),
    )
)
"""Behind these stands of what: « الخبير في المياه » is another."""
AT_ONCE = frozenset(map(plain, "إلى عبر خلال أيضا كذلك بعد قبل أثناء من بأن".split()))
WHICH = frozenset(
    map(plain, "ذو ذات البالغ البالغة نفسه نفسها ذاته ذاتها قائلا قائلة وهو وهي".split())
)


def kin_at(text: str, start: int) -> str | None:
    """« كتبت الابنة »: whose kin, the text has said before; the word without its article."""
    first = re.compile(rf"ال([{LETTERS}]+)").match(text, start)
    if first is None:
        return None
    word = plain(first[1])
    bare = word[:-1] + "ت" if word.endswith("ه") else word
    return bare if bare in KIN_BARE else None


def kin_before(text: str, start: int) -> str | None:
    """« ابنتها المخرجة لافا »: what kin of somebody a person is, by the word right before."""
    words = tokens(text[max(0, start - NOT_MORE) : start])
    for one in reversed(words[-2:]):
        word = one.word[1:] if one.word[:1] in "ول" and one.word not in KIN else one.word
        if word in KIN and not one.tied:
            return re.sub("(?:هما|هم|ها|ه)$", "", word)
        if one.word not in COURTESIES and not one.definite:
            return None
    return None


WHO_IS_CALLED = re.compile(
    rf"(?:(?:أحد|إحدى)\s+)?[{LETTERS}]+(?:\s+[{LETTERS}]+){{0,5}}\s*[،,]?\s+(?:وهو|وهي|و?[يت]دعى|و?اسمها?|و?تسمى|و?يسمى)\s+"
)
"""« روى أحد الناجين، وهو الطالب غيث الككلي، »: who speaks is named behind."""


def called_behind(sentence: Sentence, start: int) -> PersonMention | None:
    found = WHO_IS_CALLED.match(sentence.text, start)
    return sentence.at(found.end()) if found and found.end() < sentence.end else None


ROLE = re.compile(rf"(?P<role>[{LETTERS}]+(?:\s+[{LETTERS}]+){{0,5}})\s*[،,]\s*")
NATION = re.compile(rf"ال[{LETTERS}]+ي[ةه]?\s+")


def apposed_behind(sentence: Sentence, start: int) -> PersonMention | None:
    """« يقول مرافق السائق، التونسي منجي بن حميدة، إن »: what somebody is, and between commas who."""
    found = ROLE.match(sentence.text, start)
    if found is None:
        return None
    nation = NATION.match(sentence.text, found.end())
    mention = sentence.at(found.end()) or (sentence.at(nation.end()) if nation else None)
    # « دفاع المتهم الأول، المحامي أشرف »: his office begins before the comma.
    mention = mention or next(
        (one for one in sentence.mentions if start < one.start < found.end() < one.end), None
    )
    if mention is None or sentence.text[mention.end :].lstrip()[:1] not in {"،", ",", ":", "("}:
        return None
    words = tokens(found["role"])
    first = words[0].word.removeprefix("ال")
    if first in OF_ANOTHER and not BY_TRADE.search(
        sentence.text[: mention.end].removesuffix(mention.person.name)
    ):
        return None
    if not all(is_of_a_role(one) for one in words):
        return None
    return mention if any(one.definite for one in words) else None


BY_TRADE = re.compile(r"[،,]\s*(?:المحامي|المحامية|الأستاذ|الأستاذة)\s+$")
"""« دفاع المتهم الأول، المحامي أشرف كمال »: no accused is called so."""


def is_of_a_role(one: ArabicWord) -> bool:
    known = one.word in CLAUSE | CALENDAR or bare_verb(one.word) in VERBS
    return not known and (one.definite or one.word not in STOP - {"في", "لدى", "لدي"})


def is_plainly(sentence: Sentence, mention: PersonMention) -> bool:
    """Whether nothing but a name stands there, or words that are of nobody else."""
    person = mention.person
    return person.surely or sentence.text[mention.start : mention.end] == person.name
