"""Read every text of a set and say how much was found.

python -m benchmarks.recognition [SET] [--misses]

The sets are folders here, ``first`` to ``tenth``, each written by somebody who had not seen
the rules.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from articles.languages import Language  # noqa: E402
from articles.wire.fetch import WireError  # noqa: E402
from articles.wire.paths import copy_of_file  # noqa: E402

from .facts import Tally, compare, expected, overall, texts  # noqa: E402

READ_ON = date(2026, 11, 29)
"""The day on which the sets are read: which year a day without one is of depends on it."""


def main(arguments: list[str]) -> None:
    languages = [one.code for one in Language.all()]
    name = next((one for one in arguments if not one.startswith("-")), "first")
    for language in languages:
        tallies: dict[str, Tally] = defaultdict(Tally)
        taken = time.process_time()
        files = texts(name, language)
        if not files:
            print(f"\n{language}: no texts in “{name}”")
            continue
        for file in files:
            try:
                copy = copy_of_file(file, today=READ_ON)
            except WireError as error:
                print(f"{file.name}: {error}")
                continue
            compare(file.stem, copy, expected(file), tallies)
        taken = (time.process_time() - taken) / len(files)
        print(
            f"\n{language}: {len(files)} texts, {overall(tallies):.1%} of the facts, {taken * 1000:.0f} ms a text"
        )
        print(f"{'':20} {'right':>6} {'wrong':>6} {'missed':>7} {'recall':>7} {'precision':>9}")
        for key, tally in tallies.items():
            print(
                f"{key:20} {tally.right:6} {tally.wrong:6} {tally.missed:7} {tally.recall:7.2f} {tally.precision:9.2f}"
            )
        if "--misses" in arguments:
            for key, tally in tallies.items():
                for miss in tally.misses:
                    print(f"{key} | {miss}")


if __name__ == "__main__":
    main(sys.argv[1:])
