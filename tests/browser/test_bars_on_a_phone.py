"""The bar that saves a form leaves a phone to what is written: two rows at most."""

import pytest

from tests.browser.at_desk import LANGUAGES, look
from tests.browser.test_desk_weight import forms, make_one_of_each

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

SEEN = {"articles.Article", "articles.Article, live", "auth.Group", "articles.Speaker"}
ROWS = """() => {
  const bar = document.querySelector(".writing-bar, .submit-row");
  if (!bar) return null;
  const inner = bar.querySelector(".submit-row") ?? bar;
  const shown = [...bar.children, ...inner.children]
    .filter((one) => one !== inner)
    .map((one) => one.getBoundingClientRect())
    .filter(({ width, height }) => width > 1 && height > 1)
    .sort((one, other) => one.top - other.top);
  let [rows, end] = [0, -Infinity];
  for (const { top, bottom } of shown) {
    if (top >= end - 4) rows += 1;
    end = Math.max(end, bottom);
  }
  return [rows, Math.round(bar.getBoundingClientRect().height)];
}"""


@LANGUAGES
@pytest.mark.parametrize("role", ["admin", "reporter"])
def test_a_bar_has_two_rows_at_most(browser, cairo, role, language):
    make_one_of_each()
    page = browser(role, language)
    page.set_viewport_size({"width": 390, "height": 844})
    rows = {}
    for name, address in forms():
        if page.goto(address).status != 200:
            continue
        page.wait_for_load_state("load")
        if found := page.evaluate(ROWS):
            rows[name] = found
            if name in SEEN:
                look(page, f"bar-{role}-{language}-{name}")
    assert len(rows) > 5
    assert {name: found for name, found in rows.items() if found[0] > 2} == {}
