"""A further language is one line of the settings and a migration; none is lost by another."""

import json
import shutil

import pytest

from tests.scratch import ROOT, change, database, newsrooms_own, run, scratch  # noqa: F401 - fixtures

LAST_LINE = '    ("ar", "العربية"),\n'
MORE = LAST_LINE + '    ("en", "English"),\n    ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),\n'


@pytest.fixture(autouse=True)
def scripts(scratch):  # noqa: F811
    for script in ("edition.py", "given_up.py"):
        shutil.copy(ROOT / "tests/languages" / script, scratch)


def set_languages(project, old, new):
    change(project, "newsroom/settings.py", old, new)


def test_english_and_amazigh_are_two_lines_and_a_migration_and_are_not_lost(
    scratch,  # noqa: F811
    newsrooms_own,  # noqa: F811
):
    set_languages(scratch, LAST_LINE, MORE)
    done = run(scratch, newsrooms_own, "edition.py")
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["headlines"] == dict.fromkeys(("fr", "ar", "en", "zgh"), True)
    assert seen["languages"] == {code: code for code in ("fr", "ar", "en", "zgh")}
    assert not seen["missing"], "an edition that another one's page does not name"
    assert {path: what for path, what in seen["pages"].items() if what != 200} == {}
    assert seen["root"] == "/zgh/"

    # The line is taken out again: what was written is not.
    set_languages(scratch, MORE, LAST_LINE)
    done = run(scratch, newsrooms_own, "given_up.py")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    for command in ("migrate", "prepare"):
        assert "LANGUAGES" in said[command]
        assert "zgh" in said[command]
    assert said["kept"] == [["ⴰⵎⵓⴷⴷⵓ: ⵍⵎⵖⵔⵉⴱ ⴷⴳ ⵍⵇⴰⵀⵉⵔⴰ", "published"]]
