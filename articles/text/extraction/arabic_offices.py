"""Which noun is what somebody is, in Arabic, and where a name may begin behind it.

« مرافق السائق، منجي », « وكيل محافظة عمران عبدالملك », « نقيب مربي الأبقار », « الفنان طالب كاظم ».
"""

from __future__ import annotations

from .arabic_words import (
    COMPLETED,
    CONNECTED,
    COURTESIES,
    OF_NO_NAME,
    OF_SOMEBODY,
    SURNAMES,
    VERBS,
    ArabicWord,
    bare_verb,
    is_definite_title,
    title_of,
)
from .given_names import is_given_name, plain


def is_beside_the_titled(found: list[ArabicWord], title: int, begins: int) -> bool:
    """« يقول مرافق السائق، منجي »: right behind the verb stands a noun, of which the office is."""
    if title < 2 or not found[title].definite or not found[title].beside:
        return False
    noun, behind_comma = (
        found[title - 1],
        any(not one.beside for one in found[title + 1 : begins + 1]),
    )
    known = noun.word in OF_NO_NAME or noun.definite or title_of(noun.word) is not None
    verb = bare_verb(found[title - 2].word)
    return behind_comma and noun.beside and not known and verb in VERBS and verb not in OF_SOMEBODY


OF_ANOTHER = frozenset(
    map(
        plain,
        "محامي محامية وكيل وكيلة والد والدة أم أب ابن ابنة شقيق شقيقة أخ أخت زوج زوجة قريب قريبة صديق صديقة جار جارة عم عمة خال خالة "
        "جد جدة أرملة أرمل خطيب خطيبة زميل زميلة عائلة أسرة مكتب موكل طبيب طبيبة حارس سائق نجل كريمة حفيد حفيدة مصدر بيان دفاع".split(),
    )
)
"""Of these, a name behind may be the other's: « والدة الضحية، هدى »."""


def is_a_demand(found: list[ArabicWord], at: int) -> bool:
    """« طالب نقيب المربين، علي المصري، بصرف تعويضات »: who demands is no student."""
    after = found[at + 1] if at + 1 < len(found) else None
    word = found[at].word.removeprefix("و")
    return (
        word == "طالب" and after is not None and after.beside and title_of(after.word) is not None
    )


def is_of_a_trade_at(found: list[ArabicWord], at: int, head: str) -> bool:
    """« نقيب مربي الأبقار », « رئيسة محامي الجهة »: who speaks for many of a trade."""
    return head.removesuffix("ه") in FOR_MANY and found[at].word.endswith("ي")


FOR_MANY = frozenset(map(plain, "نقيب رئيس ممثل عميد منسق ناطق متحدث أمين مندوب شيخ".split()))


def is_behind_a_place(found: list[ArabicWord], at: int, title: int) -> bool:
    """« محافظة عمران | عبدالملك », « عمدة تفرغ زينة | الطالب »: a place of one word stands before."""
    place = found[at - 1] if at - 1 > title else None
    if place is None or at >= len(found) or not found[at].beside or place.definite:
        return False
    of = title_of(found[at - 2].word)
    governs = found[at - 2].word in OF_A_PLACE or (of is not None and of[0] in OF_A_PLACE)
    known = place.word in OF_NO_NAME | HALF_A_PLACE or title_of(place.word) is not None
    return governs and not known and place.word not in CONNECTED


def is_before_a_name_of_its_own(found: list[ArabicWord], at: int, title: int) -> bool:
    """« عمران | عبدالملك يحيى »: what is a given name elsewhere is the place, and one follows."""
    return (
        is_behind_a_place(found, at + 1, title)
        and is_given_name(found[at + 1].word)
        and is_given_name(found[at].word)
    )


HALF_A_PLACE = frozenset(
    map(
        plain,
        "ذي راس عين وادي جبل بئر كفر دير سيدي خان بيت برج تل حي مولاي سوق حاسي قصر حمام خميس ام باب".split(),
    )
)
"""« ذي قار », « عين صالح »: a place of two words."""


OF_A_PLACE = frozenset(
    map(
        plain,
        "محافظة مدينة بلدية ولاية إقليم منطقة جهة قضاء ناحية بلدة قرية مقاطعة دائرة عمالة إمارة معتمدية مخيم مطار ميناء جامعة "
        "والي محافظ عمدة قائمقام حاكم معتمد".split(),
    )
)
"""What is of a place, whose name stands behind it."""


THINGS = frozenset(
    map(
        plain,
        "مفتاح راتب نور شمس أمل سلام نصر جهاد حياة هدى نجم ربيع زهرة وردة ضياء فجر ملاك سراج ميثاق وسام سيف".split(),
    )
)
"""Given names that are rather met as things."""


def is_rather_a_thing(found: list[ArabicWord], at: int) -> bool:
    """« مفتاح الدار », « نور المدينة »: a given name that is a thing as well, and of what it is."""
    after = found[at + 1] if at + 1 < len(found) else None
    if found[at].word not in THINGS or after is None or not after.definite:
        return False
    family = after.word.endswith("ي") or after.word in SURNAMES | COMPLETED
    return not family and not is_given_name(after.word)


def is_called_as_a_trade(found: list[ArabicWord], at: int, title: int) -> bool:
    """« الفنان طالب كاظم الملاك »: behind what somebody is, no trade without its article stands."""
    if at + 1 >= len(found):
        return False
    word, before = found[at].word, found[at - 1].word
    if not found[at + 1].beside or title_of(word) is None:
        return False
    plain_trade = not found[at].definite and word[0] not in "وفبل"
    titled = is_definite_title(before) or before in COURTESIES
    return plain_trade and titled and is_given_name(found[at + 1].word)
