"""What is put together once asks what it would ask if it were put together anew."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from articles.languages import Language
from articles.models import Article, Quote
from articles.models.cached_queries import cached, put_together
from tests.factories import ArticleFactory, EventFactory, QuoteFactory

pytestmark = pytest.mark.django_db


@cached
def published_before(moment):
    return Article.objects.filter(published_at_fr__lt=moment).order_by("pk")


@cached
def by_keys(keys):
    return Article.objects.filter(pk__in=keys).order_by("pk")


@cached
def of_kind(kind, event):
    return Article.objects.filter(kind=kind, event=event)


@cached
def first_few(*, most):
    return Article.objects.order_by("pk")[:most]


def test_each_value_has_its_own_rows():
    now = timezone.now()
    old = ArticleFactory(live=["fr"], published_at_fr=now - timedelta(days=9))
    new = ArticleFactory(live=["fr"], published_at_fr=now - timedelta(days=1))
    assert published_before(now - timedelta(days=5)) == [old]
    assert published_before(now) == [old, new]
    assert published_before(now - timedelta(days=20)) == []


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5])
def test_a_list_may_have_any_length(number):
    articles = ArticleFactory.create_batch(6)
    wanted = articles[:number]
    assert by_keys([one.pk for one in wanted]) == wanted


def test_nothing_is_asked_for_where_the_queryset_would_ask_for_nothing():
    covering = ArticleFactory(kind="news", event=EventFactory())
    alone = ArticleFactory(kind="news")
    assert of_kind("news", None) == [alone]
    assert of_kind("news", covering.event_id) == [covering]


def test_what_is_given_by_its_name_makes_another_question():
    articles = ArticleFactory.create_batch(3)
    assert first_few(most=1) == articles[:1]
    assert first_few(most=2) == articles[:2]


def test_each_language_has_its_own_question():
    @cached
    def in_order():
        return Article.objects.order_by("headline")

    first = ArticleFactory(headline_fr="A", headline_ar="ي")
    last = ArticleFactory(headline_fr="Z", headline_ar="ا")
    with override("fr"):
        assert in_order() == [first, last]
    with override("ar"):
        assert in_order() == [last, first]


def test_rows_bring_what_was_fetched_with_them(django_assert_num_queries):
    @cached
    def quoted(article):
        return Quote.objects.filter(article=article).select_related("speaker")

    quote = QuoteFactory()
    with django_assert_num_queries(1):
        assert [one.speaker.name_fr for one in quoted(quote.article_id)] == [quote.speaker.name_fr]


def test_the_queryset_is_built_once():
    built = []

    @cached
    def keys(pk):
        built.append(pk)
        return Article.objects.filter(pk=pk).values_list("pk", flat=True)

    articles = ArticleFactory.create_batch(3)
    assert [keys(one.pk) for one in articles] == [[one.pk] for one in articles]
    assert len(built) == 1


REFUSED = {
    "a clock that the function reads": (
        lambda key: Article.objects.filter(pk=key, published_at_fr__lt=timezone.now()),
        "date that it is not given",
    ),
    "a day that it reads": (
        lambda key: Article.objects.filter(pk=key, source_published_on=timezone.localdate()),
        "date that it is not given",
    ),
    "a value that it reckons with": (
        lambda key: Article.objects.filter(pk=key + 1),
        "does not ask for its value",
    ),
    "rows that are fetched after it": (
        lambda key: Article.objects.filter(pk=key).prefetch_related("quotes"),
        "prefetch",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_would_not_hold_the_next_time_is_refused(what):
    build, reason = REFUSED[what]
    with pytest.raises(TypeError, match=reason):
        cached(build)(1)


def test_what_is_no_value_is_given_by_its_name():
    with pytest.raises(TypeError, match="given by its name"):
        cached(lambda model: Article.objects.all())(Article)


@pytest.mark.parametrize("word", ["L'eau", "100 %", "%s", "%%s", "''", "--;", "a\\b", "ماء"])
def test_words_of_the_question_itself_are_asked_as_they_are(word):
    @cached
    def called(kind, *, headline):
        return Article.objects.filter(kind=kind, headline_fr=headline, headline_ar="")

    article = ArticleFactory(kind="news", headline_fr=word, headline_ar="")
    ArticleFactory(kind="news", headline_fr=f"{word} ", headline_ar="")
    assert called("news", headline=word) == [article]


def test_a_database_that_plans_for_each_word_is_given_none_but_the_values():
    @cached
    def on(kind):
        return Article.objects.filter(kind=kind, status_fr="published")

    with CaptureQueriesContext(connection) as asked:
        on("news")
    [statement] = asked.captured_queries
    question = put_together(on.build, Language.active(), ((str, None),), ())
    assert "published" in statement["sql"]
    is_planned_each_time = connection.vendor == "sqlite"
    assert ("'published'" in question.sql) == is_planned_each_time
    assert ("published" not in question.parameters) == is_planned_each_time
