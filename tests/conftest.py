"""What every test may ask for."""

import os
from importlib import import_module

import hypothesis
import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.utils import translation

from tests import database
from tests.factories import UserFactory
from tests.machine import machine  # noqa: F401 - a fixture

# The gate tries the same examples each time; a developer's machine tries new ones.
hypothesis.settings.register_profile("gate", derandomize=True, deadline=None)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("gate")


def pytest_sessionfinish(session, exitstatus):
    """In the gate, a test that was skipped was not passed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_keepdb(request, django_db_modify_db_settings):
    return request.config.getvalue("reuse_db") or database.copy_migrated()


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_keepdb, django_db_blocker):
    with django_db_blocker.unblock():
        database.keep_migrated()
    yield
    if django_db_keepdb and not request.config.getvalue("reuse_db"):
        with django_db_blocker.unblock():
            database.remove_copy()


@pytest.fixture(autouse=True)
def french(settings):
    """Each test starts in the newsroom's first language, whatever the last one spoke."""
    with translation.override("fr"):
        yield


def member_of(role):
    """Somebody of this role. A test that commits leaves no groups behind: they are made again."""
    if not Group.objects.exists():
        import_module("articles.migrations.0003_roles").make_groups(apps, None)
        rights = import_module("articles.migrations.0011_rights_by_author_state_and_language")
        rights.change_groups(apps, None)
        import_module("articles.migrations.0016_glossary").give_rights(apps, None)
        import_module("articles.migrations.0022_translation_memory").give_rights(apps, None)
    user = UserFactory(username=role)
    user.groups.add(Group.objects.get(name=role))
    return user


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
