"""People whom French names beside whatever noun: what they do, or what is said of them, makes persons of
them, and no list of trades.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .french_names import NAME, bare_name, is_built_as_a_name, is_name, tidy_name
from .french_phrases import NO_TRADES, is_an_office
from .french_trades import NO_DOERS, NO_PLACE_FOR_A_NAME, SAID_GENDERS
from .latin_given_names import begins_as_a_name
from .people import FEMALE, MALE, Person, tidy
from .speech import SAID_BEFORE

BESIDE = re.compile(
    r"(?<![\w’'-])(?P<determiner>[Ll]e\s|[Ll]a\s|[Ll][’']|[Uu]ne?\s|[Ss]on\s|[Ss]a\s|[Nn]otre\s|[Ll]eur\s|[Cc]ette\s|[Cc]et?\s)"
    r"(?:(?:autre|seconde?)\s)?(?P<position>(?P<before>(?:jeune|vieux|vieil|vieille|ancienne?|ex-)\s?)?(?P<noun>[a-zà-ÿœ-]{4,})"
    r"(?P<rest>(?:\s(?:en\s|de\s|d[’']|à\s|du\s|des\s)?(?!et\s|qui\s|que\s|de\s|du\s)[a-zà-ÿœ-]{3,}){0,3}?"
    r"(?:\s(?:du|de\sla|de|des|d[’']|de\sl[’'])\s?(?P<of>[A-ZÀ-Þ][\w’-]*(?:[\s-][A-ZÀ-Þ][\w’-]*){0,3})(?=,))?))"
    r"(?P<comma>,)?\s+(?=[A-ZÀ-ÞŒ])"
)
"""« la pointue Eya Ben M’barek », « sa cheffe de cabinet, Verena von Allmen »."""
ASIDE = re.compile(r"\s?\([^()]{1,40}\)")
OF_A_LIFE = re.compile(
    r",\s(?:(?:aujourd[’']hui|alors)\s)?(?:\d{1,3}\sans|âgée?\s|née?\s|décédée?|morte?\s|disparue?\s|originaire\s|"
    r"(?:lui|elle)-même|mariée?|veuve|veuf|divorcée?|vêtue?\s|assise?\s|les?\s(?:bras|yeux|mains)\s|(?:la|une)\smain|en\slarmes|(?:un|une|le|la)\s\w+\s(?:à\sla\smain|sur\sl))"
)
"""Only of somebody: an age, a death, clothes, arms."""
DOES = re.compile(
    r"(?:,\s|\s)(?:n[’']|ne\s|se\s|s[’'])?(?:sourit|rit|pleure|soupire|hausse|attend|raconte|souriait|riait|pleurait|haussait|"
    r"peine|peinait|espère|espérait|habite|habitait|travaille|travaillait|marche|marchait|rêve|rêvait|sort|sortait|tient|tenait|"
    r"brandit|lit|lisait|montre|montrait|cherche|cherchait|connaît|connaissait|veut|voulait|sait|savait)(?!\w)"
)


THEN = re.compile(r"(?:\s|,\s)(?:qui\s)?")
SET_OFF = re.compile(
    r",\s+(?:n[’']|ne\s|se\s|s[’'])?(?:a|avait|aura|est|était|sera|doit|peut|va)\s"
)
"""« L'arrière gauche du club, Imène Ould Kaddour, a inscrit »."""


def by_role(text: str) -> Iterator[Person]:
    """« le cordiste Pieter De Keer a relevé », « l'ancien guide Théodule Crettenand, décédé depuis »."""
    for found in BESIDE.finditer(text):
        noun = found["noun"]
        if noun in NO_TRADES | NO_DOERS or not is_an_office(found["rest"], noun):
            continue
        if begins_as_a_name(found["of"] or ""):
            continue  # « un proche d'Omar Rachdi, Karim Lahlou … »
        name = NAME.match(text, found.end())
        if (
            name is None
            or bare_name(name[0]) != tidy_name(name[0])
            or not is_name(tidy_name(name[0]))
        ):
            continue
        if NO_PLACE_FOR_A_NAME.search(text[max(0, found.start() - 20) : found.end()]):
            continue
        known = begins_as_a_name(name[0]) or is_built_as_a_name(name[0])
        apposed = found["comma"] and SET_OFF.match(text, name.end())
        if known and (apposed or is_told_of_somebody(text, name.end())):
            yield Person(
                tidy_name(name[0]),
                tidy(found["position"]),
                None,
                found.start(),
                name.end(),
                gender_of(found["determiner"], noun),
            )


def is_told_of_somebody(text: str, end: int) -> bool:
    """Whether what follows a name is told of nothing but a person."""
    if aside := ASIDE.match(text, end):
        end = aside.end()
    if OF_A_LIFE.match(text, end) or DOES.match(text, end):
        return True
    after = THEN.match(text, end)
    verb = SAID_BEFORE.match(text, after.end()) if after else None
    return bool(verb and not verb["source"])


def gender_of(determiner: str, noun: str) -> str:
    said = SAID_GENDERS.get(determiner.strip().lower(), "")
    if said or not determiner.lower().startswith("l"):
        return said
    return (
        FEMALE
        if noun.endswith(("euse", "trice", "ière", "ienne"))
        else MALE
        if noun.endswith(("eur", "ier"))
        else ""
    )
