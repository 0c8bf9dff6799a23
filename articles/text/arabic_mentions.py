"""Whom an Arabic paragraph names again: by surname, by office, by rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from .arabic_names import COURTESIES, LETTERS, STOP, VERBS, bare_verb, title_of, tokens
from .attribution import NEAR, Attribution, Mention, Sentence
from .names import fold
from .people import FEMALE, MALE, Person
from .words import ARABIC_ROYAL

ROYAL = re.compile(rf"(?<![{LETTERS}])و?(?:جلالته|العاهل|جلالة\s+الملك)(?![{LETTERS}])")
# After a verb of speech, these say that nobody else is named: « وأضاف أن ».
NO_SUBJECT = frozenset(
    "ان بان انه انها انهم بانه بانها في خلال على علي الى الي عن من قائلا قائله ايضا كذلك بقوله بالقول ذلك قوله "
    "مؤكدا مشيرا موضحا امام عبر ردا تعليقا حول بعد قبل عقب لدى لدي بشان بخصوص مع".replace(
        "ؤ", "و"
    ).split()
)


class ArabicMentions(Attribution):
    def holder(self, words: str) -> Person | None:
        """The one person introduced by an office that is named again: « الوزير »."""
        phrase: list[str] = []
        for token in tokens(words):
            if phrase and (not token.beside or token.word in STOP or token.word in NO_SUBJECT):
                break
            phrase.append(token.word)
        title = title_of(phrase[0]) if phrase else None
        if title is None or title[1]:
            return None
        definite = phrase[0].startswith("ال")
        said = fold(phrase[0]) if definite else fold(" ".join(phrase[:2]))
        return self.only_holder(said.split()[0], said, "")

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
            if title and not named and (token.definite or of_something):
                found.append(FEMALE if title[0].endswith("ه") else MALE)
        return found

    def other_mentions(self, text: str, taken: list[Mention]) -> list[Mention]:
        """By surname, after a courtesy, a verb of speech or the first word of a sentence."""
        found: list[Mention] = []
        words = tokens(text)
        for at, token in enumerate(words):
            if any(one.start < token.end and token.start < one.end for one in [*taken, *found]):
                continue
            courtesy = at > 0 and token.beside and words[at - 1].word in COURTESIES
            verb = at > 0 and token.beside and bare_verb(words[at - 1].word) in VERBS
            opens = (
                at > 0
                and token.beside
                and (at == 1 or words[at - 1].gap.strip()[:1] in {".", "؟", "!"})
            )
            if not (courtesy or verb or opens):
                continue
            called = self.called(text[token.start : token.start + NEAR])
            if called:
                last = words[min(at + called[1] - 1, len(words) - 1)]
                start = words[at - 1].start if courtesy else token.start
                found.append(Mention(start, last.end, called[0]))
        for token in words:
            title = title_of(token.word)
            if (
                title
                and not title[2]
                and not any(
                    one.start < token.end and token.start < one.end for one in [*taken, *found]
                )
            ) and (holder := self.holder(text[token.start + title[1] : token.end + NEAR])):
                found.append(Mention(token.start + title[1], token.end, holder))
        for match in ROYAL.finditer(text):
            royal = [
                one for one in self.people if fold(one.position or "-").split()[0] in ARABIC_ROYAL
            ]
            if len(royal) == 1:
                found.append(Mention(match.start(), match.end(), royal[0]))
        return found
