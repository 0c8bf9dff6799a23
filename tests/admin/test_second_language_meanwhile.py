"""A form of the language that nobody has read yet, while others write, publish or go live."""

import pytest

from articles.desk.editing import working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.models import Status
from tests.admin.forms import change_url, opened
from tests.admin.second_language import QUOTED, READ, TEXT, TITLE, copies, now, said_by
from tests.factories import ArticleFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def test_two_who_write_it_at_once_are_asked(client, live_in_french, translator, editor):
    client.force_login(translator)
    form, colleagues = (
        opened(client, live_in_french) | {"headline_ar": TITLE},
        opened(client, live_in_french),
    )
    client.post(change_url(live_in_french), colleagues | {"headline_ar": "عنوان الزميلة"})
    page = client.post(change_url(live_in_french), form)
    assert 'name="_keep-headline_ar"' in page.text
    assert now(live_in_french).headline_ar == "عنوان الزميلة"


def test_changes_published_meanwhile_are_no_conflict(client, live_in_french, translator, chief):
    QuoteFactory(article=live_in_french, **QUOTED)
    client.force_login(translator)
    form = opened(client, live_in_french) | {"headline_ar": TITLE, "body_ar": TEXT}
    form |= {"quotes-0-text_ar": "جلسة عامة"}
    copy = working_copies.open_copy(live_in_french, by=chief)
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    copy.quotes.update(position_fr="Ministre")
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": "Il copréside."}))
    assert client.post(change_url(live_in_french), form).status_code == 302
    assert now(live_in_french).headline_ar == TITLE
    quote = live_in_french.quotes.get()
    assert (quote.text_ar, quote.position_fr) == ("جلسة عامة", "Ministre")


def test_a_form_opened_before_the_other_went_live_loses_nothing(client, chief, editor):
    article = ArticleFactory(headline_fr=READ, headline_ar="", body_ar="")
    quote = QuoteFactory(article=article, **QUOTED)
    client.force_login(editor)
    form = opened(client, article)
    article.publish("fr", by=chief)
    typed = {"headline_ar": TITLE, "body_ar": TEXT, "quotes-0-text_ar": "جلسة عامة"}
    typed |= {"headline_fr": "Il copréside"}
    client.post(change_url(article), form | typed)
    after = now(article)
    assert (after.headline_ar, after.headline_fr) == (TITLE, READ)
    assert copies(article).get().headline_fr == "Il copréside"
    quote.refresh_from_db()
    assert quote.text_ar == "جلسة عامة"


def test_a_move_asked_for_in_such_a_form_is_asked_for_again(client, chief, editor):
    article = ArticleFactory(headline_fr=READ, headline_ar="", body_ar="")
    client.force_login(editor)
    form = opened(client, article) | {"headline_ar": TITLE, "body_ar": TEXT, "_continue": "1"}
    article.publish("fr", by=chief)
    response = client.post(change_url(article), form | {"_move-ar-in_review": "1"})
    assert "appuyez de nouveau" in said_by(response)
    assert now(article).headline_ar == TITLE
    form = opened(client, article) | {"_move-ar-in_review": "1"}
    client.post(change_url(article), form)
    assert now(article).status_in("ar") == Status.IN_REVIEW


def test_a_form_opened_before_opens_no_working_copy_for_nothing(client, chief, editor):
    article = ArticleFactory(headline_fr=READ, headline_ar="", body_ar="")
    client.force_login(editor)
    form = opened(client, article)
    article.publish("fr", by=chief)
    response = client.post(
        change_url(article), form | {"headline_ar": TITLE, "body_ar": TEXT, "_continue": "1"}
    )
    assert response["Location"] == change_url(article)
    assert now(article).headline_ar == TITLE
    assert not copies(article).exists()
