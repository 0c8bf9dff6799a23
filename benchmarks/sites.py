"""The newsroom and, where it is asked for, a site of Wagtail's: filled, and which pages they have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.client import Question
from benchmarks.servers import ROOT, run

LANGUAGE = "fr"
WAGTAIL = ROOT / "data/wagtail/bin/python"
HTML, RSS, SITEMAP = b"</html>", b"</rss>", b"</urlset>"
ENDINGS = {"feed": RSS, "sitemap": SITEMAP}
AT_DESK = ("desk page", "desk list", "article form", "event form")


@dataclass
class FilledSite:
    """A site with its articles in a database of its own."""

    environment: dict[str, str]
    python: str = sys.executable
    pages: dict[str, list[Question]] = field(default_factory=dict)

    def queries(self, questions: list[Question], **environment: str) -> list[int]:
        """How many each of them costs."""
        asked = json.dumps([[one.path, one.headers] for one in questions])
        counted = run(
            *(self.python, "-m", "benchmarks.counting"),
            environment=self.environment | environment,
            told=asked,
        )
        numbers: list[int] = json.loads(counted)
        return numbers


def newsroom(size: int, database_url: str, folder: Path) -> tuple[FilledSite, str]:
    """The newsroom with so many articles of the demo, and the slug of the one that is asked for."""
    site = FilledSite(
        os.environ
        | {
            "DATABASE_URL": database_url,
            "MEDIA_ROOT": str(folder / "media"),
            "SECRET_KEY": "measured-and-thrown-away-" * 3,
            "DEBUG": "false",
            "PAGE_CACHE": "true",
            "SITE_URL": "http://127.0.0.1",
            "LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
    )
    for command in (
        ["migrate"],
        ["collectstatic", "--no-input"],
        ["seed_demo", "--articles", str(size)],
    ):
        run(site.python, "manage.py", *command, environment=site.environment)
    answer = run(site.python, "-m", "benchmarks.choosing", environment=site.environment)
    chosen = json.loads(answer)
    for name, paths in chosen["pages"].items():
        headers = {"Cookie": chosen["cookie"]} if name in AT_DESK else {}
        ending = ENDINGS.get(name, HTML)
        site.pages[name] = [Question(path, headers=headers, ending=ending) for path in paths]
    return site, chosen["slug"]


def wagtail(ours: FilledSite, slug: str, database_url: str, folder: Path) -> FilledSite:
    """Wagtail with the same articles.

    Args:
        ours: the newsroom that has them.
        slug: of the article that is asked for.
        database_url: of its own database.
        folder: where its pictures are.
    """
    say_databases = (
        "import json; from newsroom.settings import DATABASES; print(json.dumps(DATABASES))"
    )
    ours_there = ours.environment | {"DATABASE_URL": database_url}
    site = FilledSite(
        os.environ
        | {
            "DATABASES": run(ours.python, "-c", say_databases, environment=ours_there),
            "MEDIA_ROOT": str(folder / "wagtail-media"),
            "DJANGO_SETTINGS_MODULE": "benchmarks.wagtail_site.settings",
        },
        python=str(WAGTAIL),
    )
    run(site.python, "-m", "django", "migrate", environment=site.environment)
    event = ours.pages["event"][0].path.rstrip("/").rsplit("/", 1)[1]
    for name, path in filled(ours, site, slug, event).items():
        asked = (
            [one.path.split("=")[1] for one in ours.pages["search"]] if name == "search" else [""]
        )
        ending = ENDINGS.get(name, HTML)
        site.pages[name] = [Question(path + words, ending=ending) for words in asked]
    return site


def filled(ours: FilledSite, theirs: FilledSite, slug: str, event: str) -> dict[str, str]:
    """Let one read what the other writes; the addresses of the pages there.

    Raises:
        SystemExit: it could not be filled.
    """
    with subprocess.Popen(
        [ours.python, "-m", "benchmarks.export"],
        cwd=ROOT,
        env=ours.environment,
        stdout=subprocess.PIPE,
    ) as export:
        filling = subprocess.run(
            [theirs.python, "-m", "benchmarks.wagtail_site.filling", slug, event],
            cwd=ROOT,
            env=theirs.environment,
            stdin=export.stdout,
            capture_output=True,
            text=True,
            check=False,
        )
    if filling.returncode or export.returncode:
        sys.exit(f"Wagtail was not filled: {filling.stderr[-2000:]}")
    addresses: dict[str, str] = json.loads(filling.stdout)
    return addresses
