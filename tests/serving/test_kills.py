"""A few of the kills of ``python -m quality.kills``: what was answered as saved is there."""

from django.db import connection

from quality.kills import run


def test_nothing_that_was_acknowledged_is_lost_to_a_kill():
    count = run(2, connection.vendor, seed=7)
    assert count.kills.total() == 2
    assert count.acknowledged > 2
    assert count.lost == []
