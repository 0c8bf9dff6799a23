"""A text is written once for the same rows, and anew for any that differ in anything."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.translation import override

from articles.models import Article, Image, Place, Quote, Source
from articles.models.cached_fragments import (
    MOST_LETTERS,
    CachedFragments,
    cached_fragment,
    values_of,
)
from tests.factories import ArticleFactory, ImageFactory, PlaceFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writings(monkeypatch):
    """How often a text of the same article was written, each time it is asked for."""
    moment = timezone.now().replace(second=0)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    article = ArticleFactory(
        live=["fr"], source=SourceFactory(), dateline=PlaceFactory(), lead_image=ImageFactory()
    )
    written = []

    def ask():
        read = Article.objects.select_related("source", "dateline", "lead_image").get(pk=article.pk)
        cached_fragment("a text", values_of(read), lambda: written.append(1) or "said")
        return len(written)

    return ask


def test_the_same_rows_are_written_once(writings):
    assert [writings(), writings(), writings()] == [1, 1, 1]


CHANGES = {
    "a column, in bulk": lambda: Article.objects.update(headline_fr="Autre"),
    "a column of the other language": lambda: Article.objects.update(headline_ar="آخر"),
    "a record fetched with it, in bulk": lambda: Source.objects.update(name_fr="Autre"),
    "another one": lambda: Place.objects.update(name_ar="آخر"),
    "the end of a licence": lambda: Image.objects.update(expires_on="2030-01-01"),
    "a relation": lambda: Article.objects.update(source=None),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_written(writings, change):
    writings()
    CHANGES[change]()
    assert writings() == 2


def test_each_language_has_its_text(writings):
    writings()
    with override("ar"):
        assert writings() == 2


def test_no_text_is_kept_for_longer_than_the_minute(writings, monkeypatch):
    writings()
    later = timezone.now() + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert writings() == 2


def test_rows_in_lists_count_too():
    quote = QuoteFactory(text_fr="une session")
    before = values_of([quote])
    Quote.objects.update(text_fr="deux sessions")
    assert values_of([Quote.objects.get()]) != before
    assert values_of([]) != before


def test_rows_that_belong_to_a_record_are_known_with_it():
    article = QuoteFactory(text_fr="une session").article

    def known():
        return values_of(Article.objects.prefetch_related("quotes").get(pk=article.pk))

    before = known()
    assert known() == before
    Quote.objects.update(text_fr="deux sessions")
    assert known() != before


def test_rows_in_a_tuple_are_told_by_all_their_columns():
    quote = QuoteFactory(text_fr="une session")
    before = values_of(((2024, [quote]),))
    Quote.objects.update(text_fr="deux sessions")
    assert values_of(((2024, [Quote.objects.get()]),)) != before


def test_a_record_that_stands_in_several_places_is_said_once():
    article = QuoteFactory().article
    twice = values_of(article, [article])
    assert twice == values_of(article, [article])
    assert twice != values_of(article, [ArticleFactory()])


def test_what_is_of_no_known_kind_is_never_the_same():
    shown = object()
    assert values_of(shown) != values_of(shown)


def test_a_part_of_a_page_that_says_no_values_is_written_anew():
    template = Template("{% load keep %}{% keep head values %}{{ written }}{% endkeep %}")

    def written(**said):
        return template.render(Context(said))

    assert [written(written=1, values=values_of("a")), written(written=2)] == ["1", "2"]
    assert written(written=3, values=values_of("a")) == "1"
    assert written(written=4, values=values_of("b")) == "4"


def test_only_so_many_letters_are_kept():
    texts = CachedFragments()
    for number in range(100):
        texts.keep(number, "x" * 190_000)
        assert sum(map(len, texts.texts.values())) == texts.letters <= MOST_LETTERS
    texts.keep("one too long", "x" * 200_001)
    assert "one too long" not in texts.texts
    assert texts.texts
