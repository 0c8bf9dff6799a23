"""What is displayed is what is meant: where each character of a line really stands."""

import re

import pytest

from tests.browser.test_working_copies import change, sign_in  # noqa: F401
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A line as it is typed, and what a reader must see of it from left to right, on one line.
ARABIC = [
    ("بلغ عدد السكان 36 828 330 نسمة", "36828330"),
    ("و18 500 شخص", "18500"),
    ("18 500 شخص", "18500"),
    ("36\u2009828\u2009330 نسمة", "36828330"),
    ("36\u00a0828\u00a0330 نسمة", "36828330"),
    ("36\u202f828\u202f330 نسمة", "36828330"),
    ("36.828.330 نسمة", "36.828.330"),
    ("36,828,330 نسمة", "36,828,330"),
    ("٣٦ ٨٢٨ ٣٣٠ نسمة", "٣٦٨٢٨٣٣٠"),
    ("٣٦٬٨٢٨٬٣٣٠ و٣٫٥", "٣٦٬٨٢٨٬٣٣٠ ٣٫٥"),
    ("رقم 12 500,75 درهم", "12500,75"),
    ("رقم 12'500 درهم", "12'500"),
    ("زيادة +18 500 منصب", "+18500"),
    ("تراجع -5% اليوم", "-5%"),
    ("-5%", "-5%"),
    ("−5 %", "−5%"),
    ("نمو بـ+2,5 % ثم", "+2,5%"),
    ("هاتف 0522 12 34 56 مكتب", "0522123456"),
    ("هاتف 05 22 12 34 56", "0522123456"),
    ("هاتف 0522-123456", "0522-123456"),
    ("هاتف +212 522 12 34 56 مكتب", "+212522123456"),
    ("هاتف +212522123456", "+212522123456"),
    ("هاتف 00 212 522 12 34 56", "00212522123456"),
    ("هاتف +212 (0) 522 12 34 56", "+212(0)522123456"),
    ("هاتف \u200e+212 522 123 456 مكتب", "+212522123456"),
    ("هاتف \u202a+212 522 123 456\u202c مكتب", "+212522123456"),
    ("هاتف \u2066+212 522 123 456\u2069 مكتب", "+212522123456"),
    ("هاتف +٢١٢ ٥٢٢ ١٢ ٣٤ ٥٦", "+٢١٢٥٢٢١٢٣٤٥٦"),
    ("القانون رقم 12-15 المتعلق", "12-15"),
    ("القانون التنظيمي 12-15", "12-15"),
    ("القانون 31-08 والظهير 1-58-250", "31-08 1-58-250"),
    ("يوم 2026-12-03 صباحا", "2026-12-03"),
    ("2026-12-03", "2026-12-03"),
    ("يوم 03/12/2026 عند 10:30", "03/12/2026 10:30"),
    ("يوم 03-12-2026", "03-12-2026"),
    ("يوم ٢٠٢٦-١٢-٠٣ صباحا", "٢٠٢٦-١٢-٠٣"),
    ("رقم 978-9954-1-2345-6 دولي", "978-9954-1-2345-6"),
    ("بطاقة 1234 5678 9012 3456", "1234567890123456"),
    ("بلغ $36 828 و€5", "$36828 €5"),
    ("طائرة Airbus A320-200 جديدة", "AirbusA320-200"),
    ("شركة Boeing 12-15 هنا", "Boeing12-15"),
    ("كوفيد COVID-19 وقمة COP28", "COVID-19 COP28"),
    ("الحرارة:-5 درجات", "-5"),
    ("سنة 2024 18 500 شخص", "2024 18500"),
]
FRENCH = [
    ("La population du Royaume compte 36 828 330 habitants", "36828330"),
    ("Un recul de -2,5 % sur un an, pour 1 234 567 €", "-2,5% 1234567€"),
    ("Téléphone de la rédaction : +212 522 12 34 56", "+212522123456"),
    ("En 36\u2009828 lignes, la loi n° 12-15 du 2026-12-03", "36828 12-15 2026-12-03"),
]
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


def test_the_key_of_the_desk_puts_them_as_they_are_meant(sign_in, complaints):  # noqa: F811
    article = ArticleFactory(headline_ar="أرقام", body_ar=body_of(ARABIC), body_fr="")
    page = sign_in("editor", "ar")
    page.goto(change(article))
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
