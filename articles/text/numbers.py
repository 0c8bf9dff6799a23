"""A number in running text: what belongs to it, and where a line would turn it round.

Amounts in groups (36 828 330), telephone numbers (+212 522 12 34 56, 0522 12 34 56), numbers of
laws and files (12-15), days (2026-12-03), signed figures (-5 %), in any digits. What joins a
number, sets it apart or compares it with another asks here what is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .folding import latin_digits

SPACES = " \u00a0\u2000-\u200a\u202f\u205f"
"""What may part the groups of a number, as a class of signs."""
BREAKABLE = re.compile("[ \u2000-\u200a\u205f]")
"""The spaces at which a line breaks, or which no number holds together where it runs from the right."""
HYPHENS = "\u2010\u2011\u2012\u2013\u2212-"

# An Arabic letter may stand before and behind a number, a Latin one makes another word of it.
START = r"(?<!\d)(?<!\d[.,٫٬:/])(?<![^\W\u0600-\u06ff])(?<![A-Za-z][-.\u2011\u2013])"
GAP = f"[{SPACES}]{{1,2}}"
OPENS = r"\s(\[{«“\"':،؛|\u061c\u200e\u200f\u2066-\u2069"
"""What a word may begin behind."""
ALONE = (
    "(?:"
    + "|".join(
        rf"(?<={edge}{one})" for edge in ("^", f"[{OPENS}]") for one in ("[وفبلك]", "[وف][بلك]")
    )
    + ")"
)
"""Behind what Arabic writes as one with the next word, and which has no other letter."""
AIRCRAFT = rf"(?:(?<=ف)-(?:[45]|1[4568]|22|35)|(?<=ب)-(?:29|52))(?![\d.,٫%٪]|{GAP}?[%٪])"
SIGN = (
    rf"(?P<sign>(?<![^{OPENS}\u0640])[±\u2212\u2013-](?=\d)"
    # « كوفيد-19 » has a hyphen, and so have aircraft; « و-3 » and « وب-3 » are negative.
    rf"|{ALONE}(?!{AIRCRAFT})[±\u2212\u2013-](?=\d)"
    # What is no hyphen may follow a letter that is joined to its word.
    r"|(?<![^\W\u0600-\u06ff])(?<!\d)[+$€£](?=\d))?"
)
TELEPHONE = (
    rf"(?:\(?(?:\+|(?<!\d)00[{SPACES}]?)\d{{1,3}}\)?|{START}\(?0\d{{1,3}}\)?)"
    rf"(?:(?:{GAP}|[.\u2011-])?\(\d{{1,4}}\)|(?:{GAP}|[.\u2011-])\d{{1,9}}(?!\d)){{1,7}}"
)
GROUPS = (
    rf"\d{{2,5}}{GAP}\d{{3,5}}{GAP}\d{{10,16}}{GAP}\d{{2}}(?!\d)"  # an account: bank, branch, number, key
    "|"
    rf"\d{{1,3}}(?:{GAP}\d{{3}}(?!\d))+(?:[.,٫]\d+)?"  # 36 828 330,5
    rf"|\d{{1,3}}(?:[’'٬]\d{{3}}(?!\d))+(?:[.,٫]\d+)?"  # 36’828’330
    rf"|\d{{4}}(?:{GAP}\d{{4}}(?!\d)){{2,5}}"  # the number of a card
    rf"|\d{{1,4}}(?:{GAP}\d{{2}}(?!\d)){{2,6}}"  # a telephone number without its first sign
)
JOINED = rf"\d+(?:[{HYPHENS}]\d+)+"
PLAIN = r"\d+(?:[.,٫٬:/]\d+)*"
UNIT = rf"(?P<unit>(?:{GAP})?[%‰٪؉°€](?!\w))?"
FIGURE = (
    rf"{SIGN}{START}(?:(?P<groups>{GROUPS})|(?P<joined>{JOINED})|{PLAIN})"
    rf"(?![^\W\u0600-\u06ff]){UNIT}"
)
ENDS_THERE = rf"(?![^\W\u0600-\u06ff])(?!{GAP}\d{{10}})"
ANY = re.compile(rf"(?P<telephone>{TELEPHONE}){ENDS_THERE}|{FIGURE}")
WHOLE_TELEPHONE = re.compile(rf"(?<![\w+])(?:\+|00)\d{{8,15}}(?!\d)|{TELEPHONE}{ENDS_THERE}")
NO_TELEPHONE = re.compile(FIGURE)
# What a number has that stays in its order by itself, whichever way the line runs.
STAYS = re.compile(r"\d+(?:[.,٫٬:/،\u00a0\u202f]\d+)*")
ARABIC_DIGIT = re.compile("[٠-٩]")
# « القانون رقم », « القانون التنظيمي »: the name of a number, not a range, comes next.
NAMES_A_NUMBER = re.compile(
    r"(?:(?:رقم|أرقام|عدد|الهاتف|هاتف|الفاكس|فاكس|[nN][°º]|numéro|numéros)[^\w\n]*"
    r"|(?:قانون|قوانين|ظهير|مرسوم|مراسيم|مذكرة|دورية|قرار)[^\w\n]+(?:[^\W\d]+[^\w\n]+){0,2})\Z"
)
NEAR = 60
FEWEST, MOST = 8, 15
"""Digits of a telephone number (E.164 has at most 15)."""


@dataclass(frozen=True)
class Number:
    """A number, with its sign and its unit, at its place in a text."""

    start: int
    end: int
    text: str
    """As it is written."""
    is_turned: bool
    """Whether a line that runs from right to left shows it otherwise than it is written."""
    is_telephone: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether it is parted in threes, if at all: others are told apart by wider spaces."""
        _first, *others = re.findall(r"\d+", re.split("[.,٫]", self.text)[0])
        return not self.is_telephone and all(len(one) == 3 for one in others)

    @property
    def gaps(self) -> Iterator[tuple[int, int]]:
        """Where its groups are parted by what breaks, or turns them round."""
        for found in re.finditer(f"[{SPACES}]+", self.text):
            if BREAKABLE.search(found[0]):
                yield self.start + found.start(), self.start + found.end()


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text, in their order."""
    place = 0
    while found := ANY.search(text, place):
        start, place = found.start(), found.end()
        if found["telephone"] and is_telephone(text, found):
            yield Number(start, place, found[0], is_turned(found[0]), is_telephone=True)
            continue
        if found["telephone"]:
            found = NO_TELEPHONE.match(text, start)
            place = found.end() if found else start + 1
        if found and not are_several(text, found):
            bare = found[0] if found["sign"] else found[0].removesuffix(found["unit"] or "")
            yield Number(start, place, found[0], is_turned(bare))


def telephones(text: str) -> Iterator[re.Match[str]]:
    """The telephone numbers of a text that begin with a nought or the sign of a country."""
    for found in WHOLE_TELEPHONE.finditer(latin_digits(text)):
        if FEWEST < sum(map(str.isdigit, found[0])) <= MOST:
            yield found


def is_turned(written: str) -> bool:
    return STAYS.fullmatch(BREAKABLE.sub("\u00a0", written)) is None


def is_telephone(text: str, found: re.Match[str]) -> bool:
    """Whether figures behind a nought or a plus are one number: not « 08-10 », « +5 000 »."""
    digits, parts = sum(map(str.isdigit, found[0])), re.findall(r"\d+", found[0])
    if digits < FEWEST and len(parts) == 2:
        return "-" in found[0] and not is_range(text, found.start(), found[0])
    return digits <= MOST


def are_several(text: str, found: re.Match[str]) -> bool:
    """Whether numbers that stand together are one each: years, or from one to the other."""
    if found["groups"]:
        return are_years(found["groups"])
    is_joined = found["joined"] and not found["sign"]
    return bool(is_joined) and is_range(text, found.start(), found["joined"])


def are_years(groups: str) -> bool:
    """« 2021 2022 2023 » is a list."""
    years = groups.split()
    return all(len(one) == 4 and latin_digits(one)[:2] in {"19", "20"} for one in years)


def is_range(text: str, start: int, written: str) -> bool:
    """Whether two numbers are meant, from one to the other, and not the number of something.

    A range is read in the direction of its text, « 12–15 » in Arabic from right to left.
    """
    parts = [int(one) for one in re.findall(r"\d{1,18}", written)]
    if len(parts) != 2 or parts[0] > parts[1]:
        return False
    return NAMES_A_NUMBER.search(text[max(start - NEAR, 0) : start]) is None


def folded_number(text: str) -> str:
    """A number as whoever compares it has it: Latin digits, no groups, one sign for the decimals."""
    plain = latin_digits(text).translate({ord("٫"): ",", ord("\u2212"): "-", ord("\u2013"): "-"})
    return re.sub(f"[{SPACES}’'٬]", "", plain)
