"""With each server beside the site silent, and all of them at once: everything answers all the same.

They stay silent until a test ends. Who waited for one would wait for as long as its timeout, which
is ten seconds for mail, sixty for the search server.
"""

import http.cookiejar
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest
from django.conf import settings
from lxml import html

from tests.serving.gunicorn import environment_in, started
from tests.serving.neighbours import silent_server, sink
from tests.serving.sqlite import migrated_in

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database

PATIENCE = 9
"""Seconds for an answer, of a machine that does other work too; the program itself gives a mail
server ten before it gives up."""
CAST = """
import json
from django.contrib.auth.models import Group
from django.test import Client
from tests.factories import ArticleFactory, UserFactory

UserFactory(username="salma", email="salma@newsroom.example").groups.add(
    Group.objects.get(name="editor")
)
chief = UserFactory(username="chief", email="chief@newsroom.example")
chief.groups.add(Group.objects.get(name="chief"))
client = Client()
client.force_login(chief)
live = ArticleFactory(live=["fr"], headline_fr="Une session plénière", created_by=chief)
drafts = [
    ArticleFactory(status_fr="ready", headline_fr=f"La moisson {n}", created_by=chief)
    for n in range(9)
]
print(json.dumps([client.cookies["sessionid"].value, live.pk, [one.pk for one in drafts]]))
"""
WAITING = """
import json
from articles.models import Delivery
print(json.dumps(sorted({one.kind for one in Delivery.objects.all()})))
"""
NOTHING_WAITS = """
from articles.models import Delivery
Delivery.objects.all().delete()
"""
DUE = """
from django.utils import timezone
from articles.models import Delivery
assert Delivery.objects.update(due_at=timezone.now()) == 1
"""
SETTINGS = {
    "mail": lambda port: {"EMAIL_URL": f"smtp://127.0.0.1:{port}"},
    "cache": lambda port: {"CACHE_URL": f"redis://127.0.0.1:{port}/0", "PAGE_CACHE": "true"},
    "hub": lambda port: {"WEBSUB_HUB": f"http://127.0.0.1:{port}/"},
    "index": lambda port: {"SEARCH_URL": f"http://127.0.0.1:{port}/newsroom"},
    "machine": lambda port: {
        "MACHINE_TRANSLATION": "articles.desk.translation.libretranslate.LibreTranslate",
        "MACHINE_TRANSLATION_URL": f"http://127.0.0.1:{port}",
        "MACHINE_TRANSLATION_HOSTS": f"127.0.0.1:{port}",
        "MACHINE_TRANSLATION_SECONDS": "60",
    },
}


class Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


class Desk:
    """A browser of one person, who waits for nothing longer than their patience lasts."""

    def __init__(self, address, session):
        self.address, self.session = address, session
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), Stays)
        self.opener.addheaders = [("Cookie", f"sessionid={session}")]

    def open(self, path, body=None):
        """The status of an answer, and its text."""
        try:
            with self.opener.open(self.address + path, body, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()

    def send(self, path, form, to=None, **values):
        """Fill in a form of a page and send it."""
        status, page = self.open(path)
        assert status == 200
        (found,) = html.fromstring(page).xpath(form)
        sent = {name: value.removeprefix("\n") for name, value in found.form_values()} | values
        cookies = [f"sessionid={self.session}", f"csrftoken={self.token}"]
        self.opener.addheaders = [("Cookie", "; ".join(cookies))]
        return self.open(to or path, urlencode(sent).encode())

    @property
    def token(self):
        (jar,) = (one.cookiejar for one in self.opener.handlers if hasattr(one, "cookiejar"))
        return next(one.value for one in jar if one.name == "csrftoken")


@contextmanager
def suggestion(desk, article):
    """Somebody who asks the machine, and waits."""
    host, port = desk.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as asking:
        asking.sendall(
            f"POST /admin/articles/article/{article}/translate/ar/machine/ HTTP/1.1\r\n"
            f"Host: {host}\r\nCookie: sessionid={desk.session}; csrftoken={desk.token}\r\n"
            f"X-CSRFToken: {desk.token}\r\nContent-Length: 5\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\nrow=0".encode()
        )
        yield


def manage(environment, *arguments):
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=100,
    )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """A newsroom with people and texts, and nobody's neighbour yet."""
    scratch = tmp_path_factory.mktemp("newsroom")
    environment = environment_in(
        scratch,
        DATABASE_URL=migrated_in(scratch),
        DJANGO_SETTINGS_MODULE="tests.serving.served",
    )
    return environment, json.loads(manage(environment, "shell", "-v0", "-c", CAST))


