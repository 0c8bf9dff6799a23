"""``make bench``: what the newsroom's pages cost, in turns with a floor and with Wagtail.

Each page is asked for made anew (``PAGE_CACHE=false``), as shipped, and by a reader who has it
(``If-None-Match``). Beside the first stands the floor (``benchmarks/floor/``: one indexed SELECT of
the same article, one template), beside the others a constant answer of the same length behind the
newsroom's own middleware (``benchmarks/constant/``). All are served as ``make run`` serves.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import databases, goals, machine
from benchmarks.client import Question, WrongAnswerError
from benchmarks.servers import ROOT, served
from benchmarks.sites import HTML, FilledSite, newsroom, wagtail
from benchmarks.turns import (
    COLD,
    HEAD,
    SERVED,
    UNCHANGED,
    WAGTAIL,
    Measured,
    Pace,
    PageInTurns,
    Servers,
)

FIGURES = ROOT / "docs/performance.md"
KEPT = ROOT / "data/benchmark"
BARE = "benchmarks/floor/server.py"


def table(rows: list[list[str]], *, numbers: bool = False) -> str:
    """In Markdown; the first row is the head, the third column and those after it are numbers."""
    lines = ["---" if not numbers or place < 2 else "---:" for place in range(len(rows[0]))]
    return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], lines, *rows[1:]])


@contextmanager
def servers(ours: FilledSite, theirs: FilledSite | None) -> Iterator[Servers]:
    """All that is asked, each under gunicorn with the same workers."""
    environment = ours.environment
    made_anew = environment | {"PAGE_CACHE": "false"}
    constant = environment | {"DJANGO_SETTINGS_MODULE": "benchmarks.constant.settings"}
    floor = environment | {"DJANGO_SETTINGS_MODULE": "benchmarks.floor.settings"}
    with (
        served("newsroom.wsgi", made_anew) as cold,
        served("newsroom.wsgi", environment) as kept,
        served("newsroom.wsgi", constant) as same_length,
        served("benchmarks.wsgi", floor, config=BARE) as bare,
    ):
        all_of_them = Servers(cold, kept, bare, same_length)
        if theirs is None:
            yield all_of_them
            return
        with served(
            "benchmarks.wsgi", theirs.environment, config=BARE, python=theirs.python
        ) as theirs_served:
            yield replace(all_of_them, wagtail=theirs_served)


def count_queries(found: list[Measured], ours: FilledSite, theirs: FilledSite | None) -> None:
    """Put into each how many queries it costs."""
    sites = {
        COLD: (ours, {"PAGE_CACHE": "false"}),
        SERVED: (ours, {}),
        UNCHANGED: (ours, {}),
        WAGTAIL: (theirs, {}),
    }
    for way, (site, environment) in sites.items():
        ones = [one for one in found if one.way == way]
        if site is None or not ones:
            continue
        numbers = site.queries([one.questions[0] for one in ones], **environment)
        for one, number in zip(ones, numbers, strict=True):
            one.queries = number


def run(options: argparse.Namespace, folder: Path) -> list[Measured]:
    """Fill, serve, ask; say how far it is, to who waits."""
    with filled(options, folder) as (ours, theirs, slug):
        floor = Question(f"/{slug}/", ending=HTML)
        found: list[Measured] = []
        with servers(ours, theirs) as running:
            for name, questions in ours.pages.items():
                if options.only and name not in options.only:
                    continue
                say(f"Asking for: {name}")
                there = theirs.pages.get(name, []) if theirs else []
                page = PageInTurns(name, questions, there, floor)
                found += page.measured(running, options.pace)
        count_queries(found, ours, theirs)
    return found


@contextmanager
def filled(
    options: argparse.Namespace, folder: Path
) -> Iterator[tuple[FilledSite, FilledSite | None, str]]:
    """The newsroom, Wagtail where it was asked for, and the slug of the article."""
    with ExitStack() as until:

        def database(name: str) -> str:
            name = f"{name}_benchmark_{options.size}"
            return until.enter_context(databases.database(name, folder, keep=options.keep))

        say(f"Filling a newsroom with {options.size:,} articles on {databases.NAME}")
        url = database("newsroom")
        ours, slug = newsroom(options.size, url, folder)
        databases.settle(url)
        theirs = None
        if options.wagtail:
            say("Filling Wagtail with the same")
            their_url = database("wagtail")
            theirs = wagtail(ours, slug, their_url, folder)
            databases.settle(their_url)
        yield ours, theirs, slug


def say(sentence: str) -> None:
    sys.stderr.write(f"{sentence} …\n")


def written(options: argparse.Namespace, found: list[Measured], load: str) -> str:
    """All that a run has to say, in Markdown."""
    pace = options.pace
    turns = [turn for one in found for turn in [*one.turns, *one.turns_beside]]
    client = max(turn.worked / turn.elapsed for turn in turns)
    how = (
        f"{databases.described()}, {options.size:,} articles; {pace.callers} connections, "
        f"{pace.rounds} turns of {pace.seconds:g} s each; the client took at most {client:.0%} of a core."
    )
    return "\n\n".join(
        [
            f"{machine.described()} {load}\n{how}",
            table([HEAD, *(one.row() for one in found)], numbers=True),
            table([["goal", "shall be", "is", ""], *goals.judged(found)]),
        ]
    )


def record(size: int, text: str) -> None:
    """Put the figures into the documentation, in the place of the last ones.

    Raises:
        SystemExit: there is no such place.
    """
    name = f"{databases.NAME}, {size:,} articles"
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    there = FIGURES.read_text("utf-8")
    made, times = place.subn(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", there)
    if times != 1:
        sys.exit(f"{FIGURES.relative_to(ROOT)} has no place for the figures of {name}.")
    FIGURES.write_text(made, "utf-8")


def asked_for() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=2000, help="articles")
    parser.add_argument("--only", default="", help="pages, with commas between them")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=0.5, help="of each turn")
    parser.add_argument("--callers", type=int, default=8, help="connections at once")
    parser.add_argument("--wagtail", action="store_true", help="beside it (scripts/wagtail)")
    parser.add_argument("--keep", action="store_true", help="what was filled, for the next time")
    parser.add_argument("--record", action="store_true", help=f"write to {FIGURES.name}")
    options = parser.parse_args()
    options.pace = Pace(options.rounds, options.seconds, options.callers)
    options.only = [one.strip() for one in options.only.split(",") if one.strip()]
    return options


def main() -> None:
    options = asked_for()
    before = machine.load()
    with TemporaryDirectory(prefix="newsroom-") as scratch:
        folder = KEPT if options.keep else Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            found = run(options, folder)
        except WrongAnswerError as error:
            sys.exit(str(error))
    text = written(options, found, f"Load {before} before, {machine.load()} at the end.")
    print(text)
    if options.record:
        record(options.size, text)


if __name__ == "__main__":
    main()
