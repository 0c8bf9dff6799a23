"""Commands that meet each other, or what a stopped one left behind."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from articles.desk.editing.working_copies import open_copy
from articles.models import Article, SearchEntry
from tests.at_once import begun_meanwhile
from tests.factories import ArticleFactory

CAIRO = str(Path(__file__).parent.parent / "wire/copy/cairo.fr.txt")
ARABIC = str(Path(__file__).parent.parent / "wire/copy/rabat-hijra.ar.txt")


def imported(*files):
    said = StringIO()
    call_command("import_article", *files, stdout=said)
    return said.getvalue()


@pytest.mark.django_db(transaction=True)
def test_two_who_import_one_text_at_once_make_one_draft_of_it():
    second = begun_meanwhile(lambda: imported(CAIRO), lambda: imported(CAIRO, ARABIC))
    assert Article.objects.count() == 2
    assert "Déjà" in second


@pytest.mark.django_db
def test_an_import_that_the_database_takes_nothing_of_ends_in_a_sentence(monkeypatch):
    def held(self, *args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Article, "save", held)
    with pytest.raises(CommandError, match="n’a pas été importé"):
        imported(CAIRO)


@pytest.mark.django_db
@pytest.mark.parametrize("left", ['{"article": 1', "", "[1]", '{"article": null}'])
def test_a_file_of_progress_that_was_cut_short_is_no_obstacle(tmp_path, left, capsys):
    ArticleFactory(live=["fr"])
    SearchEntry.objects.all().delete()
    kept = tmp_path / "progress.json"
    kept.write_text(left)
    call_command("rebuild_search", resume=kept)
    assert "progress.json" in capsys.readouterr().err
    assert SearchEntry.objects.exists()
    assert not kept.exists()


@pytest.mark.django_db
def test_a_dump_has_the_working_copies_too(editor):
    live = ArticleFactory(live=["fr"])
    copy = open_copy(live, by=editor)
    said = StringIO()
    call_command("dumpdata", "articles.article", stdout=said)
    assert {row["pk"] for row in json.loads(said.getvalue())} == {live.pk, copy.pk}
