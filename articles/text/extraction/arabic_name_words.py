"""What a word can be of an Arabic name: its beginning, a part of several words, never one at all."""

from __future__ import annotations

import re

from .arabic_shapes import DONE, NO_GIVEN_NAME, PREFIXED, is_accusative
from .arabic_words import (
    ADDRESSED,
    ARTICLES,
    CALENDAR,
    CLAUSE,
    COMMON,
    COMPLETED,
    CONNECTED,
    COURTESIES,
    DESCENT,
    OF_NO_NAME,
    RANKS,
    SAYING,
    STOP,
    SURNAMES,
    TITLES,
    VERBS,
    WITH_HIS,
    ArabicWord,
    title_of,
)
from .given_names import HALVES, is_given_name, is_servant, plain


def may_be_of_a_name(word: str) -> bool:
    """Whether a word can go on with a name that has begun."""
    if word in NEVER or SOMEBODY_S.fullmatch(word) or is_of_several(word):
        return False
    # « السفير عبد المحمود الطيب يهيب »: what is done, or how.
    if ((title_of(word) or is_done_or_how(word)) and not is_given_name(word)) or (
        PREFIXED.match(word) and not is_of_a_son(word)
    ):
        return False
    rest = word[1:]
    if word[0] == "ل" and len(word) > 4 and word.endswith("ه") and not is_given_name(word):
        return False  # « قال محمد آدم ليومية السوداني »
    if word[0] in "وف" and not is_given_name(word):
        return False
    if re.sub("(?:ه|ها|هم)$", "", word) in VERBS and not is_given_name(word):
        return False  # « الرئيس دونالد ترامب أبلغه بأنه »
    return not (
        word[0] in "بلك" and (rest in GOVERNED or is_given_name(rest)) and not is_given_name(word)
    )


def is_done_or_how(word: str) -> bool:
    how = HOW.fullmatch(word) is not None and is_accusative(word)
    return how or ACTS.fullmatch(word) is not None


NEVER = OF_NO_NAME | WITH_HIS
GOVERNED = COMMON | STOP | SAYING
ACTS = re.compile("ي[^اويى].[^يىاه]")
"""As what somebody does is written, in four letters: « يهيب », « يكتب »."""
HOW = re.compile("م.{4,5}ا|ضاحكا|باكيا|غاضبا|ساخرا|مازحا|باسما|صارخا|واقفا|جالسا")
"""« يقول المعتصم مبتسما »: how it is said, and no surname."""


def is_of_a_son(word: str) -> bool:
    """« بالحاج », « بالطيب »: families of Tunisia, who are sons of somebody so called."""
    father = word.removeprefix("ب")
    return word.startswith("بال") and (father in SURNAMES or father in SONS_OF)


SONS_OF = frozenset(
    map(plain, "الطيب الخوجة العيد الكاهية الضياف الأخضر الهادي الطاهر الحسن الأسود".split())
)

SOMEBODY_S = re.compile("(?!الطه|طه).{3,}(?:ها|هما|كما)")
"""« لخصت خديجة شعورها »: what is hers bears no name."""


def is_of_several(word: str) -> bool:
    """« أبلغ ياسر الجوهري الصحفيين »: many are no surname."""
    if not word.startswith("ال") or not word.endswith(("ين", "ون")):
        return False
    one = word[2:-2]
    if len(word) >= OF_SEVERAL and word != "العابدين" and not is_given_name(word):
        return True
    return (one in TITLES or one.endswith("ي")) and not is_given_name(word)


OF_SEVERAL = 8
"""Letters of « الحاضرين », « المسافرون », with the article."""


def may_begin_a_name(word: str) -> bool:
    """Whether a word that is no given name of ours can be one: a foreigner's."""
    return (
        may_be_of_a_name(word)
        and not word.startswith(("ال", "و", "ف", "ب", "ل", "ك"))
        and word not in RANKS
        and NO_GIVEN_NAME.fullmatch(word) is None
        and len(word) > 2
    )


def opens_a_name(found: list[ArabicWord], at: int) -> bool:
    """Whether a name begins at a token, by its first word or by two: « عبد الله », « فتح الله »."""
    if is_given_name(found[at].word) or found[at].word in BEGINNING:
        return True
    return is_of_god(found, at) or is_called_basem(found, at)


