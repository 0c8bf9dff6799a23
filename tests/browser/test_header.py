"""The head of every page: low on a phone, with a choice of light or dark colours where scripts run."""

import pytest
from playwright.sync_api import expect

from articles.models import Event
from tests.factories import ArticleFactory, EventFactory, TopicFactory

from .test_every_page import LANGUAGES, LAYOUT, SHIFTS

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

PAPER = "() => getComputedStyle(document.documentElement).backgroundColor"
NIGHT, DAY = "rgb(21, 23, 26)", "rgb(255, 253, 248)"


@pytest.fixture
def opened(chromium, live_server):
    contexts = []

    def window(**more):
        contexts.append(chromium.new_context(base_url=live_server.url, **more))
        return contexts[-1].new_page()

    yield window
    for one in contexts:
        one.close()


def middle(locator):
    box = locator.bounding_box()
    return box["y"] + box["height"] / 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_it_is_one_line_and_the_sections_are_another(opened, language, width):
    ArticleFactory(live=LANGUAGES)
    page = opened(viewport={"width": width, "height": 844})
    for path in (f"/{language}/", f"/{language}/search/?q=a"):
        page.goto(path)
        assert page.locator(".masthead").bounding_box()["height"] <= 120, path
        line = middle(page.locator(".brand"))
        for name in (".edition-switcher", ".to-search", ".appearance"):
            assert abs(middle(page.locator(name)) - line) < 8, name
        sections = page.locator(".sections li")
        assert abs(middle(sections.first) - middle(sections.last)) < 2
        assert page.evaluate(LAYOUT) == []


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_what_is_in_one_language_says_so_under_the_first_line(opened, width):
    article = ArticleFactory(live=["ar"])
    page = opened(viewport={"width": width, "height": 844})
    page.goto(article.url_in("ar"))
    line = middle(page.locator(".brand"))
    for name in (".to-search", ".appearance"):
        assert abs(middle(page.locator(name)) - line) < 8, name
    said, sections = (
        page.locator(one).bounding_box() for one in (".edition-switcher", ".sections")
    )
    assert line < said["y"] < said["y"] + said["height"] <= sections["y"]
    assert page.evaluate(LAYOUT) == []


def test_the_section_one_is_in_is_seen_on_a_phone(opened):
    ArticleFactory(live=LANGUAGES)
    page = opened(viewport={"width": 320, "height": 844})
    page.goto("/fr/organizations/")
    expect(page.locator(".sections [aria-current]")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_chooses_dark_colours_and_the_next_page_has_them_at_once(opened, language):
    ArticleFactory(live=LANGUAGES)
    page = opened(color_scheme="light")
    page.goto(f"/{language}/")
    switch = page.locator("[data-appearance-switch]")
    assert (page.evaluate(PAPER), switch.get_attribute("aria-pressed")) == (DAY, "false")
    switch.click()
    assert (page.evaluate(PAPER), switch.get_attribute("aria-pressed")) == (NIGHT, "true")
    # What is drawn first has them already.
    page.add_init_script(
        "new PerformanceObserver(list => { window.drawn ??= "
        "document.documentElement.dataset.appearance; }).observe({type: 'paint', buffered: true})"
    )
    page.goto(f"/{language}/articles/")
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("() => window.drawn !== undefined")
    assert page.evaluate("window.drawn") == "dark"
    assert page.evaluate(PAPER) == NIGHT
    assert page.evaluate(SHIFTS) == 0
    page.emulate_media(media="print")
    assert page.evaluate(PAPER) != NIGHT


@pytest.mark.parametrize("device", ["light", "dark"])
def test_who_goes_back_to_what_the_device_asks_for_is_remembered_by_nothing(opened, device):
    page = opened(color_scheme=device)
    page.goto("/fr/articles/")
    before = page.evaluate(PAPER)
    switch = page.locator("[data-appearance-switch]")
    switch.click()
    assert page.evaluate(PAPER) != before
    assert page.evaluate("({...localStorage})") == {
        "appearance": {"light": "dark", "dark": "light"}[device]
    }
    switch.click()
    assert page.evaluate(PAPER) == before
    assert page.evaluate("({...localStorage})") == {}
    page.emulate_media(color_scheme={"light": "dark", "dark": "light"}[device])
    assert page.evaluate(PAPER) != before


@pytest.mark.parametrize("device", ["light", "dark"])
def test_without_a_script_there_is_no_switch_and_pages_follow_the_device(opened, device):
    page = opened(color_scheme=device, java_script_enabled=False)
    page.goto("/fr/articles/")
    assert not page.locator("[data-appearance-switch]").is_visible()
    ground = page.locator("html").evaluate("one => getComputedStyle(one).backgroundColor")
    assert ground == {"light": DAY, "dark": NIGHT}[device]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_what_narrows_a_search_is_folded_over_what_was_found(opened, language):
    topic = TopicFactory()
    for number in range(3):
        article = ArticleFactory(
            live=LANGUAGES,
            event=EventFactory(kind=Event.Kind.CONFERENCE),
            headline_fr=f"La mer {number}",
            headline_ar=f"البحر {number}",
        )
        article.topics.add(topic)
    asked = f"/{language}/search/?q={ {'fr': 'mer', 'ar': 'البحر'}[language] }"
    page = opened(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page.goto(asked)
    narrowing = page.locator(".facets a").first
    assert not narrowing.is_visible()
    expect(page.locator(".river .card").first).to_be_in_viewport(ratio=1)
    page.locator(".facets summary").click()
    assert narrowing.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(asked)
    assert narrowing.is_visible()
    assert not page.locator(".facets summary").is_visible()
    facets, found = page.locator(".facets").bounding_box(), page.locator(".river").bounding_box()
    assert abs(facets["y"] - found["y"]) < 4
    assert (found["x"] < facets["x"]) == (language == "fr")
