"""Typography under the hands of an editor: a button, one key, a paste, and the way back."""

import pytest
from playwright.sync_api import expect

from tests.browser.at_desk import body_in, unfold
from tests.browser.test_working_copies import change, sign_in  # noqa: F401
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = """([element, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  element.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
  );
}"""


def test_an_editor_fixes_a_text_and_takes_it_back(sign_in, complaints):  # noqa: F811
    body = "<p>Le <strong>Maroc</strong>: qui préside?</p>"
    article = ArticleFactory(headline_fr="Titre", body_fr=body, headline_ar="المغرب, مصر")
    article.body_ar = "<p>ماذا?</p>"
    article.save()
    page = sign_in("editor", "ar")
    page.goto(change(article))
    editor = body_in(page, "fr")
    done = page.locator(".typography-done")

    page.click("section[data-language=fr] .checks-typography > summary")
    page.click("[data-check=before] a")
    assert editor.evaluate("e => e === document.activeElement")

    # A button fixes one thing in one field, and the checks know it at once.
    page.click("button[value='body_fr:before']")
    page.wait_for_selector("button[value='body_fr:before']", state="detached")
    assert editor.inner_html() == "<p>Le <strong>Maroc</strong>\u202f: qui préside\u202f?</p>"
    assert done.locator("del").first.inner_text() == "Maroc:"
    done.locator("[data-do=undo]").click()
    assert editor.inner_text().strip() == "Le Maroc: qui préside?"

    # The key fixes the field at hand; the browser's own undo takes it back.
    page.focus("#id_headline_ar")
    page.keyboard.press("F9")
    expect(page.locator("#id_headline_ar")).to_have_value("المغرب، مصر")
    page.keyboard.press("Control+z")
    assert page.input_value("#id_headline_ar") == "المغرب, مصر"

    # A paste is fixed only for who wishes so; else it is left to the browser, which makes
    # nothing of an event that no person caused.
    for wish, pasted in ((False, ""), (True, "Pourquoi\u202f?")):
        unfold(page, "[data-typography-paste]")
        page.set_checked("[data-typography-paste]", wish)
        page.fill("#id_standfirst_fr", "")
        page.focus("#id_standfirst_fr")
        page.evaluate(PASTE, [page.query_selector("#id_standfirst_fr"), "Pourquoi?"])
        expect(page.locator("#id_standfirst_fr")).to_have_value(pasted)

    # So it is beside the source, in a paragraph of a translation.
    page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    paragraph = page.locator(".pair-target [contenteditable=true]").first
    paragraph.click()
    page.keyboard.press("F9")
    expect(paragraph).to_have_text("ماذا؟")
    expect(page.locator(".pair-target textarea[data-rich]").first).to_have_value("ماذا؟")

    article.refresh_from_db()
    assert article.body_fr == body
    assert complaints == []
