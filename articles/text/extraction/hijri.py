"""Days of the Hijri calendar, as texts of the Gulf date themselves."""

from __future__ import annotations

import re
from datetime import date

from hijridate import Hijri

from ..folding import latin_digits

_MONTHS = {
    1: "محرم|المحرم",
    2: "صفر",
    3: r"ربيع\s+ال?[أا]ول",
    4: r"ربيع\s+(?:الآخر|الاخر|الثاني|ثاني)",
    5: r"جمادى\s+ال?(?:[أا]ولى|[أا]ول)",
    6: r"جمادى\s+(?:الآخرة|الاخرة|الثانية|الثاني)",
    7: "رجب",
    8: "شعبان",
    9: "رمضان",
    10: "شوال",
    11: r"(?:ذو|ذي)\s+القعدة",
    12: r"(?:ذو|ذي)\s+الحجة",
}
_NAMED = "|".join(f"(?P<m{number}>{names})" for number, names in _MONTHS.items())
DAY = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?:من\s+)?(?:{_NAMED})(?:\s+(?:عام\s+)?(?P<year>1[34]\d\d))?\s*(?:هـ|ه(?!\w))?")  # fmt: skip
EQUIVALENT = re.compile(r"\s*[,،]?\s*(?:الموافق|الموافقة|الموافق\s+لـ?|/|\()\s*(?:ل|لـ)?\s*")
"""Between a day and the same day in the other calendar."""


def hijri_day(text: str) -> date | None:
    """The day of the civil calendar that the first Hijri day of a text is, by Umm al-Qura.

    Saudi Arabia's calendar, reckoned beforehand; where the moon is watched for, as in Morocco,
    it may be a day off.
    """
    found = DAY.search(latin_digits(text))
    if found is None or not found["year"]:
        return None
    month = next(number for number in _MONTHS if found[f"m{number}"])
    try:
        return Hijri(int(found["year"]), month, int(found["day"])).to_gregorian()
    except (ValueError, OverflowError):
        return None
