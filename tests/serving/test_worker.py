"""Background work in a worker of its own: done once, and done after all where a worker is killed."""

import io
import json
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from PIL import Image as Pillow

from tests.serving.gunicorn import START, environment_in, manage
from tests.serving.postgresql import primary, tell, url

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database

WORK = ("db_worker", "--queue-name", "*", "--no-startup-delay", "--interval", "0.05")
SENT = """
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories import UserFactory
person = UserFactory()
person.groups.add(Group.objects.get(name="editor"))
client = Client(SERVER_NAME="127.0.0.1")
client.force_login(person)
for path in {paths!r}:
    with open(path, "rb") as file:
        sent = SimpleUploadedFile("salle.jpg", file.read(), "image/jpeg")
    answer = client.post("/admin/articles/image/upload/", {{"files": [sent]}})
    assert answer.status_code == 200, answer
"""
LETTERS = """
from uuid import uuid4
from django.core.mail import EmailMessage
from articles.desk.letters import post
from tests.factories import UserFactory
for n in range(5):
    name = f"person-{uuid4().hex}"
    person = UserFactory(username=name, is_staff=True, email=f"{name}@example.org")
    post([EmailMessage(f"Note {n}", "Bonjour", to=[person.email])])
"""
THREE_DIED_OF_IT = """
from django_tasks_db.models import DBTaskResult
three = {"worker_ids": ["a", "b", "c"]}
DBTaskResult.objects.update(status="RUNNING", started_at=DBTaskResult.objects.first().enqueued_at, **three)
"""
LATER = """
from datetime import timedelta
from django.utils import timezone
from newsroom.queue import take_up
print(take_up(timezone.now()), take_up(timezone.now() + timedelta(minutes=11)))
"""


@pytest.fixture(scope="module")
def server():
    with primary() as server:
        yield server


@pytest.fixture
def site(server, tmp_path):
    """What the worker and the site have in their environment."""
    tell(server, "TRUNCATE django_tasks_database_dbtaskresult")
    return environment_in(
        tmp_path,
        DATABASE_URL=url(server),
        DJANGO_SETTINGS_MODULE="tests.serving.served",
        EMAIL_URL=f"file:///{tmp_path}/mails",
        WORKER="true",
    )


def shell(site, program):
    return manage(site, "shell", "-v0", "-c", program)


def worker(site, *more):
    command = [sys.executable, "manage.py", *WORK, *more]
    output = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=site, **output)


def picture(folder, size):
    file = folder / f"{size[0]}.jpg"
    noise = Pillow.effect_noise(size, 80).convert("RGB")
    written = io.BytesIO()
    noise.save(written, "JPEG")
    file.write_bytes(written.getvalue())
    return str(file)


def states(server):
    """The state of each task, and how many workers had it."""
    rows = "SELECT json_agg(json_build_array(status, json_array_length(worker_ids::json)))"
    return (
        json.loads(tell(server, f"{rows} FROM django_tasks_database_dbtaskresult") or "null") or []
    )


def wait_for(state, server):
    until = time.monotonic() + START
    while state not in [one for one, _workers in states(server)]:
        assert time.monotonic() < until, states(server)
        # Not a pause of a test: the wait for a process to begin.
        time.sleep(0.02)


def made(server):
    return tell(server, "SELECT count(*) FROM articles_image WHERE made <> ''")


def test_what_a_worker_was_about_when_it_was_killed_is_done_by_the_next(server, site, tmp_path):
    shell(site, SENT.format(paths=[picture(tmp_path, (2600, 1800))]))
    assert states(server) == [["READY", 0]]
    killed = worker(site)
    wait_for("RUNNING", server)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert (states(server), made(server)) == ([["RUNNING", 1]], "0")
    # It may be at it still; after ten minutes it is not.
    assert shell(site, LATER).split() == ["0", "1"]
    assert worker(site, "--batch").wait() == 0
    assert (states(server), made(server)) == ([["SUCCESSFUL", 2]], "1")


def test_a_task_that_kills_every_worker_is_given_up(server, site):
    assert shell(site, LETTERS + THREE_DIED_OF_IT + LATER).split() == ["0", "0"]
    assert {state for state, _workers in states(server)} == {"FAILED"}


def test_two_workers_do_nothing_twice(server, site, tmp_path):
    tell(server, "DELETE FROM articles_delivery")
    shell(site, LETTERS)
    both = [worker(site, "--batch") for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    assert states(server) == [["SUCCESSFUL", 1]] * 5
    mails = "".join(one.read_text() for one in (tmp_path / "mails").iterdir())
    assert sorted(line for line in mails.splitlines() if line.startswith("Subject:")) == [
        f"Subject: Note {n}" for n in range(5)
    ]
