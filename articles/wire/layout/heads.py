"""What stands above a headline and is the sender's: codes, letterheads, greetings, menus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.text.agencies import agency_named
from articles.text.extraction.datelines import dateline
from articles.text.extraction.embargoes import asks_for_embargo
from articles.text.extraction.labels import CORRECTING, LABEL_ALONE, correction
from articles.text.folding import letters

from .closing import DISCLAIMER
from .letterheads import HOUSE, MOTTO, is_letterhead
from .menus import take_menus
from .parts import PartKind, UnwrappedText
from .signing_off import SIGNS_OFF

NEAR_THE_TOP = 12
"""Lines with words among which these stand."""
LONGEST = 110
FEWEST_WORDS, MOST_WORDS = 5, 10
"""Of a headline with its mark, and of a line above it that says whose it is."""
SHORTEST_KEYWORDS = 12
ENOUGH = 200
"""Letters that are a text below a note."""
GAP = re.compile(r"\s{6,}|\t{2,}")
REFERENCE = re.compile(
    r"^(?:n/?\s?r[ée]f|r[ée]f|n°|المرجع|رقم|الرقم|عدد|العدد|كود(?:\s+\w+)?)\W[^\n]{0,40}\d[^\n]{0,10}$",
    re.IGNORECASE,
)
MIXED = re.compile(r"^/?(?:[A-Z]{2,}[-_./]?\d+|\d+[-_./]?[A-Z]{2,})[A-Z0-9/_.-]*$")
CODE = re.compile(
    r"^(?:[A-Z]{1,6}|\d{1,8}|[A-Z]{1,4}/[A-Z]{1,4}|/?[A-Z]+(?:-[A-Z0-9]+)+/?|[\d:]+)$"
)
SMALL_CODES = re.compile(r"^\S{1,8}(?: \S{1,5}){2,6}$")
LOWER_CODE = re.compile(r"^[a-z]{2,4}\d{3}\s+\d\s+[a-z]{2,4}\s+\d+(?:\s|$)")
"""« bsf045 3 sus 170 vd brm »."""
KEYWORDS = re.compile(
    r"^[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+){2,}(?:,\s*(?:\d\w+\s+)?LEAD|-LEAD|-URGENT)?$"
)
ARABIC_KEYWORDS = re.compile(r"^[\u0621-\u064a]{3,}(?:-[\u0621-\u064a]{3,}){2,}$")
# « تصويب / الريان / معرض الكتاب », « Énergie/Algérie/Allemagne/ »
RUBRIC = re.compile(
    r"^[^/.!?:]{2,30}(?:\s?/\s?[^/.!?:]{2,30}){2,5}/?$|^[^/.!?:\s]{2,20}(?:/[^/.!?:\s]{2,20}){1,5}/$"
)
GREETING = re.compile(
    r"^(?:bonjour|bonsoir|madame|monsieur|mesdames|messieurs|chère?s?\s|cher\(e\)s|salut|(?:nous\s+vous\s+prions|veuillez|vous\s+trouverez|merci\s+de\s+(?:trouver|publier|diffuser))\b|"
    r"السلام\s+عليكم|تحية\s+طيبة|صباح\s+الخير|مساء\s+الخير|السادة\s|الزملاء|زملائي|الإخوة|أعزائي|المرجو\s+(?:نشر|الاطلاع)|تجدون\s+(?:رفقته|طيه|أدناه)|نوافيكم)",
    re.IGNORECASE,
)
VERSE = re.compile(r"^(?:﴿.*﴾|«.*»)\.?$")
BASMALA = re.compile(r"^\W*بسم\s+الله")
IN_BRACKETS = re.compile(r"^(?:\([^()]{3,200}\)|\[[^\[\]]{3,200}\])$")
AS_SPOKEN = re.compile(
    r"^\W*(?:a\s+)?(?:verifier\s+(?:au\s+prononce|a\s+l[’']ecoute)|(?:seule?\s+)?(?:le\s+)?(?:texte\s+|discours\s+)?prononce\s+(?:seul\s+)?fait\s+foi|check\s+against\s+delivery)"
    r"|^\W*(?:العبره\s+ب|المعتمد\s+|(?:ت|ي)عتمد\s|(?:ت|ي)راجع\s|(?:ت|ي)عتد\s).{0,40}(?:كما\s+(?:ت|ي)لقي|الملقا?ه?|عند\s+الالقاء)(?!\w)"
)
"""« Vérifier au prononcé », « تُعتمد الكلمة كما تُلقى »: to desks that have a speech beforehand."""
RULE = re.compile(r"^[\s\-–—=_~─-╿■-◿ـ]{3,}$")
BOX = re.compile("[\u2500-\u257f]")


def take_heads(layout: UnwrappedText) -> None:
    """Take codes, letterheads and greetings off; labels, dates and embargoes stay."""
    layout.lines = [*two_columns(layout.lines)]
    join_capitals(layout.lines)
    take_covering_note(layout)
    layout.lines = [
        BOX.sub(" ", line).strip() if BOX.search(line) else line for line in layout.lines
    ]
    rules = [at for at, line in enumerate(layout.lines) if RULE.match(line) and line.strip()]
    for at in reversed(rules):
        layout.lines[at] = ""
    take_menus(layout)
    take_above_headline(layout)
    seen, at = 0, 0
    while at < len(layout.lines) and seen < NEAR_THE_TOP:
        line = layout.lines[at]
        if not line.strip():
            at += 1
            continue
        seen += 1
        kind = kind_of(line, following(layout.lines, at))
        if VERSE.match(line) and is_below_basmala(layout):
            kind = PartKind.LETTERHEAD
        if kind is not None:
            layout.take(kind, [line])
            del layout.lines[at]
        elif stays(line):
            at += 1
        else:
            return


def join_capitals(lines: list[str]) -> None:
    """« MINISTÈRE DE LA PÊCHE, DES PORTS / ET DES PHARES »: a row of things that goes on below."""
    for at in range(min(len(lines) - 1, NEAR_THE_TOP)):
        line, below = lines[at], lines[at + 1]
        is_row = line.isupper() and "," in line and HOUSE.match(letters(line)) is not None
        goes_on = (
            below.isupper() and len(below.split()) <= MOST_WORDS and not re.search(r"\d", below)
        )
        if is_row and goes_on and not (HOUSE.match(letters(below)) or LABEL_ALONE.match(below)):
            lines[at], lines[at + 1] = f"{line} {below}", ""


def take_above_headline(layout: UnwrappedText) -> None:
    """What stands above a headline that is marked as one: whose paper it is."""
    top = [at for at, line in enumerate(layout.lines[:30]) if line.strip()][:NEAR_THE_TOP]
    title = next((at for at in top if layout.lines[at].startswith("# ")), None)
    if title is None or len(layout.lines[title].split()) < FEWEST_WORDS:
        return
    above = [at for at in top if at < title and not stays(layout.lines[at])]
    if all(is_short(layout.lines[at]) for at in above):
        layout.take(PartKind.LETTERHEAD, [layout.lines[at] for at in above])
        layout.lines = [line for at, line in enumerate(layout.lines) if at not in above]


def is_short(line: str) -> bool:
    return len(line.split()) <= MOST_WORDS and not line.endswith((".", "،", ",", "»"))


def is_below_basmala(layout: UnwrappedText) -> bool:
    """Whether what was taken last is « بسم الله », under which a verse stands."""
    return bool(layout.parts) and BASMALA.match(layout.parts[-1].text) is not None


def two_columns(lines: list[str]) -> Iterator[str]:
    """The first lines, what stands left and right of a gap each on its own."""
    for at, line in enumerate(lines):
        yield from GAP.split(line.strip()) if at < 2 * NEAR_THE_TOP and line.strip() else [line]


def take_covering_note(layout: UnwrappedText) -> None:
    """What greets and takes leave above the text: who sends it says why."""
    top = [at for at, line in enumerate(layout.lines[:30]) if line.strip()]
    greeted = [at for at in top[:2] if GREETING.match(layout.lines[at])]
    if not greeted or (greeted[0] != top[0] and not greets_alone(layout.lines[greeted[0]])):
        return
    begin = greeted[0]
    leave = next((at for at in top if at > begin and SIGNS_OFF.match(layout.lines[at])), None)
    if leave is None or not is_above_a_text(layout.lines, begin, leave):
        if begin != top[0]:
            # Below the subject of a mail.
            layout.take(PartKind.NOTE, [layout.lines.pop(begin)])
        return
    end = leave + 1
    while end < len(layout.lines) and layout.lines[end].strip():
        end += 1
    layout.take(PartKind.NOTE, layout.lines[begin:end])
    del layout.lines[begin:end]


def is_above_a_text(lines: list[str], begin: int, leave: int) -> bool:
    """Whether a text follows who takes leave, and none stands above: a dateline is a text's."""
    below = [line for line in lines[leave:] if not DISCLAIMER.match(line)]
    told = (dateline(line) for line in lines[begin:leave] if len(line) > ENOUGH)
    return sum(map(len, below)) >= ENOUGH and not any(one and one.place for one in told)


