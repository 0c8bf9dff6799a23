"""Nothing typed is lost when a session ends, a token changes or a server is away."""

import pytest
from django.template.loader import render_to_string

from articles.models import Speaker
from tests.browser.at_desk import (
    EMBEDDED,
    FRENCH,
    LANGUAGES,
    NEW_SPEAKER,
    WORDS,
    forget_session,
    kept,
    log_in,
    long_after,
    look,
    offer,
    person,
    press,
    put_back,
    sign_in,
    sign_out,
    wait_until_kept,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

# The session.


@LANGUAGES
def test_a_session_that_is_over_loses_nothing_and_leads_back_to_the_form(browser, language):
    page = browser("editor", language)
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    page.fill("#id_biography_ar", EMBEDDED)
    forget_session(page)
    press(page)
    assert page.locator(".unsaved-waits").is_visible()
    assert {"fr": "garde un texte", "ar": "يحتفظ هذا المتصفح"}[language] in page.locator(
        ".unsaved-waits"
    ).inner_text()
    look(page, f"drafts-login-{language}")
    sign_in(page, "editor")
    assert page.url.endswith(NEW_SPEAKER)
    assert "Nasser Bourita" in offer(page).inner_text()
    assert page.locator(".unsaved dd[lang=ar]").first.evaluate(
        "e => getComputedStyle(e).direction"
    ) == ("rtl")
    look(page, f"drafts-offer-{language}")
    put_back(page)
    press(page)
    speaker = Speaker.objects.get()
    assert (speaker.name_fr, speaker.biography_ar) == ("Nasser Bourita", EMBEDDED)
    page.goto(NEW_SPEAKER)
    page.wait_for_load_state()
    assert page.locator(".unsaved:visible").count() == 0
    assert kept(page) == ""


@LANGUAGES
def test_after_a_long_time_the_form_stays_and_says_that_the_session_is_over(browser, language):
    page = browser("editor", language)
    page.clock.install()
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    long_after(page)
    forget_session(page)
    page.click("input[name=_save]")
    told = page.locator(".unsent")
    told.wait_for()
    assert WORDS[language]["signed out"] in told.inner_text()
    # Beside the button that was pressed.
    assert page.locator(".unsent + .submit-row").count() == 1
    look(page, f"drafts-signed-out-{language}")
    assert page.input_value("#id_name_fr") == "Nasser Bourita"
    with page.context.expect_page() as opening:
        told.locator("a").click()
    login = opening.value
    sign_in(login, "editor")
    login.close()
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.wait_for_function(
        "words => document.querySelector('.unsent')?.textContent.includes(words)",
        arg=WORDS[language]["signed in"],
    )
    look(page, f"drafts-signed-in-again-{language}")
    press(page)
    assert Speaker.objects.get().name_fr == "Nasser Bourita"


def test_who_signs_in_again_in_another_tab_saves_as_if_nothing_had_happened(browser):
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    other = browser.tab(page.context)
    other.goto("/admin/")
    sign_out(other)
    log_in(other, "editor")
    press(page)
    assert Speaker.objects.get().name_fr == "Nasser Bourita"
    assert kept(page) == ""


@LANGUAGES
def test_a_form_that_is_refused_says_why_and_gives_the_text_back(browser, language):
    page = browser("editor", language)
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    page.fill("#id_biography_ar", EMBEDDED)
    page.context.clear_cookies(name="csrftoken")
    press(page)
    assert WORDS[language]["expired"] in page.locator("h1").inner_text()
    assert page.locator("html").get_attribute("lang") == language
    assert WORDS[language]["kept"] in page.locator(".unsaved-waits").inner_text()
    given_back = page.locator("textarea").evaluate_all("all => all.map(one => one.value)")
    assert {"Nasser Bourita", EMBEDDED} <= set(given_back)
    look(page, f"drafts-403-{language}")
    page.click("main a")
    put_back(page)
    press(page)
    assert Speaker.objects.get().biography_ar == EMBEDDED


@LANGUAGES
def test_nothing_is_saved_in_the_name_of_somebody_else(browser, language):
    page = browser("editor", language)
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    other = browser.tab(page.context)
    other.goto("/admin/")
    sign_out(other)
    person("chief", language)
    log_in(other, "chief")
    page.click("input[name=_save]")
    page.locator(".unsent").wait_for()
    assert "chief" in page.locator(".unsent").inner_text()
    assert WORDS[language]["other"] in page.locator(".unsent").inner_text()
    look(page, f"drafts-other-person-{language}")
    assert not Speaker.objects.exists()


def test_another_person_is_not_offered_what_the_former_one_typed(browser):
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    wait_until_kept(page, "Nasser Bourita")
    page.goto("/admin/")
    assert "Nasser Bourita" in page.locator(".unsaved-texts li").inner_text()
    sign_out(page)
    person("chief")
    log_in(page, "chief", NEW_SPEAKER)
    page.wait_for_timeout(800)
    assert page.locator(".unsaved:visible").count() == 0
    page.goto("/admin/")
    assert "Nasser" not in page.content()
    assert page.locator(".unsaved-texts").is_hidden()
    sign_out(page)
    log_in(page, "editor", NEW_SPEAKER)
    assert "Nasser Bourita" in offer(page).inner_text()


# The server.


@LANGUAGES
def test_a_server_that_is_not_there_leaves_the_form_as_it_is(browser, language):
    page = browser("editor", language)
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    page.context.set_offline(True)
    page.click("input[name=_save]")
    page.locator(".unsent").wait_for()
    assert WORDS[language]["silent"] in page.locator(".unsent").inner_text()
    look(page, f"drafts-silent-{language}")
    assert page.input_value("#id_name_fr") == "Nasser Bourita"
    page.context.set_offline(False)
    press(page)
    assert Speaker.objects.get().name_fr == "Nasser Bourita"


def test_a_gateway_without_its_server_is_found_out_before_anything_is_sent(browser):
    page = browser("editor")
    page.clock.install()
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    long_after(page)
    page.route("**/admin/**", lambda route: route.fulfill(status=502, body="Bad Gateway"))
    page.click("input[name=_save]")
    page.locator(".unsent").wait_for()
    assert FRENCH["silent"] in page.locator(".unsent").inner_text()
    page.unroute("**/admin/**")
    press(page)
    assert Speaker.objects.get().name_fr == "Nasser Bourita"


def test_what_the_gateway_swallowed_is_offered_back(browser):
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    page.route("**/admin/**", lambda route: route.fulfill(status=502, body="Bad Gateway"))
    page.click("input[name=_save]")
    page.get_by_text("Bad Gateway").wait_for()
    page.unroute("**/admin/**")
    page.goto(NEW_SPEAKER)
    put_back(page)
    press(page)
    assert Speaker.objects.get().name_fr == "Nasser Bourita"


@pytest.mark.parametrize("status", [400, 500, 503])
def test_the_page_of_an_error_says_that_the_text_is_kept(browser, status):
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    wait_until_kept(page, "Nasser Bourita")
    answer = render_to_string(f"{status}.html")
    page.route(
        "**/speaker/add/",
        lambda route: route.fulfill(status=status, body=answer, content_type="text/html"),
    )
    page.click("input[name=_save]")
    page.locator(".unsaved-waits").first.wait_for()
    for language in ("fr", "ar"):
        words = page.locator(f"section[lang={language}] .unsaved-waits").inner_text()
        assert WORDS[language]["kept"] in words
