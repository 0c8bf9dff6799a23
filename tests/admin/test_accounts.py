"""Accounts are made and changed by administrators, and by nobody beyond their own power."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import User
from tests.conftest import member_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ROLES = ["reporter", "translator", "editor", "chief", "administrator", "stranger"]
PASSWORD = "sidi-bou-said-2026"


def account(role):
    return UserFactory(username=role) if role == "stranger" else member_of(role)


def change(person):
    return reverse("admin:articles_user_change", args=[person.pk])


def form_of(person, **more):
    """The form of an account, as a browser would send it."""
    joined = person.date_joined
    return {
        "username": person.username,
        "date_joined_0": joined.strftime("%d/%m/%Y"),
        "date_joined_1": joined.strftime("%H:%M:%S"),
        "is_active": "on",
        "is_staff": "on",
        **more,
    }


@pytest.mark.parametrize("role", ROLES)
def test_accounts_are_for_administrators(client, role):
    someone = UserFactory(first_name="Salma")
    client.force_login(account(role))
    listed = client.get(reverse("admin:articles_user_changelist"))
    client.post(change(someone), form_of(someone, first_name="Changée"))
    someone.refresh_from_db()
    may = role == "administrator"
    assert (listed.status_code == 200) == may
    assert (someone.first_name == "Changée") == may


def test_nobody_makes_or_takes_over_an_account_that_may_do_more_than_theirs(client, admin_user):
    administrator, colleague = member_of("administrator"), UserFactory()
    before = admin_user.password
    client.force_login(administrator)
    for person in (administrator, colleague):
        forged = {"is_superuser": "on", "user_permissions": list(every_permission())}
        client.post(change(person), form_of(person, **forged))
        person.refresh_from_db()
        assert not person.is_superuser
        assert not person.user_permissions.exists()
    client.post(change(admin_user), form_of(admin_user, username="taken"))
    client.post(
        reverse("admin:auth_user_password_change", args=[admin_user.pk]),
        {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"},
    )
    admin_user.refresh_from_db()
    assert (admin_user.username, admin_user.password) == ("admin", before)
    assert User.objects.filter(is_superuser=True).get() == admin_user


def every_permission():
    return Permission.objects.values_list("pk", flat=True)
