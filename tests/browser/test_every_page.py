"""Every kind of page, with what a newsroom is really given: whole, and open to everyone."""

from pathlib import Path

import pytest

import quality
from articles.languages import Language
from articles.views.articles import HomePage
from quality.barriers import VIEWS, barriers, show
from quality.pages import PAGES
from quality.states import State
from tests import hard_cases

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

LAYOUT = (Path(quality.__file__).parent / "layout.js").read_text(encoding="utf-8")
SHIFTS = """
    new Promise((told) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      document.fonts.ready.then(() => setTimeout(() => told(sum), 100));
    })
"""
LANGUAGES = [language.code for language in Language.all()]


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


def lies_well(page):
    return page.evaluate(LAYOUT)


def shifts(page):
    """How much of what is shown has moved while it loaded (web.dev/articles/cls)."""
    return page.evaluate(SHIFTS)


def judged(page, kind):
    """All that the judges say of one page, opened once: by what was looked at."""
    said = {"as it loads, on a phone": shifts(page)}
    for view in VIEWS:
        show(page, view)
        said[f"layout, {view}"] = lies_well(page)
        if kind.is_measured:
            said[f"barriers, {view}"] = barriers(page, view)
    return {looked_at: complaint for looked_at, complaint in said.items() if complaint}


def complaints_about(state_is, language, page, opened):
    found = {}
    for kind in PAGES:
        if state_is(kind.state):
            page.emulate_media(color_scheme="light")
            page.set_viewport_size({"width": 390, "height": 844})
            found[kind.name] = judged(opened(kind, language), kind)
    return {name: complaint for name, complaint in found.items() if complaint}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_lies_well_stays_still_and_has_no_barrier(page, opened, language):
    hard_cases.make()
    assert complaints_about(lambda state: state != State.EMPTY, language, page, opened) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_newsroom_lies_well_and_has_no_barrier(page, opened, language):
    assert complaints_about(lambda state: state == State.EMPTY, language, page, opened) == {}


def test_the_judge_of_layout_sees_what_is_wrong(page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.set_content("<p>Rabat</p><p style='margin-top: -2em'>Marrakech</p><p>anti" + "x" * 200)
    said = " ".join(lies_well(page))
    assert "“Rabat” and “Marrakech” stand on each other" in said
    assert "in a window of 320" in said
    page.set_content("<p>Rabat</p><p>Marrakech</p>")
    assert lies_well(page) == []


def test_the_judge_of_barriers_sees_what_is_wrong_as_often_as_it_is_asked(page):
    page.set_content("<html lang=fr><title>Rabat</title><main><h1>Rabat</h1><img src=x></main>")
    for _ in range(2):
        assert any("image-alt at <img" in one for one in barriers(page, "day"))
        assert barriers(page, "night") == []
