"""Refuse what a stylesheet must not say: a physical direction, or a colour of its own.

What says left is wrong in Arabic. A colour has its name, and its value by day and by night, in
``tokens.css``; white, black and shadows are the same in both.
"""

import re
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"
PHYSICAL = re.compile(
    r"(?:^|[;{\s])((?:(?:margin|padding|border)-)?(?:left|right)(?:-[a-z]+)?\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius\s*:)"
)
COLOUR = re.compile(r":[^;{]*(?:(?<!url\()#[0-9a-f]{3,8}\b|\blight-dark\()", re.IGNORECASE)
TOKENS = "tokens.css"


def faults(css: str, name: str = "") -> list[tuple[int, str]]:
    """Line number and declaration of each direction, and each colour, outside comments.

    Args:
        css: the stylesheet.
        name: of its file; colours stand in that of the tokens.
    """
    bare = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), css, flags=re.DOTALL)
    return [
        (number, line.strip())
        for number, line in enumerate(bare.splitlines(), 1)
        if PHYSICAL.search(line) or (name != TOKENS and COLOUR.search(line))
    ]


def main() -> int:
    found = [
        f"{path.relative_to(STATIC.parent)}:{number}: {line}"
        for path in sorted(STATIC.rglob("*.css"))
        for number, line in faults(path.read_text(encoding="utf-8"), path.name)
    ]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
