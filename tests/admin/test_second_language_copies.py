"""A working copy of what readers have, beside a language that nobody has read yet."""

import pytest

from articles.desk.editing import working_copies
from articles.models import Status
from tests.admin.forms import change_url, opened
from tests.admin.second_language import QUOTED, TITLE, now, said_by, url
from tests.factories import ArticleFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def test_the_working_copy_shows_it_and_leads_to_where_it_is_written(
    client, drafted_in_arabic, editor
):
    copy = working_copies.open_copy(drafted_in_arabic, by=editor)
    client.force_login(editor)
    page = client.get(change_url(copy)).text
    assert 'name="headline_ar"' not in page
    assert 'name="headline_fr"' in page
    assert TITLE in page
    assert change_url(drafted_in_arabic) in page
    assert 'data-language="fr"' in page
    # What Arabic still lacks keeps no change of the French from its readers.
    assert 'data-language="ar"' not in page


def test_no_form_of_the_working_copy_writes_it(client, drafted_in_arabic, editor):
    copy = working_copies.open_copy(drafted_in_arabic, by=editor)
    client.force_login(editor)
    form = opened(client, copy) | {"headline_ar": "Forgé"}
    assert client.post(change_url(copy), form).status_code == 403
    assert now(drafted_in_arabic).headline_ar == TITLE


def test_the_working_copy_shows_what_is_written_since(
    client, drafted_in_arabic, editor, translator
):
    copy = working_copies.open_copy(drafted_in_arabic, by=editor)
    client.force_login(translator)
    client.post(
        change_url(drafted_in_arabic),
        opened(client, drafted_in_arabic) | {"headline_ar": "عنوان أحدث"},
    )
    client.force_login(editor)
    assert "عنوان أحدث" in client.get(change_url(copy)).text


def test_publishing_changes_leaves_what_was_written_meanwhile(
    client, drafted_in_arabic, chief, translator
):
    quote = QuoteFactory(article=drafted_in_arabic, **QUOTED)
    copy = working_copies.open_copy(drafted_in_arabic, by=chief)
    client.force_login(chief)
    form = opened(client, copy)
    form |= {"headline_fr": "Le Maroc copréside", "quotes-0-position_fr": "Ministre"}
    client.post(change_url(copy), form)
    client.force_login(translator)
    mine = opened(client, drafted_in_arabic) | {
        "headline_ar": "عنوان أحدث",
        "quotes-0-text_ar": "جلسة عامة",
    }
    client.post(change_url(drafted_in_arabic), mine | {"_move-ar-in_review": "1", "_as_it_is": "1"})
    client.force_login(chief)
    client.post(
        url("changes", copy.pk), {"_publish_changes": "1", "_correction-fr": "Il copréside."}
    )
    after = now(drafted_in_arabic)
    assert (after.headline_fr, after.headline_ar) == ("Le Maroc copréside", "عنوان أحدث")
    assert after.status_in("ar") == Status.IN_REVIEW
    quote.refresh_from_db()
    assert (quote.position_fr, quote.text_ar) == ("Ministre", "جلسة عامة")


def test_published_while_a_working_copy_is_open_it_is_changed_in_that(
    client, drafted_in_arabic, chief
):
    copy = working_copies.open_copy(drafted_in_arabic, by=chief)
    client.force_login(chief)
    client.post(
        change_url(drafted_in_arabic),
        opened(client, drafted_in_arabic) | {"_move-ar-published": "1"},
    )
    assert now(drafted_in_arabic).is_live("ar")
    form = opened(client, copy)
    assert form["headline_ar"] == TITLE
    copy.refresh_from_db()
    assert copy.published_at_ar == now(drafted_in_arabic).published_at_ar is not None
    response = client.post(
        change_url(copy), form | {"standfirst_ar": "جملة", "_publish_changes": "1"}
    )
    assert "rectificatif" in response.text
    client.post(url("changes", copy.pk), {"_publish_changes": "1", "_correction-ar": "أضيفت جملة."})
    assert now(drafted_in_arabic).headline_ar == TITLE


def test_nothing_to_publish_is_not_called_published(client, live_in_french, editor):
    copy = working_copies.open_copy(live_in_french, by=editor)
    client.force_login(editor)
    response = client.post(url("changes", copy.pk), {"_publish_changes": "1"})
    assert "les lecteurs les voient" not in said_by(response)


def test_a_change_that_no_reader_sees_is_not_said_to_be_seen(client, chief):
    article = ArticleFactory(live=["fr", "ar"])
    article.withdraw("ar", by=chief, note="Erreur")
    copy = working_copies.open_copy(article, by=chief)
    copy.headline_ar = TITLE
    copy.save()
    client.force_login(chief)
    response = client.post(url("changes", copy.pk), {"_publish_changes": "1"})
    assert now(article).headline_ar == TITLE
    assert "les lecteurs les voient" not in said_by(response)
