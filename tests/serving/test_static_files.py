"""What readers are served: one stylesheet with all that its parts say, and brief scripts."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from newsroom.static_files import as_sent

CSS = Path(settings.BASE_DIR) / "static/css"
PARTS = re.findall(r'@import "([\w-]+)\.css";', (CSS / "newsroom.css").read_text("utf-8"))

HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The folder that a live site serves its static files from."""
    root = tmp_path_factory.mktemp("static")
    live = {"staticfiles": {"BACKEND": "newsroom.static_files.JoinedStylesheetStorage"}}
    with override_settings(STATIC_ROOT=root, STORAGES=settings.STORAGES | live):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield root


def served(collected):
    """The stylesheet as pages name it."""
    return (collected / staticfiles_storage.stored_name("css/newsroom.css")).read_text("utf-8")


def test_each_part_is_imported_once():
    assert sorted(PARTS) == sorted(one.stem for one in CSS.glob("*.css") if one.stem != "newsroom")


def test_readers_fetch_one_stylesheet(collected):
    assert "@import" not in served(collected)


def test_it_has_all_parts_in_their_order_for_the_pages_of_a_server_that_is_down_too(collected):
    css = (collected / "css/newsroom.css").read_text("utf-8")
    places = [
        css.index(as_sent((CSS / f"{part}.css").read_text("utf-8")).strip()) for part in PARTS
    ]
    assert places == sorted(places)


def test_what_is_in_it_for_who_writes_it_is_not_sent(collected):
    css = served(collected)
    assert "/*" not in css
    assert "\n " not in css
    # Nothing else is gone: what a browser reads is what the parts say.
    said = "".join((CSS / f"{part}.css").read_text("utf-8") for part in PARTS)
    remarks = re.compile(r"/\*.*?\*/", re.DOTALL)
    assert words_of(re.sub(r"\.[0-9a-f]{12}\.", ".", css)) == words_of(remarks.sub(" ", said))


def test_scripts_of_readers_are_sent_without_remarks_and_those_of_the_desk_as_they_are(collected):
    live = (collected / staticfiles_storage.stored_name("js/live.js")).read_text("utf-8")
    written = (Path(settings.BASE_DIR) / "static/js/live.js").read_text("utf-8")
    assert "\n// " not in live
    assert len(live) < len(written) * 0.8
    of_the_desk = staticfiles_storage.stored_name("admin-newsroom/live.js")
    assert "\n// " in (collected / of_the_desk).read_text("utf-8")


def test_a_module_is_imported_by_the_name_that_pages_load_it_by(collected):
    # By two names it would be run twice, and make everything on the page twice.
    imports = re.compile(r"""(?:\bfrom|\bimport)\s*\(?["'](\.{1,2}/[^"']+)["']""")
    by_another_name = [
        (file.name, path)
        for folder in ("js", "admin-newsroom")
        for file in (collected / folder).rglob("*.js")
        if HASHED.search(file.name)
        for path in imports.findall(file.read_text("utf-8"))
        if not (HASHED.search(path) and (file.parent / path).is_file())
    ]
    assert by_another_name == []


def words_of(css):
    return css.split()


def test_the_faces_that_it_names_are_there(collected):
    faces = re.findall(r'url\("([^"]+)"\)', served(collected))
    assert faces
    assert all((collected / "css" / face).is_file() for face in faces)


def test_collecting_again_changes_nothing(collected):
    before = served(collected)
    call_command("collectstatic", interactive=False, verbosity=0)
    assert served(collected) == before
