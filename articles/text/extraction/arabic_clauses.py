"""What an Arabic sentence says beside a verb of speech: whose words they are not, and who is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_mentions import NO_SUBJECT
from .arabic_name_words import HOW
from .arabic_shapes import is_accusative
from .arabic_words import (
    BODIES,
    CALENDAR,
    CLAUSE,
    LETTERS,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    title_of,
    tokens,
)
from .attribution import NEAR, PersonMention, Sentence
from .people import FEMALE, MALE, Person

HONOUR = re.compile(
    rf"(?<![{LETTERS}])[وبلك]?(?:ال)?(?P<honour>فضيلة|سعادة|معالي|سيادة|سمو|دولة|غبطة|نيافة|حضرة|سماحة)(?![{LETTERS}])"
)
OF_WHAT = re.compile(rf"\s*[،,]?\s*ب(?:ـ|\s*[«“\"]|[{LETTERS}])")
FAR = 600
"""Characters of a sentence among which who does what it tells is looked for."""
CALLED = 28
"""Characters in marks that are rather what something is called than what is said of it."""


def is_of_another(words: list[ArabicWord]) -> bool:
    """Whether a sentence without a verb of speech may tell what somebody else did.

    It does not where nothing but a preposition follows the verb.
    """
    first, second = words[0], words[1]
    if first.definite:
        # « والعارضة خديجة أوبلا، القادمة من تزنيت، قالت ».
        return first.word.removeprefix("و") not in CALENDAR
    return second.word not in STOP | NO_SUBJECT


def honours_in(text: str) -> Iterator[str]:
    """The honours that words before a name give, as they stand before « ـه »."""
    for found in HONOUR.finditer(text):
        word = found["honour"]
        yield f"{word[:-1]}ت" if word.endswith("ة") else word


def is_called(sentence: Sentence, end: int) -> bool:
    """Whether what somebody is called follows right after who is."""
    return OF_WHAT.match(sentence.text, end) is not None


def is_called_so(sentence: Sentence, end: int) -> bool:
    """« وتزامنا مع عاصفة "مسرحية الجسر"، أعلن الوزير »: a few words in marks within a clause."""
    begins = max(sentence.start, end - FAR)
    before = sentence.text[begins:end].rstrip('«»“”"\u00a0 ')
    marked = re.search(r'[«“"][^«“"]*$', before)
    if marked is None or len(before) - marked.start() > CALLED:
        return False
    return bool(tokens(before[: marked.start()]))


def is_a_noun(words: list[ArabicWord], at: int) -> bool:
    """« وكتب في مذكرة », which is no « مذكرةً »."""
    return at > 0 and words[at - 1].word in {"في", "من", "عن", "على", "الى", "الي"}


def are_anothers(words: list[ArabicWord], at: int) -> bool:
    """« ما قاله النائب من أن », « من يقول إن », « الذي وصفته المعارضة بأنه »: another's words."""
    word, after = words[at].word, words[at + 1] if at + 1 < len(words) else None
    if after is None or at == 0 or not after.beside:
        return False
    if word in VERBS:
        return words[at - 1].word == "من" and after.word in CLAUSE
    said = re.sub("(?:ه|ها|هم)$", "", word)
    return said in VERBS and after.word not in STOP | NO_SUBJECT and after.word[0] not in "بلو"


def had_been_said(words: list[ArabicWord], at: int) -> bool:
    """« ذكر الوكيل أن المدير كان قد صرح بأن »: who had spoken is not who tells it."""
    if at < 3 or words[at - 1].word not in {"قد", "كان", "كانت", "سبق"}:
        return False
    opened = next((n for n in range(at - 2, 0, -1) if words[n].word in {"ان", "بان"}), None)
    return opened is not None and any(bare_verb(one.word) in VERBS for one in words[:opened])


def subject_noun(sentence: Sentence, verb_end: int) -> int | None:
    """Where the noun ends that is the subject of a verb after it: « الذي قال », « إن سكاو أكد »."""
    begins = max(sentence.start, verb_end - NEAR)
    words = tokens(sentence.text[begins:verb_end])
    if len(words) < 2 or not words[-1].beside or words[-1].word not in VERBS:
        return None
    before = words[-2]
    if before.word in {"الذي", "التي"}:
        return begins + (words[-3].end if len(words) > 2 else 0)
    if before.word in STOP | NO_SUBJECT | CLAUSE:
        return None
    for at in range(len(words) - 2, max(len(words) - 6, 0), -1):
        if not words[at].beside:
            return None
        if words[at - 1].word in CLAUSE:
            return begins + before.end
    return None


