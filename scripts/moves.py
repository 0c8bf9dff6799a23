"""The table of moves in the documentation, written from the one the program goes by.

python scripts/moves.py update    write it, in each language
python scripts/moves.py check     complain where what is written is not what is
"""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from documents import ROOT, keep, markdown, set_up


def documents() -> dict[Path, str]:
    """Each document with the table, and its language."""
    guides = {ROOT / f"docs/editors/guide.{code}.md": code for code, __ in settings.LANGUAGES}
    return {ROOT / "docs/architecture.md": "en", **guides}


def table() -> str:
    """The moves in the active language, as Markdown."""
    from articles.models import Phase, Transition
    from articles.models.workflow import DATED, MOVES, RIGHTS

    fields = {field.name: field for field in Transition._meta.fields}
    start, to = (fields[f"{one}_status"].verbose_name for one in ("from", "to"))
    heads = [start, to, _("Button, or date"), _("Who, if they may edit this text")]
    heads += [_("What is asked"), _("What becomes of it")]
    rows = [[str(capfirst(head)) for head in heads]]
    for (before, after), move in [*MOVES.items(), *DATED.items()]:
        asked = [str(move.condition.label)] if move.condition else []
        asked += [_("A reason.")] if move.reason else []
        states = [str(Phase(one).label) for one in (before, after)]
        said = [str(one) for one in (move.label, move.later) if one]
        rows.append([*states, " / ".join(said), str(RIGHTS[move.permission]), " ".join(asked)])
        rows[-1].append(str(move.outcome))
    return markdown(rows)


if __name__ == "__main__":
    set_up()
    sys.exit(keep(sys.argv[1], "moves", documents(), table))
