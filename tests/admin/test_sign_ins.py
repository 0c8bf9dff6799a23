"""Guessing a password gets slower; who has it, elsewhere, is not kept out."""

import logging
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F
from django.urls import reverse

from tests.admin.forms import form_of
from tests.conftest import member_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"
RIGHT, WRONG = "marrakech-2018", "casablanca"
HERE, ELSEWHERE = "192.0.2.7", "198.51.100.9"
SENTENCES = {"fr": "Trop d’essais", "ar": "محاولات كثيرة"}


@pytest.fixture(autouse=True)
def counted(settings):
    """Tries are counted, as on a live site."""
    settings.AXES_ENABLED = True


def sign_in(client, password, username="chief", address=HERE, **more):
    sent = {"username": username, "password": password, "next": "/admin/"}
    return client.post(LOGIN, sent, REMOTE_ADDR=address, **more)


def guess(client, times=30, **more):
    return [sign_in(client, f"{WRONG}-{n}", **more) for n in range(times)][-1]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_after_thirty_wrong_tries_the_right_one_is_not_taken_from_there(client, chief, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    guess(client)
    answer = sign_in(client, RIGHT)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) <= 15 * 60
    assert SENTENCES[language] in answer.text
    assert "15" in answer.text
    assert "_auth_user_id" not in client.session


def test_the_real_chief_elsewhere_signs_in_meanwhile(client, chief):
    guess(client)
    assert sign_in(client, RIGHT, address=ELSEWHERE).status_code == 302


def passed(**time):
    """So much later: what was counted is as long ago."""
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(**time))


def test_the_pause_passes_though_somebody_goes_on_guessing(client, chief):
    guess(client, times=5)
    passed(minutes=10)
    assert guess(client, times=5).status_code == 429
    passed(minutes=6)
    assert sign_in(client, RIGHT).status_code == 302


def test_whoever_mistypes_now_and_then_is_never_kept_out(client, chief):
    for _day in range(4):
        guess(client, times=4)
        assert sign_in(client, RIGHT).status_code == 302
        client.logout()


def test_an_account_that_is_not_there_is_answered_alike(client, chief):
    there, not_there = guess(client), guess(client, username="nobody")
    assert there.status_code == not_there.status_code == 429
    assert SENTENCES["fr"] in not_there.text


def test_one_address_does_not_go_through_every_account(client, chief):
    for n in range(50):
        sign_in(client, WRONG, username=f"account-{n}")
    assert sign_in(client, RIGHT).status_code == 429
    assert sign_in(client, RIGHT, address=ELSEWHERE).status_code == 302


def test_a_person_of_ones_own_account_gets_no_further_tries_at_others(client, chief, reporter):
    guess(client, times=5)
    assert sign_in(client, RIGHT, username="reporter").status_code == 302
    client.logout()
    assert sign_in(client, RIGHT).status_code == 429


def test_many_addresses_together_are_slowed_but_not_where_the_chief_works(client, chief):
    assert sign_in(client, RIGHT, address=ELSEWHERE).status_code == 302
    client.logout()
    for n in range(100):
        sign_in(client, WRONG, address=f"203.0.113.{n}")
    assert sign_in(client, RIGHT, address="203.0.113.200").status_code == 429
    assert sign_in(client, RIGHT, address=ELSEWHERE).status_code == 302


def test_the_old_password_is_not_guessed_in_an_open_session(client, chief):
    client.force_login(chief)
    page = reverse("admin:password_change")
    new = {"new_password1": "sidi-bou-said-2026", "new_password2": "sidi-bou-said-2026"}
    for n in range(30):
        client.post(page, {"old_password": f"{WRONG}-{n}"} | new, REMOTE_ADDR=HERE)
    answer = client.post(page, {"old_password": RIGHT} | new, REMOTE_ADDR=HERE)
    assert SENTENCES["fr"] in answer.text
    chief.refresh_from_db()
    assert chief.check_password(RIGHT)


def test_the_password_is_changed_by_who_knows_it(client, chief):
    client.force_login(chief)
    new = {"new_password1": "sidi-bou-said-2026", "new_password2": "sidi-bou-said-2026"}
    answer = client.post(reverse("admin:password_change"), {"old_password": RIGHT} | new)
    assert answer.url == reverse("admin:password_change_done")
    assert client.get(answer.url).status_code == 200
    chief.refresh_from_db()
    assert chief.check_password("sidi-bou-said-2026")


# Behind a proxy.

PROXY = "127.0.0.1"


def test_behind_the_proxy_each_person_is_counted_alone(client, chief):
    guess(client, address=PROXY, HTTP_X_FORWARDED_FOR=HERE)
    told = sign_in(client, RIGHT, address=PROXY, HTTP_X_FORWARDED_FOR=HERE)
    other = sign_in(client, RIGHT, address=PROXY, HTTP_X_FORWARDED_FOR=ELSEWHERE)
    assert (told.status_code, other.status_code) == (429, 302)


def test_what_a_client_says_of_its_address_counts_for_nothing(client, chief):
    for n in range(30):
        sign_in(client, WRONG, address=PROXY, HTTP_X_FORWARDED_FOR=f"10.0.0.{n}, {HERE}")
        sign_in(client, WRONG, address=ELSEWHERE, HTTP_X_FORWARDED_FOR=f"10.0.0.{n}")
    made_up = {"HTTP_X_FORWARDED_FOR": "10.0.0.99"}
    assert sign_in(client, RIGHT, address=ELSEWHERE, **made_up).status_code == 429
    made_up = {"HTTP_X_FORWARDED_FOR": f"10.0.0.99, {HERE}"}
    assert sign_in(client, RIGHT, address=PROXY, **made_up).status_code == 429


