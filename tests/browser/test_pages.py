"""Readers see each page whole, in their language, whatever their screen."""

import pytest
from django.utils import translation

from articles.models import Article, Event, Organization, Source, Speaker, Topic
from tests.factories import ImageFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("cairo")]

LANGUAGES = ["fr", "ar"]
KEYS = {
    "article": (Article, "cairo-plenary-report"),
    "event": (Event, "cairo-review-2024"),
    "speaker": (Speaker, "ismail-chekkouri"),
    "organization": (Organization, "escwa"),
    "source": (Source, "map"),
    "topic": (Topic, "migration"),
}
LISTS = {
    "home": "",
    "articles": "articles/",
    "events": "events/",
    "month": "events/2024/7/",
    "corrections": "corrections/",
    "follow": "follow/",
    "saved": "saved/",
    "nowhere": "nowhere/",
}


def address(kind, language):
    if kind in LISTS:
        return f"/{language}/{LISTS[kind]}"
    model, key = KEYS[kind]
    with translation.override(language):
        return model.objects.get(key=key).url_in(language)


def test_a_reader_follows_the_article_to_all_it_is_tied_to(page, complaints):
    page.goto("/fr/")
    page.get_by_role("link", name="Deuxième examen régional du Pacte Mondial").first.click()
    assert page.locator("h1").inner_text().startswith("Deuxième examen régional")
    for name, heading in (
        ("Ismail Chekkouri", "Ismail Chekkouri"),
        ("Ligue des États arabes", "Ligue des États arabes"),
        ("MAP Express", "MAP Express"),
        ("Deuxième examen régional du Pacte mondial pour des", "Deuxième examen régional"),
    ):
        page.goto(address("article", "fr"))
        page.locator("article.article").get_by_role("link", name=name).first.click()
        assert page.locator("h1").inner_text().startswith(heading)
    assert complaints == []


def test_the_switcher_leads_to_the_same_article_in_arabic(page, complaints):
    page.goto(address("article", "fr"))
    page.locator(".edition-switcher a").click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert "المغرب يترأس بالقاهرة" in page.locator("h1").inner_text()
    assert "يوليوز 2024" in page.locator(".byline").first.inner_text()
    assert complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_are_our_own(page, language):
    page.goto(address("article", language))
    page.wait_for_load_state("networkidle")
    faces = page.evaluate(
        "[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)"
    )
    expected = {"fr": "Newsreader", "ar": "Naskh"}[language]
    assert expected in {face.strip('"') for face in faces}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["article", "event", "month"])
def test_letters_twice_as_large_still_fit(page, kind, language):
    page.goto(address(kind, language))
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    chromium = page.context.new_cdp_session(page)
    chromium.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.goto(address(kind, language))
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 2 * before
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_skips_to_the_text_and_shows_where_it_is(page, language):
    page.goto(address("article", language))
    page.keyboard.press("Tab")
    skip = page.locator(".skip-link")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate(
        "() => { const one = document.activeElement; return ["
        "!!one.closest('main'), parseFloat(getComputedStyle(one).outlineWidth)] }"
    )
    assert focused[0]
    assert focused[1] >= 2


@pytest.mark.parametrize("kind", ["event", "topic"])
def test_the_rule_of_the_last_heading_is_as_long_as_the_page(page, kind):
    page.goto(address(kind, "fr"))
    widths = "all => all.map(one => one.getBoundingClientRect().width)"
    whole, last = page.locator(".page-header, #coverage").evaluate_all(widths)
    assert last == whole


@pytest.mark.parametrize(("language", "hyphens"), [("fr", "auto"), ("ar", "manual")])
def test_a_long_word_of_a_headline_is_divided_where_the_language_does_it(page, language, hyphens):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address("article", language))
    assert page.locator("h1").evaluate("one => getComputedStyle(one).hyphens") == hyphens
    # A browser that does not know how breaks the word where the line ends.
    assert page.locator("h1").evaluate("one => getComputedStyle(one).overflowWrap") == "anywhere"


BROKEN_DATES = """() => [...document.querySelectorAll("main time")].flatMap(time => {
  const dates = time.querySelector(".date") ? [...time.querySelectorAll(".date")] : [time];
  return dates.filter(date => {
    const range = document.createRange();
    range.selectNodeContents(date);
    const boxes = [...range.getClientRects()].filter(box => box.width > 1);
    return boxes.some(box => box.top > boxes[0].top + box.height / 2);
  }).map(date => date.textContent);
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_is_in_one_line_on_a_phone(page, language):
    article = Article.objects.get(key="cairo-plenary-report")
    Article.objects.filter(pk=article.pk).update(lead_image=ImageFactory())
    with translation.override(language):
        events = [one.url_in(language) for one in Event.objects.all()]
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        for path in (f"/{language}/", address("article", language), *events):
            page.goto(path)
            assert page.evaluate(BROKEN_DATES) == [], (width, path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
