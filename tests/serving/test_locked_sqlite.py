"""What commands say while another program holds SQLite."""

import sqlite3

import pytest

from tests.serving.sqlite import migrated_in
from tests.serving.test_settings import manage

# Its program has a database of its own.
pytestmark = pytest.mark.no_database


def test_the_check_says_nothing_false_while_somebody_writes(tmp_path):
    address = migrated_in(tmp_path)
    held = sqlite3.connect(address.removeprefix("sqlite:///"), isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    try:
        done = manage("check", DATABASE_URL=address)
    finally:
        held.close()
    assert (done.returncode, done.stderr) == (0, "")
