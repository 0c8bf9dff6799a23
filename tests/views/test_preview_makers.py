"""Who makes a preview's links and takes them back, and whose links are dead."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.desk.publication.previews import take_back_links
from articles.models import Article
from tests.conftest import member_of
from tests.factories import ArticleFactory, UserFactory
from tests.views.previews import ARABIC, FRENCH, LOSSES, a_day, refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("loss", LOSSES)
def test_a_link_is_dead_when_who_made_it_may_not_show_the_text_any_more(
    client, draft_to_preview, loss
):
    role, lose = LOSSES[loss]
    person = member_of(role)
    person.languages = ["ar"]
    person.save()
    path, other = (
        a_day(draft_to_preview, ARABIC, by=person),
        a_day(draft_to_preview, ARABIC, by=member_of("chief")),
    )
    assert client.get(path).status_code == 200
    lose(person)
    refused(client, path, "ar", 410)
    assert client.get(other).status_code == 200


def test_the_link_of_a_reporter_lives_on_while_others_review_the_text(client, reporter):
    article = ArticleFactory(created_by=reporter)
    path = a_day(article, by=reporter)
    article.move("fr", "in_review", by=reporter)
    assert client.get(path).status_code == 200
    Article.objects.update(created_by=None)
    refused(client, path, "fr", 410)


def test_only_who_may_write_a_language_now_makes_a_link_to_it(
    translator, reporter, draft_to_preview
):
    translator.languages = ["ar"]
    translator.save()
    a_day(draft_to_preview, ARABIC, by=translator)
    with pytest.raises(PermissionDenied):
        a_day(draft_to_preview, FRENCH, by=translator)
    mine = ArticleFactory(created_by=reporter)
    a_day(mine, by=reporter)
    mine.move("fr", "in_review", by=reporter)
    with pytest.raises(PermissionDenied):
        a_day(mine, FRENCH, by=reporter)
    for stranger in (reporter, UserFactory()):
        with pytest.raises(PermissionDenied):
            a_day(draft_to_preview, by=stranger)
    assert draft_to_preview.preview_links.count() == 1


def test_only_who_may_write_a_language_takes_its_links_back(client, translator, draft_to_preview):
    translator.languages = ["ar"]
    translator.save()
    french, arabic = a_day(draft_to_preview), a_day(draft_to_preview, ARABIC)
    with pytest.raises(PermissionDenied):
        take_back_links(draft_to_preview, FRENCH, by=translator)
    take_back_links(draft_to_preview, ARABIC, by=translator)
    assert client.get(french).status_code == 200
    refused(client, arabic, "ar", 410, "taken back")
