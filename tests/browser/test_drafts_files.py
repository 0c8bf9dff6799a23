"""A file cannot be kept: it is said, it stays chosen where it can, and the words beside it are kept."""

import pytest

from tests.browser.at_desk import (
    FRENCH,
    LANGUAGES,
    WORDS,
    close_and_reopen,
    forget_session,
    look,
    offer,
    press,
    put_back,
    sign_in_where_told,
    wait_until_kept,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


@LANGUAGES
def test_a_file_cannot_be_kept_and_that_is_said(browser, language, tmp_path):
    picture = tmp_path / "salle.jpg"
    picture.write_bytes(b"not read here")
    page = browser("editor", language)
    page.goto("/admin/articles/image/add/")
    page.set_input_files("#id_file", picture)
    page.fill("#id_alt_fr", "La salle")
    wait_until_kept(page, "La salle")
    page.goto("/admin/articles/image/add/")
    told = offer(page).inner_text()
    assert "salle.jpg" in told
    assert WORDS[language]["file"] in told
    look(page, f"drafts-file-{language}")


def test_a_file_stays_chosen_when_the_session_is_over(browser, tmp_path):
    """What cannot be kept is not let go: who is signed in is asked before it is sent."""
    memory = tmp_path / "lexique.csv"
    memory.write_text("key,name_fr,name_ar\n,convention,اتفاقية\n", encoding="utf-8")
    page = browser("chief")
    page.goto("/admin/articles/term/import/")
    page.set_input_files("#file", memory)
    forget_session(page)
    page.click(".submit-row input")
    page.locator(".unsent").wait_for()
    assert FRENCH["signed out"] in page.locator(".unsent").inner_text()
    assert page.evaluate("document.querySelector('#file').files.length") == 1


def test_pictures_dropped_after_the_session_are_not_swallowed(browser, tmp_path):
    picture = tmp_path / "salle.jpg"
    picture.write_bytes(b"no picture at all")
    page = browser("editor")
    page.goto("/admin/articles/image/upload/")
    forget_session(page)
    page.set_input_files("#files", picture)
    page.click(".submit-row input")
    page.locator(".unsent").wait_for()
    assert FRENCH["signed out"] in page.locator(".unsent").inner_text()
    sign_in_where_told(page)
    page.bring_to_front()
    page.click(".submit-row input")
    page.locator(".upload-results .refused").wait_for()
    assert page.locator(".unsent").count() == 0


def test_a_form_that_comes_back_with_errors_is_kept_on(browser, tmp_path):
    picture = tmp_path / "salle.jpg"
    picture.write_bytes(b"no picture at all")
    page = browser("editor")
    page.goto("/admin/articles/image/add/")
    page.set_input_files("#id_file", picture)
    page.fill("#id_alt_fr", "La salle")
    press(page)
    assert page.locator(".wrong-box").is_visible()
    # It stands in the form: it is not offered, but the file is said to be gone.
    assert page.locator(".unsaved:visible").count() == 0
    assert "salle.jpg" in page.locator(".unkept-files").inner_text()
    page = close_and_reopen(browser, page)
    assert "La salle" in offer(page).inner_text()
    put_back(page)
    assert page.input_value("#id_alt_fr") == "La salle"
