"""Names across spellings and scripts, and what a wrong keyboard layout made of a word.

A name's key is its consonants: Arabic writes no short vowels and Latin spellings of it do not
agree on them (Mohammed, Mohamed, Muhammad: all ``mhmd``, as محمد). Romanisations are those
in use in the Maghreb (French) and the Mashriq (English); see Freeman, Condon & Ackerman,
*Cross linguistic name matching in English and Arabic* (2006), on why consonants.
"""

from __future__ import annotations

import re

from . import arabic, french

# In both scripts the letters that are one sound in some spelling of a name become one.
DIGRAPHS = (
    ("tch", "c"), ("sch", "c"), ("ch", "c"), ("sh", "c"), ("kh", "k"), ("gh", "g"), ("dj", "j"),
    ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("ou", "w"), ("oo", "w"),
)  # fmt: skip
LATIN = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "f", "p": "b", "x": "s"})
ARABIC = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r",
        "ز": "s", "س": "s", "ش": "c", "ص": "s", "ض": "d", "ط": "t", "ظ": "d", "غ": "g", "ف": "f",
        "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ا": "",
        "ع": "", "ء": "",
    }
)  # fmt: skip
SERVANT = re.compile(r"\b(عبد|ابو|ابي) ?ال")
FATHER = re.compile(r"\b(abd|abu|abou) (?:el|al) ?")
SPACE = re.compile(r"[^\w]+|_")


def word_key(word: str) -> str:
    """The consonants of one word of a name."""
    if arabic.MARKS.search(word) or any("\u0600" <= letter <= "\u06ff" for letter in word):
        letters = arabic.fold(word)
        letters = re.sub(r"^ال(?=...)", "", letters)
        letters = re.sub("ه$", "", letters).translate(ARABIC)
    else:
        letters = french.fold(word)
        for pair, sound in DIGRAPHS:
            # ``$`` keeps what is settled from the letters that follow.
            letters = letters.replace(pair, "$" if sound == "c" else sound)
        letters = re.sub("c(?=[eiy])", "s", letters).translate(LATIN).replace("$", "c")
        letters = re.sub(r"(.)\1+", r"\1", re.sub("h$", "", letters))
    # A vowel, or a consonant that stands for one: where it begins the word it is heard.
    head = "w" if letters[:1] == "w" else "y" if letters[:1] == "y" else ""
    return head + re.sub("[aeiouwy]", "", letters[len(head) :])


def name_key(name: str) -> str:
    """The key of a whole name, however its parts are joined: عبد القادر is Abdelkader."""
    plain = SPACE.sub(" ", french.fold(arabic.fold(name.replace("'", "").replace("’", ""))))
    plain = SERVANT.sub(r"\1ل ", FATHER.sub(r"\1l", plain))
    parts = (part for part in plain.split() if part not in {"el", "al"})
    return "".join(word_key(part) for part in parts)


# The keys of a PC keyboard, row by row: the French layout, the American one, the Arabic one.
_FRENCH_KEYS = "azertyuiop^$qsdfghjklmùwxcvbn,;:!²"
_AMERICAN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_ARABIC_KEYS = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظذ"
LAYOUTS = (_FRENCH_KEYS, _AMERICAN_KEYS)
BOTH_LETTERS = "ﻻ"
"""One key that writes two letters: laam and alef."""


def other_layouts(typed: str) -> list[str]:
    """What the same keys give in Arabic; of what is Arabic, what they give in each Latin layout."""
    if any("\u0600" <= letter <= "\u06ff" for letter in typed):
        plain = typed.translate(str.maketrans("أإآ", "اغى")).replace("لا", BOTH_LETTERS)
        return [plain.translate(str.maketrans(_ARABIC_KEYS, keys)) for keys in LAYOUTS]
    found = [typed.casefold().translate(str.maketrans(keys, _ARABIC_KEYS)) for keys in LAYOUTS]
    return [one.replace(BOTH_LETTERS, "لا") for one in found]
