"""Every change of what readers may see grows the version, in its own transaction."""

import threading

import pytest
from django.apps import apps
from django.db import connection, connections, transaction
from django.db.models import Max

from articles.models import Article, ContentChange, Note, Place, Quote
from articles.models.content_changes import (
    NOT_SHOWN,
    ROWS_KEPT,
    changes_pages,
    forget_table,
    is_shown,
)
from tests.factories import ArticleFactory, NoteFactory, PlaceFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def tables():
    models = apps.get_app_config("articles").get_models(include_auto_created=True)
    return [model._meta.db_table for model in models]


def grows(act):
    before = ContentChange.version()
    act()
    return ContentChange.version() > before


def test_every_table_of_the_newsroom_counts_but_those_that_only_the_desk_reads():
    shown = {table for table in tables() if is_shown(table)}
    assert shown == set(tables()) - {f"articles_{name}" for name in NOT_SHOWN}
    assert {f"articles_{name}" for name in NOT_SHOWN} <= set(tables())


def test_a_change_counts_however_it_is_written():
    article = ArticleFactory()
    quote = QuoteFactory(article=article)
    row = Quote(article=article, speaker=quote.speaker, text_fr="Une phrase")

    def raw():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_article SET byline = %s", ["A. B."])

    for act in (
        article.save,
        lambda: Article.objects.filter(pk=article.pk).update(byline="N. N."),
        lambda: Quote.objects.bulk_create([row]),
        lambda: Quote.objects.bulk_update([quote], ["order"]),
        lambda: article.topics.add("eau"),
        article.topics.clear,
        raw,
        lambda: Quote.objects.all().delete(),
        article.delete,
    ):
        assert grows(act), act


def test_what_only_the_desk_reads_does_not_count(reporter):
    article = ArticleFactory()
    assert not grows(lambda: NoteFactory(article=article, author=reporter))
    assert not grows(lambda: Note.objects.update(text="Relu"))
    assert not grows(lambda: list(Article.objects.all()))
    assert not grows(reporter.save)


def rows():
    return ContentChange.objects.count()


def deleted_at():
    return ContentChange.objects.aggregate(last=Max("deleted_at"))["last"]


def test_what_takes_rows_away_from_readers_is_dated():
    article, quote = ArticleFactory(), QuoteFactory()
    ContentChange.objects.update(deleted_at=None)
    article.save()
    Quote.objects.filter(pk=0).delete()
    assert deleted_at() is None
    with transaction.atomic():
        article.save()
        quote.delete()
    assert deleted_at()


def test_the_date_of_what_was_taken_away_outlives_many_changes():
    article, quote = ArticleFactory(), QuoteFactory()
    quote.delete()
    before = deleted_at()
    for _ in range(3 * ROWS_KEPT):
        Article.objects.filter(pk=article.pk).update(byline="N. N.")
    assert before
    assert deleted_at() == before
    assert rows() < 2 * ROWS_KEPT + 2


def test_a_deletion_that_is_undone_is_not_dated():
    quote = QuoteFactory()
    ContentChange.objects.update(deleted_at=None)
    with transaction.atomic():
        quote.delete()
        transaction.set_rollback(True)
    assert deleted_at() is None
    Quote.objects.all().delete()
    assert deleted_at()


def test_it_grows_once_in_a_transaction():
    article = ArticleFactory()
    # Where older ones are added up next, there are fewer afterwards.
    while ContentChange.objects.latest("pk").pk % ROWS_KEPT >= ROWS_KEPT - 2:
        article.save()
    before = rows()
    with transaction.atomic():
        article.save()
        article.save()
        with transaction.atomic():
            article.save()
    assert rows() == before + 1
    with transaction.atomic():
        article.save()
    assert rows() == before + 2


