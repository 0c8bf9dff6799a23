"""What stands before a text and is not of it: urgent, communiqué, a correction of what was sent."""

from __future__ import annotations

import re

from ..agencies import NAME
from ..analysis.names import fold
from ..patterns import late

_DASH = r"\s*(?:--?|[–—:/|])\s*"
CORRECTING = late(
    r"^\W*(?P<label>RECTIFICATIF|Rectificatif|RECTIFICATION|CORRECTIF|CORRECTION|ERRATUM|Erratum|CORRIGÉ|"
    r"ANNULE\s+ET\s+REMPLACE|Annule\s+et\s+remplace|VERSION\s+CORRIGÉE|"
    r"مصحح|مصححة|تصحيح|تصويب|استدراك|خبر\s+مصحح)"
    rf"(?:\s*\([^)]{{1,60}}\))?(?:{_DASH}|\s*$)"
)
TELLS_WHAT_TO_READ = late(
    rf"^\W*(?:(?:attention|urgent|{NAME})\s*[-–—:/]\s*)?(?:rectificatif|rectification|correctif|correction|erratum)\s+(?:au|aux|à|de|du|dans|sur)\s.{{4,400}}"
    rf"|^\W*(?:(?:{NAME}|وكالة\s\S+)\s*[-–—:/]\s*)?(?:تصحيح|تصويب|استدراك)\s+(?:(?!:).){{2,120}}\s(?:في|ل|من)\s?(?:ال)?(?:خبر|نص|تقرير|مادة|برقية)\S*(?:\s.{{0,160}})?$",
    re.IGNORECASE,
)
"""« RECTIFICATIF au service 14:20, bien lire … », « تصحيح اسم المتحدث في خبر (…) »."""
CORRECTS = late(
    r"^\s*[(\[]\s*(?:لتصحيح|تصحيح|لتصويب|يصحح|يلغي\s+ويعوض|(?:la\s+)?(?:bonne\s+)?(?:version\s+)?"
    r"(?:corrige|rectifie|corrigeant|rectifiant|annule\s+et\s+remplace))(?!\w)[^)\]]{0,300}[)\]]\s*$",
    re.IGNORECASE,
)
# What each label says of its text, by the name of the kind that an article has.
LABELS = {
    "communique": (
        r"communiqué(?:\s+(?:de\s+presse|du\s+club|conjoint|commun|final|officiel))?|bulletin\s+de\s+presse|(?:بلاغ|بيان)\s+توضيحي|بلاغ(?:\s+(?:صحفي|صحافي|مشترك|رسمي))?|"
        r"بيان(?:\s+(?:صحفي|صحافي|مشترك|ختامي|رسمي|إعلامي))?|(?:خبر|إيجاز)\s+(?:صحفي|صحافي)|(?:نشرة|مادة|دعوة)\s+(?:صحفية|صحافية|إعلامية)"
    ),
    "statement": r"déclaration(?:\s+(?:à\s+la\s+presse|de\s+presse|conjointe|commune))?|تصريح(?:\s+صحفي)?|verbatim|discours|allocution|خطاب|كلمة",
    "interview": r"entretien|interview|حوار|مقابلة|لقاء\s+صحفي",
    "analysis": r"analyse|décryptage|éclairage|تحليل|تقرير\s+تحليلي",
    "news": (
        r"urgent|flash|alerte|exclusif|breaking(?:\s+news)?|dernière\s+minute|dépêche|brèves?(?:\s+d[eu]\s+\w+)?|en\s+bref|"
        r"actualités?|reportage|portrait|nécrologie|carnet(?:\s+noir)?|disparition|hommage|avis\s+de\s+décès|papier\s+(?:d[’']angle|général)|compte[\s-]rendu|document|palmarès|attention|مقال|نعي(?:\s+أليم|\s+فاضل)?|في\s+ذمة\s+الله|ر[يب]بورتاج|info(?:rmation)?s?(?:\s+presse)?|عاجل(?:\s+جدا)?|خبر\s+عاجل|خبر|موجز(?:\s+الأنباء)?|أخبار\s+قصيرة|تقرير"
    ),
    "": (
        r"note\s+(?:aux?\s+(?:rédactions?|médias|correspondants)|de\s+presse|d[’']information)|avis\s+(?:aux?\s+(?:médias|public|usagers|riverains)|de\s+presse)|"
        r"invitation(?:\s+(?:presse|à\s+la\s+presse))?|dossier\s+de\s+presse|rapport(?:\s+(?:annuel|d[’']enquête))?|synthèse|résumé(?:\s+exécutif)?|agenda|(?:pour\s+)?(?:diffusion|publication)\s+immédiate|"
        r"à\s+diffuser\s+immédiatement|إعلان(?:\s+(?:هام|عام))?|للنشر\s+الفوري|للنشر\s+فورا|للنشر|دعوة(?:\s+(?:صحفية|إعلامية))?|إشعار\s+(?:صحفي|إعلامي)|مذكرة\s+(?:إعلامية|صحفية)"
    ),
}
# Capitals often have no accents.
_PLAIN = {"é": "[eé]", "è": "[eè]", "ê": "[eê]", "à": "[aà]", "É": "[EÉ]", "È": "[EÈ]"}


