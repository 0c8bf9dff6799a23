"""A page of a site, copied as text: its menus, its headline, and the line of who and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import compress

from articles.text.extraction.datelines import dateline, says_only_when
from articles.text.extraction.dates import NoSuchDateError, first_date
from articles.text.extraction.labels import LABEL_ALONE, is_rubric_alone

from .letterheads import is_letterhead
from .menus import A_PARAGRAPH, A_TEXT, CREDIT, SHARE, is_menu, without_quoted
from .parts import PartKind, UnwrappedText

FIRST_LINES = 60
"""Among which the line stands that says who wrote a page, and when."""
LONGEST = 160
PARTS = re.compile(
    r"\s*[|•·]\s*|\s+[–—-]\s+|\s*[,،]\s*(?=(?:mis|modifi|publi|آخر|تم|نشر))|\s+(?=mise?\s+à\s+jour\s)|\s+(?=(?:par|بقلم)\s+\S)|(?<=\d)\s+(?=آخر\s)",
    re.IGNORECASE,
)
WHO = re.compile(
    r"^(?:par|by|rédigé\s+par|écrit\s+par|بقلم|كتب(?:ه|ته|ها|ت)?|تحرير|إعداد)\s*:?\s+(?P<name>[^\d:]{3,60})$",
    re.IGNORECASE,
)
WHEN = r"(?:\s+le|\s+en|\s*:|\s+في|\s+يوم|\s+بتاريخ)*\s+(?P<when>.*\d{4}.*)$"
PUBLISHED = re.compile(
    r"^(?:article\s+)?(?:publiée?|postée?|mise?\s+en\s+ligne|date\s+de\s+publication|"
    rf"(?:تم\s+)?(?:ال)?نشر(?:ت)?|نُشر(?:ت)?|تاريخ\s+النشر){WHEN}",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"^(?:dernière\s+(?:mise\s+à\s+jour|modification)|mise?\s+à\s+jour|modifiée?|actualisée?|"
    rf"آخر\s+(?:تحديث|تعديل)|(?:تم\s+)?(?:ال)?تحديث(?:ه)?|حُدّث){WHEN}",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"^(?:temps\s+de\s+lecture|lecture|وقت\s+القراءة|مدة\s+القراءة)?\W*\d+\s*(?:min(?:utes?)?|د|دقائق|دقيقة)?"
    r"(?:\s+de\s+lecture)?\W*$|^(?:temps\s+de\s+lecture|وقت\s+القراءة|مدة\s+القراءة)\W+(?:دقيقتان|دقيقة|une\s+minute)\W*$"
    r"|^(?:آخر\s+تحديث|mise?\s+à\s+jour)(?:\s+à)?\W+\d{1,2}\s?[:h]\s?\d{2}\W*$|^\W*\d+\s+(?:vues?|commentaires?|partages?|مشاهدة|تعليقا?ت?)\W*$|^à?\s*\d{1,2}\s*[h:]\s*\d{0,2}\W*$",
    re.IGNORECASE,
)
TRAIL = re.compile(
    r"^[^.!?]{2,40}(?:\s*[›»>]\s*[^.!?›»>]{2,120})+$|^[^.!?/]{2,30}(?:\s/\s[^.!?/]{2,40}){2,}$"
)
"""« Accueil › Société › Transports »: the way to a page."""
ENTRY_WORDS, ENTRY = 3, 28
"""Words and letters of an entry of a menu."""
MOST_OF_SUMMARY, LONGEST_SUMMARY = 3, 600
"""Lines and letters of a summary between a headline and the line that says who and when."""
FEWEST = 3
"""Entries of a menu above a headline; fewer may be a sender's."""
SITE_WORDS, TITLE_WORDS = 4, 5
"""Words that the name of a site has at most, and a headline below it at least."""
FOOT = re.compile(r"©|\(c\)|droits\s+réservés|الحقوق\s+محفوظة", re.IGNORECASE)


@dataclass
class SaidOfPage:
    """What a page says below its headline: who wrote it, and when."""

    name: str = ""
    day: date | None = None
    is_published: bool = False


