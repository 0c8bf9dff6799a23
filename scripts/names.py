"""Refuse a name that leads nowhere: of a class that stands twice, or that says nothing by itself.

Who searches for a class finds one; of what Django finds by a fixed name (``Command``,
``Migration``) there may be many. A module, a class or a function of a module is called by what it
is or does: `bounces`, `note_bounce`, not `returned`, not `told`. Tags and filters of templates are
words of a sentence, and methods stand behind what they are of.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("articles", "newsroom", "quality", "benchmarks", "scripts")
FIXED = {"Command", "Migration"}
WORDS = """
    alike announced answered asked begun behind beside called care chosen corrected counted
    customs differing done doors found given gone held holes joined kept knowledge known left
    listed lost marked moved named near offered opened owed paged parted pasted put resting
    returned said saved seen sent settled shown signs spoken substance taken theirs titled
    together told twins typed understanding unfilled units upkeep waiting wanted withheld written
"""
SAYS_NOTHING = frozenset(WORDS.split())
"""What a name must not be alone: a verb in the past, or a word that many things could be called."""
NAMED_IN = ("articles", "newsroom")
APART = {"migrations", "templatetags", "node_modules"}


def modules(packages: tuple[str, ...], root: Path) -> Iterator[tuple[Path, ast.Module]]:
    """The modules of some packages, each with its path from the root."""
    for path in (path for package in packages for path in sorted((root / package).rglob("*.py"))):
        if "node_modules" not in path.parts:
            yield path.relative_to(root), ast.parse(path.read_text(encoding="utf-8"))


def named_twice(root: Path = ROOT) -> Iterator[str]:
    """A sentence for each class name that stands in two places."""
    found = defaultdict[str, list[str]](list)
    for path, module in modules(PACKAGES, root):
        for node in module.body:
            if isinstance(node, ast.ClassDef) and node.name not in FIXED:
                found[node.name].append(path.as_posix())
    for name, files in found.items():
        if len(files) > 1:
            yield f"{name}: {', '.join(files)}: a class name stands once"


def vague(root: Path = ROOT) -> Iterator[str]:
    """A sentence for each module, class and function whose name says nothing by itself."""
    for path, module in modules(NAMED_IN, root):
        if not APART.isdisjoint(path.parts):
            continue
        kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        for name in (path.stem, *(one.name for one in module.body if isinstance(one, kinds))):
            if name.lower().strip("_") in SAYS_NOTHING:
                yield f"{path.as_posix()}: {name}: say what it is, or what it does"


def main() -> int:
    found = [*named_twice(), *vague()]
    sys.stdout.write("".join(f"{one}\n" for one in found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
