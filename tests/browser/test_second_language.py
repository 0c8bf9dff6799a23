"""The second language of a live article, in three clicks, while the first stays as it is."""

import os
from pathlib import Path

import pytest

from articles.models import Article
from tests.browser.at_desk import body_in
from tests.conftest import member_of
from tests.factories import ArticleFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

SHOTS = os.environ.get("SCREENSHOTS")


def look(page, name):
    """Leave a picture where somebody wants to see one."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


class Clicks:
    """Somebody at the desk, whose clicks are counted once they have signed in."""

    def __init__(self, chromium, live_server, complaints, role, language):
        user = member_of(role)
        user.language, user.languages = language, ["ar"]
        user.save()
        self.context = chromium.new_context(
            base_url=live_server.url, viewport={"width": 1280, "height": 900}
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("pageerror", lambda error: complaints.append(str(error)))
        self.page.goto("/admin/")
        self.page.fill("#id_username", role)
        self.page.fill("#id_password", "marrakech-2018")
        self.page.click("input[type=submit]")
        self.page.wait_for_load_state()
        self.number = 0

    def click(self, selector):
        """Press something that goes away once the server has answered."""
        self.number += 1
        self.page.locator(selector).first.click()
        self.page.wait_for_selector(selector, state="detached")
        self.page.wait_for_load_state()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_translator_writes_it_and_an_editor_publishes_it_in_five_clicks(
    chromium, live_server, complaints, language
):
    article = ArticleFactory(
        live=["fr"], headline_fr="Le Maroc préside", headline_ar="", body_ar="", slug_ar=""
    )
    public = f"{live_server.url}{article.url_in('fr')}"
    translator = Clicks(chromium, live_server, complaints, "translator", language)
    before = translator.page.request.get(public).text()
    assert "Le Maroc préside" in before

    translator.page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    translator.page.fill("#target-0", "المغرب يرأس الجلسة")
    translator.page.fill(".pair-target [contenteditable=true]", "ترأس المغرب جلسة عامة.")
    look(translator.page, f"second-translation-{language}")
    # Asked once more, since nobody has confirmed its paragraphs.
    translator.page.click("button[name='_move-ar-in_review']")
    translator.page.check("input[name='_as_it_is']")
    translator.number += 2
    translator.click("button[name='_move-ar-in_review']")
    look(translator.page, f"second-submitted-{language}")

    editor = Clicks(chromium, live_server, complaints, "editor", language)
    editor.click("section[aria-labelledby=pile-review] a")
    look(editor.page, f"second-form-{language}")
    editor.click("input[name='_move-ar-published']")
    look(editor.page, f"second-published-{language}")

    article = Article.objects.get(pk=article.pk)
    assert article.is_live("ar")
    assert "ترأس المغرب جلسة عامة." in article.body_ar
    assert not Article.with_copies.filter(working_copy_of=article).exists()
    assert article.headline_fr == "Le Maroc préside"
    assert article.transitions.filter(language="fr").count() == 0
    assert translator.page.request.get(f"{live_server.url}{article.url_in('ar')}").status == 200
    assert "Le Maroc préside" in translator.page.request.get(public).text()
    assert translator.number + editor.number == 5
    assert complaints == []
    for one in (translator, editor):
        one.context.close()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_an_update_is_told_and_looks_like_none_of_the_corrections(
    chromium, live_server, complaints, language
):
    article = ArticleFactory(live=["fr", "ar"])
    editor = Clicks(chromium, live_server, complaints, "editor", language)
    member_of("chief")
    page = editor.page
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.click("button[name=_open_copy]")
    page.wait_for_load_state()
    body_in(page, "fr").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Vingt orateurs y ont pris part.")
    page.click("input[name=_continue]")
    page.wait_for_load_state()
    page.locator(".working-copy a[href$='/changes/']").first.click()
    page.wait_for_load_state()
    look(page, f"update-asked-{language}")
    assert page.locator("[name=_kind-fr][value=update]").is_checked()
    page.fill("textarea[name=_update-fr]", "Le nombre des orateurs est connu.")
    page.click("button[name=_publish_changes]")
    page.wait_for_load_state()
    page.goto(article.url_in("fr"))
    look(page, f"update-read-{language}")
    assert "Le nombre des orateurs est connu." in page.locator("header .updated").inner_text()
    assert page.locator("#corrections").count() == 0

    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.click("button[name=_open_copy]")
    page.wait_for_load_state()
    page.locator("#id_headline_fr").fill("Le 4 juillet, le Maroc préside")
    page.click("input[name=_continue]")
    page.wait_for_load_state()
    page.locator(".working-copy a[href$='/changes/']").first.click()
    page.wait_for_load_state()
    look(page, f"ask-{language}")
    assert complaints == []
    editor.context.close()
