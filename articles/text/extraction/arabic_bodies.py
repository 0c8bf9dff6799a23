"""Bodies that an Arabic text names, each cut where its name ends."""

from __future__ import annotations

import re

from .arabic_body_ends import OF_TWO, SHORT_ACT, count_continuing_words, of_a_unit
from .arabic_body_words import (
    AFTER_HEAD,
    AFTER_SOMEBODY,
    AN_ACT,
    CHARITABLE,
    GENERIC,
    GOVERNING,
    HONOURED,
    MANY,
    NAMED_FREELY,
    NEVER_BODIES,
    NO_BODIES,
    OF_A_BODY,
    OF_ANY,
    OF_PLACES,
    OF_THE_STATE,
    OF_UNITS,
    PLACES,
    PURPOSES,
    STOPS,
    UNFINISHED,
    VIRTUES,
)
from .arabic_free_bodies import LONGEST_NAME, begins_another, end_of_free_name, head_of
from .arabic_names import is_nation, name_end
from .arabic_places import BARE_PLACES
from .arabic_towns import TOWNS
from .arabic_words import (
    NO_ARTICLE,
    OF_NO_NAME,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    is_definite_title,
    title_of,
    tokens,
)
from .given_names import is_given_name, plain
from .people import tidy

MARKED = re.compile(
    r"(?<![\u0621-\u0652])[وبلف]{0,2}(?:ال)?(?P<noun>منظمة|شركة|مصنع|معمل|مشغل|رابطة|نقابة|ائتلاف|تحالف|مجموعة|جمعية|مؤسسة|صندوق|مبادرة|شبكة|حركة|حزب|نادي|مصرف|بنك|وكالة|مرصد|مركز|معهد|فرقة|تعاونية)\s*[«“\"](?P<name>[\u0621-\u0652][\u0621-\u0652 -]{2,40})[»”\"](?P<of>(?:\s+(?:لل[\u0621-\u064a]{3,}|ل(?:حقوق|شؤون|تنمية|رعاية|حماية|دعم|مكافحة|صناعة|تعليم|خدمات|إغاثة|ثقافة|فنون)\s+ال[\u0621-\u064a]+)(?:\s+و?ال[\u0621-\u064a]+){0,2})?)"
)
"""« شركة "النيل كابيتال" », « جمعية "مدائن" للتنمية »: a name in marks."""


WITH_THE_NOUN = (
    "مصرف", "بنك", "وكالة", "مرصد", "مركز", "معهد", "تعاونية", "رابطة", "نقابة", "ائتلاف", "تحالف", "فرقة",
)  # fmt: skip
"""What is called by its noun too: « مصرف "الواحة" », but « شركة "الواحة" » is called الواحة."""


BEHIND = re.compile(
    r"\s*[«“\"](?P<name>[\u0621-\u0652]+(?: [\u0621-\u0652]+)?)[»”\"](?=\s*(?:[،,.]|[إأ]ن\s|$))"
)
"""« جمعية الركاب "نافيتو" »."""


COMPANY = re.compile(r"^(?:شركة|منظمة)\s+(?=(?!ال)[\u0621-\u064a]+\s)")


def arabic_bodies(text: str) -> list[tuple[int, int, str]]:
    found = tokens(text)
    spans = [name_in_marks(one) for one in MARKED.finditer(text)]
    at = 0
    while at < len(found):
        head = head_of(found[at].word)
        if head is None:
            at += 1
            continue
        noun, before, definite = head
        end = named_after(found, at, noun, text) or end_of_free_name(found, at)
        end = end or arabic_end(found, at, noun, definite=definite)
        if end is None:
            at += 1
            continue
        start, stop = found[at].start + before, found[end - 1].end
        if noun in NAMED_FREELY and (behind := BEHIND.match(text, stop)):
            stop = behind.end()
        name = text[start:stop]
        if definite:
            name = "ال" + name.removeprefix("ل")
        spans.append((start, stop, tidy(name.replace("\u0640", ""))))
        at = end
    return spans


OF_WORK = ("مصنع", "معمل", "مشغل")
"""« مصنع "خيط الشمال" للألبسة »: what is made there is no part of the name."""


