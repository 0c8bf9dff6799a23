"""A text by which a sender takes an earlier one back: it is an instruction, and no news."""

from __future__ import annotations

import re

LONGEST = 3_000
"""Letters: a notice is short; what is longer tells of something."""
FIRST_LINES = 12
_SENT = (
    r"(?:dépêches?|depeches?|informations?|communiqués?|communiques?|articles?|textes?|papiers?|brèves?|"
    r"breves?|flash|alertes?|urgents?|envois?|dernier\s+envoi|précédent\s+envoi)"
)
_SENT_ARABIC = r"(?:ال)?(?:برقية|خبر|قصاصة|مادة|بيان|بلاغ|نبأ|عاجل|تقرير|صورة|رسالة)"
LABEL = re.compile(
    r"^\W*(?:[\w.]{2,12}[\s/:–—-]+)?(?:ANNULATION|ANNUL[ÉE]E?S?|KILL|MANDATORY\s+KILL|À\s+NE\s+PAS\s+"
    rf"(?:UTILISER|PUBLIER|DIFFUSER)|(?i:annulation|annulée?s?)(?=\W*$)|(?i:{_SENT}\s+annulée?s?)(?=\W*$)|"
    rf"إلغاء(?:\s+{_SENT_ARABIC})?|{_SENT_ARABIC}\s+ملغ(?:ى|اة)|ملغ(?:ى|اة)|سحب\s+{_SENT_ARABIC})"
    r"(?=\W*$|\s*(?:[:–—|/]|-{1,2}\s))"
)
ASKED = re.compile(
    r"(?:prière|priere|merci|veuillez|nous\s+vous\s+(?:prions|demandons|saurions\s+gré))\s+"
    r"(?:de\s+|d[’'])?(?:bien\s+vouloir\s+)?(?:annuler|supprimer|ignorer|retirer|détruire|"
    r"(?:ne\s+pas|ne\s+plus)\s+(?:utiliser|publier|diffuser|exploiter|tenir\s+compte\s+d[eu]))\s+"
    rf"(?:\S+\s+){{0,3}}?{_SENT}\b"
    rf"|\b(?:annule|retire)\s+(?:sa|ses|la|les|cette|notre|son|le)\s+(?:\S+\s+){{0,2}}?{_SENT}\b"
    r"|\b(?:notre|nos|la|les|cette|ces|ce|sa|ladite)\s+(?:dépêches?|depeches?|brèves?|breves?|communiqués?|"
    r"communiques?|flash|alertes?)\b[^.\n]{0,160}?\b(?:est|sont|a\s+été|ont\s+été)\s+(?:annulé|retiré)e?s?\b"
    r"|(?:يرجى|نرجو|المرجو|الرجاء|يطلب)\s+(?:من\s+\S+\s+)?(?:إلغاء|سحب|تجاهل|حذف|عدم\s+(?:نشر|استعمال|"
    rf"استخدام|بث))\s+(?:\S+\s+){{0,3}}?{_SENT_ARABIC}"
    rf"|(?<!\w)(?:تلغي|يلغي|تسحب|ألغت|سحبت)\s+(?:وكالة\s+(?:\S+\s+){{1,5}}?)?{_SENT_ARABIC}",
    re.IGNORECASE,
)
REPLACES = re.compile(
    r"annul\w*\s+et\s+rempla|(?:يلغي|تلغي)\s+و(?:يعوض|تعوض|يحل|تحل)", re.IGNORECASE
)
"""It comes with the text that is to stand in the place: it corrects."""
QUOTED = re.compile(r"«\s*([^«»]{8,300}?)\s*»|“([^“”]{8,300})”|\"([^\"\n]{8,300})\"")
AFTER_LABEL = re.compile(r"^[^:–—|/-]{1,40}\s*(?:[:–—|/]|-{1,2}\s)\s*(?P<rest>\S.{7,300})$")


def cancels(text: str) -> str:
    """The line by which a text takes an earlier one back; nothing where it does not."""
    if len(text) > LONGEST or REPLACES.search(text):
        return ""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:FIRST_LINES]
    return next((line for line in lines if LABEL.match(line) or ASKED.search(line)), "")


def titles_named(text: str) -> list[str]:
    """What may be the headline of the text that is taken back: quoted, or behind the label."""
    quoted = [next(filter(None, found)) for found in QUOTED.findall(text[:LONGEST])]
    lines = [line.strip() for line in text[:LONGEST].split("\n") if line.strip()][:FIRST_LINES]
    behind = [found["rest"] for line in lines if (found := AFTER_LABEL.match(line))]
    return list(dict.fromkeys(one.strip(" .…") for one in [*quoted, *behind, *lines]))
