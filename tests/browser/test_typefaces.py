"""On a first visit already, Arabic is in the letters of the site: rare ones, strong ones, all."""

import pytest

from tests.browser.at_desk import look
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CITIES = "أݣادير وݣرسيف وتݣانت"
NEIGHBOURS = "ڨفصة وڭلميم وڥيلا وژوليا وچاد وپاريس وڤاس وگلميم وكۆمەڵ وئێران"
BODY = (
    f"<p>من {CITIES} إلى <strong>وزارة التجهيز والماء في {CITIES}</strong> اليوم.</p>"
    f"<p>{NEIGHBOURS}، <strong>{NEIGHBOURS}</strong>، <em>{CITIES}</em>، <em><strong>{CITIES}</strong></em>، ١٢٪.</p>"
    "<p>﴿ والله ﴾ محمد ﷺ، ۱۲۳۔</p>"
)


@pytest.fixture
def article(page):
    article = ArticleFactory(
        live=["ar"], headline_ar=CITIES, standfirst_ar=f"{CITIES}، {NEIGHBOURS}", body_ar=BODY
    )
    page.goto(article.url_in("ar"))
    page.wait_for_load_state("networkidle")
    return page


def faces(page, selector):
    """The faces that the letters of an element are drawn in; nothing beside is the site's own."""
    chromium = page.context.new_cdp_session(page)
    chromium.send("DOM.enable")
    chromium.send("CSS.enable")
    root = chromium.send("DOM.getDocument")["root"]["nodeId"]
    found = chromium.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    assert found, selector
    return {
        (one["familyName"], one["isCustomFont"])
        for node in found
        for one in chromium.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    }


@pytest.mark.parametrize("width", [1280, 390])
def test_a_first_visit_has_rare_and_strong_letters_of_the_site(article, width):
    article.set_viewport_size({"width": width, "height": 900})
    look(article, f"typefaces-{width}")
    assert faces(article, "h1") == {("IBM Plex Sans Arabic", True)}
    for part in (".standfirst", ".article .body p:nth-of-type(1)", ".article .body p:nth-of-type(2)", "strong"):
        assert faces(article, part) == {("Noto Naskh Arabic", True)}, part
