"""French words, and those of other Latin scripts, as the search compares them.

Elided words (l', d', qu'…) are those of Grevisse, *Le bon usage*, § 45; endings are taken off by
Snowball's French stemmer (snowballstem.org/algorithms/french). That stemmer reads accents,
which readers often leave out: each word has two stems, from what is written and from its
plain letters, and two spellings meet in the second. Irregular forms have a third, from the
dictionary of simplemma, and what is of a country has its country's.
"""

from __future__ import annotations

import simplemma
from Stemmer import Stemmer

from ..folding import without_accents
from .demonyms import GROUPS

LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
ELIDED = frozenset("l d j m t s c n qu jusqu lorsqu puisqu quoiqu quelqu presqu".split())
# Plurals and feminines that no rule of endings leads back.
IRREGULAR = {
    "travaux": "travail", "baux": "bail", "vitraux": "vitrail", "coraux": "corail",
    "yeux": "oeil", "cieux": "ciel", "mesdames": "madame", "messieurs": "monsieur",
    "onusien": "onu", "onusienne": "onu", "onusiens": "onu", "onusiennes": "onu",
}  # fmt: skip
STOP_WORDS = frozenset(
    "a ai as au aux avec ce ces cet cette ceux dans de des du elle elles en est et eux il ils je "
    "la le les leur leurs lui ma mais me mes mon ne nos notre nous on ont ou par pas pour qu que "
    "qui sa sans se ses son sont sur ta te tes ton tu un une vos votre vous y the of and in to "
    "for".split()
)
_stem = Stemmer("french").stemWord


def fold(word: str) -> str:
    """Plain letters: no case, no accents, no ligatures."""
    return without_accents(word.casefold().translate(LIGATURES))


def without_elision(word: str) -> str:
    """« énergie » of « l'énergie »; « aujourd'hui » and « O'Brien » stay one word."""
    head, mark, tail = word.partition("'")
    while mark and head in ELIDED and tail:
        word = tail
        head, mark, tail = word.partition("'")
    return word.replace("'", "")


COUNTRIES = {
    fold(_stem(of_it)): fold(_stem(country))
    for country, *all_of_it in GROUPS
    for of_it in all_of_it
}


def stems(word: str) -> tuple[str, ...]:
    """What a word in lower case comes back to, its plainest form first."""
    plain = fold(word)
    if plain in IRREGULAR:
        plain = word = IRREGULAR[plain]
    # « pris » is no form of « prendre » by any rule of endings.
    lemma = simplemma.lemmatize(word, lang="fr")
    found = [fold(_stem(one)) for one in (plain, word, fold(lemma))]
    # « tunisien » is said of what is found by « Tunisie » as well.
    found += [COUNTRIES[stem] for stem in found[:2] if stem in COUNTRIES]
    return tuple(dict.fromkeys(found))
