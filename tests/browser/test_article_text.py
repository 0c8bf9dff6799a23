"""An article's text as a reader sees it: its lines, and what stands in its margin."""

import pytest

from tests.factories import ArticleFactory, QuoteFactory

from .test_pages import LANGUAGES, address

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.usefixtures("cairo")]

MEASURE = """() => [...document.querySelectorAll(".body > p")].flatMap(paragraph => {
  const range = document.createRange();
  const lines = new Map();
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (let n = 0; n < texts.currentNode.data.length; n += 1) {
      range.setStart(texts.currentNode, n);
      range.setEnd(texts.currentNode, n + 1);
      const box = range.getClientRects()[0];
      if (!box?.width) continue;
      const line = Math.round(box.bottom / 8);
      lines.set(line, (lines.get(line) ?? 0) + 1);
    }
  }
  return [...lines.values()].slice(0, -1);
})"""
"""How many letters stand in each line but the last of every paragraph."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_a_line_has_between_60_and_75_letters(page, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address("article", language))
    page.reload()
    letters = page.evaluate(MEASURE)
    assert len(letters) > 20
    assert 60 <= sum(letters) / len(letters) <= 75


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotation_hangs_in_the_margin_of_the_text_beside_what_follows_it(page, language):
    page.goto(address("article", language))
    quote = page.locator(".body .pull-quote").first.bounding_box()
    paragraph = page.locator(".body > .pull-quote + p").first.bounding_box()
    beside = page.locator(".beside").bounding_box()
    assert abs(quote["y"] - paragraph["y"]) < 40
    if language == "fr":
        assert paragraph["x"] + paragraph["width"] <= quote["x"]
        assert quote["x"] + quote["width"] <= beside["x"]
    else:
        assert quote["x"] + quote["width"] <= paragraph["x"]
        assert beside["x"] + beside["width"] <= quote["x"]


LINES_WITH_THE_MARKS = """quote => {
  const words = quote.querySelector(".words");
  const lines = () => Math.round(words.clientHeight / parseFloat(getComputedStyle(words).lineHeight));
  const fill = (letters) => { words.textContent = `mot ${"n".repeat(letters)}`; };
  words.style.fontWeight = 600;
  quote.classList.remove("direct");
  let letters = 1;
  for (fill(letters); lines() < 3; fill(letters)) letters += 1;
  fill(letters - 1);
  quote.classList.add("direct");
  return lines();
}"""
"""How many lines two words take in quotation marks, the second as long as its line without them."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_closing_mark_of_a_quotation_in_the_margin_stands_on_no_line_of_its_own(page, language):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address("article", language))
    assert page.locator(".body > .pull-quote").first.evaluate(LINES_WITH_THE_MARKS) == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("before", "after"), [(0, 0), (0, 1), (3, 0), (12, 1), (0, 12)])
def test_no_quotation_hangs_below_the_text(page, language, before, after):
    words = {"fr": "Le plan est prêt", "ar": "المخطط جاهز"}[language]
    filling = {"fr": "Un paragraphe de plusieurs lignes. ", "ar": "فقرة من عدة أسطر. "}[
        language
    ] * 8
    paragraphs = [filling] * before + [f"« {words} », dit-elle."] + [filling] * after
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    article = ArticleFactory(live=[language], event=None, **{f"body_{language}": body})
    QuoteFactory(article=article, spoken_at=None, **{f"text_{language}": words})
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(article.url_in(language))
    quote = page.locator(".body > .pull-quote").bounding_box()
    text = page.locator(".body").bounding_box()
    assert quote["y"] + quote["height"] <= text["y"] + text["height"] + 1
    column = page.locator(".body > p").first.bounding_box()
    is_beside = not column["x"] <= quote["x"] < column["x"] + column["width"] - 1
    assert is_beside == (after == 12)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_new_stands_side_by_side_under_an_article_without_a_rule_over_some(page, language):
    articles = [ArticleFactory(live=["fr", "ar"]) for _ in range(4)]
    page.goto(articles[0].url_in(language))
    cards = page.locator(".article ~ .river .card")
    first, second = (one.bounding_box() for one in cards.all()[:2])
    assert first["y"] == second["y"]
    rules = cards.evaluate_all("all => all.map(one => getComputedStyle(one).borderBlockStartWidth)")
    assert set(rules) == {"0px"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_under_an_article_have_no_hole_however_many_cards_there_are(page, language):
    ends = """all => {
      const box = one => one.getBoundingClientRect();
      const frame = box(all[0].parentElement);
      const bottom = Math.max(...all.map(one => box(one).top));
      const last = all.map(box).filter(one => one.top === bottom);
      return [last.length, Math.min(...last.map(one => one.left)) - frame.left,
              frame.right - Math.max(...last.map(one => one.right))];
    }"""
    for number in range(2, 6):
        while ArticleFactory._meta.model.objects.count() <= number:
            ArticleFactory(live=LANGUAGES)
        page.goto(f"{address('article', language)}?number={number}")
        cards = page.locator("article ~ .river .card")
        assert cards.count() == number
        last, before, after = cards.evaluate_all(ends)
        assert last == {2: 2, 3: 3, 4: 2, 5: 3}[number]
        assert abs(before) < 2 > abs(after), number