def name_in_marks(found: re.Match[str]) -> tuple[int, int, str]:
    """A name in marks, with the noun before it and what it is for behind it."""
    plainly = not found["of"] or found["noun"] in OF_WORK
    if plainly and found["noun"] not in WITH_THE_NOUN:
        return found.start("name"), found.end("name"), tidy(found["name"])
    start = found.start("noun")
    if found.string[start - 2 : start] == "ال":
        start -= 2
    return start, found.end(), tidy(found.string[start : found.end()])


def arabic_end(found: list[ArabicWord], at: int, noun: str, *, definite: bool) -> int | None:
    """Where the name ends that a noun begins; nothing where it begins none."""
    definite = definite or noun.startswith("ال")
    if is_any(found, at, noun, definite=definite):
        return None
    end = at + 1
    while end < len(found) and end - at < LONGEST_NAME and found[end].beside:
        if is_place_of(found, at, end) and not definite_noun_alone(found, at, end):
            end += 1
            break
        more = of_a_unit(found, at, end)
        if not more:
            is_more = is_of_the_name(found, at, end, definite=definite)
            more = 1 if is_more else count_continuing_words(found, at, end)
        if not more:
            break
        end += more
    if is_in_a_town(found, at, end, noun):
        end += 2
    own = [one.word for one in found[at + 1 : end]]
    while own and own[-1] in UNFINISHED:
        own.pop()
        end -= 1
    if is_none(noun, own, definite=definite):
        return None
    return end_if_named(found, at, end, noun, definite=definite)


def end_if_named(
    found: list[ArabicWord], at: int, end: int, noun: str, *, definite: bool
) -> int | None:
    """The end of words behind a noun, where they are a name."""
    own = [one.word for one in found[at + 1 : end]]
    if len(own) == 1 and not definite and not own[0].startswith("ال"):
        # « بلدية فريانة », « بنك المغرب », but « شبكة أوهمت », « مجلس إدارة ».
        bare = noun.removeprefix("ال")
        if bare in OF_PLACES and is_governed_place(found, at):
            return end
        return end if bare in OF_PLACES or own[0] in PLACES | BARE_PLACES else None
    named = own[0].startswith("ال") or own[0] in AFTER_HEAD | OF_UNITS
    if not named and is_named_freely(found, at, end):
        return end - is_from_somewhere(own)
    return end if definite or named or is_governed_place(found, at) else None


LOCAL = frozenset(
    map(
        plain,
        "رابطة جمعية تعاونية نقابة اتحاد مديرية مركز مندوبية دائرة فرع تنسيقية ودادية".split(),
    )
)
"""What a town has of its own."""


def is_in_a_town(found: list[ArabicWord], at: int, end: int, noun: str) -> bool:
    """« رابطة أولياء التلاميذ في قيرا », « مديرية الزراعة في الخليل »."""
    within = found[end : end + 2]
    if len(within) < 2 or noun not in LOCAL or end < at + 2 or within[0].word != "في":
        return False
    beside = all(one.beside for one in within)
    nation = any(one.word in OF_A_BODY or is_nation(one.word) for one in found[at + 1 : end])
    return beside and not nation and within[1].word in TOWNS


def is_from_somewhere(own: list[str]) -> bool:
    """« مؤسسة يد العون الكويتية »: where it is from is no part of what it is called."""
    return len(own) > OF_TWO and is_nation(own[-1]) and not own[-2].endswith(("ي", "يه"))


def is_like_one(noun: str, word: str) -> bool:
    """« البنك الدولي », « السفارة الدنماركية », but « الشركة التركية » is any."""
    abroad = noun.removeprefix("ال") in OF_NATIONS and is_nation(word)
    return word in OF_A_BODY or abroad


OF_NATIONS = frozenset(("سفاره", "قنصليه", "برلمان", "شرطه", "درك"))


def is_none(noun: str, own: list[str], *, definite: bool) -> bool:
    """« شبكة الكهرباء », « غرفة الولادة », « وتجمع المضربون »: no body, by any words."""
    if not own or (definite and len(own) == 1 and not is_like_one(noun, own[0])):
        return True
    pair = f"{noun}+{own[0]}"
    gathered = noun == "تجمع" and own[0].endswith("ون")
    return pair in NEVER_BODIES | OF_ANY or gathered or (len(own) == 1 and pair in NO_BODIES)


