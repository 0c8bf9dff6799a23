"""The translation desk writes a language that nobody has read yet on the article itself."""

from dataclasses import replace

import pytest
from django.urls import reverse

from articles.desk.editing import working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.desk.translation import exchange
from articles.desk.translation import paragraphs as desk
from articles.languages import Language
from articles.models import Remembered, Status, Translation
from articles.wire import xliff
from tests.admin.second_language import READ, TITLE, copies, now, rows
from tests.admin.test_translations import form_of, page_of

pytestmark = pytest.mark.django_db


def test_the_translation_desk_writes_it_on_the_article_and_submits_it(
    client, live_in_french, translator
):
    client.force_login(translator)
    page = client.get(page_of(live_in_french))
    form = form_of(page) | {"target-0": TITLE, "target-1": "ترأس المغرب."}
    assert 'name="_move-ar-in_review"' in page.text
    client.post(page_of(live_in_french), form | {"_move-ar-in_review": "1", "_as_it_is": "1"})
    after = now(live_in_french)
    assert after.headline_ar == TITLE
    assert after.status_in("ar") == Status.IN_REVIEW
    assert after.translations.get().state == "to_review"
    assert not copies(live_in_french).exists()
    # It is somebody else's now, like any text in review.
    assert "<textarea" not in client.get(page_of(live_in_french)).text


def test_nothing_is_submitted_while_two_texts_wait_for_a_choice(
    client, live_in_french, translator, chief
):
    client.force_login(translator)
    form = form_of(client.get(page_of(live_in_french)))
    desk.save_targets(
        live_in_french, "ar", {0: "عنوان الزميلة"}, base=rows(live_in_french), by=chief
    )
    answer = client.post(
        page_of(live_in_french), form | {"target-0": TITLE, "_move-ar-in_review": "1"}
    )
    assert answer.status_code == 409
    assert now(live_in_french).status_in("ar") == Status.DRAFT


def test_what_another_tool_translated_comes_back_on_the_article(live_in_french, editor, translator):
    working_copies.open_copy(live_in_french, by=editor)
    (sent,) = xliff.read(xliff.xliff_file([exchange.bundle(live_in_french, Language("ar"))]))
    units = [replace(one, target=TITLE) if one.field == "headline" else one for one in sent.units]
    returned = exchange.take_back(replace(sent, units=units), by=translator)
    assert (returned.taken, returned.refusal) == (1, "")
    assert now(live_in_french).headline_ar == TITLE
    assert copies(live_in_french).get().headline_ar == TITLE


def test_what_is_confirmed_is_remembered_of_the_article(live_in_french, editor, translator):
    copy = working_copies.open_copy(live_in_french, by=editor)
    desk.save_targets(copy, "ar", {0: TITLE}, base=rows(live_in_french), by=translator)
    desk.confirm(copy, "ar", rows(now(live_in_french))[:1], by=translator)
    assert Remembered.objects.get().article == live_in_french
    assert now(live_in_french).headline_ar == TITLE


def test_the_translation_desk_of_a_working_copy_leads_to_the_article(
    client, drafted_in_arabic, translator, editor
):
    copy = working_copies.open_copy(drafted_in_arabic, by=editor)
    client.force_login(translator)
    assert client.get(page_of(copy)).url == page_of(drafted_in_arabic)
    form = form_of(client.get(page_of(drafted_in_arabic)))
    # A page of former days sends what it has to the working copy.
    client.post(page_of(copy), form | {"target-0": "عنوان أحدث", "_save": "1"})
    assert now(drafted_in_arabic).headline_ar == "عنوان أحدث"
    client.post(
        page_of(copy), form_of(client.get(page_of(drafted_in_arabic))) | {"_confirm_all": "1"}
    )
    assert drafted_in_arabic.translations.get(language="ar").state == "done"


def test_its_source_is_changed_where_readers_keep_theirs(client, live_in_french, chief):
    client.force_login(chief)
    page = client.get(page_of(live_in_french) + "?source=1")
    assert 'name="source-0"' not in page.text
    form = form_of(page) | {"source-0": "Forgé", "_with_source": "1", "_save": "1"}
    client.post(page_of(live_in_french), form)
    assert now(live_in_french).headline_fr == READ


def test_the_board_and_the_desk_have_its_state_from_the_article(
    client, live_in_french, translator, editor, chief
):
    copy = working_copies.open_copy(live_in_french, by=editor)
    base = rows(live_in_french)
    desk.save_targets(live_in_french, "ar", {0: TITLE, 1: "ترأس المغرب."}, base=base, by=translator)
    desk.confirm(live_in_french, "ar", by=translator)
    (standing,) = Translation.objects.current()
    assert standing.state == "done"
    copy.refresh_from_db()
    copy.body_fr = copy.body_fr.replace("mercredi", "jeudi")
    copy.save()
    assert Translation.objects.current().get().state == "done"
    client.force_login(editor)
    assert "à jour" in client.get(reverse("admin:articles_translations")).text
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": "Jeudi."}))
    assert Translation.objects.get().state == "stale"


def test_its_paragraphs_that_were_confirmed_stay_so_when_changes_are_published(
    live_in_french, translator, chief
):
    copy = working_copies.open_copy(live_in_french, by=chief)
    desk.save_targets(
        live_in_french,
        "ar",
        {0: TITLE, 1: "ترأس المغرب."},
        base=rows(live_in_french),
        by=translator,
    )
    desk.confirm(live_in_french, "ar", by=translator)
    working_copies.publish(copy, by=chief)
    assert live_in_french.translations.get().state == "done"
