"""A test that leaves something behind is named, and the next one finds nothing of it."""

import threading

import pytest

from articles.models import Article
from tests.factories import ArticleFactory
from tests.left_behind import refuse_rows_of, tables_with_rows, wait_for_threads

pytestmark = pytest.mark.django_db(transaction=True)


def test_rows_that_are_left_are_told_with_whose_they_are_and_taken_away():
    ArticleFactory()
    with pytest.raises(AssertionError, match=r"test_one left rows behind: .*articles_article"):
        refuse_rows_of("test_one")
    assert not Article.objects.exists()
    refuse_rows_of("test_two")
    assert tables_with_rows() == []


def test_what_a_test_has_begun_is_waited_for():
    before, go_on, done = threading.enumerate(), threading.Event(), []

    def work():
        go_on.wait(20)
        done.append(True)

    threading.Thread(target=work).start()
    threading.Timer(0.05, go_on.set).start()
    wait_for_threads(before)
    assert done


def test_what_goes_on_for_ever_is_told(monkeypatch):
    monkeypatch.setattr("tests.left_behind.PATIENCE", 0.01)
    before, go_on = threading.enumerate(), threading.Event()
    threading.Thread(target=go_on.wait, args=[20], name="for ever").start()
    with pytest.raises(AssertionError, match="for ever"):
        wait_for_threads(before)
    go_on.set()
