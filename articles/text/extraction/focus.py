"""Who is spoken of where words stand in marks, and their verb has no subject beside it.

What each language's grammar could not tell is told by the paragraph: where one person alone can be
meant, with the gender that the verb or the pronoun has, the words are that person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..analysis.names import fold
from ..vocabulary import ARABIC
from .arabic_namings import KIN
from .arabic_words import BODIES, LETTERS, SAYING, VERBS, ArabicWord, bare_verb, title_of, tokens
from .attribution import Attribution, PersonMention, Sentence
from .given_names import plain
from .people import FEMALE, MALE, Person

PRONOUN_BEHIND = re.compile(
    r"[\s,»”\"!?.…]*(?:s[’']\w+|l[’']\w+|[\wà-ÿ’'-]*?[\wà-ÿ])-(?:t-)?(?P<who>il|elle)(?![\w’'-])"
)
"""« …, a-t-il dit », « …, met-elle en garde », « …, s'est-elle émue »."""
REPLIES = re.compile(r"(?<![\wà-ÿ])r[ée](?:torqu|pliqu|pond)", re.IGNORECASE)
ARABIC_REPLIES = frozenset(("رد", "ردت", "اجاب", "اجابت", "عقب", "عقبت"))
"""Of two, the other may have spoken: « répond-il », « a-t-il répondu », « فرد: »."""
PRONOUN_WITHIN = re.compile(
    r"[,.!?…]\s(?:s[’']|l[’']|m[’'])?[\wà-ÿ’'-]*?[\wà-ÿ]-(?:t-)?(?P<who>il|elle)(?=[ ,.!?…])"
)
"""« J'ai failli tout jeter, raconte-t-elle. C'est fini. »"""
PRONOUN_BEFORE = re.compile(
    r"(?:^|[\s,(])(?P<who>il|elle)\s(?:(?!qu[e’'i]|dont|où)[^:;«»“”\"]){2,90}:\W*$", re.IGNORECASE
)
"""« De son lit, il nous a dit ceci : »."""
GOVERNED = re.compile(
    r"(?:(?<![\w’'-])(?:de|du|des|à|au|aux|avec|par|pour|chez|contre|sur|envers|que|et|ou|sans|selon|comme|voit|dit)\s|(?<![\w])d[’']|qu[’'])"
    r"(?:M\.\s|Mme\s|Me\s|Dre?\s|la\s|le\s|l[’']|une?\s|certaine?\s)*$"
)
"""« avec Mercè Puig », « l'équipe de X »: who stands so leads nothing."""
ARABIC_GOVERNED = re.compile(
    rf"(?:(?<![{LETTERS}])(?:عن|من|مع|على|إلى|الى|بين|ضد|لدى|وفاة|مقتل|توقيف)\s+(?:ال[{LETTERS}]+\s+)*|(?<![{LETTERS}])[بلك](?:ل)?)$"
)


FAR_BACK = 3
"""Sentences before the words among which who speaks is looked for."""


@dataclass(frozen=True)
class Cue:
    """That somebody speaks: the gender the words tell, and where they stand."""

    gender: str
    start: int


def french_cue(sentence: Sentence, mark: re.Match[str]) -> Cue | None:
    text = sentence.text
    found = PRONOUN_BEHIND.match(text, mark.end()) or PRONOUN_WITHIN.search(mark[1])
    answers = found and found[0] + (text[found.end() :][:12] if found.re is PRONOUN_BEHIND else "")
    if answers and REPLIES.search(answers):
        return None
    if found is not None:
        return Cue(FEMALE if found["who"] == "elle" else MALE, mark.start())
    before = PRONOUN_BEFORE.search(text[sentence.start : mark.start()])
    if before is None:
        return None
    gender = FEMALE if before["who"].lower() == "elle" else MALE
    return Cue(gender, sentence.start + before.start())


HOW = re.compile(rf"(?:ب(?!ال)[{LETTERS}]{{3,}}|[{LETTERS}]{{3,}}ا|أيضا|كذلك)")
WITH_WORDS = {"بقوله": MALE, "بقولها": FEMALE, "بالقول": ""}
ARABIC_BEHIND = re.compile(
    rf"[\s»”\"]*[،,]?\s*([{LETTERS}]+)(?:\s+(?:وهو|وهي|ب[{LETTERS}]+)|\s*[.،]|\s*$)"
)


def arabic_cue(sentence: Sentence, mark: re.Match[str]) -> Cue | None:
    begins = max(sentence.start, mark.start() - 90)
    words = tokens(sentence.text[begins : mark.start()])
    for back, one in enumerate(reversed(words[-4:])):
        word, start = one.word, begins + one.start
        if bare_verb(word) in ARABIC_REPLIES:
            return None
        if word in WITH_WORDS:
            return Cue(WITH_WORDS[word], start)
        if word in SAYING:
            return Cue(FEMALE if word.endswith("ه") else MALE, start)
        if bare_verb(word) in VERBS:
            return Cue(VERBS[bare_verb(word)], start)
        if back > 2 or HOW.fullmatch(word) is None or not one.beside:
            break
    behind = ARABIC_BEHIND.match(sentence.text, mark.end())
    if behind is not None and (verb := tokens(behind[1])) and verb[0].word in VERBS:
        return Cue(VERBS[verb[0].word], mark.start())
    return None


