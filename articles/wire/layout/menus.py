"""Of a page that was saved from a site: what leads elsewhere."""

from __future__ import annotations

import re

from articles.text.extraction.dates import NoSuchDateError, first_date
from articles.text.extraction.labels import is_rubric_alone
from articles.text.folding import VOWEL_MARKS

from .houses import place_and_house
from .parts import PartKind, UnwrappedText

FIRST_LINES = 36
LONGEST = 220
# Of a page that was saved as text: what leads elsewhere.
MENU = re.compile(
    r"contenu\s+principal|^\W*(?:accueil|menu|navigation|rechercher|se\s+connecter|s[’']abonner|imprimer|partager|الرئيسية|القائمة|بحث|"
    r"مشاركة|شارك|طباعة|اشترك)(?:\W|$)|المحتوى\s+الرئيسي|^\W*(?:aller\s+au\s+contenu|(?:تخط[ىي]?|انتقل|الانتقال|تجاوز)\s+إلى\s+المحتوى)|(?:facebook|whatsapp|twitter|linkedin|x)\W+(?:\w+\W+)?(?:facebook|whatsapp|twitter|linkedin|x|imprimer|e-mail)|"
    r"(?:english|français|العربية|español)\W+(?:\w+\W+)?(?:english|français|العربية|español|中文)|^[^|]{2,30}(?:\s?[|›»]\s?[^|›»]{2,40}){2,}$|"
    r"dans\s+(?:le|votre)\s+navigateur|cookies|^\W*(?:lu\s*:\s*\d|article\s+réservé|temps\s+de\s+lecture|حفظ\s+شارك|المشاهدات\W)",
    re.IGNORECASE,
)
_SHARE = (
    r"facebook|twitter|x|whatsapp|telegram|linkedin|messenger|instagram|e-?mail|copier(?:\s+le\s+lien)?|imprimer|partager(?:\s+(?:sur|cet\s+article|l[’']article))?|écouter(?:\s+(?:cet|l[’'])\s*article)?|enregistrer|sauvegarder|favoris|commenter|envoyer|réagir|répondre|j[’']aime|sur|par|A\s?[+-]|"
    r"فيسبوك|فايسبوك|تويتر|إكس|واتساب|واتس\s?اب|تلغرام|تيليغرام|لينكد\s?إن|نسخ\s+الرابط|طباعة|مشاركة(?:\s+(?:على|المقال))?|شارك(?:\s+(?:على|المقال))?|استمع(?:\s+إلى\s+المقال)?|حفظ|إرسال|تعليق|رد"
)
SHARE = re.compile(rf"^\W*(?:(?:{_SHARE})(?:\W+|$))+$", re.IGNORECASE)
"""« Partager  Facebook  X  WhatsApp », « مشاركة | واتساب »: nothing but what a click does."""
ROW = re.compile(r"^(?!.*\d)\S+(?: \S+){0,2}(?:\s{2,}\S+(?: \S+){0,2}){2,}$")
"""« Politique  Société  Idées »: what a row of links leads to."""
BYLINE = re.compile(r"^(?:par|propos\s+recueillis|كتب|بقلم|حاور)\W", re.IGNORECASE)
BESIDE_A_DATE = re.compile(
    r"\s+[–—|·-]\s+(?:mis\s+à\s+jour|temps\s+de\s+lecture|actualisé|modifié|آخر\s+تحديث|وقت\s+القراءة|مدة\s+القراءة)\W.*$",
    re.IGNORECASE,
)
QUOTED = re.compile(r"«[^«»]*»")
A_SENTENCE = 60
"""Letters of a line with a full stop that no menu has."""
CREDIT = re.compile(
    r"^(?:©|\(c\)|photo\s*:|crédit|صورة|الصورة|تصوير|[A-Z]{2,8}\s?/\s?[A-ZÀ-Þ])", re.IGNORECASE
)


def take_menus(layout: UnwrappedText) -> None:
    """Of a saved page, what stands above its headline and between that and its date."""
    top = above_a_text(layout.lines)
    menus = [at for at in top if len(layout.lines[at]) < LONGEST and is_menu(layout.lines[at])]
    if len(menus) < 2 and not (menus and menus[0] == top[0]):
        return
    dated = next((at for at in top if at > menus[0] and is_date_line(layout.lines[at])), None)
    end = dated if dated is not None else menus[-1]
    titles = [at for at in top if at < end and may_be_title(layout.lines[at]) and at not in menus]
    if dated is not None and titles:
        title = titles[-1]
        taken = [at for at in top if at < dated and at != title and not (
            at > title and is_said_of_the_text(layout.lines[at])
        )]  # fmt: skip
    else:
        taken = menus
    taken += [at for at in menus if at not in taken]
    layout.take(PartKind.MENU, [layout.lines[at] for at in sorted(taken)])
    layout.lines = [line for at, line in enumerate(layout.lines) if at not in taken]


def above_a_text(lines: list[str]) -> list[int]:
    """The first lines with words, up to the text's third paragraph: what leads elsewhere below
    that is of a page's foot."""
    long = [at for at, line in enumerate(lines[:FIRST_LINES]) if len(line) > A_PARAGRAPH]
    end = long[A_TEXT - 1] if len(long) >= A_TEXT else FIRST_LINES
    return [at for at, line in enumerate(lines[:end]) if line.strip()]


A_PARAGRAPH, A_TEXT = 150, 3
"""Letters of a paragraph, and how many of them are no summary."""


def is_menu(line: str) -> bool:
    line = VOWEL_MARKS.sub("", without_quoted(line))
    return MENU.search(line) is not None or ROW.match(line.strip()) is not None


def without_quoted(line: str) -> str:
    """A line without what it quotes: « leads nowhere there."""
    return QUOTED.sub("", line)


def is_said_of_the_text(line: str) -> bool:
    """Whether a line below a title is a summary, or says who wrote it."""
    is_sentence = len(line) > A_SENTENCE and line.endswith((".", "…", "؟", "?"))
    signed = BYLINE.match(line.strip()) is not None or place_and_house(line.strip()) is not None
    return is_sentence or signed


def may_be_title(line: str) -> bool:
    bare = line.strip()
    if BYLINE.match(bare) or is_rubric_alone(bare) or place_and_house(bare):
        return False
    return len(bare) > 25 and not bare.endswith((".", "؛", ",")) and not CREDIT.match(bare)


def is_date_line(line: str) -> bool:
    bare = BESIDE_A_DATE.sub("", line.strip())
    if len(bare) > 70 or bare.endswith("."):
        return False
    try:
        found = first_date(bare)
    except NoSuchDateError:
        return False
    return found is not None and found[1].start() < 30
