"""People as French wire copy introduces them: by what they are and their name, side by side.

A name is two words with a capital or more, beside a title: capitals alone are no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..vocabulary import (
    FRENCH_COURTESIES,
    FRENCH_QUALIFIED,
    FRENCH_TITLES,
    either,
)
from .french_first_names import by_first_name
from .french_names import LEADING_COURTESY, LONGEST, NAME, OF_A_RANK, bare_name, begins_at, is_name
from .french_namings import named_alone
from .french_phrases import (
    NO_TRADES,
    NOT_OF_A_POSITION,
    begins_a_clause,
    has_foreign_comma,
    is_an_office,
    is_of_a_person,
    stands_beside,
)
from .french_roles import by_role
from .french_trades import by_given_name, by_origin, by_trade
from .latin_given_names import begins_as_a_name
from .people import FEMALE, MALE, ORGANIZATION_NOUNS, Person, tidy
from .speech import SAID_AFTER

DETERMINER = r"(?:(?:[Ll]edit|[Ll]adite|[Ll]e|[Ll]a|[Uu]ne?|[Ss]on|[Ss]a|[Ll]eur|[Nn]otre|[Cc]e|[Cc]et(?:te)?)[ \u00a0]|[Ll][’'])"
QUALIFIED = rf"(?:(?:{either(FRENCH_QUALIFIED)})(?:[ \u00a0]|-\s?)){{0,4}}"
TITLE = rf"(?i:{either(FRENCH_TITLES)})(?![\w-])"
TITLED = re.compile(
    rf"(?P<determiner>{DETERMINER})?(?P<position>(?i:{QUALIFIED})(?<![\w-])(?P<title>{TITLE}))"
    rf"|(?P<ex>(?<![\w-])(?i:ex|vice)-{TITLE})"
)
APPOSED = re.compile(
    rf",\s+(?:(?P<determiner>{DETERMINER})?(?P<position>(?i:{QUALIFIED})(?P<title>{TITLE})"
    r"[^,.;:«»“”\"()\n]{0,110})|(?P<age>\d{2} ans))"
)
COURTESY = re.compile(rf"(?:(?<!\w)(?:{either(FRENCH_COURTESIES)})\s*(?:le Roi\s*)?)+$")
ACRONYM = re.compile(
    r"\([A-Z]{2,12}\)(?=(?:\s(?:en|au|aux|à|pour|dans|de|du|d[’'])\s?[^,.;:()«»]{2,40})?,\s+[A-ZÀ-Þ])"
)
"""« du Haut-Commissariat pour les réfugiés (HCR), Olga Sarrasin »."""
REIGN = re.compile(r" [IVX]+$")
"""« Le directeur de l'hôpital Mohammed V »: only of a king."""
ROYAL = re.compile(r"(?i:roi|reine|prince|princesse|pape|sultan|émir|empereur|patriarche)(?!\w)")
SOME_NOUN = re.compile(rf"{DETERMINER}(?P<noun>[a-zà-ÿœ-]{{3,}})")
STRETCH_END = re.compile(
    r"(?<!\b[A-ZÀ-Þ])(?<!Dr)(?<!Pr)(?<!\b[ÉEée]p)[.](?!\s?[A-Z]\.)|[;:«»“”\"()\n]"
)
INNER = re.compile(
    rf"(?:\b(?:de|du|des|au|aux|à)\s+(?:la\s+)?|\bd[’']|\b(?:de|à)\s+l[’'])(?:{DETERMINER})?{QUALIFIED}{TITLE}"
)
GAP = re.compile(r" {4,}")
"""Where an acronym in brackets was: behind it stands where a body works."""
STATE = re.compile(r"[ÉE]tat\s+(?=[A-ZÀ-Þ])")
LOCATIVE = re.compile(r"\s+(?:au|aux|à\s+la|à\s+l[’']|auprès\s+de(?:\s+la|\s+l[’'])?)\s*")
OF = re.compile(r"\s+(?:du|des|de\s+la|de\s+l[’']|de|d[’'])\s*")
ANOTHER_BEGINS = re.compile(r"\s+(?:(?:l[ea]|une?|son|sa)\s|l[’'])")
"""« a répondu au journaliste le ministre de la Pêche, X »."""
# Before a name: what is so introduced is a place or a body.
OF_A_THING = re.compile(r"(?:^|[\s’'(])(?:au|aux|du|des|en|le|la|les|l)[’'\s]*$", re.IGNORECASE)
FEMININE = frozenset("la une sa cette Mme Mlle ancienne nouvelle future actuelle".split())
MASCULINE = frozenset("le un ce cet M. ancien nouveau nouvel futur actuel".split())


