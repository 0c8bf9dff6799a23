"""Patterns that are compiled when they are first asked: half of a start was compiling all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class LatePattern:
    """What ``re.compile`` gives, from the first question on."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.asked = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.asked)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


if TYPE_CHECKING:
    late = re.compile
else:
    late = LatePattern
