"""Behind nginx and Varnish, as ``deploy/`` sets them up, pages are as exact as without."""

import os
import re
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError

import pytest

from articles.views.kept_places import DECIDING
from benchmarks.proxies import PROGRAMS, ports, program, proxied
from benchmarks.servers import ROOT
from tests.serving.gunicorn import environment_in, manage, started
from tests.serving.sqlite import with_an_article_in
from tests.serving.test_page_cache import CHANGE

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database

PUBLIC = "public, max-age=50, stale-if-error=600, s-maxage=48, stale-while-revalidate=10"


@pytest.fixture(scope="module", params=["nginx", "varnish"])
def kind(request):
    if not program(PROGRAMS[request.param]) and not os.environ.get("CI"):
        pytest.skip(f"{request.param} is not installed")
    return request.param


def read(port, path="/fr/", method="GET", **headers):
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method, headers=headers)
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return answer.read().decode()


def headers_of(port, path="/fr/"):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return answer.headers


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append(self.path)
        self.server.coding = self.headers.get("Accept-Encoding", "")
        body = self.server.page.encode()
        if self.server.arrived is not None:
            arrived, self.server.arrived = self.server.arrived, None
            arrived.set()
            assert self.server.may_go.wait(20)
        is_known = self.headers["If-None-Match"] == self.server.headers.get("ETag", 0)
        self.send_response_only(304 if is_known else 200)
        self.send_header("Cache-Control", self.server.said)
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if not is_known:
            self.wfile.write(body)

    def log_message(self, *args):
        """Nothing is said of it."""


@pytest.fixture(scope="module")
def before_any(kind, tmp_path_factory):
    """A site that answers as a test says, its proxy's port, and where that takes a purge."""
    port, purging = at = ports(kind)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        folder = tmp_path_factory.mktemp(kind) / "proxy"
        try:
            with proxied(kind, folder, server.server_port, at):
                yield server, port, purging
        finally:
            server.shutdown()


@pytest.fixture
def any_site(before_any):
    server, _port, purging = before_any
    read(purging, "/", "PURGE")
    server.asked, server.page, server.said, server.headers = [], "first", PUBLIC, {}
    server.arrived, server.may_go = None, threading.Event()
    return before_any


def test_a_page_is_asked_for_once_and_again_after_a_purge(any_site):
    site, port, purging = any_site
    assert {read(port) for _ in range(3)} == {"first"}
    site.page = "second"
    assert read(port) == "first"
    read(purging, "/", "PURGE")
    assert {read(port) for _ in range(3)} == {"second"}
    assert len(site.asked) == 2


def test_a_page_that_was_on_its_way_when_it_changed_is_not_kept(any_site):
    site, port, purging = any_site
    site.arrived = arrived = threading.Event()
    with ThreadPoolExecutor() as readers:
        early = readers.submit(read, port)
        assert arrived.wait(20)
        site.page = "second"
        read(purging, "/", "PURGE")
        # Who asks after the change does not wait for what is on its way, either.
        assert read(port) == "second"
        site.may_go.set()
        assert early.result(20) == "first"
    assert read(port) == "second"


def test_what_networks_add_to_an_address_makes_no_other_page(any_site):
    site, port, _purging = any_site
    for asked in ("", "?utm_source=x&utm_medium=y", "?fbclid=1", "?at_campaign=a&gclid=b"):
        read(port, f"/fr/{asked}")
    for asked in ("?page=2", "?page=2&fbclid=1", "?utm_source=x&page=2", "?mc_cid=1&page=2&xtor=1"):
        read(port, f"/fr/{asked}")
    assert len(site.asked) == 2


def test_what_no_page_reads_in_an_address_is_neither_kept_nor_asked_for(any_site):
    site, port, _purging = any_site
    for asked in ("", "?x=1", "?x=2&y", "?xpage=3", "?&&", "?p%61ge=2", "?page"):
        read(port, f"/fr/{asked}")
    for asked in ("?page=2", "?x=1&page=2", "?page=2&x=3&&", "?y=%26&page=2"):
        read(port, f"/fr/{asked}")
    read(port, "/fr/speakers/?letter=%D8%A8&x=1")
    read(port, "/static/site.css?x=1")
    assert site.asked == [
        "/fr/",
        "/fr/?page=2",
        "/fr/speakers/?letter=%D8%A8",
        "/static/site.css",
    ]


@pytest.mark.parametrize(
    "asked",
    ["?page=x", "?page=1&page=2", "?letter=abc", "?page=12345", "?letter=a&page=1", "?page="],
)
def test_numbers_and_letters_that_no_link_has_are_not_kept(any_site, asked):
    site, port, _purging = any_site
    read(port, f"/fr/{asked}")
    read(port, f"/fr/{asked}")
    assert site.asked == [f"/fr/{asked}"] * 2


def test_proxies_know_the_names_that_pages_read(kind):
    text = (ROOT / "deploy" / {"nginx": "nginx.conf", "varnish": "varnish.vcl"}[kind]).read_text()
    found = re.findall(r"\((?:\?:)?(page[|\w]*)\)=", text)
    assert {name for one in found for name in one.split("|")} == DECIDING