def test_a_function_that_is_a_transaction_counts_each_time():
    article = ArticleFactory()

    @transaction.atomic
    def call(words, *, fails=False):
        Article.objects.filter(pk=article.pk).update(byline=words)
        transaction.set_rollback(fails)

    assert grows(lambda: call("A. A."))
    assert grows(lambda: call("B. B."))
    assert not grows(lambda: call("C. C.", fails=True))
    assert grows(lambda: call("D. D."))


@pytest.mark.parametrize(
    "statement",
    [
        "WITH one AS (SELECT 1) UPDATE articles_article SET byline = 'x'",
        "/* x */ UPDATE articles_article SET byline = 'x'",
        "-- x\nUPDATE articles_article SET byline = 'x'",
        "UPDATE \"articles_article\" SET byline = 'x'",
        "UPDATE ARTICLES_ARTICLE SET byline = 'x'",
        "  delete from articles_quote",
    ],
)
def test_a_change_counts_however_its_statement_is_written(statement):
    ArticleFactory()

    def run():
        with connection.cursor() as cursor:
            cursor.execute(statement)

    assert grows(run)


@pytest.mark.parametrize(
    ("statement", "counts"),
    [
        ("UPDATE public.articles_topic SET key = 'x'", True),
        ("UPDATE ONLY articles_topic SET key = 'x'", True),
        ("UPDATE OR IGNORE articles_topic SET key = 'x'", True),
        ("REPLACE INTO articles_topic VALUES (1)", True),
        ("MERGE INTO articles_topic USING x ON y", True),
        ("TRUNCATE TABLE articles_topic", True),
        ("SELECT 1; UPDATE articles_topic SET key = 'x'", True),
        ("DO $$ BEGIN UPDATE articles_topic SET key = 'x'; END $$", True),
        ("UPDATE articles_note SET key = 'x'", False),
        ("UPDATE django_session SET expire_date = 'x'", False),
        ("SELECT key FROM articles_topic FOR UPDATE", False),
        ("WITH one AS (SELECT 1) SELECT key FROM articles_topic FOR NO KEY UPDATE", False),
        ("WITH one AS (SELECT updated_at FROM articles_topic) SELECT 1", False),
    ],
)
def test_what_counts_is_told_by_the_statement(statement, counts):
    assert changes_pages(statement) is counts


def test_a_restored_database_comes_to_no_version_that_was_there():
    article = ArticleFactory()
    seen = set()
    for _ in range(5):
        with transaction.atomic():
            article.save()
            seen.add(ContentChange.version())
            transaction.set_rollback(True)
    assert len(seen) == 5


def test_what_is_undone_does_not_count():
    article = ArticleFactory()
    before = ContentChange.version()
    with transaction.atomic():
        article.save()
        transaction.set_rollback(True)
    assert ContentChange.version() == before


def test_a_change_counts_after_a_part_that_was_undone():
    article = ArticleFactory()
    before = ContentChange.version()
    with transaction.atomic():
        with transaction.atomic():
            article.save()
            transaction.set_rollback(True)
        assert ContentChange.version() == before
        article.save()
        assert ContentChange.version() > before


def test_old_changes_are_added_up_and_none_is_lost():
    article, before = ArticleFactory(), ContentChange.version()
    for _ in range(ROWS_KEPT * 3):
        article.save()
        now = ContentChange.version()
        assert now > before
        before = now
    assert rows() <= ROWS_KEPT * 2 + 2


def test_a_database_that_cannot_count_yet_is_written_all_the_same():
    article = ArticleFactory()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE articles_contentchange")
        article.save()
        transaction.set_rollback(True)
    forget_table(connection)
    assert grows(article.save)


@pytest.mark.django_db(transaction=True)
def test_the_first_thing_that_a_connection_writes_is_kept():
    def act():
        PlaceFactory(name_fr="Tanger")
        connections.close_all()

    other = threading.Thread(target=act)
    other.start()
    other.join()
    assert Place.objects.filter(name_fr="Tanger").exists()
