"""The simulation of a story that breaks counts as one counts by hand."""

import pytest

from benchmarks.breaking_news import (
    KEPT,
    SHOWN,
    BreakingStory,
    BusyCores,
    CountedNewsroom,
    CountedProxy,
    told,
)


def newsroom(cores=1):
    return CountedNewsroom(BusyCores(cores), kept=0.001, made=0.1)


def test_who_comes_first_waits_until_it_is_made_and_the_others_for_that():
    front = newsroom()
    assert front.answered(0.0, page=0, version=0) == pytest.approx(0.1)
    assert front.answered(0.01, page=0, version=0) == pytest.approx(0.101)
    assert front.answered(1.0, page=0, version=0) == pytest.approx(1.001)
    assert front.made_anew == 1


def test_a_change_and_a_minute_have_it_made_anew():
    front = newsroom()
    front.answered(0.0, page=0, version=0)
    assert front.answered(1.0, page=0, version=1) == pytest.approx(1.1)
    assert front.answered(1.0 + KEPT, page=0, version=1) == pytest.approx(1.1 + KEPT)
    assert front.made_anew == 3


def test_more_cores_take_more_at_once():
    waits = [BusyCores(cores) for cores in (1, 2)]
    assert [queue.done(0.0, 1.0) for queue in waits] == [1.0, 1.0]
    assert [queue.done(0.0, 1.0) for queue in waits] == [2.0, 1.0]


def test_a_proxy_asks_once_and_has_nobody_wait_for_the_renewing():
    front = CountedProxy(BusyCores(1), 0.0001, newsroom())
    there = front.answered(0.0, page=0, version=0)
    assert front.answered(0.05, page=0, version=0) == pytest.approx(there)
    assert front.answered(1.0, page=0, version=0) == pytest.approx(1.0001)
    assert front.asked == 1
    late = there + SHOWN + 1
    assert front.answered(late, page=0, version=0) == pytest.approx(late + 0.0001)
    assert front.asked == 2
    assert front.answered(late + 1, page=0, version=1) > late + 1.1


def test_without_a_proxy_the_rise_is_too_much_and_with_one_it_is_not():
    story = BreakingStory(first=10, most=3_000, rise=10, hold=2, pages=20, change=5)
    alone = told(story, newsroom(), length=1.0)
    behind = told(story, CountedProxy(BusyCores(1), 0.0001, newsroom()), length=1.0)
    assert [len(one.waits) for one in alone] == [len(one.waits) for one in behind]
    assert alone[-1].waited(0.5) > 1
    assert behind[-1].waited(0.5) < 0.001


def test_requests_come_as_the_story_says():
    story = BreakingStory(first=100, most=400, rise=10, hold=10, change=60)
    times = [at for at, _page in story.requests()]
    assert times == sorted(times)
    held = sum(at >= story.rise for at in times)
    assert held == pytest.approx(4_000, rel=0.1)
    assert sum(page == 0 for _at, page in story.requests()) == pytest.approx(
        0.8 * len(times), rel=0.1
    )
