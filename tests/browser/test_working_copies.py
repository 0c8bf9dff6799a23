"""A live article changed beside its readers, by two people, with a browser that forgets nothing."""

import os
from pathlib import Path

import pytest

from articles.models import Article
from tests.browser.at_desk import body_in, let_in, unfold
from tests.conftest import member_of
from tests.factories import ArticleFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

LANGUAGES = pytest.mark.parametrize("language", ["fr", "ar"])
SHOTS = os.environ.get("SCREENSHOTS")


def look(page, name):
    """Leave a picture where somebody wants to see one."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


@pytest.fixture
def sign_in(chromium, live_server, complaints):
    contexts = []

    def signed_in(role, language):
        user = member_of(role)
        user.language = language
        user.save()
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": 1280, "height": 900}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        let_in(context, live_server.url, role)
        return page

    yield signed_in
    for context in contexts:
        context.close()


def kept(page):
    """What the browser's own store holds."""
    return page.evaluate("() => JSON.stringify({...localStorage})")


def change(article):
    return f"/admin/articles/article/{article.pk}/change/"


@LANGUAGES
def test_a_live_article_is_changed_in_a_copy_and_then_published(
    sign_in, complaints, language, live_server
):
    article = ArticleFactory(live=["fr", "ar"], headline_fr="Titre", headline_ar="العنوان القديم")
    page = sign_in("chief", language)
    page.goto(change(article))
    look(page, f"live-{language}")
    page.click("button[name=_open_copy]")
    page.wait_for_load_state()
    page.fill("#id_headline_ar", "العنوان الجديد")
    body_in(page, "ar").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" ثم اختتمت أشغالها.")
    page.fill("#note-on-save", "العنوان")
    look(page, f"copy-{language}")
    page.click("input[name=_continue]")
    page.wait_for_load_state()
    public = f"{live_server.url}{article.url_in('ar')}"
    assert "العنوان القديم" in page.request.get(public).text()

    page.locator(".working-copy a").first.click()
    page.wait_for_load_state()
    look(page, f"changes-{language}")
    changed = page.locator(".differences dd[lang=ar]").first
    assert changed.locator("del").inner_text() == "القديم"
    assert changed.locator("ins").inner_text() == "الجديد"
    assert changed.evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.click("button[name=_publish_changes]")
    page.wait_for_load_state()
    look(page, f"owed-{language}")
    assert "العنوان القديم" in page.request.get(public).text()
    page.check("input[name=_kind-ar][value=substance]")
    page.fill("textarea[name=_correction-ar]", "العنوان الجديد هو الصحيح.")
    page.click("button[name=_publish_changes]")
    page.wait_for_load_state()
    text = page.request.get(public).text()
    assert "العنوان الجديد" in text
    assert "ثم اختتمت أشغالها" in text
    page.goto(f"/admin/articles/article/{article.pk}/history/")
    look(page, f"history-{language}")
    assert "العنوان" in page.locator(".revisions").inner_text()
    page.goto(f"/admin/articles/article/{article.pk}/authors/")
    look(page, f"authors-{language}")
    assert "chief" in page.locator("section.authors[lang=ar]").inner_text()
    assert complaints == []


@LANGUAGES
def test_the_slower_of_two_sees_both_texts_and_chooses(sign_in, complaints, language):
    article = ArticleFactory(headline_fr="Le Maroc préside", headline_ar="المغرب يرأس الجلسة")
    mine, theirs = sign_in("editor", language), sign_in("chief", language)
    theirs.goto(change(article))
    mine.goto(change(article))
    assert "chief" in mine.locator(".presences").inner_text()
    theirs.fill("#id_headline_ar", "المغرب يترأس الجلسة")
    unfold(theirs, "#id_byline")
    theirs.fill("#id_byline", "Salma Alaoui")
    theirs.click("input[name=_continue]")
    theirs.wait_for_load_state()
    mine.fill("#id_headline_ar", "المغرب يقود الجلسة")
    mine.fill("#id_standfirst_fr", "Un chapeau tapé lentement.")
    mine.click("input[name=_continue]")
    mine.wait_for_load_state()
    look(mine, f"conflict-{language}")
    assert mine.locator(".conflict del").inner_text() == "يترأس"
    assert mine.locator(".conflict ins").inner_text() == "يقود"
    assert mine.input_value("#id_standfirst_fr") == "Un chapeau tapé lentement."
    mine.check("input[name=_keep-headline_ar][value=mine]")
    mine.click("input[name=_continue]")
    mine.wait_for_load_state()
    article.refresh_from_db()
    assert article.headline_ar == "المغرب يقود الجلسة"
    assert article.byline == "Salma Alaoui"
    assert article.standfirst_fr == "Un chapeau tapé lentement."
    assert complaints == []


@LANGUAGES
def test_a_tab_that_was_closed_loses_nothing(sign_in, complaints, language):
    article = ArticleFactory()
    first = sign_in("editor", language)
    first.goto(change(article))
    first.fill("#id_headline_fr", "Tapé et jamais enregistré")
    body_in(first, "ar").click()
    first.keyboard.type("كُتب ولم يحفظ. ")
    while "كُتب ولم يحفظ" not in kept(first):
        first.wait_for_timeout(100)
    page = first.context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    first.close()
    page.goto(change(article))
    page.wait_for_selector(".unsaved:not([hidden])")
    look(page, f"unsaved-{language}")
    assert "Tapé et jamais enregistré" in page.locator(".unsaved").inner_text()
    page.click(".unsaved [data-do=restore]")
    assert page.input_value("#id_headline_fr") == "Tapé et jamais enregistré"
    assert "كُتب ولم يحفظ" in body_in(page, "ar").inner_text()
    page.click("input[name=_continue]")
    page.wait_for_load_state()
    article.refresh_from_db()
    assert article.headline_fr == "Tapé et jamais enregistré"
    assert "كُتب ولم يحفظ" in article.body_ar
    page.goto(change(article))
    page.wait_for_load_state()
    assert page.locator(".unsaved").is_hidden()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.includes('draft')).length") == 0
    assert complaints == []


@LANGUAGES
def test_a_form_left_open_overnight_is_offered_back_after_signing_in(sign_in, complaints, language):
    article = ArticleFactory()
    page = sign_in("editor", language)
    page.goto(change(article))
    page.fill("#id_headline_fr", "Tapé avant minuit")
    page.context.clear_cookies(name="sessionid")
    unfold(page, "input[name=_save]")
    page.click("input[name=_save]")
    page.wait_for_load_state()
    look(page, f"overnight-{language}")
    assert page.locator(".unsaved-waits").is_visible()
    page.goto(change(article))
    page.fill("#id_username", "editor")
    page.fill("#id_password", "marrakech-2018")
    page.click("input[type=submit]")
    page.wait_for_selector(".unsaved:not([hidden])")
    assert "Tapé avant minuit" in page.locator(".unsaved").inner_text()
    page.click(".unsaved [data-do=restore]")
    unfold(page, "input[name=_save]")
    page.click("input[name=_save]")
    page.wait_for_load_state()
    assert Article.objects.get().headline_fr == "Tapé avant minuit"
    assert complaints == []
