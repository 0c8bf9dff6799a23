"""The history of a language that nobody has read yet: who wrote it, and its own way back."""

import pytest

from articles.desk.editing import history, working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.desk.translation import paragraphs as desk
from articles.models import Article
from tests.admin.forms import change_url, opened
from tests.admin.second_language import READ, TEXT, TITLE, copies, now, rows, url
from tests.factories import QuoteFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_each_save_of_it_is_a_version_of_the_article(client, live_in_french, translator):
    client.force_login(translator)
    client.post(
        change_url(live_in_french),
        opened(client, live_in_french) | {"headline_ar": TITLE, "_note": "Jet"},
    )
    last = live_in_french.revisions.first()
    assert (last.made_by, last.note, last.fields["headline_ar"]) == (translator, "Jet", TITLE)
    assert TITLE in client.get(url("history", live_in_french.pk)).text


def test_the_history_tells_who_wrote_which_language_after_the_changes_are_published(
    drafted_in_arabic, chief, translator, editor
):
    history.catch_up(drafted_in_arabic)
    copy = working_copies.open_copy(drafted_in_arabic, by=editor)
    desk.save_targets(
        drafted_in_arabic,
        "ar",
        {1: "ترأس المغرب الجلسة."},
        base=rows(drafted_in_arabic),
        by=translator,
    )
    copy.refresh_from_db()
    copy.body_fr += "<p>Une phrase de plus.</p>"
    copy.save()
    history.keep_if_changed(copy, by=editor)
    working_copies.publish(
        copy, by=chief, told=CorrectionAnswers({"fr": "Une phrase est ajoutée."})
    )
    ((_sentence, by),) = history.authors(now(drafted_in_arabic), "body_ar")[0]
    assert by.made_by == translator
    texts = [one.fields["body_ar"] for one in drafted_in_arabic.revisions.order_by("version")]
    assert texts == sorted(texts, key=[TEXT, "<p>ترأس المغرب الجلسة.</p>"].index)


def test_going_back_with_what_readers_have_leaves_it_alone(client, drafted_in_arabic, chief):
    history.catch_up(drafted_in_arabic)
    Article.objects.filter(pk=drafted_in_arabic.pk).update(
        headline_fr="Titre fautif", headline_ar="عنوان أحدث"
    )
    history.catch_up(now(drafted_in_arabic))
    client.force_login(chief)
    client.post(url("restore", drafted_in_arabic.pk), {"version": "1"})
    after = now(drafted_in_arabic)
    assert (after.headline_fr, after.headline_ar) == ("Titre fautif", "عنوان أحدث")
    assert copies(drafted_in_arabic).get().headline_fr == READ
    assert copies(drafted_in_arabic).get().headline_ar == "عنوان أحدث"


def test_an_older_version_of_it_comes_back_by_its_own_button(client, drafted_in_arabic, translator):
    quote = QuoteFactory(article=drafted_in_arabic, text_ar="جلسة عامة")
    history.catch_up(drafted_in_arabic)
    drafted_in_arabic.headline_ar = "عنوان أحدث"
    drafted_in_arabic.save()
    quote.text_ar = "غيرها"
    quote.save()
    history.catch_up(drafted_in_arabic)
    client.force_login(translator)
    page = client.get(url("history", drafted_in_arabic.pk)).text
    assert 'name="version-ar"' in page
    assert 'name="version"' not in page.replace('name="version-ar"', "")
    response = client.post(url("restore", drafted_in_arabic.pk), {"version-ar": "1"})
    assert response["Location"] == change_url(drafted_in_arabic)
    assert now(drafted_in_arabic).headline_ar == TITLE
    quote.refresh_from_db()
    assert quote.text_ar == "جلسة عامة"
    assert drafted_in_arabic.revisions.first().made_by == translator
    assert not copies(drafted_in_arabic).exists()


def test_nobody_goes_back_in_a_language_that_is_not_theirs(client, drafted_in_arabic, reporter):
    history.catch_up(drafted_in_arabic)
    client.force_login(reporter)
    assert client.post(url("restore", drafted_in_arabic.pk), {"version-ar": "1"}).status_code == 403
    # What readers have is restored in a working copy only.
    client.force_login(UserFactory(is_superuser=True))
    assert client.post(url("restore", drafted_in_arabic.pk), {"version-fr": "1"}).status_code == 403