def take_web_page(layout: UnwrappedText) -> None:
    """Take off what stands around a page's headline, and put who and when under it."""
    lines = layout.lines
    top = [at for at, line in enumerate(lines[:FIRST_LINES]) if line.strip()]
    dated = next((at for at in top[1:] if said_of_page(lines[at]).is_published), None)
    if dated is not None and is_below_a_text(lines[:dated]):
        dated = None
    title = title_above(lines, [at for at in top if at < dated]) if dated is not None else None
    if dated is not None and title is not None and may_be_summary(lines[title + 1 : dated]):
        lines = put_together(layout, lines, title, dated)
    elif dated is not None and title is None and (below := title_below(lines, dated)):
        lines = below_its_day(layout, lines, dated, below)
    elif menu := above_marked_title(lines, top):
        layout.take(PartKind.MENU, [lines[at] for at in menu])
        lines = [line for at, line in enumerate(lines) if at not in menu]
    is_share = [bool(line.strip() and SHARE.match(line.strip())) for line in lines]
    layout.take(PartKind.MENU, list(compress(lines, is_share)))
    layout.lines = [line for line, shares in zip(lines, is_share, strict=True) if not shares]


def may_be_summary(between: list[str]) -> bool:
    """Whether lines between a headline and a day are no text: a day may stand below one, too."""
    written = [line.strip() for line in between if line.strip() and not is_beside(line)]
    is_short = len(written) <= MOST_OF_SUMMARY and sum(map(len, written)) <= LONGEST_SUMMARY
    told = (found for line in written if (found := dateline(line)) and found.end < len(line))
    return is_short and not any(found.place for found in told)


def is_below_a_text(above: list[str]) -> bool:
    """« آخر تحديث : … » in the foot of a page: whole paragraphs stand above it."""
    return sum(len(line) > A_PARAGRAPH for line in above) >= A_TEXT


def is_whole_dateline(line: str) -> bool:
    """« Fès - Hasna Zouan »: where and who, under a headline."""
    found = dateline(line)
    return found is not None and found.place is not None and found.end >= len(line)


def title_below(lines: list[str], dated: int) -> int | None:
    """Where the headline stands of a page that has its day above it: the next line but one that
    says so, where all above is the site's."""
    after = [at for at in range(dated + 1, min(dated + 4, len(lines))) if lines[at].strip()]
    title = next((at for at in after if not is_beside(lines[at])), None)
    above = [line for line in lines[:dated] if line.strip()]
    if title is None or len(lines[title].split()) < TITLE_WORDS or lines[title].endswith("."):
        return None
    return title if above and all(map(is_around, above[1:])) else None


def below_its_day(layout: UnwrappedText, lines: list[str], dated: int, title: int) -> list[str]:
    """The headline, the day, and the text without what stands between them and is of the page."""
    said = said_of_page(lines[dated])
    layout.take(PartKind.BYLINE, [lines[dated]])
    layout.take(PartKind.MENU, [line for line in lines[:dated] if line.strip()])
    end, kept = title + 1, list[str]()
    for at in range(title + 1, min(title + FEWEST * 4, len(lines))):
        line = lines[at].strip()
        if not line or is_beside(line) or (who := said_of_page(line)).name:
            said.name = said.name or (who.name if line and not is_beside(line) else "")
            layout.take(PartKind.BYLINE, [line])
            end = at + 1
        elif end == at or any(map(is_beside, filter(None, lines[at + 1 : at + 3]))):
            kept.append(line)
            end = at + 1
    day = said.day.strftime("%d/%m/%Y") if said.day else ""
    head = [lines[title], f"Par {said.name}" if said.name else "", day]
    return [one for line in head if line for one in (line, "")] + kept + lines[end:]


def above_marked_title(lines: list[str], top: list[int]) -> list[int]:
    """What leads elsewhere above the headline that the page itself says to be one."""
    title = next((at for at in top if lines[at].startswith("# ")), 0)
    above = [at for at in top if at < title and not LABEL_ALONE.match(lines[at])]
    menu = [at for at in above if is_around(lines[at]) and not is_letterhead(lines[at])]
    return menu if len(menu) >= FEWEST and len(menu) > len(above) / 2 else []


