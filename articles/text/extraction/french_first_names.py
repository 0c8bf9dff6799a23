"""People whom French copy calls by a first name alone: witnesses, children, whoever keeps the rest back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..vocabulary import either
from .french_persons import FRENCH_PERSONS
from .latin_given_names import begins_as_a_name
from .people import FEMALE, MALE, Person

_NAME = r"(?P<name>[A-ZÀ-ÞŒ][a-zà-ÿœ’'-]{2,})(?![\w’'-])(?!\s[A-ZÀ-Þ])"
_KIN = "neveu nièce petit-fils petite-fille petit-frère petite-sœur beau-frère belle-sœur".split()
BESIDE = re.compile(
    r"(?<![\w’'-])(?P<determiner>[Uu]n\s|[Uu]ne\s|[Ll]e\s|[Ll]a\s|[Ss]on\s|[Ss]a\s|[Mm]on\s|[Mm]a\s|[Ll]eur\s|[Nn]otre\s|[Ll][’'])"
    rf"(?:(?:jeune|petite?|vieux|vieille|autre)\s)?(?P<noun>(?i:{either([*FRENCH_PERSONS, *_KIN])}))(?![\w-])"
    rf"(?:\s(?!qui\s|que\s|est\s|dit\s)[a-zà-ÿ-]{{4,}}){{0,2}},?\s{_NAME}(?=\s*[,.;:(]|\s(?:est|a|avait|était)\s)"
)
"""« Un rescapé ivoirien, Seydou, raconte », « son neveu Bréhima, 7 ans »."""
_FAMILY = (
    "fils fille frère sœur soeur père mère mari femme épouse époux neveu nièce cousin cousine oncle tante petit-fils petite-fille "
    "petit-frère petite-sœur petit-neveu petite-nièce beau-frère belle-sœur beau-père belle-mère grand-père grand-mère arrière-grand-mère "
    "voisin voisine ami amie compagne compagnon collègue"
).split()
OF_KIN = re.compile(
    r"(?<![\w’'-])(?P<determiner>[Ss]on\s|[Ss]a\s|[Mm]on\s|[Mm]a\s|[Ll]eur\s|[Nn]otre\s)"
    rf"(?:(?:jeune|petite?|vieux|vieille|autre|meilleure?|aînée?|grande?)\s)?(?P<noun>(?i:{either([*_FAMILY])}))(?![\w-])"
    rf"(?:\s(?:aînée?|cadette?|cadet|jumeau|jumelle))?,?\s{_NAME}(?=\s[a-zà-ÿ])"
)
"""« son petit-neveu Charbel répare une pompe »."""
BY_A_CHILD = re.compile(
    r"(?<![\w’'-])(?<![A-ZÀ-Þ]\s)(?P<name>(?:Abou|Abu|Oum|Oumm|Umm|Ammi|Ammo|Khalti|Yemma|Tonton|Tata)\s(?!Dh|Dha|Simbel|Ghra|Rawash|Dis|Gha|Kamal|Musa|Moussa|Qasr|el-|al-)[A-ZÀ-Þ][a-zà-ÿ’'-]{2,})(?!\s(?:[a-z]{1,3}\s)?[A-ZÀ-Þ])"
)
"""« Abou Nizar », « Ammi Salah »: one is called by one's child, or as everybody's uncle."""
ELSE_CALLED = re.compile(
    r"(?<!\w)(?:surnomm\w+|dite?|alias|appel\w+|(?:sous|de)\s(?:le\s)?(?:sur)?nom(?:\sde\s\w+)?\sd[e’'])\s?[«“\"]?\s?$"
)
AGED = re.compile(rf"(?<![\w’'-])(?<![A-ZÀ-Þ]\s){_NAME},\s\d{{1,2}}\sans(?!\w)")
"""« Hafsa, 9 ans »."""
CALLED = re.compile(
    rf"(?<!\w)(?P<determiner>)(?:se\sfait\sappeler|se\sprénomme|prénommée?|que\snous\sappellerons|s[’']appelle|dont\sle\sprénom\sest)\s[«“\"]?\s?{_NAME}"
)
"""« Une autre, qui se fait appeler Grace »."""
GENDERS = {"un": MALE, "le": MALE, "une": FEMALE, "la": FEMALE}
KIN = dict.fromkeys(
    "petit-neveu beau-frère beau-père grand-père voisin ami compagnon fils frère père neveu mari époux cousin oncle garçon petit-fils petit-frère".split(),
    MALE,
) | dict.fromkeys(
    "petite-nièce belle-sœur belle-mère grand-mère voisine amie compagne fille sœur soeur mère nièce femme épouse cousine tante fillette petite-fille petite-sœur".split(),
    FEMALE,
)
BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\.)\s$")


def by_first_name(text: str) -> Iterator[Person]:
    for found in BY_A_CHILD.finditer(text):
        if ELSE_CALLED.search(text[max(0, found.start() - 40) : found.start()]):
            continue  # « Mifleh al-Adwan, surnommé Abou Tareq »
        gender = FEMALE if found["name"].startswith(("O", "U", "K", "Y", "Tata")) else MALE
        yield Person(found["name"], None, None, found.start(), found.end(), gender)
    for pattern in (BESIDE, OF_KIN, AGED, CALLED):
        for found in pattern.finditer(text):
            name = found["name"]
            # « Sa capitale, Dakar, » is no person: beside a kind of person any name is one.
            if pattern is AGED and not begins_as_a_name(name):
                continue
            if BEFORE.search(text[max(0, found.start("name") - 24) : found.start("name")]):
                continue
            determiner = (found.groupdict().get("determiner") or "").strip().lower()
            start = found.start() if pattern in {BESIDE, OF_KIN} else found.start("name")
            gender = GENDERS.get(determiner) or KIN.get(found.groupdict().get("noun") or "", "")
            yield Person(name, None, None, start, found.end("name"), gender)
