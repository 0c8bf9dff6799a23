"""A test that leaves something behind is named, and the next one finds nothing of it."""

import threading

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from articles.languages import Language
from articles.models import Article
from articles.search.results import search
from tests.emptied import empty_tables, put_back, rows_made_since
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


def rights():
    return sorted(Group.objects.values_list("name", "permissions__codename"))


def test_what_a_test_did_to_the_roles_is_undone_with_its_rows():
    before, kinds = rights(), sorted(ContentType.objects.values_list("app_label", "model"))
    empty_tables()
    Group.objects.get(name="chief").permissions.clear()
    Group.objects.create(name="guests")
    Permission.objects.filter(codename="add_article").delete()
    ArticleFactory()
    empty_tables()
    assert rights() == before
    assert sorted(ContentType.objects.values_list("app_label", "model")) == kinds
    assert not Article.objects.exists()
    # What is new after them has numbers of its own.
    assert Group.objects.create(name="guests").permissions.count() == 0


def test_what_many_tests_begin_with_is_put_back_as_it_was():
    empty_tables()
    ArticleFactory(live=["fr"], headline_fr="Le Maroc préside")
    made = rows_made_since()
    before = [*Article.objects.values_list()]
    empty_tables()
    put_back(made)
    assert rows_made_since() == made
    assert [*Article.objects.values_list()] == before
    assert search("Maroc", Language("fr")).articles
    # What is made after them has numbers of its own.
    assert ArticleFactory().pk not in {row[0] for row in made[Article]}
