"""A document, a forwarded mail and a message that was copied become drafts, in both languages."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, ReceivedText
from tests.browser.test_records import seen
from tests.browser.test_translation import sign_in
from tests.wire.files import mail, word_document

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

PAGE = "/admin/articles/article/import/"
FRENCH = """Le Maroc accueille le Sommet africain de l’eau

Rabat, 3 juillet 2024 (MAP) – Le Sommet africain de l’eau se tient à Rabat les 3 et 4 juillet 2024.

Le ministre de l’Eau, Nizar Baraka, a déclaré que « l’eau est un droit pour chacun des habitants »."""
ARABIC = """المغرب يحتضن المؤتمر الإفريقي الثالث حول الهجرة

الرباط 31 غشت 2022 (ومع) - ينعقد المؤتمر الإفريقي الثالث حول الهجرة بالرباط يومي 5 و6 شتنبر 2022.

وقال وزير الشؤون الخارجية، ناصر بوريطة، إن «الهجرة فرصة قبل أن تكون تحديا لقارتنا»."""
TEXTS = {"fr": FRENCH, "ar": ARABIC}
HEADLINES = {"fr": FRENCH.split("\n", 1)[0], "ar": ARABIC.split("\n", 1)[0]}
FORWARDED = """Pour toi.

---------- Forwarded message ---------
De : Presse <presse@eau.example>
Date: Wed, 03 Jul 2024 09:30:00 +0100
Subject: Sommet
To: <desk@newsroom.example>

"""


def send(page, name, data):
    page.goto(PAGE)
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.set_input_files("#import-files", file)
    page.click(".import-form [type=submit]")
    page.wait_for_selector(".import-article")


def save_as_draft(page, language):
    page.locator(".import-buttons [value=save]").click()
    page.wait_for_url("**/change/")
    article = Article.objects.latest("pk")
    assert article.said("headline", language) == HEADLINES[language]
    return article


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_document_a_mail_and_a_message_become_drafts(page, complaints, language):
    text = TEXTS[language]
    sign_in(page, "editor", language)
    page.click(f".main-pages a[href='{PAGE}']")
    page.wait_for_selector(".import-form")
    seen(page, f"import-{language}")

    send(page, "communiqué.docx", word_document(*text.split("\n")))
    seen(page, f"import-review-{language}")
    article = save_as_draft(page, language)
    assert article.quotes.get().speaker is not None
    assert article.event is not None
    article.delete()

    send(page, "message.eml", mail(FORWARDED + text, "Fwd: Sommet"))
    expect(page.locator(".import-text")).not_to_contain_text("Pour toi")
    save_as_draft(page, language).delete()

    page.goto(PAGE)
    stamped = "\n".join(f"[03/07/2024, 14:22:10] Karim: {line}" for line in text.split("\n\n"))
    page.fill("#import-text", stamped)
    page.click(".import-form [type=submit]")
    page.wait_for_selector(".import-article")
    expect(page.locator(".import-remarks").first).to_contain_text("Karim")
    save_as_draft(page, language)
    assert complaints == []


def test_by_keyboard_a_text_is_pasted_changed_kept_and_saved(page, complaints):
    sign_in(page, "reporter", "fr")
    page.goto(PAGE)
    page.locator("#import-text").focus()
    page.keyboard.insert_text(FRENCH)
    page.locator(".import-form [type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".import-article")

    # Where a thing stands is shown while its field is typed in.
    page.locator("#id_speakers-0-name").focus()
    expect(page.locator("mark.is-chosen", has_text="Nizar Baraka")).to_be_visible()
    with page.expect_response(lambda answer: "base" in answer.text()):
        page.keyboard.press("End")
        page.keyboard.type(" Idrissi")
    expect(page.locator(".import-kept")).to_have_text("Gardé.")

    # The browser is closed, and what was typed is there.
    address = page.url
    fresh = page.context.new_page()
    page.close()
    fresh.goto(address)
    assert fresh.input_value("#id_speakers-0-name") == "Nizar Baraka Idrissi"
    fresh.select_option("#id_event_use", "none")
    fresh.locator(".import-buttons [value=save]").focus()
    fresh.keyboard.press("Enter")
    fresh.wait_for_url("**/change/")
    article = Article.objects.get()
    assert article.event is None
    assert ReceivedText.objects.get().article == article
    assert complaints == []


def test_what_is_typed_without_a_session_is_kept_by_the_browser_and_offered(page):
    sign_in(page, "reporter", "fr")
    page.goto(PAGE)
    page.fill("#import-text", FRENCH)
    page.click(".import-form [type=submit]")
    page.wait_for_selector(".import-article")
    page.fill("#id_headline", "Titre gardé")
    expect(page.locator(".import-kept")).to_have_text("Gardé.")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.fill("#id_standfirst", "Chapeau sans session")
    expect(page.locator(".unsent")).to_contain_text("Vous n’êtes plus connecté")
    page.context.add_cookies(cookies)
    page.reload()
    offer = page.locator("section.unsaved")
    expect(offer).to_contain_text("Chapeau sans session")
    expect(offer).not_to_contain_text("Titre gardé")
    offer.locator("[data-do=restore]").click()
    assert page.input_value("#id_standfirst") == "Chapeau sans session"


def test_what_is_typed_before_the_script_has_come_is_kept_too(page):
    sign_in(page, "reporter", "fr")
    page.goto(PAGE)
    page.fill("#import-text", FRENCH)
    held = []
    page.route("**/import-selection*.js", lambda route: held.insert(0, route))
    with page.expect_request("**/import-selection*.js"):
        page.click(".import-form [type=submit]")
    page.fill("#id_headline", "Titre tapé tôt")
    expect(page.locator(".import-kept")).to_have_text("")
    held[0].continue_()
    expect(page.locator(".import-kept")).to_have_text("Gardé.")


def test_selected_words_are_put_into_the_field_that_was_typed_in_last(page, complaints):
    sign_in(page, "reporter", "fr")
    page.goto(PAGE)
    page.fill("#import-text", FRENCH)
    page.click(".import-form [type=submit]")
    page.wait_for_selector(".import-article")
    page.wait_for_load_state()
    page.locator("#id_standfirst").focus()
    page.locator("mark", has_text="Nizar Baraka").first.dblclick()
    page.locator(".import-put button").click()
    assert page.input_value("#id_standfirst").strip() in FRENCH
    assert page.input_value("#id_standfirst")
    page.keyboard.press("Control+s")
    expect(page.locator(".import-kept")).to_have_text("Gardé.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/change/")
    assert complaints == []
