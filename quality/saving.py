"""People who save their articles without a pause, and remember what was answered as saved."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from http import HTTPStatus
from http.client import HTTPException
from threading import Event, Thread
from typing import Any
from urllib.parse import urlencode

from lxml import html

from quality.newsroom import ROOT

CAST = """
import json
from django.contrib.auth.models import Group
from django.test import Client
from tests.factories import ArticleFactory, UserFactory

cast = []
for n in range({people}):
    person = UserFactory(username=f"writer-{{n}}")
    person.groups.add(Group.objects.get(name="editor"))
    client = Client()
    client.force_login(person)
    article = ArticleFactory(headline_fr="0", created_by=person)
    cast.append([article.pk, client.cookies["sessionid"].value])
print(json.dumps(cast))
"""


class Stays(urllib.request.HTTPRedirectHandler):
    """That a save leads somewhere is its answer; nobody goes there."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class Writer(Thread):
    """Saves one article over and over; its headline is the number of the save."""

    def __init__(self, address: str, article: int, session: str) -> None:
        super().__init__(daemon=True)
        self.page = f"{address}/admin/articles/article/{article}/change/"
        self.article, self.session = article, session
        self.acknowledged = self.tried = self.saves = 0
        self.is_over = Event()
        self.opener = urllib.request.build_opener(Stays)

    def run(self) -> None:
        while not self.is_over.is_set():
            self.tried += 1
            try:
                if self.is_saved(str(self.tried)):
                    self.acknowledged = self.tried
                    self.saves += 1
                    continue
            except (OSError, HTTPException, LookupError, ValueError):
                # The server is dead, or dies in this moment, or says that it cannot save.
                pass
            self.is_over.wait(0.1)

    def is_saved(self, headline: str) -> bool:
        """Whether the form was opened, sent, and answered as saved."""
        cookies = f"sessionid={self.session}"
        with self.opener.open(self.asked(cookies), timeout=30) as page:
            given = [one.split(";")[0] for one in page.headers.get_all("Set-Cookie", [])]
            form = html.fromstring(page.read().decode()).get_element_by_id("article_form")
        sent = {name: value.removeprefix("\n") for name, value in form.form_values()}
        sent |= {"headline_fr": headline, "_continue": "1"}
        request = self.asked("; ".join([cookies, *given]), urlencode(sent).encode())
        try:
            self.opener.open(request, timeout=30).close()
        except urllib.error.HTTPError as answer:
            return answer.code == HTTPStatus.FOUND
        return False

    def asked(self, cookies: str, body: bytes | None = None) -> urllib.request.Request:
        return urllib.request.Request(self.page, body, {"Cookie": cookies})  # noqa: S310


def writers(address: str, environment: Mapping[str, str], people: int) -> list[Writer]:
    """People with an article each, in a database that has been migrated."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", CAST.format(people=people)]
    made = subprocess.run(
        command,
        cwd=ROOT,
        env=dict(environment),
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    cast = json.loads(made.stdout.splitlines()[-1])
    return [Writer(address, article, session) for article, session in cast]
