"""Working copies of former days held the language that nobody has read, and hand it over."""

import pytest
from django.utils import timezone

from articles.desk.editing import history, working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.desk.translation import paragraphs as desk
from articles.models import Article, Revision
from tests.admin.forms import change_url, opened
from tests.admin.second_language import QUOTED, READ, TEXT, TITLE, now, url
from tests.admin.test_translations import page_of
from tests.factories import QuoteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def old_copy(live_in_french, chief):
    """A working copy in which the Arabic was written, as it used to be."""
    QuoteFactory(article=live_in_french, **QUOTED)
    copy = working_copies.open_copy(live_in_french, by=chief)
    copy.headline_ar, copy.body_ar, copy.headline_fr = TITLE, TEXT, "Le Maroc copréside"
    copy.save()
    copy.quotes.update(text_ar="جلسة عامة")
    history.keep_if_changed(copy, by=chief)
    return copy


@pytest.mark.parametrize(
    "page", ["change", "of the copy", "changes", "translate", "publish", "discard"]
)
def test_an_old_working_copy_hands_it_over(client, live_in_french, old_copy, chief, page):
    client.force_login(chief)
    match page:
        case "change":
            assert opened(client, live_in_french)["headline_ar"] == TITLE
        case "of the copy":
            client.get(change_url(old_copy))
        case "changes":
            client.get(url("changes", old_copy.pk))
        case "translate":
            assert TITLE in client.get(page_of(live_in_french)).text
        case "publish":
            working_copies.publish(
                old_copy, by=chief, told=CorrectionAnswers({"fr": "Il copréside."})
            )
        case "discard":
            working_copies.discard(old_copy)
    after = now(live_in_french)
    assert (after.headline_ar, after.body_ar) == (TITLE, TEXT)
    assert after.slug_ar
    assert live_in_french.quotes.get().text_ar == "جلسة عامة"
    assert after.headline_fr == ("Le Maroc copréside" if page == "publish" else READ)
    assert live_in_french.revisions.first().fields["headline_ar"] == TITLE


def test_its_confirmed_paragraphs_are_handed_over_too(live_in_french, chief, translator):
    copy = working_copies.open_copy(live_in_french, by=chief)
    copy.headline_ar, copy.body_ar = TITLE, TEXT
    copy.save()
    translation = copy.translations.get(language="ar")
    row = next(iter(desk.rows(copy, "ar")))
    translation.keep_pairs([desk.Pair(row.field, READ, TITLE)])
    translation.confirmed_at, translation.confirmed_by = timezone.now(), translator
    translation.save()
    working_copies.publish(copy, by=chief)
    assert desk.rows(now(live_in_french), "ar")[0].is_settled
    assert live_in_french.translations.get().confirmed_by == translator


def test_where_both_were_written_the_article_keeps_its_own_and_the_history_the_other(
    client, live_in_french, old_copy, chief
):
    Article.objects.filter(pk=live_in_french.pk).update(headline_ar="عنوان المقال")
    client.force_login(chief)
    page = client.get(change_url(old_copy))
    after = now(live_in_french)
    assert after.headline_ar == "عنوان المقال"
    assert after.body_ar == TEXT
    kept = [one.fields["headline_ar"] for one in Revision.objects.filter(article=live_in_french)]
    assert TITLE in kept
    assert live_in_french.revisions.first().fields["headline_ar"] == "عنوان المقال"
    assert url("history", live_in_french.pk) in page.text
    working_copies.publish(old_copy, by=chief, told=CorrectionAnswers({"fr": "Il copréside."}))
    assert now(live_in_french).headline_ar == "عنوان المقال"


def test_opening_it_again_and_again_leaves_no_trace(client, live_in_french, old_copy, chief):
    client.force_login(chief)
    for _ in range(3):
        client.get(change_url(old_copy))
        client.get(change_url(live_in_french))
    saves = Revision.objects.filter(article=live_in_french).count()
    client.get(change_url(live_in_french))
    client.get(url("changes", old_copy.pk))
    assert Revision.objects.filter(article=live_in_french).count() == saves