def is_of_the_name(found: list[ArabicWord], at: int, end: int, *, definite: bool) -> bool:
    """Whether a word goes on with the name of a body."""
    word, first = found[end].word, end == at + 1
    if word in STOPS or word in NO_ARTICLE or begins_another(word):
        return False
    before = found[end - 1].word
    if (before in AFTER_HEAD or before in KNOWN_PLACES) and word in KNOWN_PLACES and not first:
        return True  # « معهد مخطوطات تمبكتو », « مجلس جهة طنجة تطوان »
    if is_definite_title(word) and not (is_like_the_body(found, at, end) or is_a_field(word)):
        return False
    freely = first and (begins_freely(found, at) or is_governed_place(found, at))
    if not freely and not goes_on(word, first, definite=definite):
        return False
    if end == at + 2 and word.endswith(MANY) and is_governed_place(found, at):
        return False  # « شكرت رئيسة بلدية كفرصيدا المتطوعين »
    return not (definite and not first and is_no_quality(found, at, end))


KNOWN_PLACES = TOWNS | BARE_PLACES


def is_a_field(word: str) -> bool:
    """« الاتحاد التونسي للفلاحة »: written as a woman who farms, and what it is for."""
    return word.startswith("لل") and word.endswith("ه")


def is_like_the_body(found: list[ArabicWord], at: int, end: int) -> bool:
    """« لبحوث البحار », « مجموعة البركة المصرفية »: written as what somebody is, and of the name."""
    before, word = found[end - 1].word, found[end].word
    if before.startswith("لل") and word.endswith("ي"):
        return True  # « للإنماء الاقتصادي »
    of = before in AFTER_HEAD or (before[0] == "ل" and before[1:] in AFTER_HEAD)
    return (of and not word.endswith("ه")) or (end > at + 1 and word.endswith("يه"))


def is_any(found: list[ArabicWord], at: int, noun: str, *, definite: bool) -> bool:
    """« إدارة المستشفى », but « الإدارة العامة للمرور », « دائرة الأرصاد الجوية »."""
    if noun.removeprefix("ال") in GENERIC and at and found[at - 1].word.endswith("قانون"):
        return True  # « قانون الإدارة المحلية »
    following = found[at + 1].word.removeprefix("ال") if at + 1 < len(found) else ""
    if noun == "مصلحه" and at + 2 < len(found) and found[at + 2].word in OF_A_BODY:
        return False  # « مصلحة الطيران المدني »
    if at + 3 < len(found) and all(is_nisba(one) for one in found[at + 2 : at + 4]):
        return False  # « مصلحة الأبحاث العلمية الزراعية »
    return noun in GENERIC and not definite and following not in OF_THE_STATE


def is_nisba(token: ArabicWord) -> bool:
    return token.beside and token.word.startswith("ال") and token.word.endswith(("يه", "ي"))


def is_governed_place(found: list[ArabicWord], at: int) -> bool:
    """« في جامعة لييج », « رئيسة بلدية بزبينا »: behind a preposition or an office no verb follows."""
    noun = head_of(found[at].word)
    if noun is None or noun[0] not in OF_PLACES or at + 1 >= len(found) or not found[at + 1].beside:
        return False
    before = found[at - 1].word.removeprefix("و") if at and found[at].beside else ""
    office = title_of(before) if before else None
    governed = noun[1] > 0 and found[at].word[0] in "بل"
    if not (governed or before in GOVERNING or (office and not before.startswith("ال"))):
        return False
    word = found[at + 1].word
    if len(word) < 3 or word in STOP | STOPS | OF_NO_NAME or word.startswith("ال"):
        return False
    after = found[at + 2] if at + 2 < len(found) else None
    named = after is not None and after.beside and after.word in OF_A_BODY
    like_it = noun[0].endswith("ه") and word.endswith("ه")  # « جامعة بعيدة »
    is_act = AN_ACT.fullmatch(word) is not None or like_it
    return named or not (is_act or word.endswith(("يه", "ات", "ين", "ون", "ي")))


