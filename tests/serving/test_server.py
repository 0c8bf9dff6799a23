"""The server as it is run: the steps of the image, one after the other, and what it answers."""

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings

from tests.serving.gunicorn import environment_in, started
from tests.serving.sqlite import with_an_article_in

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    scratch = tmp_path_factory.mktemp("server")
    named = {"DATABASE_URL": with_an_article_in(scratch), "XDG_RUNTIME_DIR": str(scratch)}
    return environment_in(scratch, **named)


@pytest.fixture(scope="module")
def server(environment):
    """The Dockerfile’s own steps: build, migrate, serve. An empty one: tests/models/test_upgrade.py."""
    where = {"cwd": settings.BASE_DIR, "env": environment, "check": True, "capture_output": True}
    subprocess.run(["scripts/build"], **where)
    subprocess.run([sys.executable, "manage.py", "migrate", "--no-input"], **where)
    address, process = started(environment)
    yield address
    process.terminate()
    lines = process.communicate(timeout=20)[0].splitlines()
    assert lines
    assert all(json.loads(line)["level"] for line in lines), "every line of the log is JSON"
    times = [datetime.fromisoformat(json.loads(line)["time"]) for line in lines]
    assert all(time.tzinfo for time in times), "every line says its offset"


def test_two_sites_of_one_account_share_no_socket(server, environment):
    assert not list(Path(environment["XDG_RUNTIME_DIR"]).glob("*.ctl"))


def test_it_is_ready_and_says_so(server, environment):
    with urllib.request.urlopen(f"{server}/health/ready") as answer:
        assert json.load(answer) == {"status": "ok"}
    healthy = [sys.executable, "scripts/healthy.py"]
    done = subprocess.run(healthy, cwd=settings.BASE_DIR, env=environment, check=False)
    assert done.returncode == 0


def test_a_long_search_is_read_and_one_without_end_is_told_so_in_its_language(server):
    with urllib.request.urlopen(f"{server}/fr/search/?q={'a' * 5_000}") as answer:
        assert 'role="search"' in answer.read().decode()
    for letters in (9_000, 300_000):
        for asked, spoken in (("ar/search/", ["ar"]), ("FR", ["fr"]), ("xx", ["fr", "ar"])):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"{server}/{asked}?q={'a' * letters}")
            page = refused.value.read().decode()
            assert refused.value.code == 414
            assert refused.value.headers["Content-Type"] == "text/html; charset=utf-8"
            assert re.findall('<section lang="(..)"', page) == spoken
            assert [one for one in ("fr", "ar") if f'action="/{one}/search/"' in page] == spoken
            assert ("Cette adresse est trop longue" in page) == ("fr" in spoken)
            direction = "rtl" if spoken == ["ar"] else "ltr"
            assert re.search(rf'<html lang="{spoken[0]}"\s+dir="{direction}"', page)
            assert "/static/css/newsroom.css" in page


def test_files_are_hashed_compressed_and_kept_for_ever(server):
    with urllib.request.urlopen(f"{server}/fr/") as answer:
        page = answer.read().decode()
    stylesheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert stylesheet.count(".") == 2
    request = urllib.request.Request(server + stylesheet, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "immutable" in answer.headers["Cache-Control"]
    for refuses in ("gzip;q=0", "identity", "gzip; q=0.0, *"):
        request = urllib.request.Request(server + stylesheet, headers={"Accept-Encoding": refuses})
        with urllib.request.urlopen(request) as answer:
            assert "Content-Encoding" not in answer.headers, refuses


def test_an_article_weighs_less_than_sixty_kilobytes_with_all_it_needs(server):
    """HTML, stylesheet and every typeface of a French article, as they are sent."""
    total = 0
    with urllib.request.urlopen(f"{server}/fr/") as answer:
        front = answer.read().decode()
    article = front.split("/fr/articles/")[2].split('"')[0]
    pages = [f"/fr/articles/{article}"]
    stylesheet = front.split('rel="stylesheet" href="')[1].split('"')[0]
    with urllib.request.urlopen(server + stylesheet) as answer:
        css = answer.read().decode()
    fonts = {
        "/static/fonts/" + part.split('"')[0].split(")")[0]
        for part in css.split("../fonts/")[1:]
        if "naskh" not in part[:20] and "arabic" not in part[:30]
    }
    for path in [*pages, stylesheet, *fonts]:
        request = urllib.request.Request(server + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            total += len(answer.read())
    assert fonts
    assert total < 60_000


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_an_article_with_its_style_and_scripts_is_at_most_forty_kilobytes(server, language):
    with urllib.request.urlopen(f"{server}/{language}/") as answer:
        front = answer.read().decode()
    article = re.search(rf'href="(/{language}/articles/[^/"]+/)"', front)[1]
    with urllib.request.urlopen(server + article) as answer:
        page = answer.read().decode()
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', page)
    assert len(scripts) == 5
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    total = 0
    for path in [article, *styles, *scripts]:
        request = urllib.request.Request(server + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            total += len(answer.read())
    assert total <= 40_000


def test_a_missing_page_is_a_page(server):
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"{server}/ar/nothing/")
    assert missing.value.code == 404
    assert 'dir="rtl"' in missing.value.read().decode()


def test_two_sites_of_one_checkout_collect_their_files_apart(server, environment):
    folder = Path(environment["STATIC_ROOT"])
    assert (folder / "staticfiles.json").is_file()
    page = urllib.request.urlopen(f"{server}/fr/").read().decode()
    stylesheet = page.split('rel="stylesheet" href="/static/')[1].split('"')[0]
    assert (folder / stylesheet).is_file()
