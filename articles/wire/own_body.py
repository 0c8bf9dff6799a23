"""Whether the body whose text it is belongs among those that the text names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.text.analysis.names import fold

ACRONYM = re.compile(r"\((?P<letters>[A-ZÀ-Þ][\w-]{1,11})\)\s*$")
MEDIUM = re.compile(
    r"\W*(?:radio|télévision|journal|lettre|la\slettre|le\sjournal|infolettre|agence\sde\spresse|magazine|gazette|bulletin|"
    r"إذاعة|تلفزيون|قناة|صحيفة|جريدة|مجلة|نشرة|منصة|وكالة\sال?أنباء|غرفة\s(?:ال)?أخبار|شبكة\sأخبار|المكتب\sالإعلامي|المكتب\sالصحفي|"
    r"دائرة\s(?:العلاقات|الإعلام|الاتصال)|خلية\s(?:الإعلام|الاتصال)|مديرية\sالإعلام|قسم\sالإعلام)(?!\w)",
    re.IGNORECASE,
)
"""Who publishes, or hands out for another."""


def is_named_in(name: str, texts: Sequence[str]) -> bool:
    """Whether the body whose text it is belongs among those that its text names.

    « CONFÉDÉRATION … (CSTE) » above a text that says « la CSTE » alone is called so.
    """
    text = fold("\n".join(texts))
    if fold(name.split(" (", maxsplit=1)[0]) in text:
        return True
    acronym = ACRONYM.search(name)
    return not (acronym and fold(acronym["letters"]) in text.split()) and not MEDIUM.match(name)
