"""Every kind of page, with what a newsroom is really given: whole, and open to everyone."""

from pathlib import Path

import pytest

import quality
from articles.languages import Language
from articles.views.articles import HomePage
from quality.barriers import AT_400_PERCENT, VIEWS, barriers, show
from quality.pages import PAGES
from quality.states import State
from tests import hard_cases

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LAYOUT = (Path(quality.__file__).parent / "layout.js").read_text(encoding="utf-8")
SHIFTS = """
    new Promise((told) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => told(sum), 100);
    })
"""
LANGUAGES = [language.code for language in Language.all()]
MEASURED = [page for page in PAGES if page.is_measured]


@pytest.fixture
def opened(page, settings, monkeypatch, tmp_path):
    """Open a page of the table, in the state it is about."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": settings.MEDIA_URL},
        }
    }
    settings.MEDIA_ROOT = tmp_path
    # The front page is opened at rest and broken too: a kept copy would hide that.
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def fail(*_args, **_kwargs):
        raise RuntimeError("for the error page")

    def open_it(kind, language):
        with monkeypatch.context() as patch:
            settings.MAINTENANCE = kind.state == State.RESTING
            if kind.state == State.BROKEN:
                patch.setattr(HomePage, "get_context_data", fail)
            answer = page.goto(kind.path(Language(language)))
        settings.MAINTENANCE = False
        assert answer.status == kind.status, kind.name
        return page

    return open_it


@pytest.fixture
def full(opened):
    hard_cases.make()


def complaints_about(kinds, language, opened, judge):
    """What a judge says of each page, by the page's name; nothing where all is well."""
    found = {kind.name: judge(opened(kind, language)) for kind in kinds}
    return {name: complaint for name, complaint in found.items() if complaint}


def lies_well(page):
    return page.evaluate(LAYOUT)


def shifts(page):
    """How much of what is shown has moved while it loaded (web.dev/articles/cls)."""
    page.wait_for_load_state("networkidle")
    return page.evaluate(SHIFTS)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [AT_400_PERCENT, 1280])
def test_no_page_overflows_or_overlaps(page, opened, language, width):
    page.set_viewport_size({"width": width, "height": 800})
    kinds = [kind for kind in PAGES if kind.state != State.EMPTY]
    assert complaints_about(kinds, language, opened, lies_well) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_newsroom_lies_well_and_has_no_barrier(page, opened, language):
    page.set_viewport_size({"width": AT_400_PERCENT, "height": 800})
    kinds = [kind for kind in PAGES if kind.state == State.EMPTY]
    assert complaints_about(kinds, language, opened, lies_well) == {}
    assert complaints_about(kinds, language, opened, barriers) == {}


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_barrier(page, opened, language, view):
    show(page, view)
    assert complaints_about(MEASURED, language, opened, barriers) == {}


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_while_a_page_loads(page, opened, language):
    page.set_viewport_size({"width": 390, "height": 844})
    assert complaints_about(MEASURED, language, opened, shifts) == {}


def test_the_judge_of_layout_sees_what_is_wrong(page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.set_content("<p>Rabat</p><p style='margin-top: -2em'>Marrakech</p><p>anti" + "x" * 200)
    said = " ".join(lies_well(page))
    assert "“Rabat” and “Marrakech” stand on each other" in said
    assert "in a window of 320" in said
    page.set_content("<p>Rabat</p><p>Marrakech</p>")
    assert lies_well(page) == []
