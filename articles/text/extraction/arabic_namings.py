"""Other ways in which Arabic names somebody: beside a verb of speech, as kin, after « أما », or by a
name whose surname is said to speak elsewhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_enclosed_names import KNOWN_AS
from .arabic_name_words import may_begin_a_name
from .arabic_names import is_bounded, name_end
from .arabic_positions import end_of_position, split_position
from .arabic_words import (
    AUXILIARIES,
    CALENDAR,
    CITED,
    CLAUSE,
    COMMON,
    COURTESIES,
    DESCENT,
    LETTERS,
    MEETS,
    OF_NO_NAME,
    SAYING_OF,
    STOP,
    SURNAMES,
    VERBS,
    ArabicWord,
    bare_verb,
    given_gender,
    title_of,
    tokens,
)
from .given_names import is_given_name, plain
from .people import FEMALE, MALE, Person, tidy

# Given names that are also what somebody is, of something: « مالك النادي ».
ROLES = frozenset(map(plain, "مالك رائد أمين حافظ شريف سلطان خليفة راعي كامل جابر حامد".split()))
KIN = frozenset(
    plain(one) + end
    for one in "ابن ابنت شقيق شقيقت زوج زوجت زميل زميلت نظير نظيرت خلف سلف والد والدت نجل كريمت عم "
    "خال عمت خالت جار جارت رفيق رفيقت شريك شريكت جد جدت صديق صديقت محامي محاميت نائب نائبت مساعد مساعدت مستشار مستشارت تلميذ تلميذت قريب قريبت حفيد حفيدت أرملت طليقت مدرب مدربت".split()
    for end in ("ه", "ها", "هما", "هم")
)
"""« وقال ابنه سليم الماجري »."""
FIRST_WORDS = frozenset(("عبد", "ابو"))
FATHERS = {"ابو": MALE, "ام": FEMALE}
"""« يقول أبو ليث »: one is called by one's child."""


NAMED_AFTER = frozenset(
    plain(prefix + one)
    for one in "مركز جامعة جسر مطار شارع مستشفى مدينة مؤسسة ملعب مجمع جائزة كأس مكتبة ميدان قاعة مسجد كلية سد ميناء "
    "ثانوية مدرسة إعدادية معهد متحف مسرح فندق ساحة نهج حديقة قصر ملتقى مهرجان دوري مسابقة كرسي استاد إستاد معرض قرية حي شاطئ نفق منتزه قصر دار".split()
    for prefix in ("", "ب", "ل", "و")
)
"""What is named after somebody."""


WITH_HONOUR = frozenset(
    map(plain, "الملك الأمير الأميرة الشيخ الشهيد السلطان الرئيس الإمام".split())
)


def tidy_name(words: str) -> str:
    return tidy(words.replace("#", ""))


