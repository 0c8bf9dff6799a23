"""Three servers that share two databases, a cache and a bucket lose nothing as one of each is killed."""

import io
import os
import signal
import urllib.request
from contextlib import ExitStack

import psycopg
import pytest
from PIL import Image as Pillow

from quality.kills import HEADLINES
from quality.saving import writers
from tests.serving.buckets import bucket_server
from tests.serving.gunicorn import environment_in, free_port, manage
from tests.serving.machines import (
    MovingWriter,
    Reader,
    all_go_on,
    has_redis,
    machine,
    redis,
)
from tests.serving.postgresql import has_all, host, primary, standby, tell, url

# Its programs have databases of their own.
pytestmark = pytest.mark.no_database

PAGES = ("/fr/", "/ar/", "/fr/articles/", "/fr/search/?q=caire", "/fr/events/", "/fr/feed.rss")
SHOWN = """
from django.core.files.base import ContentFile
from articles.models import Article, Image
image = Image(alt_fr="La salle", alt_ar="القاعة")
image.file.save("salle.jpg", ContentFile(open({path!r}, "rb").read()))
image.make_renditions()
article = Article.objects.get(key="cairo-plenary-report")
article.lead_image = image
article.save()
print(image.file.url)
"""


class Newsroom:
    """Three machines, and what they share."""

    def __init__(self, scratch, stack):
        self.database = stack.enter_context(primary())
        self.follows = stack.enter_context(standby(self.database))
        self.bucket, bucket = stack.enter_context(bucket_server(scratch / "bucket.log"))
        self.cache_port, self.scratch = free_port(), scratch
        self.cache = redis(self.cache_port, scratch)
        stack.callback(self.end_cache)
        both = f"{host(self.database)},{host(self.follows)}".replace("/", "%2F")
        self.environment = environment_in(
            scratch,
            # Whichever of the two may be written to.
            DATABASE_URL=f"postgresql://postgres@/postgres?host={both}&target_session_attrs=read-write",
            REPLICA_URL=url(self.follows),
            CACHE_URL=f"redis://127.0.0.1:{self.cache_port}/0",
            BUCKET_URL=bucket,
            PAGE_CACHE="true",
            DJANGO_SETTINGS_MODULE="tests.serving.served",
        )
        ports = [{"PORT": str(free_port())} for _ in range(3)]
        running = [
            stack.enter_context(machine(self.environment | one, scratch / f"{one['PORT']}.log"))
            for one in ports
        ]
        self.addresses = [address for address, _kill in running]
        self.kills = [kill for _address, kill in running]

    def end_cache(self):
        self.cache.kill()
        self.cache.wait()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    if not has_redis() and not os.environ.get("CI"):
        pytest.skip("redis-server is not installed")
    with ExitStack() as stack:
        yield Newsroom(tmp_path_factory.mktemp("machines"), stack)


def picture(newsroom):
    """The address of a picture that readers see."""
    file, written = newsroom.scratch / "salle.jpg", io.BytesIO()
    Pillow.new("RGB", (640, 400), "navy").save(written, "JPEG")
    file.write_bytes(written.getvalue())
    return manage(newsroom.environment, "shell", "-v0", "-c", SHOWN.format(path=str(file))).split()[
        -1
    ]


def is_shown(newsroom, address):
    for one in newsroom.addresses[1:]:
        with urllib.request.urlopen(f"{one}{address}", timeout=20) as answer:
            assert answer.read(2) == b"\xff\xd8"


def kill(pid):
    os.kill(pid, signal.SIGKILL)


def saved(server):
    with psycopg.connect(host=host(server), user="postgres", dbname="postgres") as connection:
        return dict(connection.execute(HEADLINES).fetchall())


def test_one_of_each_is_killed_and_no_save_and_no_page_is_lost(newsroom):
    shown = picture(newsroom)
    cast = writers(newsroom.addresses[0], newsroom.environment, 2)
    readers = [Reader(newsroom.addresses, PAGES) for _ in range(2)]
    saving = [MovingWriter(newsroom.addresses, one) for one in cast]
    for one in [*readers, *saving]:
        one.start()
    try:
        all_go_on(readers, saving)
        lose_a_machine(newsroom, readers, saving)
        lose_the_cache(newsroom, readers, saving)
        lose_the_replica(newsroom, readers, saving)
        lose_the_bucket(newsroom, readers, saving, shown)
        lose_the_primary(newsroom, readers, saving)
    finally:
        for one in [*readers, *saving]:
            one.is_over.set()
        for one in [*readers, *saving]:
            one.join(timeout=60)
    assert [one.failed for one in readers] == [[], []]
    there = saved(newsroom.follows)
    assert [one for one in saving if int(there[one.article]) < one.acknowledged] == []
    is_shown(newsroom, shown)


def lose_a_machine(newsroom, readers, saving):
    newsroom.kills[0]()
    all_go_on(readers, saving)


def lose_the_cache(newsroom, readers, saving):
    kill(newsroom.cache.pid)
    newsroom.cache.wait()
    all_go_on(readers, saving)
    newsroom.cache = redis(newsroom.cache_port, newsroom.scratch)
    all_go_on(readers, saving)


def lose_the_replica(newsroom, readers, saving):
    kill(newsroom.follows.get_pid())
    all_go_on(readers, saving)
    start_again(newsroom.follows)
    has_all(newsroom.follows, newsroom.database)


def lose_the_bucket(newsroom, readers, saving, shown):
    """It takes connections and says nothing."""
    os.kill(newsroom.bucket.pid, signal.SIGSTOP)
    try:
        all_go_on(readers, saving)
    finally:
        os.kill(newsroom.bucket.pid, signal.SIGCONT)
    is_shown(newsroom, shown)


def lose_the_primary(newsroom, readers, saving):
    """What is answered as saved is with the standby first; that takes its place, as told."""
    tell(newsroom.database, "ALTER SYSTEM SET synchronous_standby_names = '*'")
    tell(newsroom.database, "SELECT pg_reload_conf()")
    all_go_on(readers, saving)
    kill(newsroom.database.get_pid())
    all_go_on(readers, [], within=90)
    tell(newsroom.follows, "SELECT pg_promote()")
    # Nothing is synchronous any more: nobody follows it.
    all_go_on(readers, saving)


def start_again(server):
    """One that was killed outright."""
    server._postmaster_info.process.wait(10)
    server.start()
