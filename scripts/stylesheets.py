"""Refuse physical directions in the stylesheets: what says left is wrong in Arabic."""

import re
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"
PHYSICAL = re.compile(
    r"(?:^|[;{\s])((?:(?:margin|padding|border)-)?(?:left|right)(?:-[a-z]+)?\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius\s*:)"
)


def faults(css: str) -> list[tuple[int, str]]:
    """Line number and declaration of each physical direction outside comments."""
    bare = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), css, flags=re.DOTALL)
    return [
        (number, line.strip())
        for number, line in enumerate(bare.splitlines(), 1)
        if PHYSICAL.search(line)
    ]


def main() -> int:
    found = [
        f"{path.relative_to(STATIC.parent)}:{number}: {line}"
        for path in sorted(STATIC.rglob("*.css"))
        for number, line in faults(path.read_text(encoding="utf-8"))
    ]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
