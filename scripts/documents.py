"""Tables in the documentation that are written from those the program goes by.

A document says where its table stands, in two lines of comment, with the name of the script
between them; ``update`` writes it there, ``check`` complains where what stands there is stale.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import django
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent


def set_up() -> None:
    """Have the program's tables at hand, whatever the environment says."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("SECRET_KEY", "only-to-write-a-table")
    django.setup()


def markdown(rows: list[list[str]]) -> str:
    """A table, whose first row is its head."""
    lined = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n" + "".join(f"| {' | '.join(row)} |\n" for row in lined) + "\n"


def written(path: Path, code: str, name: str, table: Callable[[], str]) -> str:
    """A document as it should be, with its table in one language."""
    place = re.compile(
        rf"(<!-- {name}: made by scripts/{name}\.py -->\n).*?(<!-- end of {name} -->)", re.DOTALL
    )
    with translation.override(code):
        made = table()
    text, times = place.subn(lambda found: found[1] + made + found[2], path.read_text("utf-8"))
    if times != 1:
        raise SystemExit(f"{path.relative_to(ROOT)} has no place for the table of {name}.")
    return text


def keep(task: str, name: str, documents: dict[Path, str], table: Callable[[], str]) -> int:
    """Update the table in each document, or check it; returns the exit code."""
    stale = 0
    for path, code in documents.items():
        text = written(path, code, name, table)
        if task == "update":
            path.write_text(text, "utf-8")
        elif text != path.read_text("utf-8"):
            stale = 1
            again = f"python scripts/{name}.py update"
            sys.stderr.write(f"{path.relative_to(ROOT)} is stale: {again}\n")
    return stale
