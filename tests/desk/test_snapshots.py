"""What a save keeps of an article is read cheaply: every save reads it several times."""

import pytest

from articles.desk.editing.snapshots import CHILDREN, naming_columns, snapshot
from articles.models import Event, Image, Organization, Place, Source, Speaker, Topic
from tests.factories import ArticleFactory, ImageFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def test_an_article_and_its_rows_are_read_in_a_query_each(django_assert_num_queries):
    article = ArticleFactory(lead_image=ImageFactory(caption_fr="", alt_fr=""))
    QuoteFactory(article=article)
    with django_assert_num_queries(1 + len(CHILDREN)):
        content = snapshot(article)
    assert content["fields"]["lead_image"]["name"] == str(article.lead_image)
    assert content["quotes"][0]["speaker"]["name"] == str(article.quotes.get().speaker)


@pytest.mark.parametrize("model", [Event, Image, Organization, Place, Source, Speaker, Topic])
def test_a_record_is_named_by_columns_that_it_has_in_each_language(model):
    columns = list(naming_columns(model))
    assert columns[0] == "key"
    assert {name[-3:] for name in columns} >= {"_fr", "_ar"}
    assert not {"name", "caption", "alt"} & set(columns)