def is_of_god(found: list[ArabicWord], at: int) -> bool:
    """« فتح الله », « أمة الرزاق »: a given name of two words."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or not after.beside or found[at].word not in HALVES:
        return False
    hers = found[at].word == "امه" and is_servant(f"عبد{after.word}")
    return hers or after.word in {"الله", "الدين"}


def is_called_basem(found: list[ArabicWord], at: int) -> bool:
    """« السيد باسم قاسم الدفاعي »: behind a courtesy it is no « in the name of »."""
    if found[at].word != "باسم" or at == 0 or at + 1 >= len(found) or not found[at].beside:
        return False
    polite = found[at - 1].word in COURTESIES
    return polite and found[at + 1].beside and is_given_name(found[at + 1].word)


BEGINNING = CONNECTED - {"ال", "ام", "با"} - (DESCENT - {"بن", "ولد"})
"""Of what is not of its own a name, that with which one can begin: بن علي, عبد الله."""


def is_joined(found: list[ArabicWord], at: int) -> bool:
    """Whether a word stands beside the one before, or is one with it: « عايدة مبودج-فال »."""
    return found[at].beside or found[at].gap == "-"


def is_compound(found: list[ArabicWord], at: int) -> bool:
    """« الحاج-موسى »: the first half of a surname, but « العربي-الإسرائيلي » is a quality."""
    if at + 1 >= len(found) or found[at + 1].gap != "-":
        return False
    return not (found[at].definite and found[at + 1].definite)


def is_descended(found: list[ArabicWord], at: int, units: int) -> bool:
    """« محمد سالم ولد بكار »: whoever stands before « son of » is of the name, by whatever word."""
    if at + 2 >= len(found) or not (found[at + 1].beside and is_joined(found, at + 2)):
        return False
    word = found[at].word
    if word[0] == "و" and not is_given_name(word):
        return False
    named = is_given_name(word) or (units > 1 and not word.startswith("ال"))
    return named and found[at + 1].word in DESCENT and word not in STOP | CLAUSE | CALENDAR


def is_before_a_name(word: str) -> bool:
    """« السيد », « الإسباني »."""
    nation = word.startswith("ال") and word.endswith(("ي", "يه"))
    return word in COURTESIES | RANKS or nation


def may_stand_in_marks(found: list[ArabicWord], at: int) -> bool:
    """Whether a word behind a name goes on with it, where a comma ends both."""
    word = found[at].word
    ends = at + 1 >= len(found) or not found[at + 1].beside
    if word == "اي":
        return not ends  # « دا كوستا إي سيلفا »
    if word in TITLES:
        return ends
    if word in SURNAMES:
        return True  # « علاء الشيخ راضي »
    if is_accusative(word) and found[at - 1].word != "اي":
        return False
    return may_be_of_a_name(word) or word in CONNECTED or is_given_name(word)


def end_of_connected(found: list[ArabicWord], at: int) -> int | None:
    """Where a part of a name ends that is of several words: « ولد عبد العزيز », no « أم أنها »."""
    last = at
    while last + 1 < len(found) and found[last + 1].beside:
        word = found[last].word
        article = last > at and word in ARTICLES
        if found[last + 1].gap == "-" or (
            word not in CONNECTED and word[1:] != "عبد" and not article
        ):
            break
        last += 1
    if last > at and found[at].word in DESCENT and is_of_a_sheikh(found, last):
        return last + 2
    if last == at or found[last].word in CONNECTED | ARTICLES:
        return None
    return None if found[last].word in STOP | CLAUSE else last + 1


def is_of_a_sheikh(found: list[ArabicWord], at: int) -> bool:
    """« ولد الشيخ حمود », « بن الحاج علي »: whose son somebody is has an honour before the name."""
    after = found[at + 1] if at + 1 < len(found) else None
    return (
        found[at].word in SHEIKHS
        and after is not None
        and after.beside
        and is_given_name(after.word)
    )


SHEIKHS = frozenset(map(plain, "الشيخ سيدي الحاج سيد الأمير المقدم القائد".split()))


def is_family_of(found: list[ArabicWord], start: int, at: int) -> bool:
    """« سالم بن أحمد الكثيري », « جلنار عبد المجيد الحباشنة »: behind the father, the family."""
    word = found[at].word
    family = (word.startswith("ال") and word.endswith("ي")) or FAMILY.fullmatch(word) is not None
    if word in SURNAMES and at > start + 1 and found[at - 2].word in DESCENT:
        return True  # « سمير بن يوسف الحلاق »
    known = title_of(word) or word.removeprefix("ال") in COMMON or word in CALENDAR | STOP
    return at > start + 1 and family and not known and found[at - 2].word in {*DESCENT, "عبد"}


def is_perhaps_of_a_foreign_name(word: str) -> bool:
    """« دانيال هاغاري ليفي: », but « دانيال هاغاري لقناة: », « بحرقة: », « لهم: »."""
    known = PREFIXED.match(word) or word[1:] in COMMON | STOP | SAYING | ADDRESSED
    ends = word.endswith(("ه", "ا", "هم"))
    return word[0] in "بلك" and len(word) in {4, 5} and not known and not ends


def is_a_thing(word: str) -> bool:
    """« ووصف الجنرال دانفورد العملية بأنها »: a noun, after a name that is a foreigner's."""
    if not word.startswith("ال"):
        return False
    # « السلايمة », « المعايطة » are borne as surnames.
    ends = word.endswith("ه") and FAMILY.fullmatch(word) is None
    return ends or DONE.fullmatch(word) is not None or word.removeprefix("ال") in COMMON


FAMILY = re.compile(r"ال..ا..ه|ال...ا..?ه")


def is_of_a_phrase(found: list[ArabicWord], at: int) -> bool:
    """« وأكد الطيب حرص الدولة »: a noun and what it is of, not the rest of a name."""
    if found[at].definite or is_given_name(found[at].word) or at + 1 >= len(found):
        return False
    after = found[at + 1]
    if after.word in COMPLETED or is_family(found[at].word):
        return False
    # « فيليبو غراندي اليوم إنه »
    known = after.word in STOP | CALENDAR or not after.word.startswith("ال")
    return after.beside and after.definite and not known


def is_family(word: str) -> bool:
    """« بوشناف », « بنجلون »: written as one word, in the Maghreb."""
    return word.startswith(("بو", "بن")) and len(word) > 4 and word not in COMMON


def is_hadrami(word: str) -> bool:
    """« باوزير », « باخشب »: families of Hadramaut, and no « ب » before a word."""
    is_family = word.startswith("با") and not word.startswith("بال") and len(word) > 4
    return is_family and not word.endswith(("ت", "وا")) and word not in OF_NO_NAME


def goes_on(found: list[ArabicWord], at: int) -> bool:
    return at < len(found) and found[at].beside and found[at].word in CONNECTED
