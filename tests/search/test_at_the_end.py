"""A program that saves a record many times over has its entry written once, with what it saved."""

import pytest
from django.core.management import call_command

from articles.models import SearchEntry
from articles.search import signals
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_an_entry_is_written_after_the_last_save(monkeypatch):
    written = []
    monkeypatch.setattr(
        signals,
        "update_index",
        lambda model, pks, **_said: written.append((model.__name__, pks)),
    )
    with signals.indexed_at_the_end():
        article = ArticleFactory()
        article.save()
        article.save()
        assert written == []
    assert ("Article", [article.pk]) in written
    article.save()
    assert written[-1] == ("Article", [article.pk])


def test_the_index_has_kept_up():
    with signals.indexed_at_the_end():
        article = ArticleFactory(headline_fr="Avant")
        article.headline_fr = "Après"
        article.save()
    assert SearchEntry.objects.get(record_id=article.pk, language="fr").label == "Après"
    call_command("check_search")


def failing_half_way():
    with signals.indexed_at_the_end():
        ArticleFactory()
        raise ZeroDivisionError


def test_what_fails_leaves_neither_record_nor_entry():
    with pytest.raises(ZeroDivisionError):
        failing_half_way()
    assert not SearchEntry.objects.exists()
    with signals.indexed_at_the_end():
        article = ArticleFactory()
    assert SearchEntry.objects.filter(record_id=article.pk).exists()
