"""Refuse a file that nobody reads through, and a function that fits no screen.

What a migration did once stays as it was.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("articles", "newsroom", "quality", "benchmarks", "scripts")
APART = {"migrations", "node_modules"}
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 400, 50


def too_long(root: Path = ROOT) -> Iterator[str]:
    """A sentence for each file and each function of the program that is too long."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            name = path.relative_to(root)
            if APART.isdisjoint(name.parts):
                yield from too_long_in(path.read_text(encoding="utf-8"), str(name))


def too_long_in(source: str, name: str) -> Iterator[str]:
    """The same of one file."""
    length = len(source.splitlines())
    if length > LINES_OF_A_FILE:
        yield f"{name}: {length} lines, of {LINES_OF_A_FILE} at most"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LINES_OF_A_FUNCTION:
                most = f"of {LINES_OF_A_FUNCTION} at most"
                yield f"{name}:{node.lineno}: {node.name} has {lines} lines, {most}"


def main() -> int:
    found = list(too_long())
    sys.stdout.write("".join(f"{one}\n" for one in found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
