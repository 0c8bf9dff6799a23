"""What a page puts into the middle of a text: where else to read, advertisements, newsletters."""

from __future__ import annotations

import re

from .parts import PartKind, UnwrappedText
from .wrapped_lines import LIST

LEADS_ELSEWHERE = re.compile(
    r"^\W*(?:(?:(?:à|a)\s+)?(?:lire|relire|voir|écouter|découvrir|regarder)\s+(?:aussi|également)|lire\s+(?:la\s+suite|plus)\W*$|"
    r"sur\s+le\s+même\s+(?:sujet|thème)|articles?\s+(?:liés?|similaires?|connexes?|recommandés?)|dans\s+la\s+même\s+rubrique|vous\s+aimerez\s+aussi|"
    r"(?:[إا]قرأ(?:وا|ي)?|[إا]قرؤوا|طالع|شاهد)\s+(?:أيضا?ً?ا?|ايضا)|(?:مواضيع|مقالات|أخبار|روابط)\s+ذات\s+صلة|في\s+(?:نفس|ذات)\s+الموضوع)",
    re.IGNORECASE,
)
"""« Lire aussi », « Sur le même sujet », « اقرأ أيضا »: with a title behind it, or above titles."""
PROMOTION = re.compile(
    r"^\W*(?:publicité|(?:la\s+)?suite\s+(?:de\s+l[’']article\s+)?(?:après|ci-dessous)(?:\s+(?:la|cette)\s+publicité)?|annonce|advertisement|newsletters?(?:\s?[«“\"][^»”\"]{2,40}[»”\"])?|(?:chaque|tous\s+les)\s[^.!?]{3,90}(?:dans\s+votre\s+(?:boîte|messagerie)|par\s+e-?mail)[^.!?]{0,20}|"
    r"(?:inscrivez|abonnez)[-\s]vous\s+(?:à|pour)\s.{0,80}|recevez\s.{0,60}(?:newsletter|infolettre|lettre\s+d[’']information|par\s+(?:e-?mail|mail)).{0,40}|(?:votre|saisissez\s+votre)\s+(?:adresse\s+)?e-?mail|s[’']inscrire|je\s+m[’']inscris|"
    r"إعلان|اعلان|إشهار|(?:اشترك(?:وا)?|سجلوا?)\s+في\s+(?:النشرة|نشرتنا).{0,60}|النشرة\s+البريدية)\W*$",
    re.IGNORECASE,
)
SHORT = 80
"""Letters of a line that is a heading, or a title beside the text."""
TITLE = 140
RUNNING = 60
"""Letters of a sentence of the text; of one without a full stop, more than twice as many."""
MOST_TITLES = 6
TITLE_BEHIND = re.compile(r"^[^.:–—|]{0,40}\s?[:–—|]\s*\S")
SENTENCE_ENDS = tuple('.!…»”"')


def take_asides(layout: UnwrappedText, ends: int) -> None:
    """Take them off where text follows; what stands at the end is closing matter.

    Args:
        layout: its lines are paragraphs by now.
        ends: where what follows is surely none of the text.
    """
    blocks, taken = layout.lines, set[int]()
    for at in range(1, ends):
        if at in taken:
            continue
        own = range(at, end_of_aside(blocks, at, ends))
        if own and any(is_running(one) for one in blocks[own.stop : ends]):
            layout.take(PartKind.ASIDE, [blocks[one] for one in own])
            taken.update(own)
    layout.lines = [block for at, block in enumerate(blocks) if at not in taken]


def end_of_aside(blocks: list[str], at: int, ends: int) -> int:
    """Behind the last block that is of what begins here; ``at`` itself where nothing does."""
    if PROMOTION.match(blocks[at]):
        return at + 1
    if not is_aside(blocks[at]):
        return at
    end = at + 1
    if has_its_title(blocks[at]):
        return end
    while end < min(ends, at + 1 + MOST_TITLES) and is_title_beside(blocks[end]):
        end += 1
    return end


def bare(block: str) -> str:
    return block.strip(" *#_>")


def is_aside(block: str) -> bool:
    """Whether it leads elsewhere, and is no sentence that begins with the same words."""
    if LEADS_ELSEWHERE.match(bare(block)) is None:
        return False
    if has_its_title(block):
        return len(block) < 2 * TITLE
    return len(bare(block)) <= SHORT and not bare(block).endswith((".", "!", "»"))


def has_its_title(block: str) -> bool:
    """« Lire aussi : Sécheresse : neuf mesures »"""
    found = LEADS_ELSEWHERE.match(bare(block))
    return found is not None and TITLE_BEHIND.match(bare(block)[found.end() :]) is not None


def is_title_beside(block: str) -> bool:
    if LIST.match(block) and len(block) < TITLE:
        return True
    return len(block) < TITLE and not is_running(block) and not block.endswith((".", ":", "،"))


def is_running(block: str) -> bool:
    """Whether it is a sentence of a text, and no title."""
    if is_aside(block) or PROMOTION.match(block):
        return False
    return len(block) > 2.5 * RUNNING or (
        len(block) > RUNNING and block.rstrip(" *_").endswith(SENTENCE_ENDS)
    )
