"""Lines that a program broke at a width, joined into the paragraphs that somebody wrote."""

from __future__ import annotations

import re

NEARLY_FULL = 0.72
"""How long a line is, of the longest, that was broken because it was full."""
NARROWEST = 40
ENDS_IT = re.compile(r"[.!?؟…»”\"]\s*$")
BEGINS = re.compile(r"\s*(?:[-–—•▪*#>]|\d{1,2}[.)]\s|\*{1,3}\S)")


def joined(text: str) -> str:
    """The text with a line for each paragraph; nothing is changed but where lines end."""
    groups = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    lines = [line.strip() for group in groups for line in group.split("\n")]
    width = usual_width([len(line) for line in lines if line])
    return "\n\n".join(paragraph for group in groups for paragraph in paragraphs(group, width))


def is_broken(text: str) -> bool:
    """Whether a program broke the lines: most of them are as long as those of a mail."""
    lengths = [len(line.strip()) for line in text.split("\n") if line.strip()]
    full = sum(52 <= length <= 90 for length in lengths)
    return len(lengths) >= 6 and full >= len(lengths) * 0.6


def usual_width(lengths: list[int]) -> int:
    """The width at which lines were broken: what hardly any line is longer than."""
    if not lengths:
        return NARROWEST
    ordered = sorted(lengths)
    return max(NARROWEST, ordered[int(len(ordered) * 0.95)] if len(ordered) > 3 else ordered[-1])


def paragraphs(group: str, width: int) -> list[str]:
    """The paragraphs of what stands between two empty lines."""
    found: list[str] = []
    is_open = False
    for line in (one.strip() for one in group.split("\n")):
        if not line:
            continue
        if is_open and found and not BEGINS.match(line):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
        is_full = len(line) >= width * NEARLY_FULL
        # A sentence that ends well before the edge ends its paragraph.
        is_open = is_full and not (ENDS_IT.search(line) and len(line) < width * 0.9)
    return found
