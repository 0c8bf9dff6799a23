"""Accounts, roles and passwords in the words of a newsroom, in both languages of the desk."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from lxml import html

from articles.models import Subscriber
from tests.conftest import member_of
from tests.factories import MediaKitFactory, UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "sidi-bou-said-2026"


@pytest.fixture(params=["fr", "ar"])
def desk(request, client, admin_user):
    admin_user.language = request.param
    admin_user.save()
    client.force_login(admin_user)
    client.language = request.param
    return client


def said(answer):
    page = html.fromstring(answer.text).get_element_by_id("content")
    return " ".join(page.text_content().split())


def heading(answer):
    return html.fromstring(answer.text).xpath("//h1")[0].text_content().strip()


def role(name):
    return Group.objects.get(name=name)


def test_who_sets_a_password_reads_its_help_in_the_language_of_the_desk(desk):
    person = UserFactory()
    person.set_password(PASSWORD)
    person.save()
    address = reverse("admin:auth_user_password_change", args=[person.pk])
    for page in (address, reverse("admin:articles_user_add")):
        words = said(desk.get(page))
        assert {"fr": "Sans mot de passe, personne", "ar": "بلا كلمة مرور لا يدخل"}[
            desk.language
        ] in words
        assert "LDAP" not in words
        assert ("Sans" in words) == (desk.language == "fr")
    steps = html.fromstring(desk.get(address).text).xpath("//ol[@class='breadcrumbs']/li")
    assert [one.text_content().strip() for one in steps][2] == f"{person}"
    assert len(steps) == 4
    (button,) = html.fromstring(desk.get(address).text).xpath("//input[@name='set-password']")
    assert button.get("value") != {"fr": "Mot de passe", "ar": "كلمة المرور"}[desk.language]


def test_permissions_and_roles_are_named_in_the_language_of_the_desk(desk):
    page = html.fromstring(desk.get(reverse("admin:auth_group_add")).text)
    names = [one.text for one in page.xpath("//select[@name='permissions']/option")]
    wanted = {
        "fr": ["Articles : modifier", "Articles : Peut publier un article"],
        "ar": ["المقالات: التعديل"],
    }
    assert {*wanted[desk.language]} <= {*names}
    assert not [one for one in names if "Can " in one or "content change" in one.lower()]
    chief = {"fr": "Rédacteur en chef", "ar": "رئيس التحرير"}[desk.language]
    assert chief in said(desk.get(reverse("admin:auth_group_changelist")))
    form = html.fromstring(
        desk.get(reverse("admin:articles_user_change", args=[UserFactory().pk])).text
    )
    assert chief in [one.text for one in form.xpath("//select[@name='groups']/option")]
    listed = said(desk.get(reverse("admin:articles_user_changelist")))
    assert "administrator" not in listed


def test_a_role_keeps_the_permissions_that_the_program_asks_for(desk):
    chief = role("chief")
    before = {*chief.permissions.values_list("codename", flat=True)}
    address = reverse("admin:auth_group_change", args=[chief.pk])
    form = html.fromstring(desk.get(address).text).get_element_by_id("group_form")
    sent = {"name": "chief", "permissions": form.fields["permissions"], "_save": "1"}
    sent["permissions"] = [*sent["permissions"]]
    assert desk.post(address, sent).status_code == 302
    assert {*chief.permissions.values_list("codename", flat=True)} == before
    assert role("chief") == chief


def test_a_group_keeps_the_permissions_that_the_desk_does_not_offer(client, admin_user):
    group = Group.objects.create(name="opérateurs")
    strange = Permission.objects.get(codename="delete_session")
    group.permissions.add(strange)
    client.force_login(admin_user)
    address = reverse("admin:auth_group_change", args=[group.pk])
    assert client.post(address, {"name": "exploitants", "permissions": []}).status_code == 302
    assert Group.objects.get(name="exploitants").permissions.get() == strange


def test_every_role_is_offered_whole():
    from articles.admin.rights import asked_for  # noqa: PLC0415

    offered = {*asked_for(Permission.objects.all())}
    for one in Group.objects.all():
        assert {*one.permissions.all()} <= offered


def test_nothing_of_a_password_is_shown_but_the_way_to_another(desk):
    person = UserFactory()
    person.set_password(PASSWORD)
    person.save()
    answer = desk.get(reverse("admin:articles_user_change", args=[person.pk]))
    (way,) = html.fromstring(answer.text).xpath("//a[@href='../password/']")
    assert way.text == {"fr": "Changer le mot de passe", "ar": "تغيير كلمة المرور"}[desk.language]
    kept = person.password.split("$")
    assert not [one for one in kept if len(one) > 3 and one in answer.text]


def test_nor_to_who_may_only_look_at_an_account(client, admin_user):
    admin_user.set_password(PASSWORD)
    admin_user.save()
    client.force_login(member_of("administrator"))
    answer = client.get(reverse("admin:articles_user_change", args=[admin_user.pk]))
    kept = admin_user.password.split("$")
    assert answer.status_code == 200
    assert not [one for one in kept if len(one) > 3 and one in answer.text]


@pytest.mark.parametrize(
    ("name", "french", "arabic"),
    [
        ("articles_user_change", "Modifier le compte", "عدّل الحساب"),
        ("auth_group_change", "Modifier le groupe", "عدّل المجموعة"),
        ("articles_user_add", "Ajouter un compte", "أضف حسابًا"),
        ("auth_group_add", "Ajouter un groupe", "أضف مجموعة"),
    ],
)
def test_forms_of_accounts_are_headed_as_all_others(desk, name, french, arabic):
    args = (
        [] if name.endswith("add") else [role("chief").pk if "group" in name else UserFactory().pk]
    )
    words = {"fr": french, "ar": arabic}[desk.language]
    assert heading(desk.get(reverse(f"admin:{name}", args=args))) == words


def test_rows_of_a_kit_are_added_in_words_of_their_own(desk):
    page = desk.get(reverse("admin:articles_mediakit_change", args=[MediaKitFactory().pk]))
    rows = html.fromstring(page.text).xpath("//@data-inline-formset")
    added = [json.loads(one)["options"]["addText"] for one in rows]
    assert (
        added
        == {
            "fr": ["Ajouter un article", "Ajouter une image", "Ajouter un document"],
            "ar": ["أضف مقالا", "أضف صورة", "أضف وثيقة"],
        }[desk.language]
    )


def test_a_form_that_is_only_read_says_so_and_is_closed(desk):
    someone = Subscriber.objects.create(address="salma@example.org", language="fr")
    page = desk.get(reverse("admin:articles_subscriber_change", args=[someone.pk]))
    assert heading(page) == {"fr": "Voir l’abonné", "ar": "عرض المشترك"}[desk.language]
    form = html.fromstring(page.text)
    assert not form.xpath("//input[@name='_save' or @name='_continue']")
    assert form.xpath("//a[contains(@class, 'closelink')]")


def test_pages_of_ones_own_password_have_the_head_of_the_desk_and_a_way_on(desk):
    for name in ("password_change", "password_change_done"):
        page = html.fromstring(desk.get(reverse(f"admin:{name}")).text)
        (head,) = page.xpath("//*[@id='user-tools']")
        assert "/" not in "".join(head.xpath("text()"))
        assert head.xpath(f".//a[@href='{reverse('admin:articles_notices')}']")
    assert page.xpath(f"//*[@id='content']//a[@href='{reverse('admin:index')}']")


def test_who_waits_for_a_new_password_or_came_too_late_is_led_on(client, db):
    ask, sign_in = reverse("admin_password_reset"), reverse("admin:login")
    late = reverse("password_reset_confirm", args=["a", "b"])
    for address in (reverse("password_reset_done"), late):
        content = html.fromstring(client.get(address).text).get_element_by_id("content")
        assert {ask, sign_in} <= {*content.xpath(".//a/@href")}


def test_who_may_not_open_a_page_of_the_desk_stays_at_the_desk(client, reporter):
    client.force_login(reporter)
    refused = client.get(reverse("admin:articles_user_changelist"))
    missing = client.get("/admin/nowhere/")
    assert (refused.status_code, missing.status_code) == (403, 404)
    for page, words in ((refused, "Vous ne pouvez pas ouvrir cette page."), (missing, "")):
        assert words in page.text
        content = html.fromstring(page.text)
        assert content.xpath("//nav[@id='desk-nav']")
        assert content.xpath(f"//*[@id='content']//a[@href='{reverse('admin:index')}']")