def named_after(found: list[ArabicWord], at: int, noun: str, text: str) -> int | None:
    """« جامعة الملك سعود », « مستشفى أبي القاسم الشابي »: a body that bears somebody's name."""
    if noun not in AFTER_SOMEBODY or at + 2 >= len(found) or not found[at + 1].beside:
        return None
    first = at + 1
    if found[first].word.endswith("."):
        return None  # « المستشفى د. إشراقة »
    if found[first].word in HONOURED and found[first + 1].beside:
        given = is_given_name(found[first + 1].word)
        return name_end(found, first + 1, text) or first + 2 if given else None
    son = found[first].word in {"ابي", "ابن", "عبد"}
    return name_end(found, first, text) if son or is_given_name(found[first].word) else None


def begins_freely(found: list[ArabicWord], at: int) -> bool:
    """« جمعية عناقيد للتنمية »: whatever word stands there, before one with the article."""
    if found[at].word.startswith("ال") or at + 2 >= len(found):
        return False
    noun = head_of(found[at].word)
    word, after = found[at + 1].word, found[at + 2]
    if noun is None or noun[0] not in NAMED_FREELY or noun[2]:
        return False
    no_act = not AN_ACT.fullmatch(word) or (word.endswith("ات") and len(word) > SHORT_ACT)
    no_act = no_act or (after.word in OF_A_BODY | CHARITABLE and noun[0].endswith("ه"))
    no_act = no_act or word in VIRTUES
    said = at > 0 and found[at].beside and bare_verb(found[at - 1].word) in VERBS
    no_act = no_act or (bool(said) and word[0] not in "يتس")
    is_noun = len(word) > 1 and word[0] not in "وف" and no_act
    known = word in STOP or word in STOPS or word.endswith(("يه", "ا"))
    known = known or (word.endswith(("ين", "ون")) and not after.word.startswith("لل"))
    return is_noun and not known and after.beside and after.word.startswith(("ال", "لل"))


def is_named_freely(found: list[ArabicWord], at: int, end: int) -> bool:
    return end > at + 2 and begins_freely(found, at)


def is_place_of(found: list[ArabicWord], at: int, end: int) -> bool:
    """« وكالة الحوض المائي لسبو », « المحكمة الابتدائية بسوسة »: where it is, at the end of all."""
    word = found[end].word
    known = word[1:] in PLACES | BARE_PLACES
    last = end + 1 >= len(found) or not found[end + 1].beside or found[end + 1].word in STOP
    if end == at + 1 or len(word) < 4 or word[0] not in "بل" or word.startswith(("بال", "لل")):
        return False
    return known if word[0] == "ب" else known or last


def definite_noun_alone(found: list[ArabicWord], at: int, end: int) -> bool:
    """« اللجنة بسوسة » is any."""
    own = [one.word for one in found[at + 1 : end]]
    return len(own) == 1 and found[at].definite and own[0] not in OF_A_BODY


def is_no_quality(found: list[ArabicWord], at: int, end: int) -> bool:
    """« النيابة العامة التحقيق »: behind a noun with its article stands what it is like, and no thing."""
    word = found[end].word
    governed = any(one.word.startswith("ل") for one in found[at + 1 : end + 1])
    quality = word in OF_A_BODY or word.endswith(("ي", "يه", "يا")) or word.startswith("وال")
    return word.startswith("ال") and not governed and not quality


def goes_on(word: str, first: bool, *, definite: bool) -> bool:
    """Whether a word is of the name of a body that has begun."""
    if word.startswith(("ال", "لل")):
        return True
    if word in AFTER_HEAD or (word.startswith("ل") and word[1:] in AFTER_HEAD - PURPOSES):
        return True
    if first:
        return not definite and is_perhaps_a_place(word)
    return word.startswith(("وال", "ولل")) and head_of(word) is None


def is_perhaps_a_place(word: str) -> bool:
    """« جامعة أسيوط », « بلدية فريانة », but « جمعية دولية », « لجنة كانت »."""
    if word in BARE_PLACES:
        return True  # « سفارة هولندا »
    if len(word) < 3 or word.endswith(("يه", "ي", "ات", "ين", "ون", "ا")):
        return word in {"سوريا", "ليبيا", "طبرقه", "الاسكندريه"}
    return (
        not word.startswith(("ب", "و", "ف", "ت", "ي", "س", "ل", "ك", "ان", "م")) or word in PLACES
    )