def greets_alone(line: str) -> bool:
    return len(line) < LONGEST and line.rstrip().endswith((",", "،", "!", ":", "."))


def following(lines: list[str], at: int) -> str:
    return next((line for line in lines[at + 1 :] if line.strip()), "")


def stays(line: str) -> bool:
    """Whether it is none of these, and what follows may be one all the same."""
    bare = line.strip(" *#_")
    if asks_for_embargo(bare) or LABEL_ALONE.match(bare) or correction(bare):
        return True
    found = dateline(bare)
    return found is not None and found.end >= len(bare)


def kind_of(line: str, after: str) -> PartKind | None:
    """What a line is that is none of the text; nothing where it may be of it."""
    bare = line.replace("\u0640", "").strip(" *#_")
    if not after or asks_for_embargo(bare):
        return None
    if len(bare) <= LONGEST and AS_SPOKEN.match(letters(bare)):
        return PartKind.NOTE
    if IN_BRACKETS.match(bare):
        is_told = correction(bare) is not None or dateline(bare) is not None
        return None if is_told else PartKind.NOTE
    if len(bare) <= LONGEST and is_slug(bare):
        return PartKind.SLUG
    if len(bare) <= LONGEST and (MOTTO.match(letters(bare)) or is_letterhead(bare)):
        return PartKind.LETTERHEAD
    return PartKind.NOTE if GREETING.match(bare) and len(bare) < 2 * LONGEST else None


def is_slug(line: str) -> bool:
    """Codes and numbers without a word of a sentence, or a row of topics."""
    if REFERENCE.match(line):
        return True
    if RUBRIC.match(line) and not CORRECTING.match(line) and dateline(line) is None:
        return True
    if ARABIC_KEYWORDS.match(line):
        return True
    return re.search("[\u0600-\u06ff]", line) is None and is_code(line)


def is_code(line: str) -> bool:
    """« MAP0412 3 POL 0298 », « dpa-AFX 0318 4 pl 212 », « Maroc-migrations-ONU »."""
    words = line.split()
    if LOWER_CODE.match(line):
        return True
    if len(words) == 1 and KEYWORDS.match(line) and len(line) > SHORTEST_KEYWORDS:
        return True
    numbers = sum(any(letter.isdigit() for letter in word) for word in words)
    if numbers > 1 and SMALL_CODES.match(line) and agency_named(words[0].split("-")[0]):
        return True
    is_all = bool(words) and all(MIXED.match(word) or CODE.match(word) for word in words)
    some = any(MIXED.match(word) for word in words) or numbers > 1 or (numbers and "-" in line)
    return is_all and bool(some or words[0] in {"ZCZC", "NNNN"})
