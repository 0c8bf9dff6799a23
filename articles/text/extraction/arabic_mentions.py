"""Whom an Arabic paragraph names again: by surname, by office, by rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from ..analysis.names import fold
from ..vocabulary import ARABIC_ROYAL
from .arabic_name_words import HOW, SOMEBODY_S, may_be_of_a_name
from .arabic_names import name_end
from .arabic_shapes import NO_GIVEN_NAME
from .arabic_words import (
    CALENDAR,
    COMMON,
    COMPLETED,
    CONNECTED,
    COURTESIES,
    LETTERS,
    SAYING,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    is_definite_title,
    title_of,
    tokens,
)
from .attribution import NEAR, Attribution, PersonMention, Sentence
from .given_names import is_given_name, plain
from .people import FEMALE, MALE, Person

ROYAL = re.compile(rf"(?<![{LETTERS}])و?(?:جلالته|العاهل|جلالة\s+الملك)(?![{LETTERS}])")
# After a verb of speech, these say that nobody else is named: « وأضاف أن ».
NO_SUBJECT = frozenset(
    map(
        plain,
        "ان بان انه انها انهم بانه بانها في خلال على علي الى الي عن من قائلا قائلة ايضا كذلك بقوله بالقول ذلك قوله "
        "مؤكدا مشيرا موضحا امام عبر ردا تعليقا حول بعد قبل عقب لدى لدي بشان بخصوص مع فيها خلالها خلاله".split(),
    )
)
# Said of an office of which there are several, or that somebody had or will have.
QUALIFIERS = frozenset(
    map(
        plain,
        "الأسبق السابق السابقة الجديد الجديدة المنتخب المنتخبة الراحل الراحلة المكلف المكلفة المعين المعينة "
        "الأول الأولى العام العامة المساعد المساعدة المنتدب المنتدبة المقال المقالة المستقيل المستقيلة المؤقت "
        "المؤقتة المناوب المعارض المعارضة الفرعي الأعلى".split(),
    )
)


class ArabicMentions(Attribution):
    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        for person in people:
            for part in parts_of(fold(person.name).split()):
                called = self.endings.setdefault(part, [])
                if person not in called:
                    called.append(person)

    def holder(self, words: str) -> Person | None:
        """The one person introduced by an office that is named again: « الوزير »."""
        phrase: list[str] = []
        for token in without_courtesy(tokens(words)):
            if phrase and (not token.beside or token.word in STOP or token.word in NO_SUBJECT):
                break
            phrase.append(token.word)
        title = title_of(phrase[0]) if phrase else None
        if title is None or title[1]:
            return None
        length = 1 if phrase[0].startswith("ال") else 2
        said = fold(" ".join(phrase[:length]))
        holder = self.only_holder(said.split()[0], said, "") if said else None
        return None if holder and is_of_another(phrase[length:], holder) else holder

    def offices_in(self, text: str) -> Iterator[tuple[str, str]]:
        found = tokens(text)
        for token, after in pairwise(found):
            title = title_of(token.word)
            if title and not token.definite and after.beside:
                yield fold(title[0]), fold(f"{title[0]} {after.word}")

    def unnamed(self, sentence: Sentence) -> list[str]:
        found: list[str] = []
        words = tokens(sentence.text[sentence.start : sentence.end])
        for token, after in zip_longest(words, words[1:]):
            at = sentence.start + token.start
            named = any(one.start <= at < one.end for one in sentence.mentions)
            title = title_of(token.word)
            of_something = after is not None and after.beside and after.definite
            of_who_follows = any(
                is_apposed_office(sentence, at, one.start) for one in sentence.mentions
            )
            if title and not (named or of_who_follows) and (token.definite or of_something):
                found.append(FEMALE if title[0].endswith("ه") else MALE)
        return found

    def full_names(self, text: str) -> Iterator[list[str]]:
        found = tokens(text)
        for at, token in enumerate(found):
            given = token.word.removeprefix("و")
            if not is_given_name(token.word) and not is_given_name(given):
                continue
            end = name_end(found, at, text)
            if end is not None:
                rest = " ".join(one.word for one in found[at + 1 : end])
                yield fold(f"{given if is_given_name(given) else token.word} {rest}").split()
            elif at + 1 < len(found) and found[at + 1].beside and is_of_a_name(found[at + 1].word):
                yield fold(f"{token.word} {found[at + 1].word}").split()

    def called_by_given_name(self, words: list[ArabicWord], at: int) -> tuple[Person, int] | None:
        """« وتقول رنا: », « ولخصت سلوى رأيها »: the one whom the text calls so, if nothing follows."""
        after = words[at + 1] if at + 1 < len(words) else None
        goes_on = after is not None and after.beside and may_be_of_a_name(after.word)
        person = None if goes_on else self.called_by_first_name(words[at].word)
        return (person, 1) if person else None

    def other_mentions(self, text: str, taken: list[PersonMention]) -> list[PersonMention]:
        """By surname, after a courtesy, a verb of speech or the first word of a sentence."""
        found: list[PersonMention] = []
        words = tokens(text)
        covered = bytearray(len(text) + NEAR)
        for one in taken:
            covered[one.start : one.end] = b"\1" * (one.end - one.start)
        for at, token in enumerate(words):
            if any(covered[token.start : token.end]):
                continue
            courtesy, verb = follows_courtesy(words, at), follows_verb(words, at)
            before_colon = stands_before_colon(words, at, text)
            titled = follows_title(words, at)
            if not (courtesy or verb or before_colon or titled or opens_a_sentence(words, at)):
                continue
            called = self.called(text[token.start : token.start + NEAR])
            called = called or (self.called_by_given_name(words, at) if verb or courtesy else None)
            if called:
                last = words[min(at + called[1] - 1, len(words) - 1)]
                start = words[at - 1].start if courtesy or titled else token.start
                # Whose name it is, is sure, as little as is sure which office they have.
                found.append(PersonMention(start, last.end, replace(called[0], surely=True)))
                covered[start : last.end] = b"\1" * (last.end - start)
        for token in words:
            title = title_of(token.word)
            if (title and not title[2] and not any(covered[token.start : token.end])) and (
                holder := self.holder(text[token.start + title[1] : token.end + NEAR])
            ):
                found.append(PersonMention(token.start + title[1], token.end, holder))
        for match in ROYAL.finditer(text):
            royal = [one for one in self.people if is_royal(one)]
            if len(royal) == 1:
                found.append(PersonMention(match.start(), match.end(), royal[0]))
        return found


def parts_of(own: list[str]) -> Iterator[str]:
    """What of a long name may stand for it, beside its end.

    « عبد الغني أق بايّ بن الشيخ » is called « عبد الغني أق بايّ », or « أق بايّ ».
    """
    begins = 2 if own[0] in CONNECTED else 1
    for last in range(begins + 1, len(own)):
        yield " ".join(own[:last])
    for first in range(begins, len(own) - 1):
        word = own[first]
        if word in CONNECTED:
            yield " ".join(own[first : first + 2])
        elif own[first - 1] not in CONNECTED and may_stand_alone(word):
            yield word


def may_stand_alone(word: str) -> bool:
    return len(word) > SHORT and word not in COMPLETED | COMMON and not is_given_name(word)


SHORT = 3
"""Letters of a word by which nobody is called."""


APPOSED = re.compile(rf"[{LETTERS}\s]{{3,80}}[،,]\s*")


def is_apposed_office(sentence: Sentence, office: int, name: int) -> bool:
    """« ممثل النيابة العامة، نائب الوكيل هشام أيت بلا، »: no other than who is named behind."""
    between = sentence.text[office:name] if 0 < name - office < NEAR else ""
    verb = any(bare_verb(one.word) in VERBS for one in tokens(between)[1:])
    return APPOSED.fullmatch(between) is not None and not verb


def follows_courtesy(words: list[ArabicWord], at: int) -> bool:
    return at > 0 and words[at].beside and words[at - 1].word in COURTESIES


def follows_title(words: list[ArabicWord], at: int) -> bool:
    """« وشدد السفير المنصوري على »: the surname of somebody whom the text has, behind an office."""
    if at == 0 or not words[at].beside or not is_definite_title(words[at - 1].word):
        return False
    return words[at - 1].word.startswith("ال")


def follows_verb(words: list[ArabicWord], at: int) -> bool:
    return at > 0 and words[at].beside and bare_verb(words[at - 1].word) in VERBS


def stands_before_colon(words: list[ArabicWord], at: int, text: str) -> bool:
    """« الدروبي: "…" », « الدروبي مقاطعا: "…" »: who speaks in a press conference told line by line."""
    opens = at == 0 or words[at].gap.strip()[:1] in {".", "؟", "!", "…", "-", "–", "—"}
    return opens and COLON_BEHIND.match(text, words[at].end) is not None


COLON_BEHIND = re.compile(rf"(?:\s[{LETTERS}]{{2,}}?ا[ً]?)?\s?:\s*[«\"“]")


def opens_a_sentence(words: list[ArabicWord], at: int) -> bool:
    """Whether a word is the second of a sentence: behind whatever is done."""
    begins = at == 1 or (at > 0 and words[at - 1].gap.strip()[:1] in {".", "؟", "!"})
    return begins and words[at].beside


def is_of_a_name(word: str) -> bool:
    return word not in STOP and SOMEBODY_S.fullmatch(word) is None and HOW.fullmatch(word) is None


def without_courtesy(found: list[ArabicWord]) -> list[ArabicWord]:
    """« السيد الوالي » without « السيد »."""
    polite = len(found) > 1 and found[0].word in COURTESIES and found[1].beside
    return found[1:] if polite and is_definite_title(found[1].word) else found


def is_of_another(words: list[str], holder: Person) -> bool:
    """Whether what follows an office is a name, or says of what it is, and not its holder's.

    « الوزير السويدي كارل سكاو », « الرئيس التنفيذي », « الوزير الأسبق ».
    """
    own = fold(f"{holder.position} {holder.organization or ''} {holder.name}").split()
    rest = [word for word in words if fold(word) not in own]
    if any(word.startswith("ال") and is_quality(word) for word in rest):
        return True
    if not rest or rest[0] != words[0]:
        return False
    if words[0].startswith("وال") or (words[0].startswith("و") and title_of(words[0])):
        return True
    named = len(words) == 1 or name_end(tokens(" ".join(words)), 0, "") is not None
    return named and (is_given_name(words[0]) or is_perhaps_a_name(words[0]))


def is_perhaps_a_name(word: str) -> bool:
    """Whether a word right after an office can be a foreigner's name: « الوزير سكاو إن »."""
    common = word in COMMON | CALENDAR | SAYING or bare_verb(word) in VERBS
    return len(word) > 2 and not common and NO_GIVEN_NAME.fullmatch(word) is None


def is_quality(word: str) -> bool:
    """Whether a word with the article is like السويدي, الأسبق."""
    return word.endswith(("ي", "يه")) or word in QUALIFIERS


def is_royal(person: Person) -> bool:
    return fold(person.position or "").split()[:1] in [[one] for one in ARABIC_ROYAL]
