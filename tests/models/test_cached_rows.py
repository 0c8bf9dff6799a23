"""A record that is made of a row it was made of before is as if it were made anew, and nobody else's."""

import pytest
from django.core.exceptions import FieldFetchBlocked
from django.db.models import FETCH_PEERS, FETCH_RAISE, F

from articles.models import Article, Image, Quote, Source
from articles.models.cached_queries import cached
from articles.models.cached_rows import MOST, CachedRows, cached_rows
from tests.factories import ArticleFactory, ImageFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db


@cached
def shown(article):
    found = Article.objects.filter(pk=article).annotate(called=F("source__name_fr"))
    return found.select_related("source", "lead_image").defer("body_ar").fetch_mode(FETCH_RAISE)


@cached
def by_source(source):
    return Article.objects.filter(source=source).select_related("source").order_by("pk")


@pytest.fixture
def article():
    return ArticleFactory(live=["fr"], source=SourceFactory(), lead_image=ImageFactory())


def columns(record):
    """All that is known of a record and of those fetched with it."""
    fetched = record._state.fields_cache.items()
    state = {name: one for name, one in vars(record._state).items() if name != "fields_cache"}
    return (
        {name: str(one) for name, one in vars(record).items() if name != "_state"},
        state,
        {name: one and columns(one) for name, one in fetched},
    )


def test_a_twin_has_all_that_the_record_has(article):
    anew, twin = shown.first(article.pk), shown.first(article.pk)
    assert columns(twin) == columns(anew)
    assert (twin.source.name_fr, twin.called) == (anew.source.name_fr, anew.called)
    assert twin.lead_image.file.instance is twin.lead_image
    assert twin.lead_image.file.name == anew.lead_image.file.name


def test_what_a_page_does_to_its_record_is_done_to_that_alone(article):
    for _ in range(2):
        read = shown.first(article.pk)
        read.source.name_fr, read.headline_fr, read.of_the_page = "Autre", "Autre", 1
        read.lead_image.file.name = "autre.jpg"
        read.lead_image = None
    read = shown.first(article.pk)
    assert read.source.name_fr == article.source.name_fr
    assert read.headline_fr == article.headline_fr
    assert read.lead_image.file.name == article.lead_image.file.name
    assert not hasattr(read, "of_the_page")


def test_rows_of_one_list_share_no_record(article):
    ArticleFactory(live=["fr"], source=article.source)
    for _ in range(2):
        first, second = by_source(article.source_id)
        assert first.source == second.source
        assert first.source is not second.source


CHANGES = {
    "of it": lambda: Article.objects.update(headline_fr="Autre"),
    "of a record fetched with it": lambda: Source.objects.update(name_fr="Autre"),
    "of another one": lambda: Image.objects.update(expires_on="2030-01-01"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_column_that_changed_is_seen(article, change):
    before = columns(shown.first(article.pk))
    CHANGES[change]()
    assert columns(shown.first(article.pk)) != before


def test_what_was_not_read_is_not_fetched_afterwards_either(article):
    for _ in range(2):
        with pytest.raises(FieldFetchBlocked):
            shown.first(article.pk).body_ar  # noqa: B018


def test_rows_that_fetch_for_each_other_are_made_anew():
    @cached
    def together(article):
        return Quote.objects.filter(article=article).fetch_mode(FETCH_PEERS)

    article = QuoteFactory().article
    QuoteFactory(article=article)
    for _ in range(2):
        first, second = together(article.pk)
        assert first.speaker
        assert second._state.fields_cache["speaker"]


def test_a_value_that_can_be_changed_is_each_twins_own():
    rows = CachedRows()

    def made(_new):
        article = Article()
        article.a_list = ["a"]
        return [article]

    for _ in range(3):
        [record] = rows.records(1, [("row",)], made)
        assert record.a_list == ["a"]
        record.a_list.append("b")


def test_only_so_many_rows_are_kept():
    rows = CachedRows()
    for number in range(MOST + 5):
        rows.records(1, [(number,)], lambda new: [Article(pk=new[0][0])])
    assert len(rows.made) <= MOST
    rows.records(1, [("x" * 5_000_000,)], lambda _new: [Article()])
    assert not rows.made


def test_two_questions_may_have_the_same_row(article):
    @cached
    def plain(key):
        return Article.objects.filter(pk=key)

    @cached
    def blocked(key):
        return Article.objects.filter(pk=key).fetch_mode(FETCH_RAISE)

    for _ in range(2):
        assert plain.first(article.pk).source == article.source
        with pytest.raises(FieldFetchBlocked):
            blocked.first(article.pk).source  # noqa: B018
    assert cached_rows.made
