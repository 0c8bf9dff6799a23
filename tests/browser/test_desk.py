"""An editor writes an article in both languages, in either language of the desk."""

import pytest

from articles.models import Article
from tests.browser.at_desk import body_in
from tests.conftest import member_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def signed_in(page, live_server):
    member_of("editor")
    page.goto("/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "marrakech-2018")
    page.click("input[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def write(page, code, words):
    body_in(page, code).click()
    page.keyboard.type(words)


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl")])
def test_an_article_is_written_and_published_in_each_language(
    signed_in, complaints, language, direction
):
    page = signed_in
    page.locator(f".admin-language button[value={language}]").click()
    assert page.locator("html").get_attribute("dir") == direction

    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline_fr").press_sequentially("L’été à Rabat")
    page.locator("#id_headline_ar").press_sequentially("الصيف في الرباط")
    page.keyboard.press("Tab")
    # The server makes the address, when the form is saved.
    assert page.input_value("#id_slug_fr") == page.input_value("#id_slug_ar") == ""
    write(page, "fr", "Il fait chaud dans la ville.")
    write(page, "ar", "الطقس حار في المدينة.")
    for code, own in (("fr", "ltr"), ("ar", "rtl")):
        assert body_in(page, code).evaluate("e => getComputedStyle(e).direction") == own

    page.click("input[name=_move-fr-published]")
    page.wait_for_load_state()
    article = Article.objects.get()
    assert (article.slug_fr, article.slug_ar) == ("l-ete-a-rabat", "الصيف-في-الرباط")
    assert article.is_live("fr")
    assert not article.is_live("ar")

    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.click("input[name=_move-ar-published]")
    page.wait_for_load_state()
    for code, words in (("fr", "Il fait chaud"), ("ar", "الطقس حار")):
        article.refresh_from_db()
        page.goto(article.url_in(code))
        assert words in page.locator(".body").inner_text()
    assert complaints == []
