"""Where the demo has no business, an empty newsroom gets the Cairo article and nothing else."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from articles.management.demo import copydesk
from articles.models import Article, Image, SearchEntry, User
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

CAIRO = ["cairo-plenary-report"]


@pytest.fixture(autouse=True)
def here(settings):
    settings.DEBUG = True


def articles():
    return [*Article.objects.values_list("key", flat=True)]


def test_whoever_wants_no_demo_says_so(settings):
    settings.DEMO = False
    call_command("prepare")
    assert articles() == CAIRO
    assert SearchEntry.objects.filter(kind="article").count() == 2
    assert User.objects.count() == 5


def test_a_live_site_gets_neither_the_demo_nor_its_accounts(settings, monkeypatch):
    settings.DEBUG, settings.DEMO_DATABASE = False, False
    monkeypatch.setattr(
        "django.contrib.staticfiles.management.commands.collectstatic.Command.handle",
        lambda *a, **k: "",
    )
    call_command("prepare")
    assert articles() == CAIRO
    assert not User.objects.exists()


def test_a_newsroom_of_people_is_theirs():
    UserFactory(username="editor")
    call_command("prepare")
    assert articles() == CAIRO
    assert User.objects.count() == 1


def test_a_newsroom_with_an_article_is_left_alone():
    ArticleFactory(key="ours")
    call_command("prepare")
    assert articles() == ["ours"]


def test_what_fails_half_way_leaves_nothing(monkeypatch):
    def fail(desk):
        raise ValueError("in the middle")

    monkeypatch.setattr(copydesk.Copydesk, "give_tasks", fail)
    with pytest.raises(ValueError, match="in the middle"):
        call_command("prepare")
    assert articles() == []
    assert not Image.objects.exists()
    assert not User.objects.exists()
    assert not SearchEntry.objects.exists()


def test_a_folder_that_cannot_be_written_is_named(settings, tmp_path):
    file = tmp_path / "media"
    file.write_text("no folder")
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(file / "pictures")},
        }
    }
    with pytest.raises(CommandError) as refused:
        call_command("prepare")
    assert "media" in str(refused.value)
    assert articles() == []


def test_whoever_prepares_at_the_same_time_is_told_so(monkeypatch):
    def locked(*arguments, **options):
        raise OperationalError("database is locked")

    monkeypatch.setattr("articles.management.commands.prepare.load_newsroom", locked)
    monkeypatch.setattr("articles.desk.databases.connection.vendor", "sqlite")
    with pytest.raises(CommandError, match="autre programme"):
        call_command("prepare")
    assert articles() == []
