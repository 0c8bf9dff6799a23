"""Known terms and remembered translations, taken into a translation by one key."""

import pytest

from articles.desk.translation.memory import remember
from articles.languages import Language
from articles.models.translations import segments_of
from quality.barriers import broken_rules
from tests.browser.test_translation import look, sign_in, untranslated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
__all__ = ["untranslated"]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_terms_and_memory_come_into_the_field_by_one_key(page, untranslated, complaints, language):
    article, _arabic = untranslated
    french, arabic = Language("fr"), Language("ar")
    rows = [one for one in segments_of(article, french) if one.said]
    paragraph = next(n for n, one in enumerate(rows) if one.is_body)
    before = rows[paragraph].html.replace("mercredi", "jeudi")
    remember(french, arabic, [(before, "ترجمة <strong>سابقة</strong>")], by=None, origin="Rabat")

    sign_in(page, "translator", language)
    page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    headline = page.locator("#row-0")
    assert headline.locator("mark.term").last.get_attribute("title") == "القاهرة"
    field = headline.locator("textarea")
    field.focus()
    page.keyboard.insert_text("المغرب في")
    # Each term of the source once, in its order; then there is none left.
    for _ in range(4):
        page.keyboard.press("Alt+t")
    said = field.input_value()
    assert said.startswith("المغرب في الاستعراض الإقليمي الثاني")
    assert said.count("القاهرة") == 1

    cell = page.locator(f"#row-{paragraph} [contenteditable]")
    cell.click()
    page.keyboard.insert_text("ما كتب")
    offered = page.locator(f"#row-{paragraph} [data-offered]")
    offered.wait_for()
    about = page.locator(f"#row-{paragraph} .remembered")
    assert "Rabat" in about.inner_text()
    assert about.locator("del").inner_text() == "jeudi"
    assert about.locator("ins").inner_text() == "mercredi"
    page.keyboard.press("Alt+m")
    assert cell.inner_html() == "ترجمة <strong>سابقة</strong>"
    page.keyboard.press("Alt+m")
    assert cell.inner_text() == "ما كتب"
    page.locator(f"#row-{paragraph} [data-use]").click()
    assert cell.inner_html() == "ترجمة <strong>سابقة</strong>"
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.keyboard.press("Control+s")
    page.wait_for_selector(f"#row-{paragraph} .terms .lacking")
    look(page, f"suggestions-{language}")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    look(page, f"suggestions-{language}-390")
    assert broken_rules(page, "#content") == []
    assert complaints == []