def after_verbs(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« وقالت لمياء الجريبي، المحللة لدى بنك الجنوب، إن » ; « الملك محمد السادس »."""
    for at in range(len(found) - 2):
        begins = named_beside(found, at)
        if begins is None:
            continue
        end = father_end(found, begins, text)
        if end is None and (found[begins].word not in FATHERS or is_given_name(found[begins].word)):
            end = name_end(found, begins, text)
        if end is None or is_a_role(found, begins) or not is_told(found, at, end):
            continue
        first = found[begins]
        name = tidy_name(text[first.start : found[end - 1].end])
        gender = given_gender(first.word) or FATHERS.get(first.word, "")
        position, organization, last = None, None, found[end - 1].end
        if end < len(found) and "،" in found[end].gap and title_of(found[end].word):
            within = found[end : end_of_position(found, end)]
            last = within[-1].end
            position, organization = split_position(text[within[0].start : last])
        yield Person(name, position, organization, found[at + 1].start, last, gender)


def named_beside(found: list[ArabicWord], verb: int) -> int | None:
    """Where a name begins right after a verb of speech, « بحسب » or « عن »."""
    word = found[verb].word
    if bare_verb(word) not in VERBS and word.removeprefix("و") not in {*CITED, "عن"}:
        return None
    at = verb + 1
    if found[at].beside and found[at].word in KIN and not found[at].tied:
        at += 1
        if at < len(found) and found[at].definite and not is_given_name(found[at].word):
            at += 1
        if at < len(found) and found[at].gap.strip() == "،":
            return at if is_given_name(found[at].word) else None
    if at >= len(found) or not all(one.beside for one in found[verb + 1 : at + 1]):
        return None
    if found[at].word == "علي" and is_said_of_a_thing(found, at):
        return None
    given = is_given_name(found[at].word) or found[at].word in FIRST_WORDS | FATHERS.keys()
    # « عن أندرياس شولتسه-فيلمان »
    foreign = at + 2 < len(found) and found[at + 2].gap == "-" and found[at + 1].beside
    foreign = foreign and not found[at].definite and may_begin_a_name(found[at].word)
    return at if given or foreign else None


def is_said_of_a_thing(found: list[ArabicWord], at: int) -> bool:
    """« يرد علي السلام », « رد علي الوزير »: « to me », or « on » as Egypt writes it."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or not after.beside or not after.definite:
        return False
    return not (after.word.endswith("ي") or after.word in SURNAMES or is_given_name(after.word))


def is_told(found: list[ArabicWord], verb: int, end: int) -> bool:
    """After « عن », it is somebody whose words are told only where « قوله » follows."""
    if found[verb].word != "عن":
        return True
    at = end
    if at < len(found) and found[at].gap.strip() == "،":
        # « عن أندرياس شولتسه، مدير المعهد، قوله »
        at = next((n for n in range(end + 1, min(end + 9, len(found))) if not found[n].beside), at)
        return found[at].gap.strip() == "،" and found[at].word in SAYING_OF
    return at < len(found) and found[at].beside and found[at].word in SAYING_OF


def father_end(found: list[ArabicWord], at: int, text: str) -> int | None:
    """« أبو ليث » is a whole name, where a quotation or « إن » follows."""
    if found[at].word not in FATHERS or at + 1 >= len(found) or not found[at + 1].beside:
        return None
    child = found[at + 1]
    known = child.definite or child.word in STOP | COMMON | CALENDAR | CLAUSE
    return at + 2 if not known and len(child.word) > 2 and is_bounded(found, at + 2, text) else None


def is_a_role(found: list[ArabicWord], at: int) -> bool:
    """« وقال مالك النادي كارل سكاو »: a name follows what could be one itself."""
    role = found[at].word in ROLES and at + 2 < len(found) and found[at + 1].definite
    if is_an_apposed_role(found, at):
        return True
    return role and found[at + 2].beside and may_begin_a_foreign_name(found[at + 2].word)


def is_an_apposed_role(found: list[ArabicWord], at: int) -> bool:
    """« سلطان الإقليم، إبراهيم محمد »: what could be a name, and is who the next one is."""
    role = found[at].word in ROLES and at + 2 < len(found) and found[at + 1].definite
    return role and found[at + 2].gap.strip() in {"،", ","} and is_given_name(found[at + 2].word)


def may_begin_a_foreign_name(word: str) -> bool:
    return is_given_name(word) or (word not in STOP | CLAUSE | CALENDAR and word not in VERBS)


def topics(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« أما صاحب هدف الفوز، أيوب بورقادي، فقال »."""
    for at, token in enumerate(found):
        verb = verb_of_topic(found, at) if token.word == "اما" else None
        if verb is None:
            continue
        begins = max((n for n in range(at + 2, verb) if not found[n].beside), default=at + 1)
        if is_named_first(found, at, text):
            begins, verb = at + 1, name_end(found, at + 1, text) or verb
        apposed = begins > at + 1
        known = is_given_name(found[begins].word) or found[begins].word in FIRST_WORDS
        if not known and not (apposed and may_begin_a_name(found[begins].word)):
            continue
        if name_end(found, begins, text) != verb:
            continue
        position, organization = None, None
        if apposed:
            position, organization = split_position(
                text[found[at + 1].start : found[begins - 1].end]
            )
        held = title_of(found[at + 1].word) if apposed else None
        hers = held is not None and held[0].endswith("ه")  # « أما رئيسة الجمعية، … »
        gender = given_gender(found[begins].word) or (FEMALE if hers else "")
        name = tidy_name(text[found[begins].start : found[verb - 1].end])
        start = found[at + 1].start
        yield Person(name, position, organization, start, found[verb - 1].end, gender)


def is_named_first(found: list[ArabicWord], topic: int, text: str) -> bool:
    """« أما عبد الواحد الرامي، المستشار الجماعي، فاعتبر »."""
    end = name_end(found, topic + 1, text)
    given = is_given_name(found[topic + 1].word) or found[topic + 1].word in FIRST_WORDS
    comma = end is not None and end < len(found) and found[end].gap.strip() in {"،", ","}
    return given and comma


def verb_of_topic(found: list[ArabicWord], topic: int) -> int | None:
    """« أما …، فقال »."""
    for at in range(topic + 2, min(topic + 14, len(found))):
        word, comma = found[at].word, found[at].gap.strip() in {"،", ","}
        if word[:1] == "ف" and (word[1:] in VERBS or (comma and not is_given_name(word))):
            return at
        if found[at].gap.strip()[:1] in {".", "؟", "!"}:
            return None
    return None


def bearers(found: list[ArabicWord], text: str, speaking: frozenset[str]) -> Iterator[Person]:
    """« التحقت كوثر أيت بلقاسم بالطاقم », where « تقول أيت بلقاسم » stands elsewhere."""
    for at in range(len(found) - 1):
        and_she = found[at].word[:1] == "و" and not is_given_name(found[at].word)
        given = found[at].word[1:] if and_she else found[at].word
        if not is_given_name(given) or (not and_she and may_go_on(found, at)):
            continue
        end = name_end(found, at, text)
        if end is None or not any(
            " ".join(one.word for one in found[first:end]) in speaking
            for first in range(at + 1, end)
        ):
            continue
        start = found[at].start + and_she
        name = tidy_name(text[start : found[end - 1].end])
        yield Person(name, None, None, start, found[end - 1].end, given_gender(given))


def may_go_on(found: list[ArabicWord], at: int) -> bool:
    """Whether what looks like a given name may be the second word of a name."""
    if at == 0 or not found[at].beside:
        return False
    before = found[at - 1].word
    return may_begin_a_name(before) and before not in MEETS and bare_verb(before) not in VERBS


def speaking_surnames(text: str) -> Iterator[str]:
    """Whatever single name stands as who speaks: « وقالت قرقني إن »."""
    found = tokens(text)
    for at in range(len(found) - 1):
        if bare_verb(found[at].word) not in VERBS or not found[at + 1].beside:
            continue
        end = at + 1
        while end < len(found) and end - at < 4 and found[end].beside:
            if found[end].word in STOP | CLAUSE | COURTESIES | CALENDAR:
                break
            end += 1
        for last in range(at + 2, end + 1):
            yield " ".join(one.word for one in found[at + 1 : last])


MARKED = re.compile(
    rf"[\"«“](?P<name>[{LETTERS}]+(?: [{LETTERS}]+){{0,2}})[\"»”](?=\s*[:،,]|\s+[إأا]ن)"
)
LAST_WORD = re.compile(rf"([{LETTERS}]+)\s+$")


def without_marked_names(text: str) -> str:
    """« وقال "باسيل": "…" » without the marks of the name, every other letter in its place."""
    kept, end = [], 0
    for found in MARKED.finditer(text):
        before = LAST_WORD.search(text[max(0, found.start() - 30) : found.start()])
        if before and bare_verb(plain(before[1])) in VERBS:
            kept += [text[end : found.start()], f" {found['name']} "]
            end = found.end()
    return "".join([*kept, text[end:]])


def servants(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« خلفا لعبد الحميد زروقي »: what begins so can only be a name."""
    for at, token in enumerate(found):
        if token.word in {"لعبد", "بعبد", "وعبد", "كعبد"} and (end := name_end(found, at, text)):
            name = tidy_name(text[token.start + 1 : found[end - 1].end])
            yield Person(name, None, None, token.start, found[end - 1].end, MALE, surely=False)


def descendants(found: list[ArabicWord], text: str) -> Iterator[Person]:
    """« إسلمو ولد سيدي المختار »: whoever is somebody's son or daughter has a name."""
    for at in range(len(found) - 2):
        of, parent = found[at + 1], found[at + 2]
        if of.word not in DESCENT or not (of.beside and (parent.beside or parent.gap == "-")):
            continue
        first = found[at].word
        if first in AUXILIARIES:
            continue
        desert = of.word in OF_THE_DESERT and first not in OF_NO_NAME and title_of(first) is None
        known = desert or is_given_name(parent.word) or parent.word in FIRST_WORDS
        if (at and found[at].beside and found[at - 1].word in DESCENT) or not known:
            continue
        # « وعلي بن سالم »
        joined = first[:1] == "و" and not is_given_name(first) and is_given_name(first[1:])
        if not (is_given_name(first) or may_begin_a_name(first) or desert or joined):
            continue
        end = name_end(found, at, text)
        if end is not None:
            gender = FEMALE if of.word in DAUGHTERS else MALE
            start = found[at].start + joined
            name = tidy_name(text[start : found[end - 1].end])
            yield Person(name, None, None, start, found[end - 1].end, gender, surely=False)


OF_THE_DESERT = frozenset("منت مينت ود اق اغ والت اولت".split())
"""Of these the most can be nothing but « son of », « daughter of »."""
DAUGHTERS = frozenset(("بنت", "منت", "مينت", "والت", "اولت"))


def gives_its_name(found: list[ArabicWord], person: Person) -> bool:
    """« مركز الملك فهد الثقافي », « شارع الحبيب بورقيبة »: a place or a body; « ولد سيدي »: half a name."""
    before = None
    for at, token in enumerate(found):
        if token.end > person.start:
            if at > 1 and found[at - 1].word == "ب" and found[at - 2].word in KNOWN_AS:
                return True  # « الشهير بـ«حمدي كيماوي» »
            honoured = at > 1 and found[at - 1].word in WITH_HONOUR and found[at - 1].beside
            if honoured and found[at - 2].word in NAMED_AFTER and token.beside:
                return True  # « مدينة الملك الحسين بن طلال »
            return (
                before is not None
                and token.beside
                and (before.word in NAMED_AFTER or before.word in DESCENT)
            )
        before = token
    return False
