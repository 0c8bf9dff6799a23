"""How long a search takes in a large newsroom: the whole of it, from the words to ranked results.

    python -m benchmarks.search.latency --entries 100000
    python scripts/with_postgresql.py python -m benchmarks.search.latency --entries 1000000

The newsroom is made up (``filling.py``). Two words are drawn from the ranks of frequency that
people ask for: neither the fifty commonest nor those that stand nowhere; a very common word is
one of the first hundred. No query is asked twice, so that nothing is answered from memory.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time
from collections import Counter
from pathlib import Path

from benchmarks.search import setting

setting.up()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from articles.languages import Language  # noqa: E402
from articles.models import SearchEntry  # noqa: E402
from articles.search.results import search  # noqa: E402
from articles.text.analysis.analyzer import is_stop_word  # noqa: E402
from benchmarks.search.filling import FIRST, fill  # noqa: E402

READ = 3000
"""Entries from which the words are drawn."""
ASKED_FOR = slice(50, 8000)
COMMON = slice(0, 100)


def words_by_frequency(language: Language) -> list[str]:
    """The words of some of the entries that may be asked for, the commonest first."""
    made_up = SearchEntry.objects.filter(language=language.code, record_id__gte=FIRST)
    counts: Counter[str] = Counter()
    for body in made_up.values_list("body", flat=True)[:READ]:
        counts.update(set(body.split()))
    return [
        word
        for word, __ in counts.most_common()
        if len(word) > 3 and word.isalpha() and not is_stop_word(word)
    ]


def timed(queries: list[tuple[Language, str]]) -> list[tuple[float, float]]:
    """Of each query: how long it took, and what it took of this process's processor."""
    times = []
    for language, text in queries:
        start, worked = time.perf_counter(), time.process_time()
        search(text, language).facets(language)
        times.append((1000 * (time.perf_counter() - start), 1000 * (time.process_time() - worked)))
    return times


def say(name: str, times: list[tuple[float, float]]) -> None:
    load = os.getloadavg()[0]
    print(f"{name}, {len(times)} queries; load {load:.1f}")
    for what, some in zip(("elapsed", "of the processor"), zip(*times, strict=True), strict=True):
        p95 = statistics.quantiles(some, n=20)[-1]
        print(f"  {what:<17} median {statistics.median(some):>5.0f} ms   p95 {p95:>5.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=500, help="demo articles beside them")
    parser.add_argument("--queries", type=int, default=200, help="of two words, in each language")
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    if not SearchEntry.objects.filter(record_id__gte=FIRST).exists():
        with Path(os.devnull).open("w") as nowhere:
            call_command("seed_demo", articles=options.articles, stderr=nowhere, stdout=nowhere)
        fill(options.entries)
    print(
        f"{connection.vendor}: {SearchEntry.objects.count():,} entries; load {os.getloadavg()[0]:.1f}"
    )
    chance = random.Random(2)  # noqa: S311 - nothing secret
    pairs, singles, warm = [], [], []
    for language in Language.all():
        words = words_by_frequency(language)
        warm.append((language, words))
        pairs += [
            (language, " ".join(chance.sample(words[ASKED_FOR], 2))) for _ in range(options.queries)
        ]
        singles += [(language, word) for word in words[COMMON]]
    # A process that has served for a while: it knows most words already.
    timed(
        [(language, " ".join(chance.sample(words[ASKED_FOR], 2))) for language, words in warm * 50]
    )
    say("two words, with facets", timed(pairs))
    say("one very common word, with facets", timed(singles))


if __name__ == "__main__":
    main()
