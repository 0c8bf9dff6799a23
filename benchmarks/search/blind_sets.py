"""How well a newsroom's search finds in texts whose writers had not seen it.

    python -m benchmarks.search.blind_sets first
    python scripts/with_postgresql.py python -m benchmarks.search.blind_sets second

The sets of ``blind/`` were written, stories and queries, by others than the search, without its
code and without its results. Each is asked in a newsroom of its own, beside 300 demo articles.
"""

from __future__ import annotations

import argparse
import json
import os
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from benchmarks.search import setting

setting.up()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from articles.languages import Language  # noqa: E402
from articles.models import Article, Organization, Speaker, Status, Topic  # noqa: E402
from benchmarks.search import more_queries  # noqa: E402
from benchmarks.search.quality import judge, ours  # noqa: E402

SETS = {path.stem: path for path in sorted((Path(__file__).parent / "blind").glob("*.json"))}
NAMES = ("name", "acronym", "aliases")


def article(story: dict[str, Any]) -> Article:
    """A story, live in both languages since its day."""
    moment = datetime.combine(date.fromisoformat(story["date"]), time(10), UTC)
    values: dict[str, Any] = {"key": f"story-{story['key']}"}
    for language in Language.all():
        text = story[language.code]
        values |= {
            language.field("headline"): text["headline"],
            language.field("standfirst"): text["standfirst"],
            language.field("body"): "".join(f"<p>{one}</p>" for one in text["paragraphs"]),
            language.field("status"): Status.PUBLISHED,
            language.field("published_at"): moment,
        }
    return Article.objects.create(**values)


def in_all(said: dict[str, str], *names: str) -> dict[str, str]:
    """The columns of some names in every language."""
    columns = [language.field(name) for language in Language.all() for name in names]
    return {column: said.get(column, "") for column in columns}


def load(written: dict[str, Any]) -> None:
    bodies = {
        one["key"]: Organization(is_listed=True, **in_all(one, *NAMES))
        for one in written["organizations"]
    }
    for body in bodies.values():
        body.save()
    articles = {story["key"]: article(story) for story in written["stories"]}
    for story in written["stories"]:
        for key in story.get("organizations", []):
            articles[story["key"]].mention(bodies[key])
    for one in written["speakers"]:
        speaker = Speaker(is_listed=True, **in_all(one, "name"))
        speaker.save()
        for key in one["stories"]:
            articles[key].mention(speaker)
    for one in written["topics"]:
        topic = Topic(**in_all(one, "name"))
        topic.save()
        for key in one["stories"]:
            articles[key].topics.add(topic)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=list(SETS))
    parser.add_argument("--verbose", action="store_true", help="name what is not first")
    options = parser.parse_args()
    written = json.loads(SETS[options.set].read_text())
    call_command("migrate", verbosity=0)
    with Path(os.devnull).open("w") as nowhere:
        call_command("seed_demo", articles=300, stderr=nowhere, stdout=nowhere)
        load(written)
        call_command("rebuild_search", stderr=nowhere, stdout=nowhere)
    print(f"{connection.vendor}: {options.set}, {len(written['stories'])} stories")
    print(f"{'variant':<20}{'n':>5}{'recall':>9}{'MRR':>9}")
    queries = "\n".join(
        f"{one['variant']} | {one['lang']} | {one['text']} | {one['story']}"
        for one in written["queries"]
    )
    judge(queries, ours, options.verbose)
    if options.set == "second":
        print("by the search's own hand:")
        judge(more_queries.QUERIES, ours, options.verbose)


if __name__ == "__main__":
    main()
