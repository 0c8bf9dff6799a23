"""A translator takes the Cairo article from missing to done, by keyboard alone."""

import os
from pathlib import Path

import pytest

from articles.models import Article, Translation
from articles.text.richtext.segments import segments_of_body
from quality.barriers import broken_rules
from tests.conftest import member_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

SHOTS = os.environ.get("SCREENSHOTS")


def look(page, name):
    """Leave a picture where somebody wants to see one."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


@pytest.fixture
def untranslated(cairo):
    """The Cairo article, live in French, with the Arabic that a translator is to write."""
    article = Article.objects.get()
    rows = [article.headline_ar, article.standfirst_ar]
    rows += [one.html for one in segments_of_body(article.body_ar)]
    for quote in article.quotes.all():
        rows += [quote.text_ar, quote.position_ar]
    Article.objects.update(
        headline_ar="", standfirst_ar="", body_ar="", slug_ar="", status_ar="draft",
        published_at_ar=None,
    )  # fmt: skip
    article.quotes.update(text_ar="", position_ar="")
    article.refresh_from_db()
    Translation.objects.filter(article=article).delete()
    article.refresh_translations()
    return article, rows


def sign_in(page, role, language):
    user = member_of(role)
    user.language, user.languages = language, ["ar"]
    user.save()
    page.goto("/admin/")
    page.fill("#id_username", role)
    page.keyboard.press("Tab")
    page.keyboard.type("marrakech-2018")
    page.keyboard.press("Enter")
    page.wait_for_selector(".desk")
    return user


def test_the_cairo_article_goes_from_missing_to_done_by_keyboard(page, untranslated, complaints):
    article, arabic = untranslated
    sign_in(page, "translator", "fr")
    page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    # Into the first field without the mouse; from there on the page leads.
    while not page.evaluate("document.activeElement.matches('.pair-target *')"):
        page.keyboard.press("Tab")
    for number, text in enumerate(arabic):
        assert page.evaluate("document.activeElement.closest('.pair').id") == f"row-{number}"
        page.keyboard.insert_text(text)
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.keyboard.press("Control+Enter")
    page.wait_for_selector(".translation-bar .translation-done")
    # No reader has had the Arabic: it is written in the article itself.
    article.refresh_from_db()
    assert article.translations.get(language="ar").state == "done"
    assert [one.html for one in segments_of_body(article.body_ar)] == arabic[2:10]
    look(page, "translation-done")
    article.body_fr = article.body_fr.replace("mercredi", "jeudi").replace(
        "en décembre 2018", "en décembre 2019"
    )
    article.save()
    page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    changed = page.locator(".pair:not(.settled)")
    assert changed.evaluate_all("rows => rows.map(one => one.id)") == ["row-2", "row-6"]
    assert changed.nth(0).locator("del").inner_text() == "mercredi"
    assert changed.nth(0).locator("ins").inner_text() == "jeudi"
    assert "décembre 2019" in changed.nth(1).locator(".facts").inner_text()
    look(page, "translation-stale")
    assert complaints == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_page_serves_everybody_on_every_screen(page, cairo, complaints, language):
    article = Article.objects.get()
    article.body_fr = article.body_fr.replace("mercredi", "jeudi")
    article.save()
    sign_in(page, "chief", language)
    page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    directions = page.evaluate(
        "['.pair-source .pair-text', '.pair-target [contenteditable]'].map("
        "one => getComputedStyle(document.querySelector(one)).direction)"
    )
    assert directions == ["ltr", "rtl"]
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        look(page, f"translation-{language}-{width}-{scheme}")
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0
        assert broken_rules(page, "#content") == []
    page.keyboard.press("Alt+h")
    assert page.locator("#keys dl").is_visible()
    assert complaints == []


def test_a_question_is_where_the_button_was_pressed(page, untranslated, complaints):
    article, arabic = untranslated
    sign_in(page, "translator", "ar")
    page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    page.locator("#row-0 .pair-target :is(textarea, [contenteditable]):visible").fill(arabic[0])
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator(".translation-bar button[name^=_move-]").click()
    question = page.locator("#said[role=alert] input[name=_as_it_is]")
    question.wait_for()
    assert question.evaluate(
        "one => { const { top, bottom } = one.getBoundingClientRect();"
        " return top >= 0 && bottom <= window.innerHeight; }"
    )
    page.wait_for_function("() => document.activeElement.id === 'said'")