@contextmanager
def serving(environment):
    address, process = started(environment)
    # Of what it cannot do it says much: a full pipe would stop it in the middle of a line.
    reading = Thread(target=process.stdout.read)
    reading.start()
    try:
        yield address
    finally:
        end_at_once(process)
        process.wait(timeout=20)
        reading.join()
        process.stdout.close()


def end_at_once(process):
    """Without a farewell: who still waits for a silent server would hold it up."""
    pid = process.pid
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    for one in (pid, *map(int, workers)):
        os.kill(one, signal.SIGKILL)


def waiting_in(environment):
    """The kinds of what is still to be delivered."""
    return set(json.loads(manage(environment, "shell", "-v0", "-c", WAITING)))


@pytest.mark.parametrize("silent", [*SETTINGS, "all"])
def test_everything_answers_while_a_server_beside_the_site_says_nothing(newsroom, silent):
    environment, (session, live, drafts) = newsroom
    names = [*SETTINGS] if silent == "all" else [silent]
    with ExitStack() as until:
        ports, asked = {}, {}
        for name in names:
            ports[name], asked[name] = until.enter_context(silent_server())
            environment = environment | SETTINGS[name](ports[name])
        desk = Desk(until.enter_context(serving(environment)), session)
        change = f"/admin/articles/article/{live}/change/"
        draft = drafts.pop()
        # The machine is asked by more people than a process has threads.
        if "machine" in names:
            assert desk.open(change)[0] == 200
            for _ in range(6):
                until.enter_context(suggestion(desk, live))
        for _ in range(2):
            assert desk.open("/fr/")[0] == 200
            status, found = desk.open("/fr/search/?q=session")
            assert status == 200
            assert "Une session plénière" in html.fromstring(found).text_content()
            assert desk.open("/fr/feed.rss")[0] == 200
            assert desk.send(change, "//form[@id='article_form']", _continue="1")[0] == 302
            for words in ("@salma, à relire.", "@salma, à revoir."):
                notes = f"/admin/articles/article/{live}/notes/"
                sent = desk.send(change, "//form[@class='new-note']", notes, text=words)
                assert sent[0] == 302
        published = f"/admin/articles/article/{draft}/publish/fr/"
        assert desk.send(published, "//form[contains(@class, 'decide')]")[0] == 302
        assert "La moisson" in desk.open("/fr/")[1]
        reset = "/admin/password_reset/"
        assert (
            desk.send(reset, "//form[.//input[@name='email']]", email="salma@newsroom.example")[0]
            == 302
        )
        # What nobody waited for was tried all the same.
        for name in names:
            assert asked[name](), name
    assert waiting_in(environment) >= {name for name in names if name in {"mail", "index"}}


def test_what_waited_is_sent_once_the_server_answers_and_once_only(newsroom):
    environment, (session, live, _drafts) = newsroom
    change = f"/admin/articles/article/{live}/change/"
    notes = f"/admin/articles/article/{live}/notes/"
    with silent_server() as (port, was_asked):
        environment = environment | SETTINGS["mail"](port)
        manage(environment, "shell", "-v0", "-c", NOTHING_WAITS)
        with serving(environment) as address:
            desk = Desk(address, session)
            sent = desk.send(
                change, "//form[@class='new-note']", notes, text="@salma : le titre de demain."
            )
            assert (sent[0], was_asked()) == (302, True)
    with sink(port) as server:
        # The process that tried is dead. Another one, started, leaves it its time; then it is due.
        manage(environment, "shell", "-v0", "-c", DUE)
        with serving(environment):
            assert server.arrived.wait(30)
            # A letter that has just gone is crossed off a moment later.
            assert any(not waiting_in(environment) for _ in range(10))
        manage(environment, "deliver")
    (letter,) = server.letters
    assert "To: salma@newsroom.example" in letter
