"""A field that chooses a record takes nothing that nobody chose, and drops nothing that was typed."""

import pytest
from playwright.sync_api import expect

from tests.browser.at_desk import LANGUAGES, forget_session, press
from tests.factories import (
    ArticleFactory,
    EventFactory,
    ImageFactory,
    MediaKitFactory,
    PlaceFactory,
    SourceFactory,
    SpeakerFactory,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

LIT = "[role=option][aria-selected=true]"
MEANT = {"fr": "Vouliez-vous dire", "ar": "هل تقصد"}
UNCHOSEN = {"fr": "n’est pas choisi", "ar": "لم يُختر"}


def change(record):
    return f"/admin/articles/{record._meta.model_name}/{record.pk}/change/"


def people_of(page):
    return page.locator("#chips-mentions-group-speaker + .chooser input")


@LANGUAGES
def test_who_is_only_near_stands_under_a_heading_and_is_chosen_by_hand(browser, language):
    SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="إسماعيل الشكوري")
    page = browser("editor", language)
    page.goto(change(ArticleFactory()))
    people_of(page).click()
    page.keyboard.type("chekouri")
    expect(page.locator(".chooser-heading")).to_have_text(MEANT[language])
    expect(page.locator("[role=option]")).to_have_count(2)
    expect(page.locator("[role=option]").last.locator(".chooser-create")).to_have_count(1)
    expect(page.locator(LIT)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".chips > ul > li")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chips > ul > li bdi")).to_have_count(1)


def test_the_tab_key_chooses_nothing(browser):
    SpeakerFactory(name_fr="Mohammed VI", name_ar="محمد السادس")
    page = browser("editor")
    page.goto(change(ArticleFactory()))
    people_of(page).click()
    page.keyboard.type("محمد")
    expect(page.locator(LIT)).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator(".chips > ul > li")).to_have_count(0)
    expect(people_of(page)).to_have_value("محمد")


@LANGUAGES
def test_what_is_typed_and_not_chosen_stays_and_is_not_saved_in_silence(browser, language):
    source = SourceFactory(name_fr="Agence", name_ar="وكالة")
    image = ImageFactory(source=source)
    page = browser("editor", language)
    page.goto(change(image))
    field = page.locator(".field-source [role=combobox]")
    field.fill("Zzzz inexistant")
    page.keyboard.press("Tab")
    expect(field).to_have_value("Zzzz inexistant")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".chooser-unchosen")).to_contain_text(UNCHOSEN[language])
    expect(page.locator("[role=status]", has_text=UNCHOSEN[language])).to_have_count(1)
    page.fill("#id_alt_fr", "Le quai")
    page.locator(".submit-row [name=_continue]").click()
    expect(field).to_be_focused()
    expect(page.locator(".chooser-unchosen")).to_contain_text(UNCHOSEN[language])
    image.refresh_from_db()
    assert image.alt_fr != "Le quai"
    page.keyboard.press("Escape")
    expect(field).to_have_value(source.said_anyhow("name") if language == "fr" else "وكالة")
    expect(page.locator(".chooser-unchosen")).to_have_count(0)
    press(page, ".submit-row [name=_continue]")
    image.refresh_from_db()
    assert (image.alt_fr, image.source) == ("Le quai", source)


def test_a_form_waits_for_the_answer_that_says_what_was_typed(browser):
    oran = PlaceFactory(name_fr="Oran", name_ar="وهران")
    event = EventFactory(place=PlaceFactory(name_fr="Rabat", name_ar="الرباط"))
    page = browser("editor")
    page.goto(change(event))
    held = []

    def hold(route):
        held.append(route)

    page.route("**/autocomplete/**", hold)
    page.locator(".field-place [role=combobox]").fill("Oran")
    page.evaluate("window.stillHere = true")
    page.locator(".submit-row [name=_continue]").click()
    page.wait_for_timeout(500)
    held[-1].continue_()
    page.wait_for_function("() => !window.stillHere")
    page.wait_for_load_state()
    event.refresh_from_db()
    assert event.place == oran


def test_a_chip_is_taken_off_by_a_key_pressed_twice_and_one_that_is_chosen_is_not_offered(browser):
    kit = MediaKitFactory()
    for name in ("Salma Jaziri", "Salma Bennis"):
        SpeakerFactory(name_fr=name)
    article = ArticleFactory()
    page = browser("chief")
    page.goto(change(article))
    chips = page.locator(".chips:has(#chips-mentions-group-speaker) > ul > li")
    people_of(page).click()
    page.keyboard.type("Salma Jaziri")
    page.locator(LIT, has_text="Jaziri").wait_for()
    page.keyboard.press("Enter")
    expect(chips).to_have_count(1)
    page.keyboard.type("Salma")
    expect(page.locator(LIT)).to_have_text("Salma Bennis")
    expect(page.locator("[role=option]", has_text="Jaziri")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Backspace")
    expect(page.locator("[role=status]", has_text="encore une fois")).to_have_count(1)
    expect(chips).to_have_count(1)
    page.keyboard.press("Backspace")
    expect(chips).to_have_count(0)
    expect(page.locator("[role=status]", has_text="Retiré : Salma Jaziri")).to_have_count(1)
    assert kit.pk


def test_several_names_that_are_pasted_are_several(browser):
    for name in ("Ismail Chekkouri", "Mohammed VI"):
        SpeakerFactory(name_fr=name)
    page = browser("editor")
    page.goto(change(ArticleFactory()))
    people_of(page).click()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/plain", "Ismail Chekkouri, Mohammed VI; Personne Inconnue");
            const paste = { clipboardData: data, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", paste));
        }"""
    )
    expect(page.locator(".chips > ul > li bdi")).to_have_text(["Ismail Chekkouri", "Mohammed VI"])
    expect(people_of(page)).to_have_value("Personne Inconnue")


def test_a_chooser_that_fails_says_why_and_tries_again(browser):
    for number in range(30):
        SourceFactory(name_fr=f"Agence {number}")
    image = ImageFactory(source=None)
    page = browser("editor")
    page.goto(change(image))
    field, says = page.locator(".field-source [role=combobox]"), page.locator(".chooser-says")
    options = page.locator("[role=option]")
    page.route("**/autocomplete/**page=2*", lambda route: route.abort())
    field.click()
    expect(options).to_have_count(20)
    page.locator(".chooser-list").evaluate("one => one.scrollTo(0, one.scrollHeight)")
    expect(says).to_have_text("La suite des choix n’a pas pu être chargée.")
    page.unroute("**/autocomplete/**page=2*")
    options.last.click()
    expect(options).to_have_count(30)
    page.keyboard.press("Escape")
    cookies = page.context.cookies()
    forget_session(page)
    field.fill("Agence 7")
    expect(says).to_contain_text("Vous n’êtes plus connecté")
    page.context.add_cookies(cookies)
    page.keyboard.press("Enter")
    expect(page.locator(LIT)).to_have_text("Agence 7")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Agence 7")
    page.evaluate("document.querySelector('#image_form').reset()")
    expect(field).to_have_value("")
