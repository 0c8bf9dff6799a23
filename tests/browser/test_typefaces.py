"""Arabic is drawn in the faces of the site: rare letters, strong ones, all of them."""

import pytest

from tests.browser.at_desk import look
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

CITIES = "أݣادير وݣرسيف وتݣانت"
NEIGHBOURS = "ڨفصة وڭلميم وڥيلا وژوليا وچاد وپاريس وڤاس وگلميم وكۆمەڵ وئێران"
BODY = (
    f"<p>من {CITIES} إلى <strong>وزارة التجهيز والماء في {CITIES}</strong> اليوم.</p>"
    f"<p>{NEIGHBOURS}، <strong>{NEIGHBOURS}</strong>، <em>{CITIES}</em>، <em><strong>{CITIES}</strong></em>، ١٢٪.</p>"
    "<p>﴿ والله ﴾ محمد ﷺ، ۱۲۳۔</p>"
)


@pytest.fixture
def address():
    return ArticleFactory(
        live=["ar"], headline_ar=CITIES, standfirst_ar=f"{CITIES}، {NEIGHBOURS}", body_ar=BODY
    ).url_in("ar")


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
def test_rare_letters_are_in_the_faces_of_the_site(page, address, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.reload()
    look(page, f"typefaces-{width}")
    assert faces(page, "h1") == {("Newsroom Arabic Display", True)}
    for part in (".standfirst", ".article .body p:nth-of-type(-n+2)", ".article .body strong"):
        assert faces(page, part) == {("Noto Naskh Arabic", True)}, part
