"""A remembered paragraph is put right as it reads, not as marks of a file."""

import pytest
from django.urls import reverse

from tests.browser.at_desk import LANGUAGES, look, press
from tests.factories import RememberedFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

EDITOR = ".field-target .ProseMirror[contenteditable=true]"


@LANGUAGES
def test_a_remembered_paragraph_has_the_editor_that_texts_have(browser, language):
    known = RememberedFactory(source="Une <em>session</em>.", target="جلسة <em>عامة</em>.")
    page = browser("editor", language)
    page.goto(reverse("admin:articles_remembered_change", args=[known.pk]))
    editor = page.locator(EDITOR)
    editor.wait_for()
    look(page, f"memory-{language}")
    assert editor.inner_text() == "جلسة عامة."
    assert editor.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".field-target textarea:visible").count() == 0
    # Nothing of the words is under the toolbar.
    bar = page.locator(".field-target .prose-menubar").bounding_box()
    assert bar["y"] + bar["height"] <= editor.bounding_box()["y"] + 1
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(" & أخرى")
    press(page)
    assert page.locator("li.success").count() == 1
    known.refresh_from_db()
    assert known.target == "جلسة <em>عامة</em>. &amp; أخرى"
