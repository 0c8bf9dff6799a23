"""How long the translation memory takes to find like paragraphs, among very many.

    python -m benchmarks.translation.memory --pairs 100000
    python scripts/with_postgresql.py python -m benchmarks.translation.memory --pairs 1000000

Words are drawn as texts have them, few very often and many seldom (Zipf). One pair in five is
one of two hundred usual paragraphs with other names and numbers: such look alike most. Asked
for are edited ones (a share of their words replaced), and new ones, that the memory has not.
"""

# ruff: noqa: S311 - nothing secret is drawn here
from __future__ import annotations

import argparse
import io
import itertools
import random
import statistics
import time
from collections.abc import Iterator

from benchmarks.search import setting

setting.up()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles.desk.translation.memory import suggestions  # noqa: E402
from articles.languages import Language  # noqa: E402
from articles.models import MemoryMark, Remembered, User  # noqa: E402
from articles.models.memory import digest, direction  # noqa: E402
from articles.text.comparison.similarity import compared, marks  # noqa: E402
from articles.text.richtext.segments import typography_folded as said_in  # noqa: E402

VOCABULARY = 60_000
USUAL = 200
BATCH = 10_000
SYLLABLES = [a + b for a, b in itertools.product("bcdfgjlmnprstv", "aeiou")]


class MemoryTexts:
    """Paragraphs, drawn from a vocabulary of made-up words."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        picked = random.Random(1)
        self.words = [
            "".join(picked.choices(SYLLABLES, k=2 + n % 3)) + f"{n % 7 * 'z'}"
            for n in range(VOCABULARY)
        ]
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        usual = MemoryTexts.__new__(MemoryTexts)
        usual.random, usual.words, usual.weights = random.Random(2), self.words, self.weights
        self.usual = [usual.draw(30) for _ in range(USUAL)]

    def draw(self, length: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.weights, k=length)

    def paragraph(self) -> list[str]:
        if self.random.random() < 0.2:
            return self.edited(self.random.choice(self.usual), 6)
        return self.draw(self.random.choice((8, 15, 25, 35, 45, 60)))

    def edited(self, words: list[str], number: int) -> list[str]:
        """With so many of its words replaced by others."""
        words = list(words)
        for place in self.random.sample(range(len(words)), min(number, len(words))):
            words[place] = self.random.choice(self.words)
        return words


def html(words: list[str]) -> str:
    return f"{' '.join(words).capitalize()}."


def fill(pairs: int, source: Language, target: Language) -> None:
    texts, now = MemoryTexts(3), timezone.now()
    way = direction(source, target)
    for first in range(0, pairs, BATCH):
        rows, marked = [], []
        for number in range(first + 1, min(first + BATCH, pairs) + 1):
            said = html(texts.paragraph())
            words = said_in(said)
            rows.append(
                (number, f"pair-{number}", now, now, source.code, target.code, said,
                 f"ترجمة الفقرة {number}", digest(way, words), "", now)
            )  # fmt: skip
            marked += [(one, number) for one in set(marks(compared(words), way))]
        write(rows, marked)


COLUMNS = (
    "id", "key", "created_at", "updated_at", "source_language", "target_language",
    "source", "target", "digest", "origin", "confirmed_at",
)  # fmt: skip


@transaction.atomic
def write(rows: list[tuple], marked: list[tuple]) -> None:
    for table, columns, values in (
        (Remembered._meta.db_table, COLUMNS, rows),
        (MemoryMark._meta.db_table, ("mark", "remembered_id"), marked),
    ):
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                    for row in values:
                        copy.write_row(row)
            else:
                places = ", ".join(["%s"] * len(columns))
                cursor.executemany(
                    f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608
                    values,
                )


def asked(kind: str, number: int) -> Iterator[tuple[str, int | None]]:
    """Texts to look for, and which pair each was made from."""
    texts, new = MemoryTexts(5), MemoryTexts(7)
    pks = random.Random(6).choices(range(1, Remembered.objects.count() + 1), k=number)
    for pk in pks:
        source = Remembered.objects.get(pk=pk).source
        words = source.rstrip(".").lower().split()
        if kind == "new":
            yield html(new.draw(35)), None
        elif kind == "same":
            yield source, pk
        else:
            yield html(texts.edited(words, max(1, round(len(words) * float(kind))))), pk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=200)
    options = parser.parse_args()
    call_command("migrate", verbosity=0, stdout=io.StringIO())
    source, target = Language.all()[:2]
    start = time.perf_counter()
    fill(options.pairs, source, target)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    filled = time.perf_counter() - start
    print(f"{connection.vendor}: {options.pairs:,} pairs, filled in {filled:.0f} s")
    for kind in ("same", "0.1", "0.2", "0.3", "new"):
        times, found = [], 0
        for text, pk in asked(kind, options.asked):
            start = time.perf_counter()
            matches = suggestions(text, source, target, to=User(is_superuser=True))
            times.append(1000 * (time.perf_counter() - start))
            found += any(one.remembered.pk == pk for one in matches)
        name = f"{float(kind):.0%} of words replaced" if kind[0] == "0" else kind
        p95 = statistics.quantiles(times, n=20)[-1]
        print(
            f"{name:<24} median {statistics.median(times):>6.1f} ms   p95 {p95:>6.1f} ms   "
            f"worst {max(times):>6.1f} ms   its own pair offered {found / options.asked:>5.1%}"
        )


if __name__ == "__main__":
    main()
