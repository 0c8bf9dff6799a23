"""The table of moves in the documentation, written from the one the program goes by.

python scripts/moves.py update    write it, in each language
python scripts/moves.py check     complain where what is written is not what is
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import django
from django.conf import settings
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

ROOT = Path(__file__).resolve().parent.parent
PLACE = re.compile(
    r"(<!-- moves: made by scripts/moves\.py -->\n).*?(<!-- end of moves -->)", re.DOTALL
)


def documents() -> dict[Path, str]:
    """Each document with the table, and its language."""
    guides = {ROOT / f"docs/editors/guide.{code}.md": code for code, __ in settings.LANGUAGES}
    return {ROOT / "docs/architecture.md": "en", **guides}


def table() -> str:
    """The moves in the active language, as Markdown."""
    from articles.models import Phase, Transition
    from articles.models.publication import DATED, MOVES, RIGHTS

    fields = {field.name: field for field in Transition._meta.fields}
    start, to = (fields[f"{one}_status"].verbose_name for one in ("from", "to"))
    heads = [start, to, _("Button, or date"), _("Who, if they may edit this text")]
    heads += [_("What is asked"), _("What becomes of it")]
    rows = [[str(capfirst(head)) for head in heads], ["---"] * len(heads)]
    for (before, after), move in [*MOVES.items(), *DATED.items()]:
        asked = [str(move.condition.label)] if move.condition else []
        asked += [_("A reason.")] if move.reason else []
        states = [str(Phase(one).label) for one in (before, after)]
        said = [str(one) for one in (move.label, move.later) if one]
        rows.append([*states, " / ".join(said), str(RIGHTS[move.permission]), " ".join(asked)])
        rows[-1].append(str(move.outcome))
    return "\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows) + "\n"


def written(path: Path, code: str) -> str:
    """A document as it should be."""
    with translation.override(code):
        made = table()
    text, times = PLACE.subn(lambda place: place[1] + made + place[2], path.read_text("utf-8"))
    if times != 1:
        raise SystemExit(f"{path.relative_to(ROOT)} has no place for the table of moves.")
    return text


def main(task: str) -> int:
    """Returns the exit code."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("SECRET_KEY", "only-to-write-a-table")
    django.setup()
    stale = 0
    for path, code in documents().items():
        text = written(path, code)
        if task == "update":
            path.write_text(text, "utf-8")
        elif text != path.read_text("utf-8"):
            stale = 1
            sys.stderr.write(f"{path.relative_to(ROOT)} is stale: python scripts/moves.py update\n")
    return stale


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
