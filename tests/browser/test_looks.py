"""What is on a page is seen whole: choices, calendars, and the band over what is not published."""

import pytest

from quality.barriers import broken_rules
from tests.browser.at_desk import LANGUAGES, look, unfold
from tests.factories import ArticleFactory, EventFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.looks,
    pytest.mark.django_db(transaction=True),
]

ROOM = """choice => {
  const style = getComputedStyle(choice);
  const sides = ["paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth"];
  const around = sides.reduce((sum, name) => sum + parseFloat(style[name]), 0);
  const tall = style.fontFamily.includes("Plex Arabic") ? 1.6 : 1.2;
  const line = Math.max(parseFloat(style.lineHeight) || 0, tall * parseFloat(style.fontSize));
  return choice.offsetHeight - around - line;
}"""
"""How much higher a choice is than its line of text."""


@LANGUAGES
def test_the_choices_of_a_form_are_as_high_as_their_words(browser, language):
    event = EventFactory()
    page = browser("editor", language)
    page.goto(f"/admin/articles/event/{event.pk}/change/")
    look(page, f"event-{language}")
    for fold in page.locator("#content details").all():
        fold.evaluate("fold => { fold.open = true }")
    choices = page.locator("select:not(.chooser-value):visible")
    assert choices.count() >= 3
    for choice in choices.all():
        assert choice.evaluate(ROOM) >= 0, choice.get_attribute("name")


@LANGUAGES
def test_the_calendar_beside_a_date_shows_the_seven_days(browser, language):
    event = EventFactory()
    page = browser("editor", language)
    page.goto(f"/admin/articles/event/{event.pk}/change/")
    page.locator("[id^=calendarlink]").first.click()
    box = page.locator(".calendarbox:visible")
    assert {"fr": "JUILLET 2024", "ar": "يوليوز 2024"}[language] in box.locator(
        "caption"
    ).inner_text()
    hidden = box.evaluate(
        "box => [box.scrollWidth - box.clientWidth, box.querySelectorAll('th').length]"
    )
    assert hidden == [0, 7]
    look(page, f"calendar-{language}")


def unreadable_in(page, part):
    """What has too little contrast, to somebody who looks at one part of a page."""
    found = broken_rules(page, part, only=["color-contrast"])
    return [node["html"] for one in found for node in one["nodes"]]


@LANGUAGES
def test_the_calendar_and_the_clock_open_beside_their_field(browser, language):
    article = ArticleFactory()
    page = browser("editor", language)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    unfold(page, "#id_published_at_fr_0")
    assert page.locator("[id^=calendarlink]:visible").count()
    for opens, name in (("calendarlink", "calendarbox"), ("clocklink", "clockbox")):
        for button in page.locator(f"[id^={opens}]:visible").all():
            button.click()
            box, at = page.locator(f".{name}:visible").bounding_box(), button.bounding_box()
            assert 0 <= box["x"] <= 1280 - box["width"]
            assert box["x"] - 40 < at["x"] < box["x"] + box["width"] + 40
            assert unreadable_in(page, f".{name}:not([hidden])[open]") == []
            page.keyboard.press("Escape")


@LANGUAGES
@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_not_published_has_a_band_over_it(browser, chromium, live_server, language, width):
    article = ArticleFactory()
    page = browser("editor", language)
    page.goto(f"/admin/articles/article/{article.pk}/preview/{language}/")
    page.locator("button[name=make]").click()
    link = page.input_value("#link")
    context = chromium.new_context(viewport={"width": width, "height": 800})
    guest = context.new_page()
    guest.goto(live_server.url + link[link.index(f"/{language}/preview/") :])
    band = guest.locator(".preview-notice")
    # Its words are of the colour of the page’s ground, on another one.
    words, ground, page_ground = band.evaluate(
        """band => {
          const style = getComputedStyle(band);
          const page = getComputedStyle(document.documentElement).backgroundColor;
          return [style.color, style.backgroundColor, page];
        }"""
    )
    assert words == page_ground != ground
    assert guest.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert band.bounding_box()["y"] < 250
    look(guest, f"preview-{language}-{width}")
    context.close()