def in_focus(
    sentence: Sentence, mark: re.Match[str], earlier: list[Sentence], grammar: Attribution
) -> Person | None:
    """The one person whose words those in marks can be, by what stands before them."""
    is_arabic = grammar.language == ARABIC
    cue = arabic_cue(sentence, mark) if is_arabic else french_cue(sentence, mark)
    if cue is None or grammar.another_speaks(sentence, cue.start):
        return None
    so_far = replace(sentence, end=cue.start)
    for one in [so_far, *reversed(earlier[-FAR_BACK:])]:
        named = distinct(one.within(one.start, one.end), cue.gender)
        if named:
            return led_by(one, named, grammar, is_arabic=is_arabic)
        if is_of_another(one, grammar, cue.gender, is_arabic=is_arabic):
            return None
    return None


def led_by(
    sentence: Sentence, named: list[PersonMention], grammar: Attribution, *, is_arabic: bool
) -> Person | None:
    """The one person of a sentence, where no preposition stands before the name."""
    first = named[0]
    before = sentence.text[max(sentence.start, first.start - 40) : first.start]
    if len(named) > 1 or (ARABIC_GOVERNED if is_arabic else GOVERNED).search(before):
        return None
    behind = sentence.text[first.end : sentence.end]
    if not is_arabic:
        return first.person if first.person.surely and not INVERTED.search(behind) else None
    words = tokens(behind)
    if words and (words[-1].word in RELATIVE or any(is_kin(one) for one in words)):
        return None
    ahead = tokens(sentence.text[sentence.start : first.start])
    if ahead and is_kin(ahead[-1]) and grammar.unnamed(replace(sentence, end=first.start)):
        return None  # « ونعى الفنان صديقه الشاعر كريم »
    return first.person if is_plainly_named(sentence, first) else None


INVERTED = re.compile(r"-(?:t-)?(?:il|elle)s?(?![\w’'-])")
"""« X viendra demain, a-t-il ajouté. »: another tells it."""


def is_kin(word: ArabicWord) -> bool:
    """« واكتفى مساعده بالقول »: who belongs to whom was named."""
    title = title_of(word.word)
    theirs = title is not None and word.word.endswith(("ه", "ها")) and not word.tied
    return theirs or word.word in KIN


RELATIVE = frozenset(("الذي", "التي"))


def is_plainly_named(sentence: Sentence, mention: PersonMention) -> bool:
    """« l'avocat du ministre X » may name either: an office before a name alone is sure of nobody."""
    words = sentence.text[mention.start : mention.end]
    return mention.person.surely or words == mention.person.name


OTHERS = re.compile(
    r"(?:[وف]?[بلك]?ال|[وفبلك]|لل)?(?:تقرير|بيان|دراسة|وثيقة|رسالة|بلاغ|محضر|أحدهم|إحداهن|بعضهم|أحد|إحدى|صحفي|صحافي|مشجع|مواطن|شاهد|سكان|أهالي|ناشط)\w*"
)
"""What says something, and those without a name."""


def is_of_another(
    sentence: Sentence, grammar: Attribution, gender: str, *, is_arabic: bool
) -> bool:
    """Whether a body, a paper or somebody without a name is spoken of, who may say it."""
    text = sentence.text[sentence.start : sentence.end]
    if not text.strip(' «“"·»”'):
        return False
    if not is_arabic:
        return not goes_on_in_french(text, gender)
    words = [one.word for one in tokens(text)]
    bare = {part.removeprefix("ال") for one in words for part in (one, one.removeprefix("و"))}
    if bare & BODIES or any(OTHERS.fullmatch(one) for one in text.split()):
        return True
    own = len(words) > 1 and words[0][0] in "يت" and words[1].endswith(("ه", "ها"))  # « يمد يده »
    return gender in grammar.unnamed(sentence) or (
        not own and grammar.begins_with_another(sentence)
    )


IMPERSONAL = re.compile(
    r"\s*il\s(?:faut|fallait|y\sa|pleut|s[’']agit|est\s\w+\s(?:que|de))", re.IGNORECASE
)
GOES_ON = re.compile(
    r"\s*(?:(?:(?!Quant|Pour\s|Selon|Chez|Face|Interrog)[A-ZÀ-Þ][a-zà-ÿ’' ]{1,40},\s|Et\s|Puis\s|Mais\s|Hier\s|Depuis\s\w+\s)?(?P<who>[Ii]l|[Ee]lle)\s(?!dit|disent))"
)
STRANGER = re.compile(
    r"(?<=[a-zà-ÿ,;] )(?<!\bà )(?<!\bau )(?<!\ben )(?<!\ble )(?<!\bla )(?<!\bdu )(?<!\bde )[A-ZÀ-Þ][a-zà-ÿ]{2,}"
)
"""A name in the midst of a sentence, of no place."""


def goes_on_in_french(text: str, gender: str) -> bool:
    """« Elle a 26 ans et une licence d'anglais. »: a sentence of whoever was spoken of."""
    first = GOES_ON.match(text)
    if first is None or IMPERSONAL.match(text) or STRANGER.search(text):
        return False
    return (FEMALE if first["who"].lower() == "elle" else MALE) == gender


FIRST_PARTS = {"عبد": MALE, "ابو": MALE, "بن": MALE, "ولد": MALE, "ام": FEMALE, "بنت": FEMALE}


def distinct(mentions: list[PersonMention], gender: str) -> list[PersonMention]:
    """Each person once, of those with a gender."""
    kept: dict[str, PersonMention] = {}
    for one in mentions:
        first = plain(one.person.name.split()[0])
        known = one.person.gender or FIRST_PARTS.get(first, "")
        if not known or not gender or known == gender:
            kept.setdefault(fold(one.person.name), one)
    return list(kept.values())
