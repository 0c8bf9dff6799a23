"""Rows of a form: added in no time, said aloud, put back; they fold by the button that says so."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from articles.models import Participation
from tests.browser.at_desk import LANGUAGES, look, press
from tests.factories import EventFactory, OrganizationFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

SAID = {
    "fr": ("Une ligne a été ajoutée.", "La ligne a été retirée.", "Annuler"),
    "ar": ("أُضيف سطر.", "أُزيل السطر.", "تراجع"),
}


def change(record):
    return f"/admin/articles/{record._meta.model_name}/{record.pk}/change/"


@LANGUAGES
def test_a_row_that_comes_or_goes_is_said_and_one_that_is_gone_comes_back(browser, language):
    added, gone, undo = SAID[language]
    speaker = SpeakerFactory()
    page = browser("editor", language)
    page.goto(change(speaker))
    group = page.locator("#affiliations-group")
    for number in range(2):
        group.locator(".add-row a").press("Enter")
        expect(page.locator("[role=status]", has_text=added)).to_have_count(1)
        first = f"#id_affiliations-{number}-organization + .chooser input"
        expect(page.locator(first)).to_be_focused()
        page.fill(f"#id_affiliations-{number}-position_fr", f"Fonction {number}")
    group.locator("#affiliations-0 .inline-deletelink").press("Enter")
    expect(page.locator("[role=status]", has_text=gone)).to_have_count(1)
    expect(page.locator("#id_affiliations-0-organization + .chooser input")).to_be_focused()
    expect(page.locator("#id_affiliations-0-position_fr")).to_have_value("Fonction 1")
    group.locator(".row-gone").get_by_role("button", name=undo).click()
    expect(page.locator("#id_affiliations-0-position_fr")).to_have_value("Fonction 0")
    expect(page.locator("#id_affiliations-1-position_fr")).to_have_value("Fonction 1")
    expect(page.locator(".row-gone")).to_have_count(0)
    press(page, "[name=_continue]")
    said = [one.position_fr for one in speaker.affiliations.order_by("pk")]
    assert said == ["Fonction 0", "Fonction 1"]


def test_the_hundredth_row_has_as_many_calendars_as_the_first(browser):
    page = browser("editor")
    page.goto(change(EventFactory()))
    add = "document.querySelector('#sessions-group .add-row a').click()"
    boxes = "document.querySelectorAll('.calendarbox, .clockbox, .datetimeshortcuts').length"
    counts = [page.evaluate(boxes)]
    for _row in range(6):
        page.evaluate(add)
        counts.append(page.evaluate(boxes))
    assert len({after - before for before, after in pairwise(counts)}) == 1
    # No row but the new one is written to.
    touched = page.evaluate(
        """async () => {
            const touched = [];
            const seen = { subtree: true, childList: true, attributes: true };
            const seeing = new MutationObserver((all) => touched.push(...all));
            const rows = document.querySelectorAll("#sessions-group .dynamic-sessions");
            for (const row of rows) seeing.observe(row, seen);
            document.querySelector("#sessions-group .add-row a").click();
            await new Promise((done) => setTimeout(done, 100));
            return touched.length;
        }"""
    )
    assert touched == 0


def test_a_row_that_opens_by_itself_is_not_shut_by_the_press_that_opens_it(browser):
    page = browser("editor")
    page.goto("/admin/articles/event/add/")
    folds = page.locator("#sessions-group .fold-row:visible")
    expect(folds.first).to_have_text("Déplier")
    page.locator("#id_sessions-0-name_fr").focus()
    # The field tells of what was typed as it is left.
    page.evaluate(
        """() => {
            const field = document.activeElement;
            field.value = "Ouverture";
            field.addEventListener("blur", () =>
                field.dispatchEvent(new Event("input", { bubbles: true })));
        }"""
    )
    folds.first.click()
    expect(page.locator("#id_sessions-1-name_fr")).to_be_visible()
    expect(folds.first).to_have_text("Replier")
    folds.first.click()
    expect(page.locator("#id_sessions-1-name_fr")).to_be_hidden()


def test_a_record_is_saved_by_the_keys_that_save_an_article(browser):
    speaker = SpeakerFactory()
    page = browser("editor")
    page.goto(change(speaker))
    page.fill("#id_name_fr", "Salma Jaziri")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    assert page.url.endswith(change(speaker))
    speaker.refresh_from_db()
    assert speaker.name_fr == "Salma Jaziri"


def test_on_a_telephone_who_takes_part_in_an_event_has_room_for_their_name(browser):
    event = EventFactory()
    body = OrganizationFactory(name_fr="Organisation internationale pour les migrations")
    Participation.objects.create(event=event, organization=body)
    page = browser("editor")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(change(event))
    row = page.locator("#participations-group tr.form-row:not(.empty-form)")
    assert row.locator(".chooser").bounding_box()["width"] > 200
    gone = row.locator("td.delete").bounding_box()
    assert gone["x"] >= 0
    assert gone["x"] + gone["width"] <= 390
    expect(row.locator("td.delete")).to_contain_text("Supprimer")
    assert row.locator(".field-role select").bounding_box()["width"] > 100
    look(page, "rows-390")
