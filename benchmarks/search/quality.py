"""How well a newsroom's search finds: recall at ten and mean reciprocal rank.

python -m benchmarks.search.quality    on a temporary SQLite file
python scripts/with_postgresql.py python -m benchmarks.search.quality
                                                     on PostgreSQL, and beside it
                                                     PostgreSQL's own configurations
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.search import setting

setting.up()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import translation  # noqa: E402

from articles.languages import Language  # noqa: E402
from articles.models import Article, Organization, SearchEntry, Speaker, Status  # noqa: E402
from articles.search import index  # noqa: E402
from articles.search.engines import engine  # noqa: E402
from articles.search.results import search  # noqa: E402
from benchmarks.search import other_stories  # noqa: E402
from benchmarks.search.queries import QUERIES  # noqa: E402
from benchmarks.search.stories import ORGANIZATIONS, SPEAKERS, STORIES  # noqa: E402

TOP = 10


def stories() -> None:
    """The hand-written stories, live in both languages, older than most of the rest."""
    for n, line in enumerate(filter(None, (STORIES + other_stories.STORIES).splitlines())):
        key, title_fr, text_fr, title_ar, text_ar = (part.strip() for part in line.split("|"))
        moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=31 * n)
        Article.objects.create(
            key=f"story-{key}",
            headline_fr=title_fr,
            headline_ar=title_ar,
            body_fr=f"<p>{text_fr}</p>",
            body_ar=f"<p>{text_ar}</p>",
            status_fr=Status.PUBLISHED,
            status_ar=Status.PUBLISHED,
            published_at_fr=moment,
            published_at_ar=moment,
        )


def names() -> None:
    for acronym, name, aliases, acronym_ar, name_ar in ORGANIZATIONS:
        named: dict[str, str] = {
            "name_fr": name,
            "acronym_fr": acronym,
            "aliases_fr": aliases,
            "acronym_ar": acronym_ar,
            "name_ar": name_ar,
        }
        Organization.objects.create(is_listed=True, **named)
    for name, name_ar, story in SPEAKERS:
        named = {"name_fr": name, "name_ar": name_ar}
        speaker = Speaker(is_listed=True, **named)
        speaker.save()
        Article.objects.get(key=f"story-{story}").mention(speaker)


def ours(language: str, query: str) -> list[int]:
    with translation.override(language):
        return [one.record_id for one in search(query, Language(language)).articles[:TOP]]


def postgresql_s_own(language: str, query: str) -> list[int]:
    """The same query by the database's configuration of the language: websearch, ts_rank."""
    configuration = {"fr": "french", "ar": "arabic"}[language]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT id FROM articles_article, websearch_to_tsquery('{configuration}', %s) AS query,
            LATERAL (SELECT setweight(to_tsvector('{configuration}', headline_{language}), 'A') ||
                     setweight(to_tsvector('{configuration}',
                     regexp_replace(coalesce(body_{language}, ''), '<[^>]*>', ' ', 'g')), 'D') AS text) AS t
            WHERE status_{language} = 'published' AND t.text @@ query
            ORDER BY ts_rank(t.text, query) DESC, id DESC LIMIT {TOP}
            """,  # noqa: S608
            [query],
        )
        return [pk for (pk,) in cursor.fetchall()]


def judge(queries: str, find: Callable[[str, str], list[int]], verbose: bool) -> None:
    keys = dict(Article.objects.filter(key__startswith="story-").values_list("key", "pk"))
    ranks: dict[str, list[int]] = defaultdict(list)
    for line in filter(None, queries.strip().splitlines()):
        variant, language, query, story = (part.strip() for part in line.split(" | "))
        found, wanted = find(language, query), keys[f"story-{story}"]
        rank = found.index(wanted) + 1 if wanted in found else 0
        ranks[variant].append(rank)
        if verbose and rank != 1:
            print(f"  {rank or 'not found':>9}  {language}  {query}  ({story})")
    everything = [rank for some in ranks.values() for rank in some]
    for name, some in [*ranks.items(), ("all", everything)]:
        recall = sum(1 for rank in some if rank) / len(some)
        reciprocal = sum(1 / rank for rank in some if rank) / len(some)
        print(f"{name:<20}{len(some):>5}{recall:>9.3f}{reciprocal:>9.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300, help="beside the stories")
    parser.add_argument("--verbose", action="store_true", help="name what is not first")
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    with Path(os.devnull).open("w") as nowhere:
        call_command("seed_demo", articles=options.articles, stderr=nowhere, stdout=nowhere)
    stories()
    names()
    pks = list(Article.objects.values_list("pk", flat=True))
    SearchEntry.objects.filter(kind="article").delete()
    start = time.process_time(), time.perf_counter()
    for first in range(0, len(pks), index.BATCH):
        index.update_index(Article, pks[first : first + index.BATCH])
    if settings.SEARCH_URL:
        engine().write(list(SearchEntry.objects.all()))
        time.sleep(2)  # what it was given is found after a second
    rate = [
        len(pks) / (now - then)
        for now, then in zip((time.process_time(), time.perf_counter()), start, strict=True)
    ]
    print(
        f"{settings.SEARCH_URL or connection.vendor}: {len(pks)} articles; indexed {rate[1]:.0f}/s ({rate[0]:.0f} per second of Python)"
    )
    print(f"{'variant':<20}{'n':>5}{'recall':>9}{'MRR':>9}")
    for queries in (QUERIES, other_stories.QUERIES):
        judge(queries, ours, options.verbose)
        if connection.vendor == "postgresql":
            print("PostgreSQL's own french and arabic:")
            judge(queries, postgresql_s_own, False)


if __name__ == "__main__":
    main()
