"""What is displayed is what is meant: where each character of a line really stands."""

import re

import pytest

from tests.browser.lines import ARABIC, FRENCH, MORE_ARABIC, MORE_FRENCH
from tests.browser.test_working_copies import change, sign_in  # noqa: F401
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
PLACES = r"""element => {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let place = 0; place < node.length; place += 1) {
      if (/[\s\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(node.data[place])) continue;
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const [box] = range.getClientRects();
      if (box?.width) found.push([node.data[place], Math.round(box.bottom / 8), box.left]);
    }
  }
  return found;
}"""


def seen(element):
    """The signs of an element as they stand, line by line, each from left to right."""
    lines = {}
    for sign, line, left in element.evaluate(PLACES):
        lines.setdefault(line, []).append((left, sign))
    return "\n".join("".join(sign for _, sign in sorted(lines[line])) for line in sorted(lines))


def wrong(elements, lines):
    """The lines that show something else, each with what is seen."""
    assert len(elements) == len(lines)
    return [
        (typed, shown)
        for (typed, wanted), element in zip(lines, elements, strict=True)
        for shown in [seen(element)]
        if not all(re.sub(r"\s", "", one) in shown for one in wanted.split())
    ]


def body_of(lines):
    """Half of them in paragraphs, some in a list, the others in the cells of a table."""
    words = [typed for typed, _ in lines]
    third = len(words) // 3
    paragraphs = "".join(f"<p>{one}</p>" for one in words[:third])
    items = "".join(f"<li><p>{one}</p></li>" for one in words[third : 2 * third])
    cells = "".join(f"<tr><td><p>{one}</p></td></tr>" for one in words[2 * third :])
    return f"{paragraphs}<ul>{items}</ul><table><tbody>{cells}</tbody></table>"


@pytest.fixture
def article():
    return ArticleFactory(
        live=["fr", "ar"],
        headline_ar="OIM: القانون 12-15 يهم 36 828 330 نسمة",
        standfirst_ar="هاتف +212 522 12 34 56 مكتب",
        headline_fr="Le Maroc compte 36 828 330 habitants",
        body_ar=body_of(ARABIC),
        body_fr=body_of(FRENCH),
    )


def test_numbers_and_names_stand_as_they_are_meant_on_pages_lists_and_in_feeds(page, article):
    page.goto(article.url_in("ar"))
    assert wrong(page.query_selector_all(".body p"), ARABIC) == []
    assert "+212522123456" in seen(page.query_selector(".standfirst"))
    headlines = [seen(page.query_selector("h1"))]
    page.goto("/ar/articles/")
    headlines.append(seen(page.query_selector(".card .headline")))
    for shown in headlines:
        assert "36828330" in shown
        assert "12-15" in shown

    # A narrow screen breaks lines, and no number.
    page.set_viewport_size({"width": 300, "height": 900})
    page.goto(article.url_in("fr"))
    assert wrong(page.query_selector_all(".body p"), FRENCH) == []
    page.set_viewport_size({"width": 1280, "height": 900})

    # In a program that knows nothing of directions.
    (item,) = page.request.get("/ar/feed.json").json()["items"]
    page.set_content(f"<!DOCTYPE html><h1 dir='auto'>{item['title']}</h1>{item['content_html']}")
    assert wrong(page.query_selector_all("div > p, li p, td p")[: len(ARABIC)], ARABIC) == []
    title = seen(page.query_selector("h1"))
    assert title.index("36828330") < title.index("12-15") < title.index("OIM")
    assert page.query_selector("div p").evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_more_lines_stand_as_they_are_meant(page):
    article = ArticleFactory(
        live=["fr", "ar"], body_ar=body_of(MORE_ARABIC), body_fr=body_of(MORE_FRENCH)
    )
    page.goto(article.url_in("ar"))
    assert wrong(page.query_selector_all(".body p"), MORE_ARABIC) == []
    page.goto(article.url_in("fr"))
    assert wrong(page.query_selector_all(".body p"), MORE_FRENCH) == []


def test_the_key_of_the_desk_puts_them_as_they_are_meant(sign_in, complaints):  # noqa: F811
    article = ArticleFactory(headline_ar="أرقام", body_ar=body_of(ARABIC), body_fr="")
    page = sign_in("editor", "ar")
    page.goto(change(article))
    # Alone, a text has the width in which no number of these is broken at the end of a line.
    page.click(".writing-languages [data-shows=ar]")
    editor = page.locator(".prose-editor:has(#id_body_ar) .tiptap")
    editor.focus()
    page.keyboard.press("F9")
    page.wait_for_selector(".typography-done:not([hidden])")
    page.wait_for_function("() => document.querySelector('#id_body_ar').value.includes('\\u2066')")
    # The desk writes the newsroom's digits.
    fixed = [
        (typed, wanted.replace("٬", "").replace("٫", ",").translate(WESTERN))
        for typed, wanted in ARABIC
    ]
    assert wrong(editor.locator("p").element_handles(), fixed) == []
    assert complaints == []