def french_people(text: str) -> list[Person]:
    """Everybody a paragraph introduces, in the order they come in."""
    if is_in_capitals(text):
        return []
    text = ACRONYM.sub(lambda found: " " * len(found[0]), text)
    found = [
        *after_titles(text),
        *after_verbs_of_speech(text),
        *before_titles(text),
        *named_alone(text),
    ]
    kept: list[Person] = []
    # What is known by an office counts before what is known by a trade, and a name alone last.
    for group in (
        found,
        [*by_trade(text), *by_origin(text)],
        [*by_role(text)],
        [*by_given_name(text)],
        [*by_first_name(text)],
    ):
        for person in sorted(group, key=lambda one: (one.start, -one.end)):
            if not any(one.start < person.end and person.start < one.end for one in kept):
                kept.append(person)
    return sorted(kept, key=lambda one: one.start)


def is_in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > len(letters) * 0.6


def after_titles(text: str) -> Iterator[Person]:
    """« la ministre déléguée à l'Artisanat, Hind Saïdi »."""
    for title in TITLED.finditer(text):
        if title[0].lower() == "juge":
            # « Mme X juge que »: a verb, unless « le » or « la » makes a judge of it.
            continue
        position = title.start("position") if title["position"] else title.start("ex")
        if person := named_after(text, title.start(), position, title.end()):
            yield person


def after_verbs_of_speech(text: str) -> Iterator[Person]:
    """« …, a confié la cantatrice Emna Ghali »: in this place, a trade is whatever stands there."""
    for said in SAID_AFTER.finditer(text):
        noun = SOME_NOUN.match(text, said.end())
        if noun is None or noun["noun"] in NO_TRADES or TITLED.match(text, noun.start()):
            continue
        if person := named_after(
            text, noun.start(), noun.start("noun"), noun.end(), is_title=False
        ):
            yield person


def named_after(
    text: str, start: int, position: int, title_end: int, is_title: bool = True
) -> Person | None:
    """Who is named after a title, and what is said between."""
    stretch = STRETCH_END.split(text[title_end : title_end + 240])[0]
    for found in NAME.finditer(stretch):
        name, begins = bare_name(found[0]), found.start()
        if begins_with_initials(found[0], name):
            begins += found[0].index(" ") + 1  # « la présidente de la CGT Nadia Slimani »
        if found[0].endswith(f" {name}") and OF_A_RANK.match(found[0]):
            begins += len(found[0]) - len(name)  # « le commissaire de Police Harouna Sani »
        if of_state := STATE.match(found[0]):
            begins += of_state.end()  # « le conseiller d'État Franck Zumthor »
        before = stretch[:begins]
        courtesy = COURTESY.search(before)
        before = before[: courtesy.start()] if courtesy else before
        apposed = before.rstrip().endswith(",")
        words, end = text[position:title_end] + before, title_end + found.end()
        given = apposed and begins_as_a_name(name)
        reigns = REIGN.search(name) and not ROYAL.match(text, position)
        if (
            is_cut(before, text[position:title_end], given)
            or reigns
            or (
                not (courtesy or LEADING_COURTESY.match(found[0]))
                and is_of_a_person(words, apposed, is_title)
            )
        ):
            return None
        if not is_name(name) or (not apposed and not stands_beside(words)):
            if is_title:
                continue
            return None
        inner = INNER.search(words, title_end - position)
        if (inner and not apposed) or (apposed and begins_a_clause(text, start, end)):
            return None
        gender = gender_of(text[start:position], text[position:title_end], courtesy)
        if inner:
            # « Le conseil du maire, X »: which of the two has the name, nobody can tell.
            return Person(name, None, None, start, end, gender, surely=False)
        held, at = split_position(words)
        return Person(name, held, at, start, end, gender)
    return None


