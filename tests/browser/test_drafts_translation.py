"""Nothing that a translator types is lost."""

import pytest
from django.urls import reverse

from articles.models import Article
from tests.browser.at_desk import (
    ARABIC,
    EMBEDDED,
    FRENCH,
    LANGUAGES,
    WORDS,
    close_and_reopen,
    forget_session,
    kept,
    log_in,
    look,
    offer,
    person,
    put_back,
    sign_in,
    sign_out,
    wait_until_kept,
)
from tests.factories import ArticleFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

# The translation desk.


@pytest.fixture
def to_translate():
    return ArticleFactory(
        headline_fr="Le Maroc préside",
        headline_ar="",
        body_fr="<p>Première phrase.</p><p>Deuxième phrase.</p>",
        body_ar="",
        slug_ar="",
        created_by=person("editor"),
    )


def desk_of(article):
    return reverse("admin:articles_article_translate", args=[article.pk, "ar"])


def write_row(page, number, words):
    cell = page.locator(f"#row-{number} .pair-target :is([contenteditable], textarea):visible")
    cell.first.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(words)


def said_at_desk(page, words):
    page.wait_for_function(
        """words => [...document.querySelectorAll(".unsent, #translation [role=status]")]
            .some(one => one.textContent.includes(words))""",
        arg=words,
    )


@LANGUAGES
def test_a_translation_outlives_the_session(browser, to_translate, language):
    page = browser("editor", language)
    page.goto(desk_of(to_translate))
    write_row(page, 0, "المغرب يرأس")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#row-0.settled")
    write_row(page, 2, EMBEDDED)
    forget_session(page)
    page.keyboard.press("Control+s")
    said_at_desk(page, WORDS[language]["signed out"])
    look(page, f"drafts-translation-signed-out-{language}")
    wait_until_kept(page, "الوزير")
    page = close_and_reopen(browser, page)
    sign_in(page, "editor")
    assert ARABIC in offer(page).inner_text()
    look(page, f"drafts-translation-offer-{language}")
    put_back(page)
    assert ARABIC in page.locator("#row-2 [contenteditable]").inner_text()
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !document.querySelector('.unsaved:not([hidden])')")
    page.wait_for_selector(".messagelist .success")
    to_translate.refresh_from_db()
    assert ARABIC in to_translate.body_ar
    assert to_translate.headline_ar == "المغرب يرأس"
    assert kept(page) == ""


def test_a_translator_who_signs_in_again_elsewhere_goes_on_writing(browser, to_translate):
    page = browser("editor")
    page.goto(desk_of(to_translate))
    write_row(page, 0, "المغرب يرأس")
    forget_session(page)
    page.context.clear_cookies(name="csrftoken")
    page.keyboard.press("Control+s")
    said_at_desk(page, FRENCH["signed out"])
    other = browser.tab(page.context)
    log_in(other, "editor")
    other.close()
    page.keyboard.press("Control+s")
    page.wait_for_selector(".messagelist .success")
    to_translate.refresh_from_db()
    assert to_translate.headline_ar == "المغرب يرأس"
    assert kept(page) == ""
    assert page.locator(".unsent").count() == 0


def test_a_translation_waits_for_a_server_that_is_away(browser, to_translate):
    page = browser("editor")
    page.goto(desk_of(to_translate))
    write_row(page, 0, "المغرب يرأس")
    page.route("**/admin/**", lambda route: route.fulfill(status=502, body="Bad Gateway"))
    page.keyboard.press("Control+s")
    said_at_desk(page, FRENCH["silent"])
    page.unroute("**/admin/**")
    page.context.set_offline(True)
    page.keyboard.press("Control+s")
    said_at_desk(page, FRENCH["silent"])
    page.context.set_offline(False)
    page.keyboard.press("Control+s")
    page.wait_for_selector(".messagelist .success")
    to_translate.refresh_from_db()
    assert to_translate.headline_ar == "المغرب يرأس"


def test_a_translation_finds_its_paragraph_again_when_the_source_moved(browser, to_translate):
    page = browser("editor")
    page.goto(desk_of(to_translate))
    write_row(page, 2, "الجملة الثانية.")
    write_row(page, 1, "الجملة الأولى.")
    wait_until_kept(page, "الجملة الأولى.")
    page.goto("/admin/")
    to_translate.body_fr = "<p>Deuxième phrase.</p><p>Une autre.</p>"
    to_translate.save()
    page.goto(desk_of(to_translate))
    told = offer(page).inner_text()
    assert FRENCH["gone"] in told
    assert "الجملة الأولى." in told
    put_back(page)
    assert page.locator("#row-1 [contenteditable]").inner_text() == "الجملة الثانية."
    assert page.locator("#row-2 [contenteditable]").inner_text().strip() == ""


def test_a_conflict_that_nobody_decided_is_kept(browser, to_translate):
    page = browser("editor")
    page.goto(desk_of(to_translate))
    write_row(page, 0, "المغرب يرأس")
    Article.objects.filter(pk=to_translate.pk).update(headline_ar="المغرب يقود")
    page.keyboard.press("Control+s")
    page.wait_for_selector("#row-0 .conflict")
    page = close_and_reopen(browser, page, desk_of(to_translate))
    assert "يرأس" in offer(page).inner_text()


def test_another_translator_is_not_offered_the_text(browser, to_translate):
    page = browser("editor")
    page.goto(desk_of(to_translate))
    write_row(page, 0, "المغرب يرأس")
    wait_until_kept(page, "يرأس")
    page.goto("/admin/", wait_until="commit")
    sign_out(page)
    person("chief")
    log_in(page, "chief", desk_of(to_translate))
    page.wait_for_timeout(800)
    assert page.locator(".unsaved:visible").count() == 0
