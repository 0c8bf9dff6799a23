"""A newsroom of any size, for measuring only: made-up texts, written past the models.

Words come back as often as in real texts (Zipf's law, with Mandelbrot's constant), out of those
of the demo articles and as many invented ones as a language has; dates are spread over ten years,
more to the present. Articles stand beside their entries, so that the gate and the pages work.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, batched
from typing import Any

from django.db import connection, models, transaction

from articles.languages import Language
from articles.models import Article, SearchEntry, SearchWord
from articles.search.entries import time_tags
from articles.text.analysis.analyzer import analysed

FIRST = 10_000_000
"""Keys from here on are made up."""
VOCABULARY = 60_000
MANDELBROT = 2.7
TITLE, LEAD, HALF = 9, 25, 110
POOL = 20_000
YEARS = 10
COLUMNS = (
    "kind", "record_id", "language", "label", "visible_from", "title", "lead", "body", "stems",
    "tags", "digest",
)  # fmt: skip


class FillingVocabulary:
    """The words of a language, and how often each comes."""

    def __init__(self, language: Language, chance: random.Random) -> None:
        bodies = SearchEntry.objects.filter(language=language.code).values_list("body", flat=True)
        real = [word for word, __ in Counter(" ".join(bodies).split()).most_common(5000)]
        parts = [word for word in real if word.isalpha() and 4 < len(word) < 9]
        known, words = set(real), list(real)
        letters = sorted({letter for word in parts for letter in word})
        while len(words) < VOCABULARY:
            middle = "".join(chance.choices(letters, k=2))
            made = chance.choice(parts)[:3] + middle + chance.choice(parts)[-3:]
            if made not in known:
                known.add(made)
                words.append(made)
        self.words = words
        self.stems = {word: analysed(word).stems for word in words}
        self.weights = list(
            accumulate(1 / (rank + MANDELBROT) for rank in range(1, len(words) + 1))
        )

    def stems_of(self, words: list[str]) -> list[str]:
        written = set(words)
        return list({stem for word in written for stem in self.stems[word]} - written)


def days_ago(chance: random.Random) -> float:
    """More of what is new, as newsrooms grow."""
    return 365.25 * YEARS * chance.random() ** 1.5


class Halves:
    """Halves of texts in a language: two make a body, so that a million are soon written."""

    def __init__(self, language: Language, chance: random.Random) -> None:
        self.vocabulary = FillingVocabulary(language, chance)
        self.chance = chance
        self.texts = [self.drawn(HALF + chance.randint(-50, 50)) for _ in range(POOL)]
        self.stems = [self.vocabulary.stems_of(text) for text in self.texts]

    def drawn(self, count: int) -> list[str]:
        words = self.vocabulary
        return self.chance.choices(words.words, cum_weights=words.weights, k=count)

    def entry(self) -> tuple[str, str, str, str]:
        """Title, lead, body and stems."""
        head = self.drawn(TITLE + LEAD)
        one, other = self.chance.randrange(POOL), self.chance.randrange(POOL)
        stems = [*self.vocabulary.stems_of(head), *self.stems[one], *self.stems[other]]
        return (
            " ".join(head[:TITLE]),
            " ".join(head[TITLE:]),
            " ".join([*self.texts[one], *self.texts[other]]),
            " ".join(stems),
        )


def made_up(
    wanted: int, halves: dict[str, Halves], about: list[list[str]], chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    """Rows of entries, both languages of each article one after the other."""
    now = datetime.now(UTC)
    for number in range(-(-wanted // len(halves))):
        moment = now - timedelta(days=days_ago(chance))
        tags = " ".join(sorted({*chance.choice(about), *time_tags(moment)}))
        for code, some in halves.items():
            title, lead, body, stems = some.entry()
            yield (
                "article", FIRST + number, code, title, moment, title, lead, body, stems, tags,
                "made-up",
            )  # fmt: skip


def tags_of_seeded() -> list[list[str]]:
    """What the demo articles are about, for others to be about."""
    rows = SearchEntry.objects.filter(kind="article", record_id__lt=FIRST)
    return [
        [word for word in tags.split() if not word.startswith(("xyear", "xmonth", "xday"))]
        for tags in rows.values_list("tags", flat=True)[:2000]
    ]


def fill(wanted: int) -> None:
    """Write so many entries, their articles and their words."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    halves, about = {one.code: Halves(one, chance) for one in Language.all()}, tags_of_seeded()
    # One article lends what the others do not vary.
    model = Article.objects.order_by("-pk")[0]
    with transaction.atomic():
        write_rows(made_up(wanted, halves, about, chance))
        write_articles(model)
        write_vocabulary(one.vocabulary for one in halves.values())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def write_rows(rows: Iterator[tuple[Any, ...]]) -> None:
    table = SearchEntry._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copy_rows(cursor, table, rows)
            return
        marks = ", ".join("?" * len(COLUMNS))
        cursor.connection.executemany(
            f"INSERT INTO {table} ({', '.join(COLUMNS)}) VALUES ({marks})",  # noqa: S608
            ((*row[:4], row[4].replace(tzinfo=None).isoformat(" "), *row[5:]) for row in rows),
        )


def copy_rows(cursor: Any, table: str, rows: Iterator[tuple[Any, ...]]) -> None:
    """Into PostgreSQL: the text indexes are made after the rows, which is much faster."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexdef LIKE %s",
        ["articles_searchindex", "% USING gin %"],
    )
    indexes = cursor.fetchall()
    for name, __ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    for some in batched(rows, 5000):
        with cursor.copy(f"COPY {table} ({', '.join(COLUMNS)}) FROM STDIN") as copy:
            for row in some:
                copy.write_row(row)
    cursor.execute("SET LOCAL maintenance_work_mem = '1GB'")
    for __, definition in indexes:
        cursor.execute(definition)


def write_articles(model: models.Model) -> None:
    """The articles of the entries, in one statement for all."""
    values = {"id": "first.record_id", "key": "'made-up-' || first.record_id"}
    joins = []
    for n, language in enumerate(Language.all()):
        entry = "first" if n == 0 else f"also{n}"
        if n:
            joins.append(
                f"JOIN articles_searchentry AS {entry} ON {entry}.record_id = first.record_id "
                f"AND {entry}.kind = 'article' AND {entry}.language = '{language.code}'"
            )
        values |= {
            language.field("headline"): f"{entry}.label",
            language.field("slug"): "'made-up-' || first.record_id",
            language.field("standfirst"): f"{entry}.lead",
            language.field("body"): f"'<p>' || {entry}.body || '</p>'",
            language.field("published_at"): f"{entry}.visible_from",
            language.field("status"): "'published'",
        }
    columns = [str(field.column) for field in model._meta.concrete_fields]
    chosen = ", ".join(values.get(name, f'model."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({names}) SELECT {chosen} "  # noqa: S608
            f"FROM {model._meta.db_table} AS model, articles_searchentry AS first {' '.join(joins)} "
            "WHERE model.id = %s AND first.record_id >= %s AND first.kind = 'article' "
            "AND first.language = %s",
            [model.pk, FIRST, Language.all()[0].code],
        )


def write_vocabulary(vocabularies: Iterable[FillingVocabulary]) -> None:
    words = {word[:64] for one in vocabularies for word in one.words}
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, written=word) for word in words],
        ignore_conflicts=True,
        batch_size=500,
    )
