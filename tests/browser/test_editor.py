"""The editor of rich text speaks the language of who writes."""

import re

import pytest
from django.urls import reverse

from tests.browser.at_desk import LANGUAGES
from tests.factories import ArticleFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

WORDS = {
    "fr": {"Titre de niveau 2", "Gras", "Insérer un lien", "Insérer un tableau"},
    "ar": {"عنوان من المستوى 2", "غامق", "إدراج رابط", "إدراج جدول"},
}
ENGLISH = re.compile(
    r"\b(heading|insert|list|bold|blockquote|link|row|column|table|merge|split|delete|undo|redo|"
    r"strike|subscript|superscript|paragraph|toggle|cells?|edit|rule|italic)\b",
    re.IGNORECASE,
)
SAID = """() => [...document.querySelectorAll(".prose-menubar *")].flatMap((one) => [
    one.title, one.getAttribute("aria-label"),
    one.matches("h1, h2, h3, h4, p, .prose-menubar__item, [class*=option]") ? one.textContent : "",
]).filter(Boolean)"""


@LANGUAGES
def test_every_button_of_the_editor_is_called_in_the_language_of_who_writes(browser, language):
    page = browser("editor", language)
    page.goto(reverse("admin:articles_article_change", args=[ArticleFactory().pk]))
    page.wait_for_load_state("load")
    page.locator(".prose-menubar").first.wait_for()
    said = set(page.evaluate(SAID))
    assert said >= WORDS[language]
    assert not {one for one in said if ENGLISH.search(one)}
