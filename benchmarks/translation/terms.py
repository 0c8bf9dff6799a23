"""How long the glossary takes: to be read, to mark an article's terms, to find what is lacking.

    python -m benchmarks.translation.terms --records 10000 --words 5000
    python scripts/with_postgresql.py python -m benchmarks.translation.terms

Two thirds of the records are people, a third organizations whose long names share their words.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import time
from collections.abc import Callable

from benchmarks.search import setting

setting.up()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from articles.desk.translation import glossary  # noqa: E402
from articles.languages import Language  # noqa: E402
from articles.management.demo.phrases import phrases  # noqa: E402
from articles.models import Organization, Speaker  # noqa: E402

LETTERS = {"fr": "bcdfghlmnprst", "ar": "بتجحدرسشعفقكلمن"}
VOWELS = {"fr": "aeiou", "ar": "اوي"}


def names(code: str, number: int) -> list[str]:
    """So many made-up names, in the letters of a language."""
    syllables = [a + b for a, b in itertools.product(LETTERS[code], VOWELS[code])]
    made = ("".join(three) for three in itertools.product(syllables, repeat=3))
    return [name.capitalize() for name in itertools.islice(made, 7, None, 5)][:number]


def write(records: int) -> None:
    codes = [language.code for language in Language.all()]
    made = {code: names(code, 3000) for code in codes}
    bodies = {code: phrases(Language(code))["organizations"] for code in codes}
    people, organizations = [], []
    for n in range(records):
        first, last = n % 2900, (n * 7 + n // 2900) % 2900
        if n % 3:
            said = {f"name_{code}": f"{made[code][first]} {made[code][last]}" for code in codes}
            people.append(Speaker(**said))
        else:
            said = {f"name_{code}": f"{bodies[code][n % 12]} {made[code][first]}" for code in codes}
            short = {f"acronym_{codes[0]}": made[codes[0]][last].upper()}
            organizations.append(Organization(**said, **short))
    Speaker.objects.bulk_create(people, batch_size=1000)
    Organization.objects.bulk_create(organizations, batch_size=1000)


def article(language: Language, length: int) -> str:
    """A text of the demo's sentences, with a known name after every thirty words."""
    said = Speaker.objects.values_list(language.field("name"), flat=True)[: length // 30]
    known = iter(said)
    words: list[str] = []
    while len(words) < length:
        for sentence in phrases(language)["sentences"]:
            words += str(sentence).split()
            words.append(next(known, ""))
    return " ".join(words[:length])


def timed(what: str, act: Callable[[], object], rounds: int) -> None:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - start))
    print(f"{what:<44} median {statistics.median(times):>7.1f} ms   worst {max(times):>7.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=5_000)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    write(options.records)
    source, target = Language.all()[:2]
    text, other = article(source, options.words), article(target, options.words)

    def read() -> None:
        glossary.GlossaryCache.stamp = None
        glossary.glossary()

    found = len(glossary.terms_in(text, source, target))
    missing = len(glossary.lacking(text, other, source, target))
    print(
        f"{connection.vendor}: {options.records:,} records, {len(text.split()):,} words, ", end=""
    )
    print(f"{found} terms, {missing} lacking")
    timed("the glossary read anew", read, 5)
    timed("the stamp that says it is still true", glossary.stamp, 20)
    timed("terms marked", lambda: glossary.terms_in(text, source, target), 20)
    timed("terms lacking", lambda: glossary.lacking(text, other, source, target), 20)


if __name__ == "__main__":
    main()
