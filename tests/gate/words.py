"""Words that nobody has ever written, in two scripts, and what a hurried hand makes of them."""

import random
import re
from urllib.parse import unquote

from rapidfuzz import process
from rapidfuzz.distance import OSA

from articles.text.analysis.transliteration import other_layouts, word_key

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
# Neither proclitics nor endings; keys that write letters on the other layouts, too.
ARABIC = "حخرشصضعغقث"
FARTHEST = 4
"""Letters in which two words differ at least: no mistake of ours makes one of the other."""


class Words:
    """A store of words, each unlike all others in letters, beginning and consonants."""

    def __init__(self, seed=2024):
        self.random = random.Random(seed)  # noqa: S311 - no secret of anybody
        self.given = {"latin": [], "arabic": []}
        self.beginnings, self.keys = set(), set()

    def new(self, script):
        while True:
            word = self.latin() if script == "latin" else self.arabic()
            others = self.given[script]
            if (
                word[:6] not in self.beginnings
                and word_key(word) not in self.keys
                and not process.extractOne(
                    word, others, scorer=OSA.distance, score_cutoff=FARTHEST - 1
                )
            ):
                self.beginnings.add(word[:6])
                self.keys.add(word_key(word))
                others.append(word)
                return word

    def latin(self):
        pick = self.random.choice
        return "".join(pick(CONSONANTS) + pick(VOWELS) for __ in range(6)) + "k"

    def arabic(self):
        return "".join(self.random.choices(ARABIC, k=11))


def one_letter_changed(word):
    return word[:4] + ("w" if word.isascii() else "ج") + word[5:]


def two_letters_swapped(word):
    return word[:4] + word[5] + word[4] + word[6:]


def first_letter_wrong(word):
    return ("x" if word.isascii() else "ج") + word[1:]


def beginning(word):
    return word[:6]


def on_another_layout(word):
    """What the same keys write where another layout is set, if they write the word in this one."""
    return next(one for one in other_layouts(word) if word in other_layouts(one))


SLIPS = [one_letter_changed, two_letters_swapped, first_letter_wrong, beginning, on_another_layout]


BUILT = re.compile("<lastBuildDate>.*?</lastBuildDate>")


def without(text, typed):
    """A page without what was typed, so that the pages of two questions can be compared."""
    return BUILT.sub("", unquote(text.replace("+", " ")).replace(typed, "TYPED"))
