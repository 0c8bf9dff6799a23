"""Fields that choose a record, in a browser: what is seen before it is chosen, what is created."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from articles.models import Image, Speaker
from tests.browser.at_desk import LANGUAGES, look, press
from tests.factories import ArticleFactory, ImageFactory
from tests.pictures import files

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

CREATE = {"fr": "Créer « Salma Jaziri »", "ar": "إنشاء «Salma Jaziri»"}


def change(article):
    return f"/admin/articles/article/{article.pk}/change/"


@LANGUAGES
def test_who_is_not_there_is_created_from_where_the_name_was_typed(browser, language):
    article = ArticleFactory()
    page = browser("editor", language)
    page.goto(change(article))
    page.locator("#chips-mentions-group-speaker + .select2 .select2-selection").click()
    page.keyboard.type("Salma Jaziri")
    expect(page.locator(".chooser-create")).to_have_text(CREATE[language])
    look(page, f"create-{language}")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    window = opened.value
    expect(window.locator("#id_name_fr")).to_have_value("Salma Jaziri")
    expect(window.locator("#id_slug_fr")).to_be_hidden()
    look(window, f"window-{language}")
    with window.expect_event("close"):
        window.locator("[name=_save]").click()
    expect(page.locator(".chips li bdi")).to_have_text(["Salma Jaziri"])
    press(page, ".writing-bar [name=_continue]")
    assert [one.speaker for one in article.mentions.all()] == [Speaker.objects.get()]


def test_a_picture_is_seen_before_it_is_chosen_and_one_that_is_there_is_used(browser, tmp_path):
    article = ArticleFactory()
    ImageFactory(caption_fr="Le quai de pêche")
    page = browser("editor")
    page.goto(change(article))
    field = page.locator(".field-lead_image .select2-selection")
    field.click()
    picture = page.locator(".chooser-picture img")
    expect(picture).to_have_count(1)
    picture.evaluate("one => one.decode()")
    look(page, "choose-picture")
    page.keyboard.press("Escape")
    content = files.from_a_camera(caption="La salle")
    file = SimpleUploadedFile("salle.jpg", content, "image/jpeg")
    image = ImageFactory(file=file, caption_fr="La salle")
    again = tmp_path / "salle.jpg"
    again.write_bytes(content)
    with page.expect_popup() as opened:
        page.locator("#add_id_lead_image").click()
    window = opened.value
    window.set_input_files("#id_file", again)
    window.locator("[name=_save]").click()
    look(window, "picture-there")
    with window.expect_event("close"):
        window.locator("[data-uses]:visible").first.click()
    expect(page.locator(".field-lead_image .select2-selection__rendered")).to_contain_text(
        "La salle"
    )
    press(page, ".writing-bar [name=_continue]")
    article.refresh_from_db()
    assert article.lead_image == image
    assert Image.objects.count() == 2


def test_quotations_are_counted_as_they_are_written(browser):
    page = browser("editor")
    page.goto(change(ArticleFactory()))
    group = page.locator("details:has(#quotes-group)")
    group.locator("summary").first.click()
    expect(group.locator("[data-rows]")).to_have_text("0")
    group.locator(".add-row a").click()
    expect(group.locator("[data-rows]")).to_have_text("0")
    group.locator("#id_quotes-0-text_fr").fill("L’eau est un droit.")
    expect(group.locator("[data-rows]")).to_have_text("1")
