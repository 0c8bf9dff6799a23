"""What stands before a text and is not of it: urgent, communiqué, a correction of what was sent."""

from __future__ import annotations

import re

_DASH = r"\s*(?:--?|[–—:/|])\s*"
CORRECTING = re.compile(
    r"^\W*(?P<label>RECTIFICATIF|Rectificatif|RECTIFICATION|CORRECTIF|CORRECTION|ERRATUM|Erratum|CORRIGÉ|"
    r"ANNULE\s+ET\s+REMPLACE|Annule\s+et\s+remplace|VERSION\s+CORRIGÉE|"
    r"مصحح|مصححة|تصحيح|تصويب|استدراك|خبر\s+مصحح)"
    rf"(?:\s*\([^)]{{1,60}}\))?(?:{_DASH}|\s*$)"
)
CORRECTS = re.compile(
    r"^\s*[(\[]\s*(?:لتصحيح|تصحيح|لتصويب|يصحح|يلغي\s+ويعوض|(?:la\s+)?(?:bonne\s+)?(?:version\s+)?"
    r"(?:corrige|rectifie|corrigeant|rectifiant|annule\s+et\s+remplace))(?!\w)[^)\]]{0,300}[)\]]\s*$",
    re.IGNORECASE,
)
LABEL = (
    r"(?:URGENT|FLASH|ALERTE|EXCLUSIF|BREAKING|COMMUNIQUÉ(?:\s+DE\s+PRESSE)?|Communiqué\s+de\s+presse|"
    r"BRÈVES?(?:\s+D[EU]\s+\w+)?|عاجل|خبر\s+عاجل|بلاغ(?:\s+صحفي)?|بيان(?:\s+صحفي)?)"
)
LABEL_ALONE = re.compile(rf"^\W*{LABEL}\W*$")
LABEL_BEFORE = re.compile(rf"^\W*{LABEL}{_DASH}")
# Words that end as a place before a dash does, and are none.
NO_PLACES = frozenset(
    "urgent flash alerte exclusif communiqué brève brèves rectificatif entretien interview reportage "
    "portrait analyse dossier sport football handball basket politique économie culture société météo "
    "international national monde titre source note عاجل مصحح تصحيح بيان بلاغ رياضة سياسة اقتصاد ثقافة "
    "حوار مقابلة تقرير تحليل موجز".split()
)
COUNTRY_AND_CITY = re.compile(
    r"^(?P<country>[A-ZÀ-Þ][A-ZÀ-Þ’'-]*(?:\s[A-ZÀ-Þ’'-]+){0,3})\s*[-–—]\s*"
    r"(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ’'-]*(?:\s[A-ZÀ-Þ’'-]+){0,3})\s*:\s+"
)


def correction(line: str) -> tuple[str, str] | None:
    """The label by which a line says that it corrects what was sent, and the line without it."""
    if found := CORRECTING.match(line):
        return line[: found.end()].strip(" -–—:/|"), line[found.end() :].strip()
    if CORRECTS.match(line):
        return line.strip(), ""
    return None
