"""What each of the first lines of a text is, by its words and its shape."""

from __future__ import annotations

import re

from articles.text.agencies import NAME
from articles.text.extraction.datelines import dateline, says_only_when
from articles.text.extraction.dates import MONTH
from articles.text.extraction.labels import LABEL
from articles.text.patterns import late
from articles.text.vocabulary import WEEKDAYS, either

from .layout.letterheads import is_like_letterhead
from .markup import without_markup

LONGEST_HEADLINE = 300
"""Characters, as many as an article keeps."""
LONGEST_TITLE = 100
"""Characters of a sentence with its full stop that may be a headline."""
NEAR_THE_TOP = 9
"""Lines among which a text says that it is urgent, or corrects another."""
BEFORE_DATELINE = 4
"""Lines that may stand between a headline and a dateline."""
MOST_OF_LABEL = 8
"""Lines of a title that a label begins."""
TRANSLATED = late(
    r"^\W*(?:traduite?\s+d[eu]|traduction\s*:|ترجم(?:ة|ها|ه|ته)\s)[^.!?]{3,80}[.]?$", re.IGNORECASE
)
LONGEST_NAME = 6
"""Words of a sender's name."""
FEWEST_WORDS = 4
"""Of a title, where other lines may be one too."""
SALUTATION = late(
    r"^(?:mesdames|messieurs|monsieur|madame|excellences?|chers?\s|chères?\s|أصحاب\s|السيدات|السيد\s|أيها\s|معالي\s).*[,،]$",
    re.IGNORECASE,
)
TITLE_LABEL = late(r"^(?:(?:titre|objet|العنوان|الموضوع)\s*:|(?:م|الموضوع)\s*/)\s*", re.IGNORECASE)
# « ENTRETIEN - », « حوار / », « ANSA/ », « Nécrologie/ », « عاجل | »
BEFORE_HEADLINE = late(
    rf"^(?:\[(?i:{LABEL})\]|(?i:{LABEL})\s*[-–—/|]|(?=[A-ZÀ-Þ]{{5}})(?i:{LABEL})\.|(?:{NAME})\s*[/:|]|[\u0621-\u064a]{{3,14}}\s/|[A-ZÀ-Þ][\w-]{{3,14}}/)\s+"
)
BEHIND_HEADLINE = late(
    r"\s\((?:[A-ZÀ-Þ][A-ZÀ-Þ’' -]{3,24}|مصححة?|تصحيح|محدثة?|تحديث|إضافة|actualisé|corrigé)\)$"
)
DATE_BEHIND = late(r"\s[-–|]\s(?:[^\W\d]{2,15}\s[-–|]\s)?\d{1,2}/\d{1,2}/\d{4}$")
"""« … بمشاركة 480 دار نشر - ثقافي - 25/11/2026 »."""
AGENCY_AND_LABEL = late(rf"^\W*(?P<agency>{NAME})\s*[-–—/:|]\s*")
ESTABLISHED = late(r"\W*(?:établie?|arrêtée?|mis\s+à\s+jour|أعدت|حتى\s+يوم)\W", re.IGNORECASE)
"""« (Établi le vendredi 27 novembre) »."""
PUBLISHED = late(
    r"\W*(?:publiée?|postée?|mise?\s+en\s+ligne|نشر|نُشر|تاريخ\s+النشر)\W.*\d{4}", re.IGNORECASE
)
DATE_LINE = 110
"""Letters at the beginning of a line among which its date stands."""
BYLINE = late(
    r"^(?:(?:par|propos\s+recueillis\s+par|recueilli\s+par|entretien\s+(?:réalisé|mené)\s+par|texte(?:\s+et\s+photos)?\s*:|"
    r"de\s+notre\s+(?:correspondante?|envoyée?\s+spéciale?)|par\s+notre\s+(?:correspondante?|envoyée?\s+spéciale?))\s|"
    r"(?:أجرى|أجرت)\s+(?:الحوار|المقابلة|اللقاء)|حاور(?:ه|ها|ته|تها)\s|كتب(?:ت)?\s*:|بقلم|إعداد\s*:|تحرير\s*:|من\s+مراسل)\s*:?\s*(?P<name>.{3,60})$",
    re.IGNORECASE,
)
SENT_BY = late(
    r"^(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s(?:de\s|el\s|ben\s)?[A-ZÀ-Þ][\w’'.-]+){1,3}),\s+(?:notre\s+)?(?:envoyée?\s+spéciale?|correspondante?)(?:\s.{2,40})?$"
)
"""« Julie NAJJAR-PERRIN, envoyée spéciale »."""
REPORTED_BY = late(
    r"^(?:ce|le\s+présent|cette)\s+(?:rapport|document|bulletin|communiqué|note|synthèse|mise\s+à\s+jour)(?:\s+de\s+situation)?\s+(?:est|a\s+été)\s+(?:produite?|publiée?|établie?|préparée?|rédigée?|élaborée?|émise?)\s+par\s+(?:(?:le|la|les)\s|l[’'])?(?P<house>[^.,;:()]{4,80}?(?:\s\([A-Z]{2,8}\))?)(?=[.,;]|\s(?:en|avec|au|aux|à|dans)\s)|"
    r"^(?:[أا]عد(?:ّ|ت)?|يصدر|تصدر|صدر|أُعد|أُعدت)\s+(?:هذا|هذه)\s+(?:التقرير|النشرة|البيان|الوثيقة)",
    re.IGNORECASE,
)
"""« Ce rapport est produit par le Bureau »: of the report, not of what it tells."""
SIGNED_IN = late(r"\s*[/,،]\s*[\w'’ -]{3,20}$")
CORRECTS = late(
    r"prière\s+de\s+lire|voici\s+la\s+version\s+(?:corrigée|rectifiée)|au\s+lieu\s+de|annule\s+et\s+remplace|comportait\s+une\s+erreur|version\s+(?:corrigée|rectifiée)\s*:|"
    r"يرجى\s+(?:اعتماد|استبدال|إلغاء)|بدلا?ً?\s+من\s+الخبر|ورد(?:ت)?\s+(?:خطأ|سهوا|بالخطأ)|وقع\s+خطأ|بعد\s+(?:التصحيح|التصويب)|والصحيح|والصواب|لتصحيح",
    re.IGNORECASE,
)
DAY_OF_AGENDA = late(
    rf"^\W*(?:{either(WEEKDAYS)})\s+\d{{1,2}}(?:er)?(?:\s?/\s?\d{{1,2}}|\s+(?:{MONTH}))?"
    r"(?:\s+(?:au|et)\s.{3,20})?\W*$",
    re.IGNORECASE,
)
"""« LUNDI 5 », « الأحد 29/11 »: under which an agenda has what is held on it."""
ASKS_TO_REPLACE = late(
    r"^\W*(?:prière|merci|veuillez|nous\s+prions|nos\s+abonnés|(?:ال)?رجاء|dans\s+(?:notre|nos)|une\s+erreur|(?:nous\s+)?nous\s+prions|يرجى|نرجو|المرجو|على\s+السادة|عناية\s+السادة|نلفت|نود\s+أن|ورد|السادة)\W.{20,500}$",
    re.IGNORECASE,
)
"""« الرجاء من السادة المشتركين اعتماد النص التالي بدلا من … »."""
ROUND_UP = late(
    r"^\W*(?:en\s+bref|br[eè]ves?|actualités|revue\s+de\s+presse|prévisions|agenda|bulletin|موجز|أخبار\s+قصيرة|أجندة|مفكرة)",
    re.IGNORECASE,
)
GOES_ON = late(
    r"(?:إلى\s+غاية\s|حتى\s|ابتداء\s|à\s+l[’']occasion|lors\s+d|prononcée?\s|dans\s+le\s+cadre|devant\s|بمناسبة\s|في\s+(?:افتتاح|ختام|حفل|الجلسة)|أمام\s|خلال\s|لدى\s)",
    re.IGNORECASE,
)
"""A second line of a title: « بمناسبة اليوم العالمي للغة العربية »."""
TODAY = late(
    r"(?<!\w)(?:ce|aujourd[’']hui,?|اليوم|هذا\s+اليوم|يومه)\s+(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|"
    r"(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد))?[\s,،]*(?=[\d٠-٩])",
    re.IGNORECASE,
)


