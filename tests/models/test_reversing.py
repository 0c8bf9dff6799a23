"""Going back over the migrations and forward again: what is left is what there was."""

from types import SimpleNamespace

from tests.models.test_upgrade import Old
from tests.scratch import ROOT, empty_database, run

FILL = """
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
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
call_command("rebuild_search")
"""
LATER = """
from django.core.management import call_command
from articles.languages import Language
from articles.models import Article, Event
from articles.search.results import search

call_command("check_search")
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


def test_back_over_all_migrations_and_forward_nothing_is_lost_and_nothing_added(
    tmp_path, django_db_blocker
):
    # One test: the way there and back takes half a minute, and would be gone for each of several.
    with empty_database(tmp_path, django_db_blocker) as address:
        newsroom = newsroom_of_november(address)
        walk = walked(newsroom)
        nothing_is_lost_and_nothing_added(walk)
        it_has_the_tables_and_promises_that_it_had(walk)
        what_is_written_after_it_is_searched_and_kept(newsroom)


def newsroom_of_november(address):
    """The newsroom of November 2026, brought to today, with somebody's work since."""
    old = Old(address)
    assert run(ROOT, address, "manage.py", "migrate").returncode == 0
    done = run(ROOT, address, "manage.py", "shell", "-v0", "-c", FILL)
    assert done.returncode == 0, done.stderr
    return old


def migrate(newsroom, *target):
    done = run(ROOT, newsroom.address, "manage.py", "migrate", *target)
    assert done.returncode == 0, done.stderr


def walked(newsroom):
    """What there was on the way back over all migrations and forward again."""
    schemas, columns = [newsroom.schema()], newsroom.columns()
    before = newsroom.rows(columns)
    migrate(newsroom, "articles", "0002_promises")
    schemas.append(newsroom.schema())
    migrate(newsroom, "articles", "0001_tables")
    first = newsroom.columns()
    back = newsroom.rows(first)
    migrate(newsroom, "articles", "0002_promises")
    schemas.append(newsroom.schema())
    migrate(newsroom)
    schemas.append(newsroom.schema())
    return SimpleNamespace(
        schemas=schemas,
        columns=columns,
        before=before,
        first=first,
        back=back,
        forward=newsroom.rows(first),
        after=newsroom.rows(columns),
    )


def nothing_is_lost_and_nothing_added(walk):
    assert "articles_delivery" not in walk.first
    assert "state" not in walk.first["articles_event"]
    # No draft that was none, no role without its rights, no mail that was sent.
    assert walk.forward == walk.back
    whole = [name for name in walk.first if walk.first[name] == walk.columns[name]]
    assert {"auth_group_permissions", "articles_transition", "articles_quote"} <= {*whole}
    assert {name: walk.after[name] for name in whole} == {name: walk.before[name] for name in whole}


def it_has_the_tables_and_promises_that_it_had(walk):
    before, promised, again, after = walk.schemas
    assert after == before
    # Going back over what is newer takes no promise away.
    assert again == promised


def what_is_written_after_it_is_searched_and_kept(newsroom):
    done = run(ROOT, newsroom.address, "manage.py", "shell", "-v0", "-c", LATER)
    assert done.returncode == 0, done.stdout + done.stderr
