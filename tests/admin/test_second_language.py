"""A language that nobody has read yet, of an article that others have: a draft of its own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.editing import working_copies
from articles.models import Status
from tests.admin.forms import change_url, opened
from tests.admin.second_language import QUOTED, READ, TEXT, TITLE, copies, now, url
from tests.factories import ArticleFactory, EventFactory, QuoteFactory

pytestmark = pytest.mark.django_db


def test_a_translator_writes_it_in_the_form_and_submits_it_while_readers_keep_theirs(
    client, live_in_french, translator
):
    client.force_login(translator)
    form = opened(client, live_in_french)
    assert "body_ar" in form
    assert not {"headline_fr", "body_fr", "kind", "event"} & set(form)
    before = now(live_in_french)
    form |= {"headline_ar": TITLE, "body_ar": TEXT, "_move-ar-in_review": "1"}
    client.post(change_url(live_in_french), form)
    after = now(live_in_french)
    assert (after.headline_ar, after.body_ar) == (TITLE, TEXT)
    assert after.status_in("ar") == Status.IN_REVIEW
    assert not copies(live_in_french).exists()
    assert (after.headline_fr, after.body_fr, after.status_fr, after.published_at_fr) == (
        before.headline_fr,
        before.body_fr,
        before.status_fr,
        before.published_at_fr,
    )
    assert READ in client.get(live_in_french.url_in("fr")).text


def test_an_editor_publishes_it_like_any_draft(client, drafted_in_arabic, editor):
    drafted_in_arabic.move("ar", "in_review", by=editor)
    client.force_login(editor)
    form = opened(client, drafted_in_arabic) | {"_move-ar-published": "1"}
    client.post(change_url(drafted_in_arabic), form)
    after = now(drafted_in_arabic)
    assert after.is_live("ar")
    assert after.is_live("fr")
    assert TITLE in client.get(after.url_in("ar")).text
    # Readers have both now: neither is a field of the form any more.
    assert 'name="headline_ar"' not in client.get(change_url(drafted_in_arabic)).text


def test_what_it_lacks_is_said_at_its_field(client, live_in_french, editor):
    client.force_login(editor)
    form = opened(client, live_in_french) | {"headline_ar": TITLE, "_move-ar-published": "1"}
    page = client.post(change_url(live_in_french), form)
    assert "body_ar" in page.context["adminform"].form.errors
    assert f"{TITLE}</textarea>" in page.text
    assert not now(live_in_french).is_live("ar")


def test_either_language_may_be_the_first(client, editor):
    article = ArticleFactory(live=["ar"], headline_fr="", body_fr="", slug_fr="")
    client.force_login(editor)
    form = opened(client, article)
    assert "headline_ar" not in form
    body = "<p>Le Maroc a présidé.</p>"
    client.post(
        change_url(article),
        form | {"headline_fr": READ, "body_fr": body, "_move-fr-published": "1"},
    )
    assert now(article).is_live("fr")
    assert now(article).slug_fr == "le-maroc-preside"
    assert not copies(article).exists()


def test_what_readers_have_and_the_facts_are_shown_to_be_read(client, live_in_french, editor):
    live_in_french.event = EventFactory(name_fr="Deuxième examen régional")
    live_in_french.save()
    client.force_login(editor)
    page = client.get(change_url(live_in_french)).text
    assert READ in page
    assert "Deuxième examen régional" in page
    assert 'name="_open_copy"' in page


def test_quotations_are_said_in_it_and_stay_what_they_are(client, live_in_french, editor):
    quote = QuoteFactory(article=live_in_french, **QUOTED)
    client.force_login(editor)
    form = opened(client, live_in_french)
    assert "quotes-0-text_ar" in form
    assert not {"quotes-0-text_fr", "quotes-0-speaker", "quotes-0-DELETE"} & set(form)
    client.post(
        change_url(live_in_french),
        form | {"body_ar": TEXT, "quotes-0-text_ar": "جلسة عامة", "quotes-0-position_ar": "مدير"},
    )
    quote.refresh_from_db()
    assert (quote.text_ar, quote.position_ar) == ("جلسة عامة", "مدير")
    assert quote.text_fr == "une session plénière"
    assert not copies(live_in_french).exists()


def test_the_button_that_changes_what_readers_see_saves_what_was_typed(
    client, live_in_french, editor
):
    client.force_login(editor)
    form = opened(client, live_in_french) | {"headline_ar": TITLE, "_open_copy": "1"}
    response = client.post(change_url(live_in_french), form)
    copy = copies(live_in_french).get()
    assert response["Location"] == change_url(copy)
    assert now(live_in_french).headline_ar == TITLE


def test_typography_is_fixed_and_checks_are_made_in_its_form(client, drafted_in_arabic, editor):
    client.force_login(editor)
    form = opened(client, drafted_in_arabic)
    client.post(
        change_url(drafted_in_arabic),
        form | {"headline_ar": "المغرب , الجلسة", "_fix": "headline_ar"},
    )
    assert "،" in now(drafted_in_arabic).headline_ar
    answer = client.post(url("checks", drafted_in_arabic.pk), form | {"body_ar": ""})
    assert answer.status_code == 200
    assert 'href="#id_body_ar"' in answer.text


def test_it_may_wait_for_its_moment_and_be_changed_until_then(client, drafted_in_arabic, editor):
    drafted_in_arabic.publish("ar", by=editor, at=timezone.now() + timedelta(days=1))
    client.force_login(editor)
    form = opened(client, drafted_in_arabic)
    client.post(change_url(drafted_in_arabic), form | {"headline_ar": "عنوان آخر"})
    assert now(drafted_in_arabic).headline_ar == "عنوان آخر"
    page = client.post(change_url(drafted_in_arabic), form | {"body_ar": ""})
    assert "body_ar" in page.context["adminform"].form.errors


def test_what_was_withdrawn_has_been_read_and_is_changed_in_the_working_copy(client, chief):
    article = ArticleFactory(live=["fr", "ar"])
    article.withdraw("ar", by=chief, note="Erreur")
    article.move("ar", "draft", by=chief, note="À refaire")
    client.force_login(chief)
    assert 'name="headline_ar"' not in client.get(change_url(article)).text
    copy = working_copies.open_copy(article, by=chief)
    assert 'name="headline_ar"' in client.get(change_url(copy)).text


def test_who_saves_a_language_nobody_has_read_is_told_so_of_that_language(client, editor):
    article = ArticleFactory(live=["fr"], headline_ar="القاهرة", body_ar="<p>نص</p>")
    client.force_login(editor)
    form = opened(client, article) | {"standfirst_ar": "جملة", "_save": "1"}
    said = client.post(change_url(article), form, follow=True).text
    assert "Français : Les lecteurs le voient maintenant." in said
    assert "Arabe : Aucun lecteur ne le voit encore." in said