def _with_or_without_accents(pattern: str) -> str:
    return re.sub("[éèêàÉÈ]", lambda found: _PLAIN[found[0]], pattern)


LABELS = {kind: _with_or_without_accents(pattern) for kind, pattern in LABELS.items()}
LABEL = "(?:" + "|".join(LABELS.values()) + ")"
_ANY_CASE = f"(?i:{LABEL})"
# Before a text on its line a label is in capitals, or is one of few words.
_BEFORE = (
    r"(?:URGENT|FLASH|ALERTE|EXCLUSIF|BREAKING|COMMUNIQUÉ(?:\s+DE\s+PRESSE)?|Communiqué\s+de\s+presse|BRÈVES?(?:\s+D[EU]\s+\w+)?|"
    r"عاجل|خبر\s+عاجل|بلاغ(?:\s+صحفي)?|بيان(?:\s+صحفي)?)"
)
LABEL_ALONE = late(
    rf"^\W*{_ANY_CASE}(?:(?:\s*(?:[/|–—-]|\s|\set\s)\s*{_ANY_CASE}){{1,3}}|\s*[nN][°º]\s?[\d/-]+|\s+رقم\s+[\d/-]+)?\W*$"
)
LABEL_BEFORE = late(rf"^\W*{_with_or_without_accents(_BEFORE)}{_DASH}")
# Words that end as a place before a dash does, and are none.
NO_PLACES = frozenset(
    "urgent flash alerte exclusif communiqué brève brèves rectificatif entretien interview reportage "
    "portrait analyse dossier sport football handball basket politique économie culture société météo "
    "international national monde titre source note publié posté mis modifié photo édition attention agenda عاجل مصحح تصحيح بيان بلاغ رياضة سياسة اقتصاد ثقافة "
    "حوار مقابلة تقرير تحليل موجز أجندة نشر تصويب استدراك صباحا مساء ظهرا ليلا".split()
)
COUNTRY_AND_CITY = late(
    r"^(?P<country>[A-ZÀ-Þ][A-ZÀ-Þ’'-]*(?:\s[A-ZÀ-Þ’'-]+){0,3})\s*[-–—]\s*"
    r"(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ’'-]*(?:\s[A-ZÀ-Þ’'-]+){0,3})\s*:\s+"
)


RUBRICS = frozenset(
    "politique économie société culture sport sports monde international national régions région idées opinions santé "
    "éducation environnement justice médias actualité actualités maghreb méditerranée afrique podcasts vidéos arts "
    "sciences technologie sécurité social finance football "
    "سياسة اقتصاد رياضة ثقافة فن فنون محليات محلي دولي دوليات عربي أمن متفرقات تربية صحة مجتمع منوعات عام أخبار "
    "تكنولوجيا بيئة قضاء اجتماعي ثقافي سياسي اقتصادي رياضي وفن ورياضة ومال ومجتمع".split()
)
FOLDED_RUBRICS = frozenset(map(fold, RUBRICS))
"""Under which a paper puts its texts: « Culture », « ثقافة وفن »."""


def is_rubric_alone(line: str) -> bool:
    """Whether a line has no words but those under which a paper puts its texts."""
    words = re.findall(r"[^\W\d_]+", line.lower())
    return 0 < len(words) <= LONGEST_RUBRIC and all(
        word in RUBRICS or word in FOLDED_RUBRICS for word in words
    )


LONGEST_RUBRIC = 6


def correction(line: str) -> tuple[str, str] | None:
    """The label by which a line says that it corrects what was sent, and the line without it."""
    if found := CORRECTING.match(line):
        return line[: found.end()].strip(" -–—:/|"), line[found.end() :].strip()
    if CORRECTS.match(line) or TELLS_WHAT_TO_READ.fullmatch(line):
        return line.strip(), ""
    return None


def kind_of_label(label: str) -> str | None:
    """The kind of article that a label tells; nothing where it tells none."""
    for kind, pattern in LABELS.items():
        if kind and re.match(rf"\W*(?:{pattern})(?!\w)", label, re.IGNORECASE):
            return kind
    return None
