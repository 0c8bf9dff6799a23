"""Fields that choose a record, in a browser: what is seen before it is chosen, what is created."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from articles.languages import Language
from articles.models import Image, Speaker
from tests.browser.at_desk import LANGUAGES, PASSWORD, look, press
from tests.factories import (
    ArticleFactory,
    EventFactory,
    ImageFactory,
    MediaKitFactory,
    OrganizationFactory,
    SourceFactory,
    SpeakerFactory,
)
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
    page.locator("#chips-mentions-group-speaker + .chooser input").click()
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
    expect(page.locator(".chips > ul > li bdi")).to_have_text(["Salma Jaziri"])
    press(page, ".writing-bar [name=_continue]")
    assert [one.speaker for one in article.mentions.all()] == [Speaker.objects.get()]


def test_a_picture_is_seen_before_it_is_chosen_and_one_that_is_there_is_used(browser, tmp_path):
    article = ArticleFactory()
    ImageFactory(caption_fr="Le quai de pêche")
    page = browser("editor")
    page.goto(change(article))
    field = page.locator(".field-lead_image .chooser input")
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
    expect(page.locator(".field-lead_image .chooser input")).to_have_value("La salle")
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


SAYS = {"fr": "2 choix", "ar": "اختياران"}
AGENCY = {"fr": "Agence Maghreb Presse", "ar": "وكالة المغرب للأنباء"}


@LANGUAGES
def test_a_chooser_is_worked_by_keys_and_says_what_it_does(browser, language):
    SourceFactory(name_fr=AGENCY["fr"], name_ar=AGENCY["ar"])
    SourceFactory(name_fr="Agence France Presse", name_ar="وكالة فرنسا للأنباء")
    image = ImageFactory(source=None)
    page = browser("editor", language)
    page.goto(f"/admin/articles/image/{image.pk}/change/")
    field = page.locator(".field-source [role=combobox]")
    words = {"fr": "agence", "ar": "وكالة"}[language]
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.get_attribute("aria-label") == "Source" or language == "ar"
    field.focus()
    page.keyboard.type(words)
    options = page.locator("[role=listbox] [role=option]:not(:has(.chooser-create))")
    expect(options).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[role=status]", has_text=SAYS[language])).to_have_count(1)
    look(page, f"chooser-{language}")
    names = options.all_inner_texts()
    active = page.locator("[role=option][aria-selected=true]")
    expect(active).to_have_text(names[0])
    page.keyboard.press("ArrowDown")
    expect(active).to_have_text(names[1])
    expect(field).to_have_attribute("aria-activedescendant", active.get_attribute("id"))
    # Escape leaves all as it was.
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("")
    page.keyboard.type(AGENCY[language].split()[1])
    expect(active).to_have_text(AGENCY[language])
    page.keyboard.press("Enter")
    expect(field).to_have_value(AGENCY[language])
    page.keyboard.press("Tab")
    expect(field).not_to_be_focused()
    page.locator("label[for=id_source]").click()
    expect(field).to_be_focused()
    press(page, "[name=_continue]")
    image.refresh_from_db()
    assert image.source.said("name", Language(language)) == AGENCY[language]
    # What is emptied names nothing.
    field.fill("")
    page.keyboard.press("Tab")
    press(page, "[name=_continue]")
    image.refresh_from_db()
    assert image.source is None


def test_several_are_chosen_one_after_the_other_and_taken_off_by_a_key_or_a_button(browser):
    kit = MediaKitFactory()
    for name in ("Session de Rabat", "Session de Fès", "Session du Caire"):
        EventFactory(name_fr=name)
    page = browser("chief")
    page.goto(f"/admin/articles/mediakit/{kit.pk}/change/")
    box = page.locator(".field-events .chooser")
    for name in ("Session de Rabat", "Session de Fès", "Session du Caire"):
        box.locator("input").focus()
        page.keyboard.type(name)
        page.locator("[role=option][aria-selected=true]", has_text=name).wait_for()
        page.keyboard.press("Enter")
    expect(box.locator("li")).to_have_count(3)
    page.keyboard.press("Backspace")
    expect(box.locator("li")).to_have_count(3)
    page.keyboard.press("Backspace")
    expect(box.locator("li")).to_have_count(2)
    box.locator("li", has_text="Rabat").get_by_role("button").click()
    press(page, "[name=_continue]")
    assert [one.name_fr for one in kit.events.all()] == ["Session de Fès"]


def test_rows_are_added_and_taken_away_in_any_order(browser):
    speaker = SpeakerFactory()
    ministry = OrganizationFactory(name_fr="Ministère de l’Eau")
    page = browser("editor")
    page.goto(f"/admin/articles/speaker/{speaker.pk}/change/")
    group = page.locator("#affiliations-group")
    for number in range(3):
        group.locator(".add-row a").press(" ")
        page.fill(f"#id_affiliations-{number}-position_fr", f"Fonction {number}")
    group.locator("#affiliations-1 .inline-deletelink").press("Enter")
    # Whoever takes a row away stands in the next one, which has its number.
    expect(page.locator("#id_affiliations-1-organization + .chooser input")).to_be_focused()
    expect(page.locator("#id_affiliations-TOTAL_FORMS")).to_have_value("2")
    expect(page.locator("#id_affiliations-1-position_fr")).to_have_value("Fonction 2")
    expect(group.locator("#affiliations-1 .inline_label")).to_have_text("nº 2")
    for number in range(2):
        page.locator(f"#id_affiliations-{number}-organization + .chooser input").fill("Ministère")
        page.locator("[role=option]", has_text="de l’Eau").click()
    press(page, "[name=_continue]")
    said = [(one.position_fr, one.organization) for one in speaker.affiliations.order_by("pk")]
    assert said == [("Fonction 0", ministry), ("Fonction 2", ministry)]


def test_without_a_script_a_form_says_what_is_chosen_and_saves_it(chromium, live_server, browser):
    image = ImageFactory(source=SourceFactory(name_fr="Agence Maghreb Presse"))
    browser("editor")
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.click("#login-form input[type=submit]")
    page.goto(f"/admin/articles/image/{image.pk}/change/")
    expect(page.locator("#id_source option:checked")).to_have_text("Agence Maghreb Presse")
    look(page, "no-script")
    page.fill("#id_alt_fr", "Le quai")
    with page.expect_navigation():
        page.locator(".submit-row [name=_continue]").click()
    image.refresh_from_db()
    assert (image.alt_fr, image.source.name_fr) == ("Le quai", "Agence Maghreb Presse")
    context.close()


WAITING = {"fr": "Recherche…", "ar": "جارٍ البحث…"}
FAILED = {"fr": "Les choix n’ont pas pu être chargés.", "ar": "تعذر تحميل الاختيارات."}


@LANGUAGES
def test_a_chooser_says_that_it_waits_and_that_nothing_came(browser, language):
    source = SourceFactory(name_fr=AGENCY["fr"], name_ar=AGENCY["ar"])
    image = ImageFactory(source=source)
    page = browser("editor", language)
    page.goto(f"/admin/articles/image/{image.pk}/change/")
    says, held = page.locator(".chooser-says"), []

    def hold(route):
        held.append(route)

    page.route("**/autocomplete/**", hold)
    field = page.locator(".field-source [role=combobox]")
    field.fill("Reuters")
    expect(says).to_have_text(WAITING[language])
    # Whoever does not wait has what was there.
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(field).to_have_value(AGENCY[language])
    page.unroute("**/autocomplete/**")
    field.fill("Zzz")
    # What is not there can be created, but no Tab key does so.
    expect(page.locator("[role=option]")).to_have_count(1)
    expect(page.locator("[role=option] .chooser-create")).to_contain_text("Zzz")
    page.keyboard.press("Tab")
    expect(field).to_have_value("Zzz")
    page.route("**/autocomplete/**", lambda route: route.fulfill(body="Un portail"))
    field.fill("Yyy")
    expect(says).to_have_text(FAILED[language])
    page.keyboard.press("Escape")
    expect(field).to_have_value(AGENCY[language])
