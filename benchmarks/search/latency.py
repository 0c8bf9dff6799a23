"""How long a search takes in a large newsroom: the whole of it, from the words to ranked results.

    python -m benchmarks.search.latency --entries 100000
    python scripts/with_postgresql.py python -m benchmarks.search.latency --entries 100000

Demo articles are written and indexed, then multiplied inside the database with other keys,
which keeps the words' frequencies; the live rows are multiplied with them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from pathlib import Path

from benchmarks.search import setting

setting.up()

from django.core.management import call_command  # noqa: E402
from django.db import connection, models  # noqa: E402

from articles.languages import Language  # noqa: E402
from articles.models import Article, SearchEntry  # noqa: E402
from articles.search.results import search  # noqa: E402

STEP = 10_000_000
TWO_WORDS = {
    "fr": ["migrations rabat", "climat ministre", "énergie solaire", "jeunes emploi", "eau agriculture",
           "conférence marrakech", "santé publique", "pêche durable", "président afrique", "forum doha"],
    "ar": ["الهجرة الرباط", "المناخ وزير", "الطاقة الشمسية", "الشباب الشغل", "الماء الفلاحة",
           "مؤتمر مراكش", "الصحة العمومية", "صيد مستدام", "رئيس إفريقيا", "منتدى الدوحة"],
}  # fmt: skip
ONE_WORD = {
    "fr": ["session", "pays", "ministère", "coopération"],
    "ar": ["دورة", "دول", "وزارة", "تعاون"],
}


def copy(model: type[models.Model], number: int, kind: str = "") -> None:
    """Every row that was seeded once more, with keys of its own."""
    values = {
        "id": f"id + {number * STEP}",
        "record_id": f"record_id + {number * STEP}",
        "key": f"key || '-{number}'",
    } | {
        language.field("slug"): f"{language.field('slug')} || '-{number}'"
        for language in Language.all()
    }
    names = sorted(columns(model))
    chosen = ", ".join(values.get(name, f'"{name}"') for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    table = model._meta.db_table
    where = f"id < {STEP}" + (f" AND kind = '{kind}'" if kind else "")
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({quoted}) SELECT {chosen} FROM {table} WHERE {where}")  # noqa: S608


def columns(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.concrete_fields]


def timed(queries: dict[str, list[str]], rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        for code, texts in queries.items():
            for text in texts:
                start = time.perf_counter()
                search(text, Language(code)).facets(Language(code))
                times.append(1000 * (time.perf_counter() - start))
    return times


def say(name: str, times: list[float]) -> None:
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:<32} median {statistics.median(times):>6.0f} ms   p95 {p95:>6.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=1000, help="written, then multiplied")
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    with Path(os.devnull).open("w") as nowhere:
        call_command("seed_demo", articles=options.articles, stderr=nowhere, stdout=nowhere)
    number = 0
    while SearchEntry.objects.filter(kind="article").count() < options.entries:
        number += 1
        copy(Article, number)
        copy(SearchEntry, number, "article")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{connection.vendor}: {SearchEntry.objects.count():,} entries")
    timed(TWO_WORDS, 1)
    say("two words, with facets", timed(TWO_WORDS, 5))
    say("one very common word, with facets", timed(ONE_WORD, 10))


if __name__ == "__main__":
    main()
