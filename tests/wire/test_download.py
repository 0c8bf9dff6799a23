"""What is read from the web: only what is public, and no more of it than is granted."""

import gzip
import time
import zlib
from ipaddress import ip_address

import pytest

from articles.wire.fetch import WireError
from articles.wire.incoming.addresses import (
    ForbiddenAddressError,
    checked,
    first_public,
    is_allowed,
)
from articles.wire.incoming.download import DownloadError, download
from tests.wire.server import site

PAGE = "Le Conseil de gouvernement se réunit jeudi à Rabat."


def test_a_page_is_read_with_where_it_stands(partner):
    partner.has("/nouvelle", PAGE)
    partner.has("/ancienne", status=301, Location="/nouvelle")
    found = download(f"{partner.base}/ancienne")
    assert found.data.decode() == PAGE
    assert found.address == f"{partner.base}/nouvelle"


def test_an_arabic_address_is_asked_for_as_browsers_do(partner):
    partner.has("/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?q=%D8%A7%D9%84%D9%85%D8%A7%D8%A1", PAGE)
    assert download(f"{partner.base}/أخبار?q=الماء").data.decode() == PAGE


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://example.org/",
        "//example.org/",
        "http://",
        "http://reader:word@example.org/",
        "http://example.org:25/",
        "http://example.org:99999/",
        "http://[::1/",
        f"http://example.org/{'a' * 3000}",
    ],
)
def test_what_is_no_page_of_the_web_is_not_asked_for(address):
    with pytest.raises(ForbiddenAddressError):
        checked(address)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.1",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "::7f00:1", "::ffff:0:7f00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_a_number_of_no_public_network_is_not_asked(number):
    assert not is_allowed(ip_address(number))


@pytest.mark.parametrize("number", ["196.200.1.1", "2001:4860:4860::8888", "64:ff9b::c4c8:101"])
def test_a_public_number_is_asked(number):
    assert is_allowed(ip_address(number))


def test_a_network_that_the_operator_allows_is_asked_and_no_other(settings):
    settings.FETCH_PRIVATE_NETWORKS = ["10.1.0.0/16"]
    assert is_allowed(ip_address("10.1.2.3"))
    assert is_allowed(ip_address("::ffff:10.1.2.3"))
    assert not is_allowed(ip_address("10.2.2.3"))


def test_a_name_that_is_public_and_private_at_once_is_not_asked():
    with pytest.raises(ForbiddenAddressError):
        first_public([ip_address("196.200.1.1"), ip_address("127.0.0.1")])


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8000/", "http://localhost:8000/", "http://2130706433:8000/",
     "http://0x7f.1:8000/", "http://[::1]:8000/", "http://[::ffff:127.0.0.1]:8000/"],
)  # fmt: skip
def test_this_machine_is_not_asked_however_it_is_called(address):
    with pytest.raises(ForbiddenAddressError):
        download(address)


@pytest.mark.parametrize(
    "elsewhere",
    ["http://127.0.0.2:{port}/secret", "http://[::1]:{port}/secret", "http://169.254.169.254/",
     "file:///etc/passwd", "javascript:alert(1)", "http://10.0.0.1/"],
)  # fmt: skip
def test_a_redirect_is_checked_like_an_address_that_is_typed(partner, elsewhere):
    partner.has("/secret", "le mot de passe")
    elsewhere = elsewhere.format(port=partner.server_port)
    partner.has("/", status=302, Location=elsewhere)
    with pytest.raises(ForbiddenAddressError):
        download(f"{partner.base}/")
    assert [path for path, _headers in partner.asked] == ["/"]


def test_a_ring_of_redirects_ends(partner):
    partner.has("/", status=302, Location="/")
    with pytest.raises(DownloadError):
        download(f"{partner.base}/")
    assert len(partner.asked) < 10


def test_the_key_of_a_site_is_told_to_that_site_alone(partner, settings):
    settings.FETCH_PRIVATE_NETWORKS = ["127.0.0.0/8"]
    settings.FETCH_KEYS = {"127.0.0.1": "Token secret"}
    with site("127.0.0.2") as other:
        other.has("/", PAGE)
        partner.has("/", status=302, Location=f"{other.base}/")
        download(f"{partner.base}/")
    assert partner.asked[0][1]["Authorization"] == "Token secret"
    assert "Authorization" not in other.asked[0][1]


def hang(handler):
    handler.server.is_over.wait(20)


def drip(handler):
    """A byte now and then: no pause is long enough for a time-out of the socket."""
    while not handler.server.is_over.wait(0.1):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: "[:1])


def drip_content(handler):
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.is_over.wait(0.1):
        handler.wfile.write(b"a")


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.is_over.is_set():
        handler.wfile.write(b"<item>" * 10_000)


@pytest.mark.parametrize("answers", [hang, drip, drip_content])
def test_a_server_that_hangs_or_drips_is_left_in_time(partner, settings, answers):
    settings.FETCH_SECONDS = 1
    partner.has("/")
    partner.pages["/"] = (200, answers, {})
    begin = time.monotonic()
    with pytest.raises(DownloadError, match="1"):
        download(f"{partner.base}/")
    assert time.monotonic() - begin < 3


def test_an_endless_answer_is_cut_at_its_bound(partner, settings):
    settings.IMPORT_MEGABYTES = 1
    partner.pages["/"] = (200, endless, {})
    with pytest.raises(DownloadError, match="1"):
        download(f"{partner.base}/")


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_answer_is_unpacked_and_a_bomb_is_not(partner, settings, name, pack):
    settings.IMPORT_MEGABYTES = 1
    partner.has("/", pack(PAGE.encode()), Content_Encoding=name)
    assert download(f"{partner.base}/").data.decode() == PAGE
    partner.has("/bombe", pack(bytes(50 * 1024**2)), Content_Encoding=name)
    with pytest.raises(DownloadError):
        download(f"{partner.base}/bombe")


def test_an_answer_that_breaks_off_is_not_taken_for_whole(partner):
    def broken(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"un debut")

    partner.pages["/"] = (200, broken, {})
    with pytest.raises(DownloadError):
        download(f"{partner.base}/")
    partner.has("/gzip", gzip.compress(PAGE.encode())[:-10], Content_Encoding="gzip")
    with pytest.raises(DownloadError):
        download(f"{partner.base}/gzip")


def test_a_site_that_nobody_knows_or_that_is_down_is_said(partner):
    with pytest.raises(WireError):
        download("http://nulle-part.invalid/")
    with site() as gone:
        base = gone.base
    with pytest.raises(DownloadError):
        download(f"{base}/")


def test_what_has_not_changed_is_not_read_again(partner):
    partner.has("/", PAGE, ETag='"un"')
    first = download(f"{partner.base}/")
    assert first.headers["etag"] == '"un"'
    assert not download(f"{partner.base}/", etag='"un"').is_new


def test_a_server_that_is_busy_says_when_to_ask_again(partner):
    partner.has("/", status=503, Retry_After="120")
    with pytest.raises(DownloadError) as refusal:
        download(f"{partner.base}/")
    assert refusal.value.after.total_seconds() == 120
