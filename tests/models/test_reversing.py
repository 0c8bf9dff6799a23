"""Going back over the migrations and forward again: what is left is what there was."""

import pytest

from tests.models.test_upgrade import Old
from tests.scratch import ROOT, database, run

__all__ = ["database"]

FILL = """
from django.contrib.auth.models import Group, Permission
from articles.desk.editing.working_copies import open_copy
from articles.models import Delivery
from tests.factories import ArticleFactory, EventFactory, QuoteFactory, SpeakerFactory, UserFactory

chief = UserFactory(username="salma")
chief.groups.add(Group.objects.get(name="chief"))
live = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside", created_by=chief)
QuoteFactory(article=live, speaker=SpeakerFactory(gender="feminine"))
EventFactory(parent=EventFactory(state="cancelled"))
open_copy(live, by=chief)
# What this newsroom decided about its roles.
reporters = Group.objects.get(name="reporter")
reporters.permissions.remove(reporters.permissions.first())
Delivery.objects.add("mail", [{"to": ["salma@example.org"], "subject": "", "body": ""}])
"""


@pytest.fixture
def filled(database):
    """The newsroom of November 2026, brought to today, with somebody's work since."""
    old = Old(database)
    assert run(ROOT, database, "manage.py", "migrate").returncode == 0
    done = run(ROOT, database, "manage.py", "shell", "-v0", "-c", FILL)
    assert done.returncode == 0, done.stderr
    assert run(ROOT, database, "manage.py", "rebuild_search").returncode == 0
    return old


def migrate(newsroom, *target):
    done = run(ROOT, newsroom.address, "manage.py", "migrate", *target)
    assert done.returncode == 0, done.stderr


def test_back_over_all_migrations_and_forward_nothing_is_lost_and_nothing_added(filled):
    schema, columns = filled.schema(), filled.columns()
    before = filled.rows(columns)
    migrate(filled, "articles", "0001_tables")
    first = filled.columns()
    assert "articles_delivery" not in first
    assert "state" not in first["articles_event"]
    back = filled.rows(first)
    migrate(filled)
    # No draft that was none, no role without its rights, no mail that was sent.
    assert filled.rows(first) == back
    after = filled.rows(columns)
    whole = [name for name in first if first[name] == columns[name]]
    assert {"auth_group_permissions", "articles_transition", "articles_quote"} <= {*whole}
    assert {name: after[name] for name in whole} == {name: before[name] for name in whole}
    assert filled.schema() == schema
    searched = run(ROOT, filled.address, "manage.py", "check_search")
    assert searched.returncode == 0, searched.stdout + searched.stderr


def test_what_is_written_after_it_is_searched_and_kept(filled):
    migrate(filled, "articles", "0002_promises")
    migrate(filled)
    later = """
from articles.languages import Language
from articles.models import Article, Event
from articles.search.results import search

article = Article.objects.get(headline_fr="Le Maroc préside")
assert search("Maroc", Language("fr")).articles
article.headline_fr = "Rabat préside"
article.save()
assert search("Rabat", Language("fr")).articles
child = Event.objects.exclude(parent=None).latest("pk")
try:
    Event.objects.filter(pk=child.parent_id).update(parent=child)
except Exception as refusal:
    assert "event_is_not_its_own_ancestor" in str(refusal), refusal
else:
    raise AssertionError("an event is part of its part")
"""
    done = run(ROOT, filled.address, "manage.py", "shell", "-v0", "-c", later)
    assert done.returncode == 0, done.stderr
