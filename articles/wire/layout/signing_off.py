"""How people take leave in a mail."""

from __future__ import annotations

import re

SIGNS_OFF = re.compile(
    r"^--\s*$|^\W*(?:(?:bien\s+|très\s+)?cordialement|bien\s+à\s+(?:vous|toi)|(?:sincères\s+)?salutations|meilleures\s+salutations|cdt|"
    r"avec\s+nos\s+remerciements|مع\s+(?:خالص\s+|أطيب\s+|فائق\s+)?(?:التحية|التحيات|تحياتي|التقدير|الشكر)|تحياتي|و?تقبلوا|تفضلوا\s+بقبول)[^.]{0,40}\.?$",
    re.IGNORECASE,
)
