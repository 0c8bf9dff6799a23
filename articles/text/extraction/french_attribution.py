"""How French says whose words a quotation is."""

from __future__ import annotations

import re
from dataclasses import replace

from .attribution import NEAR, Sentence, SpeechEvidence, same
from .french_antecedents import FrenchAntecedents
from .french_clauses import (
    ACTS,
    APPOSED_TO_COLON,
    ARTICLE,
    BEFORE_CHARGES,
    BRACKETS_LAST,
    BY_WHOM,
    CONTINUES,
    FROM_WHOM,
    INCISE,
    LOOKS_BACK,
    OBJECT,
    PASSIVE,
    RELATIVE_SOURCE,
    RELAYS,
    SHOWN,
    SOURCE_ALONE,
    SPOKEN_OF,
)
from .french_grammar import (
    BEGINS_WITH_PRONOUN,
    CALLS,
    ELSE,
    FAR,
    FOR,
    GENDERS,
    GOES_ON,
    IN_BRACKETS,
    IS_SAID_TO_BE,
    MARKS,
    OF_A_NOUN,
    OTHERS_WORDS,
    PRONOUN_ALONE,
    REPLIES,
    SUBJECT_MAY_BE,
    SUBJECTS,
    TOLD_TO,
    WISHES,
)
from .people import Person
from .speech import FRENCH_SAYS, FRENCH_SPEECH, SAID_AFTER, SAID_BEFORE, SAID_INSIDE