def test_a_network_of_ones_own_is_one_address(client, chief):
    for n in range(30):
        sign_in(client, WRONG, address=f"2001:db8:1:2::{n:x}")
    assert sign_in(client, RIGHT, address="2001:db8:1:2::ffff").status_code == 429
    assert sign_in(client, RIGHT, address="2001:db8:1:3::1").status_code == 302


# In the log.


@pytest.fixture
def noted(caplog):
    """What the log says of accounts: each line with its fields."""
    caplog.set_level(logging.INFO, logger="newsroom.accounts")

    def lines():
        return [one for one in caplog.records if one.name == "newsroom.accounts"]

    yield lines
    assert RIGHT not in str([vars(one) for one in lines()])
    assert WRONG not in str([vars(one) for one in lines()])


def test_who_signs_in_and_out_and_who_does_not_is_in_the_log(client, chief, noted):
    sign_in(client, f"{WRONG}-1")
    sign_in(client, RIGHT)
    client.post("/admin/logout/", REMOTE_ADDR=HERE)
    said = [(one.getMessage(), one.account, one.address) for one in noted()]
    assert said == [
        ("sign-in refused", "chief", HERE),
        ("signed in", "chief", HERE),
        ("signed out", "chief", HERE),
    ]


def test_that_tries_are_slowed_is_in_the_log_once(client, chief, noted):
    guess(client)
    slowed = [one for one in noted() if one.getMessage() == "sign-ins slowed"]
    assert [(one.account, one.address) for one in slowed] == [("chief", HERE)]


def test_a_password_typed_as_a_name_is_not_in_the_log(client, chief, noted):
    sign_in(client, WRONG, username=RIGHT)
    assert [(one.getMessage(), one.account) for one in noted()] == [("sign-in refused", "")]


def test_rights_given_and_taken_are_in_the_log(client, admin_user, noted):
    someone = UserFactory(username="salma", languages=["fr"])
    role = member_of("editor").groups.get()
    client.force_login(admin_user)
    page = reverse("admin:articles_user_change", args=[someone.pk])
    form = form_of(client.get(page).text) | {"is_superuser": "on", "groups": [role.pk]}
    form |= {"languages": ["ar"]}
    del form["is_staff"]
    assert client.post(page, form, REMOTE_ADDR=HERE).status_code == 302
    (line,) = [one for one in noted() if one.getMessage() == "rights changed"]
    assert (line.account, line.by, line.address) == ("salma", "admin", HERE)
    assert line.given == ["group: editor", "language: ar", "superuser"]
    assert line.taken == ["language: fr", "staff"]


def test_a_form_that_changes_no_right_says_nothing_of_rights(client, admin_user, noted):
    someone = UserFactory(username="salma")
    client.force_login(admin_user)
    page = reverse("admin:articles_user_change", args=[someone.pk])
    form = form_of(client.get(page).text) | {"first_name": "Salma"}
    assert client.post(page, form).status_code == 302
    someone.refresh_from_db()
    assert someone.first_name == "Salma"
    assert "rights changed" not in [one.getMessage() for one in noted()]


def test_what_a_role_may_is_in_the_log(client, admin_user, noted):
    role = member_of("editor").groups.get()
    client.force_login(admin_user)
    kept = role.permissions.exclude(codename="publish_article")
    form = {"name": "editor", "permissions": [one.pk for one in kept]}
    client.post(reverse("admin:auth_group_change", args=[role.pk]), form, REMOTE_ADDR=HERE)
    (line,) = [one for one in noted() if one.getMessage() == "rights changed"]
    assert (line.group, line.by, line.address) == ("editor", "admin", HERE)
    assert (line.given, line.taken) == ([], ["articles.publish_article"])


def test_an_account_that_is_made_or_deleted_is_in_the_log(client, admin_user, noted):
    client.force_login(admin_user)
    new = {"username": "omar", "password1": "sidi-bou-said-2026", "usable_password": "true"}
    made = client.post(
        reverse("admin:articles_user_add"), new | {"password2": new["password1"]}, REMOTE_ADDR=HERE
    )
    assert made.status_code == 302
    someone = UserFactory(username="salma")
    client.post(reverse("admin:articles_user_delete", args=[someone.pk]), {"post": "yes"})
    said = [(one.getMessage(), one.account, one.by) for one in noted() if hasattr(one, "by")]
    assert said == [("rights changed", "omar", "admin"), ("account deleted", "salma", "admin")]


def test_a_password_that_somebody_sets_for_another_is_in_the_log(client, admin_user, noted):
    someone = UserFactory(username="salma")
    client.force_login(admin_user)
    new = "sidi-bou-said-2026"
    sent = {"password1": new, "password2": new, "usable_password": "true"}
    page = reverse("admin:auth_user_password_change", args=[someone.pk])
    assert client.post(page, sent, REMOTE_ADDR=HERE).status_code == 302
    (line,) = [one for one in noted() if one.getMessage() == "password changed"]
    assert (line.account, line.by, line.address) == ("salma", "admin", HERE)
