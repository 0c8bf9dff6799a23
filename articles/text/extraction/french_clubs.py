"""Clubs that a French text on sport names: by their letters, by whose players they have, by their kind."""

from __future__ import annotations

import re

from ..vocabulary import either
from .french_named_bodies import DEMONYMS
from .people import tidy

_CAPITAL = r"[A-ZÀ-ÞŒ][\w’'-]*"
SPORT = re.compile(
    r"(?<![\w/-])\d{1,3}\s?[-–à]\s?\d{1,3}(?![\w/-])|(?<!\w)(?:matchs?|finales?|demi-finales?|championnat|tournoi|victoires?|défaites?|sets?|buts?|"
    r"entraîneure?s?|entraîneuse|coach|arbitre|qualifi\w+|journée|ligue|coupe|play-offs|derby|handball|basket\w*|volley\w*|football|rugby|gardien(?:ne)?|"
    r"attaquante?|joueu\w+|promotion|relégation|s[’']est\sinclinée?|a\sbattu)(?!\w)",
    re.IGNORECASE,
)
_OWN = rf"(?:{_CAPITAL}(?:\s(?:de\s(?:la\s|l[’'])?|du\s|d[’'])?{_CAPITAL}){{1,3}}|[AE]l[- ]{_CAPITAL}(?:\s{_CAPITAL})?|[A-ZÀ-Þ]{{2,5}}(?![\w’'-]))"
OF_PLAYERS = re.compile(
    rf"(?<![\w’'-])(?:(?:[Ll]es|[Aa]ux|[Dd]es)\s(?:{either([f'{one.capitalize()}s' for one in DEMONYMS])})|(?:joueu(?:rs?|ses?)|équipe|formation|"
    r"coéquipi(?:ers?|ères?)|partenaires|supporte(?:rs|urs)|entraîneure?|entraîneuse|coach|capitaine|attaquante?|gardien(?:ne)?|buteu(?:r|se)|meneu(?:r|se)|défenseure?|ailière?|pivot))"
    rf"\s(?:du\s|de\sla\s|de\sl[’']|d[’']|de\s)(?P<name>{_OWN})"
)
"""« les Tunisiennes de l'Étoile du Chott », « le gardien du CS Radès »."""
LETTERED = re.compile(
    rf"(?:(?<=\s)|(?<=[’'(])|^)(?P<name>[A-ZÀ-Þ]{{2,4}}\s(?:de\s|du\s|d[’'])?{_CAPITAL}(?:\s\d{{2}})?)(?![\w-])"
)
"""« le HB Saint-Amand »."""
OF_A_KIND = re.compile(
    rf"(?<![\w-])(?P<name>(?:Olympique|Sporting|Racing|Étoile|Espérance|Entente|Mouloudia|Raja|Wydad|Avenir|Union|Athletic|Dynamo|Real|Stade|Croissant)"
    rf"(?:\s(?:sportive?|athlétique|olympique|atlétique))?\s(?:de\s(?:la\s|l[’'])?|du\s|d[’'])?{_CAPITAL})(?![\w-])"
)
NO_LETTERS = frozenset("LE LA LES UN UNE DE DU DES ET EN AU AUX CAN PDG DG TV II III IV VI".split())


def clubs_at_play(text: str) -> list[tuple[int, int, str]]:
    """Only where a paragraph is of a match, a cup, a score: elsewhere the same words are places."""
    if not SPORT.search(text):
        return []
    spans = []
    for pattern in (OF_PLAYERS, LETTERED, OF_A_KIND):
        for found in pattern.finditer(text):
            name = tidy(found["name"])
            if name.split()[0] not in NO_LETTERS:
                spans.append((found.start("name"), found.start("name") + len(found["name"]), name))
    return spans