def goes_on_acting(words: list[ArabicWord], person: Person) -> bool:
    """« يعمل في المدرسة منذ عامين. »: a verb, behind which nobody stands."""
    if len(words) < 2 or words[0].definite or words[0].word in STOP:
        return False
    verb, after = words[0].word, words[1]
    acts = verb[0] in "يت" and len(verb) > 2 and not verb.endswith(("ون", "ين", "ان", "ه", "ا"))
    agrees = person.gender == (FEMALE if verb[0] == "ت" else MALE)
    free = after.word in STOP | NO_SUBJECT or (
        after.word[0] in "بل" and title_of(after.word) is None
    )
    return acts and agrees and free


OF_SOMEBODY_ELSE = re.compile(
    rf"\s*[{LETTERS}]+\s+(?:نظير|زميل|شقيق|زوج|رفيق|صديق|والد|خلف|سلف|شريك|جار)ت?(?:ه|ها|هم|ي|نا)(?:\s+[{LETTERS}]+){{0,3}}[،,]\s*"
)
"""« ورفض نظيره في الشباب، »: what somebody is to another, before the name."""
IS_CALLED = re.compile(r"[،,]\s*(?:و?ي?ت?دعى\s+|و?اسمه?ا?\s+)?$")
OF_OFFICE = frozenset("كبير كبيره صاحب صاحبه اقدم احد احدي احدى الزوج الزوجه الاب الام".split())


def is_apposed(sentence: Sentence, mention: PersonMention, before: str) -> bool:
    """Whether a name stands between commas behind what its bearer is, who leads the sentence.

    « كبير المهندسين في الشركة، سليم الحداد، بدا أقل تفاؤلا ».
    """
    if OF_SOMEBODY_ELSE.fullmatch(before):
        return True
    words = tokens(before)
    title = title_of(words[0].word)
    is_role = (title is not None and not title[2]) or words[0].word in OF_OFFICE
    verb = any(bare_verb(one.word) in VERBS for one in words[1:])
    behind = sentence.text[mention.end :].lstrip()[:1]
    within = len(words) < LONGEST_OFFICE and before.count("،") < 2
    return is_role and within and not verb and bool(IS_CALLED.search(before)) and behind in "،,(:"


LONGEST_OFFICE = 12
"""Words of what somebody is."""


def is_of_a_stranger(sentence: Sentence, verb_end: int) -> bool:
    """« وكان بوخلف قد صرح », where no Boukhalaf is known: nobody else had said it."""
    begins = max(sentence.start, verb_end - NEAR)
    words = tokens(sentence.text[begins:verb_end])
    if len(words) < 3 or words[-2].word != "قد":
        return False
    name = words[-3]
    is_subject = len(words) < 4 or words[-4].word.removeprefix("و") in {"كان", "كانت"}
    at = begins + name.start
    known = any(one.start <= at < one.end for one in sentence.mentions)
    auxiliary = name.word.removeprefix("و") in {"كان", "كانت"}
    return is_subject and not known and not auxiliary and name.word not in STOP | CLAUSE


def is_of_whom_he_met(sentence: Sentence, verb_end: int) -> bool:
    """« والتقى المدير كريم الحلو عاملا قال له »: a noun without its article, of whom the rest is told."""
    begins = max(sentence.start, verb_end - NEAR)
    words = tokens(sentence.text[begins:verb_end])
    if len(words) < 2 or not words[-1].beside or words[-1].word not in VERBS:
        return False
    met = words[-2].word
    return is_accusative(met) and HOW.fullmatch(met) is None and met not in STOP | NO_SUBJECT


def is_somebody(word: str) -> bool:
    """Whether a word is of an office or a body: a subject that has no name."""
    return (
        title_of(word) is not None
        or (word.startswith("ال") and word.removeprefix("ال") in BODIES)
        or word in BODIES
    )
