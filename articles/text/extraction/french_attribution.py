"""How French says whose words a quotation is."""

from __future__ import annotations

import re
from dataclasses import replace

from ..analysis.names import fold
from ..vocabulary import NO_NAMES, either
from .attribution import NEAR, Antecedent, PersonMention, Sentence, SpeechEvidence, same
from .french_clauses import (
    ACTS,
    BEFORE_CHARGES,
    INCISE,
    OBJECT,
    PASSIVE,
    RELATIVE_SOURCE,
    RELAYS,
    CONTINUES,
    FROM_WHOM,
    SHOWN,
    SOURCE_ALONE,
)
from .french_epithets import EPITHET, OF_ANYBODY, gender_called, is_so_called
from .french_mentions import BODY, COURTEOUS, SOMEBODY, FrenchMentions, gender_said
from .french_people import DETERMINER, QUALIFIED, TITLE, TITLED
from .people import FEMALE, MALE, Person
from .speech import FRENCH_SAYS, FRENCH_SPEECH, SAID_AFTER, SAID_BEFORE, SAID_INSIDE

PRONOUN = re.compile(
    r"(?:(?<!\w)|qu[’'])(?P<pronoun>il|elle|on|ils|elles|je|nous)\s+(?:ne\s+|n[’']|lui\s+|leur\s+)*$",
    re.IGNORECASE,
)
SAME = re.compile(
    r"(?P<word>(?:la|le)\s+même(?:\s+(?:source|responsable|\w+))?|ce\s+dernier|cette\s+dernière|"
    r"celui-ci|celle-ci|l[’']intéressée?)(?!\w)",
    re.IGNORECASE,
)
MARKS = ' «“"\u00a0\u202f'
FAR = 1_200
"""Characters before a quotation among which its verb stands."""
PRONOUN_ALONE = re.compile(r"\s+(?P<who>lui|elle)(?![\w-])")
SUBJECTS = {"lui": "il", "elle": "elle"}
"""« Selon lui »."""
IS_SAID_TO_BE = re.compile(
    r"(?:(?<!\w)(?:que\s|qu[’'])|(?:[Ss]elon|[Dd][’']après)\s[^«»\"]{4,120},\s)[^«»“”\":;.]{4,90}\s(?:est|sont|était|étaient|serait|seraient|reste|restent|sera)$"
)
"""« affirme que les comptes sont « … » », « Selon le préfet, la situation est « … » »."""
WISHES = re.compile(
    r"(?:vouloir|souhaiter|espérer|attendre|craindre|redouter|refuser|être|avoir)(?:\s(?:de|d[’']))?"
)
CALLS = re.compile(
    r"(?<!\w)(?:qualifi(?:é|ée|e|ait|ant)|trait(?:é|ée|e|ait|ant))\s[^«»“”\":;.,]{2,70}\s(?:de\s?|d[’'])$"
)
"""« a qualifié l'opération de « … » »."""
FOR = re.compile(r"(?:Pour|Aux\s+yeux\s+de)\s+")
ELSE = re.compile(rf"[.;]|(?<!\w)(?:{either([*FRENCH_SAYS, *FRENCH_SPEECH])})(?!\w)")
OTHERS_WORDS = re.compile(
    r"(?<!\w)(?:l[iu]t?|lisait|lire|entendu|reçu|cite|cité|citait|récite|chante|chanté|affiche|pancarte|banderole|inscription|"
    r"note|lettre|message|proverbe|dicton|slogan|verset|vers)(?!\w)",
    re.IGNORECASE,
)
"""« Il a lu la note : « … » »: what is quoted is another's."""
GENDERS = {"il": MALE, "elle": FEMALE}
BEGINS_WITH_PRONOUN = re.compile(
    r"\s*(?:(?!(?:Selon|D[’']après|Pour|Avec|Contre|Chez)\s)[A-ZÀ-Þ][^,.;:«»A-ZÀ-Þ]{2,60},\s+)?([Ii]l|[Ee]lle)(?!\w)(?!\s+(?:faut|fallait|s[’']agit|y\s+a))"
)
AT_START = re.compile(
    r"(?:^|[,;:]|(?<!\w)(?:et|mais|car|que|où|dont|puis|or|comme|si|quand|lorsque|lequel|laquelle|selon|"
    r"enfin|ensuite|hier|ainsi|alors|pour)|qu[’'])\s*$",
    re.IGNORECASE,
)
# Between a subject and its verb nothing stands, or what is set off by commas.
BETWEEN = re.compile(
    r"\s*,?\s*|\s*,(?!\s*(?:et|mais)\s)(?:(?!\s(?:que|qu[’']|celui|celle|ceux|alors|tandis|lequel|laquelle)(?!\w))"
    r"[^«»“”\":;]){2,110},\s*(?:(?:y|en|lui|leur|le|la|nous|me)\s+|[lm][’']\s?)?"
)
IN_BRACKETS = re.compile(r"\s*\([^()]{2,40}\)\s*")
"""« Me Ngarlem (Réagir-T) dit »: of which party, or house, somebody is."""
WHO = re.compile(r"\s*,?\s*qui\s*")
EPITHET_ENDS = re.compile(
    r"(?:\s(?!a\s|est\s|ne\s|se\s)[a-zà-ÿ-]{4,}|\sde\s\d{1,3}\sans){0,2}\s*(?:[,.;:]|$)"
)
COURTESY = re.compile(r"(?:M\.|Mme|Mlle|Dr|Pr|Me|Maître|[Dd]octeure?|[Pp]rofesseure?|Mgr)\s")
LAWYER = re.compile(r"(?<!\w)(?:Me|Maître)\s+")
AGAIN = re.compile(
    rf"(?:^|[,;:]\s|(?<!\w)(?:et|mais|que|car|or)\s|qu[’'])\s*(?:{SAME.pattern}|{EPITHET.pattern})(?:,[^,;:«»]{{2,60}},|\s\([^()]{{2,40}}\))?\s*$",
    re.IGNORECASE,
)
"""« Ce dernier a salué », « La magistrate a décrit »."""
SAME_FIRST = re.compile(rf"(?:[^,.;:«»\"]{{2,40}},\s+)?{SAME.pattern}", re.IGNORECASE)
"""« Installé à Namur, celui-ci jouera »."""
EPITHET_FIRST = re.compile(EPITHET.pattern)
OF_A_NOUN = re.compile(
    r"(?<!\w)(?:une?|l[ae]s?|des|ces?|cette)\s(?:[a-zà-ÿ-]+\s){1,3}$|[lL][’'][a-zà-ÿ-]+\s$"
)
LEARNT_FROM = re.compile(
    r"a-t-on\s+appris\s+(?:\w+\s+)?(?:auprès\s+)?(?:de\s+l[’']|de\s+la\s+|du\s+|de\s+|d[’'])"
)
REPLIES = re.compile(r"(?<!\w)(?:répond|rétorqu|répliqu|réagi|objecté|protest)", re.IGNORECASE)
GOES_ON = frozenset(
    "ajouté poursuivi conclu enchaîné renchéri insisté précisé ajoute poursuit conclut".split()
)
NOUN_BEFORE = re.compile(rf"{DETERMINER}[a-zà-ÿœ-]{{4,}}(?:\s[a-zà-ÿ-]{{4,}})?\s*$")
NOUN = re.compile(rf"{DETERMINER}(?:{QUALIFIED})[\w-]+")
STARTS_OTHERWISE = re.compile(
    rf"(?:{DETERMINER}{QUALIFIED}{TITLE}|[LlDd][’']une?\s|[Uu]ne?\s|[Pp]lusieurs|[Cc]ertaine?s|[Dd]es\s)"
)
# « De son côté, Lahlou a refusé »: what stands before who does it.
OPENING = re.compile(r"[^,.;:«»\"]{2,40},\s+")
TOLD_TO = re.compile(
    r"^\s*$|(?<!\w)(?:à|au|devant|face\s+à|avec|contre|pour|chez|à\s+propos\s+de|au\s+sujet\s+de)\s*$"
)
SOURCE = re.compile(
    r"(?:Selon|D[’']après)\s+|Quant\s+(?:à|aux?)\s+"
    rf"|Pour\s+(?:(?=[A-ZÀ-Þ])|(?={SOMEBODY.pattern.replace('?P<determiner>', '?:')}))"
)
KIN = (
    r"(?:petite?[\s-])?(?:fils|fille)|(?:grand[\s-]|arrière-grand-)?(?:père|mère)|frère|sœur|soeur|neveu|nièce|cousine?|oncle|tante|"
    r"épouse|époux|mari|femme|veuve|veuf|compagne|compagnon|avocate?|agente?|collègue|associée?|voisine?|amie?|adjointe?"
)
# « Imad reste énigmatique »: somebody of whom only a first name is said.
FIRST_NAME = re.compile(
    rf"(?P<word>[A-ZÀ-Þ][\w’'-]+)(?:\s\([^)]*\))?,?\s+(?:(?:ne|se|n[’']|s[’'])\s*)?(?:a|avait|est|était|reste|vit|"
    rf"travaille|habite|attend|sait|vient|va|veut|peut|doit|{either(FRENCH_SAYS)})(?!\w)"
)
FIRST_ALONE = re.compile(r"(?P<word>[A-ZÀ-Þ][\w’'-]+)\s*(?=[.,;]|$)")
"""« …, sourit Mostafa. »"""
OFFICE_FIRST = re.compile(
    rf"(?:{DETERMINER}(?:{QUALIFIED}{TITLE}|{KIN}(?![\w-]))|[Ll][’']une?\s(?:des?|d[’'])\s?(?:[sln]\w+\s)?[a-zà-ÿ-]{{4,}}(?![\w-]))"
    rf"[^,.;:«»\"()\n]{{0,90}},\s+(?={DETERMINER})"
)
ENDED = re.compile(r"\s*(?:[,.;:»]|$)")
"""« …, a détaillé son porte-parole, le capitaine Nassim Bernaoui. »"""
SUBJECT_MAY_BE = re.compile(
    rf"{DETERMINER}|(?:les|des|ses|leurs|plusieurs)\s|[A-ZÀ-Þ]|[LlDd][’']une?\s|M\.|Mme|ce\s|cette\s"
)


