"""Where a text is from: the line that says so, whose letterhead it has, which agency it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from articles.text.agencies import agency_at, agency_named, agency_told
from articles.text.analysis.names import fold

from .domains import named_by_address
from .layout.issuers import issuer
from .layout.papers import paper_that_asks, paper_that_signs
from .layout.parts import PartKind, UnwrappedText
from .markup import is_row, without_markup

SOURCE_LINE = re.compile(
    r"^\W*(?:source|sources|المصدر)\s*\W*\s*(?::|$)\s*(?P<rest>.*)$", re.IGNORECASE
)
ADDRESS = re.compile(r"[a-z][a-z+.-]{1,15}:(?://)?[^\s<>\"«»]+", re.IGNORECASE)
IN_A_LINE = re.compile(r"(?<=[|–—·])\s*source\s*:\s*(?P<rest>[^|]{3,60})$", re.IGNORECASE)
"""« 26 nov. 2026 08:00 | Source : Novalys »."""
NOBODY = re.compile(
    r"\W*(?:et\s+|و)?(?:agences?|rédaction|avec\s+agences?|réseaux\s+sociaux|internet|وكالات|مواقع|مواقع\s+التواصل(?:\s+الاجتماعي)?|متابعات?|التحرير|خاص)"
    r"(?:\s*[+/&،,]\s*.*)?\W*",
    re.IGNORECASE,
)
SITE_ALONE = re.compile(r"^[A-ZÀ-Þ][\w-]{2,40}\.[a-z]{2,8}$")
"""« Seneweb.com », which signs a text."""
LONGEST_LINE = 400
LONGEST_NAME = 60
NEAR_THE_TOP = 6
"""Paragraphs among which the first question of an interview stands."""


@dataclass
class Origin:
    """What a text says of its source."""

    warnings: list[str]
    name: str | None = None
    url: str | None = None
    received: str = ""
    """All that came."""
    is_body: bool = False
    """Whether it is a body whose paper, or whose mail, it is: one that the text names."""

    def take_lines(self, blocks: list[str], layout: UnwrappedText) -> list[str]:
        """The blocks without those that say where the text is from: a name, an address, or both."""
        kept: list[str] = []
        in_source = False
        for block in blocks:
            if is_row(block):
                # A table below the line is the text's own, however short its rows are.
                in_source = False
                kept.append(block)
                continue
            match = SOURCE_LINE.match(block) or (
                IN_A_LINE.search(block) if len(block) < LONGEST_LINE / 2 else None
            )
            if match and len(block) < LONGEST_LINE:
                self.read(match["rest"])
                in_source = self.name is None or self.url is None
                in_source = in_source and not NOBODY.fullmatch(match["rest"])
            elif (
                in_source and (ADDRESS.search(block) or len(block) < LONGEST_NAME)
            ) or ADDRESS.fullmatch(block.strip("<>() :")):
                self.read(block)
            else:
                in_source = False
                kept.append(block)
        for line in closing_lines(layout):
            if match := SOURCE_LINE.match(line):
                self.read(match["rest"])
        if self.name is None and kept and (name := agency_named(kept[-1])):
            self.name = name
            kept.pop()
        return kept

    def read(self, words: str) -> None:
        for found in ADDRESS.finditer(words):
            address = found[0].rstrip(").,;")
            if urlsplit(address).scheme.lower() not in {"http", "https"}:
                self.warnings.append(_("The address of the source is not a web address: ignored."))
            elif self.url is None:
                self.url = address
        name = ADDRESS.sub("", without_markup(words)).strip(" <>()*:.-–،,")
        if name and self.name is None and not NOBODY.fullmatch(name):
            self.name = agency_named(name) or name
        if self.name is None and self.url:
            self.name = agency_at(urlsplit(self.url).hostname or "")

    def ask_the_rest(self, layout: UnwrappedText, blocks: list[str], headline: str) -> None:
        """What the wrapper, and at last the first sentences, say of it, where no line did."""
        if self.name is None:
            found = issuer(layout, "\n".join([headline, *blocks[:4]]))
            self.name, self.is_body = found or (None, False)
        if self.name is None:
            ends = (signed_by(line) for line in closing_lines(layout))
            self.name = next((one for one in ends if one), None)
        if self.name is None:
            papers = (paper_that_signs(line) for line in closing_lines(layout))
            asking = (paper_that_asks(block) for block in blocks[:NEAR_THE_TOP])
            self.name = next((one for one in (*papers, *asking) if one), None)
        if self.name is None:
            sites = (line.strip() for line in closing_lines(layout))
            self.name = next((one for one in sites if SITE_ALONE.match(one)), None)
        if self.name is None and (name := named_by_address(self.received, blocks)):
            self.name, self.is_body = name, True
        if self.name is None:
            self.name = agency_told("\n".join([headline, *blocks[:4]]))
        if self.name is None and layout.house_above:
            self.name = layout.house_above
        if self.name:
            self.name = agency_named(self.name) or self.name
            self.is_body = self.is_body or fold(self.name) in fold(blocks[0] if blocks else "")


ABOVE = re.compile(
    r"^\W*(?:communiqué(?:\s+(?:de\s+presse|commun|final))?|message|note\s+d[’']information|bulletin)\s+(?:du\s|de\s+la\s|de\s+l[’']|des\s|de\s)(?P<name>[^:–—]{4,70}?)\s*(?::|\s[–—]\s)"
    r"|^\W*(?:بلاغ|بيان)(?:\s+(?:صحفي|إعلامي|مشترك))?\s+(?:صادر\s+)?(?:من|عن)\s+(?P<arabic>[^:،–—]{4,70}?)\s*(?::|\s[–—]\s)",
    re.IGNORECASE,
)
"""« Communiqué du Cabinet Royal : … », « بلاغ من الديوان الملكي: … »."""


MEETING = re.compile(
    r"(?:conseil|réunion|sommet|assemblée)\s|(?:مجلس\s+(?:الحكومة|الوزراء)|اجتماع|قمة)",
    re.IGNORECASE,
)
"""« Communiqué du Conseil des ministres » is of what was decided there, by whomever."""


def as_the_text_has_it(name: str, bodies: list[str]) -> str:
    """A name of a letterhead as the text writes it: of one in capitals a line may be lost."""
    # « القنصلية العامة »: of which country, and where, stands in the text.
    is_bare = re.fullmatch(r"ال[\u0621-\u064a]+\sال[\u0621-\u064a]+", name) is not None
    longer = [one for one in bodies if not one.isupper() and fold(one).startswith(fold(name))]
    if not (name.isupper() or is_bare):
        # « وزارة الصيد التقليدي / والاقتصاد الأزرق »: its second line was lost.
        joined = [one for one in longer if re.match(r"\s(?:و|et\s)", one[len(name) :])]
        return joined[0] if len(joined) == 1 == len(longer) else name
    return longer[0] if len(longer) == 1 else name


def told_above(headline: str, bodies: list[str]) -> str | None:
    """Whose text a headline says that it is; a body the text knows by its own way of writing it."""
    found = ABOVE.match(headline)
    if found is None:
        return None
    name = found["name"] or found["arabic"]
    if MEETING.match(name):
        return None
    return next((one for one in bodies if fold(one) == fold(name)), name)


ISSUED_BY = re.compile(
    r"(?:(?:أصدرت|نشرت|أعدت|أطلقت)(?:ه|ها)|صادر(?:ة)?\s+عن)\s+(?:اليوم\s+|أمس\s+)?|(?:publiée?|rendue?\s+publi(?:c|que)|présentée?|diffusée?)\s(?:(?:ce|aujourd[’']hui|hier)\s?\w*\s)?par\s(?:(?:le|la|les)\s|l[’'])?"
)
"""« تقرير أصدرته اليوم منظمة »: whose paper it is that a release is on."""


def who_issues(first: str, bodies: list[str]) -> str | None:
    """The body by which the first paragraph says that the report was made public."""
    for found in ISSUED_BY.finditer(first):
        near = first[found.end() : found.end() + NEAR_THE_BEGINNING]
        names = [(near.find(name), name) for one in bodies if (name := one.split(" (")[0]) in near]
        if names and min(names)[0] < FIRST_LETTERS:
            return min(names)[1]
    return None


FIRST_LETTERS = 12
"""« منظمة " » stands before the name."""
NEAR_THE_BEGINNING = 60
"""Letters of a text among which who sends it does what it tells."""


def who_acts(first: str, bodies: list[str]) -> str | None:
    """The body that does what the first sentence tells: « La commune de Saint-Louis organise »."""
    names = [name.split(" (")[0] for name in bodies]
    places = [(first.find(name), name) for name in names if name in first]
    at, name = min(places, default=(NEAR_THE_BEGINNING, ""))
    return name if at < NEAR_THE_BEGINNING else None


def closing_lines(layout: UnwrappedText) -> list[str]:
    return [
        line
        for part in layout.parts
        if part.kind is PartKind.CLOSING
        for line in part.text.split("\n")
    ]


def signed_by(line: str) -> str | None:
    """The agency that a last line is of: « --(بترا) », « SD/AD (AMAP) », « MAP 211430 GMT »."""
    if len(line) > LONGEST_NAME:
        return None
    if name := agency_named(line.strip(" -–—()/.")):
        return name
    for words in re.findall(r"[^\W\d_]+(?:[\s.][^\W\d_](?!\w))*", line):
        if name := agency_named(words):
            return name
    return None
