"""Everybody whom the paragraphs of a text introduce."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analysis.names import fold
from ..gazetteer import INSTITUTION, PLACE, gazetteer
from ..vocabulary import ARABIC
from .arabic_namings import speaking_surnames
from .arabic_people import arabic_people
from .french_people import french_people
from .given_names import is_given_name
from .latin_given_names import begins_as_a_name
from .people import Person

PLACES_LIKE_NAMES = frozenset(
    map(
        fold,
        (
            "Sidi Bouzid,Sidi Bel Abbès,Sidi Kacem,Sidi Ifni,Sidi Slimane,Sidi Bennour,Sidi Yahya,Sidi Hassine,Sidi Thabet,Sidi Bou Saïd,"
            "Sidi Moussa,Sidi Aïch,Sidi Okba,Sidi Khaled,Sidi Aïssa,Moulay Yacoub,Moulay Bousselham,Moulay Idriss,Hassi Messaoud,Hassi R'Mel,"
            "Ben Guerdane,Ben Arous,Ben Gardane,Ben Slimane,Ben Ahmed,Beni Mellal,Beni Khiar,Ksar Hellal,Menzel Bourguiba,Menzel Temime,"
            "Haj Kaddour,Ali Mendjeli,Bel Abbès,"
            "سيدي بوزيد,سيدي بلعباس,سيدي قاسم,سيدي إفني,سيدي سليمان,سيدي بنور,سيدي يحيى,سيدي حسين,سيدي ثابت,سيدي بوسعيد,سيدي موسى,"
            "سيدي عيش,سيدي عقبة,سيدي خالد,سيدي عيسى,سيدي براني,سيدي بشر,سيدي جابر,سيدي غازي,سيدي سالم,سيدي الشيخ,مولاي يعقوب,مولاي بوسلهام,"
            "مولاي إدريس,حاسي مسعود,بن قردان,بن عروس,بن سليمان,بني ملال,علي منجلي,خان يونس,دير علا,أبو غريب,بئر العبد,كفر الشيخ,"
            "مرسى علم,خميس مشيط,حمام الأنف,حمام سوسة,عين صالح,عين الدفلى,رأس غارب"
        ).split(","),
    )
)
"""Towns whose names begin as people's do."""
JOINS = frozenset({" ", "\u00a0", "-"})
"""What stands between two words of one name."""
WORD, LAST_WORD = re.compile(r"\w"), re.compile(r"\w+$")
LONGEST = 60
"""Letters of a word that is looked at."""


def introductions(paragraphs: list[str], language: str) -> list[list[Person]]:
    """Whom each paragraph introduces; a name may be known by what another says."""
    if language == ARABIC:
        speaking = frozenset(name for one in paragraphs for name in speaking_surnames(one))
        found = [arabic_people(one, speaking) for one in paragraphs]
    else:
        found = [french_people(one) for one in paragraphs]
    text = "\n".join(paragraphs)
    names = {one.name for people in found for one in people if not one.position}
    parts = {name for name in names if is_part_of_a_name(name, text)}
    if language == ARABIC:
        all_names = {one.name for people in found for one in people}
        parts |= {name for name in names if begins_another(name, all_names)}
    parts |= {name for name in names if " " not in name and is_begun_by(name, text)}
    return [
        [one for one in people if one.name not in parts and not is_known_otherwise(one.name)]
        for people in found
    ]


def begins_another(name: str, names: set[str]) -> bool:
    """« مولاي حمدي », where the text has « مولاي حمدي ولد الرشيد »: the same, called for short."""
    return any(one.startswith(f"{name} ") for one in names)


def is_known_otherwise(name: str) -> bool:
    """Whether the newsroom has written down that it is a place or a body."""
    own = gazetteer()
    known = own.has(PLACE, name) or own.has(INSTITUTION, name)
    return known or fold(name) in PLACES_LIKE_NAMES


def is_part_of_a_name(name: str, text: str) -> bool:
    """« قال خليل ناصيف », where the text has « يوسف خليل ناصيف »: a surname of two words."""
    before = set(words_before(name, text))
    return any(is_given_name(word) or begins_as_a_name(word) for word in before)


def is_begun_by(name: str, text: str) -> bool:
    """« Mariam », where the text has « Mariam Sanfo » as well: one person, named there."""
    return re.search(rf"(?<![\w-]){re.escape(name)}\s(?:[a-z]{{2,4}}\s)?[A-ZÀ-Þ]", text) is not None


def words_before(name: str, text: str) -> Iterator[str]:
    """The words that stand directly before a name, wherever the text has it."""
    place = text.find(name)
    while place >= 0:
        word = LAST_WORD.search(text[max(place - LONGEST, 0) : max(place - 1, 0)])
        is_whole = text[place - 1] in JOINS and not WORD.match(text, place + len(name))
        if word and is_whole:
            yield word[0]
        place = text.find(name, place + 1)