def may_go_on(headline: str, blocks: list[str]) -> bool:
    """Whether the line below a headline can be of it."""
    line = blocks[0]
    if not GOES_ON.match(line) or len(blocks) < 3 or len(line) > LONGEST_TITLE:
        return False
    return not line.endswith((".", ":", "،")) and not headline.endswith((".", "!", "?", "»"))


def begins_text(block: str) -> bool:
    """Whether a dateline stands at the head of a sentence: a place with a day or an agency."""
    found = dateline(without_markup(block))
    return (
        found is not None
        and found.place is not None
        and bool(found.when or found.agency)
        and found.end < len(block)
    )


def is_text(block: str) -> bool:
    """Whether it is a sentence of the text, and no line above it."""
    return (
        begins_text(block)
        or len(block) > LONGEST_HEADLINE // 2
        or (block.endswith(".") and len(block.split()) >= FEWEST_WORDS)
        or (len(block) > LONGEST_TITLE // 2 and block.endswith((";", "؛")))
        or (
            len(block) > LONGEST_TITLE // 2
            and block.endswith(("!", "?", "…", "»", '"', "”", "؟", ":"))
        )
        or SALUTATION.match(block) is not None
    )


ABOVE_A_TITLE = late(
    r"^\W*(?:(?:مادة|نسخة|نص)\s.*(?:الصحفيين|للصحفيين|الصحافيين|للنشر|إعلامية|مدققة?)|(?:التفريغ|التحرير)\s|.*غير\s+مدقق|"
    r"(?:إعلان|تنويه|نداء|بلاغ|بيان)\s+(?:إلى|للعموم|لعموم|موجه)\s?|إفصاحات?\s|للنشر\s+الفوري|للتداول|خاص\s+بالصحفيين|كود\s|"
    r"صادر(?:ة)?\s+عن\s|.*[،,]\s*مؤتمر\s+صحفي$)"
)
"""« مادة إعلامية لاستخدام الصحفيين فقط », « إعلان إلى سكان الحي »: what stands above a title."""


def may_be_title(line: str) -> bool:
    return not (
        ABOVE_A_TITLE.match(line) or is_from_sender(line)
        or dateline(line) or BYLINE.match(line) or is_bullet(line)
        or says_only_when(line)
        or line.endswith((".", ",", "،")) or re.fullmatch(r"[(\[].*[)\]]", line)
    )  # fmt: skip


def is_from_sender(line: str) -> bool:
    if says_only_when(line):
        return False  # « 25-11-2026, 06:12 » has as many digits as a telephone
    return is_like_letterhead(line) or len(re.findall(r"\w+", line)) < 2


def is_beside(block: str) -> bool:
    """Whether a line above a text is not of it, by its words alone."""
    return bool(
        BYLINE.match(block)
        or SENT_BY.match(block)
        or TRANSLATED.match(block)
        or (len(block) < 260 and CORRECTS.search(block))
        or is_bullet(block)
        or re.fullmatch(r"\([^()]{3,200}\)", block)
    )


def is_rubric(line: str) -> bool:
    """« مجلس الأمة / جلسة »: topics with slashes between them."""
    return "/" in line and len(line) < 60 and all(len(one.split()) <= 3 for one in line.split("/"))


def is_rubric_above(first: str, second: str) -> bool:
    """« HANDBALL / CAN 2026 - FINALE », « Liban – Disparition »: what the title below is about."""
    if len(first) > LONGEST_TITLE // 2 + 20 or first.endswith((".", ":", "!", "?")):
        return False
    parts = [one.split() for one in re.split(r"\s[–—|/-]\s", first)]
    small = sum(letter.islower() for letter in first)
    capitals = small < 3 < sum(map(str.isupper, first)) and not second.isupper() and len(parts) > 1
    short = (
        len(parts) == 2 and all(0 < len(one) <= 2 for one in parts) and not re.search(r"\d", first)
    )
    is_title = len(second.split()) > len(first.split()) and not second.endswith(".")
    return (capitals or short) and is_title


def is_topic(words: str) -> bool:
    return len(words.split()) <= 4 and not words.endswith((".", ":", "»"))


def is_bullet(block: str) -> bool:
    return re.match(r"[-–—•]\s", block) is not None and len(block) < 160


def unspaced(line: str) -> str:
    """« C O M M U N I Q U É » and « بــــلاغ » as they are read."""
    line = line.replace("\u0640", "")
    if re.fullmatch(r"\W*(?:\w\s){4,}\w\W*", line):
        return re.sub(r"\s", "", line)
    return line
