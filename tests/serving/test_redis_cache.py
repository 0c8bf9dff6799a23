"""Whoever writes to Redis has the program run nothing, and pages of several machines are shared."""

import logging
import os
import pickle
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.redis import RedisSerializer

from newsroom import redis_cache
from newsroom.connections import kept_in
from tests.serving.gunicorn import environment_in, free_port
from tests.serving.machines import has_redis, redis

pytestmark = pytest.mark.no_database


class Forged:
    """Makes a file where it is read."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    if not has_redis() and not os.environ.get("CI"):
        pytest.skip("redis-server is not installed")
    number = free_port()
    server = redis(number, tmp_path_factory.mktemp("redis"))
    yield number
    server.kill()
    server.wait()


@pytest.fixture
def shared(port, settings):
    """The cache that a site with this ``CACHE_URL`` has."""
    django_s = "django.core.cache.backends.redis.RedisCache"
    settings.CACHES = kept_in({"BACKEND": django_s, "LOCATION": f"redis://127.0.0.1:{port}/0"})
    redis_cache.tell.cache_clear()
    caches["default"].clear()
    return caches["default"]


def put(shared, key, value):
    """As somebody does who has Redis and no key of ours."""
    shared._cache.get_client(write=True).set(shared.make_key(key), value)


def test_a_forged_value_runs_nothing_and_is_not_there(shared, tmp_path, caplog):
    made = tmp_path / "made"
    packed = pickle.dumps(Forged(made))
    shared.set("ours", ["une page"])
    ours = shared._cache.get_client().get(shared.make_key("ours"))
    for value in (packed, b"\0" * 32 + packed, ours[:32] + packed, ours[:20], b"rubbish", b""):
        put(shared, "forged", value)
        assert shared.get("forged") is None
        assert shared.get("forged", "else") == "else"
        assert shared.get_many(["forged", "ours"]) == {"ours": ["une page"]}
    assert not made.exists()
    said = [one for one in caplog.records if one.name == "newsroom.redis_cache"]
    assert [one.levelno for one in said] == [logging.WARNING], "it is said once"
    RedisSerializer().loads(packed)
    assert made.exists(), "it would have"


def test_another_key_signs_nothing_for_us(shared, settings):
    shared.set("page", ["une page"])
    assert shared.get("page") == ["une page"]
    settings.SECRET_KEY = "another"
    assert shared.get("page") is None


def test_what_the_program_keeps_comes_back(shared):
    for value in (0, -7, 2**62, True, None, "été", "12", b"12", 1.5, {"a": [1, "جلسة"]}):
        shared.set("value", value)
        assert shared.get("value", "none") == value
        assert type(shared.get("value", "none")) is type(value)
    shared.add("counted", 0, 60)
    assert [shared.incr("counted"), shared.incr("counted"), shared.get("counted")] == [1, 2, 2]


def test_two_machines_keep_a_page_in_one_place(port, tmp_path):
    program = "from articles.views.kept_places import release; print(release())"
    environment = environment_in(
        tmp_path,
        CACHE_URL=f"redis://127.0.0.1:{port}/0",
        DATABASE_URL="sqlite:///:memory:",
        DJANGO_SETTINGS_MODULE="tests.serving.served",
    )
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-v0", "-c", program]
    where = {"cwd": settings.BASE_DIR, "env": environment, "check": True, "capture_output": True}
    first, second = (subprocess.run(command, **where).stdout for _ in range(2))
    assert first == second
