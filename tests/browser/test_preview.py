"""An editor looks at a draft as its readers will, on a large screen and on a phone."""

import pytest

from articles.models import Article
from tests.browser.at_desk import log_in, press
from tests.conftest import member_of
from tests.factories import ArticleFactory, PlaceFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

WORDS = {
    "fr": ("Ordinateur", "Téléphone", "Créer un lien", "Texte non publié"),
    "ar": ("حاسوب", "هاتف", "إنشاء رابط", "نص غير منشور"),
}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_draft_is_previewed_and_shared(page, chromium, live_server, complaints, language):
    article = ArticleFactory(dateline=PlaceFactory())
    member_of("editor")
    log_in(page, "editor")
    page.locator(f".admin-language button[value={language}]").click()
    desktop, phone, make, notice = WORDS[language]

    page.goto(f"/admin/articles/article/{article.pk}/change/")
    press(page, f".writing-bar a[href$='/preview/{language}/']")
    framed = page.frame_locator(".preview-frame")
    assert framed.locator("h1").inner_text() == article.said("headline", language)
    wide = framed.locator("body").evaluate("body => body.clientWidth")
    page.get_by_role("link", name=phone).click()
    assert framed.locator("h1").inner_text() == article.said("headline", language)
    assert framed.locator("body").evaluate("body => body.clientWidth") == 390 < wide
    assert page.get_by_role("link", name=desktop).is_visible()

    page.get_by_role("button", name=make).click()
    address = page.input_value("#link")
    path = address[address.index(f"/{language}/preview/") :]
    stranger = chromium.new_context(base_url=live_server.url).new_page()
    stranger.goto(path)
    assert notice in stranger.locator("main").inner_text()
    assert article.said("headline", language) in stranger.locator("main").inner_text()
    stranger.context.close()
    assert not Article.objects.live(language=language).exists()
    assert complaints == []


@pytest.mark.parametrize("clipboard", [True, False], ids=["with TLS", "without"])
def test_a_link_is_copied_by_its_button_on_whatever_page(page, live_server, complaints, clipboard):
    if not clipboard:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article = ArticleFactory(dateline=PlaceFactory())
    member_of("editor")
    log_in(page, "editor")
    page.goto(f"/admin/articles/article/{article.pk}/preview/fr/")
    page.get_by_role("button", name=WORDS["fr"][2]).click()
    page.get_by_role("button", name="Copier le lien").click()
    page.get_by_role("button", name="Copié").wait_for()
    page.locator("h1").click()
    note = page.evaluate_handle("""() => {
      const field = document.createElement("textarea");
      document.body.append(field);
      field.focus();
      return field;
    }""")
    page.keyboard.press("Control+V")
    assert note.evaluate("field => field.value") == page.input_value("#link")
    assert complaints == []
