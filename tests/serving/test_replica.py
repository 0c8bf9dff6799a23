"""Readers' pages come from a replica while it has all that was saved, and from the primary else."""

import time
import urllib.error
import urllib.request

import pytest

from tests.serving.gunicorn import environment_in, manage, started
from tests.serving.postgresql import has_all, primary, standby, statements, tell, url
from tests.serving.test_page_cache import CHANGE

# Its programs have databases of their own.
pytestmark = pytest.mark.no_database


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The primary, the replica, the environment, and the address of a server."""
    scratch = tmp_path_factory.mktemp("replica")
    with primary() as written:
        environment = environment_in(
            scratch,
            DATABASE_URL=url(written),
            DJANGO_SETTINGS_MODULE="tests.serving.served",
            PAGE_CACHE="true",
        )
        with standby(written) as follows:
            environment["REPLICA_URL"] = url(follows)
            address, process = started(environment)
            yield written, follows, environment, address
            process.terminate()
            process.communicate(timeout=20)


def read(address, **headers):
    asked = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return answer.read().decode(), answer.headers


def made_from(server, address, **headers):
    """A page, and how many questions about articles a server was asked for it."""
    with statements(server) as asked:
        page, _said = read(address, **headers)
    return page, len([one for one in asked if '"articles_article"' in one])


def change(environment, title):
    manage(environment, "shell", "-c", CHANGE.format(title=title))


def test_a_page_that_is_made_anew_and_a_search_come_from_the_replica(site):
    written, follows, environment, address = site
    change(environment, "Depuis la copie")
    has_all(follows, written)
    for path in ("/fr/", "/fr/search/?q=copie", "/news-sitemap.xml"):
        with statements(written) as asked:
            _page, number = made_from(follows, f"{address}{path}")
        assert number, path
        assert not [one for one in asked if '"articles_article"' in one], path
    assert "Depuis la copie" in read(f"{address}/fr/")[0]
    # What is kept asks the replica nothing.
    assert made_from(follows, f"{address}/fr/")[1] == 0


def test_who_is_signed_in_reads_the_primary(site):
    written, follows, environment, address = site
    change(environment, "Pour la rédaction")
    has_all(follows, written)
    cookie = {"Cookie": "sessionid=x"}
    assert made_from(follows, f"{address}/fr/", **cookie)[1] == 0


def test_a_change_is_seen_at_once_while_the_replica_is_behind(site):
    written, follows, environment, address = site
    has_all(follows, written)
    tell(follows, "SELECT pg_wal_replay_pause()")
    try:
        change(environment, "La copie ne le sait pas")
        page, number = made_from(follows, f"{address}/fr/")
        assert "La copie ne le sait pas" in page
        assert number == 0
        assert "sait pas" in read(f"{address}/fr/search/?q=copie")[0]
    finally:
        tell(follows, "SELECT pg_wal_replay_resume()")
    has_all(follows, written)
    assert made_from(follows, f"{address}/fr/events/")[1]


def test_a_replica_that_is_away_harms_nobody_and_is_found_again(site):
    written, follows, environment, address = site
    follows.stop()
    try:
        for title in ("Sans copie", "Toujours sans"):
            change(environment, title)
            assert title in read(f"{address}/fr/")[0]
    finally:
        follows.start()
    has_all(follows, written)

    until = time.monotonic() + 30
    number = 0
    while not number and time.monotonic() < until:
        change(environment, "De nouveau")
        has_all(follows, written)
        number = made_from(follows, f"{address}/fr/")[1]
    assert number


def test_while_the_primary_is_away_readers_have_what_the_replica_has(site):
    written, follows, environment, address = site
    change(environment, "Ce qui fut enregistré")
    has_all(follows, written)
    written.stop()
    try:
        _page, said = read(f"{address}/fr/organizations/")
        assert said["Cache-Control"] == "no-store"
        assert said["Warning"] == '111 - "Revalidation Failed"'
        with pytest.raises(urllib.error.HTTPError, match="503"):
            read(f"{address}/health/ready")
    finally:
        written.start()
    assert "Warning" not in read(f"{address}/fr/organizations/")[1]