class FrenchAttribution(FrenchMentions):
    near_a_mark = 200

    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        self.lawyers: set[str] = set()
        """Who is called « Me »."""
        self.nearest: tuple[Person | None, int] = (None, 0)
        """Who was named last in the sentence before, whom « celui-ci » means; in which paragraph."""

    def open(self, text: str, introduced: list[Person]) -> list[PersonMention]:
        mentions = super().open(text, introduced)
        for one in mentions:
            if LAWYER.match(text, one.start) or LAWYER.search(
                text[max(0, one.start - 12) : one.start]
            ):
                self.lawyers.add(one.person.name)
        return mentions

    def hear(self, sentence: Sentence, said: SpeechEvidence | None = None) -> None:
        super().hear(sentence, said)
        learnt = LEARNT_FROM.search(sentence.text, sentence.start, sentence.end)
        told = sentence.at(learnt.end()) if learnt else None
        if told and told.person.surely and said is None:
            self.last = Antecedent(told.person, sentence.paragraph, spoke=True)
        last = sentence.mentions[-1].person if sentence.mentions else None
        alone = last is not None and not self.unnamed(
            replace(sentence, start=sentence.mentions[-1].end)
        )
        self.nearest = (last if alone and last and last.surely else None, sentence.paragraph)

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
            if self.last.spoke_of_strangers and REPLIES.search(found[0]):
                return SpeechEvidence()
            return SpeechEvidence(self.pronoun_before(sentence, found.start(), pronoun))
        if (groups.get("has") or "").endswith("nt"):
            return SpeechEvidence()
        person = self.named_at(sentence, found.end())
        if person is None:
            person = self.by_epithet(sentence, found.end())
        if person is None and GOES_ON & set(
            (groups.get("done") or groups.get("now") or "").split()
        ):
            person = self.goes_on(sentence, found.end())
        return SpeechEvidence(person)

    def meant(self, pronoun: str, sentence: Sentence) -> Person | None:
        gender = GENDERS.get(pronoun.lower())
        return self.last.meant(gender, sentence.paragraph) if gender else None

    def named_at(self, sentence: Sentence, start: int) -> Person | None:
        """Who is named from there on: by name, as the same, or by the only office that fits."""
        if mention := sentence.at(start) or self.behind_determiner(sentence, start):
            return mention.person if mention.person.surely else None
        if alike := SAME.match(sentence.text, start):
            return self.the_same(alike["word"].lower(), sentence)
        if office := OFFICE_FIRST.match(sentence.text, start):
            determiner = re.match(DETERMINER, sentence.text[office.end() : office.end() + NEAR])
            mention = sentence.at(office.end()) or (
                # « la cheffe du service, la docteure Ines Ghorbel »
                sentence.at(office.end() + determiner.end()) if determiner else None
            )
            if mention and mention.person.surely and ENDED.match(sentence.text, mention.end):
                return mention.person
        if first := FIRST_ALONE.match(sentence.text, start):
            return self.called_by_first_name(first["word"])
        return self.holder(sentence.text[start : min(start + NEAR, sentence.end)])

    def behind_determiner(self, sentence: Sentence, start: int) -> PersonMention | None:
        """« …, explique le Pr Anicet Dossou »."""
        determiner = re.compile(DETERMINER).match(sentence.text, start)
        courtesy = COURTESY.match(sentence.text, determiner.end()) if determiner else None
        if determiner is None or courtesy is None:
            return None
        return sentence.at(determiner.end()) or sentence.at(courtesy.end())

    def continues(self, between: str) -> bool:
        return CONTINUES.search(between) is not None

    def left_to_speak(self, sentence: Sentence, before: str) -> Person | None:
        """« Le préfet, X, se fait plus diplomate. « … » »: of whom alone the sentence before told."""
        person = self.last.person
        if not before or person is None or self.last.paragraph != sentence.paragraph:
            return None
        if self.last.ago or self.last.rivals or self.last.beside:
            return None
        return None if PASSIVE.search(before) or OTHERS_WORDS.search(before) else person

    def the_same(self, word: str, sentence: Sentence) -> Person | None:
        """« ce dernier » is who was named last, « l'intéressée » who was spoken of."""
        gender = FEMALE if word.startswith(("cette", "celle", "la")) else MALE
        gender = "" if word.endswith("source") or word.startswith("l") else gender
        last, paragraph = self.nearest
        if word.startswith("c") and last is not None:
            near = sentence.paragraph - paragraph <= 1
            return last if near and last.could_be(gender) else None
        spoke = self.last.spoke or word.startswith("c")
        return self.last.meant(gender, sentence.paragraph) if spoke else None

    def goes_on(self, sentence: Sentence, start: int) -> Person | None:
        """« …, a poursuivi la joueuse », in the paragraph of what she said before."""
        noun = NOUN.match(sentence.text, start)
        if noun is None or self.last.paragraph != sentence.paragraph or not self.last.spoke:
            return None
        rest = sentence.text[noun.end() : sentence.end]
        if re.match(r"\s*(?:[,.]|$)", rest) is None or BODY.match(noun[0]):
            return None
        person = self.last.meant(gender_said(noun[0].split()[0]), sentence.paragraph)
        return person if person and not self.last.rivals else None

    def by_epithet(self, sentence: Sentence, start: int) -> Person | None:
        """« …, a déploré la dame », « …, a tranché le technicien serbe »: who was last spoken of."""
        noun = EPITHET.match(sentence.text, start)
        if noun is None or not EPITHET_ENDS.match(sentence.text, noun.end("noun")):
            return None
        return self.called_again(noun, sentence)

    def called_again(self, noun: re.Match[str], sentence: Sentence) -> Person | None:
        """The one person last spoken of, where a noun can be said of them and of nobody beside."""
        person, gender = self.last.person, gender_called(noun["determiner"], noun["noun"])
        if person is None or sentence.paragraph - self.last.paragraph > 1:
            return None
        if self.last.ago > 1 or not person.could_be(gender):
            return None
        if not (is_so_called(noun["noun"], person) or self.is_a_lawyer(noun["noun"], person)):
            return None
        rivals = [*self.last.rivals, *self.last.beside]
        beside = any(not rival or not gender or rival == gender for rival in rivals)
        # A noun that tells what somebody does tells them from whoever does something else.
        return None if beside and not self.is_told_apart(noun["noun"], person) else person

    def is_told_apart(self, noun: str, person: Person) -> bool:
        """Whether a noun says what this person does, and nobody else of the text."""
        others = (one for one in self.people if not same(one, person))
        return fold(noun) not in OF_ANYBODY and not any(
            is_so_called(noun, one) or self.is_a_lawyer(noun, one) for one in others
        )

    def is_a_lawyer(self, noun: str, person: Person) -> bool:
        return noun in {"avocat", "avocate", "conseil", "pénaliste"} and person.name in self.lawyers

    def before(
        self, sentence: Sentence, end: int, earlier: SpeechEvidence | None
    ) -> SpeechEvidence | None:
        begins = max(sentence.start, end - FAR)
        words = sentence.text[begins:end]
        found = list(SAID_BEFORE.finditer(words))
        if incise := INCISE.search(words.rstrip(MARKS) + " "):
            pronoun = incise["pronoun3"] or incise["pronoun4"]
            return SpeechEvidence(self.pronoun_before(sentence, begins + incise.start(), pronoun))
        if relative := RELATIVE_SOURCE.search(words.rstrip(MARKS)):
            named = sentence.within(begins, begins + relative.start())
            last = named[-1] if named else None
            beside = last and last.person.surely and last.end == begins + relative.start()
            return SpeechEvidence(last.person if last and beside else None)
        if SHOWN.search(words.rstrip(MARKS)) or RELAYS.search(words[-NEAR:].rstrip(MARKS)):
            return SpeechEvidence()
        if not found:
            return (
                self.according_to(sentence, end)
                or self.led_to_colon(sentence, begins, end)
                or self.before_colon(sentence, words)
                or self.as_object(sentence, begins, end)
            )
        verb = found[-1]
        if verb["also"]:
            # « … et rappelé que »
            return SpeechEvidence(self.subject_before(sentence, begins + verb.start()))
        if verb["saying"] and OF_A_NOUN.search(words[: verb.start()]):
            return SpeechEvidence()  # « une lettre promettant »
        if verb["saying"]:
            # « …, soulignant que »: who spoke or acted in the sentence goes on.
            start = begins + verb.start()
            said = earlier or self.before(sentence, start, None)
            if said is None and verb["saying"].lower().startswith("et"):
                return SpeechEvidence(self.meant_again(sentence))
            return said or SpeechEvidence(self.subject_before(sentence, start))
        if self.are_relayed(sentence, begins + verb.end(), end):
            return SpeechEvidence()
        return SpeechEvidence(self.who(sentence, verb, begins))

    def meant_again(self, sentence: Sentence) -> Person | None:
        """« Et d'ajouter : « … » »: who spoke goes on."""
        return self.last.meant("", sentence.paragraph, goes_on=True) if self.last.spoke else None

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
            or not sentence.text[end:].lstrip(MARKS)[:1] == "·"
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

    def before_colon(self, sentence: Sentence, words: str) -> SpeechEvidence | None:
        """« Nadia Benjelloun : « … » »."""
        if not words.rstrip().endswith(":"):
            return None
        if (last := sentence.within(sentence.start, sentence.end)[-1:]) and last[0].person.surely:
            before = sentence.text[sentence.start : last[0].start]
            rest = sentence.text[last[0].end : last[0].end + NEAR].partition(":")[0].strip()
            if FROM_WHOM.search(before) and (not rest or re.fullmatch(r",[^.;«»]{2,100}", rest)):
                return SpeechEvidence(last[0].person)
        bare = words.rstrip().removesuffix(":").strip()
        whole = [
            one for one in sentence.mentions
            if sentence.text[one.start : one.end].strip() == bare and one.person.surely
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

    def subject_of_verb(self, sentence: Sentence, verb: int) -> Person | None:
        """Who stands before a verb as its subject."""
        words = sentence.text[sentence.start : verb]
        if pronoun := PRONOUN.search(words):
            return self.pronoun_before(sentence, verb, pronoun["pronoun"])
        mentions = sentence.within(sentence.start, verb)
        if mentions:
            last = mentions[-1]
            gap = sentence.text[last.end : verb]
            if last.person.surely and WHO.fullmatch(gap):
                return last.person
            gap = IN_BRACKETS.sub(" ", gap, count=1)
            if BETWEEN.fullmatch(gap) and self.leads(sentence, last):
                return last.person
        if re.search(r"(?<!\w)et\s*$", words):
            return self.subject_before(sentence, verb)
        if again := AGAIN.search(words):
            noun = again["noun"]
            return (
                self.called_again(again, sentence)
                if noun
                else self.the_same(again["word"].lower(), sentence)
            )
        return self.office_before(words)

    def office_before(self, words: str) -> Person | None:
        titles = [one for one in TITLED.finditer(words) if one["determiner"]]
        if not titles or not AT_START.search(words[: titles[-1].start()]):
            return None
        phrase = words[titles[-1].start() :]
        return None if "," in phrase else self.holder(phrase)

    def pronoun_before(self, sentence: Sentence, verb: int, pronoun: str) -> Person | None:
        mentions = sentence.within(sentence.start, verb)
        if not mentions:
            so_far = replace(sentence, end=verb)
            return None if self.begins_with_another(so_far) else self.meant(pronoun, sentence)
        subject, gender = self.subject_before(sentence, verb), GENDERS.get(pronoun.lower())
        return subject if subject and gender and subject.could_be(gender) else None

    def leads(self, sentence: Sentence, mention: PersonMention) -> bool:
        """Whether somebody is named where a subject stands, and not after « contre » or « de »."""
        return mention.person.surely and self.stands_first(sentence, mention)

    def stands_first(self, sentence: Sentence, mention: PersonMention) -> bool:
        before = sentence.text[sentence.start : mention.start]
        if COURTEOUS.match(sentence.text, mention.start):
            before = NOUN_BEFORE.sub("", before)  # « L'opposante Me X »
        return bool(AT_START.search(before.rstrip() or ""))

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

    def subject(self, sentence: Sentence) -> Person | None:
        if learnt := LEARNT_FROM.search(sentence.text, sentence.start, sentence.end):
            told = sentence.at(learnt.end())
            if told and told.person.surely:
                return told.person
        if same_one := SAME_FIRST.match(sentence.text, sentence.start, sentence.end):
            return self.the_same(same_one["word"].lower(), sentence)
        for mention in sentence.mentions:
            if self.leads(sentence, mention):
                return None if self.begins_with_another(sentence) else mention.person
        return None

    def goes_on_with(self, sentence: Sentence, person: Person | None) -> bool:
        """« Il est venu à pied. »."""
        first = BEGINS_WITH_PRONOUN.match(sentence.text, sentence.start)
        if person is None or self.unnamed(
            replace(sentence, end=first.start(1) if first else sentence.start)
        ):
            return False
        if first is not None:
            return person.could_be(GENDERS[first[1].lower()])
        noun = EPITHET_FIRST.match(sentence.text, sentence.start)
        return noun is not None and self.called_again(noun, sentence) is not None

    def begins_with_another(self, sentence: Sentence) -> bool:
        words = sentence.text[sentence.start : sentence.end].lstrip()
        start = sentence.end - len(words)
        if first := sentence.at(start):
            return not first.person.surely
        if any(self.stands_first(sentence, one) for one in sentence.mentions):
            return not any(self.leads(sentence, one) for one in sentence.mentions)
        if source := SOURCE.match(words):
            return self.named_at(sentence, start + source.end()) is None
        opening = OPENING.match(words)
        if any(is_somebody(words, at) for at in (0, opening.end() if opening else 0)):
            return True
        return bool(STARTS_OTHERWISE.match(words)) and self.holder(words) is None


def is_somebody(words: str, at: int) -> bool:
    """Whether who does what a sentence tells has one name only, or none."""
    alone = FIRST_NAME.match(words, at)
    if alone and alone["word"].lower() not in NO_NAMES:
        return True
    return SOMEBODY.match(words, at) is not None
