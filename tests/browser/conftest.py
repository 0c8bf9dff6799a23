"""A real Chromium, looking at the running program."""

import os
import shutil

import pytest
from django.core.management import call_command
from playwright.sync_api import Error, sync_playwright

from tests import emptied
from tests.browser import at_desk
from tests.browser.in_flight import RequestsInFlight

# Playwright's synchronous interface runs an event loop of its own in the test's thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSERS = ["chromium-headless-shell", "chromium", "google-chrome"]
"""The first one that is here: the shell, which has no window to draw, takes half the processor."""

AGAIN = pytest.mark.flaky(reruns=1, only_rerun=[r"Timeout \d+ms exceeded"])
"""A browser that waited in vain on a busy machine is opened once more; the summary tells of it."""


def pytest_collection_modifyitems(config, items):
    for item in items:
        # The gate tries again whatever failed.
        if item.get_closest_marker("browser") and not config.option.reruns:
            item.add_marker(AGAIN)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    chromium = getattr(item, "funcargs", {}).get("chromium")
    if report.when == "call" and report.failed and chromium:
        for page in [page for context in chromium.contexts for page in context.pages]:
            report.sections.append((f"Page {page.url}", what_it_shows(page)))
    return report


def what_it_shows(page):
    """The page's words, where it still answers; and what has the focus."""
    try:
        words = page.locator("body").inner_text(timeout=2_000)
        focus = page.locator(":focus").evaluate_all("found => found.map(one => one.outerHTML)")
    except Error as fault:
        return str(fault)
    return f"{words[:3_000]}\n\nFocus: {focus}"[:5_000]


@pytest.fixture(scope="session")
def chromium():
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "Chromium is not installed: apt install chromium-headless-shell"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def in_flight():
    requests = RequestsInFlight()
    requests.connect()
    yield requests
    requests.disconnect()


@pytest.fixture(autouse=True)
def answered(request, in_flight):
    """Each request is answered before the tables are emptied; none comes between two tests."""
    if "live_server" in request.fixturenames:
        request.getfixturevalue("transactional_db")
    in_flight.open()
    yield
    in_flight.close()


@pytest.fixture
def complaints():
    """What the browser's console said: refused styles, failed requests, broken scripts."""
    return []


@pytest.fixture
def page(chromium, live_server, complaints):
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda line: line.type == "error" and complaints.append(line.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()


CAIRO = {}


@pytest.fixture
def cairo(transactional_db):
    """The article from Cairo: loaded once, its rows put back for each test that follows."""
    if CAIRO:
        emptied.put_back(CAIRO)
    else:
        call_command("loaddata", "cairo", verbosity=0)
        # Before tables were emptied once, kinds of content have other numbers.
        CAIRO.update(emptied.rows_made_since() if emptied.ROWS else {})


@pytest.fixture
def browser(chromium, live_server, complaints):
    """A browser somebody sits at, signed in: its windows share cookies and what is kept."""
    contexts = []

    def opened(role=None, language="fr"):
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": 1280, "height": 900}
        )
        contexts.append(context)
        page = tab(context)
        if role:
            at_desk.person(role, language)
            at_desk.let_in(context, live_server.url, role)
        return page

    def tab(context):
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    opened.tab = tab
    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
