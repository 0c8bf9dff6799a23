"""Names of four and five words that are made of nothing but what names are made of.

« مبارك عبدالله الجابر السالم »: given names, families called after one, sons and servants, families that end as
origins do. What is none of these, nobody can tell from an object.
"""

from __future__ import annotations

from .arabic_enclosed_names import KNOWN_AS
from .arabic_name_words import (
    FAMILY,
    end_of_connected,
    is_family,
    is_hadrami,
    is_joined,
    is_of_a_son,
    is_of_god,
    may_be_of_a_name,
    opens_a_name,
)
from .arabic_places import BARE_PLACES, NATIONS
from .arabic_shapes import SAHEL, is_accusative
from .arabic_words import (
    CALENDAR,
    CLAUSE,
    COMMON,
    COMPLETED,
    CONNECTED,
    RANK_BEHIND,
    SAYING,
    STOP,
    SURNAMES,
    VERBS,
    ArabicWord,
    bare_verb,
    title_of,
)
from .family_names import FAMILIES_BY_REGION
from .given_names import is_given_name, plain

WITHIN = frozenset("السيد الحاج الشيخ الامير سيدي سي ال قره با حاج".split())
"""Of what is said out of respect, that which stands within a name: « إبراهيم السيد علوي »."""
QUALITIES = frozenset(
    map(
        plain,
        "الوطني المحلي الدولي الجهوي الإقليمي الرسمي الحكومي السياسي الاقتصادي الاجتماعي الثقافي الرياضي الصحي الأمني العسكري "
        "القضائي القانوني التقني الفني الإداري المالي التجاري الصناعي الزراعي العلمي الأكاديمي الإعلامي الصحفي النقابي الحزبي "
        "البرلماني السابق الشعبي الديني التاريخي الحالي الثاني الدولي الاحتياطي الأساسي النهائي الماضي الجاري الرئيسي الأولي البلدي".split(),
    )
)
"""What ends as an origin does, and is said of things."""
CITIES = frozenset(
    map(
        plain,
        "صنعاء عدن مأرب ذمار شبوة باريس لندن روما مدريد برلين موسكو واشنطن نيويورك جنيف أنقرة إسطنبول طهران دكار باماكو نيامي "
        "أبوجا لاهاي بروكسل فيينا أثينا طوكيو بكين نيودلهي إسلام كابول أربيل الرقة حماة اللاذقية نجران أبها تبوك حائل".split(),
    )
)
"""Where somebody goes, or whom a minister visits."""
MOST = 7
"""Words of the longest name."""
SIGNS = frozenset('،,:.؛()«»"“”–—-؟!…')


def end_of_sure_parts(found: list[ArabicWord], start: int, text: str) -> int | None:
    """Where a name ends that begins with a given name, if nothing else stands up to a sure end."""
    if not begins_surely(found, start):
        return None
    at = end_of_part(found, start, start)
    while at and at < len(found) and at - start < MOST and is_joined(found, at):
        part = end_of_part(found, start, at)
        if part is None:
            break
        at = part
    if at is None or at - start < 2:
        return None
    if not is_ended(found, at, text) and is_last_of_a_chain(found, start, at):
        at += 1
    return at if is_ended(found, at, text) else None


def is_last_of_a_chain(found: list[ArabicWord], start: int, at: int) -> bool:
    """« سعيد حسن جربحي. »: behind two given names, whatever word may be a surname and ends the sentence."""
    two = is_given_name(found[at - 2].word) or (at - 3 == start and is_of_god(found, start))
    named = two and is_given_name(found[at - 1].word)
    after = found[at + 1] if at + 1 < len(found) else None
    closed = after is None or not after.beside or after.word in CLAUSE
    return named and closed and found[at].beside and is_perhaps_a_surname(found[at])


def is_perhaps_a_surname(token: ArabicWord) -> bool:
    word = token.word
    known = word in BARE_PLACES | CITIES or is_accusative(word) or title_of(word) is not None
    known = known or (word.endswith("ه") and not token.tied)  # « نظيره »
    return may_be_of_a_name(word) and not known and not word.startswith("ال") and len(word) > 2


def begins_surely(found: list[ArabicWord], at: int) -> bool:
    """Whether a given name begins at a token: « عبد الله », « أمة الرزاق », « أبو زيد »."""
    word = found[at].word
    if word in CONNECTED and word not in {"عبد", "ابو", "ام", "بن"}:
        return False  # « فإن » is no « van »
    return opens_a_name(found, at)


def end_of_part(found: list[ArabicWord], start: int, at: int) -> int | None:
    """Where a part of a name ends that is nothing else; nothing where it may be."""
    if (last := end_of_connected(found, at)) is not None:
        return last
    word = found[at].word
    if is_of_god(found, at):
        return at + 2
    hers = word.endswith("ه") and not found[at].tied and word not in {"طه", "عبده"}
    hers = hers and not word.endswith("الله")
    if is_given_name(word) and bare_verb(word) not in VERBS and not hers:
        return at + 1
    if at > start and word in WITHIN and at + 1 < len(found) and found[at + 1].beside:
        part = end_of_part(found, start, at + 1)
        return part or (at + 2 if is_perhaps_a_surname(found[at + 1]) else None)
    if at == start:
        return at + 1 if opens_a_name(found, at) else None
    return at + 1 if is_of_a_family(word) or is_between_given_names(found, at) else None


def is_between_given_names(found: list[ArabicWord], at: int) -> bool:
    """« موسى عدن علي »: where a place stands between two names, it is a grandfather's."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or not after.beside or not is_given_name(found[at - 1].word):
        return False
    return found[at].word in CITIES | BARE_PLACES and is_given_name(after.word)


FAMILIES = frozenset(map(plain, " ".join(FAMILIES_BY_REGION.values()).split()))


def is_of_a_family(word: str) -> bool:
    if word in SURNAMES | COMPLETED | RANK_BEHIND or is_of_a_son(word):
        return True
    if is_hadrami(word) or is_family(word) or word in FAMILIES or word in SAHEL:
        return True
    bare = word.removeprefix("ال")
    if (
        bare == word
        or word in CALENDAR | STOP
        or word in QUALITIES
        or bare in COMMON
        or title_of(word)
    ):
        return False
    if bare + "ي" in NATIONS or bare in NATIONS or word in NATIONS:
        return False
    # « السالم », « الحامدي », « الحباشنة »
    given = is_given_name(bare) and not bare.endswith("ه")  # « الفائزة بالمركز »
    return given or word.endswith("ي") or FAMILY.fullmatch(word) is not None


def is_ended(found: list[ArabicWord], at: int, text: str) -> bool:
    """Whether what follows is of no name: a sign, « that », a preposition, a verb, « and »."""
    if at >= len(found):
        return True
    if not found[at].beside:
        sign = text[found[at - 1].end :].lstrip()[:1]
        return sign in SIGNS
    word = found[at].word
    if word in STOP | CLAUSE | CALENDAR | SAYING | KNOWN_AS or bare_verb(word) in VERBS:
        return True
    return word[0] in "ولب" and len(word) > 3 and not is_given_name(word)
