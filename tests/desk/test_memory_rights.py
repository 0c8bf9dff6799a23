"""A remembered paragraph is seen by who may read its article in both languages."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from articles.desk.editing.working_copies import discard, open_copy, publish
from articles.desk.translation.memory import remember, suggestions
from articles.languages import Language
from articles.models import Remembered
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

FR, AR = Language("fr"), Language("ar")
SAID, SAID_AR = "La visite secrète du ministre à Tanger.", "الزيارة السرية للوزير إلى طنجة."
NOW = timezone.now()
UNSEEN = {
    "draft": {},
    "scheduled": {"live": ["fr", "ar"], "live_at": NOW + timedelta(hours=1)},
    "embargoed": {"live": ["fr", "ar"], "embargoed_until": NOW + timedelta(hours=1)},
    "withdrawn": {"status_fr": "withdrawn", "published_at_fr": NOW, "live": ["ar"]},
    "one language": {"live": ["fr"]},
}


def told(client, person):
    """Everywhere that this person meets the pair."""
    client.force_login(person)
    page = reverse("admin:articles_remembered_changelist")
    found = []
    if any(SAID in one.remembered.source for one in suggestions(SAID, FR, AR, to=person)):
        found.append("suggestions")
    if "secrète" in client.get(page).text or "secrète" in client.get(page, {"q": "ministre"}).text:
        found.append("list")
    if "secr" in client.get(reverse("admin:articles_remembered_export")).getvalue().decode():
        found.append("file")
    for pair in Remembered.objects.all():
        address = reverse("admin:articles_remembered_change", args=[pair.pk])
        if "secrète" in client.get(address, follow=True).text:
            found.append("page")
    return found


EVERYWHERE = ["suggestions", "list", "file", "page"]


def written(*options):
    out = io.StringIO()
    call_command("export_memory", *options, stdout=out)
    return SAID in out.getvalue()


@pytest.mark.parametrize("state", UNSEEN)
def test_a_colleague_does_not_see_it_before_readers_have_both_sides(
    client, reporter, editor, state
):
    article = ArticleFactory(created_by=editor, **UNSEEN[state])
    remember(FR, AR, [(SAID, SAID_AR)], by=editor, article=article)
    assert told(client, reporter) == []
    assert told(client, editor) == EVERYWHERE
    assert not written()

    article.created_by = reporter
    article.save()
    assert told(client, reporter) == EVERYWHERE


def test_what_readers_have_is_everybodys(client, reporter, editor):
    article = ArticleFactory(live=["fr", "ar"], created_by=editor)
    remember(FR, AR, [(SAID, SAID_AR)], by=editor, article=article)
    assert told(client, reporter) == EVERYWHERE
    assert written()


def test_what_was_imported_is_everybodys(client, reporter):
    remember(FR, AR, [(SAID, SAID_AR)], by=None, origin="memory.tmx")
    assert told(client, reporter) == EVERYWHERE
    assert written()


def test_what_is_confirmed_in_a_working_copy_waits_until_it_is_published(client, reporter, chief):
    article = ArticleFactory(live=["fr", "ar"], created_by=chief)
    copy = open_copy(article, by=chief)
    remember(FR, AR, [(SAID, SAID_AR)], by=chief, article=copy)
    assert told(client, reporter) == []
    assert not written()
    publish(copy, by=chief)
    assert told(client, reporter) == EVERYWHERE


def test_what_was_confirmed_in_a_copy_that_is_discarded_stays_unseen(client, reporter, chief):
    article = ArticleFactory(live=["fr", "ar"], created_by=chief)
    copy = open_copy(article, by=chief)
    remember(FR, AR, [(SAID, SAID_AR)], by=chief, article=copy)
    discard(copy)
    assert told(client, reporter) == []
    assert told(client, chief) == EVERYWHERE


def test_what_was_never_published_stays_unseen_when_its_article_is_deleted(
    client, reporter, editor
):
    article = ArticleFactory(created_by=editor)
    remember(FR, AR, [(SAID, SAID_AR)], by=editor, article=article)
    article.delete()
    assert told(client, reporter) == []
    assert told(client, editor) == EVERYWHERE
    assert not written()


def test_the_command_writes_what_an_account_may_see(reporter, editor):
    remember(FR, AR, [(SAID, SAID_AR)], by=editor, article=ArticleFactory(created_by=editor))
    assert not written("--for", "reporter")
    assert written("--for", "editor")
    assert written("--all")
    with pytest.raises(CommandError, match="nobody"):
        written("--for", "nobody")
