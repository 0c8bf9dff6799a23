"""How many mails to subscribers are sent in a second, and what a page costs meanwhile.

    python -m benchmarks.mailing                    10,000 subscribers, an SQLite file
    python scripts/with_postgresql.py python -m benchmarks.mailing

Mails go into memory: what is measured is the program and its database, not a mail server.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from datetime import timedelta
from threading import Event, Thread
from time import perf_counter, sleep, thread_time
from typing import Any

READERS = int(os.environ.get("READERS", "10000"))
AT_LEAST = 200
"""Mails in a second of the processor: the clock's are also of whoever else is at work here."""
PAGE = "/fr/articles/"


def prepared() -> None:
    """Django with a database of its own, and mails that are only counted."""
    folder = tempfile.mkdtemp(prefix="newsroom-mailing-")
    os.environ["STATIC_ROOT"] = f"{folder}/static"
    of_file = f"sqlite:///{folder}/newsroom.sqlite3"
    os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", of_file)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("SECRET_KEY", "only-to-measure-" + "x" * 40)
    os.environ |= {"EMAIL_URL": "memory://", "LOG_LEVEL": "ERROR", "DIGEST_HOUR": "0"}
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


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


def page_times(stop: Event, times: list[float]) -> None:
    """How long a page takes, asked again and again; in milliseconds."""
    from django.test import Client  # noqa: PLC0415

    client: Any = Client(SERVER_NAME="localhost")
    while not stop.is_set():
        begun = perf_counter()
        client.get(PAGE).content  # noqa: B018 - all of it
        times.append((perf_counter() - begun) * 1000)
        stop.wait(0.05)


def alone(number: int) -> list[float]:
    """The times of a page while nothing is sent."""
    stop, times = Event(), list[float]()
    thread = Thread(target=page_times, args=[stop, times])
    thread.start()
    while len(times) < number and thread.is_alive():
        sleep(0.1)
    stop.set()
    thread.join()
    return times[1:]


def measured(rhythm: str) -> tuple[int, float, float, list[float]]:
    """How many mails, the seconds by the clock and of the processor, the times of a page."""
    from articles.desk.mailing.sending import run  # noqa: PLC0415

    filled(rhythm)
    stop, times = Event(), list[float]()
    thread = Thread(target=page_times, args=[stop, times])
    thread.start()
    begun = thread_time()
    outcome = run()
    busy = thread_time() - begun
    stop.set()
    thread.join()
    return outcome.counted["sent"], outcome.seconds, busy, times[1:]


def main() -> int:
    prepared()
    filled("at_once")
    quiet = alone(60)
    is_enough = True
    print(f"a page, with nothing sent: {statistics.median(quiet):.1f} ms in the middle", flush=True)
    for rhythm in ("at_once", "digest"):
        sent, seconds, busy, times = measured(rhythm)
        print(
            f"{rhythm}: {sent} mails, {sent / seconds:.0f} a second ({sent / busy:.0f} in a second of "
            f"the processor); a page meanwhile {statistics.median(times):.1f} ms "
            f"in the middle, {max(times):.0f} at most",
            flush=True,
        )
        is_enough = is_enough and sent == READERS and sent / busy >= AT_LEAST
    return 0 if is_enough else 1


if __name__ == "__main__":
    sys.exit(main())
