"""Refuse a class name that stands twice: who searches for one finds one.

Of what Django finds by a fixed name (``Command``, ``Migration``) there may be many.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("articles", "newsroom", "quality", "benchmarks", "scripts")
FIXED = {"Command", "Migration"}


def classes(root: Path = ROOT) -> dict[str, list[str]]:
    """The names of all classes of a module, each with the files that have one."""
    found = defaultdict[str, list[str]](list)
    paths = (path for package in PACKAGES for path in sorted((root / package).rglob("*.py")))
    for path in paths:
        if "node_modules" in path.parts:
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name not in FIXED:
                found[node.name].append(str(path.relative_to(root)))
    return found


def main() -> int:
    twice = {name: files for name, files in classes().items() if len(files) > 1}
    sys.stdout.write("".join(f"{name}: {', '.join(files)}\n" for name, files in twice.items()))
    return bool(twice)


if __name__ == "__main__":
    sys.exit(main())
