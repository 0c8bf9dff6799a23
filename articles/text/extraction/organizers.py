"""Who holds an event, and the bodies that stand before their acronym."""

from __future__ import annotations

import re

from ..vocabulary import (
    ARABIC,
    either,
)
from .people import ARABIC_ORGANIZATION_NOUNS, ORGANIZATION_NOUNS, tidy

FRENCH_HELD = re.compile(
    r"(?:organisée?s?\s+(?:à\s+l[’']initiative\s+(?:conjointe\s+)?|conjointement\s+|[^.,]{0,60}?)?|(?:en\s+partenariat|conjointement|en\s+collaboration)\s+)"
    r"(?P<link>par|avec|de\s+la|de\s+l[’']|du|des|de)\s*(?P<list>[^.;«»]{3,400})"
)
ARABIC_HELD = re.compile(
    r"(?:ينظمه|تنظمه|ينظمها|تنظمها|نظمته|نظمه|نظمها|نظمتها|بتنظيم\s+من|بمبادرة\s+من|بشراكة\s+مع|بالشراكة\s+مع|بتعاون\s+مع|بالتعاون\s+مع)"
    r"\s+(?P<list>[^.؛«»]{3,400})"
)
FRENCH_SPLIT = re.compile(
    r",\s+(?=(?:et\s+)?(?:le|la|les|l[’']|du|de\s|[A-ZÀ-Þ]))|\s+et\s+(?=(?:le|la|les|du|de|des|par|avec)\s|[ld][’']|[A-ZÀ-Þ])|\s+ainsi\s+que\s+"
)
FRENCH_ARTICLE = re.compile(
    r"^(?:et\s+)?(?:par\s+|avec\s+)?(?:de\s+la\s+|de\s+l[’']\s*|du\s+|des\s+|de\s+|d[’']\s*)?(?:le\s+|la\s+|les\s+|l[’']\s*)?"
)
ARABIC_SPLIT = re.compile(
    rf"[،,]\s*|\s+و(?=(?:ال)?(?:{either(ARABIC_ORGANIZATION_NOUNS)})(?![\u0621-\u064a]))"
)
STOP = re.compile(
    r",\s(?!(?:de|du|des|d|la|le|les|l|et|ainsi|en|au|aux|à)(?![a-zà-ÿ]))[a-zà-ÿ]{3,}\s|,\s(?:réuni|rassembl|accueill|propos|permet|port|vis|ouvr|début|s[’']|se\s)|\s(?:en\s+(?:partenariat|collaboration|présence|marge)|sous\s|avec\s+l[’']appui|à\s+l[’']occasion|qui\s|pour\s(?:\w+[ei]r|\w+re)\b|afin\s|dans\s|a\s|ont\s|se\s|du\s+\d|les\s+\d|le\s+\d)|\s(?:بشراكة|بتعاون|بالشراكة|بالتعاون|بالتنسيق|بتنسيق|بمشاركة|بحضور|بدعم|بغلاف|بكلفة|بقيمة|بمبلغ|بهدف|قصد|لمدة|حول|برعاية|بمناسبة|بتمويل|احتفاء|تحت|خلال|على\s|إلى|من\s\d|يوم\s|يومي|أيام|ابتداء|في\s)"
)
WITH_ACRONYM = re.compile(r"(?P<name>[^(),.;«»]{6,140})\s\((?P<acronym>[A-ZÀ-Þ][\w-]{1,11})\)")


def organizers(paragraphs: list[str], language: str) -> list[str]:
    """Who holds it, each name without its article."""
    held, split = (ARABIC_HELD, ARABIC_SPLIT) if language == ARABIC else (FRENCH_HELD, FRENCH_SPLIT)
    found: list[str] = []
    for paragraph in paragraphs:
        for match in held.finditer(paragraph):
            listed = STOP.split(" " + match["list"], maxsplit=1)[0]
            for part in split.split(listed):
                name = bare_name(part or "", language)
                if is_body(name) and name not in found:
                    found.append(name)
    return found


def bare_name(words: str, language: str) -> str:
    words = tidy(words)
    return tidy(FRENCH_ARTICLE.sub("", words)) if language != ARABIC else words


def is_body(name: str) -> bool:
    """Whether words name an organization: by their first noun, or by a capital."""
    first = re.split(r"[\s’']", name)[0] if name else ""
    noun = first.lower() in ORGANIZATION_NOUNS or first in ARABIC_ORGANIZATION_NOUNS
    bare = first.removeprefix("ال").removeprefix("لل")
    capital = first[:1].isupper() and 2 <= len(name) <= 140
    return (noun or bare in ARABIC_ORGANIZATION_NOUNS or capital) and len(name) > 2


def bodies_with_acronym(paragraphs: list[str], language: str) -> list[str]:
    """Names followed by their acronym: « Commission économique … (ESCWA) »."""
    found = []
    for paragraph in paragraphs:
        for match in WITH_ACRONYM.finditer(paragraph):
            words = match["name"]
            nouns = ORGANIZATION_NOUNS if language != ARABIC else ARABIC_ORGANIZATION_NOUNS
            starts = [
                hit.start()
                for hit in re.finditer(
                    rf"(?<![\w-])(?:ال)?(?:{either(nouns)})(?![\w-])", words, re.IGNORECASE
                )
            ]
            if starts:
                found.append(f"{tidy(words[starts[-1] :])} ({match['acronym']})")
    return found
