"""How many mails to subscribers are sent in a second, and what a page costs meanwhile.

    python -m benchmarks.mailing                    10,000 subscribers, an SQLite file
    python scripts/with_postgresql.py python -m benchmarks.mailing

Two processes of gunicorn serve, as on a live site, and `send_news` sends beside them as cron has it
do, into memory: what is measured is the program and its database, not a mail server. A page is asked
for twenty times a second before, during and after each sending, in turns: as served, and as if
nothing were kept. The machine is shared: what counts is the ratio of neighbours in time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from time import perf_counter, sleep
from typing import Any

from . import machine
from .databases import NAME
from .servers import ROOT, served

READERS = int(os.environ.get("READERS", "10000"))
TURNS = int(os.environ.get("TURNS", "2"))
QUIET = float(os.environ.get("QUIET", "15"))
"""Seconds in which a page is asked for with nothing sent, before and after each sending."""
AT_LEAST, AT_MOST = 200, 1.15
"""Mails in a second, with the start of the process; what a page takes, to what it took before."""
PAGE = "/fr/articles/"
PAUSE = 0.05


def prepared() -> dict[str, str]:
    """Django with a database of its own; the environment of what is started beside it."""
    folder = tempfile.mkdtemp(prefix="newsroom-mailing-")
    of_file = f"sqlite:///{folder}/newsroom.sqlite3"
    os.environ |= {
        "STATIC_ROOT": f"{folder}/static",
        "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", of_file),
        "EMAIL_URL": "memory://",
        "LOG_LEVEL": "ERROR",
        "DIGEST_HOUR": "0",
        "WEB_CONCURRENCY": "2",
    }
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("SECRET_KEY", "only-to-measure-" + "x" * 40)
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    return dict(os.environ)


def filled(rhythm: str) -> None:
    """Subscribers, half of them of one topic, and an article of now."""
    from django.utils import timezone  # noqa: PLC0415

    from articles import models  # noqa: PLC0415

    now = timezone.now()
    models.Subscriber.objects.all().delete()
    models.Mailing.objects.all().delete()
    topic: Any = models.Topic.objects.get_or_create(key="migration", is_listed=True)[0]
    models.Article.objects.all().delete()
    article = models.Article.objects.create(
        headline_fr="Le Maroc préside une session plénière",
        standfirst_fr="Une session s’est tenue mercredi.",
        body_fr="<p>Une session s’est tenue mercredi.</p>",
        slug_fr="le-maroc-preside",
        status_fr="published",
        published_at_fr=now - timedelta(seconds=5),
        own_reporting=True,
    )
    article.topics.add(topic)
    before = now - timedelta(hours=1)
    people = models.Subscriber.objects.bulk_create(
        models.Subscriber(
            address=f"reader{n}@example.org", language="fr", rhythm=rhythm, confirmed_at=before
        )
        for n in range(READERS)
    )
    models.Subscription.objects.bulk_create(
        models.Subscription(
            subscriber=one, language="fr", confirmed_at=before, topic=topic if n % 2 else None
        )
        for n, one in enumerate(people)
    )


class AskingReader:
    """Asks for the page over one connection, with a pause after each answer."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def times(self, is_over: Callable[[], bool]) -> list[float]:
        """How long each answer took, in milliseconds, until it is over."""
        found = []
        while not is_over():
            with suppress(HTTPException, ConnectionError):
                found.append(self.asked())
            sleep(PAUSE)
        return found

    def asked(self) -> float:
        begun = perf_counter()
        try:
            self.connection.request("GET", PAGE)
            answer = self.connection.getresponse()
            answer.read()
        except (HTTPException, ConnectionError):
            # A worker that has answered enough makes room for a new one.
            self.connection.close()
            raise
        took = (perf_counter() - begun) * 1000
        if answer.status != 200:
            sys.exit(f"{PAGE} answered {answer.status}.")
        return took

    def quiet(self, seconds: float = QUIET) -> list[float]:
        until = perf_counter() + seconds
        return self.times(lambda: perf_counter() > until)


@dataclass
class Sending:
    """One sending: how many mails, in how many seconds, and the times of a page around it."""

    sent: int
    seconds: float
    before: list[float]
    during: list[float]
    after: list[float]

    @property
    def rate(self) -> float:
        return self.sent / self.seconds

    @property
    def ratio(self) -> float:
        """Of the middle while mails are sent to that before and after."""
        return statistics.median(self.during) / statistics.median(self.before + self.after)


def turn(reader: AskingReader, rhythm: str, environment: dict[str, str]) -> Sending:
    filled(rhythm)
    reader.quiet(2)
    before = reader.quiet()
    begun = perf_counter()
    command = [sys.executable, "manage.py", "send_news"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    during = reader.times(lambda: process.poll() is not None)
    seconds = perf_counter() - begun
    return Sending(counted_as_sent(), seconds, before, during, reader.quiet())


def counted_as_sent() -> int:
    from django.db.models import Sum  # noqa: PLC0415

    from articles.models import Mailing  # noqa: PLC0415

    return Mailing.objects.aggregate(sent=Sum("sent"))["sent"] or 0


def percentiles(times: list[float]) -> str:
    """The middle, 95 and 99 of a hundred: « 1.8 / 2.6 / 3.1 »."""
    cuts = statistics.quantiles(times, n=100)
    return " / ".join(f"{cuts[which]:.1f}" for which in (49, 94, 98))


def main() -> int:
    environment = prepared()
    filled("at_once")
    print(f"{machine.described()} {NAME}. A page: p50 / p95 / p99 in ms.", flush=True)
    made, is_enough = [], True
    for kept in ("true", "false"):
        with served("newsroom.wsgi", environment | {"PAGE_CACHE": kept}) as server:
            reader = AskingReader(server.port)
            reader.quiet(5)
            for rhythm in ("at_once", "digest"):
                made = [turn(reader, rhythm, environment) for _ in range(TURNS)]
                is_enough &= told(f"{rhythm}, page cache {kept}", made)
    return 0 if is_enough else 1


def told(what: str, made: list[Sending]) -> bool:
    """Say what came of some turns; whether it is enough."""
    for one in made:
        print(
            f"{what}: {one.sent} mails, {one.rate:.0f} a second; "
            f"before {percentiles(one.before)}; during {percentiles(one.during)}; "
            f"after {percentiles(one.after)}; {one.ratio:.2f} times; load {machine.load()}",
            flush=True,
        )
    ratio = statistics.median(one.ratio for one in made)
    return ratio <= AT_MOST and all(one.sent == READERS and one.rate >= AT_LEAST for one in made)


if __name__ == "__main__":
    sys.exit(main())