def begins_with_initials(words: str, name: str) -> bool:
    first, _, rest = words.partition(" ")
    return len(first) > 1 and first.isupper() and rest.startswith(name)


def is_cut(before: str, title: str, given: bool) -> bool:
    """Whether what stands after an office goes on with something else before the name comes.

    A given name after a comma says enough: « la présidente de Pattes blanches, Ghania Ouali ».
    """
    return bool(
        (ANOTHER_BEGINS.match(before) and not title.endswith((" de", " du", " des")))
        or NOT_OF_A_POSITION.search(before)
        or has_foreign_comma(before.rstrip().removesuffix(","))
        or not (given or is_an_office(before, title))
    )


def before_titles(text: str) -> Iterator[Person]:
    """« Macky Sall, président de la République » ; « Amina Jaziri, 34 ans »."""
    for found in NAME.finditer(text):
        name = bare_name(found[0])
        start = begins_at(found, name)
        apposed = APPOSED.match(text, found.end())
        if (
            apposed is None
            or not is_name(name)
            or OF_A_THING.search(text[max(0, start - 20) : start])
        ):
            continue
        if apposed["age"]:
            yield Person(name, None, None, start, found.end())
            continue
        words = apposed["position"]
        if cut := NOT_OF_A_POSITION.search(words, len(apposed["title"])):
            words = words[: cut.start()]
        end = apposed.start("position") + len(words)
        courtesy = COURTESY.search(text[max(0, start - 40) : start])
        gender = gender_of(apposed["determiner"] or "", apposed["title"], courtesy)
        start -= len(courtesy[0]) if courtesy else 0
        yield Person(name, *split_position(words), start, end, gender)


def gender_of(determiner: str, title: str, courtesy: re.Match[str] | None) -> str:
    """What « la », « Mme » or « directrice » say; « l'architecte » says nothing."""
    said = {determiner.strip().lower(), courtesy[0].split()[-1] if courtesy else ""}
    if said & FEMININE or said & MASCULINE:
        return FEMALE if said & FEMININE else MALE
    if not TITLED.search(title):
        return ""
    words = title.lower().split()
    if words[0] in FEMININE | MASCULINE:
        return FEMALE if words[0] in FEMININE else MALE
    if re.search(r"(?:trice|euse|ière|ienne|ente|ée|eure|ate)$", words[-1]):
        return FEMALE
    return MALE if re.search(r"(?:teur|eur|ent|ien|ier|é|at)$", words[-1]) else ""


def split_position(words: str) -> tuple[str, str | None]:
    """« Directeur au ministère X » is a position, and where it is held."""
    words = tidy(GAP.split(words)[0] or words)
    for found in LOCATIVE.finditer(words, 0, LONGEST):
        if is_organization(words[found.end() :]):
            return tidy(words[: found.start()]), tidy(words[found.end() :])
    for found in OF.finditer(words, 0, LONGEST):
        if is_organization(words[found.end() :]):
            return tidy(words[: found.start()]), tidy(words[found.end() :])
    return words, None


def is_organization(words: str) -> bool:
    """Whether words name one body: by its noun and a name of its own, or by an acronym."""
    words = tidy(words)
    first = re.split(r"[\s’']", words)[0] if words else ""
    if len(first) > 1 and first.isupper():
        return True
    rest = words[len(first) :]
    named = first[:1].isupper() or re.search(r"[A-ZÀ-Þ]", rest)
    return first.lower() in ORGANIZATION_NOUNS and bool(rest.strip()) and bool(named)
