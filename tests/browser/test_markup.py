"""The Nu HTML checker reads every kind of page as it is sent, and finds no error."""

import pytest

from articles.languages import Language
from articles.views.articles import HomePage
from quality.judges import markup_errors
from quality.pages import PAGES
from quality.states import State
from tests import hard_cases

pytestmark = [pytest.mark.looks, pytest.mark.django_db]


@pytest.fixture
def sent(client, settings, monkeypatch, tmp_path):
    """Save a page of the table as the server sends it."""
    client.raise_request_exception = False

    def fail(*_args, **_kwargs):
        raise RuntimeError("for the error page")

    def save(kind, language):
        with monkeypatch.context() as patch:
            settings.MAINTENANCE = kind.state == State.RESTING
            if kind.state == State.BROKEN:
                patch.setattr(HomePage, "get_context_data", fail)
            answer = client.get(kind.path(language))
        settings.MAINTENANCE = False
        assert answer.status_code == kind.status, kind.name
        file = tmp_path / f"{kind.name.replace(' ', '-')}.{language}.html"
        file.write_bytes(answer.content)
        return file

    return save


def errors_in(kinds, sent):
    files = [sent(kind, language) for kind in kinds for language in Language.all()]
    return {file.name: errors for file, errors in markup_errors(files).items()}


def test_every_page_is_right(sent):
    hard_cases.make()
    assert errors_in([kind for kind in PAGES if kind.state != State.EMPTY], sent) == {}


def test_every_page_of_an_empty_newsroom_is_right(sent):
    assert errors_in([kind for kind in PAGES if kind.state == State.EMPTY], sent) == {}


def test_the_checker_sees_what_is_wrong(tmp_path):
    file = tmp_path / "wrong.html"
    file.write_text("<!DOCTYPE html><html lang=fr><title>Rabat</title><p><div></p><img src=x>")
    assert any("“alt” attribute" in error for error in markup_errors([file])[file])