class FrenchAttribution(FrenchAntecedents):
    near_a_mark = 200

    def after(self, sentence: Sentence, end: int) -> SpeechEvidence | None:
        found = SAID_AFTER.match(sentence.text, end)
        if found is None or found.end() > sentence.end or not self.is_speech(sentence, found):
            return None
        return self.said(sentence, found)

    def is_speech(self, sentence: Sentence, found: re.Match[str]) -> bool:
        """With a comma any verb will do, where somebody follows it; without one it must say."""
        subject = sentence.text[found.end() : sentence.end]
        if found["done"] and not found["comma"]:
            return found["done"].split()[0] in FRENCH_SPEECH
        if found["now"] and found["now"].split()[0] not in FRENCH_SAYS:
            return bool(found["comma"] and SUBJECT_MAY_BE.match(subject))
        if found["source"]:
            return bool(SUBJECT_MAY_BE.match(subject)) and found["source"] != "pour"
        return True

    def said(self, sentence: Sentence, found: re.Match[str]) -> SpeechEvidence:
        """Who speaks, by a pronoun in the verb or by what stands after it."""
        groups = found.groupdict()
        if pronoun := groups.get("pronoun1") or groups.get("pronoun2"):
            others = self.last.spoke_of_strangers or self.last.acts_on_a_body
            if others and REPLIES.search(found[0]):
                return SpeechEvidence()
            return SpeechEvidence(self.pronoun_before(sentence, found.start(), pronoun))
        if (groups.get("has") or "").endswith("nt"):
            return SpeechEvidence()
        person = self.named_at(sentence, found.end())
        if person is None:
            person = self.by_epithet(sentence, found.end())
        if person is None:
            person = self.by_demonstrative(sentence, found.end())
        if person is None and GOES_ON & set(
            (groups.get("done") or groups.get("now") or "").split()
        ):
            person = self.goes_on(sentence, found.end())
        return SpeechEvidence(person)

    def continues(self, between: str) -> bool:
        return CONTINUES.search(between) is not None

    def before(
        self, sentence: Sentence, end: int, earlier: SpeechEvidence | None
    ) -> SpeechEvidence | None:
        begins = max(sentence.start, end - FAR)
        words = sentence.text[begins:end]
        if (set_off := self.set_off(sentence, begins, words)) is not None:
            return set_off
        if told := self.told_by(sentence, end):
            return SpeechEvidence(told)
        found = list(SAID_BEFORE.finditer(words))
        if found:
            return self.by_verb(sentence, found[-1], begins, end, earlier)
        return (
            self.according_to(sentence, end)
            or self.led_to_colon(sentence, begins, end)
            or self.before_colon(sentence, words)
            or self.as_object(sentence, begins, end)
        )

    def by_verb(
        self,
        sentence: Sentence,
        verb: re.Match[str],
        begins: int,
        end: int,
        earlier: SpeechEvidence | None,
    ) -> SpeechEvidence:
        """Who says it, by the last verb of speech before the words."""
        start = begins + verb.start()
        if verb["also"]:
            # « … et rappelé que »
            return SpeechEvidence(self.subject_before(sentence, start))
        if verb["saying"]:
            return self.saying(sentence, start, verb["saying"].lower(), earlier)
        if behind := self.behind_verb(sentence, begins + verb.start(), begins + verb.end(), end):
            return SpeechEvidence(behind)
        if self.are_relayed(sentence, begins + verb.end(), end):
            return SpeechEvidence()
        return SpeechEvidence(self.who(sentence, verb, begins))

    def saying(
        self, sentence: Sentence, start: int, word: str, earlier: SpeechEvidence | None
    ) -> SpeechEvidence:
        """« …, soulignant que »: who spoke or acted in the sentence goes on."""
        if OF_A_NOUN.search(sentence.text[sentence.start : start]):
            return SpeechEvidence()  # « une lettre promettant »
        said = earlier or self.before(sentence, start, None)
        if said is None and word.startswith("et"):
            return SpeechEvidence(self.meant_again(sentence))
        return said or SpeechEvidence(self.subject_before(sentence, start))

    def set_off(self, sentence: Sentence, begins: int, words: str) -> SpeechEvidence | None:
        """What stands right before the words, set off by commas, or shows them to be another's."""
        words = words.rstrip(MARKS)
        if incise := INCISE.search(words + " "):
            pronoun = incise["pronoun3"] or incise["pronoun4"]
            return SpeechEvidence(self.pronoun_before(sentence, begins + incise.start(), pronoun))
        if relative := RELATIVE_SOURCE.search(words):
            named = sentence.within(begins, begins + relative.start())
            last = named[-1] if named else None
            beside = last and last.person.surely and last.end == begins + relative.start()
            return SpeechEvidence(last.person if last and beside else None)
        if SHOWN.search(words) or RELAYS.search(words[-NEAR:]):
            return SpeechEvidence()
        return None

    def as_object(self, sentence: Sentence, begins: int, end: int) -> SpeechEvidence | None:
        """« Le président, X, a attribué ce résultat « à la reprise du rail » », whatever the verb.

        Where one person leads the sentence and nobody else is in it, and nothing is done to them.
        """
        subject = self.subject_before(sentence, end)
        if subject is None:
            return None
        mention = sentence.within(begins, end)[-1]
        between = sentence.text[mention.end : end].rstrip(MARKS)
        rest = replace(sentence, start=mention.end, end=end)
        if (
            not ACTS.search(between)
            or PASSIVE.search(between)
            or OTHERS_WORDS.search(between)
            or BEFORE_CHARGES.search(between)
            or sentence.text[end : end + 4].lstrip(MARKS)[:1] != "·"
            or self.unnamed(rest)
        ):
            return None
        return SpeechEvidence(subject)

    def are_relayed(self, sentence: Sentence, start: int, end: int) -> bool:
        """« X a rappelé ce que disait Y : « … » », but « X a dit à Y : « … » »."""
        if not sentence.text[:end].rstrip().endswith(":"):
            return False
        return any(
            not sentence.text[one.end : end].strip(" :\u00a0\u202f")
            and not TOLD_TO.search(sentence.text[start : one.start])
            for one in sentence.within(start, end)
        )

    def who(self, sentence: Sentence, verb: re.Match[str], begins: int) -> Person | None:
        """Who speaks, by what stands before a verb, or after « selon »."""
        start, stop = begins + verb.start(), begins + verb.end()
        if verb["source"] and (alone := PRONOUN_ALONE.match(sentence.text, stop)):
            named = sentence.within(sentence.start, start)
            return None if named else self.meant(SUBJECTS[alone["who"]], sentence)
        if verb["source"]:
            return self.named_at(sentence, stop + len(re.match(r"\s*", sentence.text[stop:])[0]))  # type: ignore[index]
        if verb["pronoun1"]:
            return self.pronoun_before(sentence, start, verb["pronoun1"])
        if (verb["has"] or "").endswith("nt"):
            return None
        return self.subject_of_verb(sentence, start)

    def says_directly(self, before: str, words: int) -> bool:
        said = before.rstrip(' «“"\u00a0\u202f')
        verbs = list(SAID_BEFORE.finditer(said))
        if said.endswith(":") or re.search(r"(?<!\w)(?:que|qu[’'])$", said):
            return True
        rest = said[verbs[-1].end() :].strip() if verbs else "-"
        if not rest or WISHES.fullmatch(rest) or SHOWN.search(said):
            return True
        if verbs and words > 1 and verbs[-1]["source"] and SOURCE_ALONE.fullmatch(rest):
            return True
        if verbs and words > 2 and OBJECT.fullmatch(rest + " "):
            return True
        if CALLS.search(said):
            return True
        return words > 2 and bool(
            re.search(r"(?<!\w)(?:que\s|qu[’'])(?:[\w’'-]+\s){0,3}[\w’'-]+$", said)
        )

    def says_it_is(self, before: str) -> bool:
        said = before.rstrip(' «“"\u00a0\u202f')
        return bool(IS_SAID_TO_BE.search(said) and SAID_BEFORE.search(said))

    def according_to(self, sentence: Sentence, end: int) -> SpeechEvidence | None:
        """« Pour M. Rachdi, « … » », with nothing between."""
        opening = FOR.match(sentence.text, sentence.start)
        mention = sentence.at(opening.end()) if opening else None
        if mention is None:
            return None
        between = sentence.text[mention.end : end].strip(' «“"\u00a0\u202f')
        # « Pour la socialiste X, qui portait le texte, « … » », where nobody else is named.
        others = [
            one for one in sentence.within(mention.end, end) if not same(one.person, mention.person)
        ]
        if between != "," and (others or not between.startswith(",") or ELSE.search(between)):
            return None
        return SpeechEvidence(mention.person if mention.person.surely else None)

    def told_by(self, sentence: Sentence, end: int) -> Person | None:
        """« Réponse de la porte-parole X : « … » », « Un argument balayé par Me X, avocat : « … » »."""
        words = sentence.text[:end].rstrip(MARKS)
        if not words.endswith(":"):
            return None
        for one in sentence.within(sentence.start, end):
            before = sentence.text[sentence.start : one.start]
            rest = words[one.end :].removesuffix(":").strip()
            beside = not rest or APPOSED_TO_COLON.fullmatch(rest)
            if (
                one.person.surely
                and beside
                and (FROM_WHOM.search(before) or BY_WHOM.search(before))
            ):
                return one.person
        if office := SPOKEN_OF.search(words.removesuffix(":").rstrip(), sentence.start):
            determiner = (
                "la " if "la" in office["of"].split() else "l’" if "’" in office["of"] else "le "
            )
            return self.holder(determiner + office["office"])
        return None

    def behind_verb(self, sentence: Sentence, verb: int, stop: int, end: int) -> Person | None:
        """« Le point sera vérifié, indique le porte-parole, X : « … » »."""
        before, words = sentence.text[sentence.start : verb].rstrip(), sentence.text[:end]
        if not before.endswith(",") or not words.rstrip(MARKS).endswith(":"):
            return None
        begins = stop + len(words[stop:]) - len(words[stop:].lstrip())
        person = self.named_at(sentence, begins)
        named = [one.person for one in sentence.within(stop, end)]
        return person if person and all(same(one, person) for one in named) else None

    def looks_back(self, sentence: Sentence) -> Person | None:
        """« « … » C'est la phrase que X a répétée », « Ces mots sont de X »."""
        for one in sentence.mentions[:1]:
            lead = LOOKS_BACK.fullmatch(sentence.text[sentence.start : one.start])
            return one.person if lead and one.person.surely else None
        return None

    def before_colon(self, sentence: Sentence, words: str) -> SpeechEvidence | None:
        """« Nadia Benjelloun : « … » »."""
        if not words.rstrip().endswith(":"):
            return None
        bare = BRACKETS_LAST.sub("", words.rstrip().removesuffix(":").strip())
        whole = [
            one for one in sentence.mentions
            if sentence.text[one.start : one.end].strip() in {bare, ARTICLE.sub("", bare)}
        ]  # fmt: skip
        return SpeechEvidence(whole[0].person if whole else None)

    def led_to_colon(self, sentence: Sentence, begins: int, end: int) -> SpeechEvidence | None:
        """« Le maire, Bio Gounou, y est favorable : « … » », where nobody else is spoken of."""
        words = sentence.text[begins:end].rstrip(' «“"\u00a0\u202f')
        if not words.endswith(":") or self.unnamed(replace(sentence, end=end)):
            return None
        if OTHERS_WORDS.search(words) or PASSIVE.search(words):
            return None
        if first := BEGINS_WITH_PRONOUN.match(sentence.text, sentence.start, end):
            named = sentence.within(sentence.start, end)
            person = None if named else self.meant(first[1], sentence)
            return SpeechEvidence(person) if person else None
        subject = self.subject_before(sentence, end)
        return SpeechEvidence(subject) if subject else None

    def reported(self, sentence: Sentence) -> tuple[str, SpeechEvidence] | None:
        words = sentence.text[sentence.start : sentence.end]
        for found in reversed(
            list(SAID_INSIDE.finditer(sentence.text, sentence.start, sentence.end))
        ):
            told = sentence.text[found.end() : sentence.end]
            if told.startswith(("que ", "qu’", "qu'")) or any(
                found.start() - NEAR <= one.end <= found.start()
                and not IN_BRACKETS.sub("", sentence.text[one.end : found.start()]).strip()
                for one in sentence.mentions
            ):
                # « Christine Lagarde, a averti jeudi que »: the comma is that of an apposition.
                continue
            pronoun = found.groupdict().get("pronoun1")
            said = (
                SpeechEvidence(self.teller(sentence, pronoun))
                if pronoun
                else self.said(sentence, found)
            )
            return words[: found.start() - sentence.start].strip(" ,"), said
        return None

    def teller(self, sentence: Sentence, pronoun: str) -> Person | None:
        """Who tells words in which others may be named: « X viendra demain, a-t-il ajouté »."""
        person = self.meant(pronoun, sentence)
        gender = GENDERS.get(pronoun.lower(), "")
        others = (one.person for one in sentence.mentions if not same(one.person, person))
        return None if any(one.could_be(gender) for one in others) else person