def test_forms_and_files_to_choose_are_asked_for_with_all_that_is_said(any_site):
    site, port, _purging = any_site
    paths = ["subscribe/?topic=a", "Subscribe?topic=a", "preview/a/b/?x=1", "SEARCH/?q=a"]
    paths += ["press/kits/a/selection.zip?f=1&f=2", "embargoed/a/?x=1", "subscribe/leave/?t=a"]
    paths = [f"/fr/{one}" for one in paths]
    for path in [*paths, *paths]:
        read(port, path)
    assert site.asked == [*paths, *paths]


@pytest.mark.parametrize(
    "header",
    [
        {"X-Forwarded-For": "203.0.113.7"},
        {"X-Forwarded-Proto": "https"},
        {"X-Real-IP": "203.0.113.7"},
        {"Forwarded": "for=203.0.113.7"},
        {"Via": "1.1 proxy"},
    ],
    ids=lambda header: next(iter(header)),
)
def test_nobody_purges_through_another_proxy(kind, any_site, header):
    """Such as that which has the certificate: who comes through it has this machine's address."""
    site, port, _purging = any_site
    read(port)
    with pytest.raises(HTTPError):
        read(port, "/", "PURGE", **header)
    read(port)
    assert len(site.asked) == 1


def test_a_page_that_did_not_change_has_no_age_of_before(any_site):
    site, port, _purging = any_site
    site.said = "public, max-age=60, s-maxage=1"
    site.headers = {"ETag": '"page"', "Date": formatdate(time.time() - 500, usegmt=True)}
    read(port)
    site.headers = {"ETag": '"page"', "Date": formatdate(usegmt=True)}
    until = time.monotonic() + 10
    while len(site.asked) < 2 and time.monotonic() < until:
        time.sleep(0.2)
        read(port)
    assert len(site.asked) >= 2
    assert int(headers_of(port).get("Age", 0)) < 10


@pytest.mark.parametrize(
    ("said", "headers"),
    [
        ("private, no-store", {}),
        ("public, no-cache", {}),
        ("public, max-age=60, s-maxage=0", {}),
        (PUBLIC, {"Set-Cookie": "of=one"}),
    ],
)
def test_what_is_not_for_everybody_is_asked_for_each_time(any_site, said, headers):
    site, port, _purging = any_site
    site.said, site.headers = said, headers
    for _ in range(3):
        read(port)
    assert len(site.asked) == 3


def test_pages_outside_a_language_and_searches_are_passed_on(any_site):
    site, port, _purging = any_site
    paths = ["/", "/admin/", "/fr/search/?q=maroc", "/sitemap.xml", "/fr/", "/media/a.jpg"]
    for path in paths * 2:
        read(port, path)
    assert sorted(site.asked) == sorted([*paths, *paths[:4]])


def test_who_refuses_a_coding_is_not_given_it(kind, any_site):
    server, port, _purging = any_site
    if kind == "varnish":
        return  # It unpacks what it keeps for whoever does not take it.
    for accepted, asked_for in {"gzip": "gzip", "gzip;q=0": "", "br, gzip; q=0.0": ""}.items():
        read(port, f"/fr/?page={len(server.asked) + 1}", **{"Accept-Encoding": accepted})
        assert server.coding == asked_for


def test_hosts_and_whoever_has_a_key_are_told_apart(any_site):
    site, port, _purging = any_site
    read(port)
    read(port, Host="other.example")
    read(port, Authorization="Bearer key")
    assert len(site.asked) == 3


@pytest.fixture(scope="module")
def newsroom(kind, tmp_path_factory):
    """The newsroom behind the proxy that it tells of changes: environment, port and process."""
    scratch = tmp_path_factory.mktemp("newsroom")
    port, purging = at = ports(kind)
    environment = environment_in(
        scratch,
        DATABASE_URL=with_an_article_in(scratch),
        DJANGO_SETTINGS_MODULE="tests.serving.served",
        PAGE_CACHE="true",
        PURGE_URLS=f"http://127.0.0.1:{purging}/",
    )
    with proxied(kind, scratch / "proxy", environment["PORT"], at):
        _address, process = started(environment)
        with process:
            yield environment, port, process
            process.terminate()


def test_a_change_is_seen_behind_the_proxy_at_once(newsroom):
    environment, port, _process = newsroom
    for title in ("Un premier titre", "Un deuxième titre", "Un troisième titre"):
        manage(environment, "shell", "-c", CHANGE.format(title=title))
        assert title in read(port)
        assert read(port) == read(environment["PORT"])


def test_pages_go_on_being_shown_while_the_newsroom_is_away(newsroom):
    _environment, port, process = newsroom
    pages = [read(port), read(port, "/fr/articles/")]
    process.terminate()
    process.wait(timeout=60)
    assert [read(port), read(port, "/fr/articles/")] == pages
