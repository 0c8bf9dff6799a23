"""When the database or the mail server is away: the site says so at once, and recovers by itself."""

import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from django.db import InterfaceError, OperationalError, connection

from articles.desk.databases import is_away
from tests.serving.gunicorn import environment_in, started
from tests.serving.postgresql import primary, url


@pytest.fixture
def postgresql():
    """A server of its own, that may be stopped."""
    with primary() as server:
        yield server


@contextmanager
def serving(environment):
    address, process = started(environment)
    try:
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=20)


def asked(address):
    """The status of a page, how long it took, and after how long to come back."""
    start = time.monotonic()
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, time.monotonic() - start, ""
    except urllib.error.HTTPError as answer:
        return answer.status, time.monotonic() - start, answer.headers["Retry-After"]


# It has that server, whichever the other tests have.
@pytest.mark.no_database
def test_no_reader_notices_a_restart_of_postgresql(postgresql, tmp_path):
    environment = environment_in(
        tmp_path,
        DATABASE_URL=url(postgresql),
        DJANGO_SETTINGS_MODULE="tests.serving.served",
    )
    with serving(environment) as address:
        page = f"{address}/fr/"
        assert {asked(page)[0] for _ in range(8)} == {200}
        postgresql.stop()
        status, seconds, come_back = asked(page)
        assert (status, come_back) == (503, "30")
        assert seconds < 10
        assert asked(f"{address}/health/live")[0] == 200
        assert asked(f"{address}/health/ready")[0] == 503
        postgresql.start()
        assert [asked(page)[0] for _ in range(60)] == [200] * 60


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (OperationalError("database is locked"), True),
        (OperationalError("database or disk is full"), True),
        (OperationalError("unable to open database file"), True),
        (InterfaceError("the connection is closed"), connection.vendor != "sqlite"),
        (OperationalError("no such column: headline_zgh"), connection.vendor != "sqlite"),
        (ValueError("a fault"), False),
        (None, False),
    ],
)
def test_a_fault_of_the_program_is_not_called_a_bad_day(error, away):
    assert is_away(error) == away
