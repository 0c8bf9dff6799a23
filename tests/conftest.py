"""What every test may ask for."""

import gc
import os
import threading

import hypothesis
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation

from articles.models import deliveries
from tests import database, emptied, left_behind
from tests.factories import UserFactory
from tests.machine import machine  # noqa: F401 - a fixture

# The gate tries the same examples each time; a developer's machine tries new ones.
hypothesis.settings.register_profile("gate", derandomize=True, deadline=None)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("gate")

RIGHTS_AS_MIGRATED = {}
BLOCKER, LAST_COMMITTED, LOOKED_BEFORE = (pytest.StashKey() for _ in range(3))


def pytest_sessionfinish(session, exitstatus):
    """In the gate, a test that was skipped was not passed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


OF_THE_DESK = ("tests/admin/", "tests/gate/")
"""Where tests ask for pages of the desk, which write, and for every page that there is: each is run
on PostgreSQL, and on SQLite too where it says why."""
OF_READERS = ("tests/views/", "tests/feeds/")
"""Where tests ask for readers' pages, which only read: on SQLite, and on both where they say why."""
IN_A_BROWSER = "tests/browser/"
"""Where a browser asks for them: on PostgreSQL, and on SQLite what is of looks and of scripts alone."""
STARTS_PROGRAMS = ("tests/commands/", "tests/serving/", "tests/languages/", "tests/models/")
"""Where programs are started that open a database by themselves."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Say on which databases each test is run; leave out those of one that this run has not.

    CONTRIBUTING.md has the rule.
    """
    for one in items:
        if mark := run_once_as(one):
            one.add_marker(mark)
    other = [
        one
        for one in items
        if (mark := one.get_closest_marker("only_on")) and mark.args[0] != connection.vendor
    ]
    if other:
        config.hook.pytest_deselected(items=other)
        items[:] = [one for one in items if one not in other]


def run_once_as(item):
    """Why a test is run on one database alone, as a mark or its name; none where it is run on both.

    One that says so itself is left at that: two marks could leave it on no database.
    """
    if any(map(item.get_closest_marker, ("only_on", "looks", "page_scripts", "no_database"))):
        return None
    if item.nodeid.startswith(IN_A_BROWSER):
        return "pages"
    django_db = item.get_closest_marker("django_db")
    fixtures = {*item.fixturenames}
    reaches_one = django_db or fixtures & {"db", "transactional_db", "live_server"}
    if not reaches_one and not item.nodeid.startswith(STARTS_PROGRAMS):
        # pytest-django refuses it all databases.
        return "no_database"
    # Locks and transactions are each database's own.
    if commits(item) or item.get_closest_marker("databases"):
        return None
    if item.nodeid.startswith(OF_READERS):
        return pytest.mark.only_on("sqlite")
    return "pages" if item.nodeid.startswith(OF_THE_DESK) else None


def commits(item):
    """Whether a test writes for others to see, and has its tables emptied."""
    django_db = item.get_closest_marker("django_db")
    is_marked = django_db and django_db.kwargs.get("transaction")
    return bool(is_marked or {*item.fixturenames} & {"transactional_db", "live_server"})


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    yield
    stash = item.config.stash
    # After the last test the database is gone, with whatever was in it.
    if nextitem and commits(item) and BLOCKER in stash:
        stash[LAST_COMMITTED], stash[LOOKED_BEFORE] = item.nodeid, None
        refuse_rows_left_by(item.nodeid, stash)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Look once more before the next test, and before each file: some is written late."""
    # What a file makes once for its tests speaks French too, whoever spoke last.
    translation.activate("fr")
    stash = item.config.stash
    if LAST_COMMITTED in stash and stash[LOOKED_BEFORE] != item.path:
        stash[LOOKED_BEFORE] = item.path
        refuse_rows_left_by(stash[LAST_COMMITTED], stash)


def refuse_rows_left_by(test, stash):
    with stash[BLOCKER].unblock():
        left_behind.refuse_rows_of(test)


def pytest_collection_finish(session):
    """What is imported stays: the collector of garbage need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)


@pytest.fixture(scope="session")
def django_db_keepdb(request, django_db_modify_db_settings):
    """Whether the database is there already. ``--create-db`` makes it anew."""
    there = database.copy_migrated()
    return there or request.config.getvalue("reuse_db")


@pytest.fixture(scope="session")
def django_db_setup(
    pytestconfig, django_db_setup, django_db_keepdb, django_db_createdb, django_db_blocker
):
    pytestconfig.stash[BLOCKER] = django_db_blocker
    TransactionTestCase._fixture_teardown = emptied.empty_tables
    with django_db_blocker.unblock():
        database.keep_migrated(anew=django_db_createdb)
        for group in Group.objects.prefetch_related("permissions__content_type"):
            names = (permission.natural_key()[:2] for permission in group.permissions.all())
            RIGHTS_AS_MIGRATED[group.name] = {f"{app}.{name}" for name, app in names}
    yield
    with django_db_blocker.unblock():
        left_behind.end_connections()
        if django_db_keepdb:
            database.remove_copy()


@pytest.fixture(autouse=True)
def nobody_rests():
    """A server that did not answer in one test is asked in the next."""
    deliveries.rests_until.clear()


@pytest.fixture(autouse=True)
def nobody_works_on(request):
    """What a test that commits has begun is done before its tables are emptied."""
    if not commits(request.node):
        yield
        return
    request.getfixturevalue("transactional_db")
    before = threading.enumerate()
    yield
    left_behind.wait_for_threads(before)


@pytest.fixture(autouse=True)
def french(settings):
    """Each test starts in the newsroom's first language, whatever the last one spoke."""
    with translation.override("fr"):
        yield


def member_of(role):
    """Somebody of this role: of its group, as it was made."""
    user = UserFactory(username=role)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture(scope="session")
def rights_as_migrated(django_db_setup):
    """What each group may do once all migrations are made, before any test."""
    return RIGHTS_AS_MIGRATED


@pytest.fixture
def reporter(db):
    return member_of("reporter")


@pytest.fixture
def translator(db):
    translator = member_of("translator")
    translator.languages = ["ar"]
    translator.save()
    return translator


@pytest.fixture
def editor(db):
    return member_of("editor")


@pytest.fixture
def chief(db):
    return member_of("chief")


@pytest.fixture
def admin_user(db):
    return UserFactory(username="admin", is_superuser=True)
