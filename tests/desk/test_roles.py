"""The roles of the desk: one table, the groups made from it, what a newsroom changed in them."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.desk.roles import make_groups
from articles.models import permissions
from articles.models.permissions import ROLES, codename
from tests.conftest import member_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ARTICLES = Path(permissions.__file__).parent.parent
OF_NO_MODEL = "articles.publish_artcle"


def migrate(**options):
    call_command("migrate", verbosity=0, **options)


def rights_of(role):
    return member_of(role).get_all_permissions()


def test_after_all_migrations_each_group_has_what_the_table_says(rights_as_migrated):
    assert rights_as_migrated == ROLES


@pytest.mark.parametrize("role", ROLES)
def test_a_group_that_is_missing_is_made_from_the_table(role):
    Group.objects.filter(name=role).delete()
    migrate()
    assert rights_of(role) == ROLES[role]


def test_a_group_that_a_newsroom_changed_stays_as_it_is():
    editors, reporters = (Group.objects.get(name=name) for name in ("editor", "reporter"))
    editors.permissions.remove(Permission.objects.get(codename="publish_article"))
    reporters.permissions.clear()
    Group.objects.filter(name="chief").delete()
    migrate()
    assert rights_of("editor") == ROLES["editor"] - {permissions.PUBLISH_ARTICLE}
    assert rights_of("reporter") == set()


def test_members_and_groups_of_a_newsrooms_own_stay():
    night = Group.objects.create(name="night desk")
    person = UserFactory()
    person.groups.add(night, Group.objects.get(name="editor"))
    migrate()
    assert {group.name for group in person.groups.all()} == {"night desk", "editor"}


@pytest.fixture
def misspelt(monkeypatch):
    monkeypatch.setitem(ROLES, "chief", ROLES["chief"] | {OF_NO_MODEL})
    Group.objects.filter(name__in=["reporter", "chief"]).delete()


@pytest.mark.parametrize("command", ["check", "migrate"])
def test_a_permission_that_does_not_exist_is_named_by_role(misspelt, command):
    with pytest.raises(SystemCheckError, match=r"articles\.E002") as refusal:
        call_command(command, **({"skip_checks": False} if command == "migrate" else {}))
    sentence = str(refusal.value)
    assert "chief" in sentence
    assert OF_NO_MODEL in sentence
    assert "articles/models/permissions.py" in sentence


def test_with_a_permission_that_does_not_exist_no_group_is_made(misspelt):
    with pytest.raises(ImproperlyConfigured, match=re.escape(OF_NO_MODEL)):
        migrate(skip_checks=True)
    assert not Group.objects.filter(name__in=["reporter", "chief"]).exists()


def test_while_a_table_is_still_to_come_no_group_is_made_by_halves():
    """The glossary is not there yet. Its permissions are made later, and then the groups."""
    Group.objects.all().delete()
    loader = MigrationExecutor(connection).loader
    earlier = loader.project_state()
    earlier.remove_model("articles", "term")
    make_groups(apps=earlier.apps)
    assert not Group.objects.exists()
    make_groups(apps=loader.project_state().apps)
    assert {group.name for group in Group.objects.all()} == ROLES.keys()


def test_a_permission_is_written_out_in_one_module_only():
    ours = {codename(one) for role in ROLES.values() for one in role}
    ours |= {name for name, label in permissions.OF_ARTICLES}
    literal = re.compile(
        r"""["'](?:articles\.)?(\w+)["']|f["']articles\.(?:\{|view_|add_|change_|delete_)"""
    )
    found = [
        f"{path.relative_to(ARTICLES)}: {match[0]}"
        for path in ARTICLES.rglob("*.py")
        if "migrations" not in path.parts and path.name != "permissions.py"
        for match in literal.finditer(path.read_text("utf-8"))
        if match[1] is None or match[1] in ours
    ]
    assert found == []


def test_templates_ask_about_permissions_that_exist():
    asked = {
        match
        for path in (ARTICLES.parent / "templates").rglob("*.html")
        for match in re.findall(r"perms\.(\w+\.\w+)", path.read_text("utf-8"))
    }
    assert asked
    assert asked <= {f"{app}.{name}" for app, name in every_permission()}


def every_permission():
    return Permission.objects.values_list("content_type__app_label", "codename")