def put_together(layout: UnwrappedText, lines: list[str], title: int, dated: int) -> list[str]:
    """The headline, who, when, and what stood between it and the line that said so; the text."""
    found, end = SaidOfPage(), dated
    between, placed = list[str](), list[str]()
    for at in range(title + 1, len(lines)):
        line, said = lines[at].strip(), said_of_page(lines[at])
        is_said = bool(said.name or said.day)
        if at > dated and line and not is_said and not is_beside(line):
            break
        end = at
        if is_said:
            found.name = found.name or said.name
            if said.day and (found.day is None or said.is_published):
                found.day = said.day if not found.is_published else found.day
                found.is_published = found.is_published or said.is_published
            layout.take(PartKind.BYLINE, [line])
        elif line and not is_beside(line) and not is_rubric_alone(line):
            (placed if is_whole_dateline(line) else between).append(line)
    above = [line for line in lines[:title] if line.strip()]
    kept = [line for line in above if LABEL_ALONE.match(line)]
    layout.take(PartKind.LETTERHEAD, [line for line in above if is_letterhead(line)])
    layout.take(
        PartKind.MENU, [line for line in above if line not in kept and not is_letterhead(line)]
    )
    head = [*kept, lines[title], *placed, f"Par {found.name}" if found.name else ""]
    day = found.day.strftime("%d/%m/%Y") if found.day else ""
    layout.standfirst = " ".join(between)
    layout.take(PartKind.STANDFIRST, between)
    return [one for line in [*head, day] if line for one in (line, "")] + lines[end + 1 :]


def said_of_page(line: str) -> SaidOfPage:
    """Who and when, where a line says nothing else."""
    said = SaidOfPage()
    bare = line.strip(" *_#\u200e\u200f")
    if not bare or len(bare) > LONGEST or bare.endswith("."):
        return said
    is_updated = False
    for part in filter(None, PARTS.split(bare)):
        if who := WHO.match(part):
            said.name = said.name or who["name"].strip()
        elif (found := PUBLISHED.match(part)) and (day := day_in(found["when"])):
            said.day, said.is_published = day, True
        elif found := UPDATED.match(part):
            is_updated = True
            said.day = said.day or day_in(found["when"])
        elif is_only_when(part):
            said.day = said.day or day_in(part)
        elif not BESIDE.match(part) and not SHARE.match(part):
            return SaidOfPage()
    # A day beside a name, or beside another on which it was changed, is that of the page.
    said.is_published = said.is_published or bool(said.day and (said.name or is_updated))
    return said


def day_in(words: str) -> date | None:
    try:
        found = first_date(words[:80])
    except NoSuchDateError:
        return None
    return found[0] if found and found[1].start() < ENTRY else None


def is_only_when(words: str) -> bool:
    try:
        found = first_date(words)
    except NoSuchDateError:
        return False
    if found is None:
        return False
    return says_only_when(words[: found[1].start()] + words[found[1].end() :])


def title_above(lines: list[str], above: list[int]) -> int | None:
    """Where the headline stands: below the last line of the menu, above the summary."""
    marked = [at for at in above if lines[at].startswith("# ")]
    if marked:
        return marked[-1]
    while above and (is_beside(lines[above[-1]]) or said_of_page(lines[above[-1]]).name):
        above = above[:-1]
    block: list[int] = []
    for at in reversed(above):
        if is_around(lines[at]):
            break
        block.insert(0, at)
    foot = [line.casefold() for line in lines if FOOT.search(line)]
    while len(block) > 1 and is_site(lines[block[0]], lines[block[1]], foot):
        block = block[1:]
    return block[0] if block else None


def is_site(line: str, below: str, foot: list[str]) -> bool:
    """Whether a line above a headline is the name of the site."""
    bare = line.strip().casefold()
    if any(bare in one for one in foot):
        return True
    is_longer = len(below.split()) >= TITLE_WORDS and not below.endswith(".")
    return len(bare.split()) <= SITE_WORDS and is_longer


def is_around(line: str) -> bool:
    """Whether a line above a headline leads elsewhere, or says whose page it is."""
    bare = line.strip(" *_-–•·")
    is_entry = len(bare.split()) <= ENTRY_WORDS and len(bare) <= ENTRY
    return is_entry or is_beside(line) or is_rubric_alone(bare) or is_letterhead(bare)


def is_beside(line: str) -> bool:
    bare = line.strip(" *_-–•·")
    if len(bare) > LONGEST:
        return False
    leads = (
        is_menu(bare)
        or TRAIL.match(without_quoted(bare)) is not None
        or SHARE.match(bare) is not None
    )
    return leads or CREDIT.match(bare) is not None or BESIDE.match(bare) is not None
