"""The settings, with what a test run needs said in the environment first."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "for-tests-only")
os.environ["DEBUG"] = "false"
# A file, so that SQLite is tested as it is run: several connections, WAL, locks.
SCRATCH = Path(tempfile.gettempdir()) / f"newsroom-{os.getpid()}.sqlite3"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{SCRATCH}"
os.environ["SITE_URL"] = "http://testserver"
os.environ["EMAIL_URL"] = "memory://"
# No test waits for the next mail; those of the pace have a clock of their own.
os.environ["MAILS_A_SECOND"] = "0"
# Each test asks for pages as they are made; those of the cache have it on.
os.environ["PAGE_CACHE"] = "false"

from newsroom.settings import *  # noqa: E402, F403
from tests.database import fingerprint  # noqa: E402

if "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": f"{SCRATCH}-test"}  # noqa: F405
    # A test may have twenty people save at once, on a machine that does other work too.
    DATABASES["default"]["OPTIONS"]["timeout"] = 100  # noqa: F405
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_newsroom_{fingerprint()}"}  # noqa: F405
    # A test may have twenty people at once, who are one process's threads here.
    DATABASES["default"]["OPTIONS"]["pool"] |= {"max_size": 24, "timeout": 60}  # noqa: F405

STORAGES = {
    "default": {"BACKEND": "tests.kept_files.EachOpenedByItself"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {
    name: {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}
    for name in TASKS  # noqa: F405
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Wrong passwords are counted where a test is about them.
AXES_ENABLED = False
# Each client of each test would read all files of the program anew.
WHITENOISE_AUTOREFRESH = True
LOGGING = {"version": 1, "disable_existing_loggers": False}
