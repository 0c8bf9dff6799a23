"""Behind PgBouncer, where no two transactions need be of one connection, all goes as without."""

import json
import os
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

from quality.saving import writers
from tests.serving.gunicorn import environment_in, manage, started
from tests.serving.pgbouncer import pgbouncer, program
from tests.serving.postgresql import primary, statements

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database

PAGES = (
    "/fr/",
    "/ar/",
    "/fr/articles/",
    "/fr/search/?q=caire",
    "/ar/search/?q=القاهرة",
    "/fr/feed.rss",
    "/news-sitemap.xml",
    "/health/ready",
)
BY_TURNS = """
import json
from threading import Thread
from django.db import connection, transaction
from articles.desk.databases import wait_for_turn
from articles.models import Article, Image
from tests.factories import ArticleFactory, ImageFactory, UserFactory
from django.contrib.auth.models import Group

came = []

def count():
    with transaction.atomic():
        wait_for_turn("a count")
        seen = len(came)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.05)")
        came.append(seen)
    connection.close()

threads = [Thread(target=count) for _ in range(4)]
for one in threads: one.start()
for one in threads: one.join()

chief = UserFactory(username="chief")
chief.groups.add(Group.objects.get(name="chief"))
article = ArticleFactory(headline_fr="Derrière un répartiteur", status_fr="in_review")
article.publish("fr", by=chief)
keys = [ArticleFactory().pk for _ in range(5)]
read = [one.pk for one in Article.objects.filter(pk__in=keys).order_by("pk").iterator(chunk_size=2)]
print(json.dumps([sorted(came), Article.objects.live().filter(pk=article.pk).count(), read == keys]))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    if not program() and not os.environ.get("CI"):
        pytest.skip("pgbouncer is not installed")
    scratch = tmp_path_factory.mktemp("pgbouncer")
    with primary() as server, pgbouncer(server) as url:
        environment = environment_in(
            scratch,
            DATABASE_URL=url,
            PGBOUNCER="true",
            DJANGO_SETTINGS_MODULE="tests.serving.served",
            PAGE_CACHE="true",
        )
        address, process = started(environment)
        yield server, environment, address
        process.terminate()
        process.communicate(timeout=20)


def read(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.status


def test_pages_searches_and_saves_at_once(site):
    server, environment, address = site
    saving = writers(address, environment, 2)
    with statements(server) as asked, ThreadPoolExecutor(4) as readers:
        saved = [readers.submit(one.is_saved, f"Le titre {one.article}") for one in saving]
        asked_for = [f"{address}{quoted(page)}" for page in PAGES for _ in range(2)]
        assert {*readers.map(read, asked_for)} == {200}
        assert [one.result() for one in saved] == [True, True]
    text = manage(environment, "shell", "-v0", "-c", SAVED)
    assert all(f"Le titre {one.article}" in text for one in saving)
    # Nothing is left behind in a connection that the next one has.
    left = [one for one in asked if " SET SESSION " in one or "LISTEN" in one or "PREPARE" in one]
    assert left == []


SAVED = "from articles.models import Article; print([*Article.objects.values_list('headline_fr')])"


def quoted(page):
    return urllib.parse.quote(page, safe="/?=&.-")


def test_turns_publications_and_long_lists(site):
    _server, environment, _address = site
    said = manage(environment, "shell", "-v0", "-c", BY_TURNS)
    assert json.loads(said.splitlines()[-1]) == [[0, 1, 2, 3], 1, True]
