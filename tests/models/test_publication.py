"""An article is published one language at a time."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone

from articles.models import Article, Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_live_in_french_is_not_live_in_arabic(editor):
    article = ArticleFactory()
    article.publish("fr", by=editor)
    assert list(Article.objects.live(language="fr")) == [article]
    assert list(Article.objects.live(language="ar")) == []


def test_publishing_says_who_did_it_and_when(editor):
    article = ArticleFactory()
    transition = article.publish("ar", by=editor)
    article.refresh_from_db()
    assert article.status_ar == Status.PUBLISHED
    assert article.published_at_ar <= timezone.now()
    assert (transition.made_by, transition.from_status, transition.language) == (
        editor,
        "draft",
        "ar",
    )


def test_a_program_that_brings_in_what_was_done_elsewhere_says_when(editor):
    article, then = ArticleFactory(), timezone.now() - timedelta(days=3)
    moves = [
        article.move("fr", Status.IN_REVIEW, by=editor, made_at=then),
        article.publish("fr", by=editor, at=then, made_at=then),
    ]
    assert [one.made_at for one in moves] == [then, then]
    assert article.is_live("fr")
    assert article.publish("ar", by=editor).made_at > then


def test_an_article_without_arabic_text_cannot_be_published_in_arabic(editor):
    article = ArticleFactory(headline_ar="", body_ar="")
    with pytest.raises(ValidationError) as refused:
        article.publish("ar", by=editor)
    assert set(refused.value.message_dict) == {"headline_ar", "slug_ar", "body_ar"}
    article.refresh_from_db()
    assert article.status_ar == Status.DRAFT


def test_a_body_of_scripts_alone_is_no_body(editor):
    article = ArticleFactory(body_fr="<script>alert(1)</script>")
    with pytest.raises(ValidationError):
        article.publish("fr", by=editor)


def test_a_reporter_cannot_publish(reporter):
    article = ArticleFactory()
    with pytest.raises(PermissionDenied):
        article.publish("fr", by=reporter)
    assert not article.transitions.exists()


def test_an_article_in_the_future_is_not_live_yet(editor):
    tomorrow = timezone.now() + timedelta(days=1)
    article = ArticleFactory()
    article.publish("fr", by=editor, at=tomorrow)
    assert not Article.objects.live().exists()
    assert not article.is_live("fr")
    assert Article.objects.live(at=tomorrow).exists()


def test_an_embargo_holds_every_language():
    article = ArticleFactory(live=["fr", "ar"], embargoed_until=timezone.now() + timedelta(hours=1))
    assert not Article.objects.live(language="fr").exists()
    assert not Article.objects.live(language="ar").exists()
    assert not article.is_live("fr")


def test_a_withdrawn_article_is_gone_in_one_language_only(chief):
    article = ArticleFactory(live=["fr", "ar"])
    article.withdraw("fr", by=chief, note="Une erreur.")
    assert not Article.objects.live(language="fr").exists()
    assert Article.objects.live(language="ar").exists()


def test_a_live_article_cannot_be_sent_to_review(editor):
    article = ArticleFactory(live=["fr"])
    with pytest.raises(ValidationError, match="ne peut pas devenir"):
        article.move("fr", Status.IN_REVIEW, by=editor)


def test_two_live_articles_cannot_share_a_slug(editor):
    ArticleFactory(live=["fr"], slug_fr="le-caire")
    rival = ArticleFactory(slug_fr="le-caire")
    with pytest.raises(ValidationError) as refused:
        rival.publish("fr", by=editor)
    assert "slug_fr" in refused.value.message_dict


def test_the_database_itself_refuses_two_live_articles_with_one_slug():
    ArticleFactory(live=["ar"], slug_ar="القاهرة")
    with pytest.raises(IntegrityError):
        ArticleFactory(live=["ar"], slug_ar="القاهرة")


@pytest.mark.parametrize("empty", ["headline_fr", "slug_fr", "body_fr", "published_at_fr"])
def test_the_database_itself_refuses_a_live_article_without_its(empty):
    article = ArticleFactory(live=["fr"])
    with pytest.raises(IntegrityError):
        Article.objects.filter(pk=article.pk).update(**{empty: None})


def test_a_published_article_cannot_be_emptied_by_an_edit():
    article = ArticleFactory(live=["fr"])
    article.body_fr = ""
    with pytest.raises(ValidationError) as refused:
        article.full_clean()
    assert "body_fr" in refused.value.message_dict


def test_lists_read_nothing_but_what_they_show(django_assert_num_queries):
    ArticleFactory.create_batch(3, live=["fr"])
    with django_assert_num_queries(1):
        headlines = [(a.headline, str(a.source)) for a in Article.objects.live().for_list()]
    assert len(headlines) == 3


@pytest.mark.parametrize("note", ["", "   "])
def test_a_text_is_not_taken_from_its_readers_without_a_reason(chief, note):
    article = ArticleFactory(live=["fr"])
    with pytest.raises(ValidationError):
        article.withdraw("fr", by=chief, note=note)
    assert Article.objects.live().exists()


def test_an_editor_does_not_withdraw(editor):
    article = ArticleFactory(live=["fr"])
    with pytest.raises(PermissionDenied):
        article.withdraw("fr", by=editor, note="Une erreur.")


def test_what_no_reader_has_seen_is_taken_off_the_schedule_not_withdrawn(chief):
    article = ArticleFactory(live=["fr"], live_at=timezone.now() + timedelta(days=1))
    assert set(article.moves("fr", by=chief)) == {Status.READY}
    article.move("fr", Status.READY, by=chief)
    seen = ArticleFactory(live=["fr"])
    assert set(seen.moves("fr", by=chief)) == {Status.WITHDRAWN}


def test_a_reporter_submits_their_own_draft_and_writes_it_no_more(reporter):
    article = ArticleFactory(created_by=reporter)
    article.move("fr", Status.IN_REVIEW, by=reporter)
    assert not article.may_edit(reporter, "fr")
    assert article.may_edit(reporter, "ar")
    assert not article.may_edit_facts(reporter)


def test_a_reporter_finds_their_drafts_and_what_readers_have(reporter):
    mine, public = ArticleFactory(created_by=reporter), ArticleFactory(live=["ar"])
    ArticleFactory()
    assert set(Article.objects.for_desk(reporter)) == {mine, public}


def test_a_translator_writes_the_languages_of_the_account(translator):
    article = ArticleFactory()
    assert article.may_edit(translator, "ar")
    assert not article.may_edit(translator, "fr")
    assert not article.may_edit_facts(translator)
