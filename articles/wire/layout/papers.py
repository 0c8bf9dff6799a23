"""Papers, by what papers are called: where a line signs a text, it says whose it is."""

from __future__ import annotations

import re

from articles.text.extraction.dates import MONTH

NOUNS = (
    "dépêche|gazette|presse|courrier|journal|échos?|tribune|quotidien|hebdo(?:madaire)?|matin|soir|"
    "temps|nouvelles?|observateur|indépendant|télégramme|progrès|voix|orient|occident|républicain|"
    "midi|parisien|figaro|express|nation|liberté|moniteur|messager|phare|éclair|reporter|monde|"
    "croix|opinion|chronique|mémorial|dauphiné|marseillaise|provence|réveil|patriote|soleil|devoir|"
    "droit|pays|vie|économiste|revue|magazine|mensuel|canard|relève|étoile|chroniqueur|actualité|"
    "libération"
)
_MORE = r"(?:[\s-]+(?:[a-zà-ÿ]{2,12}[\s’'-]+|[dl][’'])*[A-ZÀ-Þ]?[\w’'-]+){0,4}"
PAPER = re.compile(rf"^(?:L[ea]s?\s|L[’'])(?:[A-ZÀ-Þ][\w’'-]*\s){{0,2}}(?i:{NOUNS})(?!\w){_MORE}$")
LONGEST = 45
"""Letters of a paper's name."""
_INITIALS = r"(?:[A-ZÀ-Þ]\.\s?-?){1,4}"
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]+){1,3}"
_DAY = rf"(?P<day>(?:le\s+)?\d{{1,2}}(?:er)?\s+(?:{MONTH})\s+\d{{4}})"
SIGNED_BY_PAPER = re.compile(
    rf"^(?:{_INITIALS}|{_NAME})\s+[–—-]\s+"
    rf"(?P<paper>[A-ZÀ-Þ][\w’' -]{{3,40}}?)(?:,\s+{_DAY})?$"
)
"""« R. T. – Le Phare du Sud, 4 mars 2026 »."""
ASKS = re.compile(r"^(?P<paper>[^:«»?]{5,45}?)\s?:\s.{5,300}\?\s*$")
"""« La Tribune du Chott : Pourquoi ce livre ? »"""


def is_paper(line: str) -> bool:
    return len(line) <= LONGEST and PAPER.match(line.strip()) is not None


def paper_that_signs(line: str) -> str | None:
    """The paper that a last line is of."""
    if is_paper(line):
        return line.strip()
    found = SIGNED_BY_PAPER.match(line)
    return found["paper"].strip() if found and (found["day"] or is_paper(found["paper"])) else None


def paper_that_asks(block: str) -> str | None:
    """Whose questions an interview has."""
    found = ASKS.match(block)
    return found["paper"].strip() if found and is_paper(found["paper"].strip()) else None
