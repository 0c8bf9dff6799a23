"""What is typed beside an article, or in what has gone or gone live since, is offered where it belongs."""

import pytest
from django.urls import reverse

from articles.desk.editing import working_copies
from tests.browser.at_desk import (
    EMBEDDED,
    close_and_reopen,
    forget_session,
    kept,
    log_in,
    look,
    offer,
    person,
    press,
    put_back,
    sign_in_where_told,
    wait_until_kept,
)
from tests.factories import ArticleFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


def test_a_note_outlives_the_session(browser):
    article = ArticleFactory()
    page = browser("editor")
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    page.fill("#note-text", "Le chiffre est à vérifier.")
    wait_until_kept(page, "Le chiffre")
    forget_session(page)
    page.locator(".new-note button").click()
    sign_in_where_told(page)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    put_back(page)
    assert page.input_value("#note-text") == "Le chiffre est à vérifier."
    page.locator(".new-note button").click()
    page.locator(".notes .note").wait_for()
    page.fill("#note-text", "Encore une.")
    wait_until_kept(page, "Encore une.")
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    told = offer(page).inner_text()
    assert "Encore une." in told
    assert "Le chiffre" not in told


def test_a_correction_that_was_refused_is_not_lost(browser):
    article = ArticleFactory(live=["fr"], body_fr="<p>Mercredi au Caire.</p>")
    copy = working_copies.open_copy(article, by=person("chief"))
    copy.body_fr = "<p>Jeudi 4 juillet au Caire.</p>"
    copy.save()
    changes = reverse("admin:articles_article_changes", args=[copy.pk])
    page = browser()
    log_in(page, "chief", changes)
    page.click("button[name=_publish_changes]")
    page.fill("textarea[name=_correction-fr]", "C’était jeudi.")
    wait_until_kept(page, "C’était jeudi.")
    page = close_and_reopen(browser, page, changes)
    page.wait_for_load_state()
    assert "C’était jeudi." in offer(page).inner_text()


def test_the_text_of_a_record_that_is_gone_is_on_the_first_page_of_the_desk(browser):
    speaker = SpeakerFactory(name_fr="Nasser Bourita")
    page = browser("editor")
    page.goto(reverse("admin:articles_speaker_change", args=[speaker.pk]))
    page.fill("#id_biography_ar", EMBEDDED)
    wait_until_kept(page, "الوزير")
    speaker.delete()
    page.goto("/admin/")
    texts = page.locator(".unsaved-texts li")
    assert "Nasser Bourita" in texts.inner_text()
    texts.locator("summary").click()
    assert texts.locator("[data-text]").inner_text() == EMBEDDED
    look(page, "drafts-on-the-desk-fr")
    texts.locator("[data-do=forget]").click()
    page.locator(".unsaved-texts").wait_for(state="hidden")
    assert kept(page) == ""


def test_a_text_that_went_live_meanwhile_is_offered_in_its_working_copy(browser):
    article = ArticleFactory()
    change = reverse("admin:articles_article_change", args=[article.pk])
    page = browser("chief")
    page.goto(change)
    page.fill("#id_headline_fr", "Tapé avant la parution")
    wait_until_kept(page, "Tapé avant")
    page.goto("/admin/")
    article.move("fr", "published", by=person("chief"))
    page.goto(change)
    assert "Tapé avant la parution" in offer(page).inner_text()
    press(page, "button[name=_open_copy]")
    put_back(page)
    assert page.input_value("#id_headline_fr") == "Tapé avant la parution"
