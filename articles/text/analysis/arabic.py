"""Arabic words as the search compares them.

Letters are folded as in Larkey, Ballesteros & Connell, *Light stemming for Arabic information
retrieval* (2007), whose light10 the endings follow too. Where light10 takes the conjunction و
off any word, a single proclitic letter (و ف ب ك ل) is ambiguous here: وزير is no زير. A word so
begun keeps both readings, and a query takes the shorter one only where the newsroom has
written it (``articles/search/query_expansion.py``). Snowball's Arabic stemmer is not used: it
leaves والمهاجرين at والمهاجر, apart from مهاجر.
"""

from __future__ import annotations

import re
import unicodedata

from .arabic_plurals import GROUPS

MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
LETTERS = str.maketrans(
    "أإآٱىةؤئیېۍێےکگڭݣڪڬګپچځڤڥڢڨڧھہۀەۃژټډړڕڼںښڵۆۋٹڈڑ",
    "اااايهءءيييييكككككككبججفففققهههههزتدررننشلووتدر",
)
"""A hamza on its seat is a hamza: شؤون and شئون are one word. A letter of another country is the
one that others write for its sound: أݣادير is أگادير and أكادير.
"""
USUAL = (
    (re.compile("(?<=.)يأ(?=[ةهت])"), "يئ"),
    (re.compile("(?<=.)يآ(?=ت)"), "يئا"),
    (re.compile("مائ(?=[ةهتو])"), "مئ"),
)
"""What two schools spell in two ways: هيأة as هيئة, مائة as مئة."""
PROCLITICS = "وفبكل"
DEFINITE_ARTICLE = r"(?:[وف]?[بك]?ال|[وف]?لل)"
WITH_ARTICLE = re.compile(rf"{DEFINITE_ARTICLE}(?=..)")
ENDINGS = (
    "يات هما كما اتها اته ونها ينها ونهم ينهم".split(),
    "ات ان ون ين وا ها هم هن كم نا يه تي".split(),
    ["ه", "ي", "ا"],
)
SHORTEST = 3
"""Letters that must remain of a word: the root of most has three."""
# Words that begin with the two letters of the article without having it.
OWN = frozenset(
    "التزام التزامات التحاق التقاء التماس التهاب التفاف التباس الغاء الزام الهام الحاق القاء الكترون "
    "الكتروني الكترونيه المانيا الماني المانيه البانيا الياف الوان الاف الام الات الهه".split()
)
STOP_WORDS = frozenset(
    "و في من الي علي عن مع ان انه انها التي الذي الذين هذا هذه ذلك تلك كما او ثم قد لا لم لن ما هو "
    "هي هم كل بين بعد قبل حتي اذا كان كانت حول لدي عند خلال ضد منذ اي به بها فيه فيها له لها "
    "منه منها عليه عليها اليه اليها وقد وفي ومن وان وهو وهي".split()
)


def fold(word: str) -> str:
    """One form of each letter: no vowel marks, no tatweel, one alef, ى as ي, ة as ه."""
    text = MARKS.sub("", MARKS.sub("", unicodedata.normalize("NFKC", word)))
    for spelling, usual in USUAL:
        text = spelling.sub(usual, text)
    return text.translate(LETTERS)


SINGULARS = {fold(plural): fold(group[0]) for group in GROUPS for plural in group[1:]}


def stems(word: str) -> tuple[str, ...]:
    """What a folded word may come back to, the likeliest first."""
    readings = dict.fromkeys(base(form) for form in forms(word))
    return tuple(readings)


def forms(word: str) -> list[str]:
    """The word without its proclitics: in each reading that its letters allow."""
    if word in OWN:
        return [word]
    article = WITH_ARTICLE.match(word)
    if article:
        rest = word[article.end() :]
        # بالتزام is ب and التزام, not ب، ال and تزام.
        own = word[article.end() - 2 :]
        if own in OWN:
            return [own]
        # للجنة is ل and اللجنة, of whose three lams one is not written; لليبيا is ل and ليبيا.
        return [rest, f"ل{rest}"] if article[0].endswith("لل") else [rest]
    found = [word]
    if word[0] in PROCLITICS and len(word) > SHORTEST:
        found += forms(word[1:])
    return found


def with_proclitics(word: str) -> list[str]:
    """The forms of a folded Arabic word with one letter written before it."""
    if not "\u0621" <= word[:1] <= "\u064a":
        return []
    to = "لل" + word[2:] if word.startswith("ال") else "ل" + word
    return [*(letter + word for letter in "وفبك"), to]


def is_article(word: str) -> bool:
    """Whether it is only what will be joined to a word: somebody is still writing."""
    return re.fullmatch(DEFINITE_ARTICLE, word) is not None


def with_article(word: str) -> list[str]:
    """The forms of a folded Arabic word with the article, and one letter before that."""
    if not "\u0621" <= word[:1] <= "\u064a" or word.startswith("ال"):
        return []
    return [f"{before}ال{word}" for before in ("", *"وفبك")] + [f"لل{word}"]


def base(form: str) -> str:
    """A form without endings; a broken plural as its singular."""
    if form in SINGULARS:
        form = SINGULARS[form]
    for _ in range(2):
        shorter = without_ending(form)
        if shorter in SINGULARS:
            shorter = SINGULARS[shorter]
        if shorter == form:
            break
        form = shorter
    bare = form.replace("ء", "")
    # ماء is water, and ما without it: so short a word is not spelt without its hamza.
    return bare if len(bare) >= SHORTEST else form


def without_ending(form: str) -> str:
    for endings in ENDINGS:
        for ending in endings:
            if form.endswith(ending) and len(form) - len(ending) >= SHORTEST:
                return form[: -len(ending)]
    return form
