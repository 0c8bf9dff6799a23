"""Every kind of page, with what a newsroom is really given: whole, and open to everyone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import quality
from articles.languages import Language
from articles.views.articles import HomePage
from quality.pages import PAGES
from quality.states import State
from tests import hard_cases

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LAYOUT = (Path(quality.__file__).parent / "layout.js").read_text(encoding="utf-8")
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


def barriers(page):
    report = Axe().run(page)
    return report.generate_report() if report.violations_count else None


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", LANGUAGES)
# 320 is a window of 1280 at 400 % (WCAG 2.2, 1.4.10).
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_overflows_or_overlaps(page, opened, language, width):
    page.set_viewport_size({"width": width, "height": 800})
    kinds = [kind for kind in PAGES if kind.state != State.EMPTY]
    assert complaints_about(kinds, language, opened, lies_well) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_newsroom_lies_well_and_has_no_barrier(page, opened, language):
    page.set_viewport_size({"width": 320, "height": 800})
    kinds = [kind for kind in PAGES if kind.state == State.EMPTY]
    assert complaints_about(kinds, language, opened, lies_well) == {}
    assert complaints_about(kinds, language, opened, barriers) == {}


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)], ids=str
)
def test_axe_finds_no_barrier(page, opened, language, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    assert complaints_about(MEASURED, language, opened, barriers) == {}


def test_the_judge_of_layout_sees_what_is_wrong(page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.set_content("<p>Rabat</p><p style='margin-top: -2em'>Marrakech</p><p>anti" + "x" * 200)
    said = " ".join(lies_well(page))
    assert "“Rabat” and “Marrakech” stand on each other" in said
    assert "in a window of 320" in said
    page.set_content("<p>Rabat</p><p>Marrakech</p>")
    assert lies_well(page) == []
