"""Somebody a text introduces; which nouns name bodies, and not people."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.names import fold

ORGANIZATION_NOUNS = (
    "agence organisation office ligue union commission fonds banque institut université ministère "
    "conseil association fédération observatoire croissant croix centre fondation programme "
    "haut-commissariat chambre réseau comité parti société groupe confédération autorité "
    "direction secrétariat gouvernement syndicat coalition mission cour parlement assemblée sénat"
).split()
ARABIC_ORGANIZATION_NOUNS = (
    "وزارة منظمة جامعة وكالة هيئة لجنة اتحاد مجلس بنك صندوق معهد مركز مؤسسة جمعية شبكة مفوضية "
    "برنامج مكتب رابطة غرفة حزب شركة مرصد كلية أكاديمية البنك الاتحاد المنظمة الجامعة المجلس "
    "نقابة النقابة حكومة محكمة مديرية أمم إسكوا يونسكو إيسيسكو يونيسف فاو ألكسو أونروا"
).split()
# Called by an acronym that is read as a word: it is a name by itself.
ARABIC_ACRONYMS = frozenset("إسكوا يونسكو إيسيسكو يونيسف فاو ألكسو أونروا".split())

MALE, FEMALE = "m", "f"


@dataclass(frozen=True)
class Person:
    """Somebody a paragraph introduces, and where in it."""

    name: str
    position: str | None
    organization: str | None
    start: int
    """Where the words that introduce begin: « l'ancien ministre…, X »."""
    end: int = 0
    gender: str = ""
    """``MALE``, ``FEMALE``, or nothing where the words do not say."""
    surely: bool = True
    """Whether the words around can be of nobody else: in « le conseil du maire, X », who is X?"""

    def could_be(self, gender: str) -> bool:
        return not gender or not self.gender or self.gender == gender


def tidy(words: str) -> str:
    return " ".join(words.split()).strip(" ,،.;:")


def merged(found: list[Person]) -> list[Person]:
    """Each person once, in the order they come in, with the most that a text says of them."""
    best: dict[str, Person] = {}
    for person in found:
        known = best.get(fold(person.name))
        if known is None or (not known.position and person.position):
            best[fold(person.name)] = person
    return list(best.values())
